package board

import (
	"slices"

	"gongshi/generator/record"
)

// An AgendaItem (日程) is a day, or some days, by or on which somebody still owes something: what a calendar should hold.
// Of the fields from Case on, those are set that its kind speaks of.
type AgendaItem struct {
	Kind        AgendaKind
	ID          string // the same on every board for the same thing, wherever its day moves
	First, Last record.Date
	Past        bool // over by the board's day, and still owed

	Case    *Case
	Limit   LimitKind
	Unit    *record.Unit
	Duty    *DutyLine
	Turn    DutyTurn
	Notice  *Notice
	Station *Station
	Quarter *Quarter
	Of      *Standings
}

// An AgendaKind says what is owed; the theme's words say it in the reader's language.
type AgendaKind string

const (
	AgendaReply     AgendaKind = "reply"     // 答复: the unit's first reply to an item
	AgendaPostponed AgendaKind = "postponed" // 延期: the same, by a later day that was approved
	AgendaRedo      AgendaKind = "redo"      // 重办: a reply to an item handled again
	AgendaLimit     AgendaKind = "limit"     // a limit inside the handling of an item
	AgendaPromise   AgendaKind = "promise"   // 承诺: what a reply promised
	AgendaRetest    AgendaKind = "retest"    // 复评: of a unit that came last
	AgendaSummons   AgendaKind = "summons"   // 约见: of a unit that voters found markedly low
	AgendaDuty      AgendaKind = "duty"      // 履职: a period of a duty of the congress or of a group
	AgendaObjection AgendaKind = "objection" // 公示期: residents may object to a notice
	AgendaReception AgendaKind = "reception" // 接待日: deputies sit at a station
)

// horizon is how far ahead a board announces what comes back: this month and the next two.
func horizon(on record.Date) record.Date {
	return record.Date{Year: on.Year, Month: on.Month, Day: 1}.AddMonths(3).AddDays(-1)
}

// Agenda is what is still owed and what is still to come on the board's day, by its first day. What is done is left out,
// also when it was done late, and so are periods of duties that begin beyond the horizon.
func (b *Board) Agenda() []AgendaItem {
	var all []AgendaItem
	due := func(x AgendaItem, last record.Date) {
		x.First, x.Last, x.Past = last, last, b.On.After(last)
		all = append(all, x)
	}
	for _, list := range [][]*Case{b.Overdue, b.Due} {
		for _, c := range list {
			x := AgendaItem{Kind: AgendaReply, ID: "reply-" + c.ID, Case: c, Unit: c.Unit}
			switch {
			case c.State == Redoing:
				x.Kind = AgendaRedo
			case c.HasReply(): // replied late: the slip is out, and the unit owes nothing
				continue
			case !c.Deadline.Extended.IsZero():
				x.Kind = AgendaPostponed
			}
			due(x, c.Deadline.Due)
		}
	}
	for _, c := range b.Cases {
		if !c.Received() {
			continue
		}
		for _, l := range c.Limits() {
			if !l.Done.IsZero() {
				continue
			}
			id := string(l.Kind) + "-" + c.ID + "-" + l.From.String()
			if l.Unit != nil {
				id += "-" + l.Unit.ID
			}
			due(AgendaItem{Kind: AgendaLimit, ID: id, Case: c, Limit: l.Kind, Unit: l.Unit}, l.Due)
		}
	}
	for _, list := range [][]*Case{b.Promises.Due, b.Promises.Waiting} {
		for _, c := range list {
			due(AgendaItem{Kind: AgendaPromise, ID: "promise-" + c.ID, Case: c, Unit: c.Unit}, c.Reply.Promised)
		}
	}
	for _, s := range b.YearEnds {
		for _, r := range s.Retests {
			if r.Retest.Result == nil {
				due(AgendaItem{Kind: AgendaRetest, ID: "retest-" + s.Record.ID + "-" + r.Unit.ID, Of: s, Unit: r.Unit}, r.Retest.Due)
			}
		}
	}
	for _, q := range b.Quarters {
		for _, s := range q.Low {
			if s.Held == nil {
				due(AgendaItem{Kind: AgendaSummons, ID: "summons-" + q.Assessment.ID + "-" + s.Unit.ID, Quarter: q, Unit: s.Unit}, s.Due)
			}
		}
	}
	lines := slices.Concat(b.Duties.Own, b.Duties.next)
	for _, g := range b.Duties.Groups {
		lines = append(lines, g.Lines...)
	}
	for _, line := range lines {
		id := "duty-" + string(line.Kind)
		if line.Group != nil {
			id += "-" + line.Group.ID
		}
		for _, t := range line.Turns {
			if t.By == nil && !t.First.After(horizon(b.On)) {
				due(AgendaItem{Kind: AgendaDuty, ID: id + "-" + t.First.String(), Duty: line, Turn: t}, t.Due)
			}
		}
	}
	for _, n := range b.Notices {
		if n.From.IsZero() || n.Until.Before(b.On) {
			continue
		}
		all = append(all, AgendaItem{Kind: AgendaObjection, ID: "objection-" + n.ID, First: n.From, Last: n.Until, Notice: n})
	}
	for _, s := range b.Stations {
		for _, shift := range s.Next {
			due(AgendaItem{Kind: AgendaReception, ID: "reception-" + s.ID + "-" + shift.Date.String(), Station: s}, shift.Date)
		}
	}
	slices.SortStableFunc(all, func(x, y AgendaItem) int { return x.First.Compare(y.First) })
	return all
}
