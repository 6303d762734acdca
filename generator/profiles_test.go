package generator_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator"
	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// The example profiles read without a problem, name their county and break no rule for profiles.
func TestFourProfilesAreSound(t *testing.T) {
	var ids []string
	for _, e := range record.ProfileExamples() {
		ids = append(ids, e.ID)
		if e.Faulty || e.Basis == "" || !strings.HasPrefix(e.Text, "## 办理规则样例：") {
			t.Errorf("%s: faulty %v, basis %q", e.ID, e.Faulty, e.Basis)
		}
		_, problems := ledgerUnder(t, e)
		for _, p := range problems {
			if p.Pos.File == "profile.toml" {
				t.Errorf("%s: %s: %s [%s]", e.ID, p.Pos, p.Text, p.Rule)
			}
		}
	}
	if want := []string{"from-assignment", "from-close", "mountain", "strict"}; !slices.Equal(ids, want) {
		t.Errorf("the examples are %v, want %v", ids, want)
	}
}

// fourTown is one record under four profiles. What differs between the runs is the profile, and the letter of the class
// that stands for “resolved”.
const fourTown = `
-- town.toml --
name = "荷塘镇"
county = "试验县"
congress = "荷塘镇人民代表大会"
presidium = "荷塘镇人大主席团"
term = { number = 9, from = 2021-12-01, sessions = [{ number = 5, from = 2025-11-15, until = 2025-11-17 }] }
contact = { office = "荷塘镇人大办公室", phone = "0700-5550100" }
-- groups/g1.toml --
name = "第一代表小组"
leader = "林一舟"
-- stations/g1.toml --
name = "第一代表联络站"
kind = "代表联络站"
group = "第一代表小组"
address = "荷塘镇政府一楼"
hours = "每月5日上午"
-- units/shuili.toml --
name = "水利站"
class = "公共服务类"
superior = "试验县水利局"
-- units/gonglu.toml --
name = "公路站"
class = "公共服务类"
superior = "试验县公路局"
-- officials/fang.toml --
name = "方正"
post = "副镇长"
order = 1
-- deputies/lin.md --
+++
name = "林一舟"
group = "第一代表小组"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
+++
`

// four is an item of fourTown: raised in the session, assigned on 30 November.
func four(number, more string) string {
	return fmt.Sprintf(`+++
number = "9-5-%s"
title = "关于第%s件事的建议"
kind = "建议"
topic = "农业水利"
raised = 2025-11-16
session = 5
lead = "林一舟"
public = "全文"
%s+++
`, number, number, more)
}

const (
	fourIntake   = "intake = { date = 2025-11-20, result = \"登记\" }\n"
	fourAssigned = "[[assignments]]\ndate = 2025-11-30\nunit = \"水利站\"\nleader = \"方正\"\nhandler = \"田明\"\n"
	fourPostpone = "[[postponements]]\napplied = 2026-01-10\napproved = 2026-01-12\napprover = \"荷塘镇人大主席团\"\nuntil = 2026-04-15\nmeasures = \"汛前先疏通。\"\nreason = \"要等枯水期。\"\n"
	fourReply    = `[[consultations]]
date = 2025-12-10
form = "现场面商"

[[replies]]
date = 2025-12-12
class = "%[1]s"
text = "已经修好。"
law = { by = "司法所", date = 2025-12-10 }
content = { by = "方正", date = 2025-12-11 }
wording = { by = "党政办", date = 2025-12-11 }
slip_sent = 2025-12-12
slip_back = 2025-12-15
satisfaction = "%[2]s"
collected_by = "镇人大"
signed = true

[publication]
date = 2025-12-16
where = ["村务公开栏"]
`
)

var fourDay = record.Date{Year: 2026, Month: 1, Day: 20}

