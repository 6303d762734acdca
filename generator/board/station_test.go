package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// station has a rota that reaches from before the by-election of a deputy to beyond what a board announces.
const station = `
-- deputies/new.md --
+++
name = "新来"
group = "1"
levels = ["镇"]
work = "村民"
elected = 2025-03-01
+++
-- stations/g1.toml --
name = "上河联络站"
kind = "代表联络站"
group = "1"
address = "上河村村部"
hours = "每月5日"
opened = 2024-06-01

[[rota]]
date = 2025-03-05
deputies = ["新来"]
received = 7
matters = 3

[[rota]]
date = 2025-02-05
deputies = ["林一舟"]
received = 4
matters = 1

[[rota]]
date = 2025-04-30
deputies = ["林一舟"]

[[rota]]
date = 2025-05-05
deputies = ["林一舟"]
`

func TestStations(t *testing.T) {
	l := ledger(t, base, station)
	for _, test := range []struct {
		on                string
		next, past        string
		received, matters int
	}{
		{"2025-02-04", "2025-02-05 林一舟, 2025-03-05 新来, 2025-04-30 林一舟", "", 0, 0},
		{"2025-02-05", "2025-03-05 新来, 2025-04-30 林一舟", "2025-02-05 林一舟", 4, 1},
		{"2025-03-31", "2025-04-30 林一舟, 2025-05-05 林一舟", "2025-03-05 新来, 2025-02-05 林一舟", 11, 4},
		{"2025-06-01", "", "2025-05-05 林一舟, 2025-04-30 林一舟, 2025-03-05 新来, 2025-02-05 林一舟", 11, 4},
	} {
		b := board.Of(l, day(test.on), false)
		s := b.Stations[0]
		if next, past := shifts(s.Next), shifts(s.Past); next != test.next || past != test.past || s.Received != test.received || s.Matters != test.matters {
			t.Errorf("on %s: next %s; past %s; %d people, %d matters", test.on, next, past, s.Received, s.Matters)
		}
		if n := len(s.Past); n > 0 && s.Since != s.Past[n-1].Date || n == 0 && !s.Since.IsZero() {
			t.Errorf("on %s: since %s", test.on, s.Since)
		}
		if b.Groups[0].Stations[0] != s || b.Villages[0].Stations[0] != s || len(b.Groups[1].Stations) != 0 {
			t.Errorf("on %s: the station is not that of its group and village", test.on)
		}
	}
	if b := board.Of(l, day("2025-02-05"), false); b.Stations[0].Next[0].Deputies[0].ID != "" {
		t.Error("a deputy who is not yet elected has a page")
	}
	b := board.Of(l, day("2025-03-31"), false)
	for _, d := range b.Deputies {
		var next []string
		for _, s := range d.Shifts {
			next = append(next, s.Date.String())
		}
		want := map[string]string{"林一舟": "1 2025-04-30 2025-05-05", "新来": "1", "宋二梅": "0"}[d.Name]
		if got := strings.TrimSpace(fmt.Sprint(d.Sat, " ", strings.Join(next, " "))); got != want {
			t.Errorf("%s: %s, not %s", d.Name, got, want)
		}
	}
	if b := board.Of(l, day("2024-05-31"), false); len(b.Stations) != 0 {
		t.Error("a station shows before it opens")
	}
}

func shifts(all []board.Shift) string {
	var said []string
	for _, s := range all {
		said = append(said, s.Date.String()+" "+s.Deputies[0].Name)
	}
	return strings.Join(said, ", ")
}

func TestInstitution(t *testing.T) {
	posts := strings.Replace(base, "contact = {", `posts = [
	{ title = "主席", holder = "lin", since = 2024-02-01, past = [{ name = "老赵", from = 2021-12-03, until = 2022-06-01 }, { name = "老钱", from = 2022-06-01, until = 2023-11-01 }] },
	{ title = "副主席" },
]
contact = {`, 1)
	l := ledger(t, posts)
	for _, test := range []struct{ on, holder, since, past, filled string }{
		{"2021-12-01", "", "", "", "0/2"},
		{"2022-05-31", "老赵", "2021-12-03", "", "1/2"},
		{"2022-06-01", "老钱", "2022-06-01", "老赵", "1/2"},
		{"2023-12-01", "", "2023-11-01", "老钱 老赵", "0/2"},
		{"2024-02-01", "林一舟", "2024-02-01", "老钱 老赵", "1/2"},
	} {
		b := board.Of(l, day(test.on), false)
		p := b.Posts[0]
		holder := ""
		if p.Holder != nil {
			holder = p.Holder.Name
		}
		var past []string
		for _, x := range p.Past {
			past = append(past, x.Name)
		}
		if holder != test.holder || p.Since.String() != test.since || strings.Join(past, " ") != test.past || b.PostsFilled.String() != test.filled {
			t.Errorf("on %s: %q since %s, before %v, filled %s", test.on, holder, p.Since, past, b.PostsFilled)
		}
	}
}
