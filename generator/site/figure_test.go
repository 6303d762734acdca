package site_test

import (
	"bytes"
	"strings"
	"testing"
)

// aboutPage is another template for about.html, to be laid over the theme.
func aboutPage(body string) string { return `{{define "main"}}<h1>{{.Title}}</h1>` + body + `{{end}}` }

// A page whose marked figure is another than the board's is not written, whichever way the theme gets it wrong.
func TestFiguresAreHeldAgainstTheBoard(t *testing.T) {
	for _, c := range []struct {
		name, body, want string // want is empty when the page is right
	}{
		{"a count", `<b data-figure="town.received">{{len .Board.Now.Received}}</b>`, ""},
		{"another field", `<b data-figure="town.received">{{len .Board.Now.Resolved}}</b>`, "统计数 town.received 应为“1”，写的是“0”"},
		{"another tally", `{{range .Board.Units}}<b data-figure="{{.Tally.Name}}.withheld">{{len $.Board.Now.Received}}</b>{{end}}`, "统计数 units.shuili.withheld 应为“0”，写的是“1”"},
		{"another form", `<b data-figure="town.rates.resolved_of_all">{{.Board.Now.ResolvedOfAll.Percent}}</b>`, "统计数 town.rates.resolved_of_all 应为“0/1”，写的是“—”"},
		{"a name in pieces", `<b data-figure="town.{{with "received"}}{{.}}{{end}}">1</b>`, ""},
		{"no such figure", `<b data-figure="town.receive">1</b>`, "没有统计数 town.receive"},
		{"more than the figure", `<b data-figure="town.received">{{len .Board.Now.Received}}<i>件</i></b>`, "town.received"},
		{"a mark that is not read", `<b data-figure='town.received'>2</b>`, "pages/about.html:1"},
		{"figure", `{{figure .Board.Now "received"}}{{figure .Board.Now.ResolvedOfAll}}{{range .Board.Now.ByState}}{{figure . "percent"}}{{end}}`, ""},
		{"the six steps", `{{range list "1" "2" "3" "4" "5" "6"}}{{figure $.Board.Funnel .}}{{figure $.Board.Funnel (print . ".passed")}}{{figure $.Board.Funnel (print . ".still.n")}}{{end}}`, ""},
		{"another step", `<b data-figure="steps.2">{{len .Board.Now.Received}}7</b>`, "统计数 steps.2 应为“"},
		{"no such step", `<b data-figure="steps.7">1</b>`, "没有统计数 steps.7"},
		{"no such score", `<b data-figure="scores.2025-q1.shuili.total">1</b>`, "没有统计数 scores.2025-q1.shuili.total"},
		{"figure by the wrong name", `{{figure .Board.Now "recieved"}}`, "recieved"},
		{"figure in the wrong form", `{{figure .Board.Now.ResolvedOfAll "share"}}`, "share"},
		{"figure of something else", `{{figure .Town}}`, "record.Town"},
	} {
		s, err := plan(t, files("pages/about.html", aboutPage(c.body)), base)
		if err == nil {
			p, _ := s.Page("about.html")
			var b, plain bytes.Buffer
			err = p.Write(&b)
			// A writer that is no buffer gets the same page, or nothing of a refused one.
			if again := p.Write(struct{ *bytes.Buffer }{&plain}); (err == nil) != (again == nil) || err != nil && plain.Len() > 0 || err == nil && plain.String() != b.String() {
				t.Errorf("%s: the other way of writing gives %v and %q", c.name, again, plain.String())
			}
		}
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

// A sentence of the word list takes marked figures among its values; everything else in it stays text, and where marks
// cannot stand, as in an attribute, only the numbers do.
func TestSentencesTakeFigures(t *testing.T) {
	s, err := plan(t, files(
		"words.zh-CN.toml", "[t]\nsentence = \"%s <受理> %d件，%d%%，%s\"\n",
		"pages/about.html", aboutPage(`<p title="{{word "t.sentence" .Title (figure .Board.Now "received") 5 (figure .Board.Now.ResolvedOfAll)}}">{{word "t.sentence" "<b>&" (figure .Board.Now "received") 5 (figure .Board.Now.ResolvedOfAll)}}</p>
<p>{{word "t." "sentence" (word "t.sentence" "甲" (figure .Board.Now "received") 5 "乙") 1 2 "丙"}}</p>`),
	), base)
	if err != nil {
		t.Fatal(err)
	}
	const received, rate = `<data data-figure="town.received" value="1">1</data>`, `<data data-figure="town.rates.resolved_of_all" value="0/1">0/1</data>`
	page := written(t, s, "about.html")
	for _, want := range []string{
		`>&lt;b&gt;&amp; &lt;受理&gt; ` + received + `件，5%，` + rate + `</p>`,
		` &lt;受理&gt; 1件，5%，0/1">`,
		`<p>甲 &lt;受理&gt; ` + received + `件，5%，乙 &lt;受理&gt; 1件，2%，丙</p>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
}

// A record that writes like a mark is text: it neither counts as one nor stops a build.
func TestRecordsHoldNoMarks(t *testing.T) {
	const text = `<b data-figure="town.received">99</b>`
	s := planned(t, base, notice("mark", "title = '公告"+text+"'", text+"\n\n`"+text+"`\n\n    "+text+"\n"))
	page := written(t, s, "notices/mark.html")
	if strings.Contains(page, text) || !strings.Contains(page, "town.received") {
		t.Errorf("the text of the record is a mark, or not shown:\n%s", page)
	}
}
