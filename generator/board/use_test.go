package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// three are a unit's items with a handling score of 46.67, as TestYearByHand works it out.
func three() string {
	reply := func(date, class, opinion string) string {
		return fmt.Sprintf("replies = [{ date = %s, class = \"%s\", text = \"答复\", consult_exception = \"汛情\"%s }]\n", date, class, opinion)
	}
	return item("1", "2025-01-08", replied+reply("2025-03-10", "A", ", slip_back = 2025-03-18, satisfaction = \"满意\"")+"closing = { date = 2025-03-20, result = \"通水\" }\n") +
		item("2", "2025-01-08", assigned+reply("2025-03-10", "B", ", slip_back = 2025-03-18, satisfaction = \"不满意\"")) +
		item("3", "2025-01-08", replied+reply("2025-03-10", "B", "")+"closing = { date = 2025-06-01, result = \"列入计划\" }\n")
}

// with puts lines at the head of the scheme.
func with(lines string) string {
	return strings.Replace(scheme, "ties = ", lines+"\nties = ", 1)
}

func standing(t *testing.T, s *board.Standings, unit string) *board.Standing {
	t.Helper()
	for _, r := range s.All {
		if r.Unit.Name == unit {
			return r
		}
	}
	t.Fatalf("%s has no standing", unit)
	return nil
}

func TestMerits(t *testing.T) {
	merit := func(evidence, points string) string {
		return fmt.Sprintf("[[merits]]\nunit = \"公路站\"\nevidence = \"%s\"\nkind = \"急难险重\"\npoints = %s\nreason = \"抢通塌方\"\n", evidence, points)
	}
	given := strings.NewReplacer("-- assessments/2025-q2.toml", merit("a", "0.6")+merit("b", "0.7")+"-- assessments/2025-q2.toml").Replace(year) + "\n" + merit("c", "0.4")
	for _, c := range []struct{ scheme, merited, quarter, base, total string }{
		{scheme, "1.30", "93.30", "92.33", "92.73"}, // (93.30 + 3 × 92) ÷ 4 = 92.325
		{with("max_merit = 1"), "1.00", "93.00", "92.25", "92.65"},
	} {
		b := board.Of(ledger(t, base, c.scheme, given), day("2025-12-31"), false)
		r := standing(t, b.YearEnds[0], "公路站")
		q := r.Quarters[0]
		if got := [...]string{q.Merited.String(), q.Total.String(), r.Base.String(), r.Total.String()}; got != [...]string{c.merited, c.quarter, c.base, c.total} {
			t.Errorf("%v, want %v", got, c)
		}
		l := b.Ledgers[0]
		if l.Merits != 3 || l.Merited.String() != "1.70" || l.Deductions != 2 || l.Deducted.String() != "1.50" || l.Vetoes != 0 || len(l.Rows) != 5 {
			t.Errorf("the ledger has %d merits of %s, %d deductions of %s", l.Merits, l.Merited, l.Deductions, l.Deducted)
		}
		if last := l.Rows[4]; last.End == nil || last.Evidence != "c" || l.Rows[0].Quarter.Assessment.Quarter != 1 {
			t.Error("the rows are not in the order of the year")
		}
	}
}

// A sum of four quarters has 400 points, and the handling score a fifth hundred.
func TestSumOfQuarters(t *testing.T) {
	sum := strings.Replace(scheme, "quarters = 70, handling = 30", "way = \"合计\", quarters = 100, handling = 100", 1)
	b := board.Of(ledger(t, base, sum, year, three()), day("2025-12-31"), false)
	end, mid := b.YearEnds[0], b.MidYears[0]
	if end.Full.Short() != "500" || mid.Full.Short() != "200" {
		t.Errorf("full marks: %s and %s", end.Full, mid.Full)
	}
	for _, c := range []struct {
		name                         string
		s                            *board.Standings
		unit                         string
		base, quarters, total, grade string
	}{
		{"255.70 × 4 ÷ 3, + 46.67 − 1", end, "水利站", "340.93", "340.93", "386.60", "77.32"},
		{"92 × 4; without items × 500 ÷ 400", end, "公路站", "368.00", "460.00", "460.00", "92.00"},
		{"90 × 2 ÷ 1", mid, "水利站", "180.00", "180.00", "180.00", "90.00"},
		{"92 × 2", mid, "公路站", "184.00", "184.00", "184.00", "92.00"},
	} {
		r := standing(t, c.s, c.unit)
		if got := [...]string{r.Base.String(), r.ByQuarters.String(), r.Total.String(), r.Graded.String()}; got != [...]string{c.base, c.quarters, c.total, c.grade} {
			t.Errorf("%s: %v, want %v", c.name, got, c)
		}
		if want := b.Scheme.Band(r.Graded); r.Band != want {
			t.Errorf("%s: band %s, want %s", c.name, r.Band, want)
		}
	}
}

