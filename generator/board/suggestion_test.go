package board_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// life is an item that was handed back once and handled three times. Words that came with a day carry it: @2025-01-24.
const life = `
archive = "归档@2025-05-10"

[intake]
date = 2025-01-13
result = "登记"
by = "主席团@2025-01-13"

[[assignments]]
date = 2025-01-20
unit = "公路站"
handler = "经办人@2025-01-20"
accepted = 2025-01-21
returned = 2025-01-24
return_reason = "不归本站@2025-01-24"

[[assignments]]
date = 2025-02-05
unit = "水利站"
accepted = 2025-02-06

[[consultations]]
date = 2025-02-20
form = "现场面商"
who = ["林一舟@2025-02-20"]
said = "商定@2025-02-20"

[[consultations]]
date = 2025-03-25
form = "上门面商"

[[consultations]]
date = 2025-04-15
form = "座谈面商"

[[urgings]]
date = 2025-02-25
form = "电话督办"
asked = "督办@2025-02-25"

[[co_opinions]]
date = 2025-03-01
unit = "公路站"
text = "协办@2025-03-01"

[[postponements]]
applied = 2025-04-02
approved = 2025-04-10
approver = "主席团@2025-04-10"
until = 2025-07-15
measures = "措施@2025-04-10"
reason = "延期@2025-04-02"

[[explanations]]
date = 2025-03-20
text = "说明@2025-03-20"

[[replies]]
date = 2025-03-10
class = "B"
text = "答复@2025-03-10"
slip_sent = 2025-03-11
slip_back = 2025-03-18
satisfaction = "不满意"
why = "没有修@2025-03-18"
not_accepted = true
justified = "理由@2025-03-18"
collected_by = "镇人大"
signed = true

[[replies]]
date = 2025-04-01
class = "B"
text = "答复@2025-04-01"
slip_back = 2025-04-08
satisfaction = "不满意"
why = "只修一半@2025-04-08"

[[replies]]
date = 2025-05-01
class = "A"
text = "答复@2025-05-01"
promised = 2025-06-30
kept = 2025-06-20
slip_back = 2025-05-08
satisfaction = "满意"

[[appraisals]]
date = 2025-05-09
reporter = "lin"
present = 2
votes = { satisfied = 2 }
text = "评议@2025-05-09"

[closing]
date = 2025-05-10
result = "通水@2025-05-10"
satisfaction = "满意"

[publication]
date = 2025-05-12
where = ["网站@2025-05-12"]
`

const (
	assigned = "intake = { date = 2025-01-13, result = \"登记\" }\nassignments = [{ date = 2025-01-20, unit = \"水利站\", accepted = 2025-01-21 }]\n"
	replied  = assigned + "consultations = [{ date = 2025-02-20, form = \"现场面商\" }]\n"
)

