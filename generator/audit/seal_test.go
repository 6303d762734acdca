package audit_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/audit"
	"gongshi/generator/content"
	"gongshi/generator/internal/trial"
	"gongshi/generator/record"
)

// A town is the folder of a township that is in order, to be sealed and then changed.
type town struct {
	*testing.T
	files fstest.MapFS
}

func aTown(t *testing.T) town { return town{t, trial.Base(t)} }

// seal seals something and puts the file into the folder.
func (t town) seal(what, day string) *record.Seal {
	t.Helper()
	s, err := audit.NewSeal(trial.Load(t.T, t.files), what, date(t.T, day))
	if err != nil {
		t.Fatal(err)
	}
	t.put("sealed/"+s.ID+".toml", s.Text())
	return s
}

func (t town) put(file, text string) { t.files[file] = &fstest.MapFile{Data: []byte(text)} }

// edit puts new in the place of the first old.
func (t town) edit(file, old, new string) {
	t.Helper()
	text := string(t.files[file].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", file, old)
	}
	t.put(file, strings.Replace(text, old, new, 1))
}

// problems are those of the rules about seals on a day.
func (t town) problems(day string) content.Problems {
	t.Helper()
	return audit.All(trial.Load(t.T, t.files), date(t.T, day))
}

// expect wants as many problems as there are texts, each with one of them in what it says or advises.
func (t town) expect(day string, texts ...string) {
	t.Helper()
	found := t.problems(day)
	for i, p := range found {
		if i >= len(texts) || !strings.Contains(p.Text+p.Hint, texts[i]) {
			t.Errorf("on %s: not expected: %s", day, trial.Say(p))
		}
	}
	if len(found) < len(texts) {
		t.Errorf("on %s: %d problems, want %q", day, len(found), texts)
	}
}

