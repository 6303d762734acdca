package site

import "gongshi/generator/board"

// A LatePage is one page of what is not done in its time; the first also tells what was late and is closed.
type LatePage struct {
	Frame
	*board.Late
	Rows  []*board.Case
	Pager Pager
}

func (p *planner) late() {
	paged(p, "late.html", p.word("late.title"), p.crumb(""), p.board.Late.Open, func(f Frame, rows []*board.Case, pager Pager) any {
		return LatePage{f, p.board.Late, rows, pager}
	})
}

// A PublicationPage is one page of the replies that are not yet published.
type PublicationPage struct {
	Frame
	*board.Publishing
	Rows  []*board.Case
	Pager Pager
}

func (p *planner) publication() {
	paged(p, "publication.html", p.word("publication.title"), p.crumb(""), p.board.Publishing.Waiting, func(f Frame, rows []*board.Case, pager Pager) any {
		return PublicationPage{f, p.board.Publishing, rows, pager}
	})
}
