package board

import "gongshi/generator/record"

// A MonthEnd (月末) is how the items of a year that were received by the end of a month stood on that day.
type MonthEnd struct {
	On       record.Date // the month's last day; of the running month the board's day
	Received int
	Standing [4]int // by group of states, in the order of StandingGroups
}

// A StandingGroup (办理情况) is a group of states as a chart shows them over time.
type StandingGroup struct {
	Key    string // of its words
	States []State
}

// StandingGroups are the groups of a received item's states, from what is done to what is late. Each state is in one.
var StandingGroups = [4]StandingGroup{
	{"resolved", []State{Resolved}},
	{"answered", []State{Stepwise, Upward, Reference, Replied}},
	{"handling", []State{Handling, Postponed, Registered}},
	{"behind", []State{Redoing, Overdue}},
}

// monthEnds are those of a year until a day that falls in it.
func (b *builder) monthEnds(year int, last record.Date) []MonthEnd {
	var ends []MonthEnd
	for month := 1; month <= last.Month; month++ {
		day := record.Date{Year: year, Month: month, Day: 1}.AddMonths(1).AddDays(-1)
		if last.Before(day) {
			day = last
		}
		end := MonthEnd{On: day}
		for _, s := range b.ledger.Suggestions {
			if s.Raised.Year != year || s.Hidden(b.drafts) {
				continue
			}
			c := caseOf(b.ledger, s, day)
			if c == nil || !c.Received() {
				continue
			}
			end.Received++
			end.Standing[standingOf(c.State)]++
		}
		ends = append(ends, end)
	}
	return ends
}

func standingOf(state State) int {
	for i, group := range StandingGroups {
		for _, s := range group.States {
			if s == state {
				return i
			}
		}
	}
	return len(StandingGroups) - 2 // what is not done is being handled
}