func TestVeto(t *testing.T) {
	veto := strings.Replace(year, "-- assessments/2025-q3.toml", "[[vetoes]]\nunit = \"公路站\"\nevidence = \"v\"\nreason = \"责任事故\"\n-- assessments/2025-q3.toml", 1)
	s := board.Of(ledger(t, base, scheme, veto), day("2025-12-31"), false).YearEnds[0]
	r := standing(t, s, "公路站")
	if r.Quarters[0].Band != "优秀" || r.Quarters[1].Band != "较差" || r.Band != "较差" {
		t.Errorf("bands %s, %s, %s", r.Quarters[0].Band, r.Quarters[1].Band, r.Band)
	}
	if r.Rank != 1 || r.Total.String() != "92.00" {
		t.Errorf("the score of %s is not what the ranking goes by: place %d", r.Total, r.Rank)
	}
	if len(s.Plaque) != 1 || s.Plaque[0].Unit.Name != "水利站" {
		t.Errorf("the plaque goes to %v", s.Plaque)
	}
	if got := strings.Join(s.CommendCopies, " "); got != "澄陵县水利局" {
		t.Errorf("copied to %s", got)
	}
}

func TestFewItems(t *testing.T) {
	for _, c := range []struct {
		lines   string
		handled bool
		total   string
		exempt  bool // 公路站, which had no item
	}{
		{"min_items = 3", true, "72.66", false},
		{"min_items = 4", false, "84.23", false}, // 85.23 − 1
		{"exempt_without_items = true", true, "72.66", true},
	} {
		s := board.Of(ledger(t, base, with(c.lines), year, three()), day("2025-12-31"), false).YearEnds[0]
		r := standing(t, s, "水利站")
		if (r.Handling != nil) != c.handled || r.Total.String() != c.total {
			t.Errorf("%s: %s, want %s", c.lines, r.Total, c.total)
		}
		if other := standing(t, s, "公路站"); other.Exempt != c.exempt || (other.Rank == 0) != c.exempt || len(s.Classes[0].Exempt) == 1 != c.exempt {
			t.Errorf("%s: exempt %v, place %d", c.lines, other.Exempt, other.Rank)
		}
	}
}

// In the fourth quarter 水利站 has 1 满意 of 3 valid ballots.
func TestSummons(t *testing.T) {
	called := func(date string) string {
		return fmt.Sprintf("-- activities/y.md --\n+++\nkind = \"约见\"\ntitle = \"约见水利站\"\ndate = %s\nplace = \"镇政府\"\nunits = [\"水利站\"]\n[[questions]]\nby = \"林一舟代表\"\nto = \"水利站\"\nquestion = \"为什么停水？\"\nanswer = \"水泵坏了。\"\n+++\n", date)
	}
	for _, c := range []struct {
		lines, activity, on string
		n                   int
		held, late          bool
	}{
		{"", "", "2025-12-31", 0, false, false},
		{"summons_below = 33", "", "2025-12-31", 0, false, false},
		{"summons_below = 34", "", "2025-12-24", 0, false, false}, // the vote is tomorrow
		{"summons_below = 34", "", "2026-01-25", 1, false, false},
		{"summons_below = 34", "", "2026-01-26", 1, false, true},
		{"summons_below = 34\nsummons_months = 2", "", "2026-01-26", 1, false, false},
		{"summons_below = 34", called("2025-12-25"), "2026-01-26", 1, false, true}, // on the day of the vote, not after it
		{"summons_below = 34", called("2026-01-20"), "2026-01-19", 1, false, false},
		{"summons_below = 34", called("2026-01-20"), "2026-01-26", 1, true, false},
		{"summons_below = 34", called("2026-01-26"), "2026-01-26", 1, true, true},
	} {
		b := board.Of(ledger(t, base, with(c.lines), year, c.activity), day(c.on), false)
		var low []*board.Summons
		for _, u := range b.Units {
			low = append(low, u.Summons...)
		}
		if len(low) != c.n {
			t.Errorf("%s on %s: %d units", c.lines, c.on, len(low))
			continue
		}
		if c.n == 0 {
			continue
		}
		if s := low[0]; s.Unit.Name != "水利站" || s.Rate.Fraction() != "1/3" || (s.Held != nil) != c.held || s.Late != c.late {
			t.Errorf("%s on %s: %s %s, held %v, late %v", c.lines, c.on, s.Unit.Name, s.Rate, s.Held != nil, s.Late)
		}
	}
}

