package check

import (
	"slices"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var groupStation = Rule{
	Name:   "group-station",
	Doc:    "每个代表小组有联络站，每个联络站写明属于哪个小组。",
	Source: "代表联络站建设的要求",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if slices.ContainsFunc(l.Stations, func(s *record.Station) bool { return s.Faulty }) {
			return // the one that cannot be read may be the one looked for
		}
		has := map[*record.Group]bool{}
		for _, s := range l.Stations {
			if s.Opened.After(on) {
				continue
			}
			has[s.Group.To] = true
			if s.Kind == record.LiaisonStation && s.Group.To == nil {
				report(s.At("kind"), s.Name+"没有写属于哪个代表小组", "加一行 group = \"小组名称\"；全镇共用的，kind 写代表之家")
			}
		}
		for _, g := range l.Groups {
			if !has[g] {
				report(g.At("name"), g.Name+"没有联络站，群众不知道到哪里找代表", "用 gongshi new 代表联络站 建一份，group 写这个小组")
			}
		}
	},
}

var stationRota = Rule{
	Name:   "station-rota",
	Doc:    "值班表上一天只写一次，不早于建站，值班的是那天在任的代表，小组的站由本组代表值班，有人来才有收集的意见。",
	Source: "代表接待选民制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Stations {
			if s.Faulty {
				continue
			}
			days := map[record.Date]int{}
			for i := range s.Rota {
				shift := &s.Rota[i]
				if first, twice := days[shift.Date]; twice {
					report(s.At("rota", i, "date"), day(shift.Date)+"写了两次", "同一天的值班代表写在一段里", see(s.At("rota", first, "date"), "另一次"))
				} else {
					days[shift.Date] = i
				}
				if shift.Date.Before(s.Opened) {
					report(s.At("rota", i, "date"), "那天这个站还没有建", "核对值班日期和建站日期", see(s.At("opened"), "建站日期"))
				}
				onDuty(s, i, report)
				switch {
				case shift.Received < 0:
					report(s.At("rota", i, "received"), "接待人次不能是负数", "照当天的登记本填")
				case shift.Matters < 0:
					report(s.At("rota", i, "matters"), "收集意见件数不能是负数", "照当天的登记本填")
				case shift.Matters > 0 && shift.Received == 0:
					report(s.At("rota", i, "matters"), "收集了意见，却没有写接待了几人", "照当天的登记本补上 received")
				}
			}
		}
	},
}

// onDuty judges who sits on one day of a rota.
func onDuty(s *record.Station, i int, report Report) {
	shift, at := &s.Rota[i], func(k int) content.Pos { return s.At("rota", i, "deputies", k) }
	for k, ref := range shift.Deputies {
		d := ref.To
		switch {
		case d.Faulty:
		case slices.ContainsFunc(shift.Deputies[:k], func(r record.Ref[record.Deputy]) bool { return r.To == d }):
			report(at(k), d.Name+"写了两次", "删掉一个")
		case shift.Date.Before(d.Elected):
			report(at(k), "那天"+d.Name+"还没有当选", "换成那天在任的代表", see(d.At("elected"), d.Name+"的当选日期"))
		case !d.Serves(shift.Date):
			report(at(k), d.Name+"已于"+day(d.Left)+"离任", "换成那天在任的代表", see(d.At("left"), d.Name+"的离任日期"))
		case s.Group.To != nil && d.Group.To != s.Group.To:
			report(at(k), d.Name+"编在"+d.Group.To.Name+"，这里是"+s.Group.To.Name+"的站", "换成本组代表",
				see(d.At("group"), d.Name+"所在的小组"), see(s.At("group"), "这个站的小组"))
		}
	}
}
