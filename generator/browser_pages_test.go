package generator_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Every kind of page shows on a phone, a tablet and a computer, the fullest of the kind and the emptiest: nothing sticks
// out, nothing fails, nothing is fetched from elsewhere, and old eyes can read it. A page is opened once, as on a phone,
// and then made wider. With -artifacts the run keeps pictures of the fullest, to be looked at.
func (b *browser) testPages(t *testing.T) {
	t.Parallel()
	p, kinds := b.tab(t), b.kinds(t, "page")
	pictures := t.ArtifactDir()
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		names := kinds[kind]
		if len(names) > 1 {
			names = []string{names[0], names[len(names)-1]}
		}
		for i, name := range names {
			p.size(360)
			p.open(name)
			if i == 0 {
				p.pictured(filepath.Join(pictures, kind))
			}
			for _, width := range []int64{360, 768, 1440} {
				what := fmt.Sprintf("%s at %d px", name, width)
				p.size(width)
				p.fits(what)
				p.readable(what)
				for _, wrong := range p.dressed() {
					t.Errorf("%s %s", what, wrong)
				}
			}
			p.enlarged(name)
			p.well(name)
		}
	}
}

// tallest is how much of a page a picture shows, in pixels: the browser draws no larger ones.
const tallest = 16_000

// pictured keeps pictures of the open page as a phone and a computer show it, and as a phone does for weak eyes.
func (p *tab) pictured(path string) {
	p.Helper()
	p.layOut()
	for _, as := range []struct {
		name, theme, size string
		width             int64
	}{{"phone", "light", "standard", 360}, {"computer", "light", "standard", 1440}, {"weak-eyes", "contrast", "largest", 360}} {
		var picture []byte
		p.size(as.width)
		height := value[float64](p, fmt.Sprintf(`Object.assign(document.documentElement.dataset, {theme: %q, size: %q}), document.documentElement.scrollHeight`, as.theme, as.size))
		p.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
			picture, err = page.CaptureScreenshot().WithFormat(page.CaptureScreenshotFormatJpeg).WithQuality(60).WithCaptureBeyondViewport(true).
				WithClip(&page.Viewport{Width: float64(as.width), Height: min(height, tallest), Scale: 1}).Do(ctx)
			return err
		}))
		if err := os.WriteFile(path+"-"+as.name+".jpg", picture, 0o666); err != nil {
			p.Fatal(err)
		}
	}
	p.run(chromedp.Evaluate(`for (const name of ["theme", "size"]) delete document.documentElement.dataset[name]`, nil))
}

// dressed shows the open page in every colour and size of letters and tells where it sticks out of the window, letters
// lie on other letters, words of a chart are cut off or what is typed cannot be seen. All are tried within the page, one after the other, and the page is left as it was.
func (p *tab) dressed() []string {
	p.Helper()
	colours, _ := json.Marshal(colours)
	letters, _ := json.Marshal(letters)
	return value[[]string](p, fmt.Sprintf(`(() => {
		const data = document.documentElement.dataset, before = {...data}, wrongs = [];
		for (const theme of %s) for (const size of %s) {
			Object.assign(data, {theme, size});
			const wide = document.documentElement.scrollWidth - innerWidth;
			if (wide > 0) wrongs.push("in " + theme + " and " + size + " sticks out by " + wide + " px");
			for (const box of document.querySelectorAll("input")) if (box.checkVisibility() && box.clientWidth < 4 * parseFloat(getComputedStyle(box).fontSize))
				wrongs.push("in " + theme + " and " + size + " has a box that shows no four letters: " + box.outerHTML);
			for (const text of document.querySelectorAll(".chart text")) if (text.getBoundingClientRect().right > text.ownerSVGElement.getBoundingClientRect().right + 1)
				wrongs.push("in " + theme + " and " + size + " has words of a chart that are cut off: " + text.textContent);
			for (const crowd of crowded().slice(0, 3)) wrongs.push("in " + theme + " and " + size + " has letters on letters: " + crowd);
		}
		for (const name of ["theme", "size"]) before[name] === undefined ? delete data[name] : data[name] = before[name];
		return wrongs;

		// crowded gives the pairs of texts that cover each other by more than a third of a line.
		function crowded() {
			const rows = [], range = document.createRange(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let text; text = walker.nextNode();) {
				if (!text.data.trim() || !text.parentElement.checkVisibility({visibilityProperty: true, opacityProperty: true}) || text.parentElement.closest(".skip, svg, script, .scroll")) continue;
				range.selectNodeContents(text);
				for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) rows.push({text, box});
			}
			rows.sort((x, y) => x.box.top - y.box.top);
			const found = [];
			for (let i = 0; i < rows.length; i++) for (let j = i + 1; j < rows.length && rows[j].box.top < rows[i].box.bottom; j++) {
				const a = rows[i].box, b = rows[j].box;
				const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
				if (w > 2 && h > Math.min(a.height, b.height) / 3) found.push(rows[i].text.data.trim().slice(0, 30) + " | " + rows[j].text.data.trim().slice(0, 30));
			}
			return found;
		}
	})()`, colours, letters))
}

