package check_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// yearEnd is the day on which ledgers are judged unless an archive has a file "on".
var yearEnd = record.Date{Year: 2025, Month: 12, Day: 31}

// TestRules lays each archive of testdata over the township of testdata/base, which is in order, and expects the
// problems the archive names, and no others. Expectations stand in a comment on the line they belong to:
//
//	raised = 2025-02-01 # want error "早于" # also "提出日期"
//	[[replies]]         # want warning other-rule "…"
//
// want is a problem of the archive's own rule, or of the one it names, by its text（and hint）; also is the other side of
// some problem. What
// belongs to no line of a record stands in a file "want", as path: or path:line: and the same comment. A file
// "without" lists files of the base that are left out.
func TestRules(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range archives {
		name := strings.TrimSuffix(filepath.Base(a), ".txtar")
		names = append(names, name)
		t.Run(name, func(t *testing.T) { runArchive(t, name, a) })
	}
	for _, r := range check.Rules {
		if !slices.Contains(names, r.Name) {
			t.Errorf("rule %s has no archive testdata/%s.txtar", r.Name, r.Name)
		}
	}
	for _, name := range names {
		if ruleOf(name) == nil {
			t.Errorf("testdata/%s.txtar has no rule", name)
		}
	}
}

func TestBase(t *testing.T) {
	for _, on := range []record.Date{yearEnd, {Year: 2025, Month: 6, Day: 30}} {
		for _, p := range check.All(load(t, base(t)), on) {
			t.Errorf("on %v: %s", on, say(p))
		}
	}
}

func TestRulesAreDescribed(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, r := range check.Rules {
		if !name.MatchString(r.Name) || seen[r.Name] {
			t.Errorf("%q is not a name, or that of two rules", r.Name)
		}
		seen[r.Name] = true
		if !strings.HasSuffix(r.Doc, "。") || strings.Count(r.Doc, "。") != 1 {
			t.Errorf("%s: the doc is not one sentence: %s", r.Name, r.Doc)
		}
		if r.Source == "" || strings.Contains(r.Source, "条") {
			t.Errorf("%s: the source is missing or quotes an article: %s", r.Name, r.Source)
		}
	}
}

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
		files := base(t)
		files["suggestions/2025-009.md"] = &fstest.MapFile{Data: []byte("+++\n" + test.toml + "+++\n")}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		if got := check.All(l, yearEnd); (len(got) > 0) != test.problems {
			t.Errorf("%s: %d problems", test.name, len(got))
			for _, p := range got {
				t.Log(say(p))
			}
		}
	}
}

// Nothing about missing quarters is said while one of them cannot be read, nor anything that needs a profile that cannot.
func TestFaultyNeighbours(t *testing.T) {
	for _, file := range []string{"assessments/2025-q2.toml", "profile.toml", "town.toml", "schemes/2025.toml", "units/gonglu.toml", "deputies/lin.md", "groups/1.toml", "stations/1.toml"} {
		files := base(t)
		data := string(files[file].Data)
		if front, ok := strings.CutPrefix(data, "+++\n"); ok {
			data = "+++\nno_such_key = 1\n" + front
		} else {
			data = "no_such_key = 1\n" + data
		}
		files[file] = &fstest.MapFile{Data: []byte(data)}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		for _, p := range check.All(l, yearEnd) {
			t.Errorf("%s faulty: %s", file, say(p))
		}
	}
}

// A ledger of which nothing could be read is judged without a panic.
func TestEmpty(t *testing.T) {
	l, _ := record.Load(nil)
	if ps := check.All(l, yearEnd); len(ps) > 0 {
		t.Error(ps)
	}
}

func runArchive(t *testing.T, name, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(archive.Comment))) == 0 {
		t.Error("the archive does not say what it shows")
	}
	files, on := base(t), yearEnd
	var want []expectation
	for _, f := range archive.Files {
		text := string(f.Data)
		switch f.Name {
		case "on":
			if on, err = record.ParseDate(strings.TrimSpace(text)); err != nil {
				t.Fatal(err)
			}
		case "without":
			for _, gone := range strings.Fields(text) {
				if files[gone] == nil {
					t.Errorf("without: the base has no %s", gone)
				}
				delete(files, gone)
			}
		case "want":
			for line := range strings.Lines(text) {
				at, rest, _ := strings.Cut(line, ": ")
				pos := content.Pos{File: at}
				if path, n, ok := strings.Cut(at, ":"); ok {
					pos.File = path
					if pos.Line, err = strconv.Atoi(n); err != nil {
						t.Fatalf("want: %s", line)
					}
				}
				want = append(want, expectations(t, name, pos, rest)...)
			}
		default:
			files[f.Name] = &fstest.MapFile{Data: f.Data}
			n := 0
			for line := range strings.Lines(text) {
				n++
				want = append(want, expectations(t, name, content.Pos{File: f.Name, Line: n}, line)...)
			}
		}
	}
	if !slices.ContainsFunc(want, func(e expectation) bool { return e.rule == name && !e.also }) {
		t.Error("the archive expects no problem of its rule")
	}
	for _, p := range check.All(load(t, files), on) {
		if p.Hint == "" || !chinese(p.Text) || !chinese(p.Hint) {
			t.Errorf("no text and hint in Chinese: %s", say(p))
		}
		if p.Pos.File == "" {
			t.Errorf("no place: %s", say(p))
		}
		if !meet(want, expectation{pos: p.Pos, level: p.Level.String(), rule: p.Rule}, p.Text+"（"+p.Hint+"）") {
			t.Errorf("not expected: %s", say(p))
		}
		for _, a := range p.Also {
			if a.Pos.File == "" || a.Text == "" {
				t.Errorf("no place or no text on the other side: %s", say(p))
			}
			if !meet(want, expectation{pos: a.Pos, also: true}, a.Text) {
				t.Errorf("other side not expected: %s: %s\n\tof %s", a.Pos, a.Text, say(p))
			}
		}
	}
	for _, e := range want {
		if !e.met {
			t.Errorf("%s: nothing matches %q", e.pos, e.text)
		}
	}
}

