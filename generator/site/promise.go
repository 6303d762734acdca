package site

import "gongshi/generator/board"

// A PromisesPage is one page of the promises, those past their day first.
type PromisesPage struct {
	Frame
	*board.Promises
	Rows  []board.Promise
	Pager Pager
}

func (p *planner) promises() {
	paged(p, "promises.html", p.word("promises.title"), p.crumb(""), p.board.Promises.All, func(f Frame, rows []board.Promise, pager Pager) any {
		return PromisesPage{f, p.board.Promises, rows, pager}
	})
}
