package generator_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/bench/town"
	"gongshi/generator/audit"
	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

// Whatever the records, the figures add up, on every day: what no clerk thought of is found by lot.
func FuzzLedger(f *testing.F) {
	for seed := range uint64(150) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		files := townOf(seed)
		l := loaded(t, files)
		last := record.Date{Year: 2026, Month: 6, Day: 30}
		for _, on := range []record.Date{{Year: 2025, Month: 1, Day: 1 + int(seed%28)}, {Year: 2025, Month: 2 + int(seed%11), Day: 15}, last} {
			accountOf(t, l, on).holds()
		}
		sealsHold(t, files, last)
		if seed%10 == 0 {
			pagesHold(t, files, last.AddDays(-int(seed%500)))
		}
	})
}

// A town that has just begun has no item: there is nothing to take a part of, and no page shows a percentage.
func TestNothingHasNoPercentage(t *testing.T) {
	files := townOf(0)
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool {
		return strings.HasPrefix(name, "suggestions/") || strings.HasPrefix(name, "petitions/")
	})
	on := record.Date{Year: 2025, Month: 6, Day: 30}
	accountOf(t, loaded(t, files), on).holds()
	pages := pagesHold(t, files, on)
	for _, name := range []string{"index.html", "units.html", "units/u0.html", "groups/g0.html", "late.html", "promises.html", "publication.html", "petitions.html", "reports.html", "steps.html"} {
		if len(pages[name]) == 0 {
			t.Errorf("there is no %s", name)
		}
		if shown := percentage.FindString(tag.ReplaceAllString(string(pages[name]), " ")); shown != "" {
			t.Errorf("%s of a town without items shows %s", name, shown)
		}
	}
}

// The same holds for towns that were thought out: with quarters, year ends and everything else a town has.
func TestFiguresAddUp(t *testing.T) {
	for name, files := range map[string]fs.FS{"specimen": os.DirFS(specimen), "golden town": os.DirFS(goldenTown), "bench": town.Files(400, 3)} {
		t.Run(name, func(t *testing.T) {
			l := loaded(t, files)
			for _, on := range []record.Date{l.Town.On, l.Town.On.AddDays(-91), l.Town.On.AddDays(-182), l.Town.On.AddMonths(-13)} {
				accountOf(t, l, on).holds()
			}
		})
	}
}

func loaded(t *testing.T, files fs.FS) *record.Ledger {
	t.Helper()
	read, problems := content.Read(files)
	l, more := record.Load(read)
	if problems.Errors()+more.Errors() > 0 {
		t.Fatal(problems, more)
	}
	return l
}

// An account holds a board against itself and its ledger.
type account struct {
	*testing.T
	board  *board.Board
	ledger *record.Ledger
}

func accountOf(t *testing.T, l *record.Ledger, on record.Date) account {
	return account{t, board.Of(l, on, false), l}
}

func (a account) holds() {
	if err := a.board.Check(); err != nil {
		a.Error(err)
	}
	seen := map[string]bool{}
	for _, t := range a.board.Tallies() {
		if seen[t.Name] {
			a.Errorf("on %s two tallies are named %s", a.board.On, t.Name)
		}
		seen[t.Name] = true
		a.tally(t)
	}
	a.year()
	a.rows("groups of the town", a.board.Now, all(a.board.Groups, func(g *board.Group) *board.Tally { return g.Tally }))
	for _, r := range a.board.Reports {
		a.within(r.Half.Name, r.Year.Raised, r.Half.Raised)
		for _, d := range []board.Breakdown{r.Units, r.Groups, r.Villages} {
			a.rows(r.Year.Name, r.Year, all(d.Lines, func(l board.Line) *board.Tally { return l.Tally }))
		}
	}
	f := a.board.Funnel
	for _, d := range []board.Breakdown{f.Units, f.Villages} {
		a.rows("the steps", a.board.Now, all(d.Lines, func(l board.Line) *board.Tally { return l.Tally }))
	}
	var led, gone []*board.Case
	for _, d := range a.board.Deputies {
		led = append(led, d.Tally.Raised...)
	}
	a.parts("all items by deputies", a.board.Cases, led)
	for _, s := range f.Steps {
		gone = append(gone, s...)
	}
	a.parts("the six steps", a.board.Now.Raised, gone, a.board.Now.Merged, a.board.Now.Returned)
	a.parts("step 1", f.Steps[0], a.board.Now.Pending)
	for _, c := range a.board.Cases {
		for _, x := range c.Appraised(a.ledger.Profile.Floor()) {
			a.walk(reflect.ValueOf(x.Answers), nil)
		}
	}
	a.walk(reflect.ValueOf(a.board), map[uintptr]bool{})
}

func all[T any](rows []T, of func(T) *board.Tally) (tallies []*board.Tally) {
	for _, r := range rows {
		tallies = append(tallies, of(r))
	}
	return tallies
}

// year counts the town's items once more, from the records themselves.
func (a account) year() {
	now, on := a.board.Now, a.board.On
	var raised, received, merged, returned, replied, slips, satisfied, closed int
	for _, s := range a.ledger.Suggestions {
		if s.Draft || s.Raised.Year != a.board.Year || s.Raised.After(on) {
			continue
		}
		raised++
		if s.Intake == nil || s.Intake.Date.After(on) {
			continue
		}
		switch s.Intake.Result {
		case record.Merged:
			merged++
			continue
		case record.Returned:
			returned++
			continue
		}
		received++
		if rounds := s.Rounds(on); len(rounds) > 0 {
			replied++
			switch rounds[len(rounds)-1].Opinion(on) {
			case record.Satisfied:
				slips, satisfied = slips+1, satisfied+1
			case record.BasicallySatisfied:
				if slips++; a.ledger.Profile.SatisfiedRule() == record.SatisfiedBoth {
					satisfied++
				}
			case record.Dissatisfied:
				slips++
			}
		}
		if s.Closing != nil && s.Closing.Date.By(on) {
			closed++
		}
	}
	want := []int{raised, received, merged, returned, replied, slips, satisfied, closed}
	got := []int{len(now.Raised), len(now.Received), len(now.Merged), len(now.Returned), len(now.Replied), now.SlipRate.Part, now.SatisfiedRate.Part, len(now.Closed)}
	if !slices.Equal(want, got) {
		a.Errorf("on %s, raised, received, merged, returned, replied, slips, satisfied and closed are %v, counted again %v", on, got, want)
	}
}

