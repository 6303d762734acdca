package site

import (
	"io"

	"gongshi/generator/board"
	"gongshi/generator/opendata"
	"gongshi/generator/site/internal/collate"
)

// checks are how the files that hold figures of tallies are held against the board, by address.
var checks = map[string]func([]byte, board.Catalogue) error{
	opendata.Folder + "figures.json": collate.Headline, opendata.Folder + "tallies.csv": collate.CSV, opendata.Folder + "tallies.json": collate.JSON,
}

// A DataPage offers the open data for download.
type DataPage struct {
	Frame
	Tables []opendata.Table
}

func (p *planner) downloads() {
	p.tables = opendata.Tables(p.board)
	p.page("data.html", p.word("data.title"), p.crumb(""), func(f Frame) any { return DataPage{f, p.tables} })
}

// data plans the files of the open data, with the tables of the page that offers them.
func (p *planner) data() {
	for _, f := range opendata.Files(p.board, p.tables, p.word("data.usage")) {
		if check := checks[f.Path]; check != nil {
			p.add(f.Path, "", func(w io.Writer) error { return held(w, p.figures, check, f.Write) })
			continue
		}
		p.add(f.Path, "", f.Write)
	}
}
