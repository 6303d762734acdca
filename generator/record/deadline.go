package record

// A Deadline (办结时限) is the day by which an item must be answered, with every step that led to it, so that a resident
// can find it again with a calendar.
type Deadline struct {
	Start    Date       // the day the clock started; zero while it has not
	From     ClockStart // what started it
	Months   int        // calendar months added, held to the month's end
	Hard     bool       // the longer limit was used
	Ordinary Date       // Start + Months
	Extended Date       // latest date of the approved postponement; zero when there is none
	Approved Date       // the day it was approved
	Redo     Date       // limit of the latest second handling; zero when there is none
	Due      Date       // the day that counts: Redo while it runs, else the latest of Ordinary, Extended and Redo
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
	d.Ordinary = d.Start.AddMonths(d.Months)
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
		d.Redo = rounds[i].SlipBack.AddMonths(p.RedoMonths)
		if running := i == len(rounds)-1; running || d.Redo.After(d.Due) {
			d.Due = d.Redo
		}
		break
	}
	return d
}
