package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var scoreRange = Rule{
	Name:   "score-range",
	Doc:    "评分在0到100之间，票数不是负数、不超过收回的票，收回的不超过发出的，扣分和加分大于零，复评在年终评议以后。",
	Source: "综合评议办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, a := range l.Assessments {
			if a.Faulty {
				continue
			}
			returned := turnout(a, report)
			if voted := slices.IndexFunc(a.Units, func(u record.UnitScore) bool { return len(u.Votes) > 0 }); voted >= 0 && len(a.Turnout) == 0 {
				report(a.At("units", voted, "votes"), "有投票，没有写发票收票", "每个代表小组加一段 [[turnout]]，写 group、issued 和 returned")
			}
			for i := range a.Units {
				u := &a.Units[i]
				for _, key := range slices.Sorted(maps.Keys(u.Scores)) {
					if p := u.Scores[key]; p < 0 || p > full {
						report(a.At("units", i, "scores", key), u.Unit.To.Name+"的评分"+p.String()+"不在0到100之间", "核对评分表")
					}
				}
				for _, key := range slices.Sorted(maps.Keys(u.Votes)) {
					v := u.Votes[key]
					at := a.At("units", i, "votes", key)
					if min(v.Satisfied, v.Basically, v.Dissatisfied, v.Unknown) < 0 {
						report(at, u.Unit.To.Name+"的票数有负数", "核对计票单")
						continue
					}
					if cast := v.Valid() + v.Unknown; cast > returned && len(a.Turnout) > 0 {
						report(at, fmt.Sprintf("%s得票%d张，收回的票一共只有%d张", u.Unit.To.Name, cast, returned), "核对计票单和发票收票", see(a.At("turnout"), "发票收票"))
					}
				}
			}
			for i, d := range a.Deductions {
				if d.Points <= 0 || d.Points > full {
					report(a.At("deductions", i, "points"), "扣分"+d.Points.String()+"不在0到100之间", "扣几分就写几，不写负号")
				}
			}
			for i, m := range a.Merits {
				if m.Points <= 0 || m.Points > full {
					report(a.At("merits", i, "points"), "加分"+m.Points.String()+"不在0到100之间", "加几分就写几")
				}
			}
			retests(a, report)
		}
	},
}

// retests judges what bottom units got when they were assessed again.
func retests(a *record.Assessment, report Report) {
	seen := map[*record.Unit]int{}
	for i, r := range a.Retests {
		if first, twice := seen[r.Unit.To]; twice {
			report(a.At("retests", i, "unit"), r.Unit.To.Name+"的复评写了两次", "留下一段", see(a.At("retests", first, "unit"), "第一次"))
			continue
		}
		seen[r.Unit.To] = i
		if a.Quarter != 0 {
			report(a.At("retests", i), "季度评议里写了复评", "复评看的是年终名次，写在年终那一份里")
			continue
		}
		if !r.Date.After(a.Date) {
			report(a.At("retests", i, "date"), r.Unit.To.Name+"的复评不在年终评议以后", "核对这两个日期", see(a.At("date"), "年终评议"))
		}
		if r.Score < 0 || r.Score > full {
			report(a.At("retests", i, "score"), r.Unit.To.Name+"的复评得分"+r.Score.String()+"不在0到100之间", "核对评分表")
		}
	}
}

// turnout judges the ballots given out and gives how many came back.
func turnout(a *record.Assessment, report Report) (returned int) {
	seen := map[*record.Group]int{}
	for i, t := range a.Turnout {
		switch first, twice := seen[t.Group.To]; {
		case twice:
			report(a.At("turnout", i, "group"), t.Group.To.Name+"的发票收票写了两次", "留下一段", see(a.At("turnout", first, "group"), "第一次"))
			continue
		case t.Issued < 0 || t.Returned < 0:
			report(a.At("turnout", i), t.Group.To.Name+"的票数有负数", "核对发票收票记录")
		case t.Returned > t.Issued:
			report(a.At("turnout", i, "returned"), fmt.Sprintf("%s收回%d张，比发出的%d张还多", t.Group.To.Name, t.Returned, t.Issued), "核对发票收票记录", see(a.At("turnout", i, "issued"), "发出"))
		}
		seen[t.Group.To] = i
		returned += t.Returned
	}
	return returned
}

