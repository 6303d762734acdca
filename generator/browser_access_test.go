package generator_test

import (
	"context"
	"fmt"
	"os"
	"strings"
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

// The rules whose answer depends on the colours, and those whose answer depends on the size of the letters; the others
// judge the markup, which is the same in all. Larger letters need less contrast, so that the standard size is the strictest.
const (
	ofColours = `["color-contrast", "color-contrast-enhanced", "link-in-text-block"]`
	ofLetters = `["target-size", "scrollable-region-focusable"]`
)

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
	p.run(chromedp.Evaluate(`document.querySelector("main").insertAdjacentHTML("beforeend", "<p style='color:#888;background:#fff'>浅灰的字<img src='assets/favicon.svg'></p><p style='color:#666;background:#fff'>深灰的字</p>")`, nil))
	wrongs := strings.Join(p.judged("null"), "\n")
	for _, rule := range []string{"color-contrast", "color-contrast-enhanced", "image-alt"} {
		if !strings.Contains(wrongs, rule+" (") {
			t.Fatalf("of weak contrast and a picture without words, the rule %s does not find any: %s", rule, wrongs)
		}
	}
	for _, name := range b.fullest(t) {
		p.open(name)
		p.agreed(name, colours[0], letters[0], "null")
		for _, colour := range colours[1:] {
			p.agreed(name, colour, letters[0], ofColours)
		}
		for _, size := range letters[1:] {
			p.agreed(name, colours[0], size, ofLetters)
		}
		p.well(name)
	}
}

// agreed shows the open page in given colours and size of letters and reports what axe finds wrong with it.
func (p *tab) agreed(name, colour, size, rules string) {
	p.Helper()
	p.run(chromedp.Evaluate(fmt.Sprintf(`Object.assign(document.documentElement.dataset, {theme: %q, size: %q})`, colour, size), nil))
	for _, wrong := range p.judged(rules) {
		p.Errorf("%s in %s and %s: %s", name, colour, size, wrong)
	}
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
