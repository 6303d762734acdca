package board

import (
	"slices"

	"gongshi/generator/record"
)

// Briefings are what deputies were told between sessions, newest first.
type Briefings struct {
	Reports, Packs []*Briefing // stage reports; packs of information
	Year           int         // the board's year
	ReportsOfYear  int
	PacksOfYear    int
}

// A Briefing is one stage report or one pack of information.
type Briefing struct {
	*record.Briefing
}

func (b *builder) addBriefings() {
	all := &b.board.Briefings
	all.Year = b.board.Year
	for _, r := range b.ledger.Briefings {
		if r.Hidden(b.drafts) || !r.Date.By(b.on) {
			continue
		}
		x, list, ofYear := &Briefing{r}, &all.Packs, &all.PacksOfYear
		if r.Kind == record.StageReport {
			list, ofYear = &all.Reports, &all.ReportsOfYear
		}
		*list = append(*list, x)
		if r.Date.Year == all.Year {
			*ofYear++
		}
	}
	for _, list := range [][]*Briefing{all.Reports, all.Packs} {
		slices.SortStableFunc(list, func(x, y *Briefing) int { return y.Date.Compare(x.Date) })
	}
}
