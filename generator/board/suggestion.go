package board

import (
	"slices"

	"gongshi/generator/record"
)

// A State (办理状态) is where an item stands on the board's day. It is derived from dated entries, never typed.
type State string

const (
	Raised     State = "raised"     // handed in, not yet looked at
	Merged     State = "merged"     // taken up by another item at intake
	Returned   State = "returned"   // given back at intake
	Registered State = "registered" // taken, not yet assigned
	Handling   State = "handling"   // with a unit, within its time
	Postponed  State = "postponed"  // a later date was approved, and no reply yet
	Overdue    State = "overdue"    // past its time without a reply
	Replied    State = "replied"    // replied, the deputy's slip is out
	Redoing    State = "redoing"    // the deputy is dissatisfied: handled again
	Resolved   State = "resolved"   // replied with a resolving class, the deputy is not dissatisfied
	Stepwise   State = "stepwise"   // 逐步办: being resolved
	Upward     State = "upward"     // 向上争取: planned, or beyond the town's powers
	Reference  State = "reference"  // 作参考
)

// States lists all states in the order in which they are shown.
var States = []State{Resolved, Stepwise, Upward, Reference, Replied, Redoing, Handling, Postponed, Overdue, Registered, Raised, Merged, Returned}

// A Case (办件) is a suggestion with what follows from its entries on the board's day.
type Case struct {
	*record.Suggestion // the public part as of the day; see publicPart
	Year               int
	State              State
	Step               int // of the six steps (六步): 1 collect … 6 commend; 0 when merged or returned
	Deadline           record.Deadline
	DaysLeft           int // to the deadline; negative when past
	Assigned           *record.Assignment
	Unit               *record.Unit       // the unit that has it, nil before assignment
	Group              *record.Group      // of the leading deputy
	Reply              *record.Reply      // the latest, nil before the first
	Class              *record.ReplyClass // of the latest reply, nil when there is none
	Opinion            record.Satisfaction
	SlipOut            bool // the latest slip has not come back
	Late               bool // closed after, or open past, its deadline
	Consulted          bool // every reply was preceded by a consultation
	Unacceptable       bool // counts under the ">2 不满意" rule
	Excused            bool // would count, had the presidium not recognised a reason
	ClosedOn           record.Date
	FirstReply         record.Date
	Sitting            *Sitting    // of the session it belongs to; nil when that is not on file
	Activities         []*Activity // that dealt with it, newest first
	PublishBy          record.Date // limit for publishing the reply; zero when it is out, is never to be, or has no limit

	ledger *record.Ledger // for limits, which only the item's own page asks for
	on     record.Date
}

// Received (受理) tells whether the item was registered: it counts in the headline figures.
func (c *Case) Received() bool {
	return c.Intake != nil && c.Intake.Result == record.Registered
}

// HasReply tells whether a reply was given.
func (c *Case) HasReply() bool { return c.Reply != nil }

// Resolved (已解决) tells whether the latest reply is of a resolving class and the deputy is not dissatisfied with it.
func (c *Case) Resolved() bool { return c.State == Resolved }

// Redone (重办) is how often the item was handled again.
func (c *Case) Redone() int {
	n := 0
	for i := range c.Replies {
		if c.Replies[i].Satisfaction == record.Dissatisfied {
			n++
		}
	}
	return n
}

// DaysLate is how many days an open item is past its deadline, or was when it was answered; 0 when it is not.
func (c *Case) DaysLate() int {
	switch {
	case c.Closed() || !c.Late:
		return 0
	case c.AnsweredLate():
		return c.Deadline.Due.DaysTo(c.Reply.Date)
	}
	return -c.DaysLeft
}

// AnsweredLate tells whether an open item was answered past its deadline: it waits for the deputy or for closing.
func (c *Case) AnsweredLate() bool { return !c.Closed() && c.Late && !c.unanswered() }

// unanswered tells whether the unit owes an answer: there is none, or the deputy is dissatisfied with it.
func (c *Case) unanswered() bool { return !c.HasReply() || c.Opinion == record.Dissatisfied }

// Closed (办结) tells whether handling has ended.
func (c *Case) Closed() bool { return !c.ClosedOn.IsZero() }

// Concealed tells whether even the title is withheld.
func (c *Case) Concealed() bool { return c.Open == record.Withheld }

// InPart tells whether less than the full text is open.
func (c *Case) InPart() bool { return c.Open != record.Full }

