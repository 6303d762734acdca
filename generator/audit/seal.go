package audit

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// period is how a half-year or quarter is written: 2025-H1, 2025-Q3.
var period = regexp.MustCompile(`^([0-9]{4})-([HQ])([1-4])$`)

// SealID is the name of a seal's file without its ending: 2025-h1; notices-2025-03-04-banfa for notices/2025-03-04-banfa.
func SealID(what string) string { return strings.ReplaceAll(strings.ToLower(what), "/", "-") }

// NewSeal (封存) writes down what a half-year (2025-H1), a quarter (2025-Q3) or one record (notices/2025-03-04-banfa) says:
// a half-year as of its last day, a quarter as of the day of its assessment, a record as of the day of sealing. A quarter's
// assessment and a single record must be out by then. The error, in the clerk's words, tells what is not there or not over.
func NewSeal(l *record.Ledger, what string, sealed record.Date) (*record.Seal, error) {
	s := &record.Seal{What: what, Sealed: sealed, Number: 1}
	s.ID = SealID(what)
	for _, earlier := range l.Seals {
		s.Number = max(s.Number, earlier.Number+1)
	}
	on, err := dayOf(l, what, sealed)
	if err != nil {
		return nil, err
	}
	s.On = on
	_, err = fill(s, l)
	return s, err
}

// dayOf is the day as of which something is sealed.
func dayOf(l *record.Ledger, what string, sealed record.Date) (record.Date, error) {
	m := period.FindStringSubmatch(what)
	if m == nil {
		return sealed, nil
	}
	year, _ := strconv.Atoi(m[1])
	n, _ := strconv.Atoi(m[3])
	if m[2] == "H" {
		if n > 2 {
			return record.Date{}, fmt.Errorf("一年只有 %d-H1 和 %d-H2 两个半年", year, year)
		}
		last := record.Half{Year: year, Half: n}.Last()
		if !last.By(sealed) {
			return last, fmt.Errorf("%s 到 %s 才结束，还不能封存", what, last)
		}
		return last, nil
	}
	for _, a := range l.Assessments {
		if a.Year == year && a.Quarter == n && !a.Draft {
			if !a.Date.By(sealed) {
				return a.Date, fmt.Errorf("%s 的评议在 %s，还不能封存", what, a.Date)
			}
			return a.Date, nil
		}
	}
	return record.Date{}, fmt.Errorf("没有 %d 年第 %d 季度的评议成绩", year, n)
}

// fill computes a seal's figures and records as of its day from what the ledger gives now. It gives the public parts of
// the records by their path.
func fill(s *record.Seal, l *record.Ledger) (map[string]any, error) {
	b := board.Of(l, s.On, false)
	values := map[string]any{} // by path
	switch m := period.FindStringSubmatch(s.What); {
	case m == nil:
		path, v := single(l, b, s.What, s.On)
		if v == nil {
			return nil, fmt.Errorf("没有已经公开的记录 %s", s.What)
		}
		values[path] = v
	case m[2] == "H":
		if b.Now == nil || strconv.Itoa(b.Year) != m[1] || len(b.Now.Raised) == 0 {
			return nil, fmt.Errorf("%s 没有建议", s.What)
		}
		s.Figures = halfFigures(b)
		for _, c := range b.Now.Raised {
			values[itemPath(c)] = c.Suggestion
		}
		values[l.Profile.Path()] = l.Profile
		for _, r := range l.Reports { // the words published with the figures
			if r.Period.String() == s.What && r.Date.By(s.Sealed) {
				values[r.Path()] = r
			}
		}
		for _, c := range l.Calendars {
			if c.Year == b.Year {
				values[c.Path()] = c
			}
		}
	default:
		for _, q := range b.Quarters {
			if strconv.Itoa(q.Year) == m[1] && strconv.Itoa(q.Quarter) == m[3] {
				s.Figures = quarterFigures(q)
				values[q.Assessment.Path()] = q.Assessment
				values[q.Scheme.Path()] = q.Scheme
			}
		}
	}
	for _, path := range slices.Sorted(maps.Keys(values)) {
		s.Records = append(s.Records, sealedRecord(path, values[path]))
	}
	return values, nil
}

