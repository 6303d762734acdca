package collate

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/board"
)

// Headline checks data/v1/figures.json: each of its figures is the town's, and none of the town's is missing.
func Headline(data io.Reader, right board.Catalogue) error {
	var said struct {
		Counts         map[string]int `json:"counts"`
		ByState        map[string]int `json:"by_state"`
		ByClass        map[string]int `json:"by_class"`
		BySatisfaction map[string]int `json:"by_satisfaction"`
		Rates          map[string]row `json:"rates"`
	}
	all, err := io.ReadAll(data) // a few lines
	if err != nil {
		return err
	}
	if err := json.Unmarshal(all, &said); err != nil {
		return err
	}
	var rows []row
	for _, group := range []struct {
		name    string
		figures map[string]int
	}{{"", said.Counts}, {"by_state.", said.ByState}, {"by_class.", said.ByClass}, {"by_satisfaction.", said.BySatisfaction}} {
		for name, n := range group.figures {
			rows = append(rows, row{Name: "town." + group.name + name, Value: json.Number(strconv.Itoa(n))})
		}
	}
	for name, r := range said.Rates {
		r.Name, r.Percent = "town.rates."+name, strings.TrimSuffix(strings.TrimSuffix(r.Percent, "—"), "%")
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(x, y row) int { return strings.Compare(x.Name, y.Name) })
	c := checker{right: board.Catalogue{Tallies: map[string]*board.Tally{"town": right.Tallies["town"]}}}
	for _, r := range rows {
		if err := c.row(r); err != nil {
			return err
		}
	}
	return c.all()
}

// CSV checks data/v1/tallies.csv: a row for every figure of every tally, in the columns that it names.
func CSV(data io.Reader, right board.Catalogue) error {
	in := csv.NewReader(data)
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		return err
	}
	head[0] = strings.TrimPrefix(head[0], "\uFEFF")
	var at [5]int
	for i, name := range []string{"name", "value", "part", "whole", "percent"} {
		if at[i] = slices.Index(head, name); at[i] < 0 {
			return fmt.Errorf("没有 %s 这一列", name)
		}
	}
	c := checker{right: right}
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return c.all()
		}
		if err != nil {
			return err
		}
		err = c.row(row{cells[at[0]], json.Number(cells[at[1]]), json.Number(cells[at[2]]), json.Number(cells[at[3]]), cells[at[4]]})
		if err != nil {
			return err
		}
	}
}

// JSON checks data/v1/tallies.json, the same table.
func JSON(data io.Reader, right board.Catalogue) error {
	in := json.NewDecoder(data)
	if _, err := in.Token(); err != nil {
		return err
	}
	c := checker{right: right}
	for in.More() {
		var r struct {
			Name               string
			Value, Part, Whole json.Number
			Percent            json.Number
		}
		if err := in.Decode(&r); err != nil {
			return err
		}
		if err := c.row(row{r.Name, r.Value, r.Part, r.Whole, r.Percent.String()}); err != nil {
			return err
		}
	}
	return c.all()
}

// A row is one figure in data: a count has a value, a rate its part, whole and percentage without the sign, which is empty
// where pages show a dash.
type row struct {
	Name    string      `json:"-"`
	Value   json.Number `json:"-"`
	Part    json.Number `json:"part"`
	Whole   json.Number `json:"whole"`
	Percent string      `json:"percent"`
}

// A checker takes the rows of one tally after the other.
type checker struct {
	right board.Catalogue
	seen  map[*board.Tally]bool
	left  map[string]board.Figure // of the last tally, without rows as yet
}

func (c *checker) row(r row) error {
	f, known := c.left[r.Name]
	if !known {
		if err := c.next(r.Name); err != nil {
			return err
		}
		if f, known = c.left[r.Name]; !known {
			return fmt.Errorf("没有统计数 %s", r.Name)
		}
	}
	delete(c.left, r.Name)
	want := row{Name: r.Name, Value: json.Number(f.Value())}
	if f.Rate != nil {
		want = row{Name: r.Name, Part: json.Number(strconv.Itoa(f.Rate.Part)), Whole: json.Number(strconv.Itoa(f.Rate.Whole))}
		want.Percent = strings.TrimSuffix(strings.TrimSuffix(f.Rate.Percent(), "—"), "%")
	}
	if r != want {
		return fmt.Errorf("统计数 %s 应为“%s”，写的是“%s”", r.Name, want, r)
	}
	return nil
}

// next goes on to the tally that a figure is of.
func (c *checker) next(figure string) error {
	t := c.right.Of(figure)
	switch {
	case t == nil:
		return fmt.Errorf("没有统计数 %s", figure)
	case c.seen[t]:
		return fmt.Errorf("统计数 %s 不认得，或写了两遍", figure)
	}
	if err := c.complete(); err != nil {
		return err
	}
	if c.seen == nil {
		c.seen, c.left = map[*board.Tally]bool{}, map[string]board.Figure{}
	}
	c.seen[t] = true // and none is left of the last one
	for _, f := range t.Figures() {
		c.left[f.Name] = f
	}
	return nil
}

// complete tells when a figure of the last tally has no row.
func (c *checker) complete() error {
	if len(c.left) > 0 {
		return fmt.Errorf("缺统计数 %s", slices.Min(slices.Collect(maps.Keys(c.left))))
	}
	return nil
}

// all tells at the end when a figure has no row.
func (c *checker) all() error {
	for _, name := range slices.Sorted(maps.Keys(c.right.Tallies)) {
		if !c.seen[c.right.Tallies[name]] {
			return fmt.Errorf("缺 %s 的统计数", name)
		}
	}
	return c.complete()
}

// String is what the row says: 116, or 80/84 95.2.
func (r row) String() string {
	if r.Value != "" {
		return r.Value.String()
	}
	return strings.TrimSpace(fmt.Sprintf("%s/%s %s", r.Part, r.Whole, r.Percent))
}
