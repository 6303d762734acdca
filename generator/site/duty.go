package site

import (
	"path"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A DutiesPage is the duty board of the running year; its sheet takes the same data.
type DutiesPage struct {
	Frame
	*board.DutyBoard
	Sheet   string            // address
	States  []board.DutyState // for the key
	site    *Site             // pages there are
	records map[string]string // record's path → address, where the two differ
}

func (p *planner) duties() {
	p.page("duties.html", p.word("duties.title", p.board.Duties.Year), p.crumb(""), p.dutiesPage())
}

func (p *planner) dutiesSheet() {
	p.page("sheets/duties.html", p.word("duties.title", p.board.Duties.Year), nil, p.dutiesPage())
}

func (p *planner) dutiesPage() func(Frame) any {
	records := map[string]string{}
	for _, q := range p.board.Quarters {
		records[q.Path()] = quarterPath(q)
	}
	for _, s := range p.board.YearEnds {
		records[s.Record.Path()] = standingsPath(s)
	}
	return func(f Frame) any {
		return DutiesPage{f, p.board.Duties, "sheets/duties.html", board.DutyStates, p.site, records}
	}
}

// PageOf is that of the page about the record that answers for a period; empty when it has no page.
func (d DutiesPage) PageOf(by *record.Source) string {
	to, ok := d.records[by.Path()]
	if !ok {
		to = strings.TrimSuffix(by.Path(), path.Ext(by.Path())) + ".html"
	}
	if _, ok := d.site.Page(to); !ok {
		return ""
	}
	return to
}
