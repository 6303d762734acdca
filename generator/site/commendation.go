package site

import (
	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A CommendationsPage is all that was given and printed in praise.
type CommendationsPage struct {
	Frame
	Honours []DeputyHonours // what deputies were given elsewhere
	Cards   []Crumb         // table cards and badges to print
}

// A DeputyHonours is one deputy with the honours on file.
type DeputyHonours struct {
	*board.Deputy
	Given []record.Honour
}

func (p *planner) commendations() {
	p.page("commendations.html", p.word("commendations.title"), p.crumb(""), func(f Frame) any {
		page := CommendationsPage{Frame: f, Cards: p.cardSheets()}
		for _, d := range p.board.Deputies {
			if len(d.Honours) > 0 {
				page.Honours = append(page.Honours, DeputyHonours{d, d.Honours})
			}
		}
		return page
	})
}

// A CommendationPage is one year's honours; its roll takes the same data.
type CommendationPage struct {
	Frame
	*board.Commendation
	GroupRows  []GroupRow
	DeputyRows []DeputyRow
	Roll       string // address of the roll of honour
}

// A GroupRow is a group's honour with the address of its certificate.
type GroupRow struct {
	*board.GroupHonour
	Sheet string
}

// A DeputyRow is a deputy's honour with the address of its certificate.
type DeputyRow struct {
	*board.DeputyHonour
	Sheet string
}

// commendationPage shows the deputies in an order: c.Deputies or c.Listed.
func commendationPage(f Frame, c *board.Commendation, deputies []*board.DeputyHonour) CommendationPage {
	page := CommendationPage{Frame: f, Commendation: c, Roll: rollPath(c)}
	for _, h := range c.Groups {
		page.GroupRows = append(page.GroupRows, GroupRow{h, certificatePath(c, "g", h.Group.To.ID)})
	}
	for _, h := range deputies {
		row := DeputyRow{DeputyHonour: h}
		if h.Deputy.To.ID != "" {
			row.Sheet = certificatePath(c, "d", h.Deputy.To.ID)
		}
		page.DeputyRows = append(page.DeputyRows, row)
	}
	return page
}

func (p *planner) commendation() {
	for _, c := range p.board.Commendations {
		p.page("commendations/"+c.ID+".html", c.Title, p.crumb("commendations.html"), func(f Frame) any { return commendationPage(f, c, c.Deputies) })
	}
}

func rollPath(c *board.Commendation) string { return "sheets/roll-" + c.ID + ".html" }

// certificatePath is the address of one honour's certificate; sort keeps groups and deputies of one id apart.
func certificatePath(c *board.Commendation, sort, id string) string {
	return "sheets/certificate-" + c.ID + "-" + sort + "-" + id + ".html"
}

func (p *planner) roll() {
	for _, c := range p.board.Commendations {
		p.page(rollPath(c), p.word("commendation.roll_title", c.Title), nil, func(f Frame) any { return commendationPage(f, c, c.Listed) })
	}
}

// A CertificatePage is the certificate of one honour.
type CertificatePage struct {
	Frame
	Of         *board.Commendation
	Name       string // who gets it
	Work       string // of a deputy
	HonourName string
	Vote       board.Rate
}

func (p *planner) certificate() {
	plan := func(c *board.Commendation, path, name, work, honour string, vote board.Rate) {
		if _, taken := p.site.index[path]; taken { // named twice in one commendation, which is an error of the records
			return
		}
		p.page(path, p.word("commendation.certificate_title", name, honour), nil, func(f Frame) any {
			return CertificatePage{f, c, name, work, honour, vote}
		})
	}
	for _, c := range p.board.Commendations {
		for _, h := range c.Groups {
			plan(c, certificatePath(c, "g", h.Group.To.ID), h.Group.To.Name, "", h.Name, h.Vote)
		}
		for _, h := range c.Deputies {
			if d := h.Deputy.To; d.ID != "" {
				plan(c, certificatePath(c, "d", d.ID), d.Name, d.Work, h.Name, h.Vote)
			}
		}
	}
}