var quarterComplete = Rule{
	Name:   "quarter-complete",
	Doc:    "每季评议，每个单位不是有得分就是写明免评，只写一次；评议办法里的每种方式都有得分，没有办法以外的；有效票太少的不算分。",
	Source: "综合评议办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, a := range l.Assessments {
			if a.Faulty {
				continue
			}
			if a.Quarter < 0 || a.Quarter > 4 {
				report(a.At("quarter"), fmt.Sprintf("没有第%d季度", a.Quarter), "写 1 到 4；年终评议不写 quarter")
				continue
			}
			s := a.Scheme.To
			if !s.Faulty && s.Year != a.Year {
				report(a.At("scheme"), fmt.Sprintf("%d年的评议用了%d年的办法", a.Year, s.Year), "核对年份，或者换成当年的办法", see(s.At("year"), "办法的年份"))
			}
			if a.Quarter == 0 {
				if len(a.Units) > 0 {
					report(a.At("units", 0), "年终记录里写了单位得分", "得分按季度写；这一份真是季度评议的，加上 quarter")
				}
				continue
			}
			once(l, a, report)
			if !s.Faulty {
				methods(a, s, report)
			}
		}
	},
}

// once tells which units stand twice in an assessment, and which stand nowhere.
func once(l *record.Ledger, a *record.Assessment, report Report) {
	seen := make(map[*record.Unit]content.Pos, len(a.Units)+len(a.Exempt))
	add := func(u *record.Unit, path ...any) {
		if first, twice := seen[u]; twice {
			report(a.At(path...), u.Name+"写了两次", "一个单位一季只写一次，要么得分，要么免评", see(first, "前一处"))
			return
		}
		seen[u] = a.At(path...)
	}
	for i := range a.Units {
		add(a.Units[i].Unit.To, "units", i, "unit")
	}
	for i := range a.Exempt {
		add(a.Exempt[i].Unit.To, "exempt", i, "unit")
	}
	var missing []string
	for _, u := range l.Units {
		if _, ok := seen[u]; !ok {
			missing = append(missing, u.Name)
		}
	}
	if missing != nil {
		report(a.At("quarter"), "这一季没有"+list(missing)+"的得分", "补上得分；不参加评议的，写进 [[exempt]] 并写理由")
	}
}

// methods holds each line of an assessment against the methods and classes of its scheme.
func methods(a *record.Assessment, s *record.Scheme, report Report) {
	scored, voted := map[string]bool{}, map[string]bool{}
	for _, m := range s.Methods {
		if m.By == record.ByVote {
			voted[m.Key] = true
		} else {
			scored[m.Key] = true
		}
	}
	for i := range a.Units {
		u := &a.Units[i]
		if !u.Unit.To.Faulty && s.Class(u.Unit.To.Class) == nil {
			var names []string
			for _, c := range s.Classes {
				names = append(names, c.Name)
			}
			report(a.At("units", i, "unit"), u.Unit.To.Name+"的类别“"+u.Unit.To.Class+"”在评议办法里没有", meant(u.Unit.To.Class, names, "可以写：")+list(names),
				see(u.Unit.To.At("class"), "单位的类别"), see(s.At("classes"), "评议办法的类别"))
		}
		var missing []string
		for _, m := range s.Methods {
			_, score := u.Scores[m.Key]
			_, votes := u.Votes[m.Key]
			if m.By == record.ByVote && !votes || m.By == record.ByScore && !score {
				missing = append(missing, m.Name+"（"+m.Key+"）")
			}
		}
		if missing != nil {
			report(a.At("units", i), u.Unit.To.Name+"没有"+list(missing)+"的得分", "照评议办法补上；评分写在 scores 里，投票写在 votes 里", see(s.At("methods"), "评议方式"))
		}
		for _, key := range slices.Sorted(maps.Keys(u.Scores)) {
			method(a, s, i, "scores", key, scored, voted, report)
		}
		for _, key := range slices.Sorted(maps.Keys(u.Votes)) {
			method(a, s, i, "votes", key, voted, scored, report)
			if n := u.Votes[key].Valid(); voted[key] && n < s.MinValid {
				report(a.At("units", i, "votes", key), fmt.Sprintf("%s的有效票只有%d张，不到%d张，不能算分", u.Unit.To.Name, n, s.MinValid),
					"把这个单位移到 [[exempt]]，理由写有效票不足", see(s.At("min_valid_votes"), "最少有效票"))
			}
		}
	}
}

// method tells when a method's key is not one of those it may be; a key that is right in the other table is told so.
func method(a *record.Assessment, s *record.Scheme, i int, table, key string, may, other map[string]bool, report Report) {
	at := []any{"units", i, table, key}
	switch {
	case may[key]:
	case other[key]:
		report(a.At(at...), s.Method(key).Name+"（"+key+"）按"+string(s.Method(key).By)+"计分，不能写在 "+table+" 里", "评分写在 scores 里，投票写在 votes 里", see(s.At("methods"), "评议方式"))
	default:
		keys := slices.Sorted(maps.Keys(may))
		report(a.At(at...), "评议办法里没有“"+key+"”这种方式", meant(key, keys, "可以写："+list(keys)), see(s.At("methods"), "评议方式"))
	}
}

