package generator_test

import (
	"context"
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

	"gongshi/generator/paper"
	"gongshi/generator/site"
)

// runs are the kinds of sheets that are not one page, by how many at most; 0 when they run on.
var runs = map[string]int{
	"board-a3":      0, // checkSet counts its pages
	"board-a4-wide": 0,
	"board-a4":      0,
	"table-cards":   0, // testTableCards does
	"duties":        2,
	"guide":         2,
	"commend":       2, // an official document in its prescribed type, with a table of units
	"criticise":     2,
}

// points is a paper's size in a PDF.
func points(p site.Paper) [2]float64 {
	width, height := p.Millimetres()
	return [2]float64{float64(width) / 25.4 * 72, float64(height) / 25.4 * 72}
}

// Printed, the five fullest sheets of every kind have the paper and the pages of their kind, and the sets for notice
// boards those that were laid out.
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
	items := map[string]int{} // by the beginning of the sets' addresses
	for _, r := range specimenBoard().Reports {
		items["sheets/board-"+r.ID] = len(r.Year.Received)
		for _, line := range r.Villages.Lines {
			items["sheets/board-"+r.ID+"-"+line.ID] = len(line.Tally.Received)
		}
	}
	sets := 0
	for _, sheet := range b.site.Sheets() {
		if set, ok := strings.CutSuffix(sheet.Path, strings.TrimPrefix(sheet.Sheet, "board")+".html"); ok && strings.HasPrefix(sheet.Sheet, "board") {
			sets++
			p.checkSet(sheet, items[set])
		}
	}
	if sets < 40 {
		t.Errorf("only %d sets for notice boards", sets)
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

// checkSet prints a set for notice boards. It has the pages that were laid out, as the command tells before printing; nothing
// on them is cut off or higher than it was reckoned; a page that begins with rows begins with their caption and head; every
// item stands in the five publics once, whole.
func (p *tab) checkSet(sheet site.Page, items int) {
	p.Helper()
	name := sheet.Path
	laid, err := paper.Laid(sheet)
	if err != nil || laid == 0 {
		p.Fatalf("%s has %d sheets laid out: %v", name, laid, err)
	}
	out := p.printed(name)
	if !out.sized(points(sheet.Paper)) || len(out.sizes) != laid {
		p.Errorf("%s is printed on %v, laid out were %d sheets", name, out.sizes, laid)
	}
	p.run(emulation.SetEmulatedMedia().WithMedia("print"), chromedp.EmulateViewport(1600, 1130)) // wider than A3
	defer p.run(emulation.SetEmulatedMedia().WithMedia(""))
	for _, wrong := range value[[]string](p, `(() => {
		const wrong = [];
		const tell = (e, what) => wrong.push(what + ": " + e.innerText.slice(0, 40));
		for (const s of document.querySelectorAll(".sheet")) {
			const foot = s.querySelector(".nth").getBoundingClientRect().top;
			for (const e of s.children) if (!e.matches(".nth") && e.getBoundingClientRect().bottom > foot) tell(e, "runs into the foot");
		}
		for (const e of document.querySelectorAll("[style*='height:']:not(.sheet)")) {
			const want = getComputedStyle(e).height, is = e.getBoundingClientRect().height;
			if (e.matches("tr") ? is > parseFloat(e.style.height) + .5 : e.scrollHeight > parseFloat(want) + 1.5) tell(e, "is higher than reckoned");
		}
		for (const e of document.querySelectorAll("td, th")) if (e.scrollWidth > e.clientWidth) tell(e, "is wider than its column");
		return wrong;
	})()`) {
		p.Errorf("%s: %s", name, wrong)
	}
	pages, lines := out.texts(p.T)
	for i, text := range pages[1:] {
		if !strings.HasPrefix(text, squeezed("五公开：受理")) && !strings.HasPrefix(text, squeezed("没有解决的")) {
			p.Errorf("%s: page %d begins with %.60s", name, i+2, text)
		}
	}
	_, reasons, _ := strings.Cut(lines, "为什么，怎么办")
	first := lines[:len(lines)-len(reasons)]
	var got []string
	for _, m := range lineNumber.FindAllStringSubmatch(first, -1) {
		got = append(got, m[1])
	}
	slices.Sort(got)
	if len(slices.Compact(slices.Clone(got))) != items || len(got) != items {
		p.Errorf("%s: %d items are printed as %v", name, items, got)
	}
}
