package board

import (
	"slices"

	"gongshi/generator/record"
)

// Use (评议结果运用) is what a year-end ranking is used for: lists that fall out of it by the scheme's numbers alone.
type Use struct {
	Plaque    []*Standing // 群众信得过单位
	Commend   []*Standing // 通报表扬
	Criticise []*Standing // 通报批评; empty when the scheme publishes none
	Inspect   []Inspection
	Retests   []*Standing // the bottom units, to be assessed again

	CommendCopies   []string // 抄送: the superior offices of the units named, each once
	CriticiseCopies []string
}

// An Inspection (视察名单) is the good, middling and poor units of a class that deputies go to see.
type Inspection struct {
	Class              string
	Good, Middle, Poor []*Standing
}

// A Retest (复评) is owed by a bottom unit: by when, and what it got.
type Retest struct {
	Due    record.Date
	Result *record.Retest // nil while it is out
	Band   string         // of the result
	Late   bool           // not done by the day, or done after it
}

// use makes the lists of a year end.
func (b *builder) use(s *Standings) {
	for _, c := range s.Classes {
		class, rows := c.Class, c.Rows
		s.Plaque = append(s.Plaque, top(rows, class.Plaque)...)
		s.Commend = append(s.Commend, top(rows, class.Commend)...)
		if s.Scheme.Criticise {
			s.Criticise = append(s.Criticise, bottom(rows, class.Criticise)...)
		}
		if n := class.Inspect; n > 0 && len(rows) >= 3*n {
			middle := (len(rows) - n) / 2
			s.Inspect = append(s.Inspect, Inspection{class.Name, rows[:n], rows[middle : middle+n], rows[len(rows)-n:]})
		}
		if s.Scheme.RetestMonths > 0 {
			for _, r := range bottom(rows, class.Retest) {
				r.Retest = b.retest(s, r.Unit)
				s.Retests = append(s.Retests, r)
			}
		}
	}
	s.CommendCopies = superiors(s.Commend)
	s.CriticiseCopies = superiors(s.Criticise)
}

func (b *builder) retest(s *Standings, u *record.Unit) *Retest {
	t := &Retest{Due: s.Record.Date.AddMonths(s.Scheme.RetestMonths)}
	for i := range s.Record.Retests {
		if r := &s.Record.Retests[i]; r.Unit.To == u && r.Date.By(b.on) {
			t.Result, t.Band, t.Late = r, s.Scheme.Band(r.Score), r.Date.After(t.Due)
			return t
		}
	}
	t.Late = b.on.After(t.Due)
	return t
}

// superiors are the offices that a document about units is copied to, in the order of the units.
func superiors(rows []*Standing) []string {
	var offices []string
	for _, r := range rows {
		if o := r.Unit.Superior; o != "" && !slices.Contains(offices, o) {
			offices = append(offices, o)
		}
	}
	return offices
}

// top takes the first n of a ranking and everyone tied with the last of them; units that may have no honours are passed over.
func top(rows []*Standing, n int) []*Standing {
	var named []*Standing
	for _, r := range rows {
		if r.NoHonours() {
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
