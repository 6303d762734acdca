package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

const scheme = `
-- schemes/2025.toml --
name = "2025年评议办法"
year = 2025
ties = "并列"
criticise = true
min_valid_votes = 2
methods = [{ key = "visit", name = "视察", weight = 40, by = "评分" }, { key = "survey", name = "问卷", weight = 60, by = "投票" }]
vote_values = { satisfied = 100, basically = 70, dissatisfied = 30 }
classes = [{ name = "公共服务类", plaque = 1, commend = 2, criticise = 1, inspect = 1 }]
bands = [{ name = "优秀", from = 90 }, { name = "合格", from = 60 }, { name = "较差", from = 0 }]
year_end = { quarters = 70, handling = 30 }
handling = { consulted = 25, resolved = 30, satisfied = 30, on_time = 15 }
`

// quarter is the score sheet of a quarter: a line "水利站 90 2/1/0/4" is points and ballots (满意, 基本满意, 不满意, 不了解).
func quarter(n int, more string, lines ...string) string {
	s := fmt.Sprintf("-- assessments/2025-q%d.toml --\ntitle = \"第%d季度\"\nyear = 2025\nquarter = %d\ndate = 2025-%02d-25\nscheme = \"2025\"\n%s\n", n, n, n, 3*n, more)
	for _, l := range lines {
		var unit, points string
		var v record.Votes
		fmt.Sscan(strings.ReplaceAll(l, "/", " "), &unit, &points, &v.Satisfied, &v.Basically, &v.Dissatisfied, &v.Unknown)
		s += fmt.Sprintf("[[units]]\nunit = \"%s\"\nscores = { visit = %s }\nvotes = { survey = { satisfied = %d, basically = %d, dissatisfied = %d, unknown = %d } }\n",
			unit, points, v.Satisfied, v.Basically, v.Dissatisfied, v.Unknown)
	}
	return s
}

func yearEnd(more string) string {
	return "-- assessments/2025-year.toml --\ntitle = \"年终\"\nyear = 2025\ndate = 2025-12-28\nscheme = \"2025\"\n" + more
}

func units(names ...string) string {
	s := ""
	for i, n := range names {
		s += fmt.Sprintf("-- units/%s.toml --\nname = \"%s\"\nclass = \"公共服务类\"\nsuperior = \"县局\"\norder = %d\n", n, n, i)
	}
	return s
}

func TestBallotScore(t *testing.T) {
	for _, c := range []struct {
		votes string
		given bool
		raw   record.Points
	}{
		{"2/1/0/0", true, 9000},
		{"2/1/0/9", true, 9000}, // who does not know the unit casts no valid vote
		{"1/1/1/0", true, 6667},
		{"15/1/0/0", true, 9813}, // 98.125
		{"0/0/2/0", true, 3000},
		{"1/0/0/9", false, 0}, // fewer valid ballots than the scheme asks for
		{"0/0/0/5", false, 0},
	} {
		q := board.Of(ledger(t, base, scheme, quarter(1, "", "水利站 90 "+c.votes)), day("2025-12-31"), false).Quarters[0]
		m := q.Sheets[0].Marks[1]
		if m.Given != c.given || m.Raw != c.raw || m.Score != c.raw.Share(60) {
			t.Errorf("%s: %s, weighted %s, given %v; want %s", c.votes, m.Raw, m.Score, m.Given, c.raw)
		}
		if s := q.Sheets[0]; s.Sum != 3600+m.Score || s.Total != s.Sum {
			t.Errorf("%s: the sheet adds up to %s", c.votes, s.Sum)
		}
	}
}

