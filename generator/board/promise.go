package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Promise (承诺) is a day by which the latest reply says that the matter will be settled. It comes back on every board
// until it is kept, whatever year the item is of.
type Promise struct {
	Case  *Case
	Stand PromiseStand
	Days  int // since the day when due, until it when waiting, before it (negative: after it) when kept
}

// A PromiseStand is how a promise stands on the board's day; the theme's words say it in the reader's language.
type PromiseStand string

const (
	PromiseDue     PromiseStand = "due"     // its day has come and it is not kept
	PromiseWaiting PromiseStand = "waiting" // its day is still to come
	PromiseKept    PromiseStand = "kept"
)

// Promises (承诺兑现) are the promises not yet kept of all years, and those kept since the running year began.
type Promises struct {
	All          []Promise // due, longest first; waiting, soonest first; kept, latest first
	Due          []*Case
	Waiting      []*Case
	Kept         []*Case // since the running year began
	Rate         Rate    // of all years: kept / due by the day, kept or not
	Dispositions []DispositionLine
}

// A DispositionLine (办理方式) is the replied items of the running year that are taken forward in one way, with what
// became of the promises among them.
type DispositionLine struct {
	Slice                  // Key is the disposition
	Due, Waiting, Kept int // promises
}

func (b *builder) promises() *Promises {
	p := &Promises{}
	byDue := func(x, y Promise) int { return x.Case.Reply.Promised.Compare(y.Case.Reply.Promised) }
	var due, waiting, kept []Promise
	var judged []*Case
	began := record.Date{Year: b.board.Year, Month: 1, Day: 1}
	for _, c := range b.board.Cases {
		stand := c.Promise(b.on)
		if stand == "" {
			continue
		}
		if c.Reply.Promised.By(b.on) {
			judged = append(judged, c)
		}
		switch stand {
		case PromiseDue:
			due = append(due, Promise{c, stand, c.Reply.Promised.DaysTo(b.on)})
		case PromiseWaiting:
			waiting = append(waiting, Promise{c, stand, b.on.DaysTo(c.Reply.Promised)})
		default:
			if !c.Reply.Kept.Before(began) {
				kept = append(kept, Promise{c, stand, c.Reply.Kept.DaysTo(c.Reply.Promised)})
			}
		}
	}
	slices.SortStableFunc(due, byDue)
	slices.SortStableFunc(waiting, byDue)
	slices.SortStableFunc(kept, func(x, y Promise) int { return y.Case.Reply.Kept.Compare(x.Case.Reply.Kept) })
	p.All = slices.Concat(due, waiting, kept)
	p.Due, p.Waiting, p.Kept = casesOf(due), casesOf(waiting), casesOf(kept)
	p.Rate = rateOf(judged, b.ledger.Profile.Floor(), func(c *Case) bool { return !c.Reply.Kept.IsZero() })
	p.Dispositions = b.dispositions()
	return p
}

// Promise is how the promise of the latest reply stands on a day; empty when there is none.
func (c *Case) Promise(on record.Date) PromiseStand {
	switch {
	case !c.HasReply() || c.Reply.Promised.IsZero():
		return ""
	case !c.Reply.Kept.IsZero():
		return PromiseKept
	case on.Before(c.Reply.Promised):
		return PromiseWaiting
	}
	return PromiseDue
}

func casesOf(promises []Promise) []*Case {
	var cases []*Case
	for _, p := range promises {
		cases = append(cases, p.Case)
	}
	return cases
}

func (b *builder) dispositions() []DispositionLine {
	var classed []*Case
	for _, c := range b.board.Now.Replied {
		if c.Class != nil {
			classed = append(classed, c)
		}
	}
	ways := []record.Disposition{record.Soon, record.ByStep, record.Upward, record.Reference}
	var lines []DispositionLine
	for _, s := range partition(classed, b.ledger.Profile.Floor(), ways, func(d record.Disposition) string { return string(d) },
		func(c *Case, d record.Disposition) bool { return c.Class.Disposition == d }) {
		line := DispositionLine{Slice: s}
		for _, c := range s.Cases {
			switch c.Promise(b.on) {
			case PromiseDue:
				line.Due++
			case PromiseWaiting:
				line.Waiting++
			case PromiseKept:
				line.Kept++
			}
		}
		lines = append(lines, line)
	}
	return lines
}
