package site

import (
	"path"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A CorrectionsPage lists everything that was put right after it had been published.
type CorrectionsPage struct {
	Frame
	Rows    []CorrectionRow // newest first
	Notices []*board.Notice // that correct another (更正公告), newest first
}

// A CorrectionRow is one correction, the title of the page it is of, and what it changes of what is sealed.
type CorrectionRow struct {
	*board.Correction
	Title  string
	Sealed []SealedLine
}

func (p *planner) corrections() {
	p.page("corrections.html", p.word("corrections.title"), p.crumb(""), func(f Frame) any {
		c := CorrectionsPage{Frame: f, Rows: p.correctionRows(p.board.Corrections)}
		for _, n := range p.board.Notices {
			if n.Notice.Kind == record.CorrectNotice {
				c.Notices = append(c.Notices, n)
			}
		}
		return c
	})
}

func (p *planner) correctionRows(corrections []*board.Correction) []CorrectionRow {
	var rows []CorrectionRow
	for _, c := range corrections {
		row := CorrectionRow{Correction: c, Title: p.titleOf(c.Page)}
		for _, x := range c.Correction.Sealed {
			row.Sealed = append(row.Sealed, p.sealedLine(x))
		}
		rows = append(rows, row)
	}
	return rows
}

// titleOf is the title of a page by its address without the ending, empty when there is none.
func (p *planner) titleOf(address string) string {
	page, _ := p.site.Page(address + ".html")
	return page.Title
}

// Corrections are those of the page, newest first.
func (f Frame) Corrections() []CorrectionRow {
	return f.planner.correctionRows(f.Board.Corrected(strings.TrimSuffix(f.Path, ".html")))
}

// Printed is the newest correction of what a sheet prints, nil when that stands as first published.
func (f Frame) Printed(folder, id string) *board.Correction { return f.Board.Latest(folder + id) }

// A SealedLine is one thing that a correction changes of what is sealed, in words.
type SealedLine struct {
	Text string // 2025年上半年封存的数，水利站受理：原来是12，改为13。
	Page Crumb  // of the record that changed; empty for a figure, and for a record without a page
	More string // after the link
}

// absent stands in a correction for what was not there before, or is not there now.
const absent = "无"

func (p *planner) sealedLine(x record.SealedChange) SealedLine {
	if x.Figure != "" {
		of, name := p.sealedOf(x.Period), p.figureName(x.Figure)
		switch absent {
		case x.Old:
			return SealedLine{Text: p.word("seal.figure_new", of, name, x.New)}
		case x.New:
			return SealedLine{Text: p.word("seal.figure_gone", of, name, x.Old)}
		}
		return SealedLine{Text: p.word("seal.figure_changed", of, name, x.Old, x.New)}
	}
	line := SealedLine{Text: p.word("seal.record", p.sealedOf(x.Period))}
	address := strings.TrimSuffix(x.Record, path.Ext(x.Record))
	if title := p.titleOf(address); title != "" {
		line.Page = Crumb{address + ".html", title}
	} else {
		line.Text += p.recordName(x.Record)
	}
	switch absent {
	case x.Old:
		line.More = p.word("seal.record_new", x.New)
	case x.New:
		line.More = p.word("seal.record_gone", x.Old)
	default:
		line.More = p.word("seal.record_changed", x.Old, x.New)
	}
	return line
}

// recordName is what a record without a page is called: 办理规则, 放假调休表 2025.
func (p *planner) recordName(file string) string {
	name := strings.TrimSuffix(file, path.Ext(file))
	folder, id, numbered := strings.Cut(name, "/")
	switch key := "seal_record." + folder; {
	case !p.theme.has(key):
		return name
	case !numbered:
		return p.word("seal_record.", folder)
	}
	return p.word("seal_record.", folder) + " " + id
}

// sealedOf is what a seal is of, by its id: 2025年上半年; the title of a record's page.
func (p *planner) sealedOf(id string) string {
	for _, s := range p.board.Seals {
		if s.ID != id {
			continue
		}
		n, ok := record.PeriodOf(s.What)
		switch {
		case !ok:
			if title := p.titleOf(s.What); title != "" {
				return p.word("seal.of_record", title)
			}
		case n.Half > 0:
			return p.word("seal_half.", n.Half, n.Year)
		case n.Quarter > 0:
			return p.word("seal.of_quarter", n.Year, n.Quarter)
		case n.End:
			return p.word("seal.of_year", n.Year)
		default:
			return p.word("seal.of_mid", n.Year)
		}
	}
	return id
}

// figureName is a sealed figure in words: 受理 for received, 水利站按时办结率 for units.shuili.rates.on_time, 答复A类 for
// by_class.A.
func (p *planner) figureName(name string) string {
	owner := ""
	if parts := strings.SplitN(name, ".", 3); len(parts) == 3 {
		if of := p.ownerName(parts[0], parts[1]); of != "" {
			owner, name = of, parts[2]
		}
	}
	if p.theme.has("figure_name." + name) {
		return owner + p.word("figure_name.", name)
	}
	switch list, key, _ := strings.Cut(name, "."); {
	case list == "by_state" && p.theme.has("state."+key):
		return owner + p.word("state.", key)
	case list == "by_class":
		return owner + p.word("seal.class", key)
	case list == "by_satisfaction":
		return owner + p.word("seal.opinion", key)
	}
	return owner + name // a mistake, which stops the build: the preview shows it beside the problem
}

// ownerName is the unit, group or village that a figure is of.
func (p *planner) ownerName(list, id string) string {
	switch list {
	case "units":
		for _, u := range p.board.Units {
			if u.ID == id {
				return u.Name
			}
		}
	case "groups":
		for _, g := range p.board.Groups {
			if g.ID == id {
				return g.Name
			}
		}
	case "villages":
		for _, v := range p.board.Villages {
			if v.ID == id {
				return v.Name
			}
		}
	default:
		return ""
	}
	return id // not on file any more
}
