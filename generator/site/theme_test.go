package site_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/site"
	"gongshi/themes"
)

func files(pairs ...string) fstest.MapFS {
	f := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		f[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return f
}

func TestOverlay(t *testing.T) {
	plain := planned(t, base)
	over, err := plan(t, files(
		"words.zh-CN.toml", "[nav]\nhome = \"总台 <1>\"\n",
		"pages/about.html", `{{define "main"}}<p>{{.Town.Name}}自己的页，{{word "nav.home"}}</p>{{end}}`,
		"assets/own.css", "p {}",
	), base)
	if err != nil {
		t.Fatal(err)
	}
	if got := written(t, over, "about.html"); !strings.Contains(got, "<p>云岭镇自己的页，总台 &lt;1&gt;</p>") || !strings.Contains(got, "<html") {
		t.Errorf("the template laid over is not used:\n%s", got)
	}
	home, err := site.LoadTheme(themes.Default(), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	word, err := home.Word("nav.home")
	if err != nil {
		t.Fatal(err)
	}
	was, is := written(t, plain, "units.html"), written(t, over, "units.html")
	want := strings.ReplaceAll(was, ">"+word+"<", ">总台 &lt;1&gt;<")
	want = strings.ReplaceAll(want, `"name":"`+word+`"`, `"name":"总台 \u003c1\u003e"`) // the way home, for programs
	if is != want || is == was {
		t.Error("a page differs in more or less than the one word")
	}
	if _, ok := over.Page("assets/own.css"); !ok || len(over.Pages) != len(plain.Pages)+1 {
		t.Error("the asset laid over is not there, or others are not")
	}
}

// A mistake in a theme is an error that names the file and the line, when the theme is loaded or the page is written.
func TestThemeMistakes(t *testing.T) {
	about := func(body string) fstest.MapFS {
		return files("pages/about.html", "{{define \"main\"}}\n"+body+"\n{{end}}\n")
	}
	for _, c := range []struct {
		name string
		over fs.FS
		want []string
	}{
		{"unknown field", about("{{.NoSuchField}}"), []string{"pages/about.html:2", "NoSuchField"}},
		{"unknown field further down", about("{{with .Town}}\n{{.NoSuchField}}{{end}}"), []string{"pages/about.html:3", "NoSuchField"}},
		{"missing word", about(`{{word "no.such"}}`), []string{"pages/about.html:2", "no.such"}},
		{"missing word in a branch", about(`{{if .Title}}{{range .Crumbs}}{{else}}{{word "no.such"}}{{end}}{{end}}`), []string{"pages/about.html:2", "no.such"}},
		{"missing word with a value", about(`{{word "no.such" .Title}}`), []string{"pages/about.html:2", "no.such"}},
		{"missing word as an argument", about(`{{with list (word "no.such")}}{{.}}{{end}}`), []string{"pages/about.html:2", "no.such"}},
		{"missing word by its end", about(`{{word "state." "no-such"}}`), []string{"pages/about.html:2", "state.no-such"}},
		{"bad syntax", about("{{if .Title}}"), []string{"pages/about.html", "没收尾"}},
		{"bad syntax in a line", about("{{.Title}"), []string{"pages/about.html:2"}},
		{"unknown function", about("{{noSuch 1}}"), []string{"pages/about.html:2", "noSuch"}},
		{"unknown part", about(`{{template "no-such-part" .}}`), []string{"pages/about.html:2", "no-such-part"}},
		{"a part for a list", about(`{{once "unit-link" .Crumbs}}`), []string{"pages/about.html:2", "unit-link", "[]site.Crumb"}},
		{"a part for nothing", about(`{{once "unit-link" nil}}`), []string{"pages/about.html:2"}},
		{"an unknown part once", about(`{{once "no-such-part" .Town}}`), []string{"pages/about.html:2", "no-such-part"}},
		{"no main", files("pages/about.html", "{{define \"mian\"}}{{end}}"), []string{"pages/about.html", "main"}},
		{"word list syntax", files("words.zh-CN.toml", "[nav]\nhome = 总台\n"), []string{"words.zh-CN.toml", "words.zh-CN.toml:2:"}},
		{"word list of numbers", files("words.zh-CN.toml", "[nav]\nhome = 1\n"), []string{"words.zh-CN.toml", "nav.home"}},
		{"words without a list", files("words.zh-CN.toml", "home = \"总台\"\n"), []string{"words.zh-CN.toml", "home"}},
		{"column of a field", about("<p>{{.Title}}</p> {{.NoSuchField}}"), []string{"主题 pages/about.html:2:", "没有 NoSuchField 这个值"}},
		{"a field of a part", files("parts/seal.html", "{{define \"seal\"}}{{.No}}{{end}}", "pages/about.html", "{{define \"main\"}}{{template \"seal\" .Town}}{{end}}"), []string{"主题 parts/seal.html:1:"}},
		{"a misspelt file", files("pages/abuot.html", "x"), []string{"主题 pages/abuot.html：主题里没有这样的文件", "是不是 pages/about.html"}},
		{"a misspelt folder", files("page/about.html", "x"), []string{"page/about.html", "是不是 pages/about.html"}},
		{"a file at the top", files("board.css", "x"), []string{"board.css", "themes/README.md"}},
		{"two at once", files("pages/about.html", "{{end}}", "pages/units.html", "{{define \"main\"}}{{.Title}", "sheets/steps.html", "{{nothing}}"), []string{"pages/about.html:1：多了一个 {{end}}", "pages/units.html:1：", "sheets/steps.html:1：没有 nothing 这个函数"}},
		{"a style that fetches", files("assets/town.css", "p {}\nbody { background: url(https://example.com/a.png) }"), []string{"assets/town.css:2:20：不能从别的网站取东西"}},
		{"a style that imports", files("assets/town.css", "@import 'a.css';"), []string{"assets/town.css:1:1："}},
		{"a style too large", files("assets/town.css", strings.Repeat("p { color: red }\n", 300)), []string{"assets/town.css：有5100字节"}},
	} {
		s, err := plan(t, c.over, base)
		if err == nil {
			p, _ := s.Page("about.html")
			var b bytes.Buffer
			if err = p.Write(&b); err == nil {
				t.Errorf("%s: no error", c.name)
				continue
			}
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v\nnames no %s", c.name, err, want)
			}
		}
	}
}

// A town's own rules stand at the end of both style sheets; what explains a theme, and what editors leave behind, is not
// looked at.
func TestTownStyle(t *testing.T) {
	s, err := plan(t, files("assets/town.css", "/* ours */\r\n:root { --accent: #1a4d8f; }\r\n", "README.md", "# ours", ".git/config", "x"), base)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"assets/board.css", "assets/sheet.css"} {
		if css := written(t, s, name); !strings.HasSuffix(strings.TrimSpace(css), "\n:root{--accent:#1a4d8f}") {
			t.Errorf("%s ends with %q", name, css[len(css)-60:])
		}
	}
	if _, ok := s.Page("assets/town.css"); ok {
		t.Error("it is published once more by itself")
	}
}

