package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Decision is a major decision with what deputies said of it. It holds nothing later than the board's day, and what
// became of an opinion only once it was decided.
type Decision struct {
	*record.Decision
	Open     bool             // deputies are being asked on the board's day
	Asked    bool             // their forms have been counted
	At       record.StageKind // the latest stage; empty before the first
	Decided  record.Date      // zero while it is not
	Forms    Rate             // returned / issued
	Stances  []Share          // of the forms returned: agree, amend, oppose
	Answered Rate             // opinions answered / opinions in words
	Adopted  Rate             // adopted in whole or in part / answered
}

func (b *builder) addDecisions() {
	for _, d := range b.ledger.Decisions {
		if !d.Hidden(b.drafts) && d.Date.By(b.on) {
			b.board.Decisions = append(b.board.Decisions, b.decision(d))
		}
	}
	slices.SortStableFunc(b.board.Decisions, func(x, y *Decision) int { return y.Date.Compare(x.Date) })
	for _, x := range b.board.Decisions {
		for i, ref := range x.Units {
			if u := b.units[ref.To]; u != nil && !named(x.Units[:i], ref.To) {
				u.Decisions = append(u.Decisions, x)
			}
		}
		for i, ref := range x.Villages {
			if v := b.villages[ref.To]; v != nil && !named(x.Villages[:i], ref.To) {
				v.Decisions = append(v.Decisions, x)
			}
		}
		for i := range x.Opinions {
			if d := b.deputies[x.Opinions[i].Deputy.To]; d != nil && !slices.Contains(d.Decisions, x) {
				d.Decisions = append(d.Decisions, x)
			}
		}
	}
}

func (b *builder) decision(given *record.Decision) *Decision {
	d := *given
	d.Stages = upTo(given.Stages, func(s *record.Stage) record.Date { return s.Date }, b.on)
	d.Opinions = upTo(given.Opinions, func(o *record.Opinion) record.Date { return o.Date }, b.on)
	x := &Decision{Decision: &d, Open: d.From.By(b.on) && !d.Until.Before(b.on), Decided: d.Decided()}
	if n := len(d.Stages); n > 0 {
		x.At = d.Stages[n-1].Kind
	}
	floor := b.ledger.Profile.Floor()
	x.Forms, x.Answered, x.Adopted = Rate{Floor: floor}, Rate{Floor: floor}, Rate{Floor: floor}
	said := map[record.Stance]int{}
	for i := range d.Opinions {
		o := &d.Opinions[i]
		o.Deputy.To = b.known(o.Deputy.To)
		said[o.Stance]++
		if x.Decided.IsZero() {
			o.Adopted, o.Why = "", ""
			continue
		}
		if o.Text != "" {
			x.Answered.Whole++
			if o.Adopted != "" {
				x.Answered.Part++
				x.Adopted.Whole++
			}
			if o.Adopted == record.Adopted || o.Adopted == record.AdoptedPart {
				x.Adopted.Part++
			}
		}
	}
	if !d.From.By(b.on) && !d.Asked().By(b.on) {
		d.Issued = 0
	}
	if x.Asked = d.Returned > 0 && d.Asked().By(b.on); !x.Asked {
		d.Returned = 0 // forms are counted when the period ends
		return x
	}
	x.Forms.Part, x.Forms.Whole = d.Returned, d.Issued
	others := said[record.Amend] + said[record.Oppose]
	// A form that agrees needs no entry of its own, so those that agree are what the others leave.
	x.Stances = sharesOf(record.Stance("").Options(), []int{max(0, d.Returned-others), said[record.Amend], said[record.Oppose]}, floor)
	return x
}
