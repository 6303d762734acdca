package audit

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// SealID is the name of a seal's file without its ending: 2025-h1; notices-2025-03-04-banfa for notices/2025-03-04-banfa.
func SealID(what string) string { return strings.ReplaceAll(strings.ToLower(what), "/", "-") }

// NewSeal (封存) writes down what a half-year (2025-H1), a quarter (2025-Q3), a mid-year or year end (2025-mid, 2025-year)
// or one record (notices/2025-03-04-banfa) says: a half-year as of its last day, assessments as of the day of the last of
// them, a record as of the day of sealing. Assessments and a single record must be out by then, and no seal may be of a later
// day. The error, in the clerk's words, tells what is not there or not over.
func NewSeal(l *record.Ledger, what string, sealed record.Date) (*record.Seal, error) {
	what = record.Sealable(what)
	s := &record.Seal{What: what, Sealed: sealed, Number: 1}
	s.ID = SealID(what)
	for _, earlier := range l.Seals {
		s.Number = max(s.Number, earlier.Number+1)
		if earlier.Sealed.After(sealed) {
			return nil, fmt.Errorf("封存日期 %s 早于已有的封存 %s 的日期 %s：封存一份接一份，不能倒着补，--on 要写这一天或者以后", sealed, earlier.What, earlier.Sealed)
		}
	}
	on, err := dayOf(l, what, sealed)
	if err != nil {
		return nil, err
	}
	s.On = on
	_, err = fill(s, l, &boards{ledger: l})
	return s, err
}

// dayOf is the day as of which something is sealed.
func dayOf(l *record.Ledger, what string, sealed record.Date) (record.Date, error) {
	p, ok := record.PeriodOf(what)
	if !ok {
		return sealed, nil
	}
	if p.Half > 0 {
		if p.Half > 2 {
			return record.Date{}, fmt.Errorf("一年只有 %d-H1 和 %d-H2 两个半年", p.Year, p.Year)
		}
		last := record.Half{Year: p.Year, Half: p.Half}.Last()
		if !last.By(sealed) {
			return last, fmt.Errorf("%s 到 %s 才结束，还不能封存", what, last)
		}
		return last, nil
	}
	var last record.Date
	given := map[int]bool{}
	for _, a := range l.Assessments {
		if counts(p, a) {
			given[a.Quarter] = true
			if a.Date.After(last) {
				last = a.Date
			}
		}
	}
	for _, n := range p.Assessments() {
		if !given[n] && n == 0 {
			return last, fmt.Errorf("没有 %d 年的年终评议成绩", p.Year)
		}
		if !given[n] {
			return last, fmt.Errorf("没有 %d 年第 %d 季度的评议成绩", p.Year, n)
		}
	}
	if !last.By(sealed) {
		return last, fmt.Errorf("%s 的评议在 %s，还不能封存", what, last)
	}
	return last, nil
}

// boards are the boards that seals are computed from, by their day. Only the last is kept, for the next seal of that day:
// a board of a large town takes much room.
type boards struct {
	ledger *record.Ledger
	last   *board.Board
}

func (b *boards) of(on record.Date) *board.Board {
	if b.last == nil || b.last.On != on {
		b.last = board.Of(b.ledger, on, false)
	}
	return b.last
}

// fill computes a seal's figures and records as of its day from what the ledger gives now. It gives the public parts of
// the records by their path.
func fill(s *record.Seal, l *record.Ledger, boards *boards) (map[string]any, error) {
	values := map[string]any{} // by path
	switch p, ok := record.PeriodOf(s.What); {
	case !ok:
		path, v := single(l, s.What, s.On)
		if v == nil {
			return nil, fmt.Errorf("没有已经公开的记录 %s", s.What)
		}
		values[path] = v
	case p.Half > 0:
		b := boards.of(s.On)
		if b.Now == nil || b.Year != p.Year || len(b.Now.Raised) == 0 {
			return nil, fmt.Errorf("%s 没有建议", s.What)
		}
		s.Figures = halfFigures(b)
		for _, c := range b.Now.Raised {
			values[itemPath(c)] = c.Suggestion
		}
		for _, r := range l.Reports { // the words published with the figures
			if r.Period.String() == s.What && r.Date.By(s.Sealed) && !r.Hidden(false) {
				values[r.Path()] = r
			}
		}
		counting(l, p.Year, values)
	default:
		for _, a := range l.Assessments {
			if counts(p, a) && a.Date.By(s.On) && a.Scheme.To != nil {
				values[a.Path()] = asOf(a, s.On)
				values[a.Scheme.To.Path()] = a.Scheme.To
			}
		}
		s.Figures = assessmentFigures(boards.of(s.On), p)
		if p.End { // it counts how items were handled
			counting(l, p.Year, values)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(values)) {
		s.Records = append(s.Records, sealedRecord(path, values[path]))
	}
	return values, nil
}

// asOf is an assessment as it stood on a day: units are assessed again months after the year end.
func asOf(a *record.Assessment, on record.Date) *record.Assessment {
	then := *a
	then.Retests = nil
	for _, r := range a.Retests {
		if r.Date.By(on) {
			then.Retests = append(then.Retests, r)
		}
	}
	return &then
}

// counts tells whether an assessment is of the period.
func counts(p record.Period, a *record.Assessment) bool {
	return !a.Hidden(false) && a.Year == p.Year && slices.Contains(p.Assessments(), a.Quarter)
}

// counting adds the records by which a year's items are counted.
func counting(l *record.Ledger, year int, values map[string]any) {
	values[l.Profile.Path()] = l.Profile
	for _, c := range l.Calendars {
		if c.Year == year && !c.Hidden(false) {
			values[c.Path()] = c
		}
	}
}

// single is the public part of the record at an address, now or formerly, nil when it is not out.
func single(l *record.Ledger, address string, on record.Date) (path string, value any) {
	for r := range l.Records() {
		called := r.Page() == address || slices.ContainsFunc(r.Former, func(id string) bool { return r.Kind.Folder+"/"+id == address })
		if !r.Kind.Pages || r.Draft || !called || r.Out().After(on) {
			continue
		}
		s, item := r.Value.(*record.Suggestion)
		if !item {
			return r.Path(), r.Value
		}
		if public := board.Public(s, on); public != nil {
			return r.Path(), public
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
