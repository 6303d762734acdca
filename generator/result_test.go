package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
	"gongshi/generator/record"
	"gongshi/themes"
)

// specimenWith builds the specimen with other text in some of its files, as of the year's last day: every file by its path.
func specimenWith(t *testing.T, change func(name, text string) string) map[string]string {
	t.Helper()
	files := changed(t, specimen, func(name string, f *fstest.MapFile) { f.Data = []byte(change(name, string(f.Data))) })
	s, _, err := generator.Build(generator.Options{Content: files, Theme: themes.Default(), On: record.Date{Year: 2025, Month: 12, Day: 31}})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, p := range s.Pages {
		var b strings.Builder
		if err := p.Write(&b); err != nil {
			t.Fatal(err)
		}
		all[p.Path] = b.String()
	}
	return all
}

// Three results refused make the determination: its paper with the three items, and the unit, first of its class, gets
// neither plaque nor commendation.
func TestDeterminationPaper(t *testing.T) {
	refused := []string{"2025-002", "2025-017", "2025-032"}
	files := specimenWith(t, func(name, text string) string {
		for _, id := range refused {
			if name == "suggestions/"+id+".md" {
				return strings.Replace(text, "\nsatisfaction = \"满意\"\n", "\nsatisfaction = \"不满意\"\nnot_accepted = true\nwhy = \"没有办\"\n", 1)
			}
		}
		return text
	})
	paper := files["sheets/determination-2025-gongdian.html"]
	for _, id := range refused {
		if number := "12-5-" + id[5:]; !strings.Contains(paper, number) {
			t.Errorf("the determination does not name %s", number)
		}
	}
	for _, want := range []string{"陶志光", "不得评先评优", "抄送："} {
		if !strings.Contains(paper, want) {
			t.Errorf("the determination does not say %s", want)
		}
	}
	for _, path := range []string{"sanctions.html", "units/gongdian.html"} {
		if !strings.Contains(files[path], "sheets/determination-2025-gongdian.html") {
			t.Errorf("%s does not lead to the determination", path)
		}
	}
	if files["sheets/plaque-2025-gongdian.html"] != "" || strings.Contains(files["sheets/commend-2025.html"], "供电所") {
		t.Error("a unit over the limit is honoured")
	}
	if files["sheets/plaque-2025-bianmin.html"] == "" {
		t.Error("the next in the class is not honoured in its place")
	}
}

// A veto is shown wherever the unit's score is, and costs the year's honours.
func TestVetoShown(t *testing.T) {
	files := specimenWith(t, func(name, text string) string {
		if name == "assessments/2025-q4.toml" {
			text += "\n[[vetoes]]\nunit = \"司法所\"\nevidence = \"FJ-2025-001\"\nreason = \"发生责任事故\"\n"
		}
		return text
	})
	for _, path := range []string{"assessments/2025-q4.html", "units/sifa.html", "deductions.html"} {
		if !strings.Contains(files[path], "发生责任事故") || !strings.Contains(files[path], "FJ-2025-001") {
			t.Errorf("%s does not show the veto with its evidence", path)
		}
	}
	for _, path := range []string{"assessments/2025-year.html", "sheets/result-2025-q4.html", "sheets/result-2025-year.html"} {
		if !strings.Contains(files[path], "一票否决") {
			t.Errorf("%s does not show the veto", path)
		}
	}
	if files["sheets/plaque-2025-sifa.html"] != "" || strings.Contains(files["sheets/commend-2025.html"], "司法所") {
		t.Error("a unit with a veto is honoured")
	}
}
