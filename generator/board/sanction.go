package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Sanction (不满意件认定) counts a unit's unacceptable results in a year against the limit.
type Sanction struct {
	Year    int
	Cases   []*Case // that count, in the order in which the deputies refused them
	Excused []*Case // that do not, for a reason the presidium recognised
	Limit   int
}

// Over tells whether the unit has lost its eligibility for honours.
func (s Sanction) Over() bool { return len(s.Cases) > s.Limit }

// At tells whether one more would be over the limit.
func (s Sanction) At() bool { return len(s.Cases) == s.Limit }

// Since is the day on which the limit was passed: the slip of the first item over it came back. Zero when it was not.
func (s Sanction) Since() record.Date {
	if !s.Over() {
		return record.Date{}
	}
	return s.Cases[s.Limit].Reply.SlipBack
}

// Leaders are the leaders in charge of the items, each once: they cannot be rated 优秀 for the year.
func (s Sanction) Leaders() []*record.Official {
	var leaders []*record.Official
	for _, c := range s.Cases {
		if c.Assigned != nil && c.Assigned.Leader.To != nil && !slices.Contains(leaders, c.Assigned.Leader.To) {
			leaders = append(leaders, c.Assigned.Leader.To)
		}
	}
	return leaders
}

func (b *builder) sanction(year int, cases []*Case) Sanction {
	s := Sanction{Year: year, Limit: b.ledger.Profile.SanctionLimit()}
	for _, c := range cases {
		if c.Unacceptable {
			s.Cases = append(s.Cases, c)
		} else if c.Excused {
			s.Excused = append(s.Excused, c)
		}
	}
	slices.SortStableFunc(s.Cases, func(x, y *Case) int { return x.Reply.SlipBack.Compare(y.Reply.SlipBack) })
	return s
}
