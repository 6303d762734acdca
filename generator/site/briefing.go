package site

import "gongshi/generator/board"

func (p *planner) briefings() {
	p.page("briefings.html", p.word("briefings.title"), p.crumb(""), func(f Frame) any { return f })
}

// A BriefingPage is one stage report or pack of information.
type BriefingPage struct {
	Frame
	*board.Briefing
}

func (p *planner) briefing() {
	for _, list := range [][]*board.Briefing{p.board.Briefings.Reports, p.board.Briefings.Packs} {
		for _, r := range list {
			p.page("briefings/"+r.ID+".html", r.Title, p.crumb("briefings.html"), func(f Frame) any { return BriefingPage{f, r} })
		}
	}
}
