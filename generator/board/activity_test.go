package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// more are deputies of the two groups: one of the first joined in the middle of March, one of the second left in April.
const more = `
-- deputies/wu.md --
+++
name = "吴四"
group = "1"
levels = ["镇"]
work = "村民"
elected = 2025-03-15
+++
-- deputies/he.md --
+++
name = "何三石"
group = "2"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
left = 2025-04-20
left_reason = "调离"
+++
`

func activity(id, kind, date, rest string) string {
	return fmt.Sprintf("-- activities/%s.md --\n+++\nkind = %q\ntitle = \"活动%s\"\ndate = %s\nplace = \"村部\"\n%s\n+++\n", id, kind, id, date, rest)
}

func activityIDs(all []*board.Activity) string {
	var some []string
	for _, a := range all {
		some = append(some, a.ID)
	}
	return strings.Join(some, " ")
}

func deputyNames(all []*record.Deputy) string {
	var some []string
	for _, d := range all {
		some = append(some, d.Name)
	}
	return strings.Join(some, " ")
}

// An activity hangs on its group, the villages, units and items it concerns, once each, and shows nothing later than the
// day, nothing of a withheld item, and nobody who has no page.
func TestActivities(t *testing.T) {
	l := ledger(t, base, more,
		item("a", "2025-01-08", ""), item("b", "2025-04-02", ""), item("secret", "2025-01-08", "public = \"不公开\"\nwithheld_reason = \"涉及个人隐私\""),
		activity("x", "现场观察", "2025-03-10", `until = 2025-03-12
invited = ["lin", "song", "wu"]
deputies = ["song", "song"]
villages = ["上河村", "下河村", "上河村"]
units = ["水利站", "水利站"]
suggestions = ["a", "b", "secret", "a"]
found = "渠口堵了。"
follow_ups = [{ date = 2025-03-20, text = "通了。" }, { date = 2025-03-11, text = "在挖。" }]`),
		activity("y", "小组会议", "2025-03-10", "group = \"1\"\nabsent = [\"lin\"]"),
		activity("z", "询问", "2025-03-11", "questions = [{ by = \"林一舟\", to = \"站长\", question = \"哪天修？\", answer = \"月底。\", promised = 2025-03-31, kept = 2025-03-30 }]"),
		activity("later", "小组会议", "2025-03-13", "group = \"1\""),
		activity("draft", "视察", "2025-03-01", "draft = true\nunits = [\"水利站\"]"),
	)
	b := board.Of(l, day("2025-03-11"), false)
	if got := activityIDs(b.Activities); got != "z x y" {
		t.Fatalf("activities %s", got)
	}
	x, y, z := b.Activities[1], b.Activities[2], b.Activities[0]
	for what, got := range map[string]string{
		"group 1: y":  "group 1: " + activityIDs(b.Groups[0].Activities),
		"group 2: ":   "group 2: " + activityIDs(b.Groups[1].Activities),
		"上河村: x":      "上河村: " + activityIDs(b.Villages[0].Activities),
		"下河村: x":      "下河村: " + activityIDs(b.Villages[1].Activities),
		"水利站: x":      "水利站: " + activityIDs(b.Units[1].Activities),
		"item a: x":   "item a: " + activityIDs(b.Case("a").Activities),
		"secret: ":    "secret: " + activityIDs(b.Case("secret").Activities),
		"items: a":    "items: " + ids(x.Cases),
		"should: 宋二梅": "should: " + deputyNames(x.Expected[1:]),
		"came: 宋二梅":   "came: " + deputyNames(x.Attended),
		"missed: 林一舟": "missed: " + deputyNames(x.Missed),
		"1/2":         x.Turnout.Fraction(),
		"y: 林一舟":      "y: " + deputyNames(y.Missed),
		"y: 0/1":      "y: " + y.Turnout.Fraction(),
		"z: —":        "z: " + z.Turnout.Fraction(),
	} {
		if got != what {
			t.Errorf("got %q, want %q", got, what)
		}
	}
	if !x.Until.IsZero() || len(x.FollowUps) != 1 || x.FollowUps[0].Text != "在挖。" {
		t.Errorf("shows until %s, follow-ups %+v", x.Until, x.FollowUps)
	}
	if q := z.Questions[0]; !q.Kept.IsZero() || q.Promised != day("2025-03-31") {
		t.Errorf("question %+v", q)
	}
	if y.Gap == nil || y.Gap.From != day("2025-01-01") || y.Gap.Late() || b.Groups[0].Owed.From != day("2025-03-10") || b.Groups[1].Owed.From != day("2025-01-01") {
		t.Errorf("gap %+v, owed %+v and %+v", y.Gap, b.Groups[0].Owed, b.Groups[1].Owed)
	}
	var events []string
	for _, e := range b.Case("a").Timeline() {
		events = append(events, e.Date.String()+" "+string(e.Kind)+" "+e.Form)
	}
	if got := strings.Join(events, ", "); got != "2025-01-08 raised , 2025-03-10 activity 现场观察" {
		t.Errorf("timeline %s", got)
	}
	for _, r := range l.Activities {
		if r.ID == "x" && (len(r.FollowUps) != 2 || len(r.Items) != 4 || r.Until.IsZero()) {
			t.Error("the ledger's own activity was changed")
		}
	}
	if with := board.Of(l, day("2025-03-11"), true); activityIDs(with.Units[1].Activities) != "x draft" {
		t.Error("a board with drafts lacks the draft")
	}
}

