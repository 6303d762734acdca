package site

import "gongshi/generator/board"

// An AssociationPage is one association with its ledger.
type AssociationPage struct {
	Frame
	*board.Association
}

func (p *planner) associations() {
	p.page("associations.html", p.word("associations.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) association() {
	for _, a := range p.board.Associations {
		p.page("associations/"+a.ID+".html", a.Name, p.crumb("associations.html"), func(f Frame) any { return AssociationPage{f, a} })
	}
}
