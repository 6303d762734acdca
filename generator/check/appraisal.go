package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var appraisal = Rule{
	Name:   "appraisal",
	Doc:    "民主评议在答复以后进行，报告的代表当天在任；票数不超过到会人数，到会人数不超过当天在任的代表。",
	Source: "办理结果民主评议制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		members := map[record.Date]int{} // serving deputies by day: one meeting votes on many items
		for _, s := range l.Suggestions {
			for i := range s.Appraisals {
				a := &s.Appraisals[i]
				if len(s.Replies) == 0 {
					report(s.At("appraisals", i, "date"), "还没有答复就评议了", "补一段 [[replies]]；还没有答复的，删掉这一段评议")
				} else if a.Date.Before(s.Replies[0].Date) {
					report(s.At("appraisals", i, "date"), "民主评议日期"+day(a.Date)+"早于答复日期"+day(s.Replies[0].Date), "核对这两个日期，改写错的一个",
						see(s.At("replies", 0, "date"), "答复日期"))
				}
				if d := a.Reporter.To; !d.Faulty && !d.Serves(a.Date) {
					report(s.At("appraisals", i, "reporter"), d.Name+"在"+day(a.Date)+"不是在任的代表，不能报告办理结果", "改成当天在任的代表小组组长", see(d.At("elected"), d.Name+"的任职情况"))
				}
				cast := a.Votes.Cast()
				switch {
				case cast == 0:
					report(s.At("appraisals", i, "votes"), "民主评议没有票数", "照表决结果写，例如 votes = { satisfied = 98, basically = 12, dissatisfied = 3, abstained = 2 }")
				case cast > a.Present:
					report(s.At("appraisals", i, "votes"), fmt.Sprintf("到会%d人，却有%d张票", a.Present, cast), "核对到会人数和各种票数", see(s.At("appraisals", i, "present"), "到会人数"))
				}
				if _, known := members[a.Date]; !known {
					for _, d := range l.Deputies {
						if d.Serves(a.Date) {
							members[a.Date]++
						}
					}
				}
				if all := members[a.Date]; a.Present > all {
					report(s.At("appraisals", i, "present"), fmt.Sprintf("到会%d人，当天在任的代表只有%d人", a.Present, all), "列席的人不算到会代表，也不投票；核对人数")
				}
			}
		}
	},
}