func TestRanking(t *testing.T) {
	byVotes := strings.Replace(scheme, "并列", "满意票多者在前", 1)
	for _, c := range []struct {
		name, scheme string
		lines        []string
		want         string // unit, rank, and = when tied
	}{
		{"no ties", scheme, []string{"a 80 3/0/0", "b 90 3/0/0", "c 85 3/0/0"}, "b1 c2 a3"},
		{"two first, one third", scheme, []string{"a 80 3/0/0", "b 90 3/0/0", "c 90 3/0/0"}, "b1= c1= a3"},
		{"all the same", scheme, []string{"a 90 3/0/0", "b 90 3/0/0", "c 90 3/0/0"}, "a1= b1= c1="},
		{"ballots do not count", scheme, []string{"a 90 3/0/0", "b 90 9/0/0"}, "a1= b1="},
		{"more ballots go first", byVotes, []string{"a 90 3/0/0", "b 90 9/0/0", "c 80 99/0/0"}, "b1 a2 c3"},
		{"as many ballots", byVotes, []string{"a 90 3/0/0", "b 90 9/0/0", "c 90 3/0/0"}, "b1 a2= c2="},
	} {
		q := board.Of(ledger(t, base, c.scheme, units("a", "b", "c"), quarter(1, "", c.lines...)), day("2025-12-31"), false).Quarters[0]
		var got []string
		for _, s := range q.Classes[0].Sheets {
			place := fmt.Sprint(s.Unit.Name, s.Rank)
			if s.Tied {
				place += "="
			}
			got = append(got, place)
			if s.Of != len(c.lines) {
				t.Errorf("%s: %d of %d", c.name, s.Rank, s.Of)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

func TestBands(t *testing.T) {
	for _, c := range []struct{ line, total, band string }{
		{"水利站 90 2/1/0", "90.00", "优秀"},
		{"水利站 89.97 2/1/0", "89.99", "合格"},
		{"水利站 0 3/0/0", "60.00", "合格"},
		{"水利站 0 0/0/3", "18.00", "较差"},
	} {
		s := board.Of(ledger(t, base, scheme, quarter(1, "", c.line)), day("2025-12-31"), false).Quarters[0].Sheets[0]
		if s.Total.String() != c.total || s.Band != c.band {
			t.Errorf("%s: %s %s, want %s %s", c.line, s.Total, s.Band, c.total, c.band)
		}
	}
}

// year is four quarters. 水利站 is exempt in the second and loses half a point in the third.
var year = strings.Join([]string{
	quarter(1, "turnout = [{ group = \"1\", issued = 10, returned = 9 }, { group = \"2\", issued = 20, returned = 20 }]", "水利站 90 2/1/0", "公路站 80 3/0/0"),
	quarter(2, "exempt = [{ unit = \"水利站\", reason = \"防汛\" }]", "公路站 80 3/0/0"),
	quarter(3, "deductions = [{ unit = \"水利站\", evidence = \"1\", kind = \"投诉\", points = 0.5, reason = \"漏岗\" }]", "水利站 80 3/0/0", "公路站 80 3/0/0"),
	quarter(4, "", "水利站 85.5 1/1/1", "公路站 80 3/0/0"),
	yearEnd("deductions = [{ unit = \"水利站\", evidence = \"2\", kind = \"投诉\", points = 1, reason = \"停水\" }]"),
}, "")

// The sums of one unit, as a clerk would work them out.
func TestYearByHand(t *testing.T) {
	reply := func(date, class, opinion string) string {
		return fmt.Sprintf("replies = [{ date = %s, class = \"%s\", text = \"答复\", consult_exception = \"汛情\"%s }]\n", date, class, opinion)
	}
	items := item("1", "2025-01-08", replied+reply("2025-03-10", "A", ", slip_back = 2025-03-18, satisfaction = \"满意\"")+"closing = { date = 2025-03-20, result = \"通水\" }\n") +
		item("2", "2025-01-08", assigned+reply("2025-03-10", "B", ", slip_back = 2025-03-18, satisfaction = \"不满意\"")) +
		item("3", "2025-01-08", replied+reply("2025-03-10", "B", "")+"closing = { date = 2025-06-01, result = \"列入计划\" }\n")
	b := board.Of(ledger(t, base, scheme, year, items), day("2025-12-31"), false)
	is := func(what string, got any, want string) {
		t.Helper()
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", what, got, want)
		}
	}
	q := b.Quarters // newest first
	is("quarters", len(q), "4")
	is("ballots of the first quarter", q[3].Ballots, "29/30 (96.7%)")
	is("exempt in the second quarter", len(q[2].Sheets), "1")

	var u *board.Unit
	for _, x := range b.Units {
		if x.Name == "水利站" {
			u = x
		}
	}
	is("sheets", len(u.Sheets), "3")
	is("mid-year quarters", len(u.Mid.Quarters), "2")
	is("mid-year, assessed once", u.Mid.Assessed, "1")
	is("mid-year total", u.Mid.Total, "90.00")
	is("mid-year rank", u.Mid.Rank, "2") // 公路站 has 80 × 40% + 100 × 60% = 92

	end := u.End
	is("first quarter: 90 × 40% + 90 × 60%", end.Quarters[0].Total, "90.00")
	if end.Quarters[1] != nil {
		t.Error("the exempt quarter has a sheet")
	}
	is("third quarter: 80 × 40% + 100 × 60% − 0.5", end.Quarters[2].Total, "91.50")
	is("fourth quarter: 85.5 × 40% + 66.67 × 60%", end.Quarters[3].Total, "74.20")
	is("sum", end.Sum, "255.70")
	is("mean of three", end.Base, "85.23")
	is("× 70%", end.ByQuarters, "59.66")
	h := end.Handling
	is("weights", h.Weights, "100")
	for i, want := range []string{"consulted 2/3 16.67", "resolved 1/3 10.00", "satisfied 1/2 15.00", "on_time 1/3 5.00"} {
		is("handling", h.Parts[i].Key+" "+h.Parts[i].Rate.Fraction()+" "+h.Parts[i].Score.String(), want)
	}
	is("handling", h.Score, "46.67")
	is("× 30%", end.ByHandling, "14.00")
	is("deducted at the year end", end.Deducted, "1.00")
	is("total", end.Total, "72.66")
	is("band", end.Band, "合格")
	is("rank", end.Rank, "2")

	other := b.Units[0].End // 公路站 had no item: it is scored on the quarters alone
	is("without items", other.Total, "92.00")
	if other.Handling != nil {
		t.Error("a unit without items has a handling score")
	}
}

// A rate without a whole is left out and the others carry its weight.
func TestHandlingWithoutSlips(t *testing.T) {
	l := ledger(t, base, scheme, year, item("1", "2025-01-08", replied+"replies = [{ date = 2025-03-10, class = \"A\", text = \"答复\" }]\n"))
	for _, r := range board.Of(l, day("2025-12-31"), false).YearEnds[0].All {
		if r.Unit.Name != "水利站" {
			continue
		}
		h := r.Handling
		if len(h.Parts) != 2 || h.Weights != 55 || h.Score != 4545 { // consulted 1/1 × 25, resolved 0/1 × 30: 25/55 of 100
			t.Errorf("%d parts of weight %d: %s", len(h.Parts), h.Weights, h.Score)
		}
	}
}

func TestStandingsOnADay(t *testing.T) {
	l := ledger(t, base, scheme, year)
	for _, c := range []struct {
		on                      string
		quarters, mids, yearEnd int
	}{
		{"2025-03-24", 0, 0, 0},
		{"2025-03-25", 1, 0, 0},
		{"2025-06-24", 1, 0, 0},
		{"2025-06-25", 2, 1, 0},
		{"2025-12-27", 4, 1, 0},
		{"2025-12-28", 4, 1, 1},
		{"2026-03-01", 4, 1, 1},
	} {
		b := board.Of(l, day(c.on), false)
		if len(b.Quarters) != c.quarters || len(b.MidYears) != c.mids || len(b.YearEnds) != c.yearEnd {
			t.Errorf("%s: %d quarters, %d mid-years, %d year ends", c.on, len(b.Quarters), len(b.MidYears), len(b.YearEnds))
		}
	}
}

// TestCutOffs has six units at 95, 90, 90, 80, 70 and 70 points; the first is barred by three unacceptable items.
func TestCutOffs(t *testing.T) {
	plain := strings.NewReplacer("quarters = 70, handling = 30", "quarters = 100, handling = 0", "weight = 40", "weight = 100", "weight = 60", "weight = 0").Replace(scheme)
	files := []string{base, units("a", "b", "c", "d", "e", "f"), yearEnd("")}
	for q := range 4 {
		files = append(files, quarter(q+1, "", "a 95 3/0/0", "b 90 3/0/0", "c 90 3/0/0", "d 80 3/0/0", "e 70 3/0/0", "f 70 3/0/0"))
	}
	refused := func(n int) (s string) {
		for i := range n {
			s += item(fmt.Sprint(i), "2025-01-08", strings.ReplaceAll(assigned, "水利站", "a")+
				"replies = [{ date = 2025-03-10, class = \"D\", text = \"答复\", slip_back = 2025-03-18, satisfaction = \"不满意\", not_accepted = true }]\n")
		}
		return s
	}
	for _, c := range []struct {
		name, scheme, items                         string
		plaque, commend, criticise, inspect, barred string
	}{
		{"in order", plain, refused(2), "a", "a b c", "e f", "a/c/f", ""},
		{"the first is barred", plain, refused(3), "b c", "b c", "e f", "a/c/f", "a"},
		{"nobody is criticised", strings.Replace(plain, "criticise = true", "criticise = false", 1), "", "a", "a b c", "", "a/c/f", ""},
		{"no lists", strings.Replace(plain, ", plaque = 1, commend = 2, criticise = 1, inspect = 1", "", 1), "", "", "", "", "", ""},
		{"too few to inspect and criticise", strings.Replace(plain, "criticise = 1, inspect = 1", "criticise = 6, inspect = 3", 1), "", "a", "a b c", "", "", ""},
	} {
		s := board.Of(ledger(t, append(files, c.scheme, c.items)...), day("2025-12-31"), false).YearEnds[0]
		names := func(rows []*board.Standing) string {
			var all []string
			for _, r := range rows {
				all = append(all, r.Unit.Name)
			}
			return strings.Join(all, " ")
		}
		var barred []*board.Standing
		for _, r := range s.Classes[0].Rows {
			if r.Barred {
				barred = append(barred, r)
			}
		}
		inspect := ""
		for _, i := range s.Inspect {
			inspect = names(i.Good) + "/" + names(i.Middle) + "/" + names(i.Poor)
		}
		got := [...]string{names(s.Plaque), names(s.Commend), names(s.Criticise), inspect, names(barred)}
		if want := [...]string{c.plaque, c.commend, c.criticise, c.inspect, c.barred}; got != want {
			t.Errorf("%s: plaque, commend, criticise, inspect, barred: %q, want %q", c.name, got, want)
		}
		if all := names(s.Classes[0].Rows); all != "a b c d e f" || s.Classes[0].Rows[5].Rank != 5 {
			t.Errorf("%s: ranked %s, the last at %d", c.name, all, s.Classes[0].Rows[5].Rank)
		}
	}
}

// A second record of a quarter is a problem that check reports; the board shows the first and goes on.
func TestTwoRecordsOfAQuarter(t *testing.T) {
	again := strings.NewReplacer("2025-q2.toml", "2025-q2-again.toml", "2025-year.toml", "2025-year-z.toml")
	l := ledger(t, base, scheme, year, again.Replace(quarter(2, "", "公路站 10 3/0/0")), again.Replace(yearEnd("deductions = [{ unit = \"公路站\", evidence = \"9\", kind = \"投诉\", points = 9, reason = \"又一份\" }]")))
	b := board.Of(l, day("2025-12-31"), false)
	if len(b.Quarters) != 4 || len(b.YearEnds) != 1 {
		t.Fatalf("%d quarters, %d year ends", len(b.Quarters), len(b.YearEnds))
	}
	if u := b.Units[0]; len(u.Sheets) != 4 {
		t.Errorf("%s has %d sheets", u.Name, len(u.Sheets))
	}
}
