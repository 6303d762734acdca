package generator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gongshi/bench/town"
	"gongshi/generator"
	"gongshi/themes"
)

// looked opens the search page for some words and waits for what it says.
func (p *tab) looked(query string) string {
	p.Helper()
	p.run(chromedp.Navigate(p.address("search.html") + "?q=" + url.QueryEscape(query)))
	p.becomes(`document.getElementById("status").textContent != ""`)
	return value[string](p, `document.getElementById("status").textContent`)
}

// titles are those of the results that are shown.
func (p *tab) titles() []string {
	p.Helper()
	return value[[]string](p, `[...document.querySelectorAll("#results h2")].map(h => h.textContent)`)
}

// Who types words into the box on any page and presses Enter gets a list of links, numbers first, then titles; the words are
// marked; it works from a folder, for a small board and for a large one, and says when nothing is found.
func (b *browser) testSearch(t *testing.T) {
	p := b.tab(t)
	p.open("deputies/cai-xinmin.html")
	p.run(chromedp.SendKeys(`header input[name=q]`, "１２－５－０１２"+kb.Enter))
	p.becomes(`document.querySelectorAll("#results li").length == 1 && document.getElementById("q").value == "１２－５－０１２"`)
	if marked := value[string](p, `document.querySelector("#results mark").textContent`); marked != "12-5-012" {
		t.Errorf("marks %q", marked)
	}
	p.run(chromedp.Focus(`#results a`), chromedp.KeyEvent(kb.Enter))
	p.becomes(`location.pathname.endsWith("/suggestions/2025-012.html")`)

	if said := p.looked("蔡新民"); !strings.HasPrefix(said, "找到") || p.titles()[0] != "蔡新民" {
		t.Errorf("said %q of a deputy: %q", said, p.titles())
	}
	if said := p.looked("竹山 林业站"); said != "找到1条" || !strings.Contains(p.titles()[0], "竹山") {
		t.Errorf("said %q of two words: %q", said, p.titles())
	}
	if said := p.looked("没有这样的事$&<b>"); said != "没有找到“没有这样的事$&<b>”。可以少写几个字，或者换一个说法再找。" || len(p.titles()) > 0 {
		t.Errorf("said %q of nothing", said)
	}

	// All of many, ten by ten, by the keyboard: the first new one has the focus.
	var total int
	if _, err := fmt.Sscanf(p.looked("建议"), "找到%d条", &total); err != nil || total < 30 {
		t.Fatalf("%d results: %v", total, err)
	}
	for shown := 10; shown < total; shown += 10 {
		p.run(chromedp.Focus(`#more`), chromedp.KeyEvent(kb.Enter))
		p.becomes(fmt.Sprintf(`document.activeElement == document.querySelectorAll("#results a")[%d]`, shown))
	}
	if n := len(p.titles()); n != total || value[bool](p, `!document.getElementById("more").hidden`) {
		t.Errorf("shows %d of %d", n, total)
	}
	p.size(360)
	p.fits("the results on a telephone")
	p.well("search in a small board")

	p.dir = b.large(t)
	if said := p.looked("不满意"); said != b.scanned(t, p.dir, "不满意") {
		t.Errorf("said %q, a look through all records %q", said, b.scanned(t, p.dir, "不满意"))
	}
	for _, word := range []string{"水", "水利", "水利站", "2021-0012", "的建议", "新。村", "。"} {
		if said, want := p.looked(word), b.scanned(t, p.dir, word); said != want {
			t.Errorf("“%s”: said %q, a look through all records %q", word, said, want)
		}
	}
	p.well("search in a large board")
}

// large is a folder with the search page of a town that has more records than fit one file.
func (b *browser) large(t *testing.T) string {
	t.Helper()
	s, problems, err := generator.Build(generator.Options{Content: town.Files(1600, 1), Theme: themes.Default()})
	if err != nil || problems.Errors() > 0 {
		t.Fatal(problems, err)
	}
	dir, texts := t.TempDir(), 0
	for _, page := range s.Pages {
		if folder, _, _ := strings.Cut(page.Path, "/"); folder != "search" && folder != "assets" && page.Path != "search.html" {
			continue
		}
		if strings.HasPrefix(page.Path, "search/texts-") {
			texts++
		}
		var data bytes.Buffer
		if err := page.Write(&data); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, filepath.FromSlash(page.Path))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if texts < 150 {
		t.Fatalf("%d files of texts", texts)
	}
	return dir
}

// scanned is what the page has to say of a word that folding leaves alone, found by looking through all texts.
func (b *browser) scanned(t *testing.T, dir, word string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "search", "texts-*.js"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		var rows [][5]any
		handed(t, file, &rows)
		for _, r := range rows {
			if strings.Contains(fmt.Sprint(r[2], "\n", r[3], "\n", r[4]), word) {
				found++
			}
		}
	}
	if found == 0 {
		return "没有找到“" + word + "”。可以少写几个字，或者换一个说法再找。"
	}
	return fmt.Sprintf("找到%d条", found)
}

// handed reads what a script of the search hands over.
func handed(t *testing.T, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, data, _ = bytes.Cut(data, []byte(", "))
	if err := json.Unmarshal(bytes.TrimSuffix(data, []byte(");\n")), into); err != nil {
		t.Fatal(file, err)
	}
}

// The script reads signs as the generator does: what is written is found by what it is read as, and marked as it is written.
func (b *browser) testFold(t *testing.T) {
	table, err := os.ReadFile("site/internal/search/testdata/fold.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := b.tab(t)
	p.dir = t.TempDir()
	if err := os.CopyFS(filepath.Join(p.dir, "assets"), os.DirFS(filepath.Join(b.dir, "assets"))); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(b.dir, "search.html"))
	if err != nil {
		t.Fatal(err)
	}
	var index map[string]any
	handed(t, filepath.Join(b.dir, "search", "index.js"), &index)
	var cases [][2]string
	var rows [][5]any
	for line := range strings.Lines(string(table)) {
		if written, as, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " → "); ok && !strings.HasPrefix(line, "#") {
			cases, rows = append(cases, [2]string{written, as}), append(rows, [5]any{"x.html", 0, "", written, ""})
		}
	}
	index["records"] = rows
	data, err := json.Marshal(index)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(p.dir, "search"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"search.html": page, "search/index.js": []byte(`found("index", ` + string(data) + ");\n")} {
		if err := os.WriteFile(filepath.Join(p.dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range cases {
		if p.looked(c[1]); !slices.Contains(p.titles(), c[0]) {
			t.Errorf("%s is not found by %s: %q", c[0], c[1], p.titles())
		}
		if p.looked(c[0]); !slices.Contains(p.titles(), c[0]) {
			t.Errorf("%s is not found by itself: %q", c[0], p.titles())
		}
		if marked := value[string](p, `[...document.querySelectorAll("#results mark")].map(m => m.textContent).join(" ")`); !strings.Contains(marked, strings.Fields(c[0])[0]) {
			t.Errorf("of %s is marked %s", c[0], marked)
		}
	}
}

// Without scripts the search page leads to the lists.
func (b *browser) testSearchWithoutScripts(t *testing.T) {
	p := b.tab(t)
	p.run(emulation.SetScriptExecutionDisabled(true))
	p.run(chromedp.Navigate(p.address("search.html") + "?q=" + url.QueryEscape("水利站")))
	p.run(chromedp.WaitVisible(`noscript a[href="suggestions.html"]`))
}
