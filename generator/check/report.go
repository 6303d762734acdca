package check

import (
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var reportPeriod = Rule{
	Name:   "report-period",
	Doc:    "半年通报在期间结束以后成文，一个半年只有一份，文件名与期间相符。",
	Source: "半年办理情况通报制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		seen := map[record.Half]*record.Report{}
		name := func(r *record.Report) string { return strings.ToLower(r.Period.String()) }
		for _, r := range l.Reports {
			if last := r.Period.Last(); r.Date.Before(last) {
				report(r.At("date"), "成文日期早于期间的最后一天"+day(last), "通报里的数算到期间最后一天，成文不能早于这一天", see(r.At("period"), "期间"))
			}
			if r.ID == name(r) {
				seen[r.Period] = r
			}
		}
		for _, r := range l.Reports {
			if r.ID == name(r) {
				continue
			}
			if first := seen[r.Period]; first != nil {
				report(r.At("period"), r.Period.String()+" 的通报有两份", "留下一份；发布后要改的，发更正", see(first.At("period"), "另一份"))
				continue
			}
			seen[r.Period] = r
			report(r.At("period"), "文件名 "+r.ID+".md 与期间 "+r.Period.String()+" 不符", "把文件改名为 "+name(r)+".md，或者改期间")
		}
	},
}
