package generator_test

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// What a reader chose holds on the next page, from a folder too; an address asks for it; a browser that keeps nothing still
// does it for the page; without scripts there are no buttons that do nothing.
func (b *browser) testSettings(t *testing.T) {
	p := b.tab(t)
	p.size(1280)
	p.open("index.html")
	p.set("", "standard", 18)
	if !value[bool](p, `document.querySelector(".settings").checkVisibility()`) {
		t.Fatal("the settings do not show")
	}
	p.run(chromedp.Click(`[data-set=size][value=largest]`, chromedp.ByQuery), chromedp.Click(`[data-set=theme][value=contrast]`, chromedp.ByQuery))
	p.set("contrast", "largest", 30)
	p.follow(`nav.nav a[href="suggestions.html"]`)
	p.at("suggestions.html")
	p.set("contrast", "largest", 30)
	p.follow(`main a[href="suggestions/2025-012.html"]`)
	p.set("contrast", "largest", 30)
	p.run(chromedp.Click(`[data-set=size][value=standard]`, chromedp.ByQuery), chromedp.Click(`[data-set=theme][value=auto]`, chromedp.ByQuery), chromedp.NavigateBack())
	p.at("suggestions.html")
	p.set("", "standard", 18)

	p.open("index.html")
	p.run(chromedp.Navigate(p.address("index.html") + "?size=large&theme=dark"))
	p.set("dark", "large", 24)
	p.open("units.html")
	p.set("dark", "large", 24)
	p.run(chromedp.Navigate(p.address("index.html") + "?size=huge&theme=auto"))
	p.set("", "large", 24)
	p.run(chromedp.Navigate(p.address("index.html") + "?size=standard"))
	p.set("", "standard", 18)
	p.well("settings")

	p = b.tab(t)
	p.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		_, err = page.AddScriptToEvaluateOnNewDocument(`Object.defineProperty(window, "localStorage", { get() { throw new Error("kept nothing"); } })`).Do(ctx)
		return err
	}))
	p.run(chromedp.Navigate(p.address("index.html") + "?size=large"))
	p.set("", "large", 24)
	p.run(chromedp.Click(`[data-set=theme][value=dark]`, chromedp.ByQuery))
	p.set("dark", "large", 24)
	p.open("units.html")
	p.set("", "standard", 18)
	p.well("settings without storage")

	p = b.tab(t)
	p.run(emulation.SetScriptExecutionDisabled(true))
	p.open("index.html")
	p.run(chromedp.WaitVisible("h1"))
	const buttons = `[...document.querySelectorAll(".settings button")]`
	if n := value[int](p, buttons+`.length`); n != 7 {
		t.Errorf("%d buttons of settings", n)
	}
	if value[bool](p, buttons+`.some(e => e.checkVisibility())`) {
		t.Error("buttons that do nothing show without scripts")
	}
	p.well("settings without scripts")
}

// set checks which settings hold on the open page: the attributes on <html>, the one pressed button of each row and the
// size of letters in px.
func (p *tab) set(theme, size string, px float64) {
	p.Helper()
	p.becomes(`document.readyState == "complete"`)
	pressed := size + " " + theme
	if theme == "" {
		pressed += "auto"
	}
	if is := value[string](p, `[...document.querySelectorAll(".settings [aria-pressed=true]")].map(e => e.value).join(" ")`); is != pressed {
		p.Fatalf("pressed is %q, not %q", is, pressed)
	}
	if is := value[string](p, `document.documentElement.dataset.theme || ""`); is != theme {
		p.Fatalf("the theme is %q, not %q", is, theme)
	}
	if is := value[float64](p, `parseFloat(getComputedStyle(document.body).fontSize)`); is != px {
		p.Fatalf("letters have %v px, not %v", is, px)
	}
}

// testThemes measures every text of a page of each kind in each theme against what lies behind it, at least 7 to 1 as WCAG
// AAA has it for old eyes, and every control at least 44 px high; on a phone with the largest letters nothing sticks out and
// no control lies over another.
func (b *browser) testThemes(t *testing.T) {
	t.Parallel()
	p := b.tab(t)
	for _, name := range b.fullest(t) {
		p.size(360)
		p.open(name)
		for _, theme := range []string{"light", "dark", "contrast"} {
			if pale := value[string](p, `(document.documentElement.dataset.theme = "`+theme+`", `+paleTexts+`)`); pale != "" {
				t.Errorf("%s, %s: contrast below 7: %s", name, theme, pale)
			}
		}
		if small := value[string](p, smallControls); small != "" {
			t.Errorf("%s: controls less than 44 px high: %s", name, small)
		}
		for _, size := range []string{"large", "largest"} {
			p.run(chromedp.Evaluate(`document.documentElement.dataset.size = "`+size+`"`, nil))
			p.fits(name + " in " + size + " letters")
			if over := value[string](p, overlapping); over != "" {
				t.Errorf("%s in %s letters: one lies over the other: %s", name, size, over)
			}
		}
		p.well(name)
	}
}

const (
	paleTexts = `(() => {
		const rgb = c => c.match(/[\d.]+/g).map(Number);
		const light = c => { const [r, g, b] = rgb(c).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
		const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (rgb(c)[3] !== 0) return c; } return "rgb(255,255,255)"; };
		const pale = new Set();
		for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode();) {
			const e = walk.currentNode.parentElement;
			if (!walk.currentNode.data.trim() || !e.checkVisibility() || e.closest("script, noscript, svg")) continue;
			const ink = getComputedStyle(e).color, paper = behind(e), [x, y] = [light(ink), light(paper)];
			const ratio = (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
			if (ratio < 7) pale.add(ink + " on " + paper + " " + ratio.toFixed(1) + " " + e.outerHTML.slice(0, 80));
		}
		return [...pale].slice(0, 3).join("\n");
	})()`
	smallControls = `[...document.querySelectorAll("button, select, input:not([type=checkbox], [type=radio]), .nav a, .pager a, .filters a, summary")]
		.filter(e => e.checkVisibility() && e.offsetHeight > 0 && e.offsetHeight < 44).slice(0, 3).map(e => e.offsetHeight + " " + e.outerHTML.slice(0, 100)).join("\n")`
	overlapping = `(() => {
		const boxes = [...document.querySelectorAll("header a, header button, header input, header p, .nav a, .crumbs li, h1, .pager a, .figure b, .figure span, ol.steps > li, main td, main th, main dt, main dd")]
			.filter(e => e.checkVisibility() && e.offsetHeight > 0)
			.flatMap(e => { const range = document.createRange(); range.selectNodeContents(e); return [...range.getClientRects()].filter(r => r.width > 1 && r.height > 1).map(r => ({ e, r })); })
			.sort((a, b) => a.r.top - b.r.top);
		const over = [];
		for (let i = 0; i < boxes.length && over.length < 3; i++) {
			for (let j = i + 1; j < boxes.length && boxes[j].r.top < boxes[i].r.bottom - 12; j++) {
				const a = boxes[i], b = boxes[j];
				if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e)) continue;
				if (Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left) > 4) over.push(a.e.outerHTML.slice(0, 80) + " — " + b.e.outerHTML.slice(0, 80));
			}
		}
		return over.slice(0, 3).join("\n");
	})()`
)