// TestStates follows items through their lives: on each day, the state, the step, the unit and the limit.
func TestStates(t *testing.T) {
	type stage struct {
		on    string
		state board.State
		step  int
		unit  string
		due   string // not asked when empty
		late  bool
	}
	for _, c := range []struct {
		name, item string
		stages     []stage
	}{
		{"handed back and redone twice", life, []stage{
			{"2025-01-08", board.Raised, 1, "", "", false},
			{"2025-01-12", board.Raised, 1, "", "", false},
			{"2025-01-13", board.Registered, 2, "", "", false},
			{"2025-01-20", board.Handling, 3, "公路站", "2025-04-20", false},
			{"2025-01-21", board.Handling, 4, "公路站", "2025-04-20", false},
			{"2025-01-24", board.Registered, 2, "", "", false},
			{"2025-02-05", board.Handling, 3, "水利站", "2025-04-20", false}, // the clock runs from the first assignment
			{"2025-02-06", board.Handling, 4, "水利站", "2025-04-20", false},
			{"2025-03-09", board.Handling, 4, "水利站", "2025-04-20", false},
			{"2025-03-10", board.Replied, 5, "水利站", "2025-04-20", false},
			{"2025-03-18", board.Redoing, 4, "水利站", "2025-04-18", false},
			{"2025-04-01", board.Replied, 5, "水利站", "", false},
			{"2025-04-08", board.Redoing, 4, "水利站", "2025-05-08", false},
			{"2025-05-01", board.Replied, 5, "水利站", "", false},
			{"2025-05-08", board.Resolved, 5, "水利站", "", false},
			{"2025-05-10", board.Resolved, 6, "水利站", "", false},
			{"2026-01-01", board.Resolved, 6, "水利站", "", false},
		}},
		{"overdue", assigned + "replies = [{ date = 2025-05-20, class = \"C\", text = \"答复\", slip_back = 2025-06-01, satisfaction = \"基本满意\" }]\n", []stage{
			{"2025-04-20", board.Handling, 4, "水利站", "2025-04-20", false},
			{"2025-04-21", board.Overdue, 4, "水利站", "2025-04-20", true},
			{"2025-05-20", board.Replied, 5, "水利站", "2025-04-20", true},
			{"2025-06-01", board.Upward, 5, "水利站", "2025-04-20", true},
		}},
		{"postponed", assigned + "postponements = [{ applied = 2025-04-10, approved = 2025-04-15, until = 2025-07-15, measures = \"先抽水\" }]\n", []stage{
			{"2025-04-14", board.Handling, 4, "水利站", "2025-04-20", false},
			{"2025-04-15", board.Postponed, 4, "水利站", "2025-07-15", false},
			{"2025-07-15", board.Postponed, 4, "水利站", "2025-07-15", false},
			{"2025-07-16", board.Overdue, 4, "水利站", "2025-07-15", true},
		}},
		{"redone too late", assigned + "replies = [{ date = 2025-03-10, class = \"B\", text = \"答复\", slip_back = 2025-03-18, satisfaction = \"不满意\" }]\n", []stage{
			{"2025-04-18", board.Redoing, 4, "水利站", "2025-04-18", false},
			{"2025-04-19", board.Redoing, 4, "水利站", "2025-04-18", true},
		}},
		{"redone in time, after the first limit", replied + "replies = [{ date = 2025-04-15, class = \"A\", text = \"答复\", slip_back = 2025-05-05, satisfaction = \"不满意\" }, { date = 2025-05-20, class = \"A\", text = \"再答复\", slip_back = 2025-05-26, satisfaction = \"满意\" }]\nclosing = { date = 2025-05-30, result = \"通水\" }\n", []stage{
			{"2025-05-19", board.Redoing, 4, "水利站", "2025-06-05", false},
			{"2025-05-20", board.Replied, 5, "水利站", "2025-06-05", false},
			{"2025-05-30", board.Resolved, 6, "水利站", "2025-06-05", false},
		}},
		{"waiting for the slip past the limit", replied + "replies = [{ date = 2025-04-20, class = \"D\", text = \"答复\", slip_back = 2025-05-08, satisfaction = \"满意\" }]\n", []stage{
			{"2025-04-20", board.Replied, 5, "水利站", "2025-04-20", false},
			{"2025-05-07", board.Replied, 5, "水利站", "2025-04-20", false},
			{"2025-05-08", board.Reference, 5, "水利站", "2025-04-20", false},
		}},
		{"closed without a slip", replied + "replies = [{ date = 2025-03-20, class = \"B\", text = \"答复\" }]\nclosing = { date = 2025-03-25, result = \"已列入计划\" }\n", []stage{
			{"2025-03-24", board.Replied, 5, "水利站", "2025-04-20", false},
			{"2025-03-25", board.Stepwise, 6, "水利站", "2025-04-20", false},
			{"2025-12-31", board.Stepwise, 6, "水利站", "2025-04-20", false},
		}},
		{"merged", "intake = { date = 2025-01-13, result = \"合并\", into = \"other\", reason = \"同一条渠\" }\n", []stage{
			{"2025-01-12", board.Raised, 1, "", "", false},
			{"2025-01-13", board.Merged, 0, "", "", false},
		}},
		{"returned", "intake = { date = 2025-01-13, result = \"退回\", reason = \"不属本镇\" }\n", []stage{
			{"2025-01-12", board.Raised, 1, "", "", false},
			{"2025-01-13", board.Returned, 0, "", "", false},
		}},
	} {
		l := ledger(t, base, item("a", "2025-01-08", c.item), item("other", "2024-12-01", ""))
		if board.Of(l, day("2025-01-07"), false).Case("a") != nil {
			t.Errorf("%s: shown before it was raised", c.name)
		}
		for _, s := range c.stages {
			b := board.Of(l, day(s.on), false)
			x := b.Case("a")
			unit := ""
			if x.Unit != nil {
				unit = x.Unit.Name
			}
			if x.State != s.state || x.Step != s.step || unit != s.unit {
				t.Errorf("%s, %s: %s, step %d, unit %q; want %s, %d, %q", c.name, s.on, x.State, x.Step, unit, s.state, s.step, s.unit)
			}
			if s.due != "" && (x.Deadline.Due != day(s.due) || x.Late != s.late || x.DaysLeft != day(s.on).DaysTo(day(s.due))) {
				t.Errorf("%s, %s: due %s, %d days left, late %v; want %s, %v", c.name, s.on, x.Deadline.Due, x.DaysLeft, x.Late, s.due, s.late)
			}
			if s.due != "" && strings.Contains(ids(b.Overdue), "a") != (s.late && !x.Closed()) {
				t.Errorf("%s, %s: the list of overdue items is %q", c.name, s.on, ids(b.Overdue))
			}
		}
	}
}

