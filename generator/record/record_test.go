package record_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// base is a small township that is in order.
const base = `
-- town.toml --
name = "云岭镇"
county = "澄陵县"
congress = "云岭镇人民代表大会"
presidium = "云岭镇人大主席团"
term = { number = 3, from = 2021-12-01, sessions = [{ number = 5, from = 2025-01-09, until = 2025-01-10 }] }
contact = { office = "云岭镇人大办公室", phone = "0700-5550100" }
-- profile.toml --
name = "澄陵县代表建议办理办法"
deadlines = { start = "交办", months = 3, hard_months = 6, redo_months = 1 }
classes = [{ letter = "A", meaning = "已经解决", disposition = "尽快办", resolved = true }]
-- calendars/2025.toml --
year = 2025
holidays = [2025-05-01, 2025-05-02, 2025-05-05]
workdays = [2025-04-27]
-- groups/1.toml --
name = "第一代表小组"
-- units/shuili.toml --
name = "水利站"
class = "公共服务类"
superior = "澄陵县水利局"
-- deputies/lin.md --
+++
name = "林一舟"
group = "第一代表小组"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
+++
`

// item is a suggestion with more lines in its front matter.
func item(more string) string {
	return `+++
number = "3-5-001"
title = "关于修渠的建议"
kind = "建议"
topic = "农业水利"
raised = 2025-01-08
session = 5
public = "全文"
` + more + "\n+++\n"
}