// What is owed and late counts as a meeting that was not held in time.
func TestMeetings(t *testing.T) {
	l := ledger(t, base, more,
		activity("a", "小组会议", "2025-02-10", "group = \"1\""),
		activity("b", "小组会议", "2025-05-11", "group = \"1\""), // owed by 10 May
		activity("c", "小组会议", "2025-08-11", "group = \"1\""),
		activity("d", "小组会议", "2025-03-31", "group = \"2\""),
	)
	for on, want := range map[string]string{
		"2025-02-09": "1: —, ; 2: —, ",
		"2025-03-31": "1: 1/1, a; 2: 1/1, d",
		"2025-05-10": "1: 1/1, a; 2: 1/1, d",
		"2025-05-11": "1: 1/2, b a; 2: 1/1, d",
		"2025-11-11": "1: 2/3, c b a; 2: 1/2, d",
		"2025-11-12": "1: 2/4, c b a; 2: 1/2, d",
	} {
		var got []string
		for _, g := range board.Of(l, day(on), false).Groups {
			got = append(got, g.ID+": "+g.OnTime.Fraction()+", "+activityIDs(g.Meetings))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("on %s: %s, want %s", on, s, want)
		}
	}
}

func TestVisits(t *testing.T) {
	visits := func(lines ...string) string { return "visits = [" + strings.Join(lines, ", ") + "]" }
	line := func(deputy string, homes int) string {
		return fmt.Sprintf("{ deputy = %q, homes = %d }", deputy, homes)
	}
	l := ledger(t, base, more,
		activity("old", "走访", "2024-12-20", "group = \"1\"\n"+visits(line("lin", 9))),
		activity("1-02", "走访", "2025-02-20", "group = \"1\"\n"+visits(line("lin", 2))),
		activity("1-03", "走访", "2025-03-20", "group = \"1\"\n"+visits(line("lin", 1), line("wu", 3))),
		activity("1-03b", "走访", "2025-03-28", "group = \"1\"\n"+visits(line("lin", 1))),
		activity("1-04", "走访", "2025-04-18", "group = \"1\"\n"+visits(line("lin", 1), line("wu", 2))),
		activity("2-03", "走访", "2025-03-20", "group = \"2\"\n"+visits(line("song", 2), line("he", 4))),
		activity("2-04", "走访", "2025-04-19", "group = \"2\"\n"+visits(line("song", 2), line("he", 2))),
	)
	say := func(v *board.Visits) string {
		var s strings.Builder
		fmt.Fprintf(&s, "%d, %d due, %d homes\n", v.Year, v.Due, v.Homes)
		for _, g := range v.Groups {
			fmt.Fprintf(&s, "%s: %s, %d homes\n", g.Name, g.Year.Fraction(), g.Homes)
			for _, m := range g.Months {
				fmt.Fprintf(&s, "  %d: %s, %d homes, %s", m.Month, m.Rate.Fraction(), m.Homes, activityIDs(m.Rounds))
				for _, f := range m.Fewer {
					fmt.Fprintf(&s, ", %s %d", f.Deputy.Name, f.Homes)
				}
				s.WriteString("\n")
			}
		}
		for _, m := range v.All {
			fmt.Fprintf(&s, "all %d: %s, %d homes\n", m.Month, m.Rate.Fraction(), m.Homes)
		}
		return s.String()
	}
	for on, want := range map[string]string{
		"2024-12-01": "2024, 2 due, 0 homes\n",
		// The first month ever on record is December.
		"2025-01-31": "2024, 2 due, 9 homes\n第一代表小组: 1/1, 9 homes\n  12: 1/1, 9 homes, old\n" +
			"第二代表小组: 0/2, 0 homes\n  12: 0/2, 0 homes, , 何三石 0, 宋二梅 0\nall 12: 1/3, 9 homes\n",
		// March is over, April is not, but has a round; who joined or left in a month is not in its whole.
		"2025-04-20": "2025, 2 due, 20 homes\n第一代表小组: 3/5, 10 homes\n" +
			"  1: 0/1, 0 homes, , 林一舟 0\n  2: 1/1, 2 homes, 1-02\n  3: 1/1, 5 homes, 1-03b 1-03\n  4: 1/2, 3 homes, 1-04, 林一舟 1\n" +
			"第二代表小组: 3/7, 10 homes\n" +
			"  1: 0/2, 0 homes, , 何三石 0, 宋二梅 0\n  2: 0/2, 0 homes, , 何三石 0, 宋二梅 0\n  3: 2/2, 6 homes, 2-03\n  4: 1/1, 4 homes, 2-04\n" +
			"all 1: 0/3, 0 homes\nall 2: 1/3, 2 homes\nall 3: 3/3, 11 homes\nall 4: 2/3, 7 homes\n",
	} {
		got := say(board.Of(l, day(on), false).Visits)
		if got != want {
			t.Errorf("on %s:\n%s\nwant\n%s", on, got, want)
		}
	}
}

func TestTrainings(t *testing.T) {
	l := ledger(t, base, more,
		activity("a", "培训", "2025-02-20", "hours = 4\nall_deputies = true\nabsent = [\"song\"]"), // lin, he and song: 2 of 3
		activity("b", "培训", "2025-04-20", "hours = 3\nall_deputies = true"),                      // lin, wu and song: 3 of 3
		activity("c", "培训", "2025-05-20", "hours = 6\ndeputies = [\"wu\"]"),                      // nobody bound
		activity("d", "培训", "2024-05-20", "hours = 8\ninvited = [\"lin\"]"),
		activity("e", "视察", "2025-05-20", "all_deputies = true"),
	)
	b := board.Of(l, day("2025-12-31"), false)
	var got []string
	for _, y := range b.Trainings {
		got = append(got, fmt.Sprintf("%d: %s, %d hours, %d came, %d deputy hours, %s", y.Year, activityIDs(y.Rows), y.Hours, y.Attended, y.DeputyHours, y.Turnout))
	}
	want := "2025: c b a, 13 hours, 6 came, 23 deputy hours, 5/6 (83.3%); 2024: d, 8 hours, 1 came, 8 deputy hours, 1/1"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
