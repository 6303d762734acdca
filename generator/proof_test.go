package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"gongshi/generator"
	"gongshi/generator/board"
	"gongshi/generator/proof"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

// The page for residents says of each seal what anybody computes from the published file; so do the log and its head.
func TestSpecimenProof(t *testing.T) {
	files := specimenSite(t)
	var entries []proof.Entry
	page := string(files["verify.html"])
	for name, text := range files {
		if !strings.HasPrefix(name, proof.Folder+"/") {
			continue
		}
		if given, err := os.ReadFile("../content/" + name); err != nil || string(given) != string(text) {
			t.Errorf("%s is not published as the clerk's folder has it: %v", name, err)
		}
		heading, err := record.SealHeading(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		e := proof.NewEntry(heading, name, text)
		entries = append(entries, e)
		for _, want := range []string{
			`href="` + name + `"`,
			fmt.Sprintf(`id="seal-%d"`, e.Number),
			strings.Join([]string{e.SHA256[:4], e.SHA256[4:8], e.SHA256[8:12], e.SHA256[12:16]}, " "),
		} {
			if !strings.Contains(page, want) {
				t.Errorf("verify.html does not have %s of %s", want, name)
			}
		}
	}
	if len(entries) < 2 {
		t.Fatalf("the specimen has %d seals", len(entries))
	}
	var published proof.Log
	if err := json.Unmarshal(files[proof.LogFile], &published); err != nil {
		t.Fatal(err)
	}
	l := proof.Of(published.Origin, entries)
	for _, e := range published.Seals {
		if !l.Holds(e) {
			t.Errorf("the log says of seal %d %+v", e.Number, e)
		}
	}
	if published.Size != l.Size || published.Root != l.Root || string(files[proof.HeadFile]) != l.Head().Text() {
		t.Errorf("the log is of %d seals with root %s, the seals are %d with root %s; the head is %q", published.Size, published.Root, l.Size, l.Root, files[proof.HeadFile])
	}
	for _, line := range strings.SplitN(l.Head().Text(), "\n", 4)[:3] {
		if !strings.Contains(page, strings.ReplaceAll(line, "+", "&#43;")) {
			t.Errorf("verify.html does not have the line %q", line)
		}
	}

	// The head of an earlier day is one that the later log goes on from.
	earlier, _ := build(t, generator.Options{Content: os.DirFS("../content"), On: record.Date{Year: 2025, Month: 7, Day: 31}})
	head, err := proof.ParseHead(earlier[proof.HeadFile])
	if err != nil || head.Size == 0 || head.Size >= l.Size {
		t.Fatalf("the head of July has %d seals: %v", head.Size, err)
	}
	if d, err := l.Since(head); err != nil {
		t.Errorf("the log does not go on from that of July: %+v", d)
	}
}

// Whatever is sealed has a name that people know on the page, and a way to the page it is of if there is one.
func TestVerifyPageNamesEverySort(t *testing.T) {
	day := record.Date{Year: 2025, Month: 12, Day: 30}
	theme, err := site.LoadTheme(themes.Default(), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	l, on, _ := generator.Check(generator.Options{Content: os.DirFS("../content")})
	var want []string
	for _, c := range []struct{ what, line string }{
		{"2025-H2", `<a href="reports/2025-h2.html">2025年下半年</a>`},
		{"2025-Q2", `<a href="assessments/2025-q2.html">2025年第2季度评议</a>`},
		{"2025-mid", `<a href="assessments/2025-mid.html">2025年年中评议</a>`},
		{"2024-year", `2024年年终评议</th>`},
		{"notices/2025-12-15-zhengji", `<a href="notices/2025-12-15-zhengji.html">`},
		{"deeds/gone", `：s%d</th>`},
		{"2025-<b>", `：s%d</th>`},
	} {
		n := len(l.Seals) + 1
		s := &record.Seal{Number: n, What: c.what, On: day, Sealed: day}
		s.ID = fmt.Sprint("s", n)
		l.Seals = append(l.Seals, s)
		want = append(want, strings.Replace(c.line, "%d", fmt.Sprint(n), 1))
	}
	s, err := site.Plan(board.Of(l, on, false), theme, os.DirFS("../content"), nil)
	if err != nil {
		t.Fatal(err)
	}
	page, ok := s.Page("verify.html")
	if !ok {
		t.Fatal("no verify.html")
	}
	var b strings.Builder
	if err := page.Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, line := range want {
		if !strings.Contains(b.String(), line) {
			t.Errorf("verify.html lacks %s", line)
		}
	}
	if seals := strings.Count(b.String(), "<code>") - 1; seals != len(l.Seals) {
		t.Errorf("%d of %d seals are listed", seals, len(l.Seals))
	}
}
