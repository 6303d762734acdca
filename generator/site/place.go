package site

import (
	"fmt"

	"gongshi/generator/board"
)

// A UnitPage is one unit with its items, score sheets and counters.
type UnitPage struct {
	Frame
	*board.Unit
	Quarters []UnitQuarter
	MidPath  string // address of the mid-year ranking; empty when the unit is in none
	EndPath  string // of the year-end ranking

	SummonsSheets, Determination []Crumb // printed sheets
}

// A UnitQuarter is one quarter's score sheet with the address of the whole ranking.
type UnitQuarter struct {
	Path  string
	Sheet board.UnitSheet
	Paper string // address of the score sheet to be posted; empty for earlier quarters
}

// A UnitsPage lists the units by class.
type UnitsPage struct {
	Frame
	Rated []RatedUnits // one for each class of the board
}

// RatedUnits are those of a class that have enough replied items for a rate, in the order of the list. A rate of fewer would
// mislead, so that it is not drawn.
type RatedUnits struct {
	Units []*board.Unit
	Few   int // units with too few items, or none
	Chart Chart
}

func (p *planner) units() {
	p.page("units.html", p.word("units.title"), p.crumb(""), func(f Frame) any {
		page := UnitsPage{Frame: f}
		for i, class := range p.board.Classes {
			var rated RatedUnits
			for _, u := range class.Units {
				if r := u.Tally.ResolvedRate; r.None() || r.Small() {
					rated.Few++
				} else {
					rated.Units = append(rated.Units, u)
				}
			}
			rated.Chart = ratesChart(fmt.Sprint("rates-", i+1), rated.Units)
			page.Rated = append(page.Rated, rated)
		}
		return page
	})
}

func (p *planner) unit() {
	for _, u := range p.board.Units {
		p.page("units/"+u.ID+".html", u.Name, p.crumb("units.html"), func(f Frame) any {
			page := UnitPage{Frame: f, Unit: u}
			for _, s := range u.Sheets {
				quarter := UnitQuarter{Path: quarterPath(s.Quarter), Sheet: s}
				if s.Quarter == p.board.Quarters[0] {
					quarter.Paper = scorePath(s)
				}
				page.Quarters = append(page.Quarters, quarter)
			}
			if u.MidOf != nil {
				page.MidPath = standingsPath(u.MidOf)
			}
			if u.EndOf != nil {
				page.EndPath = standingsPath(u.EndOf)
			}
			page.SummonsSheets = p.summonsPapers(u.Summons)
			if u.Sanction.Over() {
				page.Determination = []Crumb{{determinationPath(u), p.word("sanctions.paper")}}
			}
			return page
		})
	}
}

// A GroupPage is one group of deputies.
type GroupPage struct {
	Frame
	*board.Group
	Roster string // address of its printed roster
}

func (p *planner) groups() {
	p.page("groups.html", p.word("groups.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) group() {
	for _, g := range p.board.Groups {
		p.page("groups/"+g.ID+".html", g.Name, p.crumb("groups.html"), func(f Frame) any { return GroupPage{f, g, rosterPath(g)} })
	}
}

// A VillagePage is one village.
type VillagePage struct {
	Frame
	*board.Village
	Newest  *board.Report // with items of the village; nil for none
	Boards  []Crumb       // its printed sets for the village's notice board, by paper
	Receipt string        // address of the receipt for posting them
}

func (p *planner) villages() {
	p.page("villages.html", p.word("villages.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) village() {
	for _, v := range p.board.Villages {
		p.page("villages/"+v.ID+".html", v.Name, p.crumb("villages.html"), func(f Frame) any {
			page := VillagePage{Frame: f, Village: v}
			if r := p.hung(v); r != nil {
				page.Newest, page.Boards = r, p.boardSheets(r, v.ID)
				if len(page.Boards) > 0 {
					page.Receipt = receiptOf(r.ID + "-" + v.ID)
				}
			}
			return page
		})
	}
}
