package generator_test

import (
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/bench/town"
	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// Whatever the records, the figures add up, on every day: what no clerk thought of is found by lot.
func FuzzLedger(f *testing.F) {
	for seed := range uint64(120) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		files := townOf(seed)
		l := loaded(t, files)
		last := record.Date{Year: 2026, Month: 6, Day: 30}
		for _, on := range []record.Date{{Year: 2025, Month: 1, Day: 1 + int(seed%28)}, {Year: 2025, Month: 2 + int(seed%11), Day: 15}, last} {
			accountOf(t, l, on).holds()
		}
		if seed%2 == 0 {
			sealsHold(t, files, last)
		}
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
		if shown := percentage.FindString(wordsOf(pages[name])); shown != "" {
			t.Errorf("%s of a town without items shows %s", name, shown)
		}
	}
}

// Figures add up in towns that were thought out, too: with quarters, year ends and everything else a town has.
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
	for _, y := range a.board.Petitions {
		a.petitions(y.Lines, y.Total)
		for _, q := range y.Quarters {
			a.petitions(q.Lines, q.Total)
		}
	}
	a.visits(a.board.Visits)
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

// petitions checks that the kinds of letters and calls add up, and that a kind's share is of what was received.
func (a account) petitions(lines []board.PetitionLine, total board.PetitionLine) {
	var sum [4]int
	for _, l := range lines {
		for i, n := range []int{l.Received, l.Settled, l.Passed, l.Pending} {
			sum[i] += n
		}
		if l.Share.N != l.Received || l.Share.Whole != total.Received || l.Rate.Part != l.Settled || l.Rate.Whole != l.Received {
			a.Errorf("on %s, of %d petitions %d are %s: %d/%d and %s", a.board.On, total.Received, l.Received, l.Kind, l.Share.N, l.Share.Whole, l.Rate)
		}
	}
	if sum != [4]int{total.Received, total.Settled, total.Passed, total.Pending} {
		a.Errorf("on %s, petitions add up to %v: %+v", a.board.On, sum, total)
	}
}

// visits checks that the rounds of visits add up over groups and over months.
func (a account) visits(v *board.Visits) {
	type count struct{ part, whole, homes int }
	months, homes := make([]count, len(v.Months)), 0
	for _, g := range v.Groups {
		var year count
		for i, m := range g.Months {
			for _, c := range []*count{&months[i], &year} {
				c.part, c.whole, c.homes = c.part+m.Rate.Part, c.whole+m.Rate.Whole, c.homes+m.Homes
			}
		}
		if said := (count{g.Year.Part, g.Year.Whole, g.Homes}); said != year {
			a.Errorf("on %s, the visits of %s are %v, its months add up to %v", a.board.On, g.ID, said, year)
		}
		homes += g.Homes
	}
	for i, m := range v.All {
		if said := (count{m.Rate.Part, m.Rate.Whole, m.Homes}); said != months[i] {
			a.Errorf("on %s, the visits of month %d are %v, its groups add up to %v", a.board.On, m.Month, said, months[i])
		}
	}
	if v.Homes != homes {
		a.Errorf("on %s, %d homes were visited, the groups add up to %d", a.board.On, v.Homes, homes)
	}
}
