package generator_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/audit"
	"gongshi/generator/board"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

// sealsHold seals every half-year that is over: nothing may seem to have changed on that day or later.
func sealsHold(t *testing.T, files fstest.MapFS, on record.Date) {
	t.Helper()
	l, number := loaded(t, files), 0
	for _, what := range []string{"2025-H1", "2025-H2", "2026-H1"} {
		s, err := audit.NewSeal(l, what, on)
		if err != nil {
			if !strings.HasSuffix(err.Error(), "没有建议") {
				t.Error(err)
			}
			continue
		}
		number++
		s.Number = number
		files["sealed/"+s.ID+".toml"] = &fstest.MapFile{Data: []byte(s.Text())}
	}
	if number == 0 {
		return
	}
	l = loaded(t, files)
	for _, later := range []int{0, 200} {
		for _, p := range audit.All(l, on.AddDays(later)) {
			t.Errorf("%d days later: %s: %s", later, p.Pos, p.Text)
		}
	}
}

var (
	badNumber  = regexp.MustCompile(`(?:^|[^0-9/])0/0(?:[^0-9/]|$)|NaN|%!|<no value>`)
	arithmetic = regexp.MustCompile(`(\d+)(?:/| ÷ )(\d+)(?: \(| = )(\d+\.\d)%`)
	figureTag  = regexp.MustCompile(`</?data\b[^>]*>`)
	percentage = regexp.MustCompile(`\d\.\d%`)
)

// themesLoaded are the themes of the towns so far, by the wordings that a profile asks for: loading one takes longer than
// making all pages of a small town.
var themesLoaded = map[string]*site.Theme{}

// pagesHold builds a town and reads what its pages say: no rate of nothing, no wrong division, and the open data's
// figures are the board's and the home page's.
func pagesHold(t *testing.T, files fstest.MapFS, on record.Date) map[string][]byte {
	t.Helper()
	l := loaded(t, files)
	b := board.Of(l, on, false)
	words := site.Wordings(l.Profile)
	theme := themesLoaded[fmt.Sprint(words)]
	if theme == nil {
		var err error
		if theme, err = site.LoadTheme(themes.Default(), nil, "", words...); err != nil {
			t.Fatal(err)
		}
		themesLoaded[fmt.Sprint(words)] = theme
	}
	s, err := site.Plan(b, theme, files, nil)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := render(s)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range pages {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		text := wordsOf(data)
		if i := badNumber.FindStringIndex(text); i != nil {
			t.Errorf("%s shows …%s…", name, excerpt([]byte(text), i[0]))
		}
		for _, m := range arithmetic.FindAllStringSubmatch(text, -1) {
			var part, whole int64
			fmt.Sscan(m[1], &part)
			fmt.Sscan(m[2], &whole)
			if whole == 0 || whole < int64(l.Profile.Floor()) || big.NewRat(100*part, whole).FloatString(1) != m[3] {
				t.Errorf("%s shows %s", name, m[0])
			}
		}
	}
	var f figures
	if err := json.Unmarshal(pages["data/v1/figures.json"], &f); err != nil {
		t.Fatal(err)
	}
	for _, x := range b.Now.Counts() {
		if f.Counts[x.Name] != len(x.Cases) {
			t.Errorf("on %s the open data has %s %d, the board %d", on, x.Name, f.Counts[x.Name], len(x.Cases))
		}
	}
	for _, x := range b.Now.Rates() {
		if r := f.Rates[x.Name]; r.Part != x.Rate.Part || r.Whole != x.Rate.Whole || r.Percent != x.Rate.Percent() {
			t.Errorf("on %s the open data has %s %v, the board %s", on, x.Name, r, x.Rate)
		}
	}
	home, r := wordsOf(pages["index.html"]), b.Now.ResolvedOfAll
	if !strings.Contains(home, r.Percent()+" "+r.Fraction()) || !r.None() && !r.Small() && !arithmetic.MatchString(home) {
		t.Errorf("on %s the home page does not show %s", on, r)
	}
	return pages
}

// wordsOf is what a page says, on one line; the name that a figure has in the page does not part it from its neighbours.
func wordsOf(page []byte) string {
	return strings.Join(strings.Fields(tag.ReplaceAllString(figureTag.ReplaceAllString(string(page), ""), " ")), " ")
}
