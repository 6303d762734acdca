package board

import (
	"cmp"
	"slices"

	"gongshi/generator/record"
)

// A Summons (约见) is owed to a unit that a quarter's ballots found markedly low: the figure, the line, the day by which
// deputies should call it in, and whether they have.
type Summons struct {
	Unit    *record.Unit
	Quarter *Quarter
	Rate    Rate // 满意 / valid ballots
	Below   int  // percent
	Due     record.Date
	Held    *Activity // the first 约见 with the unit after the vote; nil when there is none
	Late    bool      // not held by the day, or held after it
}

// markedlyLow are the units of a quarter below the scheme's line, worst first.
func (b *builder) markedlyLow(q *Quarter) []*Summons {
	var low []*Summons
	for i := range q.Assessment.Units {
		line := &q.Assessment.Units[i]
		satisfied, valid := line.Ballots()
		if !q.Scheme.MarkedlyLow(satisfied, valid) {
			continue
		}
		s := &Summons{Unit: line.Unit.To, Quarter: q, Rate: Rate{Part: satisfied, Whole: valid, Floor: b.ledger.Profile.Floor()}, Below: q.Scheme.SummonsBelow, Due: q.Scheme.SummonsBy(q.Date)}
		for _, a := range slices.Backward(b.board.Activities) {
			if a.Kind == record.Summons && !a.Date.By(q.Date) && named(a.Units, s.Unit) {
				s.Held = a
				break
			}
		}
		if s.Held != nil {
			s.Late = s.Held.Date.After(s.Due)
		} else {
			s.Late = b.on.After(s.Due)
		}
		low = append(low, s)
	}
	slices.SortStableFunc(low, func(x, y *Summons) int {
		return cmp.Or(cmp.Compare(x.Rate.Part*y.Rate.Whole, y.Rate.Part*x.Rate.Whole), compareUnits(x.Unit, y.Unit))
	})
	return low
}
