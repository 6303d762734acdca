package board

import "gongshi/generator/record"

// A Limit (期限) is a time limit inside the handling of an item, besides its deadline, with the day it leads to, so that a
// resident can find that day again with a calendar.
type Limit struct {
	Kind       LimitKind
	Unit       *record.Unit // who is bound; nil where it is the presidium
	From       record.Date
	Days       int
	Count      record.DayUnit
	Due        record.Date
	NoCalendar bool        // a year on the way has no calendar: weekends alone were taken as days off
	Done       record.Date // zero while it is not done
	Late       bool        // done after, or open past, its day
}

// A LimitKind names a sort of limit; the theme's words say it in the reader's language.
type LimitKind string

const (
	LimitReturn    LimitKind = "return"     // 退办: hand back what is another unit's matter
	LimitCoOpinion LimitKind = "co-opinion" // 协办意见
	LimitSlip      LimitKind = "slip"       // 意见表: collect the deputy's slip
	LimitPublish   LimitKind = "publish"    // 公开: publish the reply
)

// Limits are the limits that ran or run on the board's day, in the order of handling. What nobody needs any more is left
// out: the limit to hand back once it has passed unused, an opinion that did not come before the reply.
func (c *Case) Limits() []Limit {
	var limits []Limit
	rule := &c.ledger.Profile.Deadlines
	add := func(x Limit, known bool) {
		x.NoCalendar = !known
		end := x.Done
		if end.IsZero() {
			end = c.on
		}
		x.Late = end.After(x.Due)
		limits = append(limits, x)
	}
	working := func(x Limit) {
		due, known := c.ledger.AddWorkingDays(x.From, x.Days)
		x.Due, x.Count = due, record.WorkingDays
		add(x, known)
	}
	for i := range c.Assignments {
		a := &c.Assignments[i]
		due, known := c.ledger.ReturnBy(a.Date)
		if due.IsZero() || a.Returned.IsZero() && (c.on.After(due) || c.HasReply()) {
			continue
		}
		add(Limit{Kind: LimitReturn, Unit: a.Unit.To, From: a.Date, Days: rule.Return, Count: c.ledger.Profile.ReturnUnit(), Due: due, Done: a.Returned}, known)
	}
	if a := c.Assigned; a != nil && rule.CoOpinion > 0 {
		for _, u := range a.CoUnits {
			given := c.opinionOf(u.To)
			if given.IsZero() && c.HasReply() {
				continue
			}
			add(Limit{Kind: LimitCoOpinion, Unit: u.To, From: a.Date, Days: rule.CoOpinion, Count: record.CalendarDays, Due: a.Date.AddDays(rule.CoOpinion), Done: given}, true)
		}
	}
	for i := range c.Replies {
		if r := &c.Replies[i]; rule.Slip > 0 && !r.SlipSent.IsZero() {
			working(Limit{Kind: LimitSlip, From: r.SlipSent, Days: rule.Slip, Done: r.SlipBack})
		}
	}
	if rule.Publish > 0 && c.HasReply() && !c.Concealed() {
		x := Limit{Kind: LimitPublish, From: c.FirstReply, Days: rule.Publish}
		if c.Publication != nil {
			x.Done = c.Publication.Date
		}
		working(x)
	}
	return limits
}

// opinionOf is the day of a co-handling unit's opinion; zero when it gave none.
func (c *Case) opinionOf(u *record.Unit) record.Date {
	for i := range c.CoOpinions {
		if c.CoOpinions[i].Unit.To == u {
			return c.CoOpinions[i].Date
		}
	}
	return record.Date{}
}
