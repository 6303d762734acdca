package board

import (
	"slices"

	"gongshi/generator/record"
)

// An Activity is an activity as it stood on the board's day, with the items it dealt with and who should have come and
// came.
type Activity struct {
	*record.Activity
	Cases    []*Case
	Expected []*record.Deputy // empty when nobody was bound to come
	Attended []*record.Deputy
	Missed   []*record.Deputy // of those expected
	Turnout  Rate             // of those expected, how many came
	Homes    int              // of a round of visits, how many homes were called on
	Gap      *record.Gap      // of a group's meeting, the time since the one before
}

// DeputyHours (人次学时) is the hours of a training times those who came.
func (a *Activity) DeputyHours() int { return a.Hours * len(a.Attended) }

// addActivities collects what took place by the day, newest first, and hangs it on groups, villages, units and items.
func (b *builder) addActivities() {
	of := map[*record.Activity]*Activity{}
	for _, a := range b.ledger.Activities {
		if a.Hidden(b.drafts) || !a.Date.By(b.on) {
			continue
		}
		x := b.activity(a)
		of[a] = x
		b.board.Activities = append(b.board.Activities, x)
	}
	slices.SortStableFunc(b.board.Activities, func(x, y *Activity) int {
		if d := y.Date.Compare(x.Date); d != 0 {
			return d
		}
		return compareNatural(x.ID, y.ID)
	})
	for _, x := range b.board.Activities {
		if g := b.groups[x.Group.To]; g != nil {
			g.Activities = append(g.Activities, x)
		}
		for i, ref := range x.Villages {
			if v := b.villages[ref.To]; v != nil && !named(x.Villages[:i], ref.To) {
				v.Activities = append(v.Activities, x)
			}
		}
		for i, ref := range x.Units {
			if u := b.units[ref.To]; u != nil && !named(x.Units[:i], ref.To) {
				u.Activities = append(u.Activities, x)
			}
		}
		for _, c := range x.Cases {
			c.Activities = append(c.Activities, x)
		}
	}
	for g, x := range b.groups {
		x.OnTime.Floor = b.ledger.Profile.Floor()
		for _, gap := range b.ledger.Gaps(g, b.on, b.drafts) {
			if a := of[gap.Meeting]; a != nil {
				a.Gap = &gap
				x.Meetings = append(x.Meetings, a)
			} else {
				x.Owed = &gap
			}
			switch {
			case !gap.Late() && gap.Meeting != nil:
				x.OnTime.Part++
				fallthrough
			case gap.Late():
				x.OnTime.Whole++
			}
		}
		slices.Reverse(x.Meetings)
	}
	b.addVisits()
	b.addTrainings()
}

// named tells whether a list of references already names a record.
func named[T any](refs []record.Ref[T], to *T) bool {
	return slices.ContainsFunc(refs, func(r record.Ref[T]) bool { return r.To == to })
}

// activity is the public copy of an activity: nothing later than the day, nobody without a page linked, and no item that
// is withheld, of which the activity's own words would tell.
func (b *builder) activity(a *record.Activity) *Activity {
	open := *a
	open.Items = nil
	open.Until = upToDay(a.Until, b.on)
	open.Invited, open.Deputies, open.Absent = nil, nil, nil // shown as Expected, Attended and Missed
	open.FollowUps = upTo(a.FollowUps, func(f *record.FollowUp) record.Date { return f.Date }, b.on)
	open.Questions = slices.Clone(a.Questions)
	for i := range open.Questions {
		open.Questions[i].Kept = upToDay(a.Questions[i].Kept, b.on)
	}
	open.Visits = slices.Clone(a.Visits)
	x := &Activity{Activity: &open}
	for i := range open.Visits {
		x.Homes += open.Visits[i].Homes
		open.Visits[i].Deputy.To = b.known(open.Visits[i].Deputy.To)
	}
	for _, c := range b.linked(a.Items) {
		if !c.Concealed() && !slices.Contains(x.Cases, c) {
			x.Cases = append(x.Cases, c)
		}
	}
	came := map[*record.Deputy]bool{}
	for _, d := range a.Attended(b.ledger) {
		if !came[d] {
			came[d] = true
			x.Attended = append(x.Attended, b.known(d))
		}
	}
	x.Turnout.Floor = b.ledger.Profile.Floor()
	for _, d := range a.Expected(b.ledger) {
		if d.Hidden(b.drafts) {
			continue
		}
		x.Expected = append(x.Expected, b.known(d))
		if x.Turnout.Whole++; came[d] {
			x.Turnout.Part++
		} else {
			x.Missed = append(x.Missed, b.known(d))
		}
	}
	return x
}

// A TrainingYear (年度培训) is a year's training with its sums.
type TrainingYear struct {
	Year        int
	Rows        []*Activity // newest first
	Hours       int
	Attended    int  // deputies who came, counted each time
	DeputyHours int  // hours of each training times those who came
	Turnout     Rate // of those expected, counted each time, how many came
}

func (b *builder) addTrainings() {
	for _, x := range b.board.Activities {
		if x.Kind != record.Training {
			continue
		}
		n := len(b.board.Trainings)
		if n == 0 || b.board.Trainings[n-1].Year != x.Date.Year {
			b.board.Trainings = append(b.board.Trainings, TrainingYear{Year: x.Date.Year, Turnout: Rate{Floor: b.ledger.Profile.Floor()}})
			n++
		}
		y := &b.board.Trainings[n-1]
		y.Rows = append(y.Rows, x)
		y.Hours += x.Hours
		y.Attended += len(x.Attended)
		y.DeputyHours += x.DeputyHours()
		y.Turnout.add(x.Turnout)
	}
}
