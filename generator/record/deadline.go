package record

// A Deadline (办结时限) is the day by which an item must be answered, with every step that led to it, so that a resident
// can find it again with a calendar.
type Deadline struct {
	Start     Date       // the day the clock started; zero while it has not
	From      ClockStart // what started it
	Months    int        // calendar months added, held to the month's end
	Hard      bool       // the longer limit was used
	Ordinary  Date       // the day Ended comes to
	Ended     Roll       // where Start + Months ends
	Extended  Date       // latest date of the approved postponement; zero when there is none
	Approved  Date       // the day it was approved
	Redo      Date       // limit of the latest second handling; zero when there is none
	RedoEnded Roll       // where the months for handling again end
	Due       Date       // the day that counts: Redo while it runs, else the latest of Ordinary, Extended and Redo
}

// Deadline finds an item's time limit from what was known on a day. The clock starts at the first assignment or at the
// close of the session, as the profile says; an approved postponement moves it; a 不满意 opens a limit for handling
// again, which rules until the next reply and afterwards never leaves less time than there was.
func (l *Ledger) Deadline(s *Suggestion, on Date) Deadline {
	p := &l.Profile.Deadlines
	d := Deadline{From: p.Start, Months: p.Months}
	if s.Hard && p.HardMonths > 0 {
		d.Months, d.Hard = p.HardMonths, true
	}
	if len(s.Assignments) == 0 || !s.Assignments[0].Date.By(on) {
		return d
	}
	d.Start = s.Assignments[0].Date
	if p.Start == FromClose && !s.Between {
		if session := l.Town.TermOn(s.Raised).Session(s.Session); session != nil {
			d.Start = session.Until
		}
	}
	if d.Start == s.Assignments[0].Date {
		d.From = FromAssignment
	}
	d.Ended = l.Roll(d.Start.AddMonths(d.Months))
	d.Ordinary = d.Ended.To
	d.Due = d.Ordinary
	for _, x := range s.Postponements {
		if x.Approved.By(on) && x.Until.After(d.Due) {
			d.Extended, d.Approved, d.Due = x.Until, x.Approved, x.Until
		}
	}
	rounds := s.Rounds(on)
	for i := len(rounds) - 1; i >= 0 && p.RedoMonths > 0; i-- {
		if rounds[i].Opinion(on) != Dissatisfied {
			continue
		}
		d.RedoEnded = l.Roll(rounds[i].SlipBack.AddMonths(p.RedoMonths))
		d.Redo = d.RedoEnded.To
		if running := i == len(rounds)-1; running || d.Redo.After(d.Due) {
			d.Due = d.Redo
		}
		break
	}
	return d
}

// A Roll (顺延) is the end of a limit counted in months: the day that was counted and the day that holds, which is a
// later one when the profile lets a limit that ends on a day off roll on to the next working day.
type Roll struct {
	Day  Date // as counted
	Rest Rest // why nobody works on Day; empty when it is worked
	To   Date // the day that holds
	// NoCalendar is the year whose calendar the rolling would have needed and did not find; 0 when none was missing. Then
	// weekends alone were taken as days off.
	NoCalendar int
}

// Moved tells whether another day holds than the one counted.
func (r Roll) Moved() bool { return r.To != r.Day }

// Rest (休息) is why a day is off.
type Rest string

const (
	Weekend Rest = "周末"
	Holiday Rest = "放假"
)

// Roll finds the day that holds for a limit that ends on d.
func (l *Ledger) Roll(d Date) Roll {
	r := Roll{Day: d, To: d}
	works, known := l.WorkingDay(d)
	if !works {
		r.Rest = Weekend
		if c := l.calendars[d.Year]; c != nil && has(c.Holidays, d) {
			r.Rest = Holiday
		}
	}
	if l.Profile.DayOff() != Rolls {
		return r
	}
	for {
		if !known {
			r.NoCalendar = r.To.Year
		}
		if works {
			return r
		}
		r.To = r.To.AddDays(1)
		works, known = l.WorkingDay(r.To)
	}
}

// ReturnBy is the last day to hand back an assignment made on a day; zero when the profile sets no limit. known is false
// when it is counted in working days and a year on the way has no calendar.
func (l *Ledger) ReturnBy(assigned Date) (end Date, known bool) {
	switch n := l.Profile.Deadlines.Return; {
	case n < 1:
		return Date{}, true
	case l.Profile.ReturnUnit() == CalendarDays:
		return assigned.AddDays(n), true
	default:
		return l.AddWorkingDays(assigned, n)
	}
}
