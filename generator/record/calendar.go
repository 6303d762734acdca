package record

import "time"

// A Calendar (放假调休表) is one year's holidays and make-up working days, as the State Council announces them. The clerk
// enters it once a year in calendars/2025.toml. Without it weekends alone are taken as days off.
type Calendar struct {
	Source
	Year     int    `toml:"year,required" zh:"年份"`
	Holidays []Date `toml:"holidays,required" zh:"放假日"` // weekdays that are off
	Workdays []Date `toml:"workdays" zh:"调休上班日"`        // weekend days that are worked
	Basis    string `toml:"basis" zh:"依据"`
}

func (c *Calendar) name() string { return itoa(c.Year) }

// WorkingDay tells whether a day is worked. known is false when no calendar of that year is on record.
func (l *Ledger) WorkingDay(d Date) (works, known bool) {
	works = d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
	c := l.calendars[d.Year]
	if c == nil {
		return works, false
	}
	if works {
		return !has(c.Holidays, d), true
	}
	return has(c.Workdays, d), true
}

// AddWorkingDays is the n-th working day after d: day one is the next working day. known is false when a year on the
// way has no calendar.
func (l *Ledger) AddWorkingDays(d Date, n int) (end Date, known bool) {
	known = true
	for n > 0 {
		d = d.AddDays(1)
		works, ok := l.WorkingDay(d)
		known = known && ok
		if works {
			n--
		}
	}
	return d, known
}

func has(days []Date, d Date) bool {
	for _, x := range days {
		if x == d {
			return true
		}
	}
	return false
}
