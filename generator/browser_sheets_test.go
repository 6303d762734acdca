package generator_test

import (
	"bytes"
	"context"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator"
	"gongshi/generator/paper"
	"gongshi/generator/publish"
	"gongshi/generator/site"
	"gongshi/themes"
)

// runs are the kinds of sheets that are not one page, by how many at most; 0 when they run on.
var runs = map[string]int{
	"board-a3":        0, // checkSet counts its pages
	"board-a4-wide":   0,
	"board-a4":        0,
	"table-cards":     0, // testCards does
	"name-badges":     0,
	"duties":          2,
	"guide":           2,
	"commend":         0, // checkOfficial counts the pages of official documents
	"criticise":       0,
	"summons":         0,
	"report-document": 0,
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
	for _, kind := range []string{"commend", "criticise", "summons", "report-document"} {
		for _, name := range kinds[kind] {
			p.checkOfficial(b, name)
		}
	}
	if sets < 40 {
		t.Errorf("only %d sets for notice boards", sets)
	}
	p.well("sheets")
}

// Cards of the specimen's sizes and of others, with a long name among them, are as they are to be cut out.
func (b *browser) testCards(t *testing.T) {
	t.Parallel()
	serving := 0
	for _, d := range specimenBoard().Deputies {
		if d.Serving {
			serving++
		}
	}
	p := b.tab(t)
	if sizes := p.checkCards(b.site, len(specimenBoard().Cards), serving); sizes != 3 {
		t.Errorf("%d sizes of table cards", sizes)
	}
	p.well("cards")

	files := changed(t, goldenTown, func(name string, f *fstest.MapFile) {
		if name == "town.toml" {
			f.Data = append([]byte("table_cards = [\"60x40\", \"60x200\", \"100x100\", \"130x45\", \"287x205\", \"410x143\", \"60×40\"]\n"), f.Data...)
		}
		f.Data = bytes.ReplaceAll(f.Data, []byte("祝小兰"), []byte("阿卜杜热合曼·买买提艾力"))
	})
	s, problems, err := generator.Build(generator.Options{Content: files, Theme: themes.Default(), On: goldenDay})
	if err != nil || problems.Errors() > 0 {
		t.Fatal(err, problems)
	}
	other := &browser{ctx: b.ctx, site: s, dir: filepath.Join(t.TempDir(), "public")}
	if _, err := publish.Write(s, other.dir, goldenTown); err != nil {
		t.Fatal(err)
	}
	p = other.tab(t)
	if sizes := p.checkCards(s, 3, 4); sizes != 6 { // one is there twice
		t.Errorf("%d other sizes of table cards", sizes)
	}
	p.well("cards of other sizes")
}

