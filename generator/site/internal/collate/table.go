package collate

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/board"
)

// Tables whose rows carry figures beside other things: units.csv has the counts of each unit's tally, assessments.csv the
// scores of each unit. A column that is named as a figure has that figure; an empty cell says that there is none.

// CountsCSV checks a table whose rows name their tally.
func CountsCSV(data io.Reader, right board.Catalogue) error {
	return eachCSV(data, func(row cells) error { return counted(row, right) })
}

// CountsJSON checks the same table as JSON.
func CountsJSON(data io.Reader, right board.Catalogue) error {
	return eachJSON(data, func(row cells) error { return counted(row, right) })
}

// ScoresCSV checks a table of scores: a row for every unit of every period that it names.
func ScoresCSV(data io.Reader, right board.Catalogue) error {
	s := scores{right: right}
	if err := eachCSV(data, s.row); err != nil {
		return err
	}
	return s.all()
}

// ScoresJSON checks the same table as JSON.
func ScoresJSON(data io.Reader, right board.Catalogue) error {
	s := scores{right: right}
	if err := eachJSON(data, s.row); err != nil {
		return err
	}
	return s.all()
}

// cells are one row by the names of its columns.
type cells map[string]string

func counted(row cells, right board.Catalogue) error {
	t := right.Tallies[row["tally"]]
	if t == nil {
		return fmt.Errorf("没有名为“%s”的统计", row["tally"])
	}
	return same(row, t)
}

// same compares the cells that are named as a figure of the source.
func same(row cells, of board.Source) error {
	compared := 0
	for _, name := range slices.Sorted(maps.Keys(row)) {
		want, is := of.Text(name)
		if !is {
			continue
		}
		compared++
		shown := row[name]
		if shown != want && (shown != "" || want != "0" && want != "0.00") {
			return fmt.Errorf("统计数 %s.%s 应为“%s”，写的是“%s”", of.Called(), name, want, shown)
		}
	}
	if compared == 0 {
		return fmt.Errorf("%s 这一行没有统计数", of.Called())
	}
	return nil
}

// scores takes the rows of a table of scores.
type scores struct {
	right board.Catalogue
	seen  map[string]bool // by the names of sources
}

func (s *scores) row(row cells) error {
	name := "scores." + strings.ToLower(row["period"]) + "." + row["unit"]
	of := s.right.Scores[name]
	if of == nil {
		return fmt.Errorf("没有 %s 的得分", name)
	}
	if s.seen[name] {
		return fmt.Errorf("%s 的得分写了两遍", name)
	}
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	s.seen[name] = true
	return same(row, of)
}

// all tells when a unit has no row in a period that has rows.
func (s *scores) all() error {
	periods := map[string]bool{}
	for name := range s.seen {
		periods[name[:strings.LastIndexByte(name, '.')]] = true
	}
	for _, name := range slices.Sorted(maps.Keys(s.right.Scores)) {
		period := name[:strings.LastIndexByte(name, '.')]
		if periods[period] && !s.seen[name] {
			return fmt.Errorf("缺 %s 的得分", name)
		}
	}
	return nil
}

func eachCSV(data io.Reader, row func(cells) error) error {
	in := csv.NewReader(data)
	head, err := in.Read()
	if err != nil {
		return err
	}
	head[0] = strings.TrimPrefix(head[0], "\uFEFF")
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		values := make(cells, len(head))
		for i, name := range head {
			values[name] = record[i]
		}
		if err := row(values); err != nil {
			return err
		}
	}
}

func eachJSON(data io.Reader, row func(cells) error) error {
	in := json.NewDecoder(data)
	if _, err := in.Token(); err != nil {
		return err
	}
	for in.More() {
		var record map[string]json.RawMessage
		if err := in.Decode(&record); err != nil {
			return err
		}
		values := make(cells, len(record))
		for name, value := range record {
			text := string(value)
			if text == "null" {
				text = ""
			} else if strings.HasPrefix(text, `"`) {
				if err := json.Unmarshal(value, &text); err != nil {
					return err
				}
			}
			values[name] = text
		}
		if err := row(values); err != nil {
			return err
		}
	}
	return nil
}