func date(t *testing.T, s string) record.Date {
	t.Helper()
	d, err := record.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A year end is sealed with every unit's total, band and rank, and with the assessments and the scheme that make them.
func TestSealYearEnd(t *testing.T) {
	town := aTown(t)
	s := town.seal("2025-Year", "2025-12-31")
	if s.What != "2025-year" || s.ID != "2025-year" || s.On.String() != "2025-12-28" {
		t.Errorf("sealed %s in %s as of %s", s.What, s.ID, s.On)
	}
	values := map[string]string{}
	for _, f := range s.Figures {
		values[f.Name] = f.Value
	}
	for _, name := range []string{"units.shuili.total", "units.shuili.band", "units.shuili.rank", "units.shuili.handling", "units.shuili.rates.content", "units.gonglu.total"} {
		if values[name] == "" {
			t.Errorf("no figure %s in %v", name, values)
		}
	}
	var records []string
	for _, r := range s.Records {
		records = append(records, r.Path)
	}
	if got, want := strings.Join(records, " "), "assessments/2025-q1.toml assessments/2025-q2.toml assessments/2025-q3.toml assessments/2025-q4.toml assessments/2025-year.toml calendars/2025.toml profile.toml schemes/2025.toml"; got != want {
		t.Errorf("records %s\nwant %s", got, want)
	}
	town.expect("2025-12-31")

	// A unit is assessed again in the new year: what was published then is as it was.
	town.put("assessments/2025-year.toml", string(town.files["assessments/2025-year.toml"].Data)+"\n[[retests]]\nunit = \"公路站\"\ndate = 2026-03-20\nscore = 88\n")
	town.expect("2026-03-31")

	// Points of a quarter long past move the year end.
	town.edit("assessments/2025-q1.toml", "visit = 90 ", "visit = 91 ")
	town.expect("2026-03-31", "shuili 的总分 ")
}

func TestSealMidYear(t *testing.T) {
	town := aTown(t)
	if s := town.seal("2025-mid", "2025-07-01"); s.On.String() != "2025-06-25" || len(s.Figures) == 0 || len(s.Records) != 3 {
		t.Errorf("as of %s: %d figures, records %v", s.On, len(s.Figures), s.Records)
	}
	town.edit("assessments/2025-q3.toml", "visit = 90 ", "visit = 91 ")
	town.expect("2025-12-31")
	delete(town.files, "assessments/2025-q2.toml")
	town.expect("2025-12-31", "封存时有的记录 assessments/2025-q2.toml 现在没有了")
}

// Of an earlier day the board has the first seals and no others, so none is put in before one that is there.
func TestSealsFollowEachOther(t *testing.T) {
	town := aTown(t)
	town.seal("2025-H1", "2025-07-05")
	l := trial.Load(t, town.files)
	if _, err := audit.NewSeal(l, "deeds/shuiqu", date(t, "2025-07-04")); err == nil || !strings.Contains(err.Error(), "2025-07-04 早于已有的封存 2025-H1 的日期 2025-07-05") {
		t.Errorf("a seal of an earlier day: %v", err)
	}
	if s, err := audit.NewSeal(l, "deeds/shuiqu", date(t, "2025-07-05")); err != nil || s.Number != 2 {
		t.Errorf("a seal of the same day: %+v, %v", s, err)
	}
}

// A draft is not published, so it is not sealed.
func TestSealLeavesDraftsOut(t *testing.T) {
	town := aTown(t)
	town.edit("reports/2025-h1.md", "+++\n", "+++\ndraft = true\n")
	town.seal("2025-H1", "2025-12-31")
	town.expect("2025-12-31")
	town.edit("reports/2025-h1.md", "draft = true\n", "")
	town.expect("2025-12-31", "这条记录是封存以后补的")
}

// What is not assessed yet, or not in full, cannot be sealed, and the clerk is told what is missing.
func TestSealTooEarly(t *testing.T) {
	town := aTown(t)
	delete(town.files, "assessments/2025-q2.toml")
	l := trial.Load(t, town.files)
	for what, want := range map[string]string{
		"2025-mid":  "没有 2025 年第 2 季度的评议成绩",
		"2025-year": "没有 2025 年第 2 季度的评议成绩",
		"2025-Q4":   "还不能封存",
		"2024-year": "没有 2024 年第 1 季度的评议成绩",
		"2025-H3":   "一年只有",
		"2025-Q5":   "没有 2025 年第 5 季度的评议成绩",
	} {
		if _, err := audit.NewSeal(l, what, date(t, "2025-10-01")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", what, err, want)
		}
	}
}

const aCorrection = `date = %s
page = "suggestions/2025-002"
what = "村"
old = "下河村"
new = "上河村"
reason = "录入时选错了村。"
by = "云岭镇人大办公室"
`

// The figures of the unit, group and villages that a corrected item belongs to, before or after, follow it without a line
// of their own; those of others are told.
func TestOnlyOwnersFollow(t *testing.T) {
	town := aTown(t)
	then := town.seal("2025-H2", "2025-12-31")
	town.edit("suggestions/2025-002.md", "village = \"下河村\"", "village = \"上河村\"")
	now := town.digest(then, "suggestions/2025-002.md")
	town.put("corrections/1.toml", fmt.Sprintf(aCorrection, "2025-12-31")+
		fmt.Sprintf("\n[[sealed]]\nperiod = \"2025-h2\"\nrecord = \"suggestions/2025-002.md\"\nold = %q\nnew = %q\n", digestOf(then, "suggestions/2025-002.md"), now))
	town.expect("2025-12-31")

	// A deputy is moved to another group, which no item tells of: group 1 has nothing to do with the corrected item.
	town.edit("deputies/lin.md", "group = \"第一代表小组\"", "group = \"第二代表小组\"")
	found := town.problems("2025-12-31")
	if len(found) != 1 || !strings.Contains(found[0].Text, "1 的受理 1 → 无") || strings.Contains(found[0].Text, "2 的受理") {
		t.Errorf("%v", found)
	}
}

// What residents cannot read yet explains nothing: a correction of a later day, or a draft.
func TestCorrectionsNotOutDoNotExcuse(t *testing.T) {
	town := aTown(t)
	then := town.seal("2025-H2", "2025-12-31")
	town.edit("suggestions/2025-002.md", "village = \"下河村\"", "village = \"上河村\"")
	now := town.digest(then, "suggestions/2025-002.md")
	lines := fmt.Sprintf("\n[[sealed]]\nperiod = \"2025-h2\"\nrecord = \"suggestions/2025-002.md\"\nold = %q\nnew = %q\n", digestOf(then, "suggestions/2025-002.md"), now)
	town.put("corrections/1.toml", fmt.Sprintf(aCorrection, "2026-01-05")+lines)
	town.expect("2026-01-04", "封存时是xiahe")
	town.expect("2026-01-05")
	town.put("corrections/1.toml", "draft = true\n"+fmt.Sprintf(aCorrection, "2025-12-31")+lines)
	town.expect("2026-01-05", "封存时是xiahe")
}

// A correction of a page that was taken back is shown nowhere, so what it says of another seal is not told either.
func TestCorrectionsOfWithdrawnPagesDoNotExcuse(t *testing.T) {
	town := aTown(t)
	then := town.seal("2025-H2", "2025-12-31")
	town.edit("suggestions/2025-002.md", "village = \"下河村\"", "village = \"上河村\"")
	now := town.digest(then, "suggestions/2025-002.md")
	town.put("corrections/1.toml", strings.Replace(fmt.Sprintf(aCorrection, "2025-12-31"), "suggestions/2025-002", "deeds/shuiqu", 1)+
		fmt.Sprintf("\n[[sealed]]\nperiod = \"2025-h2\"\nrecord = \"suggestions/2025-002.md\"\nold = %q\nnew = %q\n", digestOf(then, "suggestions/2025-002.md"), now))
	town.expect("2025-12-31")
	town.put("withdrawals/1.toml", "page = \"deeds/shuiqu\"\ntitle = \"渠水又来了\"\ndate = 2026-01-05\nreason = \"没有征得本人同意。\"\nby = \"云岭镇人大主席团\"\n")
	town.expect("2026-01-05", "封存时是xiahe")
}

// Residents read what a correction says of sealed figures, so it has to be so.
func TestCorrectionsOfSealedFiguresAreTrue(t *testing.T) {
	for entry, want := range map[string]string{
		`figure = "raised", old = "2", new = "3"`:                             "更正说提出 改为3，现在算出来是2",
		`figure = "raised", old = "9", new = "2"`:                             "原值应当写 2",
		`figure = "raisd", old = "2", new = "3"`:                              "没有封存“raisd”",
		`record = "suggestions/2025-009.md", old = "abc", new = "def"`:        "没有封存“suggestions/2025-009.md”",
		`record = "profile.toml", old = "094c3c1b71b1", new = "194c3c1b71b1"`: "更正说 profile.toml 改为194c3c1b71b1，现在算出来是094c3c1b71b1",
		`figure = "rates.on_time", old = "1/1", new = "别处泄露的一句话"`:             "现在算出来是1/1",
	} {
		town := aTown(t)
		town.seal("2025-H2", "2025-12-31")
		town.put("corrections/1.toml", fmt.Sprintf(aCorrection, "2025-12-31")+"sealed = [{period = \"2025-h2\", "+entry+"}]\n")
		town.expect("2025-12-31", want)
	}
}

// After one correction the next goes on from what that said.
func TestASecondCorrectionGoesOn(t *testing.T) {
	town := aTown(t)
	town.seal("deeds/shuiqu", "2025-12-31")
	for i, day := range []string{"2025-04-02", "2025-04-03"} {
		town.edit("deeds/shuiqu.md", fmt.Sprintf("date = 2025-04-0%d", i+1), "date = "+day)
		found := town.problems("2025-12-31")
		if len(found) != 1 {
			t.Fatalf("%d problems", len(found))
		}
		_, entry, _ := strings.Cut(found[0].Hint, "里面写上 ")
		town.put(fmt.Sprintf("corrections/%d.toml", i), strings.Replace(fmt.Sprintf(aCorrection, "2025-12-31"), "suggestions/2025-002", "deeds/shuiqu", 1)+entry+"\n")
		town.expect("2025-12-31")
	}
}

// digest is that of a record now, as a correction writes it.
func (t town) digest(s *record.Seal, path string) string {
	t.Helper()
	now, err := audit.NewSeal(trial.Load(t.T, t.files), s.What, s.Sealed)
	if err != nil {
		t.Fatal(err)
	}
	return digestOf(now, path)
}

func digestOf(s *record.Seal, path string) string {
	for _, r := range s.Records {
		if r.Path == path {
			return r.SHA256[:12]
		}
	}
	return ""
}
