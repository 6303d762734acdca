package paper

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"

	"github.com/chromedp/chromedp"

	"gongshi/generator/site"
)

// A Poster (拼贴) is how large a sheet becomes of pieces of A4, for an office whose printer takes nothing larger.
type Poster string

const (
	Whole Poster = ""   // each sheet on paper of its own size
	OnA4  Poster = "a3" // sheets of A3 on two pages each; others stay as they are
	ToA2  Poster = "a2" // every sheet on four pages, enlarged
)

// suffix ends the name of a poster's file.
func (p Poster) suffix() string {
	if p == OnA4 {
		return "-on-a4"
	}
	return "-" + string(p)
}

// Lengths of a piece in millimetres: what printers leave white around it, the line that says which piece it is, and how much
// of two neighbours is the same, for the glue.
const (
	white   = 5.0
	line    = 6.0
	overlap = 10.0
)

// A tiling is how a sheet is parted. Lengths are millimetres.
type tiling struct {
	Width, Height         int     // of the sheet
	Columns, Rows         int     // of pieces
	PieceWidth, PieceHigh int     // of a piece of A4
	Scale                 float64 // of the poster to the sheet
	White, Line, Overlap  float64
	Name                  string
}

// tiled parts a sheet whose pages are known; false for one that is printed whole.
func tiled(sheet site.Page, laid int, poster Poster) (tiling, bool) {
	width, height := sheet.Paper.Millimetres()
	t := tiling{Width: width, Height: height, White: white, Line: line, Overlap: overlap, Name: Name(sheet)}
	lying := width > height
	switch {
	case laid == 0 || poster == Whole:
		return t, false
	case poster == ToA2:
		t.Columns, t.Rows = 2, 2
	case max(width, height) > 297 && lying:
		t.Columns, t.Rows, lying = 2, 1, false
	case max(width, height) > 297:
		t.Columns, t.Rows, lying = 1, 2, true
	default:
		return t, false
	}
	t.PieceWidth, t.PieceHigh = site.A4.Millimetres()
	if lying {
		t.PieceWidth, t.PieceHigh = site.A4Wide.Millimetres()
	}
	wide, high := t.window()
	columns, rows := float64(t.Columns), float64(t.Rows)
	t.Scale = min((columns*wide-(columns-1)*overlap)/float64(width), (rows*high-(rows-1)*overlap)/float64(height))
	t.Scale = math.Floor(t.Scale*1000) / 1000
	return t, true
}

// window is what a piece shows of the poster.
func (t tiling) window() (width, height float64) {
	return float64(t.PieceWidth) - 2*white, float64(t.PieceHigh) - 2*white - line
}

// size is the poster's in millimetres. The margins of the pieces and the glue take their part of the paper.
func (t tiling) size() (wide, high int) {
	return int(math.Round(t.Scale * float64(t.Width))), int(math.Round(t.Scale * float64(t.Height)))
}

//go:embed poster.js
var posterScript string

// part puts the pieces in the place of the sheet's pages that a tab shows.
func (t tiling) part() chromedp.Action {
	arrangement, err := json.Marshal(t)
	if err != nil {
		panic(err) // numbers and a name are JSON
	}
	return chromedp.Evaluate(fmt.Sprintf("(%s)(%s)", posterScript, arrangement), nil)
}