// townUnder is fourTown under a profile, with the specimen's calendars of 2025 and 2026.
func townUnder(t *testing.T, e record.ProfileExample) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{"profile.toml": {Data: []byte(e.Text)}}
	for _, f := range txtar.Parse([]byte(fourTown)).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for _, year := range []string{"2025", "2026"} {
		b, err := os.ReadFile("../content/calendars/" + year + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		files["calendars/"+year+".toml"] = &fstest.MapFile{Data: b}
	}
	letter := e.Classes[0].Letter
	item := func(id, text string) { files["suggestions/"+id+".md"] = &fstest.MapFile{Data: []byte(text)} }
	item("ordinary", four("001", fourIntake+fourAssigned))
	item("hard", four("002", "hard = true\n"+fourIntake+fourAssigned))
	item("extended", four("003", fourIntake+fourAssigned+fourPostpone))
	item("redone", four("004", fourIntake+fourAssigned+fmt.Sprintf(fourReply, letter, "不满意")))
	for i, said := range []string{"满意", "基本满意", "满意", "基本满意", "满意", "满意", "满意", "满意", "满意"} {
		item(fmt.Sprint("answered-", i+1), four(fmt.Sprint("01", i), fourIntake+fourAssigned+fmt.Sprintf(fourReply, letter, said)))
	}
	return files
}

func ledgerUnder(t *testing.T, e record.ProfileExample) (*record.Ledger, content.Problems) {
	t.Helper()
	files := townUnder(t, e)
	read, problems := content.Read(files)
	l, more := record.Load(read)
	if n := len(problems) + len(more); n > 0 {
		t.Fatalf("%s: %v %v", e.ID, problems, more)
	}
	return l, check.All(l, fourDay)
}

// Deadlines found by hand with the calendars of 2025 and 2026. 28 February 2026 is a Saturday that is worked; from 15 to
// 23 February is the Spring Festival; 17 and 30 May are a Sunday and a Saturday.
func TestFourProfilesGiveFourDeadlines(t *testing.T) {
	ledgers, judged := map[string]*record.Ledger{}, map[string]content.Problems{}
	for _, c := range []struct {
		profile, item string
		start         string
		months        int
		counted, due  string
		rest          record.Rest
	}{
		{"from-assignment", "ordinary", "2025-11-30", 3, "2026-02-28", "2026-02-28", ""},
		{"from-close", "ordinary", "2025-11-17", 3, "2026-02-17", "2026-02-24", record.Holiday},
		{"mountain", "ordinary", "2025-11-30", 4, "2026-03-30", "2026-03-30", ""},
		{"strict", "ordinary", "2025-11-30", 2, "2026-01-30", "2026-01-30", ""},

		{"from-assignment", "hard", "2025-11-30", 6, "2026-05-30", "2026-05-30", record.Weekend}, // stays
		{"from-close", "hard", "2025-11-17", 6, "2026-05-17", "2026-05-18", record.Weekend},
		{"mountain", "hard", "2025-11-30", 6, "2026-05-30", "2026-06-01", record.Weekend},
		{"strict", "hard", "2025-11-30", 3, "2026-02-28", "2026-02-28", ""},

		{"from-assignment", "extended", "2025-11-30", 3, "2026-02-28", "2026-04-15", ""},
		{"from-close", "extended", "2025-11-17", 3, "2026-02-17", "2026-04-15", record.Holiday},
		{"mountain", "extended", "2025-11-30", 4, "2026-03-30", "2026-04-15", ""},
		{"strict", "extended", "2025-11-30", 2, "2026-01-30", "2026-04-15", ""}, // and check says it is too long

		{"from-assignment", "redone", "2025-11-30", 3, "2026-02-28", "2026-01-15", ""},
		{"from-close", "redone", "2025-11-17", 3, "2026-02-17", "2026-02-24", record.Holiday}, // 15 February and two months off
		{"mountain", "redone", "2025-11-30", 4, "2026-03-30", "2026-02-24", ""},
		{"strict", "redone", "2025-11-30", 2, "2026-01-30", "2026-01-15", ""},
	} {
		if c.item == "ordinary" { // the first of a profile
			ledgers[c.profile], judged[c.profile] = ledgerUnder(t, example(t, c.profile))
		}
		l, problems := ledgers[c.profile], judged[c.profile]
		var s *record.Suggestion
		for _, x := range l.Suggestions {
			if x.ID == c.item {
				s = x
			}
		}
		d := l.Deadline(s, fourDay)
		if d.Start.String() != c.start || d.Months != c.months || d.Ended.Day.String() != c.counted || d.Due.String() != c.due || d.Ended.Rest != c.rest {
			t.Errorf("%s, %s: from %s, %d months to %s (%q), due %s; want %s, %d, %s (%q), %s", c.profile, c.item,
				d.Start, d.Months, d.Ended.Day, d.Ended.Rest, d.Due, c.start, c.months, c.counted, c.rest, c.due)
		}
		tooLong := slices.ContainsFunc(problems, func(p content.Problem) bool { return p.Rule == "postponement-complete" })
		if tooLong != (c.profile == "strict") {
			t.Errorf("%s: the extension to 15 April is judged too long: %v", c.profile, tooLong)
		}
	}
}

