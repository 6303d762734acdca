package site

import "gongshi/generator/board"

// A GuidePage is one guide for residents.
type GuidePage struct {
	Frame
	*board.Guide
	Sheet string // address of its printed sheet
}

func (p *planner) guides() {
	p.page("guides.html", p.word("guides.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) guide() {
	for _, g := range p.board.Guides {
		p.page("guides/"+g.ID+".html", g.Title, p.crumb("guides.html"), func(f Frame) any { return GuidePage{f, g, guidePath(g)} })
	}
}

func (p *planner) guideSheet() {
	for _, g := range p.board.Guides {
		p.page(guidePath(g), p.word("guide.sheet_title", g.Title), nil, func(f Frame) any { return GuidePage{f, g, ""} })
	}
}

func guidePath(g *board.Guide) string { return "sheets/guide-" + g.ID + ".html" }
