package board_test

import (
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/board"
)

func deputyOf(t *testing.T, b *board.Board, id string) *board.Deputy {
	t.Helper()
	for _, d := range b.Deputies {
		if d.ID == id {
			return d
		}
	}
	t.Fatalf("no deputy %s", id)
	return nil
}

// A deputy is measured by what was held in office and meant for them: 吴四 joined on 15 March, 何三石 left on 20 April.
func TestDossier(t *testing.T) {
	l := ledger(t, base, more,
		activity("t1", "培训", "2025-03-10", "hours = 4\nall_deputies = true\nabsent = [\"song\"]"), // lin he song
		activity("t2", "培训", "2025-04-10", "hours = 3\nall_deputies = true\nabsent = [\"he\"]"),   // all four
		activity("t3", "培训", "2025-05-10", "hours = 6\ndeputies = [\"wu\"]"),                      // nobody bound
		activity("look", "现场观察", "2025-03-20", "invited = [\"lin\", \"wu\"]\ndeputies = [\"lin\", \"song\"]"),
		activity("g2", "小组会议", "2025-04-25", "group = \"2\""), // song: he has left
		activity("v1", "走访", "2025-03-28", "group = \"1\"\nvisits = [{ deputy = \"lin\", homes = 3 }, { deputy = \"wu\", homes = 0 }]"),
		activity("hear", "听取汇报", "2025-06-10", "invited = [\"lin\"]"),
		activity("told", "述职", "2025-06-12", "group = \"1\"\nabsent = [\"lin\"]"),
		activity("later", "听取汇报", "2025-06-30", "invited = [\"lin\"]"),
	)
	b := board.Of(l, day("2025-06-15"), false)
	for id, want := range map[string]string{
		"lin":  "meetings 1/1, inspections 1/1, trainings 2/2, group 1/1, voters 0/1, 7 of 7 hours, 3 homes, 1 sessions",
		"wu":   "meetings —, inspections 0/1, trainings 1/1 +1, group 0/1, voters 1/1, 9 of 3 hours, 0 homes, 0 sessions",
		"he":   "meetings —, inspections —, trainings 1/2, group —, voters —, 4 of 7 hours, 0 homes, 1 sessions",
		"song": "meetings —, inspections — +1, trainings 1/2, group 1/1, voters —, 3 of 7 hours, 0 homes, 1 sessions",
	} {
		d := &deputyOf(t, b, id).Dossier
		var s strings.Builder
		for _, a := range d.Parts() {
			s.WriteString(a.Key + " " + a.Fraction())
			if len(a.Beyond) > 0 {
				s.WriteString(" +" + strconv.Itoa(len(a.Beyond)))
			}
			if len(a.Held) != a.Whole {
				t.Errorf("%s: %s lists %d of %d", id, a.Key, len(a.Held), a.Whole)
			}
			s.WriteString(", ")
		}
		s.WriteString(strconv.Itoa(d.Hours) + " of " + strconv.Itoa(d.HoursHeld) + " hours, " + strconv.Itoa(d.Homes) + " homes, " + strconv.Itoa(len(d.Sessions)) + " sessions")
		if s.String() != want {
			t.Errorf("%s: %s\nwant %s", id, s.String(), want)
		}
	}
	if got := deputyOf(t, b, "wu").Dossier.Trainings.Latest(); len(got) != 2 || got[0].ID != "t2" || got[1].ID != "t3" {
		t.Errorf("latest %v", got)
	}
}

const reports = `
-- selfreports/2025-lin.md --
+++
deputy = "lin"
year = 2025
date = 2025-12-10
place = "上河村"
audience = "选民代表20人"
issued = 20
votes = { satisfied = 14, basically = 3, dissatisfied = 1, abstained = 1 }
comments = [
	{ date = 2025-12-12, by = "小组", text = "公开的点评", public = true },
	{ date = 2025-12-12, by = "小组", text = "内部的点评" },
	{ date = 2025-12-20, by = "小组", text = "后来的点评", public = true },
]
+++
-- selfreports/2025-song.md --
+++
deputy = "song"
year = 2025
date = 2025-12-11
place = "下河村"
audience = "选民代表10人"
issued = 10
votes = { satisfied = 9 }
+++
-- selfreports/2025-wu.md --
+++
deputy = "wu"
year = 2025
date = 2025-12-20
place = "上河村"
audience = "选民代表10人"
+++
-- commendations/2025.md --
+++
title = "2025年度表彰"
year = 2025
date = 2025-12-28
method = "小组投票。"
groups = [{ group = "1", name = "先进代表小组", for = 2, present = 3, basis = "开会勤。" }]
deputies = [{ deputy = "lin", name = "优秀人大代表", for = 2, present = 2, basis = "走访细。" }]
+++
`

