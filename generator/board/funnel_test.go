package board_test

import (
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// redone is an item that was handed back once, replied to twice and closed.
const redone = `
intake = { date = 2025-01-13, result = "登记" }
assignments = [
	{ date = 2025-01-20, unit = "公路站", accepted = 2025-01-21, returned = 2025-01-24, return_reason = "不归本站" },
	{ date = 2025-02-05, unit = "水利站", accepted = 2025-02-06 },
]
replies = [
	{ date = 2025-03-10, class = "A", text = "答复", slip_back = 2025-03-20, satisfaction = "不满意" },
	{ date = 2025-04-20, class = "A", text = "再答复", slip_back = 2025-04-25, satisfaction = "满意" },
]
closing = { date = 2025-05-01, result = "办成" }
`

// straight is an item that went through all steps once, quickly; its slip is out.
const straight = `
intake = { date = 2025-01-12, result = "登记" }
assignments = [{ date = 2025-01-20, unit = "公路站", accepted = 2025-01-22 }]
replies = [{ date = 2025-02-01, class = "A", text = "答复" }]
`

// The days at a step are added up over all times an item came to it, and the median of two is their mean, half up.
func TestFunnelStays(t *testing.T) {
	l := ledger(t, base, item("2025-001", "2025-01-08", redone), item("2025-002", "2025-01-09", straight),
		item("2025-003", "2025-01-10", `intake = { date = 2025-01-20, result = "退回", reason = "不归镇里" }`))
	for _, c := range []struct{ on, passed, still string }{
		// 001: 5 days at step 1, 7+12 at 2, 1+1 at 3, 3+32 at 4 and 31 again, 10 and 11 at 5.
		// 002: 3, 8, 2, 10, and at step 5 since 1 February. 003: 10 at step 1.
		{"2025-12-31", "5/3 14/2 2/2 38/2 21/1 —/0", "—/0 —/0 —/0 —/0 333/1 244/1"},
		// 001 is being handled again: 3+32 days at step 4 and 5 since the slip.
		{"2025-03-25", "5/3 14/2 2/2 10/1 10/1 —/0", "—/0 —/0 —/0 40/1 52/1 —/0"},
		// 001 was handed back: 7 days at step 2, and 4 since.
		{"2025-01-28", "5/3 8/1 2/2 3/1 —/0 —/0", "—/0 11/1 —/0 6/1 —/0 —/0"},
		{"2025-01-09", "—/0 —/0 —/0 —/0 —/0 —/0", "1/2 —/0 —/0 —/0 —/0 —/0"},
	} {
		f := board.Of(l, day(c.on), false).Funnel
		var passed, still []string
		for _, s := range f.Stays {
			passed = append(passed, s.Passed.String()+"/"+strconv.Itoa(s.Passed.N))
			still = append(still, s.Still.String()+"/"+strconv.Itoa(s.Still.N))
		}
		if got := strings.Join(passed, " "); got != c.passed {
			t.Errorf("%s: passed %s, want %s", c.on, got, c.passed)
		}
		if got := strings.Join(still, " "); got != c.still {
			t.Errorf("%s: still %s, want %s", c.on, got, c.still)
		}
	}
}

// A board whose parts do not add up to the whole is told apart, with the sum that fails.
func TestCheckNamesTheSum(t *testing.T) {
	l := ledger(t, base, item("2025-001", "2025-01-08", redone), item("2025-002", "2025-01-09", straight))
	b := board.Of(l, day("2025-12-31"), false)
	if err := b.Check(); err != nil {
		t.Fatal(err)
	}
	b.Funnel.Units.Lines = b.Funnel.Units.Lines[1:]
	if err := b.Check(); err == nil || !strings.Contains(err.Error(), "2025: 2 items, but added up by units there are 1") {
		t.Errorf("a unit's items are lost, and the board says %v", err)
	}
	if b.Funnel.Holds() {
		t.Error("the funnel holds without a unit")
	}
}
