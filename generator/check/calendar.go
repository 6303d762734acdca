package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var calendarKnown = Rule{
	Name:   "calendar-known",
	Doc:    "按工作日算期限要用到的年份，都要有放假调休表。",
	Source: "国务院办公厅每年的放假调休通知",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		told := map[int]bool{}
		missing := func(year int, at content.Pos) {
			if told[year] {
				return
			}
			told[year] = true
			report(l.Profile.At(), fmt.Sprintf("算工作日要用%d年的放假调休表，还没有", year),
				fmt.Sprintf("照国务院办公厅的通知建 calendars/%d.toml；没有表的年份只把周末当休息日", year), see(at, "这里要算工作日"))
		}
		need := func(from record.Date, days int, at func() content.Pos) {
			end, known := l.AddWorkingDays(from, days)
			if known {
				return
			}
			for y := from.AddDays(1).Year; y <= end.Year; y++ {
				if _, known := l.WorkingDay(record.Date{Year: y, Month: 1, Day: 1}); !known {
					missing(y, at())
				}
			}
		}
		for n := range publicNotices(l) {
			if l.Profile.Notices.WorkingDays > 0 {
				need(n.From.AddDays(-1), l.Profile.Notices.WorkingDays, func() content.Pos { return n.At("from") })
			}
		}
		for s, w := range unpublished(l, on) {
			need(w.from, w.days, func() content.Pos { return s.At("replies", w.round, "date") })
		}
		for s, w := range slipsOut(l, on) {
			need(w.from, w.days, func() content.Pos { return s.At("replies", w.round, "slip_sent") })
		}
		if l.Profile.ReturnUnit() == record.WorkingDays {
			for s, i := range returnsLate(l, on) {
				need(s.Assignments[i].Date, l.Profile.Deadlines.Return, func() content.Pos { return s.At("assignments", i, "date") })
			}
		}
		if l.Town.Faulty || l.Profile.DayOff() != record.Rolls {
			return
		}
		for _, s := range l.Suggestions {
			if !received(s) {
				continue
			}
			// The table of a year comes out at the end of the year before: until the year begins there may be none.
			d := l.Deadline(s, on)
			for _, year := range []int{d.Ended.NoCalendar, d.RedoEnded.NoCalendar} {
				if year != 0 && year <= on.Year {
					missing(year, s.At("assignments", 0, "date"))
				}
			}
		}
	},
}
