package check_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/internal/trial"
	"gongshi/generator/record"
)

// Each rule has its archive in testdata; how one is written is said at trial.Archives.
func TestRules(t *testing.T) { trial.Archives(t, check.Rules, check.All) }

func TestBase(t *testing.T) { trial.InOrder(t, check.All) }

func TestRulesAreDescribed(t *testing.T) { trial.Described(t, check.Rules) }

// A record that reading found a problem in is not judged, and a draft is not.
func TestNotJudged(t *testing.T) {
	const wrong = "number = \"3-5-009\"\ntitle = \"草稿\"\nkind = \"建议\"\ntopic = \"其他\"\nraised = 2020-01-01\nsession = 9\nlead = \"林一舟\"\npublic = \"摘要\"\n"
	for _, test := range []struct {
		name, toml string
		problems   bool
	}{
		{"judged", wrong, true},
		{"draft", wrong + "draft = true\n", false},
		{"faulty", wrong + "no_such_key = 1\n", false},
	} {
		files := trial.Base(t)
		files["suggestions/2025-009.md"] = &fstest.MapFile{Data: []byte("+++\n" + test.toml + "+++\n")}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		if got := check.All(l, trial.YearEnd); (len(got) > 0) != test.problems {
			t.Errorf("%s: %d problems", test.name, len(got))
			for _, p := range got {
				t.Log(trial.Say(p))
			}
		}
	}
}

// A draft that is shown is kept from telling what is nobody's business, and is not judged otherwise. The number is made up.
func TestDrafts(t *testing.T) {
	files := trial.Base(t)
	files["suggestions/2025-009.md"] = &fstest.MapFile{Data: []byte("+++\nnumber = \"3-5-009\"\ntitle = \"草稿\"\nkind = \"建议\"\ntopic = \"其他\"\nraised = 2020-01-01\nsession = 9\nlead = \"林一舟\"\npublic = \"摘要\"\ndraft = true\n+++\n老王13800138000\n")}
	l := trial.Load(t, files)
	if got := check.All(l, trial.YearEnd); len(got) > 0 {
		t.Error(got)
	}
	got := check.Drafts(l, trial.YearEnd)
	if len(got) != 1 || got[0].Rule != "private-data" || got[0].Pos.String() != "suggestions/2025-009.md:12:3" {
		t.Error(got)
	}
}

// Nothing about missing quarters is said while one of them cannot be read, nor anything that needs a profile that cannot.
func TestFaultyNeighbours(t *testing.T) {
	for _, file := range []string{"assessments/2025-q2.toml", "profile.toml", "town.toml", "schemes/2025.toml", "units/gonglu.toml", "deputies/lin.md", "groups/1.toml", "stations/1.toml"} {
		files := trial.Base(t)
		data := string(files[file].Data)
		if front, ok := strings.CutPrefix(data, "+++\n"); ok {
			data = "+++\nno_such_key = 1\n" + front
		} else {
			data = "no_such_key = 1\n" + data
		}
		files[file] = &fstest.MapFile{Data: []byte(data)}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		for _, p := range check.All(l, trial.YearEnd) {
			t.Errorf("%s faulty: %s", file, trial.Say(p))
		}
	}
}

// A ledger of which nothing could be read is judged without a panic.
func TestEmpty(t *testing.T) {
	l, _ := record.Load(nil)
	if ps := check.All(l, trial.YearEnd); len(ps) > 0 {
		t.Error(ps)
	}
}

// BenchmarkAll judges 5,000 suggestions; time a suggestion must not grow with their number.
func BenchmarkAll(b *testing.B) {
	for _, n := range []int{500, 5000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			files := trial.Base(b)
			text := string(files["suggestions/2025-001.md"].Data)
			for i := range n {
				id := fmt.Sprintf("%05d", i+10)
				s := strings.NewReplacer("3-5-001", "3-5-"+id, "云水〔2025〕1号", "云水〔2025〕"+id+"号").Replace(text)
				files["suggestions/2025-"+id+".md"] = &fstest.MapFile{Data: []byte(s)}
			}
			l := trial.Load(b, files)
			if ps := check.All(l, trial.YearEnd); len(ps) > 0 {
				b.Fatal(trial.Say(ps[0]))
			}
			b.ReportAllocs()
			for b.Loop() {
				check.All(l, trial.YearEnd)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/suggestion")
		})
	}
}
