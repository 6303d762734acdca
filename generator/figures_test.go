package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/themes"
)

// Pages that show figures of tallies mark them, so that every build holds them against the board. The numbers are of the
// specimen; they only ever go up.
func TestSpecimenMarksFigures(t *testing.T) {
	files := specimenSite(t)
	for name, least := range map[string]int{
		"index.html": 30, "reports/2025-h2.html": 300, "reports.html": 6, "steps.html": 25, "method.html": 30, "late.html": 5,
		"explanations.html": 3, "publication.html": 1, "units.html": 130, "units/shuili.html": 20, "groups.html": 15, "groups/g1.html": 20,
		"villages.html": 48, "villages/bailuzhou.html": 20, "deputies.html": 200, "officials.html": 20, "sessions.html": 2,
		"sheets/report-2025-h2-cover.html": 25, "sheets/report-2025-h2-table.html": 3, "sheets/report-2025-h2-leaflet.html": 10,
	} {
		if got := bytes.Count(files[name], []byte(` data-figure="`)); got < least {
			t.Errorf("%s has %d marked figures, not %d", name, got, least)
		}
	}
	deputies, sessions := 0, 0
	for name, page := range files {
		marked := bytes.Contains(page, []byte(` data-figure="`))
		switch path.Dir(name) {
		case "deputies":
			if marked {
				deputies++
			}
		case "sessions":
			if marked {
				sessions++
			}
		}
	}
	if b := specimenBoard(); deputies < len(b.Deputies) || sessions == 0 {
		t.Errorf("%d of %d deputies' pages and %d sessions' pages have marked figures", deputies, len(b.Deputies), sessions)
	}
}

// In the default theme no figure of a tally is shown without its mark: its lists are only counted by figure, and its rates
// only written by figure.
func TestThemeMarksEveryFigure(t *testing.T) {
	var counts []string
	for _, f := range specimenBoard().Now.Counts() {
		counts = append(counts, strings.ToUpper(f.Name[:1])+f.Name[1:])
	}
	tally := `(\.Tally|\.Year|\.Half|\.Board\.Now|\$now|\$t)`
	unmarked := []*regexp.Regexp{
		regexp.MustCompile(`\blen [$.\w]*` + tally + `\.(` + strings.Join(counts, "|") + `)\b`),
		regexp.MustCompile(tally + `\.(\w+Rate|ResolvedOfAll)\.(String|Percent|Fraction|Part|Whole)\b`),
		regexp.MustCompile(`\{\{[$.\w]*` + tally + `\.(\w+Rate|ResolvedOfAll)\}\}`),
	}
	condition := regexp.MustCompile(`\{\{(else )?if [^}]*\}\}`)
	err := fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		b, err := fs.ReadFile(themes.Default(), name)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(b), "\n") {
			line = condition.ReplaceAllString(line, "")
			for _, r := range unmarked {
				if shown := r.FindString(line); shown != "" {
					t.Errorf("%s:%d shows %s without its mark; write {{figure …}}", name, i+1, shown)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A figure has one name and a name one figure.
func TestFiguresHaveNamesOfTheirOwn(t *testing.T) {
	for _, dir := range []string{specimen, goldenTown} {
		files, _ := content.Read(os.DirFS(dir))
		l, _ := record.Load(files)
		on := l.Town.On
		if on.IsZero() {
			on = goldenDay
		}
		b := board.Of(l, on, false)
		catalogue := b.Catalogue()
		var names []string
		for _, tally := range b.Tallies() {
			for _, f := range tally.Figures() {
				names = append(names, f.Name)
				plain, _ := f.Text("")
				if text, ok := catalogue.Text(f.Name); !ok || text != plain {
					t.Errorf("%s: %s is %q by its name, and %q", dir, f.Name, text, plain)
				}
				switch { // what is shown carries the same name
				case f.Rate != nil && f.Rate.Name != f.Name, f.Part != nil && f.Part.Name != f.Name:
					t.Errorf("%s: %s is shown by another name", dir, f.Name)
				}
			}
		}
		slices.Sort(names)
		if n := len(names); len(slices.Compact(names)) != n || n < 500 {
			t.Errorf("%s: %d figures, and not each has a name of its own", dir, n)
		}
		for _, tally := range b.Tallies() {
			if text, ok := catalogue.Text(tally.BesideRate.Name); !ok || text != tally.BesideRate.String() {
				t.Errorf("%s: the other way of counting is %q by its name %s, and %q", dir, text, tally.BesideRate.Name, tally.BesideRate)
			}
		}
	}
}
