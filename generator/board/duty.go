package board

import (
	"slices"

	"gongshi/generator/record"
)

// A DutyBoard (履职清单) is what the congress itself owes over a year, and what stands on record as done: who discloses
// others is disclosed.
type DutyBoard struct {
	Year   int
	Own    []*DutyLine // of the presidium
	Groups []DutyGroups
	Rate   Rate       // periods done in time, of those done or past their time
	Late   []DutyItem // of those, done late
	Gone   []DutyItem // of those, nothing on record

	next []*DutyLine // of the year after, for the agenda
}

// A DutyItem is one period of one duty.
type DutyItem struct {
	*DutyLine
	Turn DutyTurn
}

// DutyGroups is one duty of every group. All groups have the same periods.
type DutyGroups struct {
	Kind   record.DutyKind
	Months int
	Turns  []DutyTurn // the periods alone
	Lines  []*DutyLine
	Rate   Rate
}

// A DutyLine (履职项目) is one duty over the year.
type DutyLine struct {
	record.Duty
	Turns []DutyTurn
	Rate  Rate
}

// A DutyTurn (期) is one period as it stands on the board's day.
type DutyTurn struct {
	record.Turn
	State    DutyState
	Days     int  // done, or not done, so many days after it was due
	Coverage Rate // of a group's visits: deputies who called on enough homes; none while nothing is on record
}

// A DutyState (履职情况) says whether a period was answered for.
type DutyState string

const (
	DutyDone    DutyState = "done"    // in time
	DutyLate    DutyState = "late"    // done after it was due
	DutyMissing DutyState = "missing" // past due, nothing on record
	DutyRunning DutyState = "running" // not due yet
	DutyAhead   DutyState = "ahead"   // not begun
)

// DutyStates are all of them, for the key under the table.
var DutyStates = []DutyState{DutyDone, DutyLate, DutyMissing, DutyRunning, DutyAhead}

func (b *builder) addDuties() {
	floor := b.ledger.Profile.Floor()
	d := &DutyBoard{Year: b.board.Year, Rate: Rate{Floor: floor}}
	b.board.Duties = d
	for _, duty := range b.ledger.Duties(d.Year, b.on, b.drafts) {
		line := b.dutyLine(duty)
		for _, t := range line.Turns {
			switch t.State {
			case DutyLate:
				d.Late = append(d.Late, DutyItem{line, t})
			case DutyMissing:
				d.Gone = append(d.Gone, DutyItem{line, t})
			}
		}
		d.Rate.add(line.Rate)
		if duty.Group == nil {
			d.Own = append(d.Own, line)
			continue
		}
		n := len(d.Groups)
		if n == 0 || d.Groups[n-1].Kind != duty.Kind {
			d.Groups = append(d.Groups, DutyGroups{Kind: duty.Kind, Months: duty.Months, Turns: line.Turns, Rate: Rate{Floor: floor}})
			n++
		}
		g := &d.Groups[n-1]
		g.Lines = append(g.Lines, line)
		g.Rate.add(line.Rate)
	}
	for _, g := range d.Groups {
		slices.SortStableFunc(g.Lines, func(x, y *DutyLine) int {
			return compareOrder(x.Group.Order, x.Group.ID, y.Group.Order, y.Group.ID)
		})
	}
	for _, duty := range b.ledger.Duties(d.Year+1, b.on, b.drafts) {
		d.next = append(d.next, b.dutyLine(duty))
	}
}

func (b *builder) dutyLine(duty record.Duty) *DutyLine {
	line := &DutyLine{Duty: duty}
	line.Rate.Floor = b.ledger.Profile.Floor()
	for _, t := range duty.Turns {
		line.add(b.dutyTurn(duty, t))
	}
	if duty.Group != nil {
		line.Group = b.groups[duty.Group].Group // without a leader who is not shown
	}
	return line
}

// add takes a period on the line and into its rate, once it counts.
func (l *DutyLine) add(t DutyTurn) {
	l.Turns = append(l.Turns, t)
	switch t.State {
	case DutyDone:
		l.Rate.Part++
		l.Rate.Whole++
	case DutyLate, DutyMissing:
		l.Rate.Whole++
	}
}

func (b *builder) dutyTurn(duty record.Duty, t record.Turn) DutyTurn {
	x := DutyTurn{Turn: t}
	switch {
	case t.By != nil && t.Done.After(t.Due):
		x.State, x.Days = DutyLate, t.Due.DaysTo(t.Done)
	case t.By != nil:
		x.State = DutyDone
	case b.on.After(t.Due):
		x.State, x.Days = DutyMissing, t.Due.DaysTo(b.on)
	case b.on.Before(t.First):
		x.State = DutyAhead
	default:
		x.State = DutyRunning
	}
	if v := b.board.Visits; duty.Kind == record.DutyVisits && t.By != nil && v != nil && v.Year == t.First.Year {
		for _, g := range v.Groups {
			for _, m := range g.Months {
				if g.Group == b.groups[duty.Group] && m.Month == t.First.Month {
					x.Coverage = m.Rate
				}
			}
		}
	}
	return x
}
