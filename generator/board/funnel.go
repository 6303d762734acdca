package board

import (
	"fmt"
	"slices"
	"strconv"

	"gongshi/generator/record"
)

// A Funnel (六步工作法) shows at which of the six steps every item of the year stands: 1 collect (收集), 2 gather (汇总),
// 3 assign (交办), 4 urge (督办), 5 appraise (评议), 6 commend (表彰). Nothing is lost between steps: see Sums.
type Funnel struct {
	Steps    [6][]*Case
	Stays    [6]Stay
	Tally    *Tally
	Units    Breakdown // received items that have been assigned, by unit, with a row for those not yet assigned
	Villages Breakdown
}

// A Stay (停留) is how long items are at a step, in calendar days. The days of an item that came to a step several times
// are added up.
type Stay struct {
	Passed Median // items that have gone on from the step
	Still  Median // items that are at it on the board's day, with all their days there until then
}

// A Median (中位数) of days: half of the items took no longer. Of an even number it is the mean of the two in the middle,
// rounded half up.
type Median struct {
	N    int // items
	Days int // meaningless when N is 0
}

// String is the number of days; a dash when there is no item.
func (m Median) String() string {
	if m.N == 0 {
		return "—"
	}
	return strconv.Itoa(m.Days)
}

func medianOf(days []int) Median {
	n := len(days)
	if n == 0 {
		return Median{}
	}
	slices.Sort(days)
	return Median{n, (days[(n-1)/2] + days[n/2] + 1) / 2}
}

// moves are the days on which a case came to a step, in order. An item is at step 1 from the day it was raised, at 2 from
// its registration or from the day a unit handed it back, at 3 from its assignment, at 4 from the day the unit accepted
// it, at 5 from a reply, at 4 again from a slip that says 不满意, and at 6 from its closing. One that was merged or given
// back at intake leaves the steps on that day; its step is 0. The last move leads to Case.Step.
func (c *Case) moves() []move {
	s := c.Suggestion
	all := make([]move, 0, 8)
	add := func(day record.Date, step int) {
		if !day.IsZero() {
			all = append(all, move{day, step})
		}
	}
	add(s.Raised, 1)
	if s.Intake != nil {
		step := 2
		if !c.Received() {
			step = 0
		}
		add(s.Intake.Date, step)
	}
	for i := range s.Assignments {
		a := &s.Assignments[i]
		// Between two replies the item is being handled again, whoever has it: there is nothing left to accept.
		if c.HasReply() && a.Date.After(c.FirstReply) {
			add(a.Date, 4)
		} else {
			add(a.Date, 3)
			if !c.HasReply() || !a.Accepted.After(c.FirstReply) {
				add(a.Accepted, 4)
			}
		}
		add(a.Returned, 2)
	}
	for i := range s.Replies {
		r := &s.Replies[i]
		add(r.Date, 5)
		if r.Satisfaction == record.Dissatisfied {
			add(r.SlipBack, 4)
		}
	}
	add(c.ClosedOn, 6)
	slices.SortStableFunc(all, func(x, y move) int { return x.day.Compare(y.day) })
	return all
}

// A move is a case coming to a step.
type move struct {
	day  record.Date
	step int
}

// stays are the days a case spent at each step by a day, -1 where it never was.
func (c *Case) stays(on record.Date) [6]int {
	days := [6]int{-1, -1, -1, -1, -1, -1}
	moves := c.moves()
	for i, m := range moves {
		if m.step == 0 {
			continue
		}
		end := on
		if i+1 < len(moves) {
			end = moves[i+1].day
		}
		days[m.step-1] = max(days[m.step-1], 0) + m.day.DaysTo(end)
	}
	return days
}

func funnelOf(t *Tally, units, villages Breakdown, on record.Date) *Funnel {
	f := &Funnel{Tally: t, Units: units, Villages: villages}
	var passed, still [6][]int
	for _, c := range t.Raised {
		if c.Step > 0 {
			f.Steps[c.Step-1] = append(f.Steps[c.Step-1], c)
		}
		for i, days := range c.stays(on) {
			switch {
			case days < 0:
			case i+1 == c.Step:
				still[i] = append(still[i], days)
			default:
				passed[i] = append(passed[i], days)
			}
		}
	}
	for i := range f.Stays {
		f.Stays[i] = Stay{medianOf(passed[i]), medianOf(still[i])}
	}
	return f
}

// A Sum (核对) is one count of the same items made in two ways, which must come out alike.
type Sum struct {
	Key   string // what was added up: raised, units, villages, states or steps
	Whole int    // counted at once
	Parts int    // added up from the parts
}

// Holds tells whether the two agree.
func (s Sum) Holds() bool { return s.Whole == s.Parts }

// Sums are the conservation checks of the year: raised is pending, merged, returned and received together, and received
// is the sum over units, over villages, over states and over steps 2 to 6.
func (f *Funnel) Sums() []Sum {
	t := f.Tally
	steps := 0
	for _, s := range f.Steps[1:] {
		steps += len(s)
	}
	return append(sums(t, f.Units, f.Villages), Sum{"steps", len(t.Received), steps})
}

// Holds tells whether all conservation checks come out.
func (f *Funnel) Holds() bool {
	return !slices.ContainsFunc(f.Sums(), func(s Sum) bool { return !s.Holds() })
}

func sums(t *Tally, units, villages Breakdown) []Sum {
	states := 0
	for _, s := range t.ByState {
		states += s.N()
	}
	received := len(t.Received)
	return []Sum{
		{"raised", len(t.Raised), len(t.Pending) + len(t.Merged) + len(t.Returned) + received},
		{"units", received, units.received()},
		{"villages", received, villages.received()},
		{"states", received, states},
	}
}

// received adds up the received items of the rows.
func (d Breakdown) received() int {
	n := 0
	for _, l := range d.Lines {
		n += len(l.Tally.Received)
	}
	return n
}

// Check tells which sums of the running year or of a report do not come out. No record can bring that about, so it is a
// mistake of the program, and a board with one must not be published.
func (b *Board) Check() error {
	wrong := func(where string, all []Sum) error {
		for _, s := range all {
			if !s.Holds() {
				return fmt.Errorf("board: %s: %d items, but added up by %s there are %d", where, s.Whole, s.Key, s.Parts)
			}
		}
		return nil
	}
	if err := wrong(strconv.Itoa(b.Year), b.Funnel.Sums()); err != nil {
		return err
	}
	for _, r := range b.Reports {
		all := append(sums(r.Year, r.Units, r.Villages), Sum{"groups", len(r.Year.Received), r.Groups.received()})
		if err := wrong(r.Path(), all); err != nil {
			return err
		}
	}
	return nil
}
