package generator_test

import (
	"bytes"
	"context"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"gongshi/generator"
	"gongshi/generator/publish"
	"gongshi/generator/site"
	"gongshi/themes"
)

// TestBrowser opens the published specimen in Chromium as a resident would: from a folder, without a server. All of it
// shares one browser and one published folder.
func TestBrowser(t *testing.T) {
	started := time.Now()
	b := startBrowser(t)
	b.site, b.dir = published(t)
	// What needs the keyboard or the mouse needs the window to itself.
	t.Run("links", b.testLinks)
	t.Run("keyboard", b.testKeyboard)
	t.Run("keyboard path", b.testKeyboardPath)
	t.Run("copy", b.testCopy)
	t.Run("search", b.testSearch)
	t.Run("fold", b.testFold)
	t.Run("filter", b.testFilter)
	t.Run("sort", b.testSort)
	t.Run("search without scripts", b.testSearchWithoutScripts)
	t.Run("settings", b.testSettings)
	t.Run("preview", b.testPreview)
	t.Run("looking", func(t *testing.T) {
		t.Run("pages", b.testPages)
		t.Run("access", b.testAccess)
		t.Run("touch", b.testTouch)
		t.Run("without scripts", b.testWithoutScripts)
		t.Run("sheets", b.testSheets)
		t.Run("large type", b.testLargeType)
		t.Run("codes", b.testCodes)
		t.Run("cards", b.testCards)
	})
	t.Run("lighthouse", b.testLighthouse) // alone, because it measures
	t.Logf("all in %.1f s", time.Since(started).Seconds())
}

// published builds the specimen and writes it as the command does, with the book of parts that is for previews.
func published(t *testing.T) (*site.Site, string) {
	t.Helper()
	s, problems, err := generator.Build(generator.Options{Content: os.DirFS(specimen), Theme: themes.Default(), Parts: true})
	if err != nil || problems.Errors() > 0 {
		t.Fatalf("the specimen does not build: %v %v", err, problems)
	}
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := publish.Write(s, dir, specimen); err != nil {
		t.Fatal(err)
	}
	return s, dir
}

// A browser is the one Chromium, the site and the folder it stands in.
type browser struct {
	ctx  context.Context
	site *site.Site
	dir  string
}

// startBrowser starts Chromium, which must be there: a test that is skipped where it is missing proves nothing.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	program := installed(t, "chromium", "chromium-browser", "google-chrome")
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.Headless,
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true))
	timed, stop := context.WithTimeout(t.Context(), 8*time.Minute) // a browser that hangs fails the test, not the whole run
	t.Cleanup(stop)
	allocator, cancel := chromedp.NewExecAllocator(timed, options...)
	t.Cleanup(cancel)
	// Newer browsers send events that this library does not know; it says so at length and goes on.
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("%s does not start: %v", program, err)
	}
	return &browser{ctx: ctx}
}

// installed finds the first of some programs that do the same.
func installed(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if program, err := exec.LookPath(name); err == nil {
			return program
		}
	}
	t.Fatalf("none of %s is installed: run .ci/tools", strings.Join(names, ", "))
	return ""
}

// A tab is a page of the browser with everything that went wrong in it.
type tab struct {
	*testing.T
	ctx context.Context
	dir string

	lock   sync.Mutex // events come at any time
	wrongs []string
}

// tab opens an empty tab that is closed when the test ends, as the tab of a reader who was never here: what another chose is
// not kept for it. It notes requests that leave the file system, requests that
// fail, errors on the console and uncaught exceptions.
func (b *browser) tab(t *testing.T) *tab {
	t.Helper()
	own := cdp.WithExecutor(b.ctx, chromedp.FromContext(b.ctx).Browser)
	profile, err := target.CreateBrowserContext().WithDisposeOnDetach(true).Do(own)
	if err != nil {
		t.Fatal(err)
	}
	id, err := target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).Do(own)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(id))
	t.Cleanup(cancel)
	p := &tab{T: t, ctx: ctx, dir: b.dir}
	asked := map[network.RequestID]string{}
	chromedp.ListenTarget(ctx, func(event any) { // one after the other
		p.lock.Lock()
		defer p.lock.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			asked[e.RequestID] = e.Request.URL
			if !strings.HasPrefix(e.Request.URL, "file://") {
				p.wrongs = append(p.wrongs, "asks for "+e.Request.URL)
			}
		case *network.EventLoadingFailed:
			if !e.Canceled { // a picture still loading when the next page is opened
				p.wrongs = append(p.wrongs, e.ErrorText+": "+asked[e.RequestID])
			}
		case *runtime.EventExceptionThrown:
			p.wrongs = append(p.wrongs, "exception: "+e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.APITypeError {
				p.wrongs = append(p.wrongs, "an error on the console")
			}
		case *log.EventEntryAdded:
			if e.Entry.Level == log.LevelError {
				p.wrongs = append(p.wrongs, e.Entry.Text+" "+e.Entry.URL)
			}
		}
	})
	if err := chromedp.Run(ctx, network.Enable(), runtime.Enable(), log.Enable()); err != nil {
		t.Fatal(err)
	}
	return p
}

