package generator_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// The button beside a text copies it, or at least selects it, and says so; without scripts the text stands there.
func (b *browser) testCopy(t *testing.T) {
	p := b.tab(t)
	p.size(390)
	for _, page := range []string{"reports/2025-h2.html", "notices/2025-01-20-zhongdian.html"} {
		p.open(page)
		if n := value[int](p, `document.querySelectorAll(".texts pre + p button").length`); n != 3 {
			t.Fatalf("%s has %d buttons to copy", page, n)
		}
		p.run(chromedp.Click(".texts summary", chromedp.ByQuery), chromedp.Click(".texts button", chromedp.ByQuery, chromedp.NodeVisible))
		p.becomes(`(s => s.textContent === s.closest("section").dataset.copied || s.textContent === s.closest("section").dataset.selected && getSelection().toString().trim() === document.querySelector(".texts pre").textContent)(document.querySelector(".texts [aria-live=polite]"))`)
		p.run(chromedp.Evaluate(`Object.defineProperty(navigator, "clipboard", {value: undefined}); document.execCommand = () => false`, nil),
			chromedp.Click(".texts button", chromedp.ByQuery))
		p.becomes(`document.querySelector(".texts [aria-live]").textContent === document.querySelector(".texts").dataset.selected`)
		if got, want := value[string](p, `getSelection().toString().trim()`), value[string](p, `document.querySelector(".texts pre").textContent`); got != want {
			t.Errorf("%s: selected is %q, not %q", page, got, want)
		}
		p.fits(page)
		p.well(page)
	}
	p = b.tab(t)
	p.run(emulation.SetScriptExecutionDisabled(true))
	p.open("reports/2025-h2.html")
	var message string
	p.run(chromedp.Click(".texts summary", chromedp.ByQuery), chromedp.Text(".texts pre", &message, chromedp.ByQuery, chromedp.NodeVisible))
	if !hasNumber(message, "116") || !hasNumber(message, "86.2%") {
		t.Errorf("without scripts the message is %q", message)
	}
	p.well("copying")
}

// In large type, a notice and a report's leaflet are one page each, and no letter is below 26 pt.
func (b *browser) testLargeType(t *testing.T) {
	t.Parallel()
	p, names := b.tab(t), []string{}
	for _, r := range specimenBoard().Reports {
		names = append(names, "sheets/report-"+r.ID+"-leaflet.html")
	}
	for _, n := range specimenBoard().Notices {
		names = append(names, "sheets/notice-"+n.ID+"-large.html")
	}
	for _, name := range names {
		p.laidOut(name).onePage(t, name)
		if size := value[float64](p, `Math.min(...[...document.querySelectorAll("main *")].map(e => parseFloat(getComputedStyle(e).fontSize)))`); size < 26*96/72.0-.1 {
			t.Errorf("%s has letters of %.1f px", name, size)
		}
	}
	p.well("large type")
}
