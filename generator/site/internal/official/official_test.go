package official_test

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"gongshi/generator/site/internal/official"
)

func pages(t *testing.T, document string) []string {
	t.Helper()
	out, err := official.Pages([]byte(document))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, page := range strings.SplitAfter(string(out), "</section>\n") {
		if page != "" {
			all = append(all, page)
		}
	}
	return all
}

var tags = regexp.MustCompile(`<[^>]*>`)

func words(page string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(page, " "))), "")
}

// A line holds 28 characters, the first of a paragraph 26; a page holds 22 lines; what goes on says so; pages are numbered
// at the outer edge.
func TestParagraphs(t *testing.T) {
	got := pages(t, "<p class=\"flush\">各单位：</p>"+strings.Repeat("<p>"+strings.Repeat("字", 80)+"</p>\n", 8))
	if len(got) != 2 {
		t.Fatalf("%d pages", len(got))
	}
	for i, want := range [][]string{
		{`<p class="flush"><span class="line">各单位：</span></p>`,
			`<p><span class="first line full">` + strings.Repeat("字", 26) + `</span><span class="line full">` + strings.Repeat("字", 28) + `</span><span class="line">` + strings.Repeat("字", 26) + `</span></p>`,
			`<p class="folio odd">— 1 —</p>`},
		{`<p class="folio even">— 2 —</p>`},
	} {
		for _, w := range want {
			if !strings.Contains(got[i], w) {
				t.Errorf("page %d lacks %s:\n%s", i+1, w, got[i])
			}
		}
	}
	if n := strings.Count(got[0], `class="line`) + strings.Count(got[0], `class="first line`); n != 22 {
		t.Errorf("page 1 has %d lines", n)
	}
	if got := pages(t, "没有标签的字<div><p>另一段</p></div>"); !strings.Contains(got[0], "没有标签的字</span></p>\n<p>") {
		t.Errorf("text without an element: %s", got[0])
	}
	long := pages(t, "<p>"+strings.Repeat("字", 28*30)+"</p>")
	if len(long) != 2 || !strings.Contains(long[1], `<p class="on"><span class="line full">`) {
		t.Errorf("a paragraph of two pages: %s", long[len(long)-1])
	}
}

// A figure with its mark stays one, whole, on one line; other elements end with the line and begin again.
func TestInline(t *testing.T) {
	got := pages(t, `<p>已书面答复一百一十四件，已经解决的占全部受理的<b data-figure="town.rates.resolved">100/116 (86.2%)</b>，其余<strong>都向代表和居民写了情况说明，讲清缺多少钱、等哪道手续</strong>。&lt;b&gt;</p>`)[0]
	for _, want := range []string{
		`<b data-figure="town.rates.resolved">100/116 (86.2%)</b>`,
		`</strong></span><span class="line"><strong>`, "&lt;b&gt;",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %s: %s", want, got)
		}
	}
}

// A heading stands where its text begins; who signs is not alone on the last page; who gets a copy is at its foot.
func TestEnd(t *testing.T) {
	got := pages(t, strings.Repeat("<p>"+strings.Repeat("字", 80)+"</p>", 7)+`<p>最后一段。</p><p class="signature">主席团<br>2026年6月30日</p><footer class="copies"><p>抄送：县人大。</p></footer>`)
	if len(got) != 2 || !strings.Contains(got[1], "最后一段") || !strings.Contains(got[1], `<p class="signature"><span class="line">主席团</span><span class="line">2026年6月30日</span></p>`) || !strings.Contains(got[1], `<div class="copies"><p><span class="line">抄送：县人大。</span></p></div>`) {
		t.Errorf("the last page: %s", got[len(got)-1])
	}
	got = pages(t, strings.Repeat("<p>"+strings.Repeat("字", 80)+"</p>", 7)+"<h2>一、情况</h2><p>好。</p>")
	if len(got) != 2 || !strings.Contains(got[1], "一、情况") {
		t.Errorf("the heading is not with its text: %s", got[0])
	}
}