// Ballots are added up over a year, remarks that are not public never get onto the board, and honours rest on reports.
func TestSelfReportsAndHonours(t *testing.T) {
	l := ledger(t, base, more, reports)
	b := board.Of(l, day("2025-12-15"), false)
	y := b.SelfReports[0]
	for what, got := range map[string]string{
		"2/3":   y.Reported.Fraction(), // lin, wu and song are in office; wu has not reported yet
		"28/30": y.Returned.Fraction(),
		"23/28": y.Satisfied.Fraction(),
		"26/28": y.Content.Fraction(),
		"14/19": deputyOf(t, b, "lin").Reports[0].Satisfied.Fraction(),
	} {
		if got != what {
			t.Errorf("got %s, want %s", got, what)
		}
	}
	if c := y.Rows[0].Comments; len(c) != 1 || c[0].Text != "公开的点评" {
		t.Errorf("shows the remarks %v", c)
	}
	if len(b.Commendations) != 0 || len(b.Cards) != 0 {
		t.Error("honours of a later day are shown")
	}
	b = board.Of(l, day("2025-12-31"), false)
	c := b.Commendations[0]
	if c.Groups[0].Vote.Fraction() != "2/3" || c.Deputies[0].Vote.Fraction() != "2/2" || c.Deputies[0].Report != deputyOf(t, b, "lin").Reports[0] {
		t.Errorf("honours %+v %+v", c.Groups[0], c.Deputies[0])
	}
	if len(deputyOf(t, b, "lin").Honoured) != 1 || len(b.Cards) != 1 || b.Cards[0].Name != "林一舟" || b.SelfReports[0].Reported.Fraction() != "3/3" {
		t.Errorf("cards %+v, reported %s", b.Cards, b.SelfReports[0].Reported)
	}
	if g := b.Groups[0].Honoured; len(g) != 1 || g[0] != c.Groups[0] || len(b.Groups[1].Honoured) != 0 {
		t.Errorf("honours of the groups: %v and %v", g, b.Groups[1].Honoured)
	}
	for _, r := range l.SelfReports {
		if r.ID == "2025-lin" && len(r.Comments) != 3 {
			t.Error("the ledger's own report was changed")
		}
	}
}

// Those the term began with, plus by-elections, less ends of mandate, are those who serve, on any day.
func TestChanges(t *testing.T) {
	l := ledger(t, base, more, `
-- deputies/alt.md --
+++
name = "老五"
group = "1"
levels = ["镇"]
work = "村民"
elected = 2016-11-20
left = 2021-11-30
left_reason = "届满"
+++
-- deputies/bu.md --
+++
name = "补六"
group = "2"
levels = ["镇"]
work = "村民"
elected = 2025-05-20
fills = "何三石"
+++
`)
	for on, want := range map[string]string{
		"2025-03-01": "3 + 0 - 0 = 3, 1 earlier:",
		"2025-03-31": "3 + 1 - 0 = 4, 1 earlier: 吴四 2025-03-15",
		"2025-04-30": "3 + 1 - 1 = 3, 1 earlier: 何三石 2025-04-20 吴四 2025-03-15",
		"2025-05-31": "3 + 2 - 1 = 4, 1 earlier: 补六 2025-05-20 何三石 2025-04-20 吴四 2025-03-15",
	} {
		c := board.Of(l, day(on), false).Changes
		for _, r := range c.Rows {
			if r.Deputy.Name == "补六" && r.Other.Name != "何三石" || r.Ended && on > "2025-05-20" != (r.Other != nil) {
				t.Errorf("on %s: %s and %v", on, r.Deputy.Name, r.Other)
			}
		}
		got := strconv.Itoa(len(c.Began)) + " + " + strconv.Itoa(len(c.Elected)) + " - " + strconv.Itoa(len(c.Left)) + " = " + strconv.Itoa(len(c.Serving)) + ", " + strconv.Itoa(len(c.Earlier)) + " earlier:"
		for _, r := range c.Rows {
			got += " " + r.Deputy.Name + " " + r.Date.String()
		}
		if got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
}
