package generator_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The colours and sizes of letters that a reader may choose, as they stand in an address.
var (
	colours = []string{"light", "dark", "contrast"}
	letters = []string{"standard", "large", "largest"}
)

// axe is the program that judges pages by WCAG. It is of the tools that .ci/tools installs.
const axe = "../.tools/node_modules/axe-core/axe.min.js"

// looks lists the rules whose answer depends on colours and sizes; the others judge the markup, which is the same in all.
const looks = `["color-contrast", "color-contrast-enhanced", "target-size", "link-in-text-block", "scrollable-region-focusable"]`

// judge is the JavaScript function that runs axe over the open page and tells each violation with its first elements.
// Text must have the contrast of AAA, the rest the level AA of WCAG 2.2.
const judge = `async function judge(rules) {
	const run = rules ? {runOnly: {type: "rule", values: rules}}
		: {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: {"color-contrast-enhanced": {enabled: true}, "target-size": {enabled: true}}};
	const found = await axe.run(document, {...run, resultTypes: ["violations"], elementRef: false, preload: false});
	return found.violations.map(v => v.id + " (" + v.help + "), " + v.nodes.length + " times:\n\t\t" +
		v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " — " + n.failureSummary.split("\n").slice(1).join(" ").trim()).join("\n\t\t"));
}`

// Every kind of page can be used with a screen reader, by keyboard and with weak eyes, in each of the three colours and
// three sizes of letters.
func (b *browser) testAccess(t *testing.T) {
	t.Parallel()
	program, err := os.ReadFile(axe)
	if err != nil {
		t.Fatalf("%v: run .ci/tools", err)
	}
	p := b.tab(t)
	p.size(390)
	p.run(page.Enable(), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(string(program) + "\n" + judge).Do(ctx)
		return err
	}))
	// What judges must see a fault when there is one.
	p.open("index.html")
	p.run(chromedp.Evaluate(`document.querySelector("main").insertAdjacentHTML("beforeend", "<p style='color:#888;background:#fff'>灰<img src='assets/favicon.svg'></p>")`, nil))
	if wrongs := p.judged("null"); len(wrongs) < 3 {
		t.Fatalf("of weak contrast (two rules) and a picture without words it is found: %q", wrongs)
	}
	for _, name := range b.fullest(t) {
		p.open(name)
		for _, colour := range colours {
			for _, size := range letters {
				p.dress(colour, size)
				rules := looks
				if colour == colours[0] && size == letters[0] {
					rules = "null"
				}
				for _, wrong := range p.judged(rules) {
					t.Errorf("%s in %s and %s: %s", name, colour, size, wrong)
				}
			}
		}
		p.well(name)
	}
}

// dress shows the open page in given colours and size of letters.
func (p *tab) dress(colour, size string) {
	p.Helper()
	p.run(chromedp.Evaluate(fmt.Sprintf(`Object.assign(document.documentElement.dataset, {theme: %q, size: %q})`, colour, size), nil))
}

// judged is what axe finds wrong with the open page by the given rules, null for all.
func (p *tab) judged(rules string) []string {
	p.Helper()
	var wrongs []string
	p.run(chromedp.Evaluate("judge("+rules+")", &wrongs, func(e *runtime.EvaluateParams) *runtime.EvaluateParams {
		return e.WithAwaitPromise(true)
	}))
	return wrongs
}