// township lays archives over each other.
func township(archives ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, a := range archives {
		for _, f := range txtar.Parse([]byte(a)).Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return files
}

func load(files fstest.MapFS) (*record.Ledger, content.Problems) {
	read, problems := content.Read(files)
	l, more := record.Load(read)
	return l, append(problems, more...)
}

func TestBase(t *testing.T) {
	if _, problems := load(township(base, "-- suggestions/a.md --\n"+item(`lead = "林一舟"`))); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestRefs(t *testing.T) {
	l, problems := load(township(base, "-- suggestions/by-id.md --\n"+item(`lead = "lin"`)+"-- suggestions/by-name.md --\n"+item(`lead = "林一舟"`)))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, s := range l.Suggestions {
		if s.Lead.To != l.Deputies[0] || s.Lead.To.Group.To != l.Groups[0] {
			t.Errorf("%s: led by %v", s.ID, s.Lead.To)
		}
		if s.Village.Given() || s.Village.To != nil {
			t.Errorf("%s: an optional reference that is not given leads to %v", s.ID, s.Village.To)
		}
	}
}

// Each case lays some files over the base and expects one problem: where, what and which other places.
func TestLoadProblems(t *testing.T) {
	const lin2 = "-- deputies/lin-2.md --\n+++\nname = \"林一舟\"\ngroup = \"1\"\nlevels = [\"镇\"]\nwork = \"教师\"\nelected = 2021-11-20\n"
	for _, c := range []struct {
		name, files      string
		rule, file, line string // line is how the line begins; empty for the whole file
		text, hint       string
		also             []string
	}{
		{
			name: "ambiguous", files: lin2 + "+++\n-- suggestions/a.md --\n" + item(`lead = "林一舟"`),
			rule: "reference", file: "suggestions/a.md", line: "lead", text: "有 2 条代表记录都叫“林一舟”", hint: "编号",
			also: []string{"deputies/lin-2.md", "deputies/lin.md"},
		},
		{
			name: "unknown", files: "-- suggestions/a.md --\n" + item(`lead = "林一丹"`),
			rule: "reference", file: "suggestions/a.md", line: "lead", text: "没有叫“林一丹”的代表", hint: "是不是“林一舟”？",
		},
		{
			name: "unknown without a near one", files: "-- suggestions/a.md --\n" + item(`lead = "欧阳修"`),
			rule: "reference", file: "suggestions/a.md", line: "lead", text: "没有叫“欧阳修”的代表", hint: "请先建立这条代表记录",
		},
		{
			name: "in a list", files: "-- suggestions/a.md --\n" + item("lead = \"lin\"\n[[assignments]]\ndate = 2025-01-20\nunit = \"水力站\""),
			rule: "reference", file: "suggestions/a.md", line: "unit", text: "没有叫“水力站”的单位", hint: "是不是“水利站”？",
		},
		{
			name: "draft", files: lin2 + "draft = true\n+++\n-- suggestions/a.md --\n" + item(`lead = "lin-2"`),
			rule: "reference", file: "suggestions/a.md", line: "lead", text: "还是草稿", hint: "去掉 draft",
			also: []string{"deputies/lin-2.md"},
		},
		{
			name: "misplaced folder", files: "-- suggestion/a.md --\n" + item(`lead = "lin"`),
			rule: "file-place", file: "suggestion/a.md", text: "不认识的位置“suggestion”", hint: "是不是“suggestions”？",
		},
		{
			name: "misplaced file", files: "-- profil.toml --\n",
			rule: "file-place", file: "profil.toml", text: "不认识的位置“profil.toml”", hint: "是不是“profile.toml”？",
		},
		{
			name: "below a folder", files: "-- suggestions/2025/a.md --\n" + item(`lead = "lin"`),
			rule: "file-place", file: "suggestions/2025/a.md", text: "不认识的位置", hint: "suggestions",
		},
		{
			name: "wrong ending", files: "-- suggestions/a.toml --\n",
			rule: "file-place", file: "suggestions/a.toml", text: "要以 .md 结尾", hint: "改名为 a.md",
		},
		{
			name: "bad name", files: "-- units/公路站.toml --\n",
			rule: "file-place", file: "units/公路站.toml", text: "文件名“公路站.toml”不能用作网址", hint: "小写字母、数字和短横线",
		},
		{
			name: "capitals", files: "-- suggestions/2025-A.md --\n" + item(`lead = "lin"`),
			rule: "file-place", file: "suggestions/2025-A.md", text: "不能用作网址", hint: "例如 2025-014.md",
		},
		{
			name: "index", files: "-- suggestions/index.md --\n" + item(`lead = "lin"`),
			rule: "file-place", file: "suggestions/index.md", text: "不能用作网址", hint: "例如 2025-014.md",
		},
		{
			name: "two calendars", files: "-- calendars/also.toml --\nyear = 2025\nholidays = [2025-10-01]\n",
			rule: "duplicate", file: "calendars/also.toml", line: "year", text: "2025年的放假调休表有两份", hint: "留下一份",
			also: []string{"calendars/2025.toml"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := township(base, c.files)
			_, problems := load(files)
			if len(problems) != 1 {
				t.Fatalf("%d problems: %v", len(problems), problems)
			}
			p := problems[0]
			if p.Rule != c.rule || p.Pos.File != c.file || !strings.Contains(p.Text, c.text) || !strings.Contains(p.Hint, c.hint) {
				t.Errorf("%s: %s: %s（%s）", p.Pos, p.Rule, p.Text, p.Hint)
			}
			if lines := strings.Split(string(files[c.file].Data), "\n"); c.line != "" && (p.Pos.Line == 0 || !strings.HasPrefix(lines[p.Pos.Line-1], c.line)) {
				t.Errorf("%s is not the line of %s", p.Pos, c.line)
			}
			var also []string
			for _, a := range p.Also {
				also = append(also, a.Pos.File)
			}
			if slices.Sort(also); !slices.Equal(also, c.also) {
				t.Errorf("names %v besides, want %v", also, c.also)
			}
		})
	}
}

// A record with a problem is still there, marked, and can be shown: what it needs is never nil.
func TestFaultyRecordsCanBeShown(t *testing.T) {
	l, problems := load(township(base, "-- suggestions/a.md --\n"+item(`lead = "欧阳修"`)+"-- suggestions/b.md --\n"+item("")))
	if problems.Errors() != 2 {
		t.Errorf("want 2 errors: %v", problems)
	}
	for _, s := range l.Suggestions {
		if !s.Faulty || s.Lead.To == nil || s.Lead.To.Group.To == nil {
			t.Errorf("%s: faulty %v, lead %v", s.ID, s.Faulty, s.Lead.To)
		}
	}
	if name := l.Suggestions[0].Lead.To.Name; name != "欧阳修" {
		t.Errorf("the stand-in is called %q", name)
	}
}

func TestDraftsMayReferToDrafts(t *testing.T) {
	deputy := "-- deputies/wu.md --\n+++\nname = \"吴四\"\ngroup = \"1\"\nlevels = [\"镇\"]\nwork = \"村民\"\nelected = 2021-11-20\ndraft = true\n+++\n"
	if _, problems := load(township(base, deputy, "-- suggestions/a.md --\n"+item("draft = true\nlead = \"吴四\""))); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestMissingFiles(t *testing.T) {
	l, problems := load(nil)
	if l.Town == nil || l.Profile == nil || !l.Town.Faulty || !l.Profile.Faulty {
		t.Errorf("town %v, profile %v", l.Town, l.Profile)
	}
	var files []string
	for _, p := range problems {
		if p.Rule != "file-missing" || p.Hint == "" {
			t.Errorf("%s: %s: %s（%s）", p.Pos, p.Rule, p.Text, p.Hint)
		}
		files = append(files, p.Pos.File)
	}
	if slices.Sort(files); !slices.Equal(files, []string{"profile.toml", "town.toml"}) {
		t.Errorf("missing are %v", files)
	}
}

// What the new command writes can be read as it is, and with every line in use. That other records are not there yet is
// the only problem.
func TestTemplates(t *testing.T) {
	for _, k := range record.Kinds() {
		template := k.Template("x-1")
		full := strings.NewReplacer("\n# ", "\n", "\n## into", "\ninto", "\n## reason", "\nreason", "\n## return", "\nreturn", "\n## not_acc", "\nnot_acc",
			"\n## justified", "\njustified", "\n## consult_exc", "\nconsult_exc").Replace(template)
		for what, text := range map[string]string{"as it is": template, "in full": full} {
			files := township(base)
			files[k.Path("x-1")] = &fstest.MapFile{Data: []byte(text)}
			_, problems := load(files)
			for _, p := range problems {
				if p.Rule != "reference" && p.Rule != "duplicate" {
					t.Errorf("%s, %s: %s: %s %s（%s）", k.Name, what, p.Pos, p.Rule, p.Text, p.Hint)
				}
			}
		}
	}
}

func TestWorkingDays(t *testing.T) {
	l, _ := load(township(base))
	for _, c := range []struct {
		from  string
		n     int
		want  string
		known bool
	}{
		{"2025-04-25", 0, "2025-04-25", true},
		{"2025-04-25", 1, "2025-04-27", true}, // a Sunday that is worked
		{"2025-04-25", 4, "2025-04-30", true},
		{"2025-04-25", 5, "2025-05-06", true}, // over the holidays and two weekends
		{"2025-06-06", 1, "2025-06-09", true},
		{"2025-12-31", 1, "2026-01-01", false}, // no calendar: weekends alone are off
		{"2025-12-26", 5, "2026-01-02", false},
		{"2026-01-02", 1, "2026-01-05", false},
	} {
		if got, known := l.AddWorkingDays(day(c.from), c.n); got != day(c.want) || known != c.known {
			t.Errorf("%s and %d working days: %s, known %v; want %s, %v", c.from, c.n, got, known, c.want, c.known)
		}
	}
}

func TestDeadline(t *testing.T) {
	const assigned = "lead = \"lin\"\nassignments = [{ date = 2025-01-20, unit = \"水利站\" }]\n"
	const postponed = assigned + "postponements = [{ applied = 2025-04-10, approved = 2025-04-15, until = 2025-07-15 }]\n"
	const redo = assigned + "[[replies]]\ndate = 2025-03-10\nclass = \"A\"\ntext = \"答复\"\nslip_back = 2025-03-31\nsatisfaction = \"不满意\"\n"
	fromClose := strings.Replace(base, `start = "交办"`, `start = "闭会"`, 1)
	rolls := strings.Replace(base, "redo_months = 1", "redo_months = 1, day_off = \"顺延\"", 1)
	on := func(day string) string { return strings.ReplaceAll(assigned, "2025-01-20", day) }
	for _, c := range []struct {
		name, base, item, on string
		start, due           string
		from                 record.ClockStart
	}{
		{"not assigned", base, `lead = "lin"`, "2025-12-31", "", "", record.FromAssignment},
		{"not assigned yet", base, assigned, "2025-01-19", "", "", record.FromAssignment},
		{"ordinary", base, assigned, "2025-01-20", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"hard", base, "hard = true\n" + assigned, "2025-03-01", "2025-01-20", "2025-07-20", record.FromAssignment},
		{"hard, one limit only", strings.Replace(base, "hard_months = 6, ", "", 1), "hard = true\n" + assigned, "2025-03-01", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"from the close", fromClose, assigned, "2025-03-01", "2025-01-10", "2025-04-10", record.FromClose},
		{"from the close, raised after it", fromClose, "between_sessions = true\n" + assigned, "2025-03-01", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"from the close of no known session", strings.Replace(fromClose, "number = 5", "number = 4", 1), assigned, "2025-03-01", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"reassigned", base, "lead = \"lin\"\nassignments = [{ date = 2025-01-20, unit = \"水利站\", returned = 2025-01-25 }, { date = 2025-02-03, unit = \"水利站\" }]", "2025-03-01", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"held to the month's end", base, "lead = \"lin\"\nassignments = [{ date = 2025-11-30, unit = \"水利站\" }]", "2025-12-01", "2025-11-30", "2026-02-28", record.FromAssignment},
		{"postponement applied for", base, postponed, "2025-04-14", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"postponement approved", base, postponed, "2025-04-15", "2025-01-20", "2025-07-15", record.FromAssignment},
		{"postponement refused", base, strings.Replace(postponed, "approved = 2025-04-15, ", "", 1), "2025-12-31", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"slip is out", base, redo, "2025-03-30", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"redo", base, redo, "2025-03-31", "2025-01-20", "2025-04-30", record.FromAssignment},
		{"redo without a limit", strings.Replace(base, ", redo_months = 1", "", 1), redo, "2025-03-31", "2025-01-20", "2025-04-20", record.FromAssignment},
		{"on a holiday", base, on("2025-02-01"), "2025-03-01", "2025-02-01", "2025-05-01", record.FromAssignment},
		{"on a holiday, rolls over the weekend after it", rolls, on("2025-02-01"), "2025-03-01", "2025-02-01", "2025-05-06", record.FromAssignment},
		{"on a Sunday that is worked", rolls, on("2025-01-27"), "2025-03-01", "2025-01-27", "2025-04-27", record.FromAssignment},
		{"on a Saturday", rolls, on("2025-03-14"), "2025-04-01", "2025-03-14", "2025-06-16", record.FromAssignment},
		{"the day off after a weekend without a calendar", rolls, on("2025-10-03"), "2025-11-01", "2025-10-03", "2026-01-05", record.FromAssignment},
		{"an approved day does not roll", rolls, strings.Replace(postponed, "2025-07-15", "2025-07-19", 1), "2025-04-15", "2025-01-20", "2025-07-19", record.FromAssignment},
		{"redo rolls", rolls, strings.Replace(redo, "2025-03-31", "2025-04-01", 1), "2025-04-01", "2025-01-20", "2025-05-06", record.FromAssignment},
	} {
		l, problems := load(township(c.base, "-- suggestions/a.md --\n"+item(c.item)))
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
		}
		d := l.Deadline(l.Suggestions[0], day(c.on))
		if d.Start.String() != c.start || d.Due.String() != c.due || d.From != c.from {
			t.Errorf("%s: from %s (%s), due %s; want %s (%s), %s", c.name, d.Start, d.From, d.Due, c.start, c.from, c.due)
		}
		if !d.Start.IsZero() && (d.Ended.Day != d.Start.AddMonths(d.Months) || d.Ordinary != d.Ended.To || d.Ended.Moved() && d.Ended.Rest == "") || d.Hard != (d.Months == 6) {
			t.Errorf("%s: the steps do not lead to the day: %+v", c.name, d)
		}
		if known := []record.Date{d.Ordinary, d.Extended, d.Redo}; !slices.Contains(known, d.Due) {
			t.Errorf("%s: due on a day no step names: %+v", c.name, d)
		}
	}
}
