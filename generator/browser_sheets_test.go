package generator_test

import (
	"context"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"

	"gongshi/generator/board"
	"gongshi/generator/site"
)

// runs are the kinds of sheets that are not one page, by how many at most; 0 when they run on.
var runs = map[string]int{
	"report-table": 0, // checkTable counts its pages
	"table-cards":  0, // testTableCards does
	"duties":       2,
	"guide":        2,
	"commend":      2, // an official document in its prescribed type, with a table of units
	"criticise":    2,
}

// points is a paper's size in a PDF.
func points(p site.Paper) [2]float64 {
	width, height := p.Millimetres()
	return [2]float64{float64(width) / 25.4 * 72, float64(height) / 25.4 * 72}
}

// Printed, the five fullest sheets of every kind have the paper and the pages of their kind, and a report's table is laid
// out without cutting a row.
func (b *browser) testSheets(t *testing.T) {
	t.Parallel()
	p := b.tab(t)
	// The specimen has no unit over the limit of unacceptable results; if it gets one, its determination is printed too.
	kinds := b.kinds(t, "sheet", "determination")
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		most, other := runs[kind]
		if !other {
			most = 1
		}
		names := kinds[kind][:min(5, len(kinds[kind]))]
		if kind == "suggestion" {
			names = b.itemSheets(t)
		}
		for _, name := range names {
			out := p.laidOut(name)
			if sheet, ok := b.site.Page(name); !ok || !out.sized(points(sheet.Paper)) || most > 0 && len(out.sizes) > most {
				t.Errorf("%s is not %d page(s) of %s: %v", name, most, sheet.Paper, out.sizes)
			}
			p.well(name)
		}
	}
	for kind := range runs {
		if kinds[kind] == nil {
			t.Errorf("there is no kind of sheet %q", kind)
		}
	}
	for _, r := range specimenBoard().Reports {
		p.checkTable(r)
	}
	p.well("sheets")
}

// Every table card has a page to itself.
func (b *browser) testTableCards(t *testing.T) {
	t.Parallel()
	p := b.tab(t)
	if out, want := p.laidOut("sheets/table-cards.html"), len(specimenBoard().Cards); len(out.sizes) != want {
		t.Errorf("%d table cards are on %d pages", want, len(out.sizes))
	}
	p.well("table cards")
}

// itemSheets picks ten sheets: the five with the longest timelines, and five spread over the others.
func (b *browser) itemSheets(t *testing.T) []string {
	t.Helper()
	events := map[string]int{}
	var names []string
	files, err := filepath.Glob(filepath.Join(b.dir, "sheets", "suggestion-*.html"))
	if err != nil || len(files) < 100 {
		t.Fatalf("%d item sheets: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := "sheets/" + filepath.Base(file)
		events[name], names = strings.Count(string(data), "<time "), append(names, name)
	}
	slices.SortStableFunc(names, func(x, y string) int { return events[y] - events[x] })
	for i := range 5 {
		names[5+i] = names[5+(len(names)-6)*i/4]
	}
	return names[:10]
}

// A printout is a PDF file: its pages' sizes in points, and its text when asked for.
type printout struct {
	pdf   []byte
	sizes [][2]float64
}

var (
	mediaBox = regexp.MustCompile(`/MediaBox ?\[0 0 ([0-9.]+) ([0-9.]+)\]`)
	a4       = points(site.A4)
	a3Wide   = points(site.A3Wide)
)

// printed prints a page as a browser does that is told to use the paper the page asks for.
func (p *tab) printed(name string) printout {
	p.Helper()
	p.open(name)
	return p.print()
}

// laidOut prints a page with its words hidden, which keep their room: its pages and their sizes are those of the page.
// Nearly all the time of printing goes into writing out of a Chinese font, of which each has sixty thousand signs, the few
// that were used; without words there is no font.
func (p *tab) laidOut(name string) printout {
	p.Helper()
	p.open(name)
	p.run(chromedp.Evaluate(`document.documentElement.style.visibility = "hidden"`, nil))
	return p.print()
}

func (p *tab) print() (out printout) {
	p.Helper()
	p.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		out.pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
		return err
	}))
	for _, m := range mediaBox.FindAllSubmatch(out.pdf, -1) {
		width, _ := strconv.ParseFloat(string(m[1]), 64)
		height, _ := strconv.ParseFloat(string(m[2]), 64)
		out.sizes = append(out.sizes, [2]float64{width, height})
	}
	return out
}

func (o printout) onePage(t *testing.T, what string) {
	t.Helper()
	if len(o.sizes) != 1 || !o.sized(a4) {
		t.Errorf("%s is not one page A4 upright: %v", what, o.sizes)
	}
}

func (o printout) sized(paper [2]float64) bool {
	for _, s := range o.sizes {
		if math.Abs(s[0]-paper[0]) > 2 || math.Abs(s[1]-paper[1]) > 2 {
			return false
		}
	}
	return len(o.sizes) > 0
}

