package site

import (
	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A Form is a printed form of one item beside its public sheet. Key is the sheet's kind, and its name in the words “paper”.
type Form struct{ Key, Path string }

// papers are the forms an item has on the board's day: while it is not closed, the slip that assigns it and the cover of
// the three gates, blank until there is a reply; the form for the deputy's opinion while it is not back; the postponement in force or of the running year; the explanation of the
// running year why it is unresolved. They are made of words, so an item that is not open in full has none.
func (p *planner) papers(c *board.Case) []Form {
	if c.InPart() || !c.Received() || c.Assigned == nil {
		return nil
	}
	var papers []Form
	add := func(is bool, key string) {
		if is {
			papers = append(papers, Form{key, "sheets/" + key + "-" + c.ID + ".html"})
		}
	}
	began := record.Date{Year: p.board.Year, Month: 1, Day: 1}
	add(!c.Closed(), "assignment")
	add(!c.Closed(), "gates")
	add(c.SlipOut, "opinion")
	if x := c.Postponement(); x != nil {
		add(c.State == board.Postponed || !x.Approved.Before(began), "postponement")
	}
	if x := c.Explanation(); x != nil {
		add(!c.Resolved() && !x.Date.Before(began), "explanation")
	}
	return papers
}

// paper plans the form of one kind for every item that has it.
func (p *planner) paper() {
	for _, c := range p.board.Cases {
		for _, paper := range p.papers(c) {
			if paper.Key == p.kind {
				p.page(paper.Path, p.word("paper_title.", paper.Key, c.Number), nil, func(f Frame) any { return SuggestionPage{Frame: f, Case: c, Given: c.Suggestion} })
			}
		}
	}
}

// stepsSheet is the one-page flow of the six steps.
func (p *planner) stepsSheet() {
	p.page("sheets/steps.html", p.word("sheet.steps_title"), nil, p.stepsPage)
}

// ballot is the blank voting paper of the appraisal, four on a page to be cut.
func (p *planner) ballot() {
	p.page("sheets/ballot.html", p.word("sheet.ballot_title"), nil, func(f Frame) any { return f })
}
