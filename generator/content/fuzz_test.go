package content_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"gongshi/generator/content"
)

// inside checks that every place of every problem exists in the text.
func inside(t *testing.T, text string, problems content.Problems) {
	t.Helper()
	text = strings.TrimPrefix(text, "\ufeff")
	rows := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	check := func(p content.Pos) {
		if p.Line == 0 && p.Col == 0 {
			return
		}
		if p.Line < 1 || p.Line > len(rows) || p.Col < 1 || p.Col > utf8.RuneCountInString(rows[p.Line-1])+1 {
			t.Errorf("%v is not in the text", p)
		}
	}
	for _, p := range problems {
		if p.Rule == "" || p.Text == "" || !utf8.ValidString(p.Text) || !utf8.ValidString(p.Hint) {
			t.Errorf("badly worded: %s", show(p))
		}
		check(p.Pos)
		for _, a := range p.Also {
			check(a.Pos)
		}
	}
}

// safeTag is every tag that a body may come out with.
var safeTag = regexp.MustCompile(`^(?:/?(?:p|strong|em|h[2-6]|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|t[hd]|a)` +
	`|br|hr|h[2-6] id="s-\d+"|ol start="\d+"|td align="(?:left|right|center)"|th(?: align="(?:left|right|center)")? scope="col"|code class="language-[^"<>]*"` +
	`|a href="(?:(?:https?|mailto|tel):[^"<>]*|[^":/?#<>\\][^":/?#<>]*(?:[/?#][^"<>]*)?|[?#][^"<>]*)"(?: rel="noopener")?(?: title="[^"<>]*")?` +
	`|img src="(?:[^":/?#<>\\][^":/?#<>]*(?:[/?#][^"<>]*)?|[?#][^"<>]*)" alt="[^"<>]*"(?: title="[^"<>]*")? loading="lazy")$`)

func safe(t *testing.T, html string) {
	t.Helper()
	if !utf8.ValidString(html) {
		t.Errorf("not UTF-8: %q", html)
	}
	for _, tag := range strings.Split(html, "<")[1:] {
		tag, _, closed := strings.Cut(tag, ">")
		if !closed || !safeTag.MatchString(tag) {
			t.Errorf("<%s> in %q", tag, html)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "+++\n+++\n甲", "\ufeff+++\r\ntitle = \"a\"\r\n+++\r\n# 甲", "\xff\xfe", "\xff\xfea\x00", "\xb9\xd8\xd3\xda", "a\x00", "---\na: b\n---", "＋＋＋\n", "+++\n\xe4\xbd", "+\x00+\x00+\x00\n\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		files, problems := content.Read(fstest.MapFS{"a.md": {Data: raw}, "b.toml": {Data: raw}})
		if len(files) != 2 {
			t.Fatal(len(files))
		}
		for _, file := range files {
			safe(t, file.Body.HTML())
			var r record
			ps := file.Decode(&r)
			if !file.Broken {
				inside(t, string(raw), ps)
			}
			for _, p := range append(ps, problems...) {
				file.Excerpt(p.Pos)
			}
			file.Body.Links()
		}
		if utf8.Valid(raw) {
			inside(t, string(raw), problems)
		}
	})
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		good, "title ＝ “a”\n", "标题：a，\n", "date = 2026年1月2日", "tags = [\"a\"，b、“c】\n", "[[replies]]\ntext = \"\"\"\na", "place = {village = ｛}",
		"a.b = 1\na = 2\n[a]\n", "x = [1, [2, {a = '''\n'''}]] # x", "title = \"a\"b\"c\" # d", "【【replies】】\n　date = 是\n", "count = １２件", "a = \"\\q\\u00\"", "tags = [\n\"a\"\ncount = 1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		files, problems := content.Read(fstest.MapFS{"a.toml": {Data: []byte(text)}})
		file := files[0]
		if len(problems) > 0 {
			return
		}
		var r record
		ps := file.Decode(&r)
		inside(t, text, ps)
		var again record
		if a, b := lines(ps), lines(file.Decode(&again)); a != b {
			t.Errorf("the second time\n%s\nfirst\n%s", b, a)
		}
		if len(ps) == 0 {
			var tree any
			if _, err := toml.Decode(strings.TrimPrefix(text, "\ufeff"), &tree); err != nil && !strings.ContainsAny(text, "\r\x0b\x0c\x1b") && strings.IndexFunc(text, isControl) < 0 {
				t.Errorf("no problem, but %v", err)
			}
		}
		for _, path := range [][]any{nil, {"title"}, {"replies", 0, "date"}, {"place", "village"}, {"a", "b", 1}} {
			inside(t, text, content.Problems{{Pos: file.At(path...), Rule: "x", Text: "x"}})
		}
	})
}

func isControl(r rune) bool { return r < ' ' && r != '\t' && r != '\n' || r == 0x7f }

func FuzzBody(f *testing.F) {
	for _, s := range []string{
		"**甲：**乙 *c* `d`", "[a](b.md#c \"d\") ![e](f.jpg)", "<b onclick=x>甲</b> <!-- -->", "[a](javascript&colon;x) <data:x> <a@b.cn>", "|a|b|\n|:-|-:|\n|`\\|`|d|",
		"# 一\n> - 1. x\n\n```js\"><script>\n&lt;\n```", "3. x\n\n　　甲\n一、乙\\\n&#0;&#x110000;", "[a](<b c>) [x](\\\"y) ![\"](z 'a\"b>')", "[a](?x) [b](#y) [c](..//z:1)", "<http://a\"b>", "[a](&#106;avascript:x)", "[b]( \tjavascript:x)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		files, problems := content.Read(fstest.MapFS{"a.md": {Data: []byte("+++\n+++\n" + text)}})
		body := &files[0].Body
		safe(t, body.HTML())
		if !files[0].Broken {
			inside(t, "+++\n+++\n"+text, problems)
		}
		if s := body.Text(); strings.IndexFunc(s, isControl) >= 0 || strings.Contains(s, "\n") {
			t.Errorf("Text %q", s)
		}
		for _, line := range body.Lines() {
			if line == "" || strings.IndexFunc(line, isControl) >= 0 || strings.Contains(line, "\n") {
				t.Errorf("a line %q", line)
			}
		}
		for _, p := range body.Passages() {
			for i := range p.Text {
				inside(t, "+++\n+++\n"+text, content.Problems{{Pos: p.At(i), Rule: "x", Text: "x"}})
			}
		}
		for _, l := range body.Links() {
			inside(t, "+++\n+++\n"+text, content.Problems{{Pos: l.Pos, Rule: "x", Text: "x"}})
		}
	})
}