var quarterGap = Rule{
	Name:   "quarter-gap",
	Doc:    "一个季度只有一份评议，季度不跳，四个季度齐了才有年终。",
	Source: "综合评议办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		type when struct{ year, quarter int }
		first := map[when]*record.Assessment{}
		for _, a := range l.Assessments {
			if a.Faulty {
				return // whose quarter it is may be what cannot be read: nobody can tell what is missing
			}
			w := when{a.Year, a.Quarter}
			if before := first[w]; before != nil {
				report(a.At("year"), fmt.Sprintf("%d年%s有两份", a.Year, quarterName(a.Quarter)), "留下一份，或者核对年份和季度", see(before.At("year"), "另一份"))
				continue
			}
			first[w] = a
		}
		for _, a := range sortedAssessments(l) {
			if first[when{a.Year, a.Quarter}] != a || a.Quarter < 0 || a.Quarter > 4 {
				continue
			}
			last := a.Quarter
			if last == 0 {
				last = 5
			}
			var missing []string
			for q := 1; q < last; q++ {
				if first[when{a.Year, q}] == nil {
					missing = append(missing, quarterName(q))
				}
			}
			if missing != nil {
				at := a.At("quarter")
				if a.Quarter == 0 {
					at = a.At("year")
				}
				report(at, fmt.Sprintf("有了%s，还没有%s的评议", quarterName(a.Quarter), list(missing)), "先补上前面的季度；还没有写完的，先加 draft = true")
			}
		}
	},
}

func quarterName(q int) string {
	if q == 0 {
		return "年终"
	}
	return fmt.Sprintf("第%d季度", q)
}

// sortedAssessments are the readable assessments by year, the four quarters before the year end.
func sortedAssessments(l *record.Ledger) []*record.Assessment {
	all := slices.DeleteFunc(slices.Clone(l.Assessments), func(a *record.Assessment) bool { return a.Faulty })
	slices.SortStableFunc(all, func(a, b *record.Assessment) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare((a.Quarter+4)%5, (b.Quarter+4)%5))
	})
	return all
}

var evidenceOnce = Rule{
	Name:   "evidence-once",
	Doc:    "一份证据一年只用一次：季度扣过、加过分的年终不再用，扣了分的也不再加分。",
	Source: "综合评议办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		type evidence struct {
			year   int
			number string
		}
		type use struct {
			at   content.Pos
			text string
		}
		first := map[evidence]use{}
		once := func(a *record.Assessment, number, text string, path ...any) {
			e := evidence{a.Year, documentNumber(number)}
			before, twice := first[e]
			if !twice {
				first[e] = use{a.At(path...), text}
				return
			}
			report(a.At(path...), "证据"+number+"已在"+before.text, "删掉一处；确是两份证据的，改写编号", see(before.at, "第一次扣分或加分"))
		}
		for _, a := range sortedAssessments(l) {
			for i, d := range a.Deductions {
				once(a, d.Evidence, quarterName(a.Quarter)+"扣过"+d.Unit.To.Name+"的分", "deductions", i, "evidence")
			}
			for i, m := range a.Merits {
				once(a, m.Evidence, quarterName(a.Quarter)+"给"+m.Unit.To.Name+"加过分", "merits", i, "evidence")
			}
		}
	},
}

var summonsInTime = Rule{
	Name:   "summons-in-time",
	Doc:    "满意率低于约见线的单位，要在规定的月数里约见。",
	Source: "综合评议办法",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, a := range l.Assessments {
			if a.Faulty || a.Scheme.To.Faulty || a.Quarter == 0 {
				continue
			}
			s := a.Scheme.To
			due := s.SummonsBy(a.Date)
			if !on.After(due) {
				continue
			}
			for i := range a.Units {
				u := &a.Units[i]
				satisfied, valid := u.Ballots()
				if !s.MarkedlyLow(satisfied, valid) || summoned(l, u.Unit.To, a.Date, on) {
					continue
				}
				report(a.At("units", i, "unit"), fmt.Sprintf("%s的满意票%d张，占有效票%d张的比例低于%d%%，到%s还没有约见", u.Unit.To.Name, satisfied, valid, s.SummonsBelow, day(due)),
					"约见以后写一份代表活动，kind 写约见，units 写上这个单位", see(s.At("summons_below"), "约见线"))
			}
		}
	},
}

// summoned tells whether deputies have called a unit in after a vote.
func summoned(l *record.Ledger, u *record.Unit, vote, on record.Date) bool {
	for _, a := range l.Activities {
		if a.Kind == record.Summons && a.Date.After(vote) && a.Date.By(on) && slices.ContainsFunc(a.Units, func(r record.Ref[record.Unit]) bool { return r.To == u }) {
			return true
		}
	}
	return false
}