// readable checks that the open page says what it is about, in letters and lines for old eyes.
func (p *tab) readable(what string) {
	p.Helper()
	if !value[bool](p, `(h => h.checkVisibility() && h.offsetHeight > 0 && h.innerText.trim() != "")(document.querySelector("h1"))`) {
		p.Errorf("%s: the h1 does not show", what)
	}
	if size := value[float64](p, `parseFloat(getComputedStyle(document.body).fontSize)`); size < 18 {
		p.Errorf("%s: text of %v px", what, size)
	}
	if tight := value[string](p, `[...document.querySelectorAll("main p")]
		.filter(e => (s => parseFloat(s.lineHeight) < 1.599 * parseFloat(s.fontSize))(getComputedStyle(e)))
		.map(e => e.outerHTML.slice(0, 120)).join("\n")`); tight != "" {
		p.Errorf("%s: lines too close:\n%s", what, tight)
	}
}

// enlarged checks that with letters twice as large the open page still needs no scrolling to the side.
func (p *tab) enlarged(what string) {
	p.Helper()
	p.size(1280)
	size := value[float64](p, `(root => {
		root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px";
		return parseFloat(getComputedStyle(document.body).fontSize);
	})(document.documentElement)`)
	if size < 36 {
		p.Errorf("%s: text stays at %v px", what, size)
	}
	p.fits(what + " in double size")
}

// From the home page one comes by clicks to the list, to an item, to the unit that handles it.
func (b *browser) testLinks(t *testing.T) {
	p := b.tab(t)
	p.size(1280)
	p.open("index.html")
	p.follow(`nav.nav a[href="suggestions.html"]`)
	p.at("suggestions.html")
	p.follow(`main a[href="suggestions/2025-012.html"]`)
	p.at("suggestions/2025-012.html")
	p.follow(`main a[href^="../units/"]`)
	p.at("units/linye.html")
	p.follow(`header.masthead a`)
	p.at("index.html")
	p.well("following links")
}

// follow clicks the first link that matches and waits for where it leads.
func (p *tab) follow(link string) {
	p.Helper()
	p.run(chromedp.ScrollIntoView(link, chromedp.ByQuery))
	if _, err := chromedp.RunResponse(p.ctx, chromedp.Click(link, chromedp.ByQuery)); err != nil {
		p.Fatalf("clicking %s: %v", link, err)
	}
}

