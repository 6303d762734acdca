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

// A period (时段) is what a seal is of when it is not one record: 2025-H1, 2025-Q3, 2025-mid, 2025-year.
type period struct {
	year          int
	half, quarter int  // 0 when it is none
	quarters      int  // of standings, how many quarters they count: 2 at mid-year, 4 at the year end
	end           bool // the year end
}

var periodForm = regexp.MustCompile(`^([0-9]{4})-(?:H([1-9])|Q([1-9])|(mid|year))$`)

// periodOf reads a period; false when what is sealed is a record.
func periodOf(what string) (period, bool) {
	m := periodForm.FindStringSubmatch(what)
	if m == nil {
		return period{}, false
	}
	var p period
	p.year, _ = strconv.Atoi(m[1])
	p.half, _ = strconv.Atoi(m[2])
	p.quarter, _ = strconv.Atoi(m[3])
	switch m[4] {
	case "mid":
		p.quarters = 2
	case "year":
		p.quarters, p.end = 4, true
	}
	return p, true
}

// counts tells whether an assessment is of the period.
func (p period) counts(a *record.Assessment) bool {
	if a.Draft || a.Year != p.year {
		return false
	}
	if a.Quarter == 0 {
		return p.end
	}
	return a.Quarter > 0 && (a.Quarter == p.quarter || a.Quarter <= p.quarters)
}

// written is a period as seals name it, whatever case it was typed in: 2025-H1, 2025-year.
func written(what string) string {
	year, part, _ := strings.Cut(strings.TrimSpace(what), "-")
	for _, as := range []string{year + "-" + strings.ToUpper(part), year + "-" + strings.ToLower(part)} {
		if _, ok := periodOf(as); ok {
			return as
		}
	}
	return what
}

// SealID is the name of a seal's file without its ending: 2025-h1; notices-2025-03-04-banfa for notices/2025-03-04-banfa.
func SealID(what string) string { return strings.ReplaceAll(strings.ToLower(what), "/", "-") }

// NewSeal (封存) writes down what a half-year (2025-H1), a quarter (2025-Q3), a mid-year or year end (2025-mid, 2025-year)
// or one record (notices/2025-03-04-banfa) says: a half-year as of its last day, assessments as of the day of the last of
// them, a record as of the day of sealing. Assessments and a single record must be out by then. The error, in the clerk's
// words, tells what is not there or not over.
func NewSeal(l *record.Ledger, what string, sealed record.Date) (*record.Seal, error) {
	what = written(what)
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
	p, ok := periodOf(what)
	if !ok {
		return sealed, nil
	}
	if p.half > 0 {
		if p.half > 2 {
			return record.Date{}, fmt.Errorf("一年只有 %d-H1 和 %d-H2 两个半年", p.year, p.year)
		}
		last := record.Half{Year: p.year, Half: p.half}.Last()
		if !last.By(sealed) {
			return last, fmt.Errorf("%s 到 %s 才结束，还不能封存", what, last)
		}
		return last, nil
	}
	var last record.Date
	given := map[int]bool{}
	for _, a := range l.Assessments {
		if p.counts(a) {
			given[a.Quarter] = true
			if a.Date.After(last) {
				last = a.Date
			}
		}
	}
	for _, n := range p.needs() {
		if !given[n] && n == 0 {
			return last, fmt.Errorf("没有 %d 年的年终评议成绩", p.year)
		}
		if !given[n] {
			return last, fmt.Errorf("没有 %d 年第 %d 季度的评议成绩", p.year, n)
		}
	}
	if !last.By(sealed) {
		return last, fmt.Errorf("%s 的评议在 %s，还不能封存", what, last)
	}
	return last, nil
}

// needs are the assessments that the period is made of: quarters, and 0 for the year end.
func (p period) needs() []int {
	var all []int
	if p.quarter > 0 {
		all = append(all, p.quarter)
	}
	for n := range p.quarters {
		all = append(all, n+1)
	}
	if p.end {
		all = append(all, 0)
	}
	return all
}

// fill computes a seal's figures and records as of its day from what the ledger gives now. It gives the public parts of
// the records by their path.
func fill(s *record.Seal, l *record.Ledger) (map[string]any, error) {
	b := board.Of(l, s.On, false)
	values := map[string]any{} // by path
	switch p, ok := periodOf(s.What); {
	case !ok:
		path, v := single(l, b, s.What, s.On)
		if v == nil {
			return nil, fmt.Errorf("没有已经公开的记录 %s", s.What)
		}
		values[path] = v
	case p.half > 0:
		if b.Now == nil || b.Year != p.year || len(b.Now.Raised) == 0 {
			return nil, fmt.Errorf("%s 没有建议", s.What)
		}
		s.Figures = halfFigures(b)
		for _, c := range b.Now.Raised {
			values[itemPath(c)] = c.Suggestion
		}
		for _, r := range l.Reports { // the words published with the figures
			if r.Period.String() == s.What && r.Date.By(s.Sealed) {
				values[r.Path()] = r
			}
		}
		counting(l, p.year, values)
	default:
		for _, a := range l.Assessments {
			if p.counts(a) && a.Date.By(s.On) && a.Scheme.To != nil {
				values[a.Path()] = asOf(a, s.On)
				values[a.Scheme.To.Path()] = a.Scheme.To
			}
		}
		s.Figures = assessmentFigures(b, p)
		if p.end { // it counts how items were handled
			counting(l, p.year, values)
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

// counting adds the records by which a year's items are counted.
func counting(l *record.Ledger, year int, values map[string]any) {
	values[l.Profile.Path()] = l.Profile
	for _, c := range l.Calendars {
		if c.Year == year {
			values[c.Path()] = c
		}
	}
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
