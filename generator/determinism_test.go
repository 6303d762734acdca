package generator_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gongshi/generator"
	"gongshi/generator/audit"
	"gongshi/generator/publish"
	"gongshi/themes"
)

const specimen = "../content"

func TestBuildsAreEqual(t *testing.T) {
	for _, c := range []struct {
		dir   string
		times int
	}{{goldenTown, 10}, {specimen, 2}} {
		o := generator.Options{Content: os.DirFS(c.dir)}
		first, problems := build(t, o)
		for i := 1; i < c.times; i++ {
			again, more := build(t, o)
			same(t, fmt.Sprintf("%s, build %d", c.dir, i+1), first, again)
			if fmt.Sprint(problems) != fmt.Sprint(more) {
				t.Errorf("%s, build %d: other problems", c.dir, i+1)
			}
		}
	}
}

func TestBuildsAreEqualOnAnyCores(t *testing.T) {
	o := generator.Options{Content: os.DirFS(goldenTown)}
	want, _ := build(t, o)
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, n := range []int{1, 2, 3, 2 * runtime.NumCPU()} {
		runtime.GOMAXPROCS(n)
		got, _ := build(t, o)
		same(t, fmt.Sprintf("GOMAXPROCS=%d", n), want, got)
	}
}

// The order in which a file system lists files is its own affair, and so are the times and rights it gives them.
func TestBuildsAreEqualOnAnyFileSystem(t *testing.T) {
	want, wantProblems := build(t, generator.Options{Content: os.DirFS(goldenTown)})
	for seed := range uint64(5) {
		got, problems := build(t, generator.Options{Content: shuffled{os.DirFS(goldenTown), seed}, Theme: shuffled{themes.Default(), seed}})
		same(t, fmt.Sprintf("files shuffled with seed %d", seed), want, got)
		if fmt.Sprint(problems) != fmt.Sprint(wantProblems) {
			t.Errorf("files shuffled with seed %d: other problems", seed)
		}
	}
	got, _ := build(t, generator.Options{Content: changed(t, goldenTown, func(_ string, f *fstest.MapFile) {
		f.ModTime, f.Mode = time.Date(2041, 12, 31, 23, 59, 59, 0, time.UTC), 0o400
	})})
	same(t, "other times and rights", want, got)
}

// Records saved by Windows editors, with a byte order mark and CRLF, make the same pages.
func TestBuildsAreEqualFromWindowsFiles(t *testing.T) {
	for _, dir := range []string{goldenTown, specimen} {
		want, wantProblems := build(t, generator.Options{Content: os.DirFS(dir)})
		got, problems := build(t, generator.Options{Content: changed(t, dir, func(name string, f *fstest.MapFile) {
			if ext := path.Ext(name); ext == ".md" || ext == ".toml" {
				f.Data = append([]byte("\ufeff"), bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))...)
			}
		})})
		same(t, dir+" with CRLF and a byte order mark", want, got)
		if fmt.Sprint(problems) != fmt.Sprint(wantProblems) {
			t.Errorf("%s with CRLF and a byte order mark: other problems:\n%v\n%v", dir, wantProblems, problems)
		}
	}
}

// Whatever the machine, a published folder is the same to the byte, with its open data, seals, feed, calendar and manifest.
func TestPublishedFoldersAreEqual(t *testing.T) {
	town := sealed(t, changed(t, goldenTown, func(string, *fstest.MapFile) {}), "2026-H1")
	here, cores := time.Local, runtime.GOMAXPROCS(0)
	defer func() { time.Local = here; runtime.GOMAXPROCS(cores) }()
	var want map[string][]byte
	for i := range 10 {
		time.Local = time.FixedZone("elsewhere", (i*5-24)*3600/2) // from 12 hours behind to 10½ ahead
		t.Setenv("LANG", []string{"C", "zh_CN.GB18030", "tr_TR.UTF-8"}[i%3])
		t.Setenv("LC_ALL", []string{"", "de_DE.UTF-8"}[i%2])
		runtime.GOMAXPROCS([]int{1, 2, 8}[i%3])
		s, problems, err := generator.Build(generator.Options{Content: shuffled{town, uint64(i)}, Theme: shuffled{themes.Default(), uint64(i)}, On: goldenDay})
		if err != nil || problems.Errors() > 0 {
			t.Fatal(err, problems)
		}
		dir := filepath.Join(t.TempDir(), "public")
		if _, err := publish.Write(s, dir); err != nil {
			t.Fatal(err)
		}
		got := readTree(t, dir)
		if i == 0 {
			want = got
			for _, name := range []string{"index.html", "data/v1/figures.json", "sealed/2026-h1.toml", "feed.xml", "calendar.ics", "manifest.json"} {
				if got[name] == nil {
					t.Errorf("there is no %s to compare", name)
				}
			}
		}
		same(t, fmt.Sprintf("published %d times", i+1), want, got)
	}
}

// sealed adds the seal of a period to a town, made on the golden day.
func sealed(t *testing.T, town fstest.MapFS, what string) fstest.MapFS {
	t.Helper()
	ledger, on, problems := generator.Check(generator.Options{Content: town, On: goldenDay})
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	seal, err := audit.NewSeal(ledger, what, on)
	if err != nil {
		t.Fatal(err)
	}
	town["sealed/"+seal.ID+".toml"] = &fstest.MapFile{Data: []byte(seal.Text())}
	return town
}

// Other processes, in other zones and languages, build the same.
func TestBuildsAreEqualAnywhere(t *testing.T) {
	if os.Getenv("GONGSHI_PRINT_DIGEST") != "" {
		files, _ := build(t, generator.Options{Content: os.DirFS(goldenTown)})
		fmt.Println("digest", digest(files))
		return
	}
	files, _ := build(t, generator.Options{Content: os.DirFS(goldenTown)})
	want := digest(files)
	for _, env := range [][]string{
		{"TZ=Pacific/Kiritimati", "LANG=C", "LC_ALL=C", "GOMAXPROCS=1"},
		{"TZ=America/Los_Angeles", "LANG=zh_CN.GB18030", "LC_ALL=", "GOMAXPROCS=8"},
		{"TZ=Asia/Shanghai", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"},
	} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestBuildsAreEqualAnywhere$", "-test.v")
		cmd.Env = append(append(os.Environ(), "GONGSHI_PRINT_DIGEST=1"), env...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%v: %v\n%s", env, err, out)
			continue
		}
		if !strings.Contains(string(out), "digest "+want) {
			t.Errorf("%v builds other bytes", env)
		}
	}
}

// same tells which files of two builds differ.
func same(t *testing.T, what string, want, got map[string][]byte) {
	t.Helper()
	if a, b := slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)); !slices.Equal(a, b) {
		t.Errorf("%s: %d files, not %d", what, len(b), len(a))
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != nil && !bytes.Equal(want[name], got[name]) {
			t.Errorf("%s: %s differs:\n%s", what, name, difference(want[name], got[name]))
			return // the others will differ for the same reason
		}
	}
}

func digest(files map[string][]byte) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintln(h, name, len(files[name]))
		h.Write(files[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// changed is a copy of a folder in memory with every file changed by f.
func changed(t *testing.T, dir string, f func(name string, file *fstest.MapFile)) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for name, data := range readTree(t, dir) {
		file := &fstest.MapFile{Data: data}
		f(name, file)
		out[name] = file
	}
	return out
}

// shuffled is a file system that lists its folders in an order of its own.
type shuffled struct {
	fs.FS
	seed uint64
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	r := rand.New(rand.NewPCG(s.seed, uint64(len(name))))
	r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}
