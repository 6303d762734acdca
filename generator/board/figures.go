package board

import (
	"slices"
	"strconv"
	"strings"
)

// A Figure (统计数) is one figure of a tally under the name that pages, open data and seals give it: a count of cases, or a
// rate.
type Figure struct {
	Name  string
	Cases []*Case // of a count
	Part  *Slice  // of a count that is a part of a partition
	Rate  *Rate   // of a rate; nil for a count
}

// Value is the figure as text: "116"; "80/84" for a rate, a dash when it has no whole.
func (f Figure) Value() string {
	if f.Rate != nil {
		return f.Rate.Fraction()
	}
	return strconv.Itoa(len(f.Cases))
}

// Text is the figure in one of the forms (写法) in which pages and data write it: "" for the plain one, and what Rate.Text
// and Slice.Text have; false when it has no such form.
func (f Figure) Text(form string) (string, bool) {
	switch {
	case f.Rate != nil:
		return f.Rate.Text(form)
	case f.Part != nil:
		return f.Part.Text(form)
	}
	return strconv.Itoa(len(f.Cases)), form == ""
}

// counts are a tally's counts by their names, in the order of handling. One is found in the list without making any of the
// others, because every figure of every page is looked up when the page is read back.
var counts = []struct {
	name string
	of   func(*Tally) []*Case
}{
	{"raised", func(t *Tally) []*Case { return t.Raised }},
	{"pending", func(t *Tally) []*Case { return t.Pending }},
	{"merged", func(t *Tally) []*Case { return t.Merged }},
	{"returned", func(t *Tally) []*Case { return t.Returned }},
	{"received", func(t *Tally) []*Case { return t.Received }},
	{"replied", func(t *Tally) []*Case { return t.Replied }},
	{"resolved", func(t *Tally) []*Case { return t.Resolved }},
	{"unresolved", func(t *Tally) []*Case { return t.Unresolved }},
	{"closed", func(t *Tally) []*Case { return t.Closed }},
	{"open", func(t *Tally) []*Case { return t.Open }},
	{"overdue", func(t *Tally) []*Case { return t.Overdue }},
	{"postponed", func(t *Tally) []*Case { return t.Postponed }},
	{"explained", func(t *Tally) []*Case { return t.Explained }},
	{"redone", func(t *Tally) []*Case { return t.Redone }},
	{"exceptions", func(t *Tally) []*Case { return t.Exceptions }},
	{"appraised", func(t *Tally) []*Case { return t.Appraised }},
	{"withheld", func(t *Tally) []*Case { return t.Withheld }},
}

// rates are a tally's rates by their names.
var rates = []struct {
	name string
	of   func(*Tally) *Rate
}{
	{"consulted", func(t *Tally) *Rate { return &t.ConsultedRate }},
	{"resolved", func(t *Tally) *Rate { return &t.ResolvedRate }},
	{"resolved_of_all", func(t *Tally) *Rate { return &t.ResolvedOfAll }},
	{"satisfied", func(t *Tally) *Rate { return &t.SatisfiedRate }},
	{"satisfied_only", func(t *Tally) *Rate { return &t.StrictRate }},
	{"content", func(t *Tally) *Rate { return &t.ContentRate }},
	{"slips_back", func(t *Tally) *Rate { return &t.SlipRate }},
	{"on_time", func(t *Tally) *Rate { return &t.OnTimeRate }},
	{"promises_kept", func(t *Tally) *Rate { return &t.PromiseRate }},
	{"published", func(t *Tally) *Rate { return &t.PublishedRate }},
}

// Counts are the tally's counts, in the order of handling.
func (t *Tally) Counts() []Figure {
	all := make([]Figure, len(counts))
	for i, c := range counts {
		all[i] = Figure{Name: c.name, Cases: c.of(t)}
	}
	return all
}

// Rates are the tally's rates.
func (t *Tally) Rates() []Figure {
	all := make([]Figure, len(rates))
	for i, r := range rates {
		all[i] = Figure{Name: r.name, Rate: r.of(t)}
	}
	return all
}

// Parts are the sizes of the parts of its partitions: by_state.handling, by_class.A, by_satisfaction.满意.
func (t *Tally) Parts() []Figure {
	var all []Figure
	for _, p := range t.groupings() {
		for i := range p.slices {
			s := &p.slices[i]
			all = append(all, Figure{Name: p.name + "." + s.Key, Cases: s.Cases, Part: s})
		}
	}
	return all
}

// A grouping (分组) is one of a tally's partitions under its name.
type grouping struct {
	name   string
	slices []Slice
}

func (t *Tally) groupings() [3]grouping {
	return [3]grouping{{"by_state", t.ByState}, {"by_class", t.ByClass}, {"by_satisfaction", t.BySatisfaction}}
}

// Figures are all of these by their full names: town.received, units.shuili.rates.resolved, reports.2025-h1.by_class.A.
func (t *Tally) Figures() []Figure {
	groupings := t.groupings()
	n := len(counts) + len(rates)
	for _, p := range groupings {
		n += len(p.slices)
	}
	all := make([]Figure, 0, n)
	for _, c := range counts {
		all = append(all, Figure{Name: t.Name + "." + c.name, Cases: c.of(t)})
	}
	for _, p := range groupings {
		for i := range p.slices {
			s := &p.slices[i]
			all = append(all, Figure{Name: t.Name + "." + p.name + "." + s.Key, Cases: s.Cases, Part: s})
		}
	}
	for _, r := range rates {
		all = append(all, Figure{Name: t.Name + ".rates." + r.name, Rate: r.of(t)})
	}
	return all
}