// A word that is missing is missing every time, not only the first.
func TestMissingWordStaysMissing(t *testing.T) {
	broken := fstest.MapFS{}
	err := fs.WalkDir(themes.Default(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(themes.Default(), path)
		if strings.HasPrefix(path, "words.") {
			data = bytes.Replace(data, []byte("\nlong = "), []byte("\nlang = "), 1)
		}
		broken[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	theme, err := site.LoadTheme(broken, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := theme.Word("date.long"); err == nil {
		t.Fatal("the word is still there")
	}
	s, err := planWith(t, theme, base)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := s.Page("suggestions/2025-001.html")
	for i := range 20 {
		if err := p.Write(new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), "date.long") {
			t.Errorf("time %d: %v", i+1, err)
		}
	}
}

func TestWord(t *testing.T) {
	theme, err := site.LoadTheme(themes.Default(), files("words.zh-CN.toml", "[t]\nplain = \"全\"\nvalues = \"%s%d件\"\none = \"一\"\n", "words.en.toml", "[t]\nplain = \"all\"\n"), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		key    string
		values []any
		want   string
	}{
		{"t.plain", nil, "all"},
		{"t.one", nil, "一"}, // what a language does not say is said in Chinese
		{"t.values", []any{"共", 3}, "共3件"},
		{"t.", []any{"one"}, "一"},
		{"t.", []any{"values", "共", 3}, "共3件"},
		{"t.", []any{""}, "—"}, // a choice that a record does not make
	} {
		if got, err := theme.Word(c.key, c.values...); err != nil || got != c.want {
			t.Errorf("%s %v: %q, %v", c.key, c.values, got, err)
		}
	}
	if w, err := theme.Word("t.none"); err == nil {
		t.Errorf("a word that is not there is %q", w)
	}
}
