package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// A deputyYear is one deputy in one year.
type deputyYear struct {
	deputy *record.Deputy
	year   int
}

var selfReportOnce = Rule{
	Name:   "self-report-once",
	Doc:    "一位代表一年述职一次，一次一份。",
	Source: "代表述职制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		seen := map[deputyYear]*record.SelfReport{}
		for _, r := range l.SelfReports {
			key := deputyYear{r.Deputy.To, r.Year}
			if first := seen[key]; first != nil {
				report(r.At("deputy"), fmt.Sprintf("%s%d年的述职报告有两份", r.Deputy.To.Name, r.Year), "留下一份；年份写错的，改 year", see(first.At("deputy"), "另一份"))
				continue
			}
			seen[key] = r
		}
	},
}

var selfReportTime = Rule{
	Name:   "self-report-time",
	Doc:    "代表在任时述职，述职不早于所述的年份，点评不早于述职。",
	Source: "代表述职制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, r := range l.SelfReports {
			if d := r.Deputy.To; !d.Faulty && !d.Serves(r.Date) {
				if d.Elected.After(r.Date) {
					report(r.At("date"), d.Name+"述职时还没有当选", "核对述职日期和当选日期", see(d.At("elected"), d.Name+"的当选日期"))
				} else {
					report(r.At("date"), d.Name+"述职时已经离任", "核对述职日期和离任日期", see(d.At("left"), d.Name+"的离任日期"))
				}
			}
			if r.Date.Year < r.Year {
				report(r.At("date"), fmt.Sprintf("述的是%d年的职，述职日期却在%d年", r.Year, r.Date.Year), "核对年份和日期", see(r.At("year"), "所述的年份"))
			}
			for i, c := range r.Comments {
				if c.Date.Before(r.Date) {
					report(r.At("comments", i, "date"), "点评早于述职", "核对这两个日期", see(r.At("date"), "述职日期"))
				}
			}
		}
	},
}

var selfReportVotes = Rule{
	Name:   "self-report-votes",
	Doc:    "述职测评收回的票不多于发出的票，发了票的要写测评结果。",
	Source: "代表述职制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, r := range l.SelfReports {
			v, cast := r.Votes, r.Votes.Cast()
			switch {
			case r.Issued < 0 || v.Satisfied < 0 || v.Basically < 0 || v.Dissatisfied < 0 || v.Abstained < 0:
				report(r.At("votes"), "票数不能是负数", "核对测评的票数")
			case r.Issued > 0 && cast == 0:
				report(r.At("issued"), fmt.Sprintf("发出%d张票，没有写测评结果", r.Issued), "加一行 votes = { satisfied = …, basically = …, dissatisfied = … }；没有测评的，删掉 issued")
			case cast > 0 && r.Issued == 0:
				report(r.At("votes"), fmt.Sprintf("收回%d张票，没有写发出多少张", cast), "加一行 issued = 发出的票数")
			case cast > r.Issued:
				report(r.At("votes"), fmt.Sprintf("收回%d张票，只发出%d张", cast, r.Issued), "核对测评的票数", see(r.At("issued"), "发出票数"))
			}
		}
	},
}
