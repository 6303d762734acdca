package paper_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os/exec"
	"path/filepath"
	"testing"

	"gongshi/generator/paper"
)

// Put together, the pieces of a poster show the sheet: what stands on each piece is what stands there on the whole.
func TestPoster(t *testing.T) {
	cases := []struct {
		sheet, file   string
		poster        paper.Poster
		columns, rows int
		wide, high    int // of a piece in millimetres
		scale         float64
	}{
		{"roll-2025", "roll-2025-on-a4", paper.OnA4, 2, 1, 210, 297, .928},
		{"board-2025-h2-xintang-a3", "board-2025-h2-xintang-a3-a2", paper.ToA2, 2, 2, 297, 210, 1.272},
		{"deed-2025-04-09-weishengshi-kaimen", "deed-2025-04-09-weishengshi-kaimen-a2", paper.ToA2, 2, 2, 210, 297, 1.857},
		{"plaque-2025-gongdian", "plaque-2025-gongdian-a2", paper.ToA2, 2, 2, 297, 210, 1.8},
		{"steps", "steps", paper.OnA4, 1, 1, 210, 297, 1},                 // it is A4 already
		{"guide-reading", "guide-reading", paper.ToA2, 1, 1, 210, 297, 1}, // the browser breaks it, so that nobody knows its pages
	}
	s := pictured(t)
	printed := map[paper.Poster]map[string]paper.Printed{} // by name of the sheet
	for _, poster := range []paper.Poster{paper.Whole, paper.OnA4, paper.ToA2} {
		var names []string
		for _, c := range cases {
			if poster == paper.Whole || poster == c.poster {
				names = append(names, c.sheet)
			}
		}
		done, err := paper.Print(t.Context(), paper.Job{Site: s, Sheets: chosen(t, s, names...), Poster: poster, Browser: browser(t), Out: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		printed[poster] = map[string]paper.Printed{}
		for _, p := range done {
			printed[poster][p.Name] = p
		}
	}
	for _, c := range cases {
		whole, p := printed[paper.Whole][c.sheet], printed[c.poster][c.sheet]
		if filepath.Base(p.File) != c.file+".pdf" || p.Pages != whole.Pages*c.columns*c.rows || p.Laid > 0 && p.Laid != p.Pages {
			t.Errorf("%s: %+v of %+v", c.sheet, p, whole)
			continue
		}
		if c.columns*c.rows == 1 {
			if p.Wide != 0 || p.High != 0 {
				t.Errorf("%s is whole, and told to be a poster of %d × %d mm", c.sheet, p.Wide, p.High)
			}
			continue
		}
		picture := raster(t, whole.File, 36*c.scale, 1)
		width, height := chosen(t, s, c.sheet)[0].Paper.Millimetres()
		if p.Wide != int(c.scale*float64(width)+.5) || p.High != int(c.scale*float64(height)+.5) {
			t.Errorf("%s is told to be %d × %d mm", c.sheet, p.Wide, p.High)
		}
		const dots = 36 / 25.4 // to a millimetre
		for row := range c.rows {
			for column := range c.columns {
				piece := raster(t, p.File, 36, 1+row*c.columns+column)
				if w, h := piece.Bounds().Dx(), piece.Bounds().Dy(); w < int(float64(c.wide)*dots)-1 || w > int(float64(c.wide)*dots)+2 || h < int(float64(c.high)*dots)-1 || h > int(float64(c.high)*dots)+2 {
					t.Fatalf("%s: a piece is %d × %d dots", c.sheet, w, h)
				}
				left, top := float64(column*(c.wide-10-10)), float64(row*(c.high-10-6-10))
				ink, other, all := 0, 0, 0
				const block = 8.0 // millimetres
				for y := 8.0; y < float64(c.high-14)-block; y += block {
					for x := 8.0; x < float64(c.wide-8)-block; x += block {
						shown, want := grey(piece, x*dots, y*dots, block*dots), grey(picture, (x-5+left)*dots, (y-5+top)*dots, block*dots)
						all++
						if want < 240 {
							ink++
						}
						if shown-want > 40 || want-shown > 40 {
							other++
						}
					}
				}
				if ink == 0 && row == 0 || other*400 > all {
					t.Errorf("%s: piece %d.%d differs at %d of %d places, %d of them with ink", c.sheet, row+1, column+1, other, all, ink)
				}
			}
		}
	}
}

func raster(t *testing.T, file string, dpi float64, page int) image.Image {
	t.Helper()
	out, err := exec.Command("pdftoppm", "-r", fmt.Sprint(dpi), "-f", fmt.Sprint(page), "-singlefile", "-gray", "-png", file).Output()
	if err != nil {
		t.Fatalf("pdftoppm: %v", err)
	}
	picture, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// grey is how light a square is, 0 to 255; beyond the picture it is white.
func grey(picture image.Image, left, top, side float64) int {
	sum, n := 0, 0
	for y := int(top); y < int(top+side); y++ {
		for x := int(left); x < int(left+side); x++ {
			light := 255
			if at := image.Pt(x, y); at.In(picture.Bounds()) {
				r, _, _, _ := picture.At(x, y).RGBA()
				light = int(r >> 8)
			}
			sum, n = sum+light, n+1
		}
	}
	return sum / n
}
