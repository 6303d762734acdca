package board

import (
	"slices"

	"gongshi/generator/record"
)

// Standings (累计评议) are the scores of a year so far: the mid-year sum of two quarters, or the year end of four with
// the handling of suggestions and the year's deductions, ranked, and the lists that fall out of the ranking.
type Standings struct {
	Year    int
	Scheme  *record.Scheme
	Mid     bool               // mid-year: quarters only
	Record  *record.Assessment // what the year end adds; nil at mid-year
	Count   int                // quarters counted: 2 or 4
	Classes []StandingClass
	All     []*Standing // in the order of the units

	Plaque    []*Standing // 群众信得过单位
	Commend   []*Standing // 通报表扬
	Criticise []*Standing // 通报批评; empty when the scheme publishes none
	Inspect   []Inspection
}

// A StandingClass is one class from best to worst.
type StandingClass struct {
	Class record.UnitClass
	Rows  []*Standing
}

// An Inspection (视察名单) is the good, middling and poor units of a class that deputies go to see.
type Inspection struct {
	Class              string
	Good, Middle, Poor []*Standing
}

// A Standing (年终得分) is one unit's year, line by line.
type Standing struct {
	Unit       *record.Unit
	Quarters   []*ScoreSheet  // one for each quarter counted; nil where the unit was exempt
	Sum        Points         // of the quarters assessed
	Assessed   int            // quarters assessed
	Mean       Points         // Sum / Assessed
	Handling   *HandlingScore // nil at mid-year, and for a unit that had no item to handle
	ByQuarters Points         // Mean × weight; the mean itself without Handling
	ByHandling Points
	Deductions []record.Deduction // of the year end
	Deducted   Points
	Total      Points
	Band       string
	Satisfied  int  // 满意 ballots of the quarters, which may decide a tie
	Barred     bool // by the ">2 不满意" rule: takes part in the ranking, gets no honours
	Place
}

// A HandlingScore (办理建议分) is the score a unit earns by its own items: each rate times its weight.
type HandlingScore struct {
	Tally   *Tally
	Parts   []HandlingPart
	Weights int // of the parts together; less than 100 when a rate without a whole is left out
	Score   Points
}

// A HandlingPart is one rate and what it is worth.
type HandlingPart struct {
	Key    string // consulted, resolved, satisfied, on_time
	Rate   Rate
	Weight int // percent, of the weights whose rate has a whole
	Score  Points
}

func (b *builder) standings(year int, quarters []*Quarter, end *record.Assessment) *Standings {
	s := &Standings{Year: year, Scheme: quarters[0].Scheme, Mid: end == nil, Record: end, Count: len(quarters)}
	handled := map[*record.Unit][]*Case{} // as of the year end's own day: a published ranking does not move afterwards
	if end != nil {
		for _, c := range casesOn(b.ledger, end.Date, func(x *record.Suggestion) bool { return x.Raised.Year == year && !x.Hidden(b.drafts) }) {
			if c.Received() && c.Unit != nil {
				handled[c.Unit] = append(handled[c.Unit], c)
			}
		}
	}
	for _, u := range b.board.Units {
		row := &Standing{Unit: u.Unit}
		for _, q := range quarters {
			i := slices.IndexFunc(q.Sheets, func(x *ScoreSheet) bool { return x.Unit == u.Unit })
			if i < 0 {
				row.Quarters = append(row.Quarters, nil)
				continue
			}
			row.Quarters = append(row.Quarters, q.Sheets[i])
			row.Sum += q.Sheets[i].Total
			row.Satisfied += q.Sheets[i].Satisfied
			row.Assessed++
		}
		if row.Assessed == 0 {
			continue
		}
		row.Mean = row.Sum.Mean(row.Assessed)
		row.ByQuarters = row.Mean
		if end != nil {
			cases := handled[u.Unit]
			if h := handlingOf(tally(cases, b.ledger.Profile, end.Date), s.Scheme.Handling); h != nil {
				row.Handling = h
				row.ByQuarters = row.Mean.Share(s.Scheme.YearEnd.Quarters)
				row.ByHandling = h.Score.Share(s.Scheme.YearEnd.Handling)
			}
			for _, d := range end.Deductions {
				if d.Unit.To == u.Unit {
					row.Deductions = append(row.Deductions, d)
					row.Deducted += d.Points
				}
			}
			row.Barred = b.sanction(cases).Over()
		}
		row.Total = row.ByQuarters + row.ByHandling - row.Deducted
		row.Band = s.Scheme.Band(row.Total)
		s.All = append(s.All, row)
	}
	for _, class := range s.Scheme.Classes {
		var rows []*Standing
		for _, r := range s.All {
			if r.Unit.Class == class.Name {
				rows = append(rows, r)
			}
		}
		rankBy(rows, s.Scheme.Ties, func(r *Standing) (Points, int, *Place) { return r.Total, r.Satisfied, &r.Place })
		s.Classes = append(s.Classes, StandingClass{class, rows})
		if end == nil {
			continue
		}
		s.Plaque = append(s.Plaque, top(rows, class.Plaque, true)...)
		s.Commend = append(s.Commend, top(rows, class.Commend, true)...)
		if s.Scheme.Criticise {
			s.Criticise = append(s.Criticise, bottom(rows, class.Criticise)...)
		}
		if n := class.Inspect; n > 0 && len(rows) >= 3*n {
			middle := (len(rows) - n) / 2
			s.Inspect = append(s.Inspect, Inspection{class.Name, rows[:n], rows[middle : middle+n], rows[len(rows)-n:]})
		}
	}
	return s
}

