package check

import (
	"gongshi/generator/content"
	"gongshi/generator/record"
)

var correctionSound = Rule{
	Name:   "correction-sound",
	Doc:    "更正写明更正的是哪一页，那一页已经公开，原来和现在不一样；动了封存的数据的，每一段写一个数或者一条记录。",
	Source: "信息更正和撤回的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		seals := map[string]bool{}
		for _, s := range l.Seals {
			seals[s.ID] = true
		}
		for _, c := range l.Corrections {
			r, ok := l.Corrigible(c.Page)
			switch {
			case !ok:
				report(c.At("page"), "没有“"+c.Page+"”这一页", meant(c.Page, pagesOf(l), "写文件夹和编号，不写结尾，例如 reports/2025-h1"))
			case r.Faulty:
			case c.Date.Before(r.Out()):
				report(c.At("date"), "更正比那一页发布得还早", "核对更正日期；还没有公开的，直接改记录", see(r.At("date"), "原来的日期"))
			}
			if c.Old == c.New {
				report(c.At("new"), "原来和改为是一样的", "写明改成了什么", see(c.At("old"), "原来"))
			}
			for i, x := range c.Sealed {
				if (x.Figure == "") == (x.Record == "") {
					report(c.At("sealed", i), "每一段要写一个数（figure）或者一条记录（record），只写一样", "照检查列出的写")
				}
				if !seals[x.Period] {
					report(c.At("sealed", i, "period"), "没有叫“"+x.Period+"”的封存", "写封存文件的名字，不带结尾，例如 2025-h1")
				}
			}
		}
	},
}

// pagesOf are the addresses of all records that have a page, without the ending.
func pagesOf(l *record.Ledger) []string {
	var all []string
	for r := range l.Records() {
		if r.Kind.Pages {
			all = append(all, r.Page())
		}
	}
	return all
}
