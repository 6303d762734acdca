package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
)

const petitions = `
-- petitions/2025-q1.toml --
year = 2025
quarter = 1
date = 2025-03-31
counts = [
	{ kind = "山林土地", received = 3, settled = 1, passed = 1, pending = 1 },
	{ kind = "邻里纠纷", received = 3, settled = 3, passed = 0, pending = 0 },
]
-- petitions/2025-q2.toml --
year = 2025
quarter = 2
date = 2025-07-02
counts = [
	{ kind = "邻里纠纷", received = 5, settled = 4, passed = 0, pending = 1 },
	{ kind = "环境卫生", received = 1, settled = 1, passed = 0, pending = 0 },
	{ kind = "山林土地", received = 0, settled = 0, passed = 0, pending = 0 },
]
`

func TestPetitionsAddUp(t *testing.T) {
	l := ledger(t, base, petitions)
	said := func(lines []board.PetitionLine) string {
		var all []string
		for _, x := range lines {
			all = append(all, fmt.Sprintf("%s %d=%d+%d+%d %s %s", x.Kind, x.Received, x.Settled, x.Passed, x.Pending, x.Share.Percent(), x.Rate))
		}
		return strings.Join(all, "; ")
	}
	if n := len(board.Of(l, day("2025-03-30"), false).Petitions); n != 0 {
		t.Errorf("%d years before the first count", n)
	}
	// Before the second count only the first shows, though its quarter is over.
	y := board.Of(l, day("2025-07-01"), false).Petitions[0]
	if got, want := said(y.Lines), "山林土地 3=1+1+1 50.0% 1/3; 邻里纠纷 3=3+0+0 50.0% 3/3"; got != want || len(y.Quarters) != 1 {
		t.Errorf("in %d quarters %s\nwant %s", len(y.Quarters), got, want)
	}
	// 8, 3 and 1 of 12 are 66.67, 25 and 8.33: the tenth left over goes to the largest remainder.
	y = board.Of(l, day("2025-07-02"), false).Petitions[0]
	if got, want := said(y.Lines), "邻里纠纷 8=7+0+1 66.7% 7/8 (87.5%); 山林土地 3=1+1+1 25.0% 1/3; 环境卫生 1=1+0+0 8.3% 1/1"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, want := said([]board.PetitionLine{y.Total}), " 12=9+1+2 100.0% 9/12 (75.0%)"; got != want {
		t.Errorf("in all %s\nwant %s", got, want)
	}
	if got, want := said(y.Quarters[1].Lines), "邻里纠纷 5=4+0+1 83.3% 4/5 (80.0%); 环境卫生 1=1+0+0 16.7% 1/1; 山林土地 0=0+0+0 0.0% —"; got != want {
		t.Errorf("the second quarter %s\nwant %s", got, want)
	}
}
