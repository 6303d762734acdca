package board

import (
	"fmt"
	"slices"

	"gongshi/generator/record"
)

// A Term (届) is one congress with the sessions it has held by the day.
type Term struct {
	*record.Term
	Running  bool
	Sittings []*Sitting // newest first
}

// A Sitting (次会议) is one session and the items that belong to it.
type Sitting struct {
	record.Session
	Term        *Term
	Proceedings *Proceedings // nil until it has closed, or when none are on file
	During      []*Case      // raised for the session
	Between     []*Case      // raised after it closed
	Tally       *Tally       // of both
}

// Proceedings (大会记录) are what a session dealt with.
type Proceedings struct {
	*record.Proceedings
	Sitting     *Sitting
	Attendance  Rate // deputies present / due
	Resolutions []Resolution
}

// A Resolution (决议) is one vote with its share of the deputies present.
type Resolution struct {
	*record.Resolution
	InFavour Rate
}

// townOn is the town in the term of the day: pages of a day before the last change of term speak of the term before it.
func townOn(t *record.Town, on record.Date) *record.Town {
	x := *t
	if term := t.TermOn(on); term != nil {
		x.Term = *term
	}
	return &x
}

// addSessions makes the archive by term, newest first.
func (b *builder) addSessions() {
	town := b.ledger.Town
	sittings := map[[2]int]*Sitting{}
	add := func(t *record.Term, running bool) {
		if !t.From.By(b.on) {
			return
		}
		x := &Term{Term: t, Running: running}
		for _, s := range t.Sessions {
			if s.From.By(b.on) {
				y := &Sitting{Session: s, Term: x}
				sittings[[2]int{t.Number, s.Number}] = y
				x.Sittings = append(x.Sittings, y)
			}
		}
		slices.Reverse(x.Sittings)
		b.board.Terms = append(b.board.Terms, x)
	}
	add(&town.Term, true)
	for i := len(town.PastTerms) - 1; i >= 0; i-- {
		add(&town.PastTerms[i], len(b.board.Terms) == 0) // on a day before the running term, the one before it ran
	}

	for _, c := range b.board.Cases {
		t := town.TermOn(c.Raised)
		if t == nil {
			continue
		}
		s := sittings[[2]int{t.Number, c.Suggestion.Session}]
		if s == nil {
			continue
		}
		c.Sitting = s
		switch {
		case c.Between:
			s.Between = append(s.Between, c)
		default:
			s.During = append(s.During, c)
		}
	}
	for _, p := range b.ledger.Sessions {
		s := sittings[[2]int{p.Term, p.Number}]
		if s == nil || p.Hidden(b.drafts) || !s.Until.By(b.on) || s.Proceedings != nil {
			continue
		}
		floor := b.ledger.Profile.Floor()
		x := &Proceedings{Proceedings: p, Sitting: s, Attendance: Rate{Part: p.Present, Whole: p.Due, Floor: floor}}
		for i := range p.Resolutions {
			r := &p.Resolutions[i]
			x.Resolutions = append(x.Resolutions, Resolution{r, Rate{Part: r.For, Whole: p.Present, Floor: floor}})
		}
		s.Proceedings = x
	}
	for _, t := range b.board.Terms {
		for _, s := range t.Sittings {
			name := ""
			if sittings[[2]int{t.Number, s.Number}] == s { // not a second one of that number, which is an error
				name = fmt.Sprintf("sessions.%d-%d", t.Number, s.Number)
			}
			s.Tally = b.tally(name, slices.Concat(s.During, s.Between))
			if s.Proceedings != nil {
				b.board.Sessions = append(b.board.Sessions, s.Proceedings)
			}
		}
	}
}
