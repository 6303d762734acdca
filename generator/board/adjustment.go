package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Ledger (加减分台账) is a year's deductions, merits and vetoes with their evidence, in the order in which they were given.
type Ledger struct {
	Year       int
	Rows       []Adjustment
	Deductions int // rows of each kind, and their points
	Merits     int
	Vetoes     int
	Deducted   Points
	Merited    Points // as recorded; a unit's score takes them up to the scheme's limit
	Limit      Points // of merits, in one assessment; 0 when there is none
}

// An Adjustment (加减分) is one row: a piece of evidence and what it cost or earned a unit.
type Adjustment struct {
	Quarter  *Quarter   // where it was given; nil at the year end
	End      *Standings // nil in a quarter
	Effect   Effect
	Unit     *record.Unit
	Evidence string
	Kind     string // empty for a veto
	Points   Points // 0 for a veto
	Reason   string
}

// An Effect is which way an adjustment goes.
type Effect string

const (
	Deducted Effect = "deducted"
	Merited  Effect = "merited"
	Vetoed   Effect = "vetoed"
)

// addLedgers makes the ledger of every year that has quarters, newest first.
func (b *builder) addLedgers() {
	of := map[int]*Ledger{}
	at := func(year int, scheme *record.Scheme) *Ledger {
		if of[year] == nil {
			of[year] = &Ledger{Year: year, Limit: scheme.MaxMerit}
			b.board.Ledgers = append(b.board.Ledgers, of[year])
		}
		return of[year]
	}
	for _, q := range slices.Backward(b.board.Quarters) {
		at(q.Year, q.Scheme).add(q.Assessment, Adjustment{Quarter: q})
	}
	for _, s := range b.board.YearEnds {
		at(s.Year, s.Scheme).add(s.Record, Adjustment{End: s})
	}
	slices.SortStableFunc(b.board.Ledgers, func(x, y *Ledger) int { return y.Year - x.Year })
}

// add puts the rows of one assessment on the ledger; at is a row with its place alone.
func (l *Ledger) add(a *record.Assessment, at Adjustment) {
	row := func(effect Effect, u *record.Unit, evidence, kind string, points Points, reason string) {
		at.Effect, at.Unit, at.Evidence, at.Kind, at.Points, at.Reason = effect, u, evidence, kind, points, reason
		l.Rows = append(l.Rows, at)
	}
	for _, d := range a.Deductions {
		row(Deducted, d.Unit.To, d.Evidence, d.Kind, d.Points, d.Reason)
		l.Deducted += d.Points
		l.Deductions++
	}
	for _, m := range a.Merits {
		row(Merited, m.Unit.To, m.Evidence, m.Kind, m.Points, m.Reason)
		l.Merited += m.Points
		l.Merits++
	}
	for _, v := range a.Vetoes {
		row(Vetoed, v.Unit.To, v.Evidence, "", 0, v.Reason)
		l.Vetoes++
	}
}

func deductionsOf(a *record.Assessment, u *record.Unit) (of []record.Deduction, sum Points) {
	for _, d := range a.Deductions {
		if d.Unit.To == u {
			of = append(of, d)
			sum += d.Points
		}
	}
	return of, sum
}

// meritsOf are a unit's merits in an assessment and what they count together.
func meritsOf(a *record.Assessment, u *record.Unit, s *record.Scheme) (of []record.Merit, counted Points) {
	for _, m := range a.Merits {
		if m.Unit.To == u {
			of = append(of, m)
			counted += m.Points
		}
	}
	return of, s.Merits(counted)
}

func vetoesOf(a *record.Assessment, u *record.Unit) (of []record.Veto) {
	for _, v := range a.Vetoes {
		if v.Unit.To == u {
			of = append(of, v)
		}
	}
	return of
}

// bandOf is the band of a score out of 100.00; a veto brings it down to the lowest.
func bandOf(s *record.Scheme, p Points, vetoes []record.Veto) string {
	if len(vetoes) > 0 {
		return s.Lowest()
	}
	return s.Band(p)
}
