package board_test

import (
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// taken is how an item begins that the water station has.
const taken = `
intake = { date = 2025-01-13, result = "登记" }
assignments = [{ date = 2025-01-20, unit = "水利站", route = "镇政府部门", accepted = 2025-01-22 }]
`

// answered is an item with a reply on a day with a slip of the same day.
func answered(on, class, more string) string {
	return taken + "[[replies]]\ndate = " + on + "\nclass = \"" + class + "\"\ntext = \"答复\"\nslip_back = " + on + "\nsatisfaction = \"满意\"\n" + more
}

// What is late stands in one list: overdue, then handled again, then postponed.
func TestLate(t *testing.T) {
	l := ledger(t, base,
		item("2025-001", "2025-01-08", taken), // due on 20 April
		item("2025-002", "2025-01-08", taken+"[[postponements]]\napplied = 2025-04-01\napproved = 2025-04-10\nuntil = 2025-07-15\n"),
		item("2025-003", "2025-01-08", taken+"[[replies]]\ndate = 2025-04-01\nclass = \"A\"\ntext = \"答复\"\nslip_back = 2025-05-10\nsatisfaction = \"不满意\"\n"), // again by 10 June
		item("2025-004", "2025-01-08", answered("2025-04-25", "A", "[closing]\ndate = 2025-05-01\nresult = \"办成\"\n")),
		item("2025-005", "2025-01-08", strings.ReplaceAll(taken, "01-20", "01-15")), // due on 15 April
	)
	for _, c := range []struct{ on, open, overdue, redoing, postponed, closed string }{
		{"2025-04-05", "", "", "", "", ""},
		{"2025-04-20", "5 2", "5", "", "2", ""},
		{"2025-06-10", "5 1 3 2", "5 1", "3", "2", "4"},
		{"2025-06-11", "5 1 3 2", "5 1 3", "", "2", "4"},
		{"2025-07-16", "5 1 3 2", "5 1 3 2", "", "", "4"},
	} {
		late := board.Of(l, day(c.on), false).Late
		for _, got := range []struct {
			what  string
			cases []*board.Case
			want  string
		}{{"open", late.Open, c.open}, {"overdue", late.Overdue, c.overdue}, {"redoing", late.Redoing, c.redoing},
			{"postponed", late.Postponed, c.postponed}, {"closed late", late.ClosedLate, c.closed}} {
			if short := strings.ReplaceAll(ids(got.cases), "2025-00", ""); short != got.want {
				t.Errorf("%s: %s are %q, want %q", c.on, got.what, short, got.want)
			}
		}
	}
}

// An item that was answered late waits for the deputy or for closing, not for an answer: it stands apart, and is as many days
// late as the answer was.
func TestAnsweredLate(t *testing.T) {
	reply := func(on, more string) string {
		return taken + "[[replies]]\ndate = " + on + "\nclass = \"B\"\ntext = \"答复\"\n" + more
	}
	l := ledger(t, base,
		item("2025-001", "2025-01-08", taken), // due on 20 April
		item("2025-002", "2025-01-08", reply("2025-04-25", "")),
		item("2025-003", "2025-01-08", reply("2025-04-22", "slip_back = 2025-04-30\nsatisfaction = \"满意\"\n")),
		item("2025-004", "2025-01-08", reply("2025-04-18", "")),                                                 // in time
		item("2025-005", "2025-01-08", reply("2025-04-25", "slip_back = 2025-05-02\nsatisfaction = \"不满意\"\n")), // again by 2 June
	)
	for _, c := range []struct{ on, open, overdue, answered, redoing string }{
		{"2025-04-24", "1 2 5 3", "1 2 5", "3", ""},
		{"2025-05-31", "1 5 2 3", "1", "2 3", "5"},
		{"2025-06-03", "1 5 2 3", "1 5", "2 3", ""},
	} {
		late := board.Of(l, day(c.on), false).Late
		for _, got := range []struct {
			what  string
			cases []*board.Case
			want  string
		}{{"open", late.Open, c.open}, {"overdue", late.Overdue, c.overdue}, {"answered late", late.Answered, c.answered}, {"redoing", late.Redoing, c.redoing}} {
			if short := strings.ReplaceAll(ids(got.cases), "2025-00", ""); short != got.want {
				t.Errorf("%s: %s are %q, want %q", c.on, got.what, short, got.want)
			}
		}
	}
	b := board.Of(l, day("2025-05-31"), false)
	if one, two := b.Case("2025-001").DaysLate(), b.Case("2025-002").DaysLate(); one != 41 || two != 5 {
		t.Errorf("%d and %d days late", one, two)
	}
	if len(b.Now.Overdue) != 3 {
		t.Errorf("%d are open past their limit", len(b.Now.Overdue))
	}
}

// Postponements and explanations that were published as notices stand with the lists they belong to.
func TestLateNotices(t *testing.T) {
	notice := func(id, kind, published string) string {
		return "-- notices/" + id + ".md --\n+++\nkind = \"" + kind + "\"\ntitle = \"" + id + "\"\ndate = " + published + "\npublished = " + published + "\nsummary = \"一件\"\n+++\n正文\n"
	}
	l := ledger(t, base, item("2025-001", "2025-01-08", taken), notice("a", "延办反馈书", "2025-04-10"), notice("b", "延办反馈书", "2024-04-10"),
		notice("c", "情况说明", "2025-05-10"), notice("d", "延办反馈书", "2025-06-10"), notice("e", "公告", "2025-04-11"))
	b := board.Of(l, day("2025-05-31"), false)
	if n := b.Late.Notices; len(n) != 1 || n[0].ID != "a" {
		t.Errorf("%d postponements were published", len(n))
	}
	if n := b.Unresolved.Notices; len(n) != 1 || n[0].ID != "c" {
		t.Errorf("%d explanations were published", len(n))
	}
}

// Every unresolved item is listed: the explained first, the latest explanation on top, then the others as they fall due.
func TestUnresolved(t *testing.T) {
	told := func(on string) string { return "[[explanations]]\ndate = " + on + "\ntext = \"说明\"\n" }
	l := ledger(t, base,
		item("2025-001", "2025-01-08", taken),
		item("2025-002", "2025-01-08", answered("2025-03-10", "B", told("2025-03-12"))),
		item("2025-003", "2025-01-08", answered("2025-03-10", "A", "")),
		item("2025-004", "2025-01-08", strings.ReplaceAll(taken, "01-20", "01-15")),
		item("2025-005", "2025-01-08", answered("2025-03-11", "C", told("2025-03-15"))),
	)
	u := board.Of(l, day("2025-03-31"), false).Unresolved
	if got := ids(u.Cases); got != "2025-005 2025-002 2025-004 2025-001" {
		t.Error("unresolved are", got)
	}
	if u.Explained.Fraction() != "2/4" || ids(u.Explained.Counted) != "2025-002 2025-005" {
		t.Error("explained are", u.Explained.String(), ids(u.Explained.Counted))
	}
}

// calendar of May 2025 as the clerk enters it: the first five days are off but for the 27th of April, which is worked.
const calendar = `
-- calendars/2025.toml --
year = 2025
holidays = [2025-05-01, 2025-05-02, 2025-05-05]
workdays = [2025-04-27]
`

const publishes = `
-- profile.toml --
name = "澄陵县代表建议办理办法"
deadlines = { start = "交办", months = 3, publish_days = 5 }
classes = [{ letter = "A", meaning = "已经解决", disposition = "尽快办", resolved = true }]
`

// The limit for publishing counts working days, the median calendar days; a withheld reply waits for nothing.
func TestPublishing(t *testing.T) {
	out := func(on string) string { return "publication = { date = " + on + " }\n" }
	reply := answered("2025-04-25", "A", "") // a Friday: the five days are 27–30 April and 6 May
	l := ledger(t, base, calendar, publishes,
		item("2025-001", "2025-01-08", out("2025-05-06")+reply),
		item("2025-002", "2025-01-08", out("2025-05-07")+reply),
		item("2025-003", "2025-01-08", out("2025-04-28")+reply),
		item("2025-004", "2025-01-08", reply),
		item("2025-005", "2025-01-08", "public = \"不公开\"\nwithheld_reason = \"涉及个人隐私\"\n"+reply),
	)
	for _, c := range []struct {
		on, waiting, rate string
		n, days, left     int
	}{
		{"2025-04-25", "2025-001 2025-002 2025-003 2025-004", "—", 0, 0, 11},
		{"2025-05-06", "2025-002 2025-004", "2/2", 2, 7, 0}, // 3 and 11 days
		{"2025-05-07", "2025-004", "2/4", 3, 11, -1},        // 3, 11 and 12 days
	} {
		p := board.Of(l, day(c.on), false).Publishing
		if got := ids(p.Waiting); got != c.waiting {
			t.Errorf("%s: %s wait, want %s", c.on, got, c.waiting)
		}
		if got := p.InTime.String(); got != c.rate {
			t.Errorf("%s: in time are %s, want %s", c.on, got, c.rate)
		}
		if p.Days != (board.Median{N: c.n, Days: c.days}) {
			t.Errorf("%s: the median is %+v, want %d of %d", c.on, p.Days, c.days, c.n)
		}
		if got := p.Waiting[len(p.Waiting)-1].PublishLeft(day(c.on)); got != c.left {
			t.Errorf("%s: %d days are left, want %d", c.on, got, c.left)
		}
	}
}

// A promise comes back until it is kept, whatever year it is of; the rate counts those whose day has come.
func TestPromises(t *testing.T) {
	promised := func(class, day, more string) string {
		return answered("2025-03-10", class, "measures = \"下一步\"\npromised = "+day+"\n"+more)
	}
	l := ledger(t, base,
		item("2025-001", "2025-01-08", promised("B", "2025-06-30", "kept = 2025-07-02\n")),
		item("2025-002", "2025-01-08", promised("B", "2025-09-30", "")),
		item("2025-003", "2025-01-08", promised("C", "2026-12-31", "kept = 2025-05-01\n")),
		item("2025-004", "2025-01-08", promised("B", "2025-08-31", "")),
		item("2025-005", "2025-01-08", answered("2025-03-10", "D", "")),
		item("2026-001", "2026-01-08", ""),
	)
	for _, c := range []struct{ on, all, rate, ways string }{
		{"2025-06-30", "1 due 0, 4 waiting 62, 2 waiting 92, 3 kept 609", "0/1", "尽快办 0: 0 0 0, 逐步办 3: 1 2 0, 向上争取 1: 0 0 1, 作参考 1: 0 0 0"},
		{"2025-12-31", "4 due 122, 2 due 92, 1 kept -2, 3 kept 609", "1/3", "尽快办 0: 0 0 0, 逐步办 3: 2 0 1, 向上争取 1: 0 0 1, 作参考 1: 0 0 0"},
		{"2026-02-01", "4 due 154, 2 due 124", "1/3", "尽快办 0: 0 0 0, 逐步办 0: 0 0 0, 向上争取 0: 0 0 0, 作参考 0: 0 0 0"},
	} {
		p := board.Of(l, day(c.on), false).Promises
		var all, ways []string
		for _, x := range p.All {
			all = append(all, strings.TrimPrefix(x.Case.ID, "2025-00")+" "+string(x.Stand)+" "+strconv.Itoa(x.Days))
		}
		for _, w := range p.Dispositions {
			ways = append(ways, w.Key+" "+strconv.Itoa(w.N())+": "+strconv.Itoa(w.Due)+" "+strconv.Itoa(w.Waiting)+" "+strconv.Itoa(w.Kept))
		}
		if got := strings.Join(all, ", "); got != c.all {
			t.Errorf("%s: the promises are %s, want %s", c.on, got, c.all)
		}
		if got := p.Rate.String(); got != c.rate {
			t.Errorf("%s: kept are %s, want %s", c.on, got, c.rate)
		}
		if got := strings.Join(ways, ", "); got != c.ways {
			t.Errorf("%s: the ways are %s, want %s", c.on, got, c.ways)
		}
		if n := len(p.Due) + len(p.Waiting) + len(p.Kept); n != len(p.All) {
			t.Errorf("%s: %d due, waiting and kept, but %d rows", c.on, n, len(p.All))
		}
	}
}

// The urging log counts urgings and, apart, the items they were about.
func TestUrgings(t *testing.T) {
	urged := func(days ...string) string {
		s := taken
		for i, d := range days {
			s += "[[urgings]]\ndate = " + d + "\nform = \"" + []string{"电话督办", "视察督办"}[i%2] + "\"\n"
		}
		return s
	}
	l := ledger(t, base, item("2025-001", "2025-01-08", urged("2025-02-20", "2025-03-05", "2025-04-01")), item("2025-002", "2025-01-08", urged("2025-03-01")))
	u := board.Of(l, day("2025-03-31"), false).Urgings
	var log []string
	for _, x := range u.All {
		log = append(log, x.Date.String()+" "+x.Case.ID)
	}
	if got := strings.Join(log, ", "); got != "2025-03-05 2025-001, 2025-03-01 2025-002, 2025-02-20 2025-001" {
		t.Error("the log is", got)
	}
	var forms []string
	for _, f := range u.Forms {
		forms = append(forms, string(f.Form)+" "+strconv.Itoa(f.N)+" "+ids(f.Cases))
	}
	if got := strings.Join(forms, ", "); got != "电话督办 2 2025-001 2025-002, 视察督办 1 2025-001, 专题调研督办 0 " {
		t.Error("the forms are", got)
	}
	if got := ids(u.Cases); got != "2025-001 2025-002" {
		t.Error("urged are", got)
	}
}

// The routing table parts the assigned items by topic and way; the units are those that have them now.
func TestRouting(t *testing.T) {
	handed := "intake = { date = 2025-01-13, result = \"登记\" }\nassignments = [{ date = 2025-01-20, unit = \"公路站\", returned = 2025-01-24, return_reason = \"不归本站\" }, { date = 2025-02-05, unit = \"水利站\", route = \"县人大\" }]\n"
	l := ledger(t, base,
		item("2025-001", "2025-01-08", taken),
		item("2025-002", "2025-01-08", handed),
		item("2025-003", "2025-01-08", strings.Replace(taken, "水利站", "公路站", 1)),
		item("2025-004", "2025-01-08", "intake = { date = 2025-01-13, result = \"登记\" }\n"),
		item("2025-005", "2025-01-08", answered("2025-03-10", "A", "[closing]\ndate = 2025-05-01\nresult = \"办成\"\n")),
	)
	r := board.Of(l, day("2025-12-31"), false).Routing
	var ways []string
	for _, w := range r.Routes {
		ways = append(ways, string(w.Route)+" "+ids(w.Cases))
	}
	if got := strings.Join(ways, ", "); got != "镇政府部门 2025-001 2025-003 2025-005, 镇党委 , 县人大 2025-002" {
		t.Error("the ways are", got)
	}
	if len(r.Topics) != 1 || ids(r.Topics[0].Cases) != "2025-001 2025-002 2025-003 2025-005" || r.Topics[0].Counts[0] != 3 || r.Topics[0].Counts[2] != 1 {
		t.Errorf("the topics are %+v", r.Topics)
	}
	units := r.Topics[0].Units
	if len(units) != 2 || units[0].Unit.Name != "水利站" || units[0].N != 3 || units[1].N != 1 {
		t.Errorf("the units are %+v", units)
	}
	if len(r.HandedBack) != 1 || r.HandedBack[0].Case.ID != "2025-002" || r.HandedBack[0].Unit.To.Name != "公路站" {
		t.Errorf("handed back are %+v", r.HandedBack)
	}
	if got := ids(r.InHand); got != "2025-001 2025-002 2025-003" {
		t.Error("in hand are", got)
	}
	// On 28 January 002 is with nobody, and the first assignment names no way.
	r = board.Of(l, day("2025-01-22"), false).Routing
	if n := len(r.Routes); n != 4 || ids(r.Routes[3].Cases) != "2025-002" || r.Topics[0].Counts[3] != 1 {
		t.Errorf("an assignment without a way: %+v", r.Routes)
	}
}

// The shares of a vote add to 100.0; a vote of fewer than the floor shows counts alone.
func TestAppraised(t *testing.T) {
	l := ledger(t, base, item("2025-001", "2025-01-08", answered("2025-03-10", "A", `
[[appraisals]]
date = 2025-06-20
reporter = "lin"
present = 9
votes = { satisfied = 3, basically = 2, dissatisfied = 1, abstained = 1 }
text = "评议意见"
`)))
	if c := board.Of(l, day("2025-06-19"), false).Case("2025-001"); len(c.Appraised(5)) != 0 {
		t.Error("an appraisal shows before its day")
	}
	b := board.Of(l, day("2025-06-20"), false)
	if got := ids(b.Now.Appraised); got != "2025-001" {
		t.Errorf("appraised are %q", got)
	}
	for _, c := range []struct {
		floor int
		want  string
	}{{5, "satisfied 3 42.8%, basically 2 28.6%, dissatisfied 1 14.3%, abstained 1 14.3%"}, {8, "satisfied 3 —, basically 2 —, dissatisfied 1 —, abstained 1 —"}} {
		var got []string
		for _, a := range b.Case("2025-001").Appraised(c.floor)[0].Answers {
			got = append(got, a.Key+" "+strconv.Itoa(a.N)+" "+a.Percent())
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("with a floor of %d: %s, want %s", c.floor, s, c.want)
		}
	}
}
