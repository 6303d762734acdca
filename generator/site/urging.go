package site

import "gongshi/generator/board"

// A UrgingsPage is one page of the urging log.
type UrgingsPage struct {
	Frame
	*board.Urgings
	Rows  []board.Urging
	Pager Pager
}

func (p *planner) urgings() {
	paged(p, "urgings.html", p.word("urgings.title", p.board.Year), p.crumb(""), p.board.Urgings.All, func(f Frame, rows []board.Urging, pager Pager) any {
		return UrgingsPage{f, p.board.Urgings, rows, pager}
	})
}
