package generator_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"gongshi/generator"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

var update = flag.Bool("update", false, "take what the golden town builds now as what it should build")

const (
	goldenTown   = "testdata/town"
	goldenPublic = "testdata/town.public"
	accept       = "To accept all differences:\n\tgo test ./generator -run TestGoldenTown -update"
)

var goldenDay = record.Date{Year: 2026, Month: 6, Day: 30}

// The small town has a case of everything: withheld, abstract, merged and returned to another unit, redone, a draft, a
// notice of a later day, full-width and long words, text that looks like HTML or a template. Every byte it builds is on
// record, so a change to any page shows up in review.
func TestGoldenTown(t *testing.T) {
	got, problems := build(t, generator.Options{Content: os.DirFS(goldenTown), On: goldenDay})
	if n := problems.Errors(); n > 0 {
		t.Fatalf("the golden town has %d errors: %v", n, problems)
	}
	if *update {
		accepted(t, got)
		return
	}
	want := readTree(t, goldenPublic)
	wrong := false
	for _, name := range slices.Sorted(maps.Keys(got)) {
		old, known := want[name]
		switch {
		case !known:
			t.Errorf("%s is built and not on record in %s", name, goldenPublic)
			wrong = true
		case !bytes.Equal(old, got[name]):
			t.Errorf("%s differs (- on record, + built):\n%s", name, difference(old, got[name]))
			wrong = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if _, built := got[name]; !built {
			t.Errorf("%s/%s is on record and no longer built", goldenPublic, name)
			wrong = true
		}
	}
	if wrong {
		t.Log(accept)
	}
}

// What the clerk keeps back must show nowhere. Its words carry a mark of their own in the golden town.
func TestGoldenTownKeepsBack(t *testing.T) {
	files, _ := build(t, generator.Options{Content: os.DirFS(goldenTown), On: goldenDay})
	for _, c := range []struct{ mark, what string }{
		{"秘字", "of a withheld item, or of what an abstract leaves out"},
		{"草字", "of a draft"},
		{"后字", "of a notice dated after the board's day"},
	} {
		for name, data := range files {
			if i := bytes.Index(data, []byte(c.mark)); i >= 0 {
				t.Errorf("%s shows words %s: …%s…", name, c.what, excerpt(data, i))
			}
		}
	}
	for _, name := range []string{"suggestions/2026-008.html", "notices/2026-07-06-wanle.html"} {
		if files[name] != nil {
			t.Errorf("%s is built", name)
		}
	}
	if files["suggestions/2026-004.html"] == nil {
		t.Error("the withheld item has no page that says so")
	}

	// A later day shows the notice, asking for drafts shows the draft.
	later, _ := build(t, generator.Options{Content: os.DirFS(goldenTown), On: goldenDay.AddDays(6), Drafts: true})
	if !bytes.Contains(later["notices/2026-07-06-wanle.html"], []byte("后字丙")) {
		t.Error("the notice of 6 July is not shown on 6 July")
	}
	if !bytes.Contains(later["suggestions/2026-008.html"], []byte("草字乙")) {
		t.Error("the draft is not shown when asked for")
	}
}

// build renders a whole site of the default theme, its pages in parallel as the command does.
func build(t testing.TB, o generator.Options) (map[string][]byte, content.Problems) {
	t.Helper()
	if o.Theme == nil {
		o.Theme = themes.Default()
	}
	s, problems, err := generator.Build(o)
	if err != nil {
		t.Fatal(err)
	}
	files, err := render(s)
	if err != nil {
		t.Fatal(err)
	}
	return files, problems
}

func render(s *site.Site) (map[string][]byte, error) {
	data, errs := make([][]byte, len(s.Pages)), make([]error, len(s.Pages))
	next := make(chan int)
	var wg sync.WaitGroup
	for range 2 * runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				var b bytes.Buffer
				errs[i] = s.Pages[i].Write(&b)
				data[i] = b.Bytes()
			}
		})
	}
	for i := range s.Pages {
		next <- i
	}
	close(next)
	wg.Wait()
	files := make(map[string][]byte, len(s.Pages))
	for i, page := range s.Pages {
		if errs[i] != nil {
			return nil, fmt.Errorf("%s: %w", page.Path, errs[i])
		}
		files[page.Path] = data[i]
	}
	return files, nil
}

func readTree(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(fsys, name)
		return err
	})
	if err != nil {
		t.Fatalf("%v\n%s", err, accept)
	}
	return files
}

// accepted makes the tree on record what was built, and nothing else.
func accepted(t *testing.T, files map[string][]byte) {
	t.Helper()
	if err := os.RemoveAll(goldenPublic); err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		file := filepath.Join(goldenPublic, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d files in %s", len(files), goldenPublic)
}

// difference shows what changed, line by line, and stops before it floods the terminal.
func difference(old, now []byte) string {
	if !utf8.Valid(old) || !utf8.Valid(now) {
		return fmt.Sprintf("%d bytes on record, %d built", len(old), len(now))
	}
	lines := strings.SplitAfter(cmp.Diff(strings.Split(string(old), "\n"), strings.Split(string(now), "\n")), "\n")
	const most = 40
	if len(lines) > most {
		lines = append(lines[:most], fmt.Sprintf("… and %d more lines\n", len(lines)-most))
	}
	return strings.Join(lines, "")
}

// excerpt is some text around a place, cut at whole characters.
func excerpt(data []byte, at int) string {
	from, to := max(0, at-60), min(len(data), at+60)
	return strings.ToValidUTF8(string(data[from:to]), "")
}