// texts gives the words of each page without spaces, in the order they were printed, and as lines.
func (o printout) texts(t *testing.T) (dense []string, lines string) {
	t.Helper()
	command := exec.Command(installed(t, "pdftotext"), "-raw", "-enc", "UTF-8", "-", "-")
	command.Stdin = strings.NewReader(string(o.pdf))
	text, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	for sheet := range strings.SplitSeq(strings.TrimSuffix(string(text), "\f"), "\f") {
		dense = append(dense, squeezed(sheet))
	}
	return dense, string(text)
}

// squeezed drops spaces and the differences between signs that look the same, which a PDF does not keep.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
}

var lineNumber = regexp.MustCompile(`(?m)^\f?(12-5-\d{3})\b`)

// checkTable prints the table of a report. Its pages must be those that come out when the rows, measured one by one,
// are laid on A3 without cutting any; every page must begin with the table's head, every row stand whole on one page,
// and every item's number in the first column once.
func (p *tab) checkTable(r *board.Report) {
	p.Helper()
	name := "sheets/report-" + r.ID + "-table.html"
	out := p.printed(name)
	if !out.sized(a3Wide) {
		p.Errorf("%s is not A3 lying: %v", name, out.sizes)
	}

	table := p.measured()
	if want := table.pages(); len(out.sizes) != want {
		p.Errorf("%s has %d pages, its rows fill %d", name, len(out.sizes), want)
	}
	if len(table.Rows) != len(r.Year.Received) {
		p.Errorf("%s has %d rows for %d items", name, len(table.Rows), len(r.Year.Received))
	}
	pages, lines := out.texts(p.T)
	if len(pages) != len(out.sizes) {
		p.Fatalf("%s: text of %d pages", name, len(pages))
	}
	head := squeezed(table.Words)
	for i, text := range pages {
		text = strings.TrimPrefix(text, fmt.Sprintf("—%d/%d—", i+1, len(pages)))
		if i == 0 {
			_, text, _ = strings.Cut(text, squeezed(table.Before))
		}
		if !strings.HasPrefix(text, head) {
			p.Errorf("%s: page %d begins with %.60s, not with %s", name, i+1, text, head)
		}
	}
	for _, row := range table.Rows {
		whole := 0
		for _, text := range pages {
			whole += strings.Count(text, squeezed(row.Words))
		}
		if whole != 1 || row.Break != "avoid" {
			p.Errorf("%s: a row stands %d times whole on a page (break-inside: %s): %s", name, whole, row.Break, row.Words)
		}
	}
	var want, got []string
	for _, c := range r.Year.Received {
		want = append(want, c.Number)
	}
	for _, m := range lineNumber.FindAllStringSubmatch(lines, -1) {
		got = append(got, m[1])
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		p.Errorf("%s: printed are the numbers %v, received are %v", name, got, want)
	}
}

// measures are the heights and words of a table sheet's parts, in CSS pixels.
type measures struct {
	Top, Head, Foot, Ask float64 // above the head; the head; the legend; whom to ask
	Before, Words        string  // what is printed above the head, and the head
	Rows                 []struct {
		Height       float64
		Words, Break string
	}
}

// measured lays the open sheet out as wide as it is printed and measures it.
func (p *tab) measured() measures {
	p.Helper()
	p.run(emulation.SetEmulatedMedia().WithMedia("print"), chromedp.EmulateViewport(1474, 900)) // 390 mm: A3 without margins
	defer p.run(emulation.SetEmulatedMedia().WithMedia(""))
	return value[measures](p, `(() => {
		const $ = s => document.querySelector(s), height = e => e.getBoundingClientRect().height;
		const bottom = e => e.getBoundingClientRect().bottom;
		return {
			Top: $("thead").getBoundingClientRect().top,
			Head: height($("thead")),
			Foot: bottom($(".legend")) - bottom($("table")),
			Ask: bottom($(".ask")) - bottom($(".legend")),
			Before: $("h1").innerText + $("caption").innerText,
			Words: $("thead").innerText,
			Rows: [...document.querySelectorAll("tbody tr")].map(tr => ({
				Height: height(tr), Words: tr.innerText, Break: getComputedStyle(tr).breakInside,
			})),
		};
	})()`)
}

// pages lays the parts on paper: a part that does not fit on what is left of a page goes to the next, a row under a head
// of its own.
func (m measures) pages() int {
	const paper = (297 - 14 - 15) / 25.4 * 96 // A3 without margins
	pages, left := 1, paper-m.Top-m.Head
	for _, row := range m.Rows {
		if row.Height > left {
			pages, left = pages+1, paper-m.Head
		}
		left -= row.Height
	}
	for _, part := range []float64{m.Foot, m.Ask} {
		if part > left {
			pages, left = pages+1, paper
		}
		left -= part
	}
	return pages
}
