package board

import (
	"slices"

	"gongshi/generator/record"
)

// Changes (代表变动) are how the running term's deputies came and went: those it began with, plus by-elections, less ends
// of mandate, are those who serve.
type Changes struct {
	Began   []*Deputy // in office when the term began
	Elected []*Deputy // by-elections since
	Left    []*Deputy // mandates ended since, of both
	Serving []*Deputy
	Rows    []Change  // of the running term, newest first
	Earlier []*Deputy // mandates that ended before the term began, latest first
}

// A Change (变动) is a by-election or the end of a mandate.
type Change struct {
	Date   record.Date
	Deputy *Deputy
	Ended  bool           // else elected
	Other  *record.Deputy // of a by-election whose seat it filled, of an end who was elected into it; nil when not on file
}

func (b *builder) addChanges() {
	c, from := &b.board.Changes, b.board.Town.Term.From
	into := map[*record.Deputy]*record.Deputy{} // by whose seat it was
	for _, given := range b.ledger.Deputies {
		if v := given.Fills.To; v != nil && b.deputies[given] != nil {
			into[v] = given
		}
	}
	for _, given := range b.ledger.Deputies {
		d := b.deputies[given]
		if d == nil { // a draft, or elected later
			continue
		}
		switch {
		case d.Left.By(from):
			c.Earlier = append(c.Earlier, d)
			continue
		case d.Elected.By(from):
			c.Began = append(c.Began, d)
		default:
			c.Elected = append(c.Elected, d)
			c.Rows = append(c.Rows, Change{d.Elected, d, false, b.known(d.Fills.To)})
		}
		if d.Serving {
			c.Serving = append(c.Serving, d)
		} else {
			c.Left = append(c.Left, d)
			c.Rows = append(c.Rows, Change{d.Left, d, true, into[given]})
		}
	}
	slices.SortStableFunc(c.Rows, func(x, y Change) int { return y.Date.Compare(x.Date) })
	slices.SortStableFunc(c.Earlier, func(x, y *Deputy) int { return y.Left.Compare(x.Left) })
}
