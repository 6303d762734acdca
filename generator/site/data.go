package site

import (
	"gongshi/generator/opendata"
)

// A DataPage offers the open data for download.
type DataPage struct {
	Frame
	Tables []opendata.Table
}

func (p *planner) downloads() {
	tables := opendata.Tables(p.board)
	p.page("data.html", p.word("data.title"), p.crumb(""), func(f Frame) any { return DataPage{f, tables} })
}

// data plans the files of the open data.
func (p *planner) data() {
	for _, f := range opendata.Files(p.board, p.word("data.usage")) {
		p.add(f.Path, "", f.Write)
	}
}
