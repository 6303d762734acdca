// Package bench measures every step of the flow on a made-up township. See README.md for how to run and to compare.
package bench

import (
	"flag"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"gongshi/bench/town"
	"gongshi/generator"
	"gongshi/generator/board"
	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/publish"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

var (
	records = flag.Int("records", 2000, "number of records of the town")
	seed    = flag.Uint64("seed", 1, "another seed gives another town of the same shape")
)

// folder is the town's content, made once for all benchmarks.
var folder = sync.OnceValue(func() fstest.MapFS { return town.Files(*records, *seed) })

// The steps, each from the ones before it; a problem anywhere means that something else than a sound town was measured.

func read(b *testing.B) []*content.File {
	files, problems := content.Read(folder())
	none(b, problems)
	return files
}

func load(b *testing.B, files []*content.File) *record.Ledger {
	ledger, problems := record.Load(files)
	none(b, problems)
	return ledger
}

func boardOf(b *testing.B) *board.Board {
	l := load(b, read(b))
	return board.Of(l, l.Town.On, false)
}

func loadTheme(b *testing.B) *site.Theme {
	theme, err := site.LoadTheme(themes.Default(), nil, "")
	if err != nil {
		b.Fatal(err)
	}
	return theme
}

func plan(b *testing.B, on *board.Board, theme *site.Theme) *site.Site {
	s, err := site.Plan(on, theme, folder(), nil)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func none(b *testing.B, problems content.Problems) {
	b.Helper()
	if len(problems) > 0 {
		p := problems[0]
		b.Fatalf("%d problems, the first: %s:%d: %s: %s", len(problems), p.Pos.File, p.Pos.Line, p.Rule, p.Text)
	}
}

// A counter counts what is written to it and forgets it.
type counter struct{ bytes *atomic.Int64 }

func (c counter) Write(p []byte) (int, error) {
	c.bytes.Add(int64(len(p)))
	return len(p), nil
}

// render makes every page on all processors, as a build does, and gives the bytes of them all.
func render(b *testing.B, s *site.Site) int64 {
	var bytes, next atomic.Int64
	var workers sync.WaitGroup
	var first sync.Once
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			var out io.Writer = counter{&bytes}
			for i := next.Add(1) - 1; i < int64(len(s.Pages)); i = next.Add(1) - 1 {
				if err := s.Pages[i].Write(out); err != nil {
					first.Do(func() { b.Errorf("%s: %v", s.Pages[i].Path, err) })
				}
			}
		})
	}
	workers.Wait()
	return bytes.Load()
}

// size is the bytes of the town's files.
func size() int64 {
	n := 0
	for _, f := range folder() {
		n += len(f.Data)
	}
	return int64(n)
}

// amount reports what one round of a benchmark dealt with.
func amount(b *testing.B, n int, of string, bytes int64) {
	b.ReportMetric(float64(n), of)
	if bytes > 0 {
		b.ReportMetric(float64(bytes)/1e6, "MB")
	}
}

// BenchmarkRead reads all files and turns their Markdown into HTML.
func BenchmarkRead(b *testing.B) {
	folder()
	b.ReportAllocs()
	for b.Loop() {
		read(b)
	}
	amount(b, len(folder()), "files", size())
}

// BenchmarkLoad decodes all records and links them. Decoding keeps what it finds in the files, so every round gets
// files that were just read; reading is not timed.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		files := read(b)
		b.StartTimer()
		load(b, files)
	}
	amount(b, len(folder()), "files", size())
}

// BenchmarkCheck puts all rules to the ledger.
func BenchmarkCheck(b *testing.B) {
	l := load(b, read(b))
	b.ReportAllocs()
	for b.Loop() {
		none(b, check.All(l, l.Town.On))
	}
	amount(b, len(check.Rules), "rules", 0)
}

// BenchmarkBoard computes what the board shows.
func BenchmarkBoard(b *testing.B) {
	l := load(b, read(b))
	b.ReportAllocs()
	cases := 0
	for b.Loop() {
		cases = len(board.Of(l, l.Town.On, false).Cases)
	}
	amount(b, cases, "cases", 0)
}

// BenchmarkTheme reads and parses the default theme.
func BenchmarkTheme(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadTheme(b)
	}
}

// BenchmarkPlan lays out all pages without making one.
func BenchmarkPlan(b *testing.B) {
	on, theme := boardOf(b), loadTheme(b)
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		pages = len(plan(b, on, theme).Pages)
	}
	amount(b, pages, "pages", 0)
}

// BenchmarkRender makes all pages and throws them away. Every round gets a board, a theme and a plan that have made no
// page yet; they are not timed.
func BenchmarkRender(b *testing.B) {
	b.ReportAllocs()
	pages, bytes := 0, int64(0)
	for b.Loop() {
		b.StopTimer()
		s := plan(b, boardOf(b), loadTheme(b))
		b.StartTimer()
		pages, bytes = len(s.Pages), render(b, s)
	}
	amount(b, pages, "pages", bytes)
}

// BenchmarkSearch makes the files in which search finds words, without the pages. Every round gets a board and a plan that have
// made none yet; they are not timed.
func BenchmarkSearch(b *testing.B) {
	b.ReportAllocs()
	files, bytes := 0, int64(0)
	for b.Loop() {
		b.StopTimer()
		s := plan(b, boardOf(b), loadTheme(b))
		s = site.New(s.On, slices.DeleteFunc(s.Pages, func(p site.Page) bool { return !strings.HasPrefix(p.Path, "search/") }))
		b.StartTimer()
		files, bytes = len(s.Pages), render(b, s)
	}
	amount(b, files, "files", bytes)
}

// BenchmarkPublish makes all pages and writes them over an earlier board that is the same. It measures the disk too.
func BenchmarkPublish(b *testing.B) {
	s := plan(b, boardOf(b), loadTheme(b))
	dir := b.TempDir() + "/public"
	b.ReportAllocs()
	var result *publish.Result
	for b.Loop() {
		var err error
		if result, err = publish.Write(s, dir); err != nil {
			b.Fatal(err)
		}
	}
	amount(b, result.Pages, "pages", result.Bytes)
}

// BenchmarkBuild is everything from the files to the plan.
func BenchmarkBuild(b *testing.B) {
	folder()
	b.ReportAllocs()
	for b.Loop() {
		build(b)
	}
	amount(b, len(folder()), "files", size())
}

// BenchmarkWhole is everything from the files to the last byte of the last page, without the disk: what the program
// does between reading and writing.
func BenchmarkWhole(b *testing.B) {
	folder()
	b.ReportAllocs()
	pages, bytes := 0, int64(0)
	for b.Loop() {
		s := build(b)
		pages, bytes = len(s.Pages), render(b, s)
	}
	amount(b, pages, "pages", bytes)
}

func build(b *testing.B) *site.Site {
	s, problems, err := generator.Build(generator.Options{Content: folder(), Theme: themes.Default()})
	none(b, problems)
	if err != nil {
		b.Fatal(err)
	}
	return s
}
