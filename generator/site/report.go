package site

import "gongshi/generator/board"

// A ReportPage is one half-yearly report; its sheets take the same data.
type ReportPage struct {
	Frame
	*board.Report
	CoverSheet, Document, Leaflet string  // addresses of printed sheets
	Boards                        []Crumb // of the sets for notice boards, by paper
	EndsChart                     Chart   // of Ends
	Standings                     []board.StandingGroup
	ClassesChart                  Chart // of Halves
	lazyTexts
}

func (p *planner) reports() {
	p.page("reports.html", p.word("reports.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) report() {
	for _, r := range p.board.Reports {
		p.page("reports/"+r.ID+".html", r.Title, p.crumb("reports.html"), p.reportPage(r))
	}
}

func (p *planner) reportCover() {
	for _, r := range p.board.Reports {
		p.page(coverPath(r), p.word("sheet.cover_title", r.Title), nil, p.reportPage(r))
	}
}

func (p *planner) reportLeaflet() {
	for _, r := range p.board.Reports {
		p.page(leafletPath(r), p.word("sheet.leaflet_title", r.Title), nil, p.reportPage(r))
	}
}

func (p *planner) reportDocument() {
	for _, r := range p.board.Reports {
		p.page(documentPath(r), p.word("sheet.document_title", r.Title), nil, p.reportPage(r))
	}
}

func documentPath(r *board.Report) string { return "sheets/report-" + r.ID + "-document.html" }
func coverPath(r *board.Report) string    { return "sheets/report-" + r.ID + "-cover.html" }
func leafletPath(r *board.Report) string  { return "sheets/report-" + r.ID + "-leaflet.html" }

func (p *planner) reportPage(r *board.Report) func(Frame) any {
	texts, boards := p.reportTexts(r), p.boardSheets(r, "")
	return func(f Frame) any {
		return ReportPage{
			Frame: f, Report: r, CoverSheet: coverPath(r), Boards: boards, Document: documentPath(r), Leaflet: leafletPath(r), lazyTexts: texts,
			EndsChart: endsChart(r.Ends), Standings: board.StandingGroups[:], ClassesChart: classesChart(r.Halves),
		}
	}
}
