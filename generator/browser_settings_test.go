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

	p.run(chromedp.Navigate(p.address("index.html")+"?size=largest&theme=contrast"), emulation.SetEmulatedMedia().WithMedia("print"))
	p.becomes(`document.readyState == "complete"`)
	if value[bool](p, `[...document.querySelectorAll("header button")].some(e => e.checkVisibility())`) {
		t.Error("buttons are printed")
	}
	if is := value[string](p, `getComputedStyle(document.body).backgroundColor + parseFloat(getComputedStyle(document.body).fontSize).toFixed(1)`); is != "rgb(255, 255, 255)14.7" {
		t.Errorf("paper is not as white or its letters not as large as for all, 11 pt: %s", is)
	}

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

// Every control of a page of each kind is at least 44 px high on a phone: buttons, boxes, what opens, the ways through the
// board, its lists and their filters.
func (b *browser) testTouch(t *testing.T) {
	t.Parallel()
	p := b.tab(t)
	p.size(360)
	for _, name := range b.fullest(t) {
		p.open(name)
		small := value[string](p, `[...document.querySelectorAll("button, select, input:not([type=checkbox], [type=radio]), .nav a, .pager a, .filters a, summary")]
			.filter(e => e.checkVisibility() && e.offsetHeight > 0 && e.offsetHeight < 44).slice(0, 3).map(e => e.offsetHeight + " " + e.outerHTML.slice(0, 100)).join("\n")`)
		if small != "" {
			t.Errorf("%s: controls less than 44 px high: %s", name, small)
		}
		p.well(name)
	}
}
