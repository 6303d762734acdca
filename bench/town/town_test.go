package town_test

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"gongshi/bench/town"
	"gongshi/generator/audit"
	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// TestSound loads towns of several sizes and seeds and puts every rule to them.
func TestSound(t *testing.T) {
	for n, seeds := range map[int]uint64{100: 5, 200: 5, 1000: 3, 5000: 1} {
		for seed := range seeds {
			files, problems := content.Read(town.Files(n, seed))
			l, more := record.Load(files)
			problems = slices.Concat(problems, more, check.All(l, l.Town.On), audit.All(l, l.Town.On))
			for i, p := range problems {
				if i == 10 {
					t.Fatalf("n %d, seed %d: %d problems", n, seed, len(problems))
				}
				t.Errorf("n %d, seed %d: %s:%d: %s: %s", n, seed, p.Pos.File, p.Pos.Line, p.Rule, p.Text)
			}
		}
	}
}

// TestShape holds the numbers of records that make generators comparable.
func TestShape(t *testing.T) {
	for _, n := range []int{200, 2000, 10_000} {
		files := town.Files(n, 1)
		count := map[string]int{}
		for name := range files {
			count[path.Dir(name)]++
		}
		if count["deputies"] != n/10 || count["suggestions"] != n/2 || count["deeds"] != 3*n/10 {
			t.Errorf("n %d: %v", n, count)
		}
		all := 0
		for _, kind := range []string{"deputies", "suggestions", "deeds", "reports", "assessments", "notices"} {
			all += count[kind]
		}
		if all != n {
			t.Errorf("n %d: %d records", n, all)
		}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		lines, running := 0, 0
		for _, a := range l.Assessments {
			lines += len(a.Units)
		}
		for _, s := range l.Suggestions {
			if s.Raised.Year == l.Town.On.Year {
				running++
			}
			if size := utf8.RuneCount(files[s.Path()].Data); size < 400 {
				t.Errorf("%s has %d characters", s.Path(), size)
			}
		}
		if want := n * 96 / 1000; n >= 1000 && (lines > want || lines < want*9/10) {
			t.Errorf("n %d: %d unit-quarters, want about %d", n, lines, want)
		}
		t.Logf("n %d: %v, %d unit-quarters, %d suggestions of the running year, %.1f MB", n, count, lines, running, size(files)/1e6)
	}
}

// TestSame holds that a town is the same whenever it is made, and that Write gives what Files gives.
func TestSame(t *testing.T) {
	if a, b := digest(town.Files(300, 7)), digest(town.Files(300, 7)); a != b {
		t.Error("two towns of one seed differ")
	}
	if a, b := digest(town.Files(300, 7)), digest(town.Files(300, 8)); a == b {
		t.Error("towns of two seeds are the same")
	}
	dir := t.TempDir()
	if err := town.Write(dir, 300, 7); err != nil {
		t.Fatal(err)
	}
	for name, file := range town.Files(300, 7) {
		if b, err := os.ReadFile(dir + "/" + name); err != nil || string(b) != string(file.Data) {
			t.Errorf("%s differs on disk: %v", name, err)
		}
	}
}

func digest(files fstest.MapFS) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(files[name].Data), files[name].Data)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

func size(files fstest.MapFS) float64 {
	n := 0
	for _, f := range files {
		n += len(f.Data)
	}
	return float64(n)
}
