package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Quarter (季度评议) is one quarter's score sheets, worked out and ranked.
type Quarter struct {
	*record.Assessment
	Scheme  *record.Scheme
	Sheets  []*ScoreSheet // in the order of the units
	Classes []Ranking
	Turnout []TurnoutLine
	Ballots Rate       // returned / issued over all groups
	Low     []*Summons // units whose 满意 ballots were below the scheme's line, worst first
}

// A TurnoutLine (发票收票) is one group's ballots.
type TurnoutLine struct {
	Group *record.Group
	Rate  Rate
}

// A ScoreSheet (评分表) recomputes one unit's score line by line.
type ScoreSheet struct {
	Name       string // of its figures: scores.2025-q3.shuili
	Unit       *record.Unit
	Marks      []Mark // one for each method of the scheme
	Sum        Points
	Merits     []record.Merit
	Merited    Points // of the merits together, up to the scheme's limit
	Deductions []record.Deduction
	Deducted   Points
	Total      Points        // Sum + Merited - Deducted
	Vetoes     []record.Veto // any brings the band down to the lowest
	Band       string
	Satisfied  int // 满意 ballots over all methods, which may decide a tie
	Place
}

// Points are hundredths of a point.
type Points = record.Points

// A Mark (单项分) is what one method gives a unit.
type Mark struct {
	Name   string // of its figures: scores.2025-q3.shuili.marks.visit
	Method record.Method
	Votes  *record.Votes // for a method by ballot
	Raw    Points        // out of 100.00
	Score  Points        // Raw × weight
	Given  bool          // false when the record has no value for the method
}

// A Place (名次) is a unit's rank in its class.
type Place struct {
	Rank int  // from 1; 0 when not ranked
	Tied bool // shares the rank
	Of   int  // units ranked in the class
}

// A Ranking (排名) is the units of one class from best to worst.
type Ranking struct {
	Class  record.UnitClass
	Sheets []*ScoreSheet
}

func (b *builder) quarter(a *record.Assessment) *Quarter {
	scheme := a.Scheme.To
	q := &Quarter{Assessment: a, Scheme: scheme}
	for i := range a.Units {
		line := &a.Units[i]
		sheet := &ScoreSheet{Name: q.Called() + "." + line.Unit.To.ID, Unit: line.Unit.To}
		for _, m := range scheme.Methods {
			mark := Mark{Name: sheet.Name + ".marks." + m.Key, Method: m}
			if m.By == record.ByVote {
				if v, ok := line.Votes[m.Key]; ok {
					mark.Votes, mark.Given = &v, v.Valid() >= scheme.MinValid && v.Valid() > 0
					sheet.Satisfied += v.Satisfied
				}
				if mark.Given {
					mark.Raw = ballotScore(*mark.Votes, scheme.Values)
				}
			} else if p, ok := line.Scores[m.Key]; ok {
				mark.Raw, mark.Given = p, true
			}
			mark.Score = mark.Raw.Share(m.Weight)
			sheet.Sum += mark.Score
			sheet.Marks = append(sheet.Marks, mark)
		}
		sheet.Merits, sheet.Merited = meritsOf(a, sheet.Unit, scheme)
		sheet.Deductions, sheet.Deducted = deductionsOf(a, sheet.Unit)
		sheet.Vetoes = vetoesOf(a, sheet.Unit)
		sheet.Total = sheet.Sum + sheet.Merited - sheet.Deducted
		sheet.Band = bandOf(scheme, sheet.Total, sheet.Vetoes)
		q.Sheets = append(q.Sheets, sheet)
	}
	slices.SortStableFunc(q.Sheets, func(x, y *ScoreSheet) int { return compareUnits(x.Unit, y.Unit) })
	for _, class := range scheme.Classes {
		var in []*ScoreSheet
		for _, s := range q.Sheets {
			if s.Unit.Class == class.Name {
				in = append(in, s)
			}
		}
		rankBy(in, scheme.Ties, func(s *ScoreSheet) (Points, int, *Place) { return s.Total, s.Satisfied, &s.Place })
		q.Classes = append(q.Classes, Ranking{class, in})
	}
	q.Low = b.markedlyLow(q)
	for _, t := range a.Turnout {
		q.Turnout = append(q.Turnout, TurnoutLine{t.Group.To, Rate{Part: t.Returned, Whole: t.Issued}})
		q.Ballots.Part += t.Returned
		q.Ballots.Whole += t.Issued
	}
	return q
}

// ballotScore is the mean value of the valid ballots, rounded half up to hundredths.
func ballotScore(v record.Votes, values record.VoteValues) Points {
	sum := Points(v.Satisfied)*values.Satisfied + Points(v.Basically)*values.Basically + Points(v.Dissatisfied)*values.Dissatisfied
	return sum.Mean(v.Valid())
}

// rankBy sorts best first and gives ranks: equal totals share a rank and the next one is skipped (1, 1, 3), unless the
// scheme lets the number of 满意 ballots decide first.
func rankBy[T any](all []T, ties record.Ties, of func(T) (total Points, votes int, place *Place)) {
	slices.SortStableFunc(all, func(x, y T) int {
		xt, xv, _ := of(x)
		yt, yv, _ := of(y)
		if xt != yt {
			return int(yt - xt)
		}
		if ties == record.MoreVotes {
			return yv - xv
		}
		return 0
	})
	same := func(x, y T) bool {
		xt, xv, _ := of(x)
		yt, yv, _ := of(y)
		return xt == yt && (ties == record.Together || xv == yv)
	}
	for i := range all {
		_, _, place := of(all[i])
		*place = Place{Rank: i + 1, Of: len(all)}
		if i > 0 && same(all[i-1], all[i]) {
			_, _, before := of(all[i-1])
			place.Rank, place.Tied, before.Tied = before.Rank, true, true
		}
	}
}

func compareUnits(x, y *record.Unit) int { return compareOrder(x.Order, x.ID, y.Order, y.ID) }
