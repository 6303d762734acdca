package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var petitionSum = Rule{
	Name:   "petition-sum",
	Doc:    "信访统计一季一份，在这一季结束以后统计；每一类受理的件数等于办结、转办、在办之和。",
	Source: "信访统计制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		seen := quarters{}
		for _, p := range l.Petitions {
			seen.add(report, &p.Source, p.Year, p.Quarter, p.Date, "信访统计")
			first := map[string]int{}
			for i := range p.Counts {
				c := &p.Counts[i]
				if k, twice := first[c.Kind]; twice {
					report(p.At("counts", i, "kind"), "“"+c.Kind+"”写了两次", "合成一段", see(p.At("counts", k, "kind"), "另一段"))
				} else {
					first[c.Kind] = i
				}
				for _, n := range []struct {
					key string
					n   int
				}{{"received", c.Received}, {"settled", c.Settled}, {"passed", c.Passed}, {"pending", c.Pending}} {
					if n.n < 0 {
						report(p.At("counts", i, n.key), "件数不能是负数", "核对这个数")
					}
				}
				if sum := c.Settled + c.Passed + c.Pending; c.Received != sum {
					report(p.At("counts", i, "received"), fmt.Sprintf("“%s”受理%d件，办结、转办、在办加起来却是%d件", c.Kind, c.Received, sum), "核对这四个数")
				}
			}
		}
	},
}

// quarters remembers the record of each quarter of one kind.
type quarters map[[2]int]*record.Source

// add tells what is wrong with a record's quarter: there is no such quarter, it was not over, or it has a record.
func (qs quarters) add(report Report, s *record.Source, year, quarter int, date record.Date, term string) {
	if quarter < 1 || quarter > 4 {
		report(s.At("quarter"), fmt.Sprintf("没有第%d季度", quarter), "季度写 1 到 4")
		return
	}
	if last := record.QuarterEnd(year, quarter); date.Before(last) {
		report(s.At("date"), "日期早于这一季的最后一天"+day(last), "一季的数算到最后一天，日期不能早于这一天", see(s.At("quarter"), "季度"))
	}
	if first := qs[[2]int{year, quarter}]; first != nil {
		report(s.At("quarter"), fmt.Sprintf("%d年第%d季度的%s有两份", year, quarter, term), "留下一份", see(first.At("quarter"), "另一份"))
		return
	}
	qs[[2]int{year, quarter}] = s
}
