package site

import "gongshi/generator/board"

func (p *planner) decisions() {
	p.page("decisions.html", p.word("decisions.title"), p.crumb(""), func(f Frame) any { return f })
}

// A DecisionPage is one major decision, from proposal to appraisal.
type DecisionPage struct {
	Frame
	*board.Decision
	Sheet string // address of the blank form; empty when deputies are not being asked
}

func (p *planner) decision() {
	for _, d := range p.board.Decisions {
		p.page("decisions/"+d.ID+".html", d.Title, p.crumb("decisions.html"), func(f Frame) any {
			page := DecisionPage{Frame: f, Decision: d}
			if d.Open {
				page.Sheet = consultationPath(d)
			}
			return page
		})
	}
}

// A ConsultationSheet is a blank form (征求意见表) for deputies to say what they think of a decision.
type ConsultationSheet struct {
	Frame
	Decision *board.Decision // nil on the form for any decision
}

// consultation plans a form for each decision about which deputies are being asked, and one for any.
func (p *planner) consultation() {
	p.page("sheets/consultation.html", p.word("consultation.title"), nil, func(f Frame) any { return ConsultationSheet{f, nil} })
	for _, d := range p.board.Decisions {
		if d.Open {
			p.page(consultationPath(d), p.word("consultation.title_of", d.Title), nil, func(f Frame) any { return ConsultationSheet{f, d} })
		}
	}
}

func consultationPath(d *board.Decision) string { return "sheets/consultation-" + d.ID + ".html" }
