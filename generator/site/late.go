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

// An ExplanationsPage is one page of the unresolved items of the year with their explanations.
type ExplanationsPage struct {
	Frame
	*board.Unresolved
	Rows  []ExplainedRow
	Pager Pager
}

// An ExplainedRow is an unresolved item with the address of its printed explanation, empty when it has none.
type ExplainedRow struct {
	Case   *board.Case
	Letter string
}

func (p *planner) explanations() {
	var rows []ExplainedRow
	for _, c := range p.board.Unresolved.Cases {
		row := ExplainedRow{Case: c}
		for _, paper := range p.papers(c) {
			if paper.Key == "explanation" {
				row.Letter = paper.Path
			}
		}
		rows = append(rows, row)
	}
	paged(p, "explanations.html", p.word("explanations.title"), p.crumb(""), rows, func(f Frame, rows []ExplainedRow, pager Pager) any {
		return ExplanationsPage{f, p.board.Unresolved, rows, pager}
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