// top takes the first n of a ranking and everyone tied with the last of them; barred units are passed over for honours.
func top(rows []*Standing, n int, honours bool) []*Standing {
	var named []*Standing
	for _, r := range rows {
		if honours && r.Barred {
			continue
		}
		if len(named) >= n && (n == 0 || r.Rank != named[len(named)-1].Rank) {
			break
		}
		named = append(named, r)
	}
	return named
}

// bottom takes the last n of a ranking, best first, and everyone tied with the first of them; nobody when that would be
// the whole class, of which none is worse than another.
func bottom(rows []*Standing, n int) []*Standing {
	if n == 0 || len(rows) <= n {
		return nil
	}
	i := len(rows) - n
	for i > 0 && rows[i-1].Rank == rows[i].Rank {
		i--
	}
	if i == 0 {
		return nil
	}
	return rows[i:]
}

// handlingOf weighs the rates of a unit's items. A rate without a whole (no slip back yet) is left out and the others
// carry its weight; nil when the unit had no item to reply to.
func handlingOf(t *Tally, rule record.HandlingRule) *HandlingScore {
	if len(t.Replied) == 0 {
		return nil
	}
	h := &HandlingScore{Tally: t}
	for _, p := range []HandlingPart{
		{Key: "consulted", Rate: t.ConsultedRate, Weight: rule.Consulted},
		{Key: "resolved", Rate: t.ResolvedRate, Weight: rule.Resolved},
		{Key: "satisfied", Rate: t.ContentRate, Weight: rule.Satisfied},
		{Key: "on_time", Rate: t.OnTimeRate, Weight: rule.OnTime},
	} {
		if p.Rate.None() || p.Weight == 0 {
			continue
		}
		h.Weights += p.Weight
		h.Parts = append(h.Parts, p)
	}
	for i := range h.Parts {
		p := &h.Parts[i]
		p.Score = Points(100 * 100 * p.Rate.Part * p.Weight).Mean(p.Rate.Whole * h.Weights)
		h.Score += p.Score
	}
	return h
}

// A Sanction (不满意件计数) counts a unit's unacceptable results in a year against the limit.
type Sanction struct {
	Cases []*Case
	Limit int
}

// Over tells whether the unit has lost its eligibility for honours.
func (s Sanction) Over() bool { return len(s.Cases) > s.Limit }

func (b *builder) sanction(cases []*Case) Sanction {
	s := Sanction{Limit: b.ledger.Profile.SanctionLimit()}
	for _, c := range cases {
		if c.Unacceptable {
			s.Cases = append(s.Cases, c)
		}
	}
	return s
}
