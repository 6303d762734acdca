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
	"testing/fstest"

	"gongshi/generator"
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
		"explanations.html": 3, "publication.html": 1, "units.html": 250, "units/shuili.html": 180, "groups.html": 15, "groups/g1.html": 20,
		"villages.html": 48, "villages/bailuzhou.html": 20, "deputies.html": 200, "officials.html": 20, "sessions.html": 2,
		"assessments/2025-q3.html": 800, "assessments/2025-year.html": 500, "assessments/2025-mid.html": 200, "assessments.html": 12,
		"sheets/result-2025-q3.html": 130, "sheets/result-2025-year.html": 130, "sheets/steps.html": 15, "sheets/commend-2025.html": 20,
		"sheets/report-2025-h2-cover.html": 25, "sheets/board-2025-h2-a3.html": 40, "sheets/report-2025-h2-leaflet.html": 10,
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
	score := regexp.MustCompile(`\{\{(\$\w+|\.End|\.Mid|)\.(Base|Merited|Deducted|Total|Band|Rank|ByQuarters|ByHandling|Graded|Raw|Score|Ballots\.\w+)\}\}`)
	scored := []string{"assessment.html", "document.html", "quarter.html", "standings.html", "assessments.html", "unit.html", "units.html", "result.html", "plaque.html", "itinerary.html"}
	step := regexp.MustCompile(`\{\{[^}]*(len \$cases|\.Passed\.|\.Still\.)[^}]*\}\}`)
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
			unmarked := unmarked
			switch base := path.Base(name); {
			case slices.Contains(scored, base):
				unmarked = append(slices.Clone(unmarked), score)
			case base == "steps.html":
				unmarked = append(slices.Clone(unmarked), step)
			}
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

// A page that shows another score, place or turnout than the board has is not made.
func TestScoresAreHeldAgainstTheBoard(t *testing.T) {
	for page, c := range map[string]struct{ path, body, want string }{
		"quarter.html":   {"assessments/2026-q1.html", `{{with index .Quarter.Sheets 0}}<b data-figure="{{.Name}}.total">{{.Total}}1</b>{{end}}`, "统计数 scores.2026-q1."},
		"standings.html": {"assessments/2026-mid.html", `{{with index .Standings.All 0}}<b data-figure="{{.Name}}.rank">{{.Rank}}0</b>{{end}}`, "统计数 scores.2026-mid."},
	} {
		theme := fstest.MapFS{"pages/" + page: {Data: []byte(`{{define "main"}}<h1>{{.Title}}</h1>` + c.body + `{{end}}`)}}
		s, _, err := generator.Build(generator.Options{Content: os.DirFS(goldenTown), Theme: themes.Default(), Overlay: theme, On: goldenDay})
		if err != nil {
			t.Fatal(err)
		}
		p, ok := s.Page(c.path)
		if !ok {
			t.Fatalf("no page %s", c.path)
		}
		if err := p.Write(new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "应为") {
			t.Errorf("%s: %v", page, err)
		}
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
		sheets := 0
		for _, q := range b.Quarters {
			sheets += 1 + len(q.Sheets)
		}
		for _, s := range slices.Concat(b.MidYears, b.YearEnds) {
			sheets += len(s.All)
		}
		if len(catalogue.Scores) != sheets || sheets < 10 {
			t.Errorf("%s: %d names for %d quarters, score sheets and standings", dir, len(catalogue.Scores), sheets)
		}
		for _, tally := range b.Tallies() {
			if text, ok := catalogue.Text(tally.BesideRate.Name); !ok || text != tally.BesideRate.String() {
				t.Errorf("%s: the other way of counting is %q by its name %s, and %q", dir, text, tally.BesideRate.Name, tally.BesideRate)
			}
		}
	}
}
