package board_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/board"
)

const decision = `
-- deputies/he.md --
+++
name = "何三石"
group = "2"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
+++
-- decisions/qu.md --
+++
title = "修渠方案"
by = "镇政府"
date = 2025-03-03
summary = "修一条渠。"
units = ["水利站"]
villages = ["上河村", "上河村"]
from = 2025-03-10
until = 2025-03-21
issued = 12
returned = 11
opinions = [
	{ date = 2025-03-12, deputy = "lin", stance = "修改", text = "渠改宽一尺。", adopted = "采纳" },
	{ date = 2025-03-14, deputy = "song", stance = "反对", text = "先修下游。", adopted = "未采纳", why = "下游已修。" },
	{ date = 2025-03-20, deputy = "he", stance = "同意", text = "早点开工。" },
]
stages = [
	{ date = 2025-03-03, kind = "提出", text = "报告。" },
	{ date = 2025-03-21, kind = "征求意见", text = "问了。" },
	{ date = 2025-04-01, kind = "决定", text = "定了。" },
	{ date = 2025-05-01, kind = "实施", text = "开工。" },
]
+++
`

// A decision shows on each day what was known by then: opinions as they come, the forms once they are counted, what
// became of the opinions once it is decided.
func TestDecisionOnADay(t *testing.T) {
	l := ledger(t, base, decision)
	for _, c := range []struct{ on, want string }{
		{"2025-03-02", "none"},
		{"2025-03-03", "open false, at 提出, issued 0, forms —, said 0, answered —, adopted —"},
		{"2025-03-10", "open true, at 提出, issued 12, forms —, said 0, answered —, adopted —"},
		{"2025-03-14", "open true, at 提出, issued 12, forms —, said 2, answered —, adopted —"},
		// The period's last day: 11 forms of 12; one amends, one opposes, so 9 agree, one of them in words.
		{"2025-03-21", "open true, at 征求意见, issued 12, forms 11/12 (91.7%), said 3, answered —, adopted —, 同意 9 81.8%, 修改 1 9.1%, 反对 1 9.1%"},
		{"2025-03-31", "open false, at 征求意见, issued 12, forms 11/12 (91.7%), said 3, answered —, adopted —, 同意 9 81.8%, 修改 1 9.1%, 反对 1 9.1%"},
		// Decided: two of the three opinions in words are answered, one of the two is adopted.
		{"2025-04-01", "open false, at 决定, issued 12, forms 11/12 (91.7%), said 3, answered 2/3, adopted 1/2, 采纳, 未采纳, 同意 9 81.8%, 修改 1 9.1%, 反对 1 9.1%"},
		{"2025-05-01", "open false, at 实施, issued 12, forms 11/12 (91.7%), said 3, answered 2/3, adopted 1/2, 采纳, 未采纳, 同意 9 81.8%, 修改 1 9.1%, 反对 1 9.1%"},
	} {
		got := "none"
		for _, d := range board.Of(l, day(c.on), false).Decisions {
			got = fmt.Sprintf("open %v, at %s, issued %d, forms %s, said %d, answered %s, adopted %s", d.Open, d.At, d.Issued, d.Forms, len(d.Opinions), d.Answered, d.Adopted)
			for _, o := range d.Opinions {
				if o.Adopted != "" {
					got += ", " + string(o.Adopted)
				} else if o.Why != "" {
					t.Errorf("%s tells why before it is decided", c.on)
				}
			}
			for _, s := range d.Stances {
				got += fmt.Sprintf(", %s %d %s", s.Key, s.N, s.Percent())
			}
			if !d.Decided.IsZero() && d.Decided.String() != "2025-04-01" {
				t.Errorf("%s: decided on %s", c.on, d.Decided)
			}
		}
		if got != c.want {
			t.Errorf("%s: %s\nwant %s", c.on, got, c.want)
		}
	}
}

// A deputy elected later is named and not linked.
func TestDecisionOfADeputyNotYetKnown(t *testing.T) {
	l := ledger(t, base, strings.Replace(decision, "elected = 2021-11-20", "elected = 2025-06-01", 1))
	d := board.Of(l, day("2025-04-01"), false).Decisions[0]
	if who := d.Opinions[2].Deputy.To; who.Name != "何三石" || who.ID != "" {
		t.Errorf("the deputy is %q with the page %q", who.Name, who.ID)
	}
}

// A decision hangs on those it concerns, once each, and on the deputies whose words of it are known.
func TestDecisionOfOthers(t *testing.T) {
	l := ledger(t, base, decision)
	for _, c := range []struct{ on, want string }{
		{"2025-03-02", ""},
		{"2025-03-03", "上河村 水利站"},
		{"2025-03-14", "上河村 宋二梅 林一舟 水利站"},
	} {
		b := board.Of(l, day(c.on), false)
		var names []string
		add := func(name string, of []*board.Decision) {
			for range of {
				names = append(names, name)
			}
		}
		for _, v := range b.Villages {
			add(v.Name, v.Decisions)
		}
		for _, u := range b.Units {
			add(u.Name, u.Decisions)
		}
		for _, d := range b.Deputies {
			add(d.Name, d.Decisions)
		}
		slices.Sort(names)
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: it hangs on %s, want %s", c.on, got, c.want)
		}
	}
}
