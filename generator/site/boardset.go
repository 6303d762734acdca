package site

import (
	"fmt"
	"slices"

	"gongshi/generator/board"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/typeset"
)

// A BoardSet (公示栏用纸) is what hangs on a notice board of a half-year's report, of the whole township or of one village:
// the headline figures, the five publics of every item, why the rest is unresolved, whom to ask. Its sheets are laid out
// before anything is printed.
type BoardSet struct {
	Frame
	Report  *board.Report
	Village string       // name; empty for the whole township
	Tally   *board.Tally // of the township or the village, as of the period's last day
	Heading string       // as it is printed
	Legend  string       // what the letters of the classes stand for
	Form    *SetForm
	Sheets  []BoardSheet
}

// A BoardSheet is one sheet of paper of a set.
type BoardSheet struct{ Pieces []BoardPiece }

// A BoardPiece is what one sheet shows of a part of the set.
type BoardPiece struct {
	Part   string // headline, items, village-items, reasons or end
	Height int    // of a single block; 0 for a table
	Head   []BoardCell
	Rows   []BoardRow
}

// A composer lays out one set. It keeps the first mistake of the theme.
type composer struct {
	theme   *Theme
	profile *record.Profile
	form    *SetForm
	parts   []setPart
	runs    []typeset.Run
	err     error
}

// A setPart is a part of a set: a table, or a single block.
type setPart struct {
	name string
	head BoardRow
	rows []BoardRow
}

func (c *composer) word(key string, values ...any) string {
	w, err := c.theme.Word(key, values...)
	c.keep(err)
	return w
}

func (c *composer) keep(err error) {
	if c.err == nil {
		c.err = err
	}
}

func (c *composer) block(name string, height float64) {
	c.parts = append(c.parts, setPart{name: name})
	c.runs = append(c.runs, typeset.Run{Blocks: []float64{float64(pixels(height))}, End: name == "end"})
}

// table lays out a row for each item from the part board-<name> of the theme, under a caption and labels.
func (c *composer) table(name string, cases []*board.Case, columns []float64, labels ...string) {
	part := setPart{name: name, head: c.form.row(labels, columns)}
	run := typeset.Run{Head: float64(c.form.Caption() + part.head.Height)}
	for _, x := range cases {
		html, err := c.theme.parts[1].once("board-"+name, x)
		c.keep(err)
		for _, row := range c.form.parted(c.form.row(typeset.Cells(string(html), "sub"), columns), c.word("sheet.goes_on")) {
			part.rows, run.Blocks = append(part.rows, row), append(run.Blocks, float64(row.Height))
		}
	}
	if len(part.rows) > 0 {
		c.parts, c.runs = append(c.parts, part), append(c.runs, run)
	}
}

// sheets lays the parts on paper.
func (c *composer) sheets() []BoardSheet {
	var all []BoardSheet
	for _, pieces := range typeset.Fill(float64(c.form.room()), c.runs) {
		var sheet BoardSheet
		for _, at := range pieces {
			part := c.parts[at.Run]
			piece := BoardPiece{Part: part.name, Head: part.head.Cells}
			if part.rows == nil {
				piece.Height = int(c.runs[at.Run].Blocks[0])
			} else {
				piece.Rows = part.rows[at.From:at.To]
			}
			sheet.Pieces = append(sheet.Pieces, piece)
		}
		all = append(all, sheet)
	}
	return all
}

// boardSet lays out a set of one report: that of a village by its name, or the township's.
func (p *planner) boardSet(f Frame, r *board.Report, village string, t *board.Tally) (any, error) {
	form := setForm(f.Kind)
	c := composer{theme: p.theme, profile: p.board.Profile, form: form}
	set := BoardSet{
		Frame: f, Report: r, Village: village, Tally: t, Form: form,
		Heading: c.word("sheet.board_heading", f.Town.Name+village, r.Period.Year), Legend: c.legend(),
	}
	c.block("headline", form.headline(set.Heading))
	labels := []string{c.word("five.number"), c.word("five.matter"), c.word("five.village"), c.word("sheet.unit_leader"), c.word("five.deadline"), c.word("five.result"), c.word("five.satisfaction")}
	if village == "" {
		c.table("items", t.Received, form.Items, labels...)
	} else {
		c.table("village-items", t.Received, form.Village, slices.Delete(labels, 2, 3)...)
	}
	c.table("reasons", t.Unresolved, form.Reasons, c.word("five.number"), c.word("five.matter"), c.word("sheet.stands"), c.word("sheet.why"))
	c.block("end", form.end(set.Legend))
	set.Sheets = c.sheets()
	return set, c.err
}

// legend explains the letters of the classes.
func (c *composer) legend() string {
	text := c.word("sheet.classes")
	for i, class := range c.profile.Classes {
		if i > 0 {
			text += c.word("sheet.semicolon")
		}
		text += c.word("list.class", class.Letter, class.Meaning)
	}
	return text + c.word("list.stop") + c.word("sheet.legend")
}

// boards plans the sets of one size of paper: the township's for the reports of the board's year, the villages' for the newest,
// which is the one that hangs.
func (p *planner) boards() {
	for i, r := range p.board.Reports {
		if r.Period.Year != p.board.Year {
			continue
		}
		p.setPage(boardPath(r, "", p.kind), p.word("sheet.board_title", r.Title), r, "", r.Year)
		if i > 0 {
			continue
		}
		for _, line := range r.Villages.Lines {
			if line.ID != "" {
				p.setPage(boardPath(r, line.ID, p.kind), p.word("sheet.board_title", p.word("sheet.board_of", r.Title, line.Name)), r, line.Name, line.Tally)
			}
		}
	}
}

func (p *planner) setPage(path, title string, r *board.Report, village string, t *board.Tally) {
	p.tried(path, title, nil, func(f Frame) (any, error) { return p.boardSet(f, r, village, t) })
}

// boardPath is the address of a set: sheets/board-2025-h2-a3.html, sheets/board-2025-h2-beijie-a3.html.
func boardPath(r *board.Report, village, kind string) string {
	if village != "" {
		village = "-" + village
	}
	return fmt.Sprintf("sheets/board-%s%s%s.html", r.ID, village, kind[len("board"):])
}

// boardSheets are the addresses of a report's sets on each size of paper, with what the paper is called; none for a report of an
// earlier year.
func (p *planner) boardSheets(r *board.Report, village string) []Crumb {
	if r.Period.Year != p.board.Year {
		return nil
	}
	var all []Crumb
	for _, f := range setForms {
		all = append(all, Crumb{boardPath(r, village, f.Kind), p.word("board_on.", string(f.Paper))})
	}
	return all
}

// hung is the newest report, if it has items of the village.
func (p *planner) hung(v *board.Village) *board.Report {
	if len(p.board.Reports) == 0 {
		return nil
	}
	newest := p.board.Reports[0]
	for _, line := range newest.Villages.Lines {
		if line.ID == v.ID {
			return newest
		}
	}
	return nil
}
