package board_test

import (
	"fmt"
	"testing"

	"gongshi/generator/board"
)

const budget = `
-- budgets/2025.toml --
year = 2025
date = 2025-01-10
lines = [{ key = "session", name = "会议", yuan = 40000 }, { key = "visit", name = "走访", yuan = 20000 }]
payments = [
	{ date = 2025-03-01, line = "visit", yuan = 5000, text = "租车" },
	{ date = 2025-01-20, line = "session", yuan = 30000, text = "会务" },
	{ date = 2025-06-01, line = "session", yuan = 10000, text = "印刷" },
]
`

func TestBudgetOnADay(t *testing.T) {
	l := ledger(t, base, budget)
	for _, c := range []struct{ on, want string }{
		{"2025-01-09", "none"},
		{"2025-01-10", "0 of 60000, left 60000, 0/60000 (0.0%); 会议 0 left 40000; 走访 0 left 20000; paid"},
		{"2025-03-01", "35000 of 60000, left 25000, 35000/60000 (58.3%); 会议 30000 left 10000; 走访 5000 left 15000; paid 会务 租车"},
		{"2025-12-31", "45000 of 60000, left 15000, 45000/60000 (75.0%); 会议 40000 left 0; 走访 5000 left 15000; paid 会务 租车 印刷"},
	} {
		got := "none"
		for _, b := range board.Of(l, day(c.on), false).Budgets {
			got = fmt.Sprintf("%d of %d, left %d, %s", b.Total.Spent, b.Total.Planned, b.Total.Left, b.Total.Rate)
			for _, n := range b.Lines {
				got += fmt.Sprintf("; %s %d left %d", n.Name, n.Spent, n.Left)
			}
			got += "; paid"
			for _, p := range b.Payments {
				got += " " + p.Text
			}
		}
		if got != c.want {
			t.Errorf("%s: %s\nwant %s", c.on, got, c.want)
		}
	}
}
