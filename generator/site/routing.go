package site

import "gongshi/generator/board"

// A RoutingPage is one page of the items in hand; the first also tells where the year's items were sent.
type RoutingPage struct {
	Frame
	*board.Routing
	Rows  []*board.Case
	Pager Pager
}

func (p *planner) routing() {
	paged(p, "routing.html", p.word("routing.title"), p.crumb(""), p.board.Routing.InHand, func(f Frame, rows []*board.Case, pager Pager) any {
		return RoutingPage{f, p.board.Routing, rows, pager}
	})
}