// The red head takes 8 lines; a title stands in even lines; its organ's name never outgrows the width.
func TestHead(t *testing.T) {
	head := func(organ string) string {
		return pages(t, `<header class="red"><p class="organ">`+organ+`</p><p class="number">石人大〔2026〕3号</p></header><h1>主席团<br>关于表扬先进的通报</h1><p>好。</p>`)[0]
	}
	for _, want := range []string{`<p class="organ" style="font-size:36pt">石萝镇人大主席团文件</p>`, `<p class="number">石人大〔2026〕3号</p>`, `<h1><span class="line">主席团</span><span class="line">关于表扬先进的通报</span></h1>`} {
		if got := head("石萝镇人大主席团文件"); !strings.Contains(got, want) {
			t.Errorf("lacks %s: %s", want, got)
		}
	}
	if got := head(strings.Repeat("很", 20) + "文件"); !strings.Contains(got, "font-size:18.96pt") {
		t.Errorf("a long name: %s", got)
	}
}

// A table's head stands on every page, a row whole on one; what does not fit a column is broken, never lost.
func TestTable(t *testing.T) {
	var rows strings.Builder
	for i := range 40 {
		fmt.Fprintf(&rows, `<tr><td>%d</td><th scope="row">第%d个单位</th><td class="num">%s</td></tr>`, i, i, strings.Repeat("很长的说明", 1+9*(i%2)))
	}
	got := pages(t, `<table class="named"><caption>表</caption><thead><tr><th scope="col">编号</th><th scope="col">单位</th><th scope="col">说明</th></tr></thead><tbody>`+rows.String()+`</tbody></table>`)
	for i, page := range got {
		on := `<table class="on">`
		if i == 0 {
			on = "<table>"
		}
		if !strings.Contains(page, on+`<caption>表</caption>`) || strings.Count(page, "<thead>") != 1 {
			t.Errorf("page %d: %.300s", i+1, page)
		}
	}
	whole := words(strings.Join(got, ""))
	for i := range 40 {
		if row := fmt.Sprintf("%d第%d个单位", i, i) + strings.Repeat("很长的说明", 1+9*(i%2)); strings.Count(whole, row) < 1 {
			t.Errorf("row %d is not whole", i)
		}
	}
}

// No word of a document is lost or made up, whatever is in it, and no page has more than its lines.
func FuzzPages(f *testing.F) {
	f.Add("已书面答复114件", "100/116 (86.2%)", "占受理的。，、（一）<b>&amp;")
	f.Add("abc def", "", strings.Repeat("长", 700))
	f.Fuzz(func(t *testing.T, before, figure, after string) {
		if !utf8.ValidString(before+figure+after) || !utf8.ValidString(before) || !utf8.ValidString(figure) {
			return // the records are UTF-8
		}
		esc := html.EscapeString
		out, err := official.Pages([]byte("<p>" + esc(before) + "<b data-figure=\"x\">" + esc(figure) + "</b><em>" + esc(after) + "</em></p><ul><li>" + esc(after) + "</li></ul>"))
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for page := range strings.SplitAfterSeq(string(out), "</section>\n") {
			page, _, _ = strings.Cut(page, `<p class="folio`)
			text.WriteString(page)
			if n := strings.Count(page, `line">`) + strings.Count(page, `line full">`); n > 22 {
				t.Errorf("%d lines on a page", n)
			}
			if strings.Count(page, "<em>") != strings.Count(page, "</em>") {
				t.Errorf("an element is not closed: %s", page)
			}
		}
		clean := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r < ' ' || r == '\uFFFD' || r == 0x1f {
					return -1
				}
				return r
			}, strings.Join(strings.Fields(s), ""))
		}
		want := before + figure + after
		if strings.TrimSpace(after) != "" {
			want += "·" + after
		}
		if got := strings.ReplaceAll(clean(words(text.String())), "·", ""); got != strings.ReplaceAll(clean(want), "·", "") {
			t.Errorf("%q became %q", clean(want), got)
		}
	})
}