// Exception is the published reason why a reply came before a consultation; empty when none did.
func (c *Case) Exception() string {
	for i := range c.Replies {
		if c.Replies[i].Exception != "" {
			return c.Replies[i].Exception
		}
	}
	return ""
}

// Postponement is the approved postponement in force, nil when there is none.
func (c *Case) Postponement() *record.Postponement {
	for i := len(c.Postponements) - 1; i >= 0; i-- {
		if !c.Postponements[i].Approved.IsZero() {
			return &c.Postponements[i]
		}
	}
	return nil
}

// Explanation is the latest explanation, nil when there is none.
func (c *Case) Explanation() *record.Explanation {
	if n := len(c.Explanations); n > 0 {
		return &c.Explanations[n-1]
	}
	return nil
}

// caseOf derives a case as of a day; nil when the item had not been raised by then.
func caseOf(l *record.Ledger, s *record.Suggestion, on record.Date) *Case {
	if !s.Raised.By(on) {
		return nil
	}
	c := &Case{Suggestion: publicPart(s, on), Year: s.Raised.Year, Group: s.Lead.To.Group.To, Consulted: true, Unacceptable: s.Unacceptable(on), Excused: s.Excused(on), ledger: l, on: on}
	if c.Assigned = c.Assignment(on); c.Assigned != nil {
		c.Unit = c.Assigned.Unit.To
	}
	for i := range c.Replies {
		c.Consulted = c.Consulted && c.Suggestion.Consulted(i)
	}
	if n := len(c.Replies); n > 0 {
		c.FirstReply = c.Replies[0].Date
		c.Reply = &c.Replies[n-1]
		c.Class = l.Profile.Class(c.Reply.Class)
		c.Opinion = c.Reply.Opinion(on)
		c.SlipOut = c.Opinion == ""
		if days := l.Profile.Deadlines.Publish; days > 0 && c.Publication == nil && !c.Concealed() {
			c.PublishBy, _ = l.AddWorkingDays(c.FirstReply, days)
		}
	}
	c.Deadline = l.Deadline(s, on)
	if c.Closing != nil {
		c.ClosedOn = c.Closing.Date
		// A closed item is judged by the limit that ruled its handling, not by one opened afterwards.
		c.Deadline = l.Deadline(s, c.ClosedOn)
	}
	end := on
	if c.Closed() {
		end = c.ClosedOn
	} else if !c.unanswered() {
		end = c.Reply.Date // the unit has answered: waiting for the slip is not its delay
	}
	if due := c.Deadline.Due; !due.IsZero() {
		c.DaysLeft = on.DaysTo(due)
		c.Late = end.After(due)
	}
	c.State, c.Step = c.stand(on)
	return c
}

// stand finds the state and the step.
func (c *Case) stand(on record.Date) (State, int) {
	switch {
	case c.Intake == nil:
		return Raised, 1
	case c.Intake.Result == record.Merged:
		return Merged, 0
	case c.Intake.Result == record.Returned:
		return Returned, 0
	case c.Assigned == nil:
		return Registered, 2
	}
	step := 4
	switch {
	case c.Closed():
		step = 6
	case !c.unanswered():
		step = 5
	case !c.HasReply() && c.Assigned.Accepted.IsZero():
		step = 3
	}
	switch {
	case c.HasReply() && c.Opinion == record.Dissatisfied:
		return Redoing, step
	case c.HasReply() && c.Class != nil && c.Opinion != "" || c.Closed():
		return c.outcome(), step
	case c.HasReply():
		return Replied, step
	case on.After(c.Deadline.Due):
		return Overdue, step
	case !c.Deadline.Extended.IsZero():
		return Postponed, step
	}
	return Handling, step
}

// outcome is what the class of the latest reply amounts to.
func (c *Case) outcome() State {
	switch {
	case c.Class == nil:
		return Replied
	case c.Class.Resolved:
		return Resolved
	case c.Class.Disposition == record.Upward:
		return Upward
	case c.Class.Disposition == record.Reference:
		return Reference
	}
	return Stepwise
}

// casesOn derives the cases of a ledger as of a day, by number of record, keeping those for which keep holds.
func casesOn(l *record.Ledger, on record.Date, keep func(*record.Suggestion) bool) []*Case {
	var cases []*Case
	for _, s := range l.Suggestions {
		if keep(s) {
			if c := caseOf(l, s, on); c != nil {
				cases = append(cases, c)
			}
		}
	}
	slices.SortStableFunc(cases, func(a, b *Case) int { return compareNatural(a.ID, b.ID) })
	return cases
}
