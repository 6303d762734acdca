package record

import "slices"

// A DutyKind (履职事项) is something the congress owes its people at intervals.
type DutyKind string

const (
	DutyHearing DutyKind = "hearing"  // 听取汇报
	DutyOnSite  DutyKind = "onsite"   // 现场观察
	DutyAssess  DutyKind = "assess"   // 综合评议
	DutyReport  DutyKind = "report"   // 办理情况通报
	DutyYearEnd DutyKind = "year_end" // 年终评议
	DutyAwards  DutyKind = "awards"   // 表彰
	DutyMeeting DutyKind = "meeting"  // 小组会议, owed by each group
	DutyVisits  DutyKind = "visits"   // 走访, owed by each group
	DutySelf    DutyKind = "self"     // 述职, owed by each group
)

// A Duty (履职项目) is one thing owed over a year, with its periods in order.
type Duty struct {
	Kind   DutyKind
	Group  *Group // nil for what the presidium owes
	Months int    // of a period; 12 for what comes once a year
	Turns  []Turn
}

// A Turn (期) is one period of a duty and the record that answers for it.
type Turn struct {
	First, Last Date
	Due         Date    // the last day in time: Last, or some working days later for what is put on paper after the period
	Done        Date    // zero while nothing is on record
	By          *Source // nil while nothing is on record
}

// An act is a dated record that answers for a period of a duty.
type act struct {
	on Date
	by *Source
}

// Duties are the duties of a year with what was on record by a day. A period is answered for by what was done in it.
// What was done beyond the one a period needs answers, late, for the period before when that has nothing: a hearing left
// out in February and held twice in March is one late hearing, and not one missing. Nothing makes up for periods before
// the first act on record.
func (l *Ledger) Duties(year int, on Date, drafts bool) []Duty {
	rule := &l.Profile.Duties
	shown := func(s *Source, day Date) bool { return day.By(on) && !s.Hidden(drafts) }
	activities := func(kind ActivityKind, group *Group) []act {
		var acts []act
		for _, a := range l.Activities {
			if a.Kind == kind && (group == nil || a.Group.To == group) && shown(&a.Source, a.Date) {
				acts = append(acts, act{a.Date, &a.Source})
			}
		}
		return acts
	}
	duties := []Duty{
		{Kind: DutyHearing, Months: rule.HearingEvery(), Turns: l.turns(year, rule.HearingEvery(), on, activities(Hearing, nil))},
		{Kind: DutyOnSite, Months: rule.OnSiteEvery(), Turns: l.turns(year, rule.OnSiteEvery(), on, activities(OnSite, nil))},
	}

	// These say themselves which period they are about.
	about := func(kind DutyKind, months, days int) (d Duty, add func(Date, act)) {
		d = Duty{Kind: kind, Months: months, Turns: l.periods(year, months)}
		for i := range d.Turns {
			d.Turns[i].Due, _ = l.AddWorkingDays(d.Turns[i].Last, days)
		}
		return d, func(day Date, a act) {
			for i := range d.Turns {
				if t := &d.Turns[i]; !day.Before(t.First) && !day.After(t.Last) && shown(a.by, a.on) && (t.By == nil || a.on.Before(t.Done)) {
					t.Done, t.By = a.on, a.by
				}
			}
		}
	}
	assess, assessed := about(DutyAssess, rule.AssessEvery(), 0)
	report, reported := about(DutyReport, rule.ReportEvery(), rule.ReportDue())
	end, ended := about(DutyYearEnd, 12, rule.ReportDue())
	awards, awarded := about(DutyAwards, 12, rule.ReportDue())
	for _, a := range l.Assessments {
		if a.Quarter == 0 {
			ended(Date{a.Year, 12, 31}, act{a.Date, &a.Source})
		} else {
			assessed(Date{a.Year, 3 * a.Quarter, 1}, act{a.Date, &a.Source})
		}
	}
	for _, r := range l.Reports {
		reported(r.Period.Last(), act{r.Date, &r.Source})
	}
	for _, c := range l.Commendations {
		awarded(Date{c.Year, 12, 31}, act{c.Date, &c.Source})
	}
	duties = append(duties, assess, report, end, awards)

	for _, of := range []struct {
		duty   DutyKind
		kind   ActivityKind
		months int
	}{{DutyMeeting, GroupMeeting, rule.MeetingEvery()}, {DutyVisits, VisitRound, 1}, {DutySelf, SelfReporting, 12}} {
		for _, g := range l.Groups {
			if !g.Hidden(drafts) {
				duties = append(duties, Duty{of.duty, g, of.months, l.turns(year, of.months, on, activities(of.kind, g))})
			}
		}
	}
	return duties
}

// periods parts a year into periods of so many months, the last one shorter when they do not divide the year. A period
// that was over when the term began is not owed.
func (l *Ledger) periods(year, months int) []Turn {
	var all []Turn
	for month := 1; month <= 12; month += max(months, 1) {
		first := Date{year, month, 1}
		last := first.AddMonths(max(months, 1)).AddDays(-1)
		if last.Year > year {
			last = Date{year, 12, 31}
		}
		if !last.Before(l.Town.Term.From) {
			all = append(all, Turn{First: first, Last: last, Due: last})
		}
	}
	return all
}

// turns gives a year's periods what answers for them. It goes through all years from the first act's, because one done
// in January may be December's.
func (l *Ledger) turns(year, months int, on Date, acts []act) []Turn {
	slices.SortStableFunc(acts, func(x, y act) int { return x.on.Compare(y.on) })
	from := year
	if len(acts) > 0 {
		from = min(from, acts[0].on.Year)
	}
	var all []Turn
	for y := from; y <= max(year, on.Year); y++ {
		all = append(all, l.periods(y, months)...)
	}
	for i := range all {
		var within []act
		for _, a := range acts {
			if !a.on.Before(all[i].First) && !a.on.After(all[i].Last) {
				within = append(within, a)
			}
		}
		if i > 0 && len(within) > 1 && all[i-1].By == nil && !all[i-1].Last.Before(acts[0].on) {
			all[i-1].Done, all[i-1].By = within[0].on, within[0].by
			within = within[1:]
		}
		if len(within) > 0 {
			all[i].Done, all[i].By = within[0].on, within[0].by
		}
	}
	return slices.DeleteFunc(all, func(t Turn) bool { return t.First.Year != year })
}
