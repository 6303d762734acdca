package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// full is the best score: 100 points.
const full = record.Points(100 * 100)

var schemeSound = Rule{
	Name:   "scheme-sound",
	Doc:    "评议办法里各组权重加起来等于100，票值和等次从高到低、在0到100之间，代号和类别不重复，名额、期限和各条线都不是负数。",
	Source: "综合评议办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Schemes {
			weights(s, report)
			limits(s, report)
			keys := map[string]int{}
			for i, m := range s.Methods {
				if first, twice := keys[m.Key]; twice {
					report(s.At("methods", i, "key"), "代号“"+m.Key+"”写了两次", "每种评议方式用不同的代号", see(s.At("methods", first, "key"), "第一次"))
					continue
				}
				keys[m.Key] = i
			}
			classes := map[string]int{}
			for i, c := range s.Classes {
				for _, n := range []struct {
					key   string
					value int
				}{{"plaque", c.Plaque}, {"commend", c.Commend}, {"criticise", c.Criticise}, {"inspect", c.Inspect}, {"retest", c.Retest}} {
					if n.value < 0 {
						report(s.At("classes", i, n.key), "名额不能是负数", "不设名额的写 0")
					}
				}
				if c.Retest > 0 && s.RetestMonths == 0 {
					report(s.At("classes", i, "retest"), "写了复评几个单位，没有写几个月内复评", "在办法开头加一行 retest_months = 3")
				}
				if first, twice := classes[c.Name]; twice {
					report(s.At("classes", i, "name"), "类别“"+c.Name+"”写了两次", "同一类别只写一段", see(s.At("classes", first, "name"), "第一次"))
					continue
				}
				classes[c.Name] = i
			}
			v := s.Values
			if v.Satisfied > full || v.Basically > v.Satisfied || v.Dissatisfied > v.Basically || v.Dissatisfied < 0 {
				report(s.At("vote_values"), "票值没有从满意、基本满意到不满意由高到低排在100到0之间", "核对这三个票值，例如 100、70、30")
			}
			for i, b := range s.Bands {
				switch {
				case b.From < 0 || b.From > full:
					report(s.At("bands", i, "from"), "起分不在0到100之间", "核对起分")
				case i > 0 && b.From >= s.Bands[i-1].From:
					report(s.At("bands", i, "from"), "等次“"+b.Name+"”的起分没有比“"+s.Bands[i-1].Name+"”低", "等次从高到低写", see(s.At("bands", i-1, "from"), "上一等次"))
				}
			}
		}
	},
}

// weights tells which weights of a scheme do not add up, or are negative.
func weights(s *record.Scheme, report Report) {
	sum := 0
	for i, m := range s.Methods {
		sum += m.Weight
		if m.Weight < 0 {
			report(s.At("methods", i, "weight"), "权重不能是负数", "核对权重")
		}
	}
	if sum != 100 {
		report(s.At("methods"), fmt.Sprintf("各种评议方式的权重加起来是%d，不是100", sum), "核对各段的 weight")
	}
	y, h := &s.YearEnd, &s.Handling
	if y.Way == record.SumOfQuarters {
		if min(y.Quarters, y.Handling) < 0 || max(y.Quarters, y.Handling) > 100 || y.Quarters == 0 {
			report(s.At("year_end"), fmt.Sprintf("四季合计和办理建议各按百分之几计入，季度要是1到100，办理建议要是0到100，现在是%d和%d", y.Quarters, y.Handling), "核对 quarters 和 handling；全部计入的写 100")
		}
	} else if sum := y.Quarters + y.Handling; sum != 100 || y.Quarters < 0 || y.Handling < 0 {
		report(s.At("year_end"), fmt.Sprintf("季度评议和办理建议的权重要是0到100、加起来100，现在是%d和%d", y.Quarters, y.Handling), "核对 quarters 和 handling")
	}
	if sum := h.Consulted + h.Resolved + h.Satisfied + h.OnTime; sum != 100 || min(h.Consulted, h.Resolved, h.Satisfied, h.OnTime) < 0 {
		report(s.At("handling"), fmt.Sprintf("办理建议的四个权重都不能是负数，加起来要等于100，现在加起来是%d", sum), "核对 consulted、resolved、satisfied 和 on_time")
	}
}

// limits tells which of a scheme's numbers cannot be.
func limits(s *record.Scheme, report Report) {
	for _, n := range []struct {
		key   string
		value int
	}{{"min_valid_votes", s.MinValid}, {"min_items", s.MinItems}, {"max_merit", int(s.MaxMerit)}, {"summons_months", s.SummonsMonths}, {"retest_months", s.RetestMonths}} {
		if n.value < 0 {
			report(s.At(n.key), "这个数不能是负数", "没有这一条规定的，删掉这一行")
		}
	}
	if s.SummonsBelow < 0 || s.SummonsBelow > 100 {
		report(s.At("summons_below"), "约见线不在0到100之间", "写百分之几，例如 40；没有这一条规定的，删掉这一行")
	}
}
