package generator_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing/fstest"

	"gongshi/generator/record"
)

// A fortune makes up a small town by lot: any number of items, at any stage, of any openness, under any of the example
// profiles with any floor. The same seed makes the same town.
type fortune struct {
	*rand.Rand
	files                             fstest.MapFS
	profile                           record.ProfileExample
	groups, villages, units, deputies int
	registered                        []string // ids of items that another may be merged into
}

// townOf makes the town of a seed.
func townOf(seed uint64) fstest.MapFS {
	f := &fortune{Rand: rand.New(rand.NewPCG(seed, 0)), files: fstest.MapFS{}}
	f.groups, f.villages, f.units, f.deputies = 1+f.IntN(3), f.IntN(4), 1+f.IntN(4), 1+f.IntN(6)
	f.place()
	items := f.IntN(1 + f.IntN(50)) // often few, sometimes none
	serial := map[int]int{}
	for day, i := (record.Date{Year: 2025, Month: 1, Day: 3}), 0; i < items; i++ {
		day = day.AddDays(f.IntN(2 * 540 / items))
		serial[day.Year]++
		f.item(day, serial[day.Year])
	}
	f.counts()
	return f.files
}

// luck is true p times in a hundred.
func (f *fortune) luck(p int) bool { return f.IntN(100) < p }

func (f *fortune) later(day record.Date, most int) record.Date { return day.AddDays(f.IntN(most)) }

func (f *fortune) of(options ...string) string { return options[f.IntN(len(options))] }

// write adds a file of lines; a Markdown file's lines are its front matter.
func (f *fortune) write(path string, lines ...string) {
	text := strings.Join(lines, "\n") + "\n"
	if strings.HasSuffix(path, ".md") {
		text = "+++\n" + text + "+++\n\n正文。\n"
	}
	f.files[path] = &fstest.MapFile{Data: []byte(text)}
}

func line(format string, args ...any) string { return fmt.Sprintf(format, args...) }

var (
	floorLine     = regexp.MustCompile(`(?m)^floor = .*$`)
	satisfiedLine = regexp.MustCompile(`(?m)^satisfied = .*$`)

	calendars = sync.OnceValue(func() map[string][]byte {
		files := map[string][]byte{}
		for _, year := range []string{"2025", "2026"} {
			name := "calendars/" + year + ".toml"
			data, err := os.ReadFile(specimen + "/" + name)
			if err != nil {
				panic(err) // the specimen has calendars
			}
			files[name] = data
		}
		return files
	})
	examples = sync.OnceValue(record.ProfileExamples)
)

// place writes the town, its rules, places and people.
func (f *fortune) place() {
	for name, data := range calendars() {
		f.files[name] = &fstest.MapFile{Data: data}
	}
	f.profile = examples()[f.IntN(len(examples()))]
	rules := floorLine.ReplaceAllString(f.profile.Text, line("floor = %d", 1+f.IntN(12)))
	rules = satisfiedLine.ReplaceAllString(rules, line("satisfied = %q", f.of("满意", "满意和基本满意")))
	f.write("profile.toml", rules)
	f.write("town.toml", `name = "试镇"`, `county = "试县"`, `congress = "试镇人民代表大会"`, `presidium = "试镇人大主席团"`,
		`term = { number = 9, from = 2021-12-01, sessions = [{ number = 5, from = 2025-01-02, until = 2025-01-02 }, { number = 6, from = 2026-01-02, until = 2026-01-02 }] }`,
		`contact = { office = "试镇人大办公室", phone = "0700-5550100" }`)
	f.write("officials/fang.toml", `name = "方正"`, `post = "副镇长"`, `order = 1`)
	for i := range f.groups {
		f.write(line("groups/g%d.toml", i), line(`name = "第%d小组"`, i), line(`leader = "代表%d"`, i%f.deputies))
	}
	for i := range f.villages {
		f.write(line("villages/v%d.toml", i), line(`name = "村%d"`, i), line(`group = "第%d小组"`, f.IntN(f.groups)))
	}
	for i := range f.units {
		f.write(line("units/u%d.toml", i), line(`name = "单位%d"`, i), `class = "公共服务类"`, `superior = "试县某局"`)
	}
	for i := range f.deputies {
		f.write(line("deputies/d%d.md", i), line(`name = "代表%d"`, i), line(`group = "第%d小组"`, f.IntN(f.groups)), `levels = ["镇"]`, `work = "村民"`, `elected = 2021-11-20`)
	}
}

