package board

import "gongshi/generator/record"

// Public is a suggestion as residents may read it on a day, without the board around it; nil when it shows nowhere yet.
func Public(s *record.Suggestion, on record.Date) *record.Suggestion {
	if s.Hidden(false) || !s.Raised.By(on) {
		return nil
	}
	return publicPart(s, on)
}

// publicPart is a copy of a suggestion as it stood on a day and as residents may read it. Everything later than the
// day is left out, and a withheld item keeps its number, dates, people, unit and class but none of its words: who raised
// and who handles it is official business, what it says is not public. Pages are made from this copy alone, so no
// template can show more.
func publicPart(s *record.Suggestion, on record.Date) *record.Suggestion {
	p := *s
	p.Assignments = upTo(s.Assignments, func(a *record.Assignment) record.Date { return a.Date }, on)
	for i := range p.Assignments {
		a := &p.Assignments[i]
		a.Accepted = upToDay(a.Accepted, on)
		if a.Returned = upToDay(a.Returned, on); a.Returned.IsZero() {
			a.ReturnReason, a.LateReturn = "", ""
		}
	}
	p.Consultations = upTo(s.Consultations, func(c *record.Consultation) record.Date { return c.Date }, on)
	p.Urgings = upTo(s.Urgings, func(u *record.Urging) record.Date { return u.Date }, on)
	p.CoOpinions = upTo(s.CoOpinions, func(c *record.CoOpinion) record.Date { return c.Date }, on)
	p.Explanations = upTo(s.Explanations, func(e *record.Explanation) record.Date { return e.Date }, on)
	p.Postponements = upTo(s.Postponements, func(x *record.Postponement) record.Date { return x.Applied }, on)
	for i := range p.Postponements {
		if x := &p.Postponements[i]; !x.Approved.By(on) {
			x.Approved, x.Until, x.Measures, x.Approver = record.Date{}, record.Date{}, "", ""
		}
	}
	p.Appraisals = upTo(s.Appraisals, func(a *record.Appraisal) record.Date { return a.Date }, on)
	p.Replies = upTo(s.Replies, func(r *record.Reply) record.Date { return r.Date }, on)
	for i := range p.Replies {
		r := &p.Replies[i]
		r.Kept, r.SlipSent = upToDay(r.Kept, on), upToDay(r.SlipSent, on)
		if r.SlipBack = upToDay(r.SlipBack, on); r.SlipBack.IsZero() {
			r.Satisfaction, r.Why, r.Collector, r.Signed, r.Refused, r.Justified = "", "", "", false, false, ""
		}
	}
	if s.Intake != nil {
		in := *s.Intake
		if in.Into.To != nil { // only what is needed to name and link the other item
			in.Into.To = &record.Suggestion{Source: record.Source{ID: in.Into.To.ID}, Number: in.Into.To.Number}
		}
		p.Intake = &in
		if !in.Date.By(on) {
			p.Intake = nil
		}
	}
	if s.Closing != nil && !s.Closing.Date.By(on) {
		p.Closing, p.ArchiveNumber = nil, "" // filed after it was closed
	}
	if s.Publication != nil && !s.Publication.Date.By(on) {
		p.Publication = nil
	}
	if s.Open != record.Full {
		conceal(&p)
	}
	return &p
}

// conceal takes the words out of an item that is not open in full. An abstract keeps its title and summary.
func conceal(p *record.Suggestion) {
	p.Source = p.Source.WithoutBody()
	if p.Open == record.Withheld {
		p.Title, p.Summary = "", ""
	}
	for i := range p.Assignments {
		p.Assignments[i].ReturnReason, p.Assignments[i].LateReturn = "", ""
	}
	for i := range p.Consultations {
		p.Consultations[i].Said, p.Consultations[i].Who = "", nil
	}
	for i := range p.Urgings {
		p.Urgings[i].Asked, p.Urgings[i].Answer = "", ""
	}
	for i := range p.CoOpinions {
		p.CoOpinions[i].Text = ""
	}
	for i := range p.Explanations {
		p.Explanations[i].Text = ""
	}
	for i := range p.Appraisals {
		p.Appraisals[i].Text = ""
	}
	for i := range p.Postponements {
		p.Postponements[i].Reason, p.Postponements[i].Measures = "", ""
	}
	for i := range p.Replies {
		r := &p.Replies[i]
		r.Text, r.Measures, r.Why, r.Justified = "", "", "", ""
		if r.Exception != "" {
			r.Exception = string(p.Open) // that there was one is public and counts; its words may tell what is withheld
		}
	}
	if p.Intake != nil {
		p.Intake.Reason = ""
	}
	if p.Closing != nil {
		c := *p.Closing
		c.Result = ""
		p.Closing = &c
	}
}

// upTo copies the entries dated by a day.
func upTo[E any](all []E, date func(*E) record.Date, on record.Date) []E {
	if len(all) == 0 {
		return nil
	}
	some := make([]E, 0, len(all))
	for i := range all {
		if date(&all[i]).By(on) {
			some = append(some, all[i])
		}
	}
	return some
}

func upToDay(d, on record.Date) record.Date {
	if d.By(on) {
		return d
	}
	return record.Date{}
}