// single is the public part of the record at an address, now or formerly, nil when it is not out.
func single(l *record.Ledger, b *board.Board, address string, on record.Date) (path string, value any) {
	for r := range l.Records() {
		called := r.Page() == address || slices.ContainsFunc(r.Former, func(id string) bool { return r.Kind.Folder+"/"+id == address })
		if !r.Kind.Pages || r.Draft || !called || r.Out().After(on) {
			continue
		}
		if _, item := r.Value.(*record.Suggestion); !item {
			return r.Path(), r.Value
		}
		for _, c := range b.Cases {
			if c.ID == r.ID {
				return r.Path(), c.Suggestion
			}
		}
	}
	return "", nil
}

// itemPath is where an item's record lies; the public part of a withheld one does not know it.
func itemPath(c *board.Case) string {
	i := slices.IndexFunc(record.Kinds(), func(k record.Kind) bool { return k.Name == "suggestion" })
	return record.Kinds()[i].Path(c.ID)
}

func sealedRecord(path string, v any) record.SealedRecord {
	facts, digest := record.Canonical(v)
	texts := make([]string, len(facts))
	for i, f := range facts {
		texts[i] = f.Key() + "=" + f.Value
	}
	return record.SealedRecord{Path: path, SHA256: digest, Facts: strings.Join(texts, "; ")}
}

// halfFigures are the year's figures as a half-yearly report and its sheets show them, and those of each unit, group and
// village.
func halfFigures(b *board.Board) []record.SealedFigure {
	t := b.Now
	var all []record.SealedFigure
	for _, f := range slices.Concat(t.Counts(), t.Parts()) {
		sealed := record.SealedFigure{Name: f.Name, Value: f.Value()}
		for _, c := range f.Cases {
			sealed.Items = append(sealed.Items, c.ID)
		}
		all = append(all, sealed)
	}
	rates := func(prefix string, t *board.Tally) {
		for _, f := range t.Rates() {
			if !f.Rate.None() || prefix == "" {
				all = append(all, record.SealedFigure{Name: prefix + "rates." + f.Name, Value: f.Value()})
			}
		}
	}
	rates("", t)
	line := func(prefix string, t *board.Tally) {
		if t == nil || len(t.Received) == 0 {
			return
		}
		for _, f := range []struct {
			name  string
			cases []*board.Case
		}{{"received", t.Received}, {"replied", t.Replied}, {"resolved", t.Resolved}, {"overdue", t.Overdue}} {
			all = append(all, record.SealedFigure{Name: prefix + f.name, Value: strconv.Itoa(len(f.cases))})
		}
		rates(prefix, t)
	}
	for _, u := range b.Units {
		line("units."+u.ID+".", u.Tally)
	}
	for _, g := range b.Groups {
		line("groups."+g.ID+".", g.Tally)
	}
	for _, v := range b.Villages {
		line("villages."+v.ID+".", v.Tally)
	}
	return all
}

// quarterFigures are each unit's total, band and rank, and the ballots.
func quarterFigures(q *board.Quarter) []record.SealedFigure {
	all := []record.SealedFigure{{Name: "ballots", Value: q.Ballots.Fraction()}}
	for _, s := range q.Sheets {
		prefix := "units." + s.Unit.ID + "."
		all = append(all, record.SealedFigure{Name: prefix + "total", Value: s.Total.String()})
		if s.Band != "" {
			all = append(all, record.SealedFigure{Name: prefix + "band", Value: s.Band})
		}
		if s.Rank > 0 {
			all = append(all, record.SealedFigure{Name: prefix + "rank", Value: strconv.Itoa(s.Rank)})
		}
	}
	return all
}