// Leap years are held to 29 February, and no calendar is asked for where nothing rolls.
func TestFourProfilesInALeapYear(t *testing.T) {
	for profile, want := range map[string]string{"from-assignment": "2024-02-29", "mountain": "2024-04-01"} {
		e := example(t, profile)
		files := townUnder(t, e)
		files["suggestions/leap.md"] = &fstest.MapFile{Data: []byte(strings.NewReplacer("2025-11", "2023-11", "9-5-", "9-2-", "session = 5", "session = 2").Replace(four("009", fourIntake+fourAssigned)))}
		files["town.toml"].Data = []byte(strings.Replace(string(files["town.toml"].Data), "sessions = [", "sessions = [{ number = 2, from = 2023-11-01, until = 2023-11-03 }, ", 1))
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		for _, s := range l.Suggestions {
			if d := l.Deadline(s, fourDay); s.ID == "leap" && (d.Due.String() != want || (d.Ended.NoCalendar != 0) != (profile == "mountain")) {
				t.Errorf("%s: due %s, without a calendar of %d; want %s", profile, d.Due, d.Ended.NoCalendar, want)
			}
		}
		problems := check.All(l, fourDay)
		late := map[string]string{
			"from-assignment": "办结时限2024年2月29日已过（从2023年11月30日起3个月）",
			"mountain":        "办结时限2024年4月1日已过（从2023年11月30日起4个月，遇休息日顺延）",
		}[profile]
		if !slices.ContainsFunc(problems, func(p content.Problem) bool { return p.Rule == "overdue" && strings.HasPrefix(p.Text, late) }) {
			t.Errorf("%s: nobody is told: %s", profile, late)
		}
		asked := slices.ContainsFunc(problems, func(p content.Problem) bool {
			return p.Rule == "calendar-known" && strings.Contains(p.Text, "2024")
		})
		if asked != (profile == "mountain") {
			t.Errorf("%s: the calendar of 2024 is asked for: %v", profile, asked)
		}
	}
}

