package site

import "gongshi/generator/board"

// A DeputyPage is one deputy's public dossier.
type DeputyPage struct {
	Frame
	*board.Deputy
	Sheet string // address of the printed dossier; empty after the mandate has ended
}

// A DeputiesPage lists all deputies, those whose mandate has ended apart.
type DeputiesPage struct {
	Frame
	Serving, Former []*board.Deputy
}

func (p *planner) deputies() {
	p.page("deputies.html", p.word("deputies.title"), p.crumb(""), func(f Frame) any {
		page := DeputiesPage{Frame: f}
		for _, d := range p.board.Deputies {
			if d.Serving {
				page.Serving = append(page.Serving, d)
			} else {
				page.Former = append(page.Former, d)
			}
		}
		return page
	})
}

func (p *planner) deputy() {
	for _, d := range p.board.Deputies {
		p.page("deputies/"+d.ID+".html", p.word("deputy.title", d.Name), p.crumb("deputies.html"), func(f Frame) any {
			page := DeputyPage{Frame: f, Deputy: d}
			if d.Serving {
				page.Sheet = dossierPath(d)
			}
			return page
		})
	}
}

func (p *planner) officials() {
	p.page("officials.html", p.word("officials.title"), p.crumb(""), func(f Frame) any { return f })
}
