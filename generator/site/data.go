package site

import (
	"bufio"
	"io"

	"gongshi/generator/board"
	"gongshi/generator/opendata"
	"gongshi/generator/site/internal/collate"
)

// checks are how the files that hold figures are held against the board, by address.
var checks = func() map[string]func(io.Reader, board.Catalogue) error {
	all := map[string]func(io.Reader, board.Catalogue) error{
		opendata.Folder + "figures.json": collate.Headline,
		opendata.Folder + "tallies.csv":  collate.CSV,
		opendata.Folder + "tallies.json": collate.JSON,
	}
	for _, table := range []string{"units", "groups", "villages", "deputies", "reports"} {
		all[opendata.Folder+table+".csv"], all[opendata.Folder+table+".json"] = collate.CountsCSV, collate.CountsJSON
	}
	for _, table := range []string{"assessments", "standings"} {
		all[opendata.Folder+table+".csv"], all[opendata.Folder+table+".json"] = collate.ScoresCSV, collate.ScoresJSON
	}
	return all
}()

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
		write := f.Write
		if check := checks[f.Path]; check != nil {
			write = func(w io.Writer) error { return readBack(w, p.figures, check, f.Write) }
		}
		p.put(Page{Path: f.Path, Write: write, Large: true})
	}
}

// readBack writes a file while the check reads along. When it finds a figure that is not the right one that is the error, and
// what was written until then must not be used.
func readBack(w io.Writer, right board.Catalogue, check func(io.Reader, board.Catalogue) error, write func(io.Writer) error) error {
	in, out := io.Pipe()
	checked := make(chan error, 1)
	go func() {
		err := check(in, right)
		if err == nil {
			_, err = io.Copy(io.Discard, in) // what stands after the last row
		}
		in.CloseWithError(err)
		checked <- err
	}()
	both := bufio.NewWriterSize(io.MultiWriter(w, out), 64<<10)
	err := write(both)
	if err == nil {
		err = both.Flush()
	}
	out.CloseWithError(err)
	if wrong := <-checked; err == nil {
		err = wrong
	}
	return err
}
