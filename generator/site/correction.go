package site

import (
	"strings"

	"gongshi/generator/board"
)

// A CorrectionsPage lists everything that was put right after it had been published.
type CorrectionsPage struct {
	Frame
	Rows []CorrectionRow // newest first
}

// A CorrectionRow is one correction and the page it is on.
type CorrectionRow struct {
	*board.Correction
	Title string
}

func (p *planner) corrections() {
	p.page("corrections.html", p.word("corrections.title"), p.crumb(""), func(f Frame) any {
		c := CorrectionsPage{Frame: f}
		for _, x := range p.board.Corrections {
			c.Rows = append(c.Rows, CorrectionRow{x, p.titleOf(x)})
		}
		return c
	})
}

// titleOf is the title of the page that a correction is on.
func (p *planner) titleOf(c *board.Correction) string {
	page, _ := p.site.Page(c.Page + ".html")
	return page.Title
}

// Corrections are those of the page, newest first.
func (f Frame) Corrections() []*board.Correction {
	return f.Board.Corrected(strings.TrimSuffix(f.Path, ".html"))
}

// Printed is the newest correction of what a sheet prints, nil when that stands as first published.
func (f Frame) Printed(folder, id string) *board.Correction { return f.Board.Latest(folder + id) }
