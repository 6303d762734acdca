package board

import (
	"slices"

	"gongshi/generator/record"
)

// An Exchange is the county's table of a quarter with the rates computed here, the best first.
type Exchange struct {
	*record.Exchange
	Through record.Date // the quarter's last day
	Rows    []ExchangeRow
	Own     *ExchangeRow // this township's; nil when the table has none
}

// An ExchangeRow is one township of the table.
type ExchangeRow struct {
	record.ExchangeRow
	Own           bool
	Rank          int  // by the rate of resolved items, from 1; 0 with too few items to be ranked
	Ranked        int  // how many townships are ranked
	ResolvedRate  Rate // resolved / received
	SatisfiedRate Rate // satisfied / slips back
}

func (b *builder) addExchanges() {
	seen := map[[2]int]bool{}
	for _, e := range b.ledger.Exchanges {
		if e.Hidden(b.drafts) || !e.Date.By(b.on) || seen[[2]int{e.Year, e.Quarter}] {
			continue
		}
		seen[[2]int{e.Year, e.Quarter}] = true
		b.board.Exchanges = append(b.board.Exchanges, b.exchange(e))
	}
	slices.SortStableFunc(b.board.Exchanges, func(x, y *Exchange) int { return 8*(y.Year-x.Year) + y.Quarter - x.Quarter })
}

func (b *builder) exchange(e *record.Exchange) *Exchange {
	x := &Exchange{Exchange: e, Through: record.QuarterEnd(e.Year, e.Quarter)}
	floor, ranked := b.ledger.Profile.Floor(), 0
	for _, t := range e.Towns {
		r := ExchangeRow{ExchangeRow: t, Own: t.Town == b.ledger.Town.Name}
		r.ResolvedRate = Rate{Part: t.Resolved, Whole: t.Received, Floor: floor}
		r.SatisfiedRate = Rate{Part: t.Satisfied, Whole: t.Slips, Floor: floor}
		if r.rankable() {
			ranked++
		}
		x.Rows = append(x.Rows, r)
	}
	slices.SortStableFunc(x.Rows, func(r, s ExchangeRow) int { return r.compare(&s) })
	for i := range x.Rows {
		r := &x.Rows[i]
		if r.rankable() {
			if r.Rank, r.Ranked = i+1, ranked; i > 0 && r.compare(&x.Rows[i-1]) == 0 {
				r.Rank = x.Rows[i-1].Rank
			}
		}
		if r.Own {
			x.Own = r
		}
	}
	return x
}

func (r *ExchangeRow) rankable() bool { return !r.ResolvedRate.None() && !r.ResolvedRate.Small() }

// compare orders by the rate of resolved items, exactly; those with too few items come last.
func (r *ExchangeRow) compare(s *ExchangeRow) int {
	switch a, b := r.rankable(), s.rankable(); {
	case a && b:
		return s.Resolved*r.Received - r.Resolved*s.Received
	case a:
		return -1
	case b:
		return 1
	}
	return 0
}