// item writes a suggestion with its life. What happens, happens in order; where it stops is luck.
func (f *fortune) item(raised record.Date, serial int) {
	id := line("%d-%03d", raised.Year, serial)
	lines := []string{line(`number = "9-%d-%03d"`, raised.Year-2020, serial), line(`title = "关于第%s件事的建议"`, id), `kind = "建议"`, `topic = "农业水利"`,
		line("raised = %s", raised), line("session = %d", raised.Year-2020), line(`lead = "代表%d"`, f.IntN(f.deputies))}
	add := func(format string, args ...any) { lines = append(lines, line(format, args...)) }
	if f.villages > 0 && f.luck(70) {
		add(`village = "村%d"`, f.IntN(f.villages))
	}
	for _, key := range []string{"hard", "key_item"} {
		if f.luck(10) {
			add("%s = true", key)
		}
	}
	draft := f.luck(4)
	if draft {
		add("draft = true")
	}
	switch open := f.IntN(10); {
	case open == 0:
		add("public = \"不公开\"\nwithheld_reason = \"涉及个人隐私\"")
	case open == 1:
		add("public = \"摘要\"\nsummary = \"一件事。\"\nwithheld_reason = \"涉及个人隐私\"")
	default:
		add(`public = "全文"`)
	}
	defer func() { f.write("suggestions/"+id+".md", lines...) }()

	day := f.later(raised, 15)
	fate := f.IntN(20)
	switch {
	case fate < 2:
		return
	case fate == 2 && len(f.registered) > 0:
		add("intake = { date = %s, result = \"合并\", into = %q, reason = \"同一件事。\" }", day, f.registered[f.IntN(len(f.registered))])
		return
	case fate == 3:
		add("intake = { date = %s, result = \"退回\", reason = \"不属于受理范围。\" }", day)
		return
	}
	add("intake = { date = %s, result = \"登记\" }", day)
	if !draft {
		f.registered = append(f.registered, id)
	}
	if f.luck(10) {
		return // not assigned yet
	}
	lines = append(lines, f.handling(day)...)
}

// handling writes what a registered item went through.
func (f *fortune) handling(day record.Date) (lines []string) {
	add := func(format string, args ...any) { lines = append(lines, line(format, args...)) }
	for handedBack := true; handedBack; {
		day = f.later(day, 12)
		add("[[assignments]]\ndate = %s\nunit = \"单位%d\"\nleader = \"方正\"\nhandler = \"田明\"", day, f.IntN(f.units))
		if f.luck(80) {
			add("accepted = %s", f.later(day, 4))
		}
		if handedBack = f.luck(10); handedBack {
			day = f.later(day, 9)
			if add("returned = %s\nreturn_reason = \"不是本单位的职责。\"", day); f.luck(30) {
				return lines // and nobody has it
			}
		}
	}
	if f.luck(15) {
		applied := f.later(day, 80)
		if add("[[postponements]]\napplied = %s\nmeasures = \"先做一段。\"\nreason = \"等料。\"", applied); f.luck(80) {
			add("approved = %s\napprover = \"主席团\"\nuntil = %s", f.later(applied, 4), f.later(applied, 150))
		}
	}
	if f.luck(20) {
		add("[[explanations]]\ndate = %s\ntext = \"还差一段。\"", f.later(day, 120))
	}
	for replying := f.luck(80); replying; {
		if f.luck(85) {
			add("[[consultations]]\ndate = %s\nform = \"现场面商\"", f.later(day, 60))
		}
		day = day.AddDays(1 + f.IntN(150))
		class := f.profile.Classes[f.IntN(len(f.profile.Classes))].Letter
		add("[[replies]]\ndate = %s\nclass = %q\ntext = \"答复。\"", day, class)
		if f.luck(10) {
			add(`consult_exception = "汛情紧。"`)
		}
		if f.luck(40) {
			promised := f.later(day, 200)
			if add("promised = %s\nmeasures = \"排工期。\"", promised); f.luck(60) {
				add("kept = %s", f.later(promised, 20))
			}
		}
		replying = false
		if f.luck(75) {
			day = f.later(day, 20)
			said := f.of("满意", "满意", "基本满意", "不满意")
			add("slip_sent = %s\nslip_back = %s\nsatisfaction = %q\ncollected_by = \"镇人大\"\nsigned = true", day, day, said)
			if said == "不满意" {
				if add(`why = "没有动。"`); f.luck(50) {
					add("not_accepted = true")
				}
				replying = f.luck(80)
			}
		}
	}
	if f.luck(10) {
		n := f.IntN(20)
		add("[[appraisals]]\ndate = %s\nreporter = \"代表0\"\npresent = %d\nvotes = { satisfied = %d, basically = %d, dissatisfied = %d }", day, n, n-n/3-n/5, n/3, n/5)
	}
	if f.luck(50) {
		day = f.later(day, 30)
		add("[closing]\ndate = %s\nresult = \"办结。\"\nsatisfaction = \"满意\"", day)
	}
	if f.luck(60) {
		add("[publication]\ndate = %s\nwhere = [\"村务公开栏\"]", f.later(day, 30))
	}
	return lines
}

