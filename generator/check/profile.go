package check

import (
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var profileSound = Rule{
	Name:   "profile-sound",
	Doc:    "办理规则里的时限不是零和负数，疑难件时限不短于一般件，类别字母不重复、不带“类”字，至少有一类算解决。",
	Source: "县里的办理办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		p := l.Profile
		if p.Faulty {
			return
		}
		d := &p.Deadlines
		if d.Months < 1 {
			report(p.At("deadlines", "months"), "一般件的时限至少要有一个月", "照县里的办法填月数，例如 3")
		}
		if d.HardMonths != 0 && d.HardMonths < d.Months {
			report(p.At("deadlines", "hard_months"), "疑难件的时限比一般件还短", "核对两个月数", see(p.At("deadlines", "months"), "一般件的时限"))
		}
		for _, n := range []struct {
			value int
			path  []any
		}{
			{d.ExtendMonths, []any{"deadlines", "extend_months"}},
			{d.CoOpinion, []any{"deadlines", "co_opinion_days"}},
			{d.Return, []any{"deadlines", "return_days"}},
			{d.RedoMonths, []any{"deadlines", "redo_months"}},
			{d.Slip, []any{"deadlines", "slip_days"}},
			{d.Publish, []any{"deadlines", "publish_days"}},
			{p.Figures.Floor, []any{"figures", "floor"}},
			{p.Sanction.Limit, []any{"sanction", "limit"}},
			{p.Notices.WorkingDays, []any{"notices", "working_days"}},
			{p.Duties.Visits, []any{"duties", "visits"}},
			{p.Duties.MeetingMonths, []any{"duties", "meeting_months"}},
			{p.Duties.HearingMonths, []any{"duties", "hearing_months"}},
			{p.Duties.OnSiteMonths, []any{"duties", "onsite_months"}},
			{p.Duties.AssessMonths, []any{"duties", "assess_months"}},
			{p.Duties.ReportMonths, []any{"duties", "report_months"}},
			{p.Duties.ReportDays, []any{"duties", "report_days"}},
			{p.Liaison.Deputies, []any{"liaison", "deputies"}},
		} {
			if n.value < 0 {
				report(p.At(n.path...), "这里不能写负数", "照县里的办法填；没有这一条的，删掉这一行")
			}
		}
		seen := map[string]int{}
		resolved := false
		for i, c := range p.Classes {
			resolved = resolved || c.Resolved
			if strings.HasSuffix(c.Letter, "类") {
				report(p.At("classes", i, "letter"), "答复类别“"+c.Letter+"”多写了“类”字，网页上会成“"+c.Letter+"类”", "只写字母：letter = \""+strings.TrimSuffix(c.Letter, "类")+"\"")
			}
			if first, twice := seen[c.Letter]; twice {
				report(p.At("classes", i, "letter"), "答复类别“"+c.Letter+"”写了两次", "每个字母只写一段", see(p.At("classes", first, "letter"), "第一次"))
				continue
			}
			seen[c.Letter] = i
		}
		if !resolved && len(p.Classes) > 0 {
			report(p.At("classes"), "没有一类算“解决”，解决率就会一直是零", "在表示已经解决的那一类下面加一行 resolved = true")
		}
	},
}
