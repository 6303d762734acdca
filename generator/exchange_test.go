package generator_test

import (
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// The county's rows of this township are what the board counts on the quarter's last day. The rule exchange-own counts
// for itself, so this also holds the two ways of counting together.
func TestSpecimenExchangesAgree(t *testing.T) {
	l := specimenLedger()
	own := 0
	for _, e := range l.Exchanges {
		now := board.Of(l, record.QuarterEnd(e.Year, e.Quarter), false).Now
		for _, r := range e.Towns {
			if r.Town != l.Town.Name {
				continue
			}
			own++
			for _, c := range []struct {
				what        string
				county, our int
			}{
				{"received", r.Received, len(now.Received)}, {"replied", r.Replied, len(now.Replied)}, {"resolved", r.Resolved, len(now.Resolved)},
				{"slips", r.Slips, now.SlipRate.Part}, {"satisfied", r.Satisfied, now.SatisfiedRate.Part},
			} {
				if c.county != c.our {
					t.Errorf("%s: %s %d in the county's table, %d on the board", e.ID, c.what, c.county, c.our)
				}
			}
		}
	}
	if own != 3 {
		t.Errorf("%d own rows in the specimen", own)
	}
}
