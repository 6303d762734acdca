package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

func done(id, kind, date, more string) string {
	return fmt.Sprintf("-- activities/%s.md --\n+++\nkind = %q\ntitle = %q\ndate = %s\nplace = \"镇政府\"\n%s\n+++\n", id, kind, kind+id, date, more)
}

// turns tells a line in short: what stands for each period, and how late.
func turns(l *board.DutyLine) string {
	var all []string
	for _, t := range l.Turns {
		s := string(t.State)
		if t.By != nil {
			s = t.By.ID
		}
		if t.Days > 0 {
			s += fmt.Sprintf("+%d", t.Days)
		}
		if !t.Coverage.None() {
			s += "(" + t.Coverage.Fraction() + ")"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func dutyLine(b *board.Board, kind record.DutyKind) *board.DutyLine {
	for _, l := range b.Duties.Own {
		if l.Kind == kind {
			return l
		}
	}
	return nil
}

// Hearings every two months: one left out and made up later is late by the days after its period, one never made up is
// missing, and one in the running period counts.
func TestDutyTurns(t *testing.T) {
	hearings := done("h1", "听取汇报", "2025-03-05", "") + done("h2", "听取汇报", "2025-04-20", "") + done("h3", "听取汇报", "2025-05-09", "") +
		done("h4", "听取汇报", "2025-06-01", "") + done("h5", "听取汇报", "2025-09-30", "")
	first := done("h0", "听取汇报", "2025-01-31", "")
	for _, c := range []struct{ on, archives, want, rate string }{
		{"2025-12-31", first + hearings, "h0 h1 h3 missing+122 h5 running", "4/5 (80.0%)"},
		{"2026-01-01", first + hearings, "h0 h1 h3 missing+123 h5 missing+1", "4/6 (66.7%)"},
		{"2025-02-28", first, "h0 ahead ahead ahead ahead ahead", "1/1"},
		{"2025-02-28", "", "running ahead ahead ahead ahead ahead", "—"},
		{"2025-03-01", "", "missing+1 running ahead ahead ahead ahead", "0/1"},
		{"2025-12-31", done("a", "听取汇报", "2025-02-10", "") + done("b", "听取汇报", "2025-06-03", "") + done("c", "听取汇报", "2025-06-20", ""),
			"a b+34 c missing+122 missing+61 running", "2/5 (40.0%)"},
		{"2025-12-31", done("a", "听取汇报", "2025-06-03", "") + done("b", "听取汇报", "2025-06-20", "draft = true"), "missing+306 missing+245 a missing+122 missing+61 running", "1/5 (20.0%)"},
	} {
		l := dutyLine(board.Of(ledger(t, base, c.archives, item("2025-001", "2025-01-08", "")), day(c.on), false), record.DutyHearing)
		if got := turns(l); got != c.want || l.Rate.String() != c.rate {
			t.Errorf("as of %s: %s, %s\nwant %s, %s", c.on, got, l.Rate, c.want, c.rate)
		}
	}
	// What is held twice in January makes up for December.
	l := ledger(t, base, first, done("x", "听取汇报", "2026-01-10", ""), done("y", "听取汇报", "2026-02-10", ""))
	december := l.Duties(2025, day("2026-03-01"), false)[0].Turns[5]
	if december.By == nil || december.By.ID != "x" {
		t.Errorf("December has %v", december.By)
	}
}

// Reports and what closes a year are due some working days after their period; interval and days are the county's.
func TestDutyPapers(t *testing.T) {
	profile := strings.Replace(base, "classes = [\n", "duties = { hearing_months = 5, report_days = 3 }\nclasses = [\n", 1)
	report := func(id, period, date string) string {
		return "-- reports/" + id + ".md --\n+++\ntitle = \"通报\"\nperiod = \"" + period + "\"\ndate = " + date + "\n+++\n"
	}
	awards := "-- commendations/2025.md --\n+++\ntitle = \"表彰\"\nyear = 2025\ndate = 2026-01-07\nmethod = \"投票\"\n+++\n"
	b := board.Of(ledger(t, profile, awards, report("2025-h1", "2025-H1", "2025-07-03"), report("2025-h2", "2025-H2", "2026-01-08"), item("2025-001", "2025-01-08", "")), day("2026-01-09"), false)
	for kind, want := range map[record.DutyKind]string{
		record.DutyReport: "2025-h1 2025-h2+3", record.DutyYearEnd: "missing+4", record.DutyAwards: "2025+2",
		record.DutyHearing: "missing+223 missing+70 missing+9", record.DutyAssess: "missing+284 missing+193 missing+101 missing+9",
	} {
		if got := turns(dutyLine(b, kind)); got != want {
			t.Errorf("%s: %s, want %s", kind, got, want)
		}
	}
	if d := b.Duties; d.Year != 2025 || d.Rate.Part != 1 || len(d.Late) != 2 || d.Late[0].Turn.By.ID != "2025-h2" || len(d.Late)+len(d.Gone)+d.Rate.Part != d.Rate.Whole {
		t.Errorf("%d: %v, %d late, %d missing", d.Year, d.Rate, len(d.Late), len(d.Gone))
	}
}

// Each group answers for its own meetings and visits.
func TestDutyGroups(t *testing.T) {
	b := board.Of(ledger(t, base, item("2025-001", "2025-01-08", ""),
		done("m1", "小组会议", "2025-02-10", "group = \"1\""), done("m2", "小组会议", "2025-04-10", "group = \"2\""),
		done("s2", "述职", "2025-04-14", "group = \"2\""), done("v1", "走访", "2025-01-20", "group = \"1\"\nvisits = [{ deputy = \"lin\", homes = 2 }]"),
		done("v2", "走访", "2025-02-20", "group = \"1\"\nvisits = [{ deputy = \"lin\", homes = 1 }]")), day("2025-04-15"), false)
	var got []string
	for _, g := range b.Duties.Groups {
		for _, l := range g.Lines {
			all := strings.Fields(turns(l))
			got = append(got, fmt.Sprintf("%s %s: %s", g.Kind, l.Group.ID, strings.Join(all[:min(4, len(all))], " ")))
		}
		got = append(got, g.Rate.String())
	}
	want := `meeting 1: m1 running ahead ahead
meeting 2: missing+15 m2 ahead ahead
2/3
visits 1: v1(1/1) v2(0/1) missing+15 running
visits 2: missing+74 missing+46 missing+15 running
2/6 (33.3%)
self 1: running
self 2: s2
1/1`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