// Nothing dated or said after the board's day may be found in a case, whatever the day.
func TestNothingLaterIsShown(t *testing.T) {
	l := ledger(t, base, item("a", "2025-01-08", life))
	marked := regexp.MustCompile(`@(\d{4}-\d\d-\d\d)`)
	ahead := map[string]bool{"Until": true, "Promised": true} // days that are announced
	var before int
	for on := day("2025-01-08"); on.Before(day("2025-07-01")); on = on.AddDays(1) {
		c := board.Of(l, on, false).Case("a")
		said := 0
		visit := func(name string, v any) {
			switch v := v.(type) {
			case record.Date:
				if v.After(on) && !ahead[name] {
					t.Errorf("%s: shows %s of %s", on, name, v)
				}
			case string:
				for _, m := range marked.FindAllStringSubmatch(v, -1) {
					if said++; day(m[1]).After(on) {
						t.Errorf("%s: says %s: %s", on, name, v)
					}
				}
			}
		}
		walk(reflect.ValueOf(c.Suggestion), "", visit)
		if said < before {
			t.Errorf("%s: says less than the day before", on)
		}
		before = said
		for _, e := range c.Timeline() {
			walk(reflect.ValueOf(e), "", visit)
		}
		for i := range c.Replies {
			if r := &c.Replies[i]; r.SlipBack.IsZero() && (r.Satisfaction != "" || r.Refused || r.Signed || r.Collector != "") {
				t.Errorf("%s: knows the slip of reply %d", on, i+1)
			}
		}
	}
	if want := strings.Count(life, "@"); before != want {
		t.Errorf("in the end %d of %d words are shown", before, want)
	}
}

func TestTimeline(t *testing.T) {
	c := board.Of(ledger(t, base, item("a", "2025-01-08", life)), day("2025-12-31"), false).Case("a")
	var got []string
	var last record.Date
	for _, e := range c.Timeline() {
		if e.Date.Before(last) {
			t.Errorf("%s on %s comes after %s", e.Kind, e.Date, last)
		}
		last = e.Date
		got = append(got, string(e.Kind))
		if e.Round > 1 {
			got[len(got)-1] += "/" + string(rune('0'+e.Round))
		}
	}
	want := "raised intake assigned accepted handed-back assigned accepted consulted urged co-opinion replied slip-back explained " +
		"consulted/2 replied/2 postponement-applied slip-back/2 postponed consulted/3 replied/3 slip-back/3 appraised closed published promise-kept"
	if strings.Join(got, " ") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, " "), want)
	}
	if c.Redone() != 2 || !c.Consulted || c.FirstReply != day("2025-03-10") || c.Opinion != record.Satisfied || c.Reply != &c.Replies[2] {
		t.Errorf("redone %d, consulted %v, first reply %s, opinion %s", c.Redone(), c.Consulted, c.FirstReply, c.Opinion)
	}
}