// An expectation is one want or also of an archive. A want is met by one problem, an also by any number of them.
type expectation struct {
	pos         content.Pos
	also        bool
	level, rule string
	text        *regexp.Regexp
	met         bool
}

var comment = regexp.MustCompile(`# (want|also)(?: (error|warning))?(?: ([a-z-]+))? "([^"]*)"`)

func expectations(t *testing.T, rule string, pos content.Pos, line string) (all []expectation) {
	found := comment.FindAllStringSubmatch(line, -1)
	if len(found) != strings.Count(line, "# want")+strings.Count(line, "# also") {
		t.Errorf("%s: cannot read the expectation: %s", pos, line)
	}
	for _, m := range found {
		e := expectation{pos: pos, also: m[1] == "also", level: m[2], rule: m[3], text: regexp.MustCompile(m[4])}
		if !e.also && e.rule == "" {
			e.rule = rule
		}
		if !e.also && e.level == "" {
			t.Errorf("%s: want needs error or warning: %s", pos, line)
		}
		all = append(all, e)
	}
	return all
}

// meet marks the expectation that a problem or an other side fits, a fresh one if there is.
func meet(want []expectation, got expectation, text string) bool {
	fits := func(e expectation) bool {
		return e.pos.File == got.pos.File && e.pos.Line == got.pos.Line && e.also == got.also &&
			e.level == got.level && e.rule == got.rule && e.text.MatchString(text)
	}
	i := slices.IndexFunc(want, func(e expectation) bool { return !e.met && fits(e) })
	if i < 0 {
		return got.also && slices.ContainsFunc(want, fits)
	}
	want[i].met = true
	return true
}

// base is the township that is in order.
func base(t testing.TB) fstest.MapFS {
	files := fstest.MapFS{}
	root := os.DirFS("testdata/base")
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// load reads a ledger that has no reading problems, so that every record in it is judged.
func load(t testing.TB, files fs.FS) *record.Ledger {
	read, problems := content.Read(files)
	l, more := record.Load(read)
	for _, p := range append(problems, more...) {
		t.Errorf("reading: %s", say(p))
	}
	return l
}

func ruleOf(name string) *check.Rule {
	for i := range check.Rules {
		if check.Rules[i].Name == name {
			return &check.Rules[i]
		}
	}
	return nil
}

func chinese(s string) bool {
	n := 0
	for _, r := range s {
		if r >= 0x4e00 && r < 0xa000 {
			n++
		}
	}
	return n >= 3 && utf8.ValidString(s)
}

func say(p content.Problem) string {
	s := fmt.Sprintf("%s: %s %s: %s（%s）", p.Pos, p.Level, p.Rule, p.Text, p.Hint)
	for _, a := range p.Also {
		s += fmt.Sprintf("\n\talso %s: %s", a.Pos, a.Text)
	}
	return s
}

// BenchmarkAll judges 5,000 suggestions; time a suggestion must not grow with their number.
func BenchmarkAll(b *testing.B) {
	for _, n := range []int{500, 5000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			files := base(b)
			text := string(files["suggestions/2025-001.md"].Data)
			for i := range n {
				id := fmt.Sprintf("%05d", i+10)
				s := strings.NewReplacer("3-5-001", "3-5-"+id, "云水〔2025〕1号", "云水〔2025〕"+id+"号").Replace(text)
				files["suggestions/2025-"+id+".md"] = &fstest.MapFile{Data: []byte(s)}
			}
			l := load(b, files)
			if ps := check.All(l, yearEnd); len(ps) > 0 {
				b.Fatal(say(ps[0]))
			}
			b.ReportAllocs()
			for b.Loop() {
				check.All(l, yearEnd)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/suggestion")
		})
	}
}
