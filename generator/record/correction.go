package record

import (
	"cmp"
	"slices"
)

// A Correction (更正) says in the open that something published was wrong: what, the old and the new words, when, why and
// by whom. The presidium's office gives one for every mistake put right after publication; the record itself is put right
// as well.
type Correction struct {
	Source
	Date   Date           `toml:"date,required" zh:"更正日期"`
	Page   string         `toml:"page,required" zh:"更正哪一页"` // the corrected record's address without its ending: reports/2025-h1
	What   string         `toml:"what,required" zh:"更正什么"`  // where on the page: 参加人数
	Old    string         `toml:"old,required" zh:"原来"`
	New    string         `toml:"new,required" zh:"改为"`
	Reason string         `toml:"reason,required" zh:"原因"`
	By     string         `toml:"by,required" zh:"谁更正的"`
	Sealed []SealedChange `toml:"sealed" zh:"封存数据的变化"`
}

// A SealedChange (封存数据的变化) is one thing the correction changes in a sealed period (封存): a figure or a record.
type SealedChange struct {
	Period string `toml:"period,required" zh:"封存的时段"` // the seal's id: 2025-h1
	Figure string `toml:"figure" zh:"哪个数"`            // name of the figure; empty when it is a record
	Record string `toml:"record" zh:"哪条记录"`           // its path in the content folder: suggestions/2025-014.md; empty when it is a figure
	Old    string `toml:"old,required" zh:"原值"`
	New    string `toml:"new,required" zh:"新值"`
}

func (c *Correction) name() string { return c.What }

// Out is the day of the correction.
func (c *Correction) Out() Date { return c.Date }

// Corrected are the corrections in the order in which they were made.
func (l *Ledger) Corrected() []*Correction {
	all := slices.Clone(l.Corrections)
	slices.SortStableFunc(all, func(x, y *Correction) int { return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(x.ID, y.ID)) })
	return all
}

// Corrigible finds the record that a correction is of by the address of its page without the ending: a record with a page of
// its own, or an assessment; a mid-year stands on those of its two quarters.
func (l *Ledger) Corrigible(page string) (Record, bool) {
	if r, ok := l.Lasting(page); ok {
		return r, true
	}
	quarters := 0 // of a mid-year on file
	for r := range l.Records() {
		a, ok := r.Value.(*Assessment)
		if !ok {
			continue
		}
		if a.Page() == page {
			return r, true
		}
		if page == "assessments/"+itoa(a.Year)+"-mid" && (a.Quarter == 1 || a.Quarter == 2) && !a.Draft {
			if quarters++; quarters == 2 {
				return r, true
			}
		}
	}
	return Record{}, false
}