// What is withheld keeps its number, days, people and class and none of its words; an abstract keeps title and summary.
func TestConcealedCopies(t *testing.T) {
	secret := regexp.MustCompile(`[\p{Han}]+@`).ReplaceAllString(life, "秘@")
	secret = strings.Replace(secret, "archive = \"秘@2025-05-10\"", "", 1)
	for _, name := range []string{"by", "handler", "approver", "where"} { // who and where is official business
		secret = regexp.MustCompile("(?m)^"+name+" = .*$").ReplaceAllString(secret, "")
	}
	secret = strings.Replace(secret, "text = \"秘@2025-03-10\"", "text = \"秘\"\nmeasures = \"秘\"\nconsult_exception = \"秘\"", 1)
	secret = strings.Replace(secret, "result = \"登记\"", "result = \"登记\"\nreason = \"秘\"", 1)
	const words = "title = \"关于秘事的建议\"\nsummary = \"秘事\"\nwithheld_reason = \"涉及个人隐私\"\n"
	for _, c := range []struct {
		open           record.Openness
		title, summary string
		secret         bool
	}{
		{record.Full, "关于秘事的建议", "秘事", true},
		{record.Abstract, "关于秘事的建议", "秘事", false},
		{record.Withheld, "", "", false},
	} {
		l := ledger(t, base, item("a", "2025-01-08", "public = \""+string(c.open)+"\"\n"+words+secret)+"\n秘密的正文。\n")
		b := board.Of(l, day("2025-12-31"), false)
		x := b.Case("a")
		if x.Title != c.title || x.Summary != c.summary || x.WhyNotOpen == "" {
			t.Errorf("%s: title %q, summary %q, reason %q", c.open, x.Title, x.Summary, x.WhyNotOpen)
		}
		found := x.Body().Text() != ""
		visit := func(name string, v any) {
			if s, ok := v.(string); ok && strings.Contains(s, "秘") && name != "Title" && name != "Summary" {
				found = true
				if !c.secret {
					t.Errorf("%s: %s says %q", c.open, name, s)
				}
			}
		}
		walk(reflect.ValueOf(x.Suggestion), "", visit)
		for _, e := range x.Timeline() {
			walk(reflect.ValueOf(e), "", visit)
		}
		if found != c.secret {
			t.Errorf("%s: words are shown: %v", c.open, found)
		}
		if x.State != board.Resolved || len(x.Replies) != 3 || x.Exception() == "" || len(b.Now.Received) != 1 || len(b.Now.Exceptions) != 1 {
			t.Errorf("%s: it does not count in full: %s, %d replies", c.open, x.State, len(x.Replies))
		}
		if (len(b.Now.Withheld) == 1) != x.InPart() {
			t.Errorf("%s: counted as withheld: %d", c.open, len(b.Now.Withheld))
		}
		if l.Suggestions[0].Title == "" || l.Suggestions[0].Consultations[0].Said == "" || l.Suggestions[0].Closing.Result == "" {
			t.Errorf("%s: the ledger itself lost its words", c.open)
		}
	}
}

func TestSanction(t *testing.T) {
	refused := func(id, more string) string {
		return item(id, "2025-01-08", assigned+"replies = [{ date = 2025-03-10, class = \"D\", text = \"答复\", slip_back = 2025-03-18, satisfaction = \"不满意\", "+more+" }]\n")
	}
	l := ledger(t, base, refused("1", "not_accepted = true"), refused("2", "not_accepted = true"),
		refused("3", "not_accepted = true, justified = \"非本级事权\""), refused("4", "not_accepted = false"),
		item("5", "2025-01-08", assigned+`replies = [
			{ date = 2025-03-10, class = "D", text = "答复", slip_back = 2025-03-18, satisfaction = "不满意", not_accepted = true },
			{ date = 2025-04-10, class = "B", text = "答复", slip_back = 2025-04-18, satisfaction = "不满意", not_accepted = true },
			{ date = 2025-05-10, class = "A", text = "答复", slip_back = 2025-05-18, satisfaction = "满意" },
		]`))
	for _, c := range []struct {
		on, cases string
		over      bool
	}{
		{"2025-03-17", "", false},
		{"2025-03-18", "1 2 5", true},
		{"2025-04-10", "1 2", false}, // answered again: the new slip is out
		{"2025-04-18", "1 2 5", true},
		{"2025-05-18", "1 2", false},
	} {
		for _, u := range board.Of(l, day(c.on), false).Units {
			want, over := c.cases, c.over
			if u.Name != "水利站" {
				want, over = "", false
			}
			if ids(u.Sanction.Cases) != want || u.Sanction.Over() != over || u.Sanction.Limit != 2 {
				t.Errorf("%s, %s: %q, over %v", c.on, u.Name, ids(u.Sanction.Cases), u.Sanction.Over())
			}
		}
	}
}
