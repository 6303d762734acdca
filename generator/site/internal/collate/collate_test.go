package collate_test

import (
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/site/internal/collate"
)

func catalogue() board.Catalogue {
	cases := []*board.Case{{}, {}, {}}
	return board.Catalogue{Tallies: map[string]*board.Tally{
		"town":             {Name: "town", Received: cases, Resolved: cases[:2], ResolvedRate: board.Rate{Part: 20, Whole: 30}, ByClass: []board.Slice{{Key: "A", Cases: cases[:1]}}},
		"reports.h1":       {Name: "reports.h1", Received: cases[:1]},
		"reports.h1.half":  {Name: "reports.h1.half", Received: nil},
		"units.a&b":        {Name: "units.a&b", Received: cases[:1]},
		"villages.<shang>": {Name: "villages.<shang>", Received: cases[:2]},
	}}
}

func TestPage(t *testing.T) {
	for _, c := range []struct{ page, want string }{ // what the error names; empty when the page is right
		{``, ""},
		{`<p>3</p>`, ""},
		{`<b data-figure="town.received">3</b>`, ""},
		{`<b class="x>y" data-figure="town.received" title='a > "b"'>3</b> <i data-figure="town.resolved">2</i>`, ""},
		{`<b data-figure="town.rates.resolved">20/30 (66.7%)</b><b data-figure="town.rates.resolved.percent">66.7%</b>`, ""},
		{`<b data-figure="town.rates.resolved.fraction">20/30</b><b data-figure="town.rates.resolved.part">20</b><b data-figure="town.rates.resolved.whole">30</b>`, ""},
		{`<b data-figure="town.rates.resolved_of_all">—</b>`, ""},
		{`<b data-figure="town.by_class.A">1</b><b data-figure="town.by_class.A.percent">—</b>`, ""},
		{`<b data-figure="reports.h1.received">1</b><b data-figure="reports.h1.half.received">0</b>`, ""},
		{`<b data-figure="units.a&amp;b.received">1</b><b data-figure="villages.&lt;shang&gt;.received">2</b>`, ""},
		{`<p>5 data-figure=&#34;town.received&#34;>5</p>`, ""}, // a record's text

		{`<b data-figure="town.received">2</b>`, "统计数 town.received 应为“3”，写的是“2”"},
		{`<b data-figure="town.received">3</b><b data-figure="town.resolved">3</b>`, "统计数 town.resolved 应为“2”，写的是“3”"},
		{`<b data-figure="town.received"> 3</b>`, "写的是“ 3”"},
		{`<b data-figure="town.received"></b>`, "写的是“”"},
		{`<b data-figure="town.received">03</b>`, "town.received"},
		{`<b data-figure="town.rates.resolved">66.7%</b>`, "应为“20/30 (66.7%)”"},
		{`<b data-figure="town.rates.resolved.percent">20/30</b>`, "应为“66.7%”"},
		{`<b data-figure="town.recieved">3</b>`, "没有统计数 town.recieved"},
		{`<b data-figure="town.received.percent">3</b>`, "没有统计数 town.received.percent"},
		{`<b data-figure="town.rates.resolved.share">3</b>`, "没有统计数"},
		{`<b data-figure="town.rates.res">3</b>`, "没有统计数"},
		{`<b data-figure="units.none.received">3</b>`, "没有统计数 units.none.received"},
		{`<b data-figure="received">3</b>`, "没有统计数 received"},
		{`<b data-figure="">3</b>`, "没有统计数"},
		{`<b data-figure="town.received">3<small>件</small></b>`, "town.received"},
		{`<b data-figure="town.received"><i>3</i></b>`, "town.received"},
		{`<b data-figure="town.received">3`, "town.received"},
		{`<b data-figure="town.received"`, "town.received"},
		{`<b data-figure="town`, "引号"},
	} {
		err := collate.Page([]byte(c.page), catalogue())
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.page, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: error %v, want one with %q", c.page, err, c.want)
		}
	}
}

func TestLegible(t *testing.T) {
	for text, want := range map[string]bool{
		`<p class="data">`:               true,
		`<b data-figure="{{.Name}}`:      true,
		`<b data-figure='x'>`:            false,
		`<b data-figure=x>`:              false,
		"<b\ndata-figure=\"x\">":         false,
		`<b DATA-FIGURE="x">`:            false,
		`<b data-figure = "x">`:          false,
		`<b data-figure="x" data-figure`: false,
	} {
		if got := collate.Legible([]byte(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
