package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
)

const exchange = `
-- exchanges/2025-q1.toml --
title = "第一季度交流表"
year = 2025
quarter = 1
date = 2025-04-10
by = "县里"
method = "三等"
towns = [
	{ town = "甲乡", received = 4, replied = 4, resolved = 4, slips = 4, satisfied = 4, grade = "不评" },
	{ town = "乙乡", received = 20, replied = 12, resolved = 10, slips = 12, satisfied = 9, grade = "好" },
	{ town = "云岭镇", received = 10, replied = 8, resolved = 5, slips = 6, satisfied = 3, grade = "好" },
	{ town = "丙乡", received = 30, replied = 28, resolved = 16, slips = 20, satisfied = 13, grade = "好" },
	{ town = "丁乡", received = 9, replied = 1, resolved = 0, slips = 0, satisfied = 0, grade = "一般" },
]
`

// Townships stand by their rate of resolved items, equal ones share a rank, and one with four items is not ranked
// however good its rate.
func TestExchange(t *testing.T) {
	l := ledger(t, base, exchange)
	if n := len(board.Of(l, day("2025-04-09"), false).Exchanges); n != 0 {
		t.Errorf("%d tables before the county sent one", n)
	}
	x := board.Of(l, day("2025-04-10"), false).Exchanges[0]
	var rows []string
	for _, r := range x.Rows {
		rows = append(rows, fmt.Sprintf("%d/%d %s %s %s", r.Rank, r.Ranked, r.Town, r.ResolvedRate, r.SatisfiedRate))
	}
	want := []string{
		"1/4 丙乡 16/30 (53.3%) 13/20 (65.0%)",
		"2/4 乙乡 10/20 (50.0%) 9/12 (75.0%)",
		"2/4 云岭镇 5/10 (50.0%) 3/6 (50.0%)",
		"4/4 丁乡 0/9 (0.0%) —",
		"0/0 甲乡 4/4 4/4",
	}
	if got, want := strings.Join(rows, "\n"), strings.Join(want, "\n"); got != want {
		t.Errorf("the table is\n%s\nwant\n%s", got, want)
	}
	if x.Own == nil || x.Own.Town != "云岭镇" || !x.Own.Own || x.Through.String() != "2025-03-31" {
		t.Errorf("own row %+v through %s", x.Own, x.Through)
	}
}
