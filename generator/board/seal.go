package board

import (
	"fmt"
	"slices"

	"gongshi/generator/record"
)

// addSeals adds what was sealed by the board's day, in the order of sealing.
func (b *builder) addSeals() {
	for _, s := range b.ledger.Seals {
		if s.Sealed.By(b.on) && !s.Hidden(b.drafts) {
			b.board.Seals = append(b.board.Seals, s)
		}
	}
	slices.SortStableFunc(b.board.Seals, func(x, y *record.Seal) int { return x.Number - y.Number })
}

// Seal is the seal of a half-year, a quarter, a mid-year or year end, or a record: 2025-H1, 2025-year, notices/2025-03-04-banfa. nil when there is none.
func (b *Board) Seal(what string) *record.Seal {
	for _, s := range b.Seals {
		if s.What == what {
			return s
		}
	}
	return nil
}

// SealOfReport is that of the report's half-year, nil when it is not sealed yet.
func (b *Board) SealOfReport(r *Report) *record.Seal { return b.Seal(r.Period.String()) }

// SealOfQuarter is that of a quarter's assessment, nil when it is not sealed yet.
func (b *Board) SealOfQuarter(q *Quarter) *record.Seal {
	return b.Seal(fmt.Sprintf("%d-Q%d", q.Year, q.Assessment.Quarter))
}

// SealOfStandings is that of a mid-year or year end, nil when it is not sealed yet.
func (b *Board) SealOfStandings(s *Standings) *record.Seal {
	if s.Mid {
		return b.Seal(fmt.Sprintf("%d-mid", s.Year))
	}
	return b.Seal(fmt.Sprintf("%d-year", s.Year))
}
