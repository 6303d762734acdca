package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator"
	"gongshi/generator/content"
	"gongshi/generator/preview"
	"gongshi/generator/site"
	"gongshi/themes"
)

// A clerk edits a record and watches its page: the page follows, a mistake stands above it with its place, and goes when
// it is mended.
func (b *browser) testPreview(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(specimen)); err != nil {
		t.Fatal(err)
	}
	record := filepath.Join(dir, "suggestions", "2025-116.md")
	text, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	save := func(text []byte) time.Time {
		t.Helper()
		if err := os.WriteFile(record, text, 0o644); err != nil {
			t.Fatal(err)
		}
		return time.Now()
	}

	p := b.tab(t)
	p.size(1280)
	p.run(page.BringToFront(), chromedp.Navigate(serve(t, dir)+"suggestions/2025-116.html"))
	const panel = `document.querySelector("#gongshi-panel")`
	p.becomes(`document.querySelector("h1").innerText.includes("北街消火栓") && !` + panel)
	p.run(chromedp.Evaluate(`scrollTo(0, 400)`, nil))

	saved := save(edited(t, text, "关于修复北街消火栓无水少压的建议", "关于修复南街消火栓无水少压的建议"))
	p.becomes(`document.querySelector("h1").innerText.includes("南街消火栓")`)
	took := time.Since(saved)
	t.Logf("the page shows an edit after %d ms", took.Milliseconds())
	if took > 2*time.Second {
		t.Errorf("the page shows an edit only after %v", took)
	}
	if y := value[int](p, `Math.round(scrollY)`); y != 400 {
		t.Errorf("the page loses its place: %d px from the top, not 400", y)
	}

	const right, wrong = `satisfaction = "基本满意"`, `satisfaction = "满议"`
	before, _, _ := bytes.Cut(text, []byte(right))
	save(edited(t, text, right, wrong))
	p.becomes(panel + `?.checkVisibility() ?? false`)
	place := fmt.Sprintf("suggestions/2025-116.md:%d:", 1+bytes.Count(before, []byte("\n")))
	if said := value[string](p, panel+`.innerText`); !strings.Contains(said, place) || !strings.Contains(said, "满议") {
		t.Errorf("the panel does not name %s: %s", place, said)
	}

	save(text)
	p.becomes(`!` + panel + ` && document.querySelector("h1").innerText.includes("北街消火栓")`)
}

// edited is a text with one phrase, which must be there, replaced.
func edited(t *testing.T, text []byte, old, new string) []byte {
	t.Helper()
	if bytes.Count(text, []byte(old)) != 1 {
		t.Fatalf("the record does not have “%s” once", old)
	}
	return bytes.Replace(text, []byte(old), []byte(new), 1)
}

// serve previews a content folder until the test ends.
func serve(t *testing.T, dir string) (url string) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	build := func() (*site.Site, content.Problems, error) {
		return generator.Build(generator.Options{Content: os.DirFS(dir), Theme: themes.Default()})
	}
	go func() {
		ended <- preview.New(dir, build).Run(ctx, "127.0.0.1:0", func(url string) { ready <- url })
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	select {
	case url = <-ready:
		return url
	case err := <-ended:
		ended <- err
		t.Fatal("the preview does not start")
	}
	return ""
}
