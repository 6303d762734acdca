package board_test

import (
	"fmt"
	"testing"

	"gongshi/generator/board"
)

const association = `
-- associations/hexie.toml --
name = "和谐会"
kind = "社会和谐促进会"
purpose = "调解"
founded = 2024-01-01
head = "lin"
deputies = ["lin", "新来"]
members = 20

[[entries]]
date = 2024-05-01
kind = "调解"
text = "田界"
people = 4
cases = 3
settled = 2

[[entries]]
date = 2025-02-01
kind = "帮扶"
text = "种苗"
people = 2
yuan = 800

[[entries]]
date = 2025-01-15
kind = "调解"
text = "放水"
people = 5
cases = 4
settled = 4

[[entries]]
date = 2025-03-01
kind = "活动"
text = "讲座"
people = 40
-- deputies/new.md --
+++
name = "新来"
group = "1"
levels = ["镇"]
work = "村民"
elected = 2025-02-15
+++
`

func TestAssociations(t *testing.T) {
	l := ledger(t, base, association)
	for _, test := range []struct {
		on       string
		total    string // entries, people, settled, yuan
		years    string
		deputies int
	}{
		{"2024-12-31", "1 4 2/3 0", "2024 1;", 1},
		{"2025-02-14", "3 11 6/7 (85.7%) 800", "2025 2; 2024 1;", 1},
		{"2025-12-31", "4 51 6/7 (85.7%) 800", "2025 3; 2024 1;", 2},
	} {
		a := board.Of(l, day(test.on), false).Associations[0]
		total := fmt.Sprint(a.Total.Entries, " ", a.Total.People, " ", a.Total.Settled, " ", a.Total.Yuan)
		years := ""
		for _, y := range a.Years {
			if years != "" {
				years += " "
			}
			years += fmt.Sprintf("%d %d;", y.Year, y.Sums.Entries)
		}
		if total != test.total || years != test.years || len(a.Deputies) != test.deputies {
			t.Errorf("on %s: %s; %s; %d deputies", test.on, total, years, len(a.Deputies))
		}
	}
	a := board.Of(l, day("2025-12-31"), false).Associations[0]
	if e := a.Years[0].Entries; e[0].Text != "讲座" || e[2].Text != "放水" {
		t.Error("the newest entry is not first")
	}
	for _, k := range a.Years[0].Sums.Kinds {
		want := map[string]string{"会议": "0 0", "活动": "1 40", "调解": "1 5", "帮扶": "1 2"}[string(k.Kind)]
		if got := fmt.Sprint(k.N, k.People); got != want {
			t.Errorf("%s: %s, not %s", k.Kind, got, want)
		}
	}
	for _, d := range board.Of(l, day("2025-12-31"), false).Deputies {
		if want := map[string]int{"林一舟": 1, "新来": 1}[d.Name]; len(d.Associations) != want {
			t.Errorf("%s: %d associations", d.Name, len(d.Associations))
		}
	}
	if len(board.Of(l, day("2023-12-31"), false).Associations) != 0 {
		t.Error("an association shows before it was founded")
	}
}