// run does something in the tab that must succeed, and soon.
func (p *tab) run(actions ...chromedp.Action) {
	p.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		p.Fatal(err)
	}
}

// open shows a page of the published folder.
func (p *tab) open(page string) {
	p.Helper()
	p.run(chromedp.Navigate(p.address(page)))
}

func (p *tab) address(page string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(p.dir, page))}).String()
}

// at checks that the tab has come to a page of the published folder.
func (p *tab) at(page string) {
	p.Helper()
	var now string
	if p.run(chromedp.Location(&now)); now != p.address(page) {
		p.Fatalf("came to %s, not to %s", now, page)
	}
}

// value is what a JavaScript expression gives on the open page.
func value[T any](p *tab, expression string) T {
	p.Helper()
	var v T
	p.run(chromedp.Evaluate(expression, &v))
	return v
}

// becomes waits until a JavaScript expression holds.
func (p *tab) becomes(expression string) {
	p.Helper()
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		// A page may go away while it is asked: then the next is asked.
		var holds bool
		if err := chromedp.Run(p.ctx, chromedp.Evaluate(expression, &holds)); err == nil && holds {
			return
		} else if time.Now().After(deadline) {
			p.Fatalf("%s does not come to hold (%v)", expression, err)
		}
	}
}

// size makes the window that wide, as a phone, tablet or computer screen is.
func (p *tab) size(width int64) {
	p.Helper()
	p.run(chromedp.EmulateViewport(width, 900))
}

// fits checks that the page needs no scrolling to the side, and names what sticks out. Parts that the style sheet lays out
// only near the reader are laid out for it, as they would be cut off rather than stick out.
func (p *tab) fits(what string) {
	p.Helper()
	p.layOut()
	if wide := value[int](p, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
		out := value[string](p, `[...document.querySelectorAll("body *")]
			.filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll") && !e.children.length)
			.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join("\n")`)
		p.Errorf("%s sticks out by %d px: %s", what, wide, out)
	}
}

// layOut has the browser lay out what it otherwise would when it comes into view.
func (p *tab) layOut() {
	p.Helper()
	p.run(chromedp.Evaluate(`document.getElementById("all-laid-out") || document.head.insertAdjacentHTML("beforeend",
		"<style id=all-laid-out>* { content-visibility: visible !important }</style>")`, nil))
}

// well reports what went wrong since it was last asked.
func (p *tab) well(what string) {
	p.Helper()
	p.lock.Lock()
	defer p.lock.Unlock()
	for _, wrong := range p.wrongs {
		p.Errorf("%s: %s", what, wrong)
	}
	p.wrongs = nil
}

// kinds gives the pages (or sheets) of every kind by the kind's name, the one with the most in it first. Every template
// must have one, but those that are rare.
func (b *browser) kinds(t *testing.T, sort string, rare ...string) map[string][]string {
	t.Helper()
	kinds, files := map[string][]string{}, readTree(t, b.dir)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		_, class, ok := bytes.Cut(files[name], []byte(`<body class="`+sort+`-`))
		if !ok || filepath.Ext(name) != ".html" || bytes.Contains(files[name], []byte(`http-equiv="refresh"`)) {
			continue
		}
		kind := string(class[:bytes.IndexByte(class, '"')])
		kinds[kind] = append(kinds[kind], name)
	}
	for _, names := range kinds {
		slices.SortStableFunc(names, func(x, y string) int { return len(files[y]) - len(files[x]) })
	}
	templates, err := filepath.Glob("../themes/default/" + sort + "s/*.html")
	if err != nil || len(templates) == 0 {
		t.Fatalf("no templates of %ss: %v", sort, err)
	}
	for _, template := range templates {
		// A page that moved leads on before it can be looked at.
		if kind := strings.TrimSuffix(filepath.Base(template), ".html"); kind != "moved" && kinds[kind] == nil && !slices.Contains(rare, kind) {
			t.Errorf("the specimen has no %s of the kind %q", sort, kind)
		}
	}
	return kinds
}

// fullest is the page of every kind with the most in it, in the order of the kinds' names.
func (b *browser) fullest(t *testing.T) []string {
	t.Helper()
	kinds := b.kinds(t, "page")
	var names []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		names = append(names, kinds[kind][0])
	}
	return names
}
