package site

import (
	"math"
	"strings"

	"gongshi/generator/site/internal/typeset"
)

// A BoardRow is one line of a table.
type BoardRow struct {
	Height int // in CSS pixels, 96 to the inch
	Cells  []BoardCell
}

// A BoardCell is the text of a cell, broken into its lines, and the cell's width in millimetres.
type BoardCell struct {
	Width float64
	Lines []string
}

// Text is the cell's lines with their breaks.
func (c BoardCell) Text() string { return strings.Join(c.Lines, "\n") }

// A SetForm (版式) is how a set is laid out on one size of paper. Lengths are millimetres where nothing else is said.
type SetForm struct {
	Kind    string // of sheet: board-a3
	Paper   Paper
	Title   float64   // size of the title's type, in points
	Size    float64   // of the tables'
	Line    float64   // from line to line of the tables
	Over    float64   // white above and below the lines of a cell
	Beside  float64   // and beside them
	Strip   float64   // height of the headline figures
	End     float64   // of whom to ask, with the QR code
	Items   []float64 // widths of the columns of the five publics
	Village []float64 // the same on a village's set, which needs no column for the village
	Reasons []float64 // and of why items are unresolved
}

// The margins of a sheet of a set; the number of the sheet stands in the lower one.
const (
	setTop  = 12.0
	setFoot = 15.0
)

// setForms are the sizes of paper that a set is printed on: what a village board has room for, and what an office can print.
var setForms = []SetForm{
	{
		Kind: "board-a3", Paper: A3Wide, Title: 34, Size: 13, Line: 6.9, Over: 1.3, Beside: 2, Strip: 47, End: 38,
		Items: []float64{27, 80, 25, 46, 43, 141, 28}, Village: []float64{27, 87, 49, 44, 153, 30}, Reasons: []float64{27, 80, 49, 234},
	},
	{
		Kind: "board-a4-wide", Paper: A4Wide, Title: 24, Size: 10.5, Line: 5.5, Over: 1, Beside: 1.5, Strip: 36, End: 36,
		Items: []float64{22, 58, 19, 37, 34, 78, 25}, Village: []float64{22, 62, 38, 36, 89, 26}, Reasons: []float64{22, 58, 38, 155},
	},
	{
		Kind: "board-a4", Paper: A4, Title: 19, Size: 10.5, Line: 5.5, Over: 1, Beside: 1.2, Strip: 62, End: 36,
		Items: []float64{21, 35, 17, 26, 31, 40, 16}, Village: []float64{21, 37, 28, 31, 53, 16}, Reasons: []float64{21, 35, 29, 101},
	},
}

// setForm is the form of a kind of sheet.
func setForm(kind string) *SetForm {
	for i := range setForms {
		if setForms[i].Kind == kind {
			return &setForms[i]
		}
	}
	return nil
}

// width is that of the tables; the margins have the rest.
func (f *SetForm) width() float64 {
	sum := 0.0
	for _, c := range f.Items {
		sum += c
	}
	return sum
}

// Side is the margin left and right.
func (f *SetForm) Side() float64 {
	width, _ := f.Paper.Millimetres()
	return (float64(width) - f.width()) / 2
}

// pixels are whole CSS pixels that hold a length, since browsers place the rows of a table on whole ones.
func pixels(millimetres float64) int { return int(math.Ceil(millimetres/25.4*96 - 1e-9)) }

// millimetre is how many millimetres a point of type measures.
const millimetre = 25.4 / 72

// lines breaks a text into those of a column.
func (f *SetForm) lines(text string, width float64) []string {
	return typeset.Lines(text, (width-2*f.Beside-.4)/(f.Size*millimetre))
}

// row lays texts out in columns.
func (f *SetForm) row(texts []string, columns []float64) BoardRow {
	var row BoardRow
	most := 1
	for i, width := range columns {
		cell := BoardCell{Width: width}
		if i < len(texts) && texts[i] != "" {
			cell.Lines = f.lines(texts[i], width)
		}
		most = max(most, len(cell.Lines))
		row.Cells = append(row.Cells, cell)
	}
	row.Height = f.rowHeight(most)
	return row
}

func (f *SetForm) rowHeight(lines int) int {
	return pixels(float64(lines)*f.Line + 2*f.Over + .4)
}

// parted is a row as one, or as several when it takes more than half of a sheet, which no sheet would have room for beside
// others. What follows says whose it is.
func (f *SetForm) parted(row BoardRow, follows string) []BoardRow {
	_, height := f.Paper.Millimetres()
	most := int((float64(height)/2 - setTop) / f.Line)
	var rows []BoardRow
	for {
		longest := 0
		for _, c := range row.Cells {
			longest = max(longest, len(c.Lines))
		}
		if longest <= most {
			return append(rows, row)
		}
		head, rest := BoardRow{Height: f.rowHeight(most)}, BoardRow{Height: f.rowHeight(max(1, longest-most))}
		for i, c := range row.Cells {
			cut := min(len(c.Lines), most)
			head.Cells = append(head.Cells, BoardCell{c.Width, c.Lines[:cut]})
			rest.Cells = append(rest.Cells, BoardCell{c.Width, c.Lines[cut:]})
			if i == 0 && len(c.Lines) > 0 {
				rest.Cells[i].Lines = append([]string{c.Lines[0]}, f.lines(follows, c.Width)...)
			}
		}
		rest.Height = max(rest.Height, f.rowHeight(len(rest.Cells[0].Lines)))
		rows, row = append(rows, head), rest
	}
}

// Caption is the height of a table's caption, in CSS pixels.
func (f *SetForm) Caption() int { return pixels(f.Size * millimetre * 2.4) }

// headline is the height of the title, of the line below it and of the figures.
func (f *SetForm) headline(title string) float64 {
	lines := typeset.Lines(title, f.width()/(f.Title*millimetre))
	return float64(len(lines))*f.Title*millimetre*1.35 + 2.4*f.Size*millimetre + f.Strip
}

// end is the height of the legend and of whom to ask.
func (f *SetForm) end(legend string) float64 {
	return float64(len(typeset.Lines(legend, f.width()/(f.Size*millimetre))))*f.Line + f.End
}

// room is the height that a sheet has for its parts, in CSS pixels: one less than there is, since a browser that rounds
// up would begin another sheet.
func (f *SetForm) room() int {
	_, height := f.Paper.Millimetres()
	return pixels(float64(height)-setTop-setFoot) - 1
}