// tally checks that the figures of a tally are of one another.
func (a account) tally(t *board.Tally) {
	a.parts(t.Name+": raised", t.Raised, t.Pending, t.Merged, t.Returned, t.Received)
	a.parts(t.Name+": resolved", t.Received, t.Resolved, t.Unresolved)
	a.parts(t.Name+": closed", t.Received, t.Closed, t.Open)
	a.within(t.Name, t.Received, t.Replied, t.Postponed, t.Redone, t.Exceptions, t.Appraised, t.Withheld)
	a.within(t.Name, t.Replied, t.Resolved, t.Exceptions)
	a.within(t.Name, t.Open, t.Overdue)
	a.within(t.Name, t.Unresolved, t.Explained)
	a.slices(t.Name+": states", t.Received, t.ByState)
	a.slices(t.Name+": classes", t.Replied, t.ByClass)
	a.slices(t.Name+": satisfaction", t.SlipRate.Counted, t.BySatisfaction)

	satisfied, basically := t.BySatisfaction[0].N(), t.BySatisfaction[1].N()
	for _, x := range []struct {
		name        string
		rate        board.Rate
		part, whole int
	}{
		{"resolved", t.ResolvedRate, len(t.Resolved), len(t.Replied)},
		{"resolved of all", t.ResolvedOfAll, len(t.Resolved), len(t.Received)},
		{"satisfied only", t.StrictRate, satisfied, t.SlipRate.Part},
		{"content", t.ContentRate, satisfied + basically, t.SlipRate.Part},
		{"slips", t.SlipRate, t.SlipRate.Part, len(t.Replied)},
		{"consulted", t.ConsultedRate, t.ConsultedRate.Part, len(t.Replied)},
		{"published", t.PublishedRate, t.PublishedRate.Part, len(t.Replied)},
		{"on time", t.OnTimeRate, t.OnTimeRate.Part, len(t.Closed) + len(t.Overdue)},
	} {
		if x.rate.Part != x.part || x.rate.Whole != x.whole {
			a.Errorf("on %s, %s: %s is %d/%d, its counts are %d/%d", a.board.On, t.Name, x.name, x.rate.Part, x.rate.Whole, x.part, x.whole)
		}
	}
	names := map[string]bool{}
	for _, f := range t.Figures() {
		if names[f.Name] || !strings.HasPrefix(f.Name, t.Name+".") {
			a.Errorf("two figures are named %s", f.Name)
		}
		names[f.Name] = true
	}
}

// rows checks that every figure of received items is the sum of the rows' figures.
func (a account) rows(what string, total *board.Tally, rows []*board.Tally) {
	type count struct{ part, whole int }
	counts := func(t *board.Tally) []count {
		var all []count
		for _, f := range t.Figures() {
			if f.Rate != nil {
				all = append(all, count{f.Rate.Part, f.Rate.Whole})
			} else {
				all = append(all, count{len(f.Cases), 0})
			}
		}
		return all
	}
	want := counts(total)
	sums := make([]count, len(want))
	for _, r := range rows {
		for i, n := range counts(r) {
			sums[i].part += n.part
			sums[i].whole += n.whole
		}
	}
	for i, f := range total.Figures() {
		switch strings.TrimPrefix(f.Name, total.Name+".") {
		case "raised", "pending", "merged", "returned", "by_state.raised", "by_state.merged", "by_state.returned":
			continue // a breakdown is of received items
		}
		if sums[i] != want[i] {
			a.Errorf("on %s, %s: %s is %v, its rows add up to %v", a.board.On, what, f.Name, want[i], sums[i])
		}
	}
}

// parts checks that each of some items is in one of the parts, once.
func (a account) parts(what string, whole []*board.Case, parts ...[]*board.Case) {
	left := map[*board.Case]int{}
	for _, c := range whole {
		left[c]++
	}
	for _, c := range slices.Concat(parts...) {
		left[c]--
	}
	for c, n := range left {
		if n != 0 {
			a.Errorf("on %s, %s: %s is missing or counted twice (%d)", a.board.On, what, c.ID, n)
			return
		}
	}
}

func (a account) within(what string, whole []*board.Case, parts ...[]*board.Case) {
	for i, part := range parts {
		for j, c := range part {
			if !slices.Contains(whole, c) || slices.Contains(part[:j], c) {
				a.Errorf("on %s, %s: %s is in part %d and not once in its whole", a.board.On, what, c.ID, i+1)
				return
			}
		}
	}
}

func (a account) slices(what string, whole []*board.Case, some []board.Slice) {
	parts := make([][]*board.Case, len(some))
	for i, s := range some {
		parts[i] = s.Cases
	}
	a.parts(what, whole, parts...)
}

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
		text := tag.ReplaceAllString(string(data), " ")
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
	if r := b.Now.ResolvedOfAll; !strings.Contains(string(pages["index.html"]), r.Percent()+" <small>"+r.Fraction()+"</small>") {
		t.Errorf("on %s the home page does not show %s", on, r)
	}
	return pages
}
