package check

import (
	"gongshi/generator/content"
	"gongshi/generator/record"
)

var briefingComplete = Rule{
	Name:   "briefing-complete",
	Doc:    "汇报通气写明谁汇报、多少代表听取；阶段汇报写全计划、重点和结果。",
	Source: "定期向代表汇报制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, b := range l.Briefings {
			if !b.By.Given() && !b.Unit.Given() {
				report(b.At("title"), "没有写是谁汇报的", "加一行 by = \"镇领导姓名\"，或者 unit = \"单位名称\"")
			}
			if b.Heard < 1 {
				report(b.At("heard"), "听取的代表没有人数", "按签到册数一数")
			}
			if b.Kind != record.StageReport {
				continue
			}
			for _, part := range []struct{ key, name, text string }{
				{"plan", "工作计划", b.Plan}, {"focus", "工作重点", b.Focus}, {"results", "进展和结果", b.Results},
			} {
				if part.text == "" {
					report(b.At("kind"), "阶段汇报没有写"+part.name, "加一行 "+part.key+" = \"……\"")
				}
			}
		}
	},
}