// Without a mouse: the first Tab offers to skip the navigation, and what folds opens and closes.
func (b *browser) testKeyboard(t *testing.T) {
	p := b.tab(t)
	p.size(1280)
	// The link stands in the frame that all pages share.
	for _, name := range []string{"units/linye.html", "suggestions.html", "suggestions/2025-012.html", "index.html"} {
		p.open(name)
		p.run(chromedp.KeyEvent(kb.Tab))
		if !value[bool](p, `(e => e.matches(".skip") && e.getBoundingClientRect().left >= 0)(document.activeElement)`) {
			t.Fatal(name + ": the first Tab does not come to the skip link: " + value[string](p, `document.activeElement.outerHTML.slice(0, 120)`))
		}
	}
	p.run(chromedp.KeyEvent(kb.Enter))
	p.becomes(`location.hash === "#main"`)
	p.run(chromedp.KeyEvent(kb.Tab))
	if !value[bool](p, `document.activeElement.closest("main") !== null`) {
		t.Fatal("behind the skip link, Tab stays outside main")
	}
	for range 10 {
		if value[bool](p, `document.activeElement.matches("main summary")`) {
			break
		}
		p.run(chromedp.KeyEvent(kb.Tab))
	}
	const fold = `document.activeElement.matches("summary:focus-visible") && document.activeElement.parentElement.open`
	p.run(chromedp.KeyEvent(kb.Enter))
	p.becomes(fold)
	if !value[bool](p, `document.activeElement.nextElementSibling.checkVisibility()`) {
		t.Error("what unfolds does not show")
	}
	p.run(chromedp.KeyEvent(" "))
	p.becomes("!(" + fold + ")")
	p.well("keyboard")
}

// Without a mouse one comes from the home page to the list, narrows it, opens an item, and from there comes to the data.
func (b *browser) testKeyboardPath(t *testing.T) {
	p := b.tab(t)
	p.size(1280)
	p.open("index.html")
	p.tabTo(`nav.nav a[href="suggestions.html"]`)
	p.enter()
	p.at("suggestions.html")
	all := value[int](p, `document.querySelectorAll("tbody tr").length`)
	p.tabTo(`select[name=state]`)
	p.run(chromedp.KeyEvent(kb.ArrowDown)) // the first state
	p.becomes(`location.hash.startsWith("#state=") && document.querySelector("[data-count]").textContent.startsWith("选出")`)
	if some := value[int](p, `document.querySelectorAll("tbody tr").length`); some == 0 || some == all {
		t.Errorf("%d of %d rows are left", some, all)
	}
	p.tabTo(`tbody th a`)
	p.enter()
	p.becomes(`location.pathname.includes("/suggestions/")`)
	p.tabTo(`footer a[href$="data.html"]`)
	p.enter()
	p.at("data.html")
	p.tabTo(`main a[href$="suggestions.csv"]`)
	p.well("the way by keyboard")
}

// tabTo presses Tab until the focus is on what matches. Each stop on the way must be seen: within the window, with a line
// around it.
func (p *tab) tabTo(wanted string) {
	p.Helper()
	for range 400 {
		p.run(chromedp.KeyEvent(kb.Tab))
		if hidden := value[string](p, `(e => { const box = e.getBoundingClientRect(), style = getComputedStyle(e);
			return e.matches(":focus-visible") && style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight && box.width > 0 ? "" : e.outerHTML.slice(0, 160) })(document.activeElement)`); hidden != "" {
			p.Fatalf("on the way to %s the focus is not seen on %s", wanted, hidden)
		}
		if value[bool](p, fmt.Sprintf(`document.activeElement.matches(%q)`, wanted)) {
			return
		}
	}
	p.Fatalf("Tab does not come to %s", wanted)
}

// enter follows the link that has the focus.
func (p *tab) enter() {
	p.Helper()
	if _, err := chromedp.RunResponse(p.ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
		p.Fatal(err)
	}
}

// Without scripts the headline stands there, and every kind of page says what it is about.
func (b *browser) testWithoutScripts(t *testing.T) {
	t.Parallel()
	p := b.tab(t)
	p.run(emulation.SetScriptExecutionDisabled(true))
	p.size(390)
	p.open("index.html")
	var headline string
	p.run(chromedp.Text(".headline .figures", &headline, chromedp.ByQuery, chromedp.NodeVisible))
	for _, figure := range []string{"116", "100", "86.2%"} {
		if !hasNumber(headline, figure) {
			t.Errorf("the headline does not show %s: %s", figure, strings.Join(strings.Fields(headline), " "))
		}
	}
	for _, name := range b.fullest(t) {
		var heading string
		p.open(name)
		p.run(chromedp.Text("h1", &heading, chromedp.ByQuery, chromedp.NodeVisible))
		if strings.TrimSpace(heading) == "" {
			t.Errorf("%s has no heading without scripts", name)
		}
		p.fits(name + " without scripts")
	}
	p.well("without scripts")
}