// Labels, legends and figures on the built pages follow the profile.
func TestFourProfilesOnThePages(t *testing.T) {
	for _, c := range []struct {
		profile                string
		satisfied, beside      string // label and value
		resolved, letters, due string
	}{
		{"from-assignment", "满意率 <b>7/10 (70.0%)", "满意和基本满意率 <b>9/10 (90.0%)", "解决率", "A类 B类 C类 D类", "2026年2月28日"},
		{"from-close", "满意率（含基本满意） <b>9/10 (90.0%)", "只算“满意”的比率 <b>7/10 (70.0%)", "解决率", "A类 B类 C类", "2026年2月24日"},
		{"mountain", "满意率 <b>7/10 (70.0%)", "满意和基本满意率 <b>9/10 (90.0%)", "办成率", "甲类 乙类 丙类", "2026年3月30日"},
		{"strict", "满意率 <b>7/10 (70.0%)", "满意和基本满意率 <b>9/10 (90.0%)", "解决率", "A类 B类 C类 D类", "2026年1月30日"},
	} {
		files, _ := build(t, generator.Options{Content: townUnder(t, example(t, c.profile)), On: fourDay})
		home, method := readOut(files["index.html"]), string(files["method.html"])
		if !strings.Contains(home, c.satisfied) {
			t.Errorf("%s: the home page does not show %s", c.profile, c.satisfied)
		}
		if name, _, _ := strings.Cut(c.beside, " <b>"); !strings.Contains(method, `<th scope="row">`+name) {
			t.Errorf("%s: the method page does not name %s", c.profile, name)
		}
		if group := readOut(files["groups/g1.html"]); !strings.Contains(group, c.satisfied) || !strings.Contains(group, c.beside) {
			t.Errorf("%s: the group's page does not show %s and %s", c.profile, c.satisfied, c.beside)
		}
		var letters []string
		for _, m := range regexp.MustCompile(`<th scope="row">(.类)</th>`).FindAllStringSubmatch(method, -1) {
			letters = append(letters, m[1])
		}
		if got := strings.Join(letters, " "); got != c.letters {
			t.Errorf("%s: the legend has %s, want %s", c.profile, got, c.letters)
		}
		if !strings.Contains(string(files["suggestions/ordinary.html"]), "<b>"+c.due+"</b>") {
			t.Errorf("%s: the item's page is not due on %s", c.profile, c.due)
		}
		for name, data := range files {
			for _, term := range []string{"解决率", "办成率"} {
				if term != c.resolved && strings.Contains(string(data), term) {
					t.Errorf("%s: %s says %s", c.profile, name, term)
				}
			}
		}
	}
	rolled, _ := build(t, generator.Options{Content: townUnder(t, example(t, "from-close")), On: fourDay})
	if page := string(rolled["suggestions/ordinary.html"]); !strings.Contains(page, "这一天放假，顺延到2026年2月24日") {
		t.Error("the item's page does not say why its deadline rolled on")
	}
	stays, _ := build(t, generator.Options{Content: townUnder(t, example(t, "from-assignment")), On: fourDay})
	if page := string(stays["suggestions/hard.html"]); !strings.Contains(page, "这一天是周末，规则规定不顺延") {
		t.Error("the item's page does not say that its deadline stays on a Saturday")
	}
}

// Handing back after ten days is late where three working days are the limit, and not where ten days are.
func TestFourProfilesOnHandingBack(t *testing.T) {
	late := map[string]string{
		"from-assignment": "", // seven working days from 30 November end on 9 December
		"from-close":      "", // ten days on 10 December
		"mountain":        "",
		"strict":          "水利站退办晚了：从2025年11月30日交办起3个工作日，最迟2025年12月3日退回",
	}
	for _, e := range record.ProfileExamples() {
		files := townUnder(t, e)
		files["suggestions/ordinary.md"] = &fstest.MapFile{Data: []byte(four("001", fourIntake+fourAssigned+"returned = 2025-12-09\nreturn_reason = \"归公路站管\"\n\n"+
			strings.NewReplacer("2025-11-30", "2025-12-10", "水利站", "公路站").Replace(fourAssigned)))}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		said := ""
		for _, p := range check.All(l, fourDay) {
			if p.Rule == "return-in-time" {
				said = p.Text
			}
		}
		if said != late[e.ID] {
			t.Errorf("%s: %q, want %q", e.ID, said, late[e.ID])
		}
	}
}

func example(t *testing.T, id string) record.ProfileExample {
	t.Helper()
	for _, e := range record.ProfileExamples() {
		if e.ID == id {
			return e
		}
	}
	t.Fatalf("no example profile %s", id)
	return record.ProfileExample{}
}

// figureMark is what marks a figure on a page.
var figureMark = regexp.MustCompile(`</?data[^>]*>`)

// readOut is a page as it reads, its figures without the names they are marked with.
func readOut(page []byte) string { return string(figureMark.ReplaceAll(page, nil)) }
