package board

import (
	"slices"

	"gongshi/generator/record"
)

// Late (超期和延期) is what is not done in its time: of all years what is still so, of the running year what was.
type Late struct {
	Open       []*Case   // overdue, longest first; then handled again, answered late, postponed, each soonest first
	Overdue    []*Case   // past their limit without an answer, handled again or not
	Answered   []*Case   // answered after their limit, waiting for the deputy or for closing
	Redoing    []*Case   // handled again, still within the limit for it
	Postponed  []*Case   // a later date was approved
	ClosedLate []*Case   // of the running year: closed after their limit
	Notices    []*Notice // postponements (延办反馈书) made known since the running year began, newest first
}

func (b *builder) late() *Late {
	l := &Late{}
	for _, c := range b.board.Overdue {
		if c.AnsweredLate() {
			l.Answered = append(l.Answered, c)
		} else {
			l.Overdue = append(l.Overdue, c)
		}
	}
	for _, c := range b.board.Due { // soonest first
		switch c.State {
		case Redoing:
			l.Redoing = append(l.Redoing, c)
		case Postponed:
			l.Postponed = append(l.Postponed, c)
		}
	}
	l.Notices = b.noticesOf(record.PostponeForm)
	l.Open = slices.Concat(l.Overdue, l.Redoing, l.Answered, l.Postponed)
	for _, c := range b.board.Now.Closed {
		if c.Late {
			l.ClosedLate = append(l.ClosedLate, c)
		}
	}
	return l
}

// Unresolved (没有解决的件) are the received items of the running year that are not resolved, with what residents and
// deputies were told about each.
type Unresolved struct {
	Cases     []*Case   // explained, latest explanation first; then not yet explained, soonest due first
	Explained Rate      // with a dated explanation / unresolved
	Notices   []*Notice // explanations (情况说明) published as notices since the running year began, newest first
}

func (b *builder) unresolved() *Unresolved {
	all := b.board.Now.Unresolved
	u := &Unresolved{Cases: slices.Clone(all)}
	u.Explained = rateOf(all, b.ledger.Profile.Floor(), func(c *Case) bool { return c.Explanation() != nil })
	u.Notices = b.noticesOf(record.ExplainNotice)
	slices.SortStableFunc(u.Cases, func(x, y *Case) int {
		switch ex, ey := x.Explanation(), y.Explanation(); {
		case ex != nil && ey != nil:
			return ey.Date.Compare(ex.Date)
		case ex != nil:
			return -1
		case ey != nil:
			return 1
		}
		return x.Deadline.Due.Compare(y.Deadline.Due)
	})
	return u
}

// noticesOf are the notices of a kind since the running year began.
func (b *builder) noticesOf(kind record.NoticeKind) []*Notice {
	var some []*Notice
	for _, n := range b.board.Notices {
		if n.Notice.Kind == kind && n.Published.Year >= b.board.Year {
			some = append(some, n)
		}
	}
	return some
}

// Publishing (答复公开) is how soon replies become public. Items withheld as a whole are left out: their replies never do.
type Publishing struct {
	Waiting []*Case // of all years: replied and not yet published, in the order in which they are due
	InTime  Rate    // of the running year: published in time / (published + unpublished past the limit)
	Days    Median  // of the running year: calendar days from the first reply to publication
}

func (b *builder) publishing() *Publishing {
	p := &Publishing{}
	var days []int
	var judged []*Case
	for _, c := range b.board.Cases {
		if !c.PublishBy.IsZero() {
			p.Waiting = append(p.Waiting, c)
		}
	}
	for _, c := range b.board.Now.Replied {
		switch {
		case c.Concealed():
		case c.Publication != nil:
			days = append(days, c.PublishDays())
			judged = append(judged, c)
		case c.PublishLeft(b.on) < 0:
			judged = append(judged, c)
		}
	}
	slices.SortStableFunc(p.Waiting, func(x, y *Case) int { return x.PublishBy.Compare(y.PublishBy) })
	p.Days = medianOf(days)
	if limit := b.ledger.Profile.Deadlines.Publish; limit > 0 {
		p.InTime = rateOf(judged, b.ledger.Profile.Floor(), func(c *Case) bool {
			if c.Publication == nil {
				return false
			}
			if c.PublishDays() <= limit { // so few days of any sort are in time: spare the calendar
				return true
			}
			due, _ := b.ledger.AddWorkingDays(c.FirstReply, limit)
			return !c.Publication.Date.After(due)
		})
	}
	return p
}

// PublishDays is how many calendar days passed from the first reply to its publication; ask only when it is published.
func (c *Case) PublishDays() int { return c.FirstReply.DaysTo(c.Publication.Date) }

// PublishLeft is how many calendar days are left to publish the reply, negative when the limit has passed; 0 when no
// publication is awaited.
func (c *Case) PublishLeft(on record.Date) int {
	if c.PublishBy.IsZero() {
		return 0
	}
	return on.DaysTo(c.PublishBy)
}
