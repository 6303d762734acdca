package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var overdue = Rule{
	Name:   "overdue",
	Doc:    "到了办结时限还没有答复的，要有批准的延期或者情况说明。",
	Source: "情况说明和延办反馈书制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty || l.Town.Faulty {
			return
		}
		for _, s := range l.Suggestions {
			if !received(s) || len(s.Rounds(on)) > 0 || s.Closing != nil && s.Closing.Date.By(on) {
				continue
			}
			d := l.Deadline(s, on)
			if d.Due.IsZero() || !on.After(d.Due) || explained(s, record.Date{}, on) {
				continue
			}
			rolled := ""
			if d.Ended.Moved() {
				rolled = "，遇休息日顺延"
			}
			text := fmt.Sprintf("办结时限%s已过（从%s起%d个月%s），没有答复，没有批准的延期，也没有情况说明", day(d.Due), day(d.Start), d.Months, rolled)
			also := see(l.Profile.At("deadlines", "months"), "一般件的时限")
			if d.Hard {
				also = see(l.Profile.At("deadlines", "hard_months"), "疑难件的时限")
			}
			if !d.Extended.IsZero() {
				text = "延期到" + day(d.Due) + "也已过，没有答复，也没有情况说明"
				for i := range s.Postponements {
					if s.Postponements[i].Until == d.Extended {
						also = see(s.At("postponements", i, "until"), "批准延期到这一天")
					}
				}
			}
			report(s.At("assignments", len(s.Assignments)-1, "date"), text, "加一段 [[explanations]]，向居民和代表说明情况；批准了延期的，加一段 [[postponements]]", also)
		}
	},
}

var postponementComplete = Rule{
	Name:   "postponement-complete",
	Doc:    "批准的延期要写最迟办结日期和措施，日期在原定时限以后，不超过规定的延期月数。",
	Source: "延办反馈书制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			for i := range s.Postponements {
				x := &s.Postponements[i]
				if x.Approved.IsZero() {
					continue
				}
				if x.Measures == "" {
					report(s.At("postponements", i, "approved"), "延期批准了，没有写延办期间的措施", "加一行 measures = \"……\"，措施会公开")
				}
				if x.Until.IsZero() {
					report(s.At("postponements", i, "approved"), "延期批准了，没有写最迟办结日期", "加一行 until = 日期")
					continue
				}
				if l.Profile.Faulty || l.Town.Faulty {
					continue
				}
				ordinary := l.Deadline(s, x.Approved).Ordinary
				if ordinary.IsZero() {
					continue
				}
				from := see(s.At("assignments", 0, "date"), "原定时限到"+day(ordinary))
				months := l.Profile.Deadlines.ExtendMonths
				switch latest := l.Roll(ordinary.AddMonths(months)).To; {
				case !x.Until.After(ordinary):
					report(s.At("postponements", i, "until"), "延期后的日期没有超过原定时限"+day(ordinary), "核对日期；原定时限内能办结的，不用延期", from)
				case months > 0 && x.Until.After(latest):
					report(s.At("postponements", i, "until"), fmt.Sprintf("延期超过了%d个月，最迟只能到%s", months, day(latest)), "把日期改到这一天以内", from,
						see(l.Profile.At("deadlines", "extend_months"), "延期上限"))
				}
			}
		}
	},
}

var unresolvedExplained = Rule{
	Name:   "unresolved-explained",
	Doc:    "意见表收回或办结时还没有解决的，要有情况说明。",
	Source: "情况说明制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		for _, s := range l.Suggestions {
			rounds := s.Rounds(on)
			if len(rounds) == 0 {
				continue
			}
			i := len(rounds) - 1
			c := l.Profile.Class(rounds[i].Class)
			if c == nil || c.Resolved || explained(s, record.Date{}, on) {
				continue
			}
			// While the slip is out the deputy may still ask for more; after 不满意 the matter is handled again.
			closed := s.Closing != nil && s.Closing.Date.By(on)
			back := !rounds[i].SlipBack.IsZero() && rounds[i].SlipBack.Before(on) && rounds[i].Satisfaction != record.Dissatisfied
			if !closed && !back {
				continue
			}
			report(s.At("replies", i, "class"), "答复是"+c.Letter+"类（"+c.Meaning+"），没有解决，也没有情况说明", "加一段 [[explanations]]，向居民和代表说明为什么还没有解决")
		}
	},
}
