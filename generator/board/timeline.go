package board

import (
	"slices"

	"gongshi/generator/record"
)

// An Event (办理环节) is one dated entry of an item's life, as the timeline shows it.
type Event struct {
	Date      record.Date
	Kind      EventKind
	Round     int                // round of handling, from 1; 0 where it does not apply
	Unit      *record.Unit       // the unit concerned, if any
	Who       string             // person or body, as recorded
	Form      string             // form of consultation or urging, route of an assignment, …
	Text      string             // what was said or written
	Reply     *record.Reply      // for replies and slips
	Assigned  *record.Assignment // for assignments
	Votes     *record.Ballots    // of an appraisal
	Until     record.Date        // latest date of a postponement
	Exception string             // why a reply came before a consultation
	Activity  *Activity          // for activities
}

// An EventKind names a sort of event; the theme's words say it in the reader's language.
type EventKind string

const (
	EventRaised     EventKind = "raised"
	EventIntake     EventKind = "intake"
	EventAssigned   EventKind = "assigned"
	EventAccepted   EventKind = "accepted"
	EventHandedBack EventKind = "handed-back"
	EventConsulted  EventKind = "consulted"
	EventCoOpinion  EventKind = "co-opinion"
	EventUrged      EventKind = "urged"
	EventApplied    EventKind = "postponement-applied"
	EventPostponed  EventKind = "postponed"
	EventReplied    EventKind = "replied"
	EventSlipBack   EventKind = "slip-back"
	EventExplained  EventKind = "explained"
	EventAppraised  EventKind = "appraised"
	EventClosed     EventKind = "closed"
	EventKept       EventKind = "promise-kept"
	EventPublished  EventKind = "published"
	EventActivity   EventKind = "activity"
)

// rank orders events of one day as they happen.
var rank = map[EventKind]int{
	EventRaised: 0, EventIntake: 1, EventAssigned: 2, EventAccepted: 3, EventHandedBack: 4, EventCoOpinion: 5, EventUrged: 6,
	EventConsulted: 7, EventApplied: 8, EventPostponed: 9, EventReplied: 10, EventSlipBack: 11, EventExplained: 12,
	EventAppraised: 13, EventClosed: 14, EventKept: 15, EventPublished: 16, EventActivity: 17,
}

// Timeline (办理经过) lists the events of a case in the order of their days. The case holds nothing later than the board's
// day. It is made when asked for: a page needs one, the board holds thousands.
func (c *Case) Timeline() []Event {
	s := c.Suggestion
	events := make([]Event, 0, 10+2*len(s.Replies))
	add := func(e Event) {
		if !e.Date.IsZero() {
			events = append(events, e)
		}
	}
	add(Event{Date: s.Raised, Kind: EventRaised})
	if in := s.Intake; in != nil {
		add(Event{Date: in.Date, Kind: EventIntake, Who: in.By, Form: string(in.Result), Text: in.Reason})
	}
	for i := range s.Assignments {
		a := &s.Assignments[i]
		add(Event{Date: a.Date, Kind: EventAssigned, Unit: a.Unit.To, Form: string(a.Route), Assigned: a})
		add(Event{Date: a.Accepted, Kind: EventAccepted, Unit: a.Unit.To, Who: a.Handler})
		add(Event{Date: a.Returned, Kind: EventHandedBack, Unit: a.Unit.To, Text: a.ReturnReason + "\n" + a.LateReturn})
	}
	for i := range s.Consultations {
		x := &s.Consultations[i]
		add(Event{Date: x.Date, Kind: EventConsulted, Round: c.roundOn(x.Date), Form: string(x.Form), Text: x.Said})
	}
	for i := range s.CoOpinions {
		x := &s.CoOpinions[i]
		add(Event{Date: x.Date, Kind: EventCoOpinion, Unit: x.Unit.To, Text: x.Text})
	}
	for i := range s.Urgings {
		x := &s.Urgings[i]
		add(Event{Date: x.Date, Kind: EventUrged, Form: string(x.Form), Who: x.By, Text: x.Asked + "\n" + x.Answer})
	}
	for i := range s.Postponements {
		x := &s.Postponements[i]
		add(Event{Date: x.Applied, Kind: EventApplied, Text: x.Reason})
		add(Event{Date: x.Approved, Kind: EventPostponed, Who: x.Approver, Text: x.Measures, Until: x.Until})
	}
	for i := range s.Replies {
		r := &s.Replies[i]
		add(Event{Date: r.Date, Kind: EventReplied, Round: i + 1, Who: r.Signer, Text: r.Text, Reply: r, Exception: r.Exception})
		add(Event{Date: r.SlipBack, Kind: EventSlipBack, Round: i + 1, Text: r.Why, Reply: r})
		add(Event{Date: r.Kept, Kind: EventKept})
	}
	for i := range s.Explanations {
		add(Event{Date: s.Explanations[i].Date, Kind: EventExplained, Text: s.Explanations[i].Text})
	}
	for i := range s.Appraisals {
		x := &s.Appraisals[i]
		add(Event{Date: x.Date, Kind: EventAppraised, Who: x.Reporter.To.Name, Votes: &x.Votes, Text: x.Text})
	}
	if s.Closing != nil {
		add(Event{Date: s.Closing.Date, Kind: EventClosed, Text: s.Closing.Result, Form: string(s.Closing.Satisfaction)})
	}
	if s.Publication != nil {
		add(Event{Date: s.Publication.Date, Kind: EventPublished})
	}
	for _, a := range c.Activities {
		add(Event{Date: a.Date, Kind: EventActivity, Form: string(a.Kind), Activity: a})
	}
	slices.SortStableFunc(events, func(a, b Event) int {
		if d := a.Date.Compare(b.Date); d != 0 {
			return d
		}
		return rank[a.Kind] - rank[b.Kind]
	})
	return events
}

// roundOn is the round of handling a consultation belongs to: the first whose reply is not earlier, or one more than
// there are replies. A consultation after the only reply of its round (a published exception) stays with that round.
func (c *Case) roundOn(d record.Date) int {
	for i := range c.Replies {
		r := &c.Replies[i]
		if !d.After(r.Date) || r.Exception != "" && (i+1 == len(c.Replies) || !d.After(c.Replies[i+1].Date)) {
			return i + 1
		}
	}
	return len(c.Replies) + 1
}