// checkCards measures table cards and badges and counts the sizes of table cards. Each size is there to half a millimetre, both
// faces of a tent are upright once it is folded, nothing on a face is cut off, and marks stand outside the cards; every card is
// there, on the pages that were laid out.
func (p *tab) checkCards(s *site.Site, tents, badges int) int {
	t := p.T
	sizes := 0
	for _, sheet := range s.Sheets() {
		cards, faces := tents, 2
		switch sheet.Sheet {
		case "table-cards":
			sizes++
		case "name-badges":
			cards, faces = badges, 1
		default:
			continue
		}
		laid, err := paper.Laid(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if out := p.laidOut(sheet.Path); len(out.sizes) != laid || !out.sized(points(sheet.Paper)) {
			t.Errorf("%s is printed on %v, laid out were %d of %s", sheet.Path, out.sizes, laid, sheet.Paper)
		}
		p.run(emulation.SetEmulatedMedia().WithMedia("print"), chromedp.EmulateViewport(1700, 1200))
		got := value[struct {
			Cards, Faces int
			Wrong        []string
		}](p, `(() => {
			const wrong = [], mm = px => px / 96 * 25.4, near = (x, y) => Math.abs(x - y) < .5, all = s => [...document.querySelectorAll(s)];
			const section = document.querySelector(".cards"), w = parseFloat(section.style.getPropertyValue("--w")), h = parseFloat(section.style.getPropertyValue("--h"));
			for (const f of all(".face")) {
				const r = f.getBoundingClientRect();
				if (!near(mm(r.width), w) || !near(mm(r.height), h)) wrong.push("a face is " + mm(r.width) + " × " + mm(r.height));
				if (f.scrollWidth > f.clientWidth || f.scrollHeight > f.clientHeight) wrong.push("cut off: " + f.textContent.trim());
				for (const e of f.children) { const c = e.getBoundingClientRect(); if (c.left < r.left || c.right > r.right || c.top < r.top || c.bottom > r.bottom) wrong.push("over the edge: " + e.textContent); if (e.scrollWidth > e.clientWidth) wrong.push("in the white beside the lines: " + e.textContent); }
			}
			for (const t of all(".tent")) {
				const [upper, lower] = t.querySelectorAll(".face");
				if (getComputedStyle(upper).transform !== "matrix(-1, 0, 0, -1, 0, 0)" || getComputedStyle(lower).transform !== "none") wrong.push("a face is not upright");
				if (upper.textContent.trim() !== lower.textContent.trim()) wrong.push("the faces differ");
				if (Math.abs(upper.getBoundingClientRect().bottom - lower.getBoundingClientRect().top) > 1) wrong.push("the fold is not between the faces");
			}
			for (const s of all(".cards")) {
				const page = s.getBoundingClientRect(), cards = [...s.querySelectorAll(".tent, .badge")].map(c => c.getBoundingClientRect());
				for (const m of s.querySelector(".marks path").getAttribute("d").matchAll(/M(-?\d+) (-?\d+)([hv])(-?\d+)/g)) {
					let [x, y, d] = [+m[1], +m[2], +m[4]], x2 = x + (m[3] === "h" ? d : 0), y2 = y + (m[3] === "v" ? d : 0);
					if (Math.min(x, x2) < .5 || Math.min(y, y2) < .5 || Math.max(x, x2) > mm(page.width) - .5 || Math.max(y, y2) > mm(page.height) - .5) wrong.push("a mark leaves the page: " + m[0]);
					for (const c of cards) {
						const inside = (px, py) => px > mm(c.left - page.left) + .2 && px < mm(c.right - page.left) - .2 && py > mm(c.top - page.top) + .2 && py < mm(c.bottom - page.top) - .2;
						if (inside((x + x2) / 2, (y + y2) / 2)) wrong.push("a mark is on a card: " + m[0]);
					}
				}
			}
			return { Cards: all(".tent, .badge").length, Faces: all(".face").length, Wrong: [...new Set(wrong)].slice(0, 5) };
		})()`)
		p.run(emulation.SetEmulatedMedia().WithMedia(""))
		if got.Cards != cards || got.Faces != cards*faces {
			t.Errorf("%s has %d cards with %d faces, not %d", sheet.Path, got.Cards, got.Faces, cards)
		}
		for _, wrong := range got.Wrong {
			t.Errorf("%s: %s", sheet.Path, wrong)
		}
	}
	return sizes
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
	out := p.laidOut(name)
	if !out.sized(points(sheet.Paper)) || len(out.sizes) != laid {
		p.Errorf("%s is printed on %v, laid out were %d sheets", name, out.sizes, laid)
	}
	p.run(emulation.SetEmulatedMedia().WithMedia("print"), chromedp.EmulateViewport(1600, 1130)) // wider than A3
	defer p.run(emulation.SetEmulatedMedia().WithMedia(""))
	for _, wrong := range value[[]string](p, `(() => {
		const wrong = [];
		const tell = (e, what) => wrong.push(what + ": " + e.textContent.slice(0, 40));
		for (const s of document.querySelectorAll(".sheet")) {
			const foot = s.querySelector(".nth").getBoundingClientRect().top;
			const first = s.firstElementChild;
			if (s.previousElementSibling && !first.matches("table:has(caption):has(thead)") && !first.querySelector(".ask")) tell(s, "begins without a head");
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
	got := value[[]string](p, `[...document.querySelectorAll("table")].filter(t => t.caption.textContent.startsWith("五公开"))
		.flatMap(t => [...t.tBodies[0].rows].map(r => r.cells[0].textContent))`)
	slices.Sort(got)
	if len(slices.Compact(slices.Clone(got))) != items || len(got) != items {
		p.Errorf("%s: %d items are printed as %v", name, items, got)
	}
}

// checkOfficial prints an official document and measures it by GB/T 9704-2012: type area 156 × 225 mm at 28 and 37 mm, 22 lines
// of 28 characters, the red rule over the whole width, page numbers at the outer edge below the type area.
func (p *tab) checkOfficial(b *browser, name string) {
	p.Helper()
	sheet, _ := b.site.Page(name)
	laid, err := paper.Laid(sheet)
	if err != nil || laid == 0 {
		p.Fatalf("%s has %d pages laid out: %v", name, laid, err)
	}
	if out := p.laidOut(name); len(out.sizes) != laid || !out.sized(a4) {
		p.Errorf("%s is printed on %v, laid out were %d pages", name, out.sizes, laid)
	}
	p.run(emulation.SetEmulatedMedia().WithMedia("print"), chromedp.EmulateViewport(1000, 1200))
	defer p.run(emulation.SetEmulatedMedia().WithMedia(""))
	got := value[struct {
		Wrong       []string
		Full, Lines int
		Red         float64
	}](p, `(() => {
		const wrong = [], mm = px => px / 96 * 25.4, near = (x, want, what) => { if (Math.abs(x - want) > .5) wrong.push(what + " " + x.toFixed(2) + ", not " + want); };
		let full = 0, most = 0, red = 0;
		[...document.querySelectorAll(".document")].forEach((page, i) => {
			const at = page.getBoundingClientRect(), grid = page.querySelector(".grid"), g = grid.getBoundingClientRect();
			near(mm(g.left - at.left), 28, "left"); near(mm(g.top - at.top), 37, "top"); near(mm(g.width), 156, "width"); near(mm(g.height), 225, "height");
			let lines = 0;
			for (const l of grid.querySelectorAll("p > .line")) {
				const r = l.getBoundingClientRect();
				near(mm(r.height), l.closest(".copies") ? mm(r.height) : 225 / 22, "line of " + l.textContent);
				if (r.right > g.right + 1 || l.scrollWidth > l.clientWidth + 1) wrong.push("wider than the type area: " + l.textContent);
				if (r.bottom > g.bottom + 1) wrong.push("below the type area: " + l.textContent);
				lines++;
				if (l.matches(".full:not(.first)") && /^[\u4e00-\u9fff，。、；：]{28}$/.test(l.textContent)) {
					const range = document.createRange(); range.selectNodeContents(l);
					near(mm(range.getBoundingClientRect().width), 156, "28 characters"); full++;
				}
			}
			most = Math.max(most, lines);
			for (const e of grid.children) if (e.getBoundingClientRect().bottom > g.bottom + 1.5) wrong.push("below the type area: " + e.innerText.slice(0, 30));
			for (const td of grid.querySelectorAll("td, th")) if (td.scrollWidth > td.clientWidth + 1 || td.scrollHeight > td.clientHeight + 1) wrong.push("cut off: " + td.textContent);
			const head = grid.querySelector(".red");
			if (head) { red = mm(head.getBoundingClientRect().width); near(red, 156, "the red rule"); near(mm(head.querySelector(".organ").getBoundingClientRect().top - g.top), 35, "the organ"); }
			const folio = page.querySelector(".folio"), f = folio.getBoundingClientRect();
			if (folio.textContent !== "— " + (i + 1) + " —") wrong.push("page number " + folio.textContent);
			if (f.top < g.bottom) wrong.push("the page number is in the type area");
			const edge = mm(i % 2 ? f.left - g.left : g.right - f.right);
			near(edge, 14 / 72 * 25.4, "page number from the outer edge");
		});
		return { Wrong: wrong, Full: full, Lines: most, Red: red };
	})()`)
	for _, wrong := range got.Wrong {
		p.Errorf("%s: %s", name, wrong)
	}
	if got.Red == 0 || got.Lines > 22 || strings.Contains(name, "report") && (got.Full == 0 || got.Lines < 20) {
		p.Errorf("%s: %+v", name, got)
	}
}
