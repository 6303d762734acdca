package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var budgetLines = Rule{
	Name:   "budget-lines",
	Doc:    "工作经费一年一份，项目代号不重复，每笔支出归一个项目，日期在当年。",
	Source: "工作经费预算公开的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		years := map[int]*record.Budget{}
		for _, b := range l.Budgets {
			if first := years[b.Year]; first != nil {
				report(b.At("year"), fmt.Sprintf("%d年的工作经费有两份", b.Year), "留下一份；年中调整的，改预算项目的金额", see(first.At("year"), "另一份"))
			} else {
				years[b.Year] = b
			}
			lines := map[string]int{}
			var keys []string
			for i := range b.Lines {
				n := &b.Lines[i]
				if n.Yuan < 0 {
					report(b.At("lines", i, "yuan"), "预算金额不能是负数", "核对这个数")
				}
				if k, twice := lines[n.Key]; twice {
					report(b.At("lines", i, "key"), "代号“"+n.Key+"”写了两次", "一个项目一个代号", see(b.At("lines", k, "key"), "另一项"))
					continue
				}
				lines[n.Key], keys = i, append(keys, n.Key)
			}
			for i := range b.Payments {
				p := &b.Payments[i]
				if _, ok := lines[p.Line]; !ok {
					report(b.At("payments", i, "line"), "没有代号是“"+p.Line+"”的预算项目", meant(p.Line, keys, "照上面预算项目的 key 写"))
				}
				if p.Date.Year != b.Year {
					report(b.At("payments", i, "date"), fmt.Sprintf("支出日期不在%d年", b.Year), "核对日期；别的年份的支出记在那一年", see(b.At("year"), "年份"))
				}
				if p.Yuan <= 0 {
					report(b.At("payments", i, "yuan"), "支出金额要大于0", "核对这个数；退回的钱从原来那一笔里减")
				}
			}
		}
	},
}

var budgetExceeded = Rule{
	Name:   "budget-exceeded",
	Doc:    "一个项目的支出加起来不超过它的预算。",
	Source: "工作经费预算公开的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, b := range l.Budgets {
			for k := range b.Lines {
				line, spent := &b.Lines[k], 0
				for i := range b.Payments {
					p := &b.Payments[i]
					if p.Line != line.Key {
						continue
					}
					before := spent
					if spent += p.Yuan; before <= line.Yuan && spent > line.Yuan {
						report(b.At("payments", i, "yuan"), fmt.Sprintf("加上这一笔，“%s”支出%d元，超过预算%d元", line.Name, spent, line.Yuan),
							"核对金额和代号；批准了追加的，改预算项目的金额", see(b.At("lines", k, "yuan"), line.Name+"的预算"))
					}
				}
			}
		}
	},
}
