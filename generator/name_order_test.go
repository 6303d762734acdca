package generator_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
	"gongshi/generator/content"
	"gongshi/generator/internal/strokes"
	"gongshi/themes"
)

// Every name of the specimen has its place in an order by strokes.
func TestSpecimenNamesAreKnown(t *testing.T) {
	b := specimenBoard()
	for _, d := range b.Deputies {
		if unknown := strokes.Unknown(d.Name); len(unknown) > 0 {
			t.Errorf("%s: the strokes of %q are not known", d.Name, string(unknown))
		}
	}
	if len(b.Deputies) < 100 {
		t.Errorf("only %d deputies", len(b.Deputies))
	}
}

// With name_order the printed lists go by strokes and say so; without it they are as the records are.
func TestNameOrder(t *testing.T) {
	for _, test := range []struct {
		setting, roster, roll, cards string
		said                         bool
	}{
		{"", "沙明远 丁兰", "沙明远 丁兰 倪春燕", "沙明远 丁兰 虞立春 倪春燕", false},
		{`name_order = "登记先后"`, "沙明远 丁兰", "沙明远 丁兰 倪春燕", "沙明远 丁兰 虞立春 倪春燕", false},
		{`name_order = "姓氏笔画"`, "丁兰 沙明远", "丁兰 沙明远 倪春燕", "丁兰 沙明远 倪春燕 虞立春", true},
	} {
		s := namedTown(t, test.setting)
		for _, sheet := range []struct{ path, name, want string }{
			{"sheets/roster-g1.html", `<td>\d+</td><th scope="row">(\p{Han}　?\p{Han}+)</th><td>`, test.roster},
			{"sheets/roll-2026.html", `<li><b>(\p{Han}　?\p{Han}+)</b>`, test.roll},
			{"sheets/table-cards-200x100.html", `<p class="name"[^>]*>(\p{Han}　?\p{Han}+)</p>`, test.cards},
		} {
			text := s[sheet.path]
			var got []string
			for _, m := range regexp.MustCompile(sheet.name).FindAllStringSubmatch(text, -1) {
				if name := m[1]; !slices.Contains(got, name) { // a card has its name on both faces
					got = append(got, name)
				}
			}
			want := strings.Fields(sheet.want)
			want[slices.Index(want, "丁兰")] = "丁　兰"
			if !slices.Equal(got, want) {
				t.Errorf("%q: %s has %v, want %v", test.setting, sheet.path, got, want)
			}
			if said := strings.Contains(text, "（按姓氏笔画为序）"); said != (test.said && sheet.path != "sheets/table-cards-200x100.html") {
				t.Errorf("%q: %s says its order: %v", test.setting, sheet.path, said)
			}
		}
		// what is read on a screen, searched and copied has names without spaces, in the order of the records
		for _, page := range []string{"groups/g1.html", "commendations/2026.html", "data/v1/deputies.csv"} {
			if text := s[page]; !strings.Contains(text, "丁兰") || strings.Contains(text, "丁　兰") {
				t.Errorf("%s spaces the name", page)
			}
		}
	}
}

// namedTown is pages of the golden town with a setting in town.toml, one name of two characters, and honours.
func namedTown(t *testing.T, setting string) map[string]string {
	t.Helper()
	files := changed(t, goldenTown, func(name string, f *fstest.MapFile) {
		if name == "town.toml" {
			f.Data = append([]byte(setting+"\n"), f.Data...)
		}
		f.Data = bytes.ReplaceAll(f.Data, []byte("祝小兰"), []byte("丁兰"))
	})
	files["commendations/2026.md"] = &fstest.MapFile{Data: []byte(`+++
title = "2026年度表彰"
year = 2026
date = 2026-06-20
method = "主席团会议投票。"
deputies = [
  { deputy = "沙明远", name = "优秀人大代表", for = 3, present = 3, basis = "带头走访。" },
  { deputy = "丁兰", name = "优秀人大代表", for = 3, present = 3, basis = "建议办成。" },
  { deputy = "倪春燕", name = "优秀人大代表", for = 3, present = 3, basis = "接待群众。" },
]
+++
`)}
	s, problems, err := generator.Build(generator.Options{Content: files, Theme: themes.Default(), On: goldenDay})
	if err != nil {
		t.Fatal(err, problems)
	}
	text := map[string]string{}
	for _, path := range []string{"sheets/roster-g1.html", "sheets/roll-2026.html", "sheets/table-cards-200x100.html", "groups/g1.html", "commendations/2026.html", "data/v1/deputies.csv"} {
		page, ok := s.Page(path)
		if !ok {
			t.Fatalf("no page %s: %v", path, problems)
		}
		var b bytes.Buffer
		if err := page.Write(&b); err != nil {
			t.Fatal(err)
		}
		text[path] = b.String()
	}
	return text
}

func TestNameOrderOfNoKind(t *testing.T) {
	files := changed(t, goldenTown, func(name string, f *fstest.MapFile) {
		if name == "town.toml" {
			f.Data = append([]byte("# 名单\nname_order = \"stroke\"\n"), f.Data...)
		}
	})
	_, problems, _ := generator.Build(generator.Options{Content: files, Theme: themes.Default(), On: goldenDay})
	i := slices.IndexFunc(problems, func(p content.Problem) bool { return p.Rule == "value-unknown" })
	if i < 0 {
		t.Fatal("no problem", problems)
	}
	if p := problems[i]; p.Pos.String() != "town.toml:2:14" || p.Text != "“name_order（姓名排列）”不能写“stroke”" || p.Hint != "可以写：登记先后、姓氏笔画" {
		t.Errorf("%v: %s %s", p.Pos, p.Text, p.Hint)
	}
}

// A size of table card that no paper holds is told with its place, as one that is written wrong.
func TestTableCardsOfNoSize(t *testing.T) {
	files := changed(t, goldenTown, func(name string, f *fstest.MapFile) {
		if name == "town.toml" {
			f.Data = append([]byte("table_cards = [\"200x100\", \"300x150\", \"大\"]\n"), f.Data...)
		}
	})
	_, problems, _ := generator.Build(generator.Options{Content: files, Theme: themes.Default(), On: goldenDay})
	var got []string
	for _, p := range problems {
		got = append(got, p.Pos.String()+" "+p.Text)
	}
	if text := strings.Join(got, "\n"); !strings.Contains(text, "town.toml:1") || !strings.Contains(text, "印不下") || !strings.Contains(text, "写得不对") {
		t.Errorf("problems are\n%s", text)
	}
}
