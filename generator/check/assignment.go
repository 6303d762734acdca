package check

import (
	"fmt"
	"iter"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var threeResponsibles = Rule{
	Name:   "three-responsibles",
	Doc:    "正在办理的交办，承办单位、领办领导、经办人三样都要有。",
	Source: "三落实制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, s := range l.Suggestions {
			a := s.Assignment(on)
			if a == nil || a.Leader.Given() && a.Handler != "" {
				continue
			}
			var missing, lines []string
			if !a.Leader.Given() {
				missing, lines = append(missing, "领办领导"), append(lines, "leader")
			}
			if a.Handler == "" {
				missing, lines = append(missing, "经办人"), append(lines, "handler")
			}
			for i := range s.Assignments {
				if &s.Assignments[i] == a {
					report(s.At("assignments", i), "交办给"+a.Unit.To.Name+"，没有写"+strings.Join(missing, "和"),
						"在这一段里补上 "+strings.Join(lines, "、"))
				}
			}
		}
	},
}

var returnComplete = Rule{
	Name:   "return-complete",
	Doc:    "退办要写理由；改交别的单位以前，上一次交办先要退办。",
	Source: "交办和退办制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			for i := range s.Assignments {
				a := &s.Assignments[i]
				if !a.Returned.IsZero() && a.ReturnReason == "" {
					report(s.At("assignments", i, "returned"), a.Unit.To.Name+"退办，没有写理由", "加一行 return_reason = \"……\"")
				}
				if i > 0 && s.Assignments[i-1].Returned.IsZero() {
					report(s.At("assignments", i, "unit"), "上一次交办没有退办，又交给了"+a.Unit.To.Name,
						"改交的，给上一次补 returned 和 return_reason；一起办的，写进上一次的 co_units", see(s.At("assignments", i-1, "unit"), "上一次交办"))
				}
			}
		}
	},
}

var returnInTime = Rule{
	Name:   "return-in-time",
	Doc:    "交错了的，承办单位在规定的天数内退回；过了期限才退回的，要写主席团同意的原因。",
	Source: "交办和退办制度",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		for s, i := range returnsLate(l, on) {
			a := &s.Assignments[i]
			due, _ := l.ReturnBy(a.Date)
			if !a.Returned.After(due) {
				continue
			}
			report(s.At("assignments", i, "returned"),
				fmt.Sprintf("%s退办晚了：从%s交办起%d个%s，最迟%s退回", a.Unit.To.Name, day(a.Date), l.Profile.Deadlines.Return, l.Profile.ReturnUnit(), day(due)),
				"核对日期；主席团同意逾期退办的，加一行 late_return_reason = \"……\"，原因会公开",
				see(s.At("assignments", i, "date"), "交办的日期"), see(l.Profile.At("deadlines", "return_days"), "退办的期限"))
		}
	},
}

// returnsLate are assignments handed back by a day, without a reason for coming late, so long after they were made that
// they may be late.
func returnsLate(l *record.Ledger, on record.Date) iter.Seq2[*record.Suggestion, int] {
	return func(yield func(*record.Suggestion, int) bool) {
		for _, s := range l.Suggestions {
			for i := range s.Assignments {
				a := &s.Assignments[i]
				w := wait{0, a.Date, l.Profile.Deadlines.Return}
				if a.Returned.By(on) && a.LateReturn == "" && w.possiblyLate(a.Returned) && !yield(s, i) {
					return
				}
			}
		}
	}
}

var coUnit = Rule{
	Name:   "co-unit",
	Doc:    "协办单位不是主办单位，不重复；写协办意见的是协办单位。",
	Source: "协办制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			for i := range s.Assignments {
				a := &s.Assignments[i]
				for j, c := range a.CoUnits {
					if c.To == a.Unit.To {
						report(s.At("assignments", i, "co_units", j), "主办单位"+c.To.Name+"又写成协办单位", "从 co_units 里删掉", see(s.At("assignments", i, "unit"), "主办单位"))
					} else if first := indexOf(a.CoUnits[:j], c.To); first >= 0 {
						report(s.At("assignments", i, "co_units", j), "协办单位"+c.To.Name+"写了两次", "删掉一个", see(s.At("assignments", i, "co_units", first), "前一个"))
					}
				}
			}
			for i, o := range s.CoOpinions {
				if len(s.Assignments) > 0 && !coHandles(s, o.Unit.To) {
					report(s.At("co_opinions", i, "unit"), o.Unit.To.Name+"写了协办意见，交办里没有让它协办", "把它写进交办的 co_units，或者改写错的单位",
						see(s.At("assignments", len(s.Assignments)-1), "交办"))
				}
			}
		}
	},
}

func indexOf[T any](refs []record.Ref[T], to *T) int {
	for i, r := range refs {
		if r.To == to {
			return i
		}
	}
	return -1
}

func coHandles(s *record.Suggestion, u *record.Unit) bool {
	for i := range s.Assignments {
		if indexOf(s.Assignments[i].CoUnits, u) >= 0 {
			return true
		}
	}
	return false
}

var coOpinionInTime = Rule{
	Name:   "co-opinion-in-time",
	Doc:    "协办单位按期给主办单位协办意见。",
	Source: "县里的办理办法",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		days := l.Profile.Deadlines.CoOpinion
		if l.Profile.Faulty || days < 1 {
			return
		}
		for _, s := range l.Suggestions {
			a := s.Assignment(on)
			if a == nil || len(a.CoUnits) == 0 || len(s.Rounds(on)) > 0 || !on.After(a.Date.AddDays(days)) {
				continue
			}
			for i, c := range a.CoUnits {
				given := false
				for j := range s.CoOpinions {
					given = given || s.CoOpinions[j].Unit.To == c.To && s.CoOpinions[j].Date.By(on)
				}
				if given {
					continue
				}
				for j := range s.Assignments {
					if &s.Assignments[j] == a {
						report(s.At("assignments", j, "co_units", i), c.To.Name+"的协办意见到"+day(a.Date.AddDays(days))+"就该给，还没有",
							"催要协办意见，收到后加一段 [[co_opinions]]", see(l.Profile.At("deadlines", "co_opinion_days"), "协办意见的期限"))
					}
				}
			}
		}
	},
}