// Tallies are all tallies that pages, sheets and data show, each under a name of its own: the town's of the running year,
// its units', groups', villages', deputies' and officials', those of sessions, reports and year ends.
func (b *Board) Tallies() []*Tally {
	all := []*Tally{b.Now}
	for _, u := range b.Units {
		all = append(all, u.Tally)
	}
	for _, g := range b.Groups {
		all = append(all, g.Tally)
	}
	for _, v := range b.Villages {
		all = append(all, v.Tally)
	}
	for _, d := range b.Deputies {
		all = append(all, d.Tally)
	}
	for _, o := range b.Officials {
		all = append(all, o.Tally)
	}
	for _, t := range b.Terms {
		for _, s := range t.Sittings {
			all = append(all, s.Tally)
		}
	}
	for _, r := range b.Reports {
		all = append(all, r.Year, r.Half)
		for _, d := range []Breakdown{r.Units, r.Groups, r.Villages} {
			for _, line := range d.Lines {
				all = append(all, line.Tally)
			}
		}
	}
	if f := b.Funnel; f != nil { // a board put together by hand may have none
		for _, d := range []Breakdown{f.Units, f.Villages} {
			for _, line := range d.Lines {
				all = append(all, line.Tally)
			}
		}
	}
	for _, s := range b.YearEnds {
		for _, row := range s.All {
			if row.Tally != nil {
				all = append(all, row.Tally)
			}
		}
	}
	return all
}

// A Source (数据来源) is what figures are of: a tally, a unit's score, a quarter's ballots, the six steps.
type Source interface {
	// Called is the name by which its figures begin: units.shuili; empty when they are shown without a mark.
	Called() string
	// Text is what has to stand where one of its figures is shown: received, rates.resolved.percent; false when it has none
	// of that name.
	Text(figure string) (string, bool)
}

// A Catalogue (统计数目录) finds figures by the names under which they are shown.
type Catalogue struct {
	Tallies map[string]*Tally
	Scores  map[string]Source // of the quarters and standings, and of each unit in them
	Steps   *Funnel           // nil when there is none
}

// Catalogue is that of all figures which are marked where they are shown.
func (b *Board) Catalogue() Catalogue {
	all := Catalogue{map[string]*Tally{}, map[string]Source{}, b.Funnel}
	for _, t := range b.Tallies() {
		all.Tallies[t.Name] = t
	}
	delete(all.Tallies, "")
	for _, q := range b.Quarters {
		all.Scores[q.Called()] = q
		for _, s := range q.Sheets {
			all.Scores[s.Name] = s
		}
	}
	for _, s := range slices.Concat(b.MidYears, b.YearEnds) {
		for _, r := range s.All {
			all.Scores[r.Name] = r
		}
	}
	return all
}

// Text is what has to stand where a figure is shown by its full name, with the form at the end of the name when it is not
// the plain one: units.shuili.received, town.rates.resolved.percent. false when there is no such figure.
func (all Catalogue) Text(name string) (string, bool) {
	switch first, rest, _ := strings.Cut(name, "."); {
	case first == stepsName && all.Steps != nil:
		return all.Steps.Text(rest)
	case first == scoresName:
		if of, ok := longest(all.Scores, name); ok {
			return of.Text(name[len(of.Called())+1:])
		}
	default:
		if t := all.Of(name); t != nil {
			return t.Text(name[len(t.Name)+1:])
		}
	}
	return "", false
}

// Of is the tally that a figure is of by its name, nil when there is none.
func (all Catalogue) Of(figure string) *Tally {
	t, _ := longest(all.Tallies, figure)
	return t
}

// longest finds what has the longest name that a figure's name begins with.
func longest[S any](byName map[string]S, figure string) (of S, found bool) {
	for end := len(figure); ; {
		end = strings.LastIndexByte(figure[:end], '.')
		if end < 0 {
			return of, false
		}
		if of, found = byName[figure[:end]]; found {
			return of, true
		}
	}
}

// Called is the tally's name.
func (t *Tally) Called() string { return t.Name }

// Text is a figure of the tally by its name in it, with its form: received, rates.resolved, by_state.handling.percent.
func (t *Tally) Text(name string) (string, bool) {
	group, rest, grouped := strings.Cut(name, ".")
	if group == "rates" {
		for _, r := range rates {
			if form, is := formOf(rest, r.name); is {
				return r.of(t).Text(form)
			}
		}
		return "", false
	}
	for _, p := range t.groupings() {
		if !grouped || p.name != group {
			continue
		}
		for i := range p.slices {
			if form, is := formOf(rest, p.slices[i].Key); is {
				return p.slices[i].Text(form)
			}
		}
	}
	for _, c := range counts {
		if !grouped && c.name == name {
			return strconv.Itoa(len(c.of(t))), true
		}
	}
	return "", false
}

// formOf is the form at the end of a name of a figure: percent in resolved.percent, none in resolved; false when the name is
// of another figure.
func formOf(name, figure string) (string, bool) {
	form, is := strings.CutPrefix(name, figure)
	if !is || form != "" && form[0] != '.' {
		return "", false
	}
	return strings.TrimPrefix(form, "."), true
}