func TestRetest(t *testing.T) {
	rule := strings.Replace(with("retest_months = 3"), "inspect = 1", "inspect = 1, retest = 1", 1)
	tested := year + "\n[[retests]]\nunit = \"水利站\"\ndate = 2026-03-20\nscore = 82.5\n"
	for _, c := range []struct {
		year, on   string
		done, late bool
	}{
		{year, "2026-03-28", false, false},
		{year, "2026-03-29", false, true},
		{tested, "2026-03-19", false, false},
		{tested, "2026-03-29", true, false},
		{strings.Replace(tested, "2026-03-20", "2026-03-29", 1), "2026-03-29", true, true},
	} {
		s := board.Of(ledger(t, base, rule, c.year, three()), day(c.on), false).YearEnds[0]
		if len(s.Retests) != 1 || s.Retests[0].Unit.Name != "水利站" {
			t.Fatalf("%d units to test again", len(s.Retests))
		}
		r := s.Retests[0].Retest
		if r.Due != day("2026-03-28") || (r.Result != nil) != c.done || r.Late != c.late || c.done && r.Band != "合格" {
			t.Errorf("on %s: due %s, done %v, late %v, band %q", c.on, r.Due, r.Result != nil, r.Late, r.Band)
		}
	}
}

// The third item over the limit makes the day of the determination, in the order of the slips, not of the numbers.
func TestDetermination(t *testing.T) {
	refused := func(id, back, more string) string {
		return item(id, "2025-01-08", assigned+fmt.Sprintf("replies = [{ date = 2025-03-10, class = \"D\", text = \"答复\", slip_back = %s, satisfaction = \"不满意\", not_accepted = true%s }]\n", back, more))
	}
	items := refused("1", "2025-03-20", "") + refused("2", "2025-03-18", "") + refused("3", "2025-03-19", "") + refused("4", "2025-03-21", ", justified = \"要等国家政策\"") +
		item("5", "2025-01-08", assigned+"replies = [{ date = 2025-03-10, class = \"D\", text = \"答复\", slip_back = 2025-03-18, satisfaction = \"不满意\" }]\n")
	for _, c := range []struct {
		on, counted, excused, since string
		over, at                    bool
	}{
		{"2025-03-18", "2", "", "", false, false},
		{"2025-03-19", "2 3", "", "", false, true},
		{"2025-03-20", "2 3 1", "", "2025-03-20", true, false},
		{"2025-12-31", "2 3 1", "4", "2025-03-20", true, false},
	} {
		b := board.Of(ledger(t, base, items), day(c.on), false)
		if len(b.Sanctioned) != 1 {
			t.Fatalf("on %s: %d units", c.on, len(b.Sanctioned))
		}
		s := b.Sanctioned[0].Sanction
		since := ""
		if d := s.Since(); !d.IsZero() {
			since = d.String()
		}
		if ids(s.Cases) != c.counted || ids(s.Excused) != c.excused || since != c.since || s.Over() != c.over || s.At() != c.at || s.Limit != 2 {
			t.Errorf("on %s: %s, excused %s, since %s", c.on, ids(s.Cases), ids(s.Excused), since)
		}
	}
}