// counts writes records that are counted apart from items: reports, petitions, rounds of visits, opinions, attendance.
func (f *fortune) counts() {
	for _, half := range []record.Half{{Year: 2025, Half: 1}, {Year: 2025, Half: 2}, {Year: 2026, Half: 1}} {
		if f.luck(80) {
			f.write("reports/"+strings.ToLower(half.String())+".md", line(`title = "%s通报"`, half), line("period = %q", half.String()),
				line("date = %s", f.later(half.Last(), 20)), `number = "试人大〔2025〕1号"`, `salutation = "各位代表："`)
		}
	}
	for quarter := 1; quarter <= 4; quarter++ {
		lines := []string{"year = 2025", line("quarter = %d", quarter), line("date = %s", record.Date{Year: 2025, Month: 3 * quarter, Day: 30}.AddDays(1))}
		for _, kind := range []string{"山林土地", "邻里纠纷", "环境卫生"}[:1+f.IntN(3)] {
			settled, passed, pending := f.IntN(3), f.IntN(2), f.IntN(2)
			lines = append(lines, line("[[counts]]\nkind = %q\nreceived = %d\nsettled = %d\npassed = %d\npending = %d", kind, settled+passed+pending, settled, passed, pending))
		}
		f.write(line("petitions/2025-q%d.toml", quarter), lines...)
	}
	for month := 1; month <= 12; month++ {
		if f.luck(70) {
			f.write(line("activities/2025-%02d.md", month), `kind = "走访"`, `title = "走访"`, line("date = 2025-%02d-05", month), `place = "村里"`, `summary = "看了几户。"`,
				line(`group = "第%d小组"`, f.IntN(f.groups)), line("[[visits]]\ndeputy = \"代表%d\"\nhomes = %d", f.IntN(f.deputies), f.IntN(5)))
		}
	}
	lines := []string{`title = "选址方案"`, `by = "试镇人民政府"`, "date = 2025-03-01", `summary = "选一处地方。"`, "from = 2025-03-02", "until = 2025-03-12", line("issued = %d\nreturned = %d", f.deputies, f.deputies)}
	for i := range f.deputies {
		lines = append(lines, line("[[opinions]]\ndate = 2025-03-05\ndeputy = \"代表%d\"\nstance = %q", i, f.of("同意", "修改", "反对")))
	}
	f.write("decisions/2025-xuanzhi.md", lines...)
	due := 1 + f.IntN(30)
	present := f.IntN(due + 1)
	f.write("sessions/9-5.md", `title = "第五次会议"`, "term = 9", "number = 5", line("due = %d\npresent = %d", due, present), `agenda = ["听取报告"]`,
		line("[[resolutions]]\ndate = 2025-01-02\ntitle = \"决议\"\nfor = %d\nabstained = %d", present-present/4, present/4))
}
