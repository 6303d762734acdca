package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/internal/strokes"
	"gongshi/generator/record"
)

var deputyGroup = Rule{
	Name:   "deputy-group",
	Doc:    "代表所在的村，归代表所在的小组联系。",
	Source: "代表小组的编组",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, d := range l.Deputies {
			v := d.Village.To
			if v == nil || v.Faulty || v.Group.To == d.Group.To {
				continue
			}
			report(d.At("group"), d.Name+"编在"+d.Group.To.Name+"，但"+v.Name+"归"+v.Group.To.Name,
				"核对代表的小组和村，改写错的一处", see(v.At("group"), v.Name+"所属的小组"))
		}
	},
}

var nameOrder = Rule{
	Name:   "name-order",
	Doc:    "名单按姓氏笔画排列的，代表姓名里的字都在《通用规范汉字表》里；表外的字查不到笔画，排在最后。",
	Source: "按姓氏笔画为序的要求",
	Level:  content.Warning,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		if l.Town.Faulty || !l.Town.ByStrokes() {
			return
		}
		for _, d := range l.Deputies {
			if unknown := strokes.Unknown(d.Name); len(unknown) > 0 {
				report(d.At("name"), fmt.Sprintf("查不到“%s”的笔画，%s在名单里排在同类的最后", string(unknown), d.Name),
					"核对是不是写错了字；没有写错的，打印名单以前人工核对位置", see(l.Town.At("name_order"), "名单按姓氏笔画排列"))
			}
		}
	},
}

var deputyLeft = Rule{
	Name:   "deputy-left",
	Doc:    "代表离任要写日期和原因，离任不早于当选。",
	Source: "代表变动公开的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, d := range l.Deputies {
			switch {
			case d.Left.IsZero() && d.Reason != "":
				report(d.At("left_reason"), "写了离任原因，没有写离任日期", "加一行 left = 离任的日期；没有离任的，删掉这一行")
			case !d.Left.IsZero() && d.Reason == "":
				report(d.At("left"), "写了离任日期，没有写离任原因", "加一行 left_reason = \"调离\"，或者辞职、罢免、去世等")
			}
			if !d.Left.IsZero() && d.Left.Before(d.Elected) {
				report(d.At("left"), "离任日期早于当选日期", "核对这两个日期", see(d.At("elected"), "当选日期"))
			}
		}
	},
}

var byElection = Rule{
	Name:   "by-election",
	Doc:    "补选在名额出缺以后进行，一个缺额只补选一人。",
	Source: "代表变动公开的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		seen := map[*record.Deputy]*record.Deputy{}
		for _, d := range l.Deputies {
			v := d.Fills.To
			if v == nil || v.Faulty {
				continue
			}
			first := seen[v]
			seen[v] = d
			switch {
			case v == d:
				report(d.At("fills"), "补选的缺额写的是本人", "写出缺的那位代表；不是补选的，删掉这一行")
			case v.Left.IsZero():
				report(d.At("fills"), v.Name+"还在任，没有缺额可以补选", "核对是谁的缺额；已经离任的，先在"+v.Name+"的记录里写离任日期和原因", see(v.At("name"), v.Name))
			case d.Elected.Before(v.Left):
				report(d.At("elected"), "补选当选时"+v.Name+"还没有离任", "核对这两个日期", see(v.At("left"), v.Name+"的离任日期"))
			case first != nil:
				report(d.At("fills"), v.Name+"的缺额补选了两人", "核对各自补的是谁的缺额", see(first.At("fills"), first.Name+"补的缺额"))
			}
		}
	},
}
