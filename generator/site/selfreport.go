package site

import "gongshi/generator/board"

func (p *planner) selfReports() {
	p.page("selfreports.html", p.word("selfreports.title"), p.crumb(""), func(f Frame) any { return f })
}

// A SelfReportPage is one deputy's report to the voters on a year.
type SelfReportPage struct {
	Frame
	*board.SelfReport
}

func (p *planner) selfReport() {
	for _, y := range p.board.SelfReports {
		for _, r := range y.Rows {
			p.page("selfreports/"+r.ID+".html", p.word("selfreport.title", r.Deputy.To.Name, r.Year), p.crumb("selfreports.html"), func(f Frame) any { return SelfReportPage{f, r} })
		}
	}
}
