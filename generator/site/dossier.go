package site

import "gongshi/generator/board"

func dossierPath(d *board.Deputy) string { return "sheets/dossier-" + d.ID + ".html" }

// dossierSheet plans a sheet for every serving deputy: it is taken to the voters and to the group's vote.
func (p *planner) dossierSheet() {
	for _, d := range p.board.Deputies {
		if d.Serving {
			p.page(dossierPath(d), p.word("dossier.sheet_title", d.Name), nil, func(f Frame) any { return DeputyPage{Frame: f, Deputy: d} })
		}
	}
}

func (p *planner) changes() {
	p.page("changes.html", p.word("changes.title"), p.crumb(""), func(f Frame) any { return f })
}
