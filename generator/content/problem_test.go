package content_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/content"
)

func TestProblems(t *testing.T) {
	at := func(file string, line, col int) content.Pos { return content.Pos{File: file, Line: line, Col: col} }
	sorted := content.Problems{
		{Pos: at("a.md", 0, 0), Rule: "encoding"},
		{Pos: at("a.md", 2, 1), Rule: "a", Text: "甲"},
		{Pos: at("a.md", 2, 1), Rule: "a", Text: "乙"},
		{Pos: at("a.md", 2, 1), Rule: "b"},
		{Pos: at("a.md", 2, 1), Rule: "b", Also: []content.Related{{Pos: at("b.md", 1, 1)}}},
		{Pos: at("a.md", 2, 1), Level: content.Warning, Rule: "a"},
		{Pos: at("a.md", 2, 10), Rule: "a"},
		{Pos: at("a.md", 10, 1), Rule: "a"},
		{Pos: at("b.md", 1, 1), Level: content.Warning, Rule: "a"},
	}
	sorted[1].Text, sorted[2].Text = sorted[2].Text, sorted[1].Text // 乙 U+4E59 comes before 甲 U+7532
	want := lines(sorted)
	for seed := range uint64(20) {
		ps := slices.Clone(sorted)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
		ps.Sort()
		if got := lines(ps); got != want {
			t.Fatalf("seed %d:\n%s\nwant\n%s", seed, got, want)
		}
	}
	if sorted.Errors() != 7 || sorted.Warnings() != 2 {
		t.Errorf("%d errors, %d warnings", sorted.Errors(), sorted.Warnings())
	}
}

func TestPosAndLevelText(t *testing.T) {
	for want, p := range map[string]content.Pos{
		"suggestions/2025-014.md:12:5": {File: "suggestions/2025-014.md", Line: 12, Col: 5},
		"photos/x.jpg":                 {File: "photos/x.jpg"},
	} {
		if p.String() != want {
			t.Errorf("%v, want %s", p, want)
		}
	}
	b, err := json.Marshal([]content.Level{content.Error, content.Warning})
	if err != nil || string(b) != `["error","warning"]` {
		t.Errorf("%s, %v", b, err)
	}
}

// Nothing that a problem says shows personal data. The number is made up.
func TestMask(t *testing.T) {
	at := content.Pos{File: "photos/11010519491231002X.jpg", Line: 1, Col: 1}
	ps := content.Problems{{Pos: at, Text: "“13800138000”不是日期", Hint: "家住石桥村3组12号", Also: []content.Related{{Pos: at, Text: "6222000000000000004"}}}}
	ps.Mask()
	if got := lines(ps); strings.ContainsAny(got, "023456789") {
		t.Error(got)
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"title", "date", "suggestion", "shuili", "opinion", "id", "满意", "基本满意", "不满意", "水利站", "司法所"}
	for word, want := range map[string]string{
		"满議": "满意", "suggesion": "suggestion", "shuli": "shuili", "水力站": "水利站", "tilte": "title", "Title": "title",
		"ｄａｔｅ": "date", "基本满義": "基本满意", " date ": "date", "opinions": "opinion",
		"weather": "", "派出所": "", "交通": "", "in": "", "": "", "意": "", "dog": "", "no": "",
	} {
		if got, ok := content.Nearest(word, keys); got != want || ok != (want != "") {
			t.Errorf("Nearest(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
	if got, _ := content.Nearest("abx", []string{"aby", "abz"}); got != "aby" {
		t.Errorf("of two equally near words the first should win, not %q", got)
	}
}

func TestExcerpt(t *testing.T) {
	f := one(t, "a.toml", "a = 1\r\n\t标题 = \"a，b\" # x\u0007\r\n")
	for _, c := range []struct {
		line, col   int
		text, caret string
	}{
		{1, 1, "a = 1", "^"},
		{1, 6, "a = 1", "     ^"},
		{1, 99, "a = 1", "     ^"},
		{2, 2, "\t标题 = \"a，b\" # x ", "\t^"},
		{2, 4, "\t标题 = \"a，b\" # x ", "\t    ^"},
		{2, 10, "\t标题 = \"a，b\" # x ", "\t           ^"},
		{3, 1, "", "^"},
		{9, 1, "", ""},
		{0, 0, "", ""},
	} {
		line, caret := f.Excerpt(content.Pos{File: "a.toml", Line: c.line, Col: c.col})
		if line != c.text || caret != c.caret {
			t.Errorf("%d:%d\n%q\n%q, want\n%q\n%q", c.line, c.col, line, caret, c.text, c.caret)
		}
	}
}
