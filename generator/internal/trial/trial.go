// Package trial tries lists of rules in tests: on archives that each show one rule, over a township that is in order.
package trial

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

// YearEnd is the day on which ledgers are judged unless an archive has a file "on".
var YearEnd = record.Date{Year: 2025, Month: 12, Day: 31}

// base is the folder of the township that is in order, from the folder of a package beside check.
const base = "../check/testdata/base"

// A Judge puts a list of rules to a ledger: check.All, audit.All.
type Judge func(l *record.Ledger, on record.Date) content.Problems

// Archives lays each archive of testdata over the township that is in order, and expects the problems the archive names,
// and no others. Every rule of the list has an archive of its name, and every archive a rule. Expectations stand in a
// comment on the line they belong to:
//
//	raised = 2025-02-01 # want error "早于" # also "提出日期"
//	[[replies]]         # want warning other-rule "…"
//
// want is a problem of the archive's own rule, or of the one it names, by its text（and hint）; also is the other side of
// some problem. What belongs to no line of a record stands in a file "want", as path: or path:line: and the same comment.
// A file "without" lists files of the base that are left out, and a file "on" gives the day.
func Archives(t *testing.T, rules []check.Rule, judge Judge) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range archives {
		name := strings.TrimSuffix(filepath.Base(a), ".txtar")
		names = append(names, name)
		t.Run(name, func(t *testing.T) { try(t, judge, name, a) })
		if !slices.ContainsFunc(rules, func(r check.Rule) bool { return r.Name == name }) {
			t.Errorf("testdata/%s.txtar has no rule", name)
		}
	}
	for _, r := range rules {
		if !slices.Contains(names, r.Name) {
			t.Errorf("rule %s has no archive testdata/%s.txtar", r.Name, r.Name)
		}
	}
}

// InOrder expects no problem in the township that is in order, at the year's middle and end.
func InOrder(t *testing.T, judge Judge) {
	for _, on := range []record.Date{YearEnd, {Year: 2025, Month: 6, Day: 30}} {
		for _, p := range judge(Load(t, Base(t)), on) {
			t.Errorf("on %v: %s", on, Say(p))
		}
	}
}

// Described expects of every rule a name of its own, a sentence and a source.
func Described(t *testing.T, rules []check.Rule) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, r := range rules {
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

func try(t *testing.T, judge Judge, name, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(archive.Comment))) == 0 {
		t.Error("the archive does not say what it shows")
	}
	files, on := Base(t), YearEnd
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
	for _, p := range judge(Load(t, files), on) {
		if p.Hint == "" || !chinese(p.Text) || !chinese(p.Hint) {
			t.Errorf("no text and hint in Chinese: %s", Say(p))
		}
		if p.Pos.File == "" {
			t.Errorf("no place: %s", Say(p))
		}
		if !meet(want, expectation{pos: p.Pos, level: p.Level.String(), rule: p.Rule}, p.Text+"（"+p.Hint+"）") {
			t.Errorf("not expected: %s", Say(p))
		}
		for _, a := range p.Also {
			if a.Pos.File == "" || a.Text == "" {
				t.Errorf("no place or no text on the other side: %s", Say(p))
			}
			if !meet(want, expectation{pos: a.Pos, also: true}, a.Text) {
				t.Errorf("other side not expected: %s: %s\n\tof %s", a.Pos, a.Text, Say(p))
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

// Base is the township that is in order.
func Base(t testing.TB) fstest.MapFS {
	files := fstest.MapFS{}
	root := os.DirFS(base)
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

// Load reads a ledger that has no reading problems, so that every record in it is judged.
func Load(t testing.TB, files fs.FS) *record.Ledger {
	read, problems := content.Read(files)
	l, more := record.Load(read)
	for _, p := range append(problems, more...) {
		t.Errorf("reading: %s", Say(p))
	}
	return l
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

// Say is a problem in a line for a test's log, with a line for each other side.
func Say(p content.Problem) string {
	s := fmt.Sprintf("%s: %s %s: %s（%s）", p.Pos, p.Level, p.Rule, p.Text, p.Hint)
	for _, a := range p.Also {
		s += fmt.Sprintf("\n\talso %s: %s", a.Pos, a.Text)
	}
	return s
}
