package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
)

const secondTheme = "testdata/theme"

// A small theme changes what it names and nothing else.
func TestSecondTheme(t *testing.T) {
	plain := specimenSite(t)
	other, problems := build(t, generator.Options{Content: os.DirFS(specimen), Overlay: os.DirFS(secondTheme)})
	if problems.Errors() > 0 || len(other) != len(plain) {
		t.Fatalf("%d files, not %d; %v", len(other), len(plain), problems)
	}
	for name, want := range map[string]string{
		"assets/board.css":         "\n:root{--accent:#1a4d8f}",
		"assets/sheet.css":         "\n:root{--accent:#1a4d8f}",
		"404.html":                 "<p>找不到这一页，请打电话问石萝镇人大主席团办公室：0700-5550108。</p>",
		"sheets/visit-form.html":   "走访哪家",
		"assessments/2025-q3.html": `<p class="note">封存于2025年10月15日</p>`,
		"index.html":               `<a href="suggestions.html">代表建议</a>`,
	} {
		if !bytes.Contains(other[name], []byte(want)) || bytes.Contains(plain[name], []byte(want)) {
			t.Errorf("%s does not change to %s", name, want)
		}
	}
	word, seal, space := regexp.MustCompile(`建议办理|代表建议`), regexp.MustCompile(`<p class="note">(这里的数已于|封存于|这份文件已于)[^\n]*</p>`), regexp.MustCompile(`\s+`)
	for name, was := range plain {
		switch name {
		case "404.html", "sheets/visit-form.html", "assets/board.css", "assets/sheet.css", "manifest.json":
			continue
		}
		same := func(page []byte) string {
			return space.ReplaceAllString(word.ReplaceAllString(seal.ReplaceAllString(string(page), ""), ""), "")
		}
		if a, b := same(was), same(other[name]); a != b {
			i := 0
			for i < min(len(a), len(b)) && a[i] == b[i] {
				i++
			}
			t.Errorf("%s changes: %s", name, excerpt([]byte(b), i))
		}
	}
}

// Zhuang has a few words; all others are Chinese, and so is the page for who reads it aloud.
func TestPartialLanguage(t *testing.T) {
	town := changed(t, goldenTown, func(name string, file *fstest.MapFile) {
		if name == "town.toml" {
			file.Data = append([]byte("lang = \"za\"\n"), file.Data...)
		}
	})
	files, problems := build(t, generator.Options{Content: town, Overlay: os.DirFS(secondTheme), On: goldenDay})
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	for _, want := range []string{`<html lang="zh-CN">`, `<a href="deputies.html">Daibyauj</a>`, `<a href="villages.html">Mbanj</a>`, `<button>Ra</button>`, `<a href="units.html">驻镇单位</a>`} {
		if !bytes.Contains(files["index.html"], []byte(want)) {
			t.Errorf("index.html has no %s", want)
		}
	}
	if _, _, err := generator.Build(generator.Options{Content: town, Theme: defaultTheme(t), On: goldenDay}); err == nil || !strings.Contains(err.Error(), "words.za.toml：没有这份词表") {
		t.Errorf("without the word list: %v", err)
	}
}

// The examples of the themes' README do what it says.
func TestThemeExamples(t *testing.T) {
	readme, err := os.ReadFile("../themes/README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]struct{ page, text string }{
		"assets/town.css":  {"assets/board.css", "--accent:#1a4d8f"},
		"words.zh-CN.toml": {"index.html", ">代表建议</a>"},
		"pages/404.html":   {"404.html", "找不到这一页，请打电话问"},
	}
	for _, m := range regexp.MustCompile("(?m)^`mytheme/([^`]+)`\n\n((?:    .*\n|\n)+)").FindAllStringSubmatch(string(readme), -1) {
		want, ok := shown[m[1]]
		if !ok {
			t.Errorf("no test for the example %s", m[1])
			continue
		}
		delete(shown, m[1])
		body := regexp.MustCompile(`(?m)^    `).ReplaceAllString(m[2], "")
		if n := strings.Count(strings.TrimSpace(body), "\n"); n > 10 {
			t.Errorf("the example %s has %d lines", m[1], n+1)
		}
		files, _ := build(t, generator.Options{Content: os.DirFS(goldenTown), Overlay: fstest.MapFS{m[1]: {Data: []byte(body)}}, On: goldenDay})
		if !bytes.Contains(files[want.page], []byte(want.text)) {
			t.Errorf("with the example %s, %s has no %s", m[1], want.page, want.text)
		}
	}
	for name := range shown {
		t.Errorf("the README has no example %s", name)
	}
}

func defaultTheme(t *testing.T) fs.FS {
	t.Helper()
	return os.DirFS("../themes/default")
}
