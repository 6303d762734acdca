package check

import (
	"gongshi/generator/content"
	"gongshi/generator/record"
)

var groupLeader = Rule{
	Name:   "group-leader",
	Doc:    "小组组长是本组的在任代表。",
	Source: "代表小组的编组",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, g := range l.Groups {
			d := g.Leader.To
			switch {
			case d == nil || d.Faulty:
			case d.Group.To != g:
				report(g.At("leader"), "组长"+d.Name+"编在"+d.Group.To.Name+"，不在"+g.Name, "换成本组代表，或者改代表所在的小组", see(d.At("group"), d.Name+"所在的小组"))
			case d.Left.By(on):
				report(g.At("leader"), "组长"+d.Name+"已于"+day(d.Left)+"离任", "换成现任组长；暂时没有的，删掉 leader 一行", see(d.At("left"), d.Name+"的离任日期"))
			}
		}
	},
}
