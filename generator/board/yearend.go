package board

import (
	"fmt"
	"slices"

	"gongshi/generator/record"
)

// Standings (累计评议) are the scores of a year so far: the mid-year of two quarters, or the year end of four with the
// handling of suggestions and the year's merits and deductions, ranked, and the lists that fall out of the ranking.
type Standings struct {
	Year      int
	Scheme    *record.Scheme
	Mid       bool               // mid-year: quarters only
	Record    *record.Assessment // what the year end adds; nil at mid-year
	Count     int                // quarters counted: 2 or 4
	Parts     int                // hundreds of points the quarters count: 1 for their mean, Count for their sum
	Quarterly Points             // what a unit can get in the quarters
	Full      Points             // what a unit can get in all, without merits
	Classes   []StandingClass
	All       []*Standing // in the order of the units
	Low       []*Summons  // of the quarters counted, in their order
	Use
}

// A StandingClass is one class from best to worst.
type StandingClass struct {
	Class  record.UnitClass
	Rows   []*Standing
	Exempt []*Standing // not ranked, because they had no item in the year
}

// A Standing (年终得分) is one unit's year, line by line.
type Standing struct {
	Name       string // of its figures: scores.2025-year.shuili
	Unit       *record.Unit
	Quarters   []*ScoreSheet  // one for each quarter counted; nil where the unit was exempt
	Sum        Points         // of the quarters assessed
	Assessed   int            // quarters assessed
	Base       Points         // Sum × Parts / Assessed: the mean of the quarters, or their sum
	Tally      *Tally         // of the items raised in the year, as of the year end; nil at mid-year
	Handling   *HandlingScore // nil at mid-year, and for a unit that had too few items
	ByQuarters Points         // Base × weight; without Handling, its weight goes to the quarters
	ByHandling Points
	Merits     []record.Merit // of the year end
	Merited    Points
	Deductions []record.Deduction // of the year end
	Deducted   Points
	Total      Points
	Graded     Points        // Total out of 100.00, which the bands are for
	Vetoes     []record.Veto // of the quarters and the year end
	Band       string
	Satisfied  int  // 满意 ballots of the quarters, which may decide a tie
	Barred     bool // by the ">2 不满意" rule: takes part in the ranking, gets no honours
	Exempt     bool // had no item in the year, and the scheme does not rank such a unit
	Retest     *Retest
	Place
}

// NoHonours tells whether the unit is passed over when honours are given.
func (s *Standing) NoHonours() bool { return s.Barred || len(s.Vetoes) > 0 }

func (b *builder) standings(year int, quarters []*Quarter, end *record.Assessment) *Standings {
	scheme := quarters[0].Scheme
	s := &Standings{Year: year, Scheme: scheme, Mid: end == nil, Record: end, Count: len(quarters), Parts: scheme.YearEnd.Parts(len(quarters))}
	s.Quarterly = Points(100 * 100 * s.Parts)
	s.Full = s.Quarterly
	if end != nil {
		s.Full = s.Full.Share(scheme.YearEnd.Quarters) + Points(100*scheme.YearEnd.Handling)
	}
	for _, q := range quarters {
		s.Low = append(s.Low, q.Low...)
	}
	handled := map[*record.Unit][]*Case{} // as of the year end's own day: a published ranking does not move afterwards
	if end != nil {
		for _, c := range casesOn(b.ledger, end.Date, func(x *record.Suggestion) bool { return x.Raised.Year == year && !x.Hidden(b.drafts) }) {
			if c.Received() && c.Unit != nil {
				handled[c.Unit] = append(handled[c.Unit], c)
			}
		}
	}
	for _, u := range b.board.Units {
		if row := s.quarters(u.Unit, quarters); row != nil {
			row.ByQuarters = row.Base
			if end != nil {
				b.yearEnd(s, row, handled[u.Unit])
			}
			row.Total = row.ByQuarters + row.ByHandling + row.Merited - row.Deducted
			if s.Full > 0 {
				row.Graded = (100 * 100 * row.Total).Mean(int(s.Full))
			}
			row.Band = bandOf(scheme, row.Graded, row.Vetoes)
			s.All = append(s.All, row)
		}
	}
	for _, class := range scheme.Classes {
		c := StandingClass{Class: class}
		for _, r := range s.All {
			if r.Unit.Class == class.Name {
				if r.Exempt {
					c.Exempt = append(c.Exempt, r)
				} else {
					c.Rows = append(c.Rows, r)
				}
			}
		}
		rankBy(c.Rows, scheme.Ties, func(r *Standing) (Points, int, *Place) { return r.Total, r.Satisfied, &r.Place })
		s.Classes = append(s.Classes, c)
	}
	if end != nil {
		b.use(s)
	}
	return s
}

// period names the standings within the year.
func (s *Standings) period() string {
	if s.Mid {
		return "mid"
	}
	return "year"
}

// quarters begins a unit's year with its score sheets; nil when it was exempt in all of them.
func (s *Standings) quarters(u *record.Unit, quarters []*Quarter) *Standing {
	row := &Standing{Name: fmt.Sprintf("%s.%d-%s.%s", scoresName, s.Year, s.period(), u.ID), Unit: u}
	for _, q := range quarters {
		i := slices.IndexFunc(q.Sheets, func(x *ScoreSheet) bool { return x.Unit == u })
		if i < 0 {
			row.Quarters = append(row.Quarters, nil)
			continue
		}
		sheet := q.Sheets[i]
		row.Quarters = append(row.Quarters, sheet)
		row.Sum += sheet.Total
		row.Satisfied += sheet.Satisfied
		row.Vetoes = append(row.Vetoes, sheet.Vetoes...)
		row.Assessed++
	}
	if row.Assessed == 0 {
		return nil
	}
	row.Base = (Points(s.Parts) * row.Sum).Mean(row.Assessed)
	return row
}

// yearEnd adds to a row what the year end does: the handling of its items, merits, deductions, vetoes.
func (b *builder) yearEnd(s *Standings, row *Standing, cases []*Case) {
	weights := s.Scheme.YearEnd
	row.Tally = tally("assessments."+s.Record.ID+".units."+row.Unit.ID, cases, b.ledger.Profile, s.Record.Date)
	row.Exempt = s.Scheme.ExemptWithoutItems && len(cases) == 0
	if len(row.Tally.Replied) >= s.Scheme.MinItems {
		row.Handling = handlingOf(row.Tally, s.Scheme.Handling)
	}
	if h := row.Handling; h != nil {
		row.ByQuarters = row.Base.Share(weights.Quarters)
		row.ByHandling = h.Score.Share(weights.Handling)
	} else { // what the handling score would have counted goes to the quarters
		row.ByQuarters = (row.Base * s.Full).Mean(int(s.Quarterly))
	}
	row.Merits, row.Merited = meritsOf(s.Record, row.Unit, s.Scheme)
	row.Deductions, row.Deducted = deductionsOf(s.Record, row.Unit)
	row.Vetoes = append(row.Vetoes, vetoesOf(s.Record, row.Unit)...)
	row.Barred = b.sanction(s.Year, cases).Over()
}
