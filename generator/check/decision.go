package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var decisionAsked = Rule{
	Name:   "decision-asked",
	Doc:    "重大决策先征求代表意见再决定：决定要在征求意见结束以后。",
	Source: "重大决策征求代表意见制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, d := range l.Decisions {
			if d.Until.Before(d.From) && !d.Until.IsZero() {
				report(d.At("until"), "征求意见的结束日期早于开始日期", "核对这两个日期", see(d.At("from"), "征求意见起"))
			}
			if d.From.IsZero() != d.Until.IsZero() {
				key := "from"
				if d.From.IsZero() {
					key = "until"
				}
				report(d.At(key), "征求意见只写了一头的日期", "from 和 until 两行都写，或者都不写")
			}
			asked := d.Asked()
			for i := range d.Stages {
				s := &d.Stages[i]
				if s.Kind != record.StageDecided {
					continue
				}
				at := d.At("stages", i, "date")
				switch {
				case asked.IsZero():
					report(at, "没有征求代表意见就作了决定", "补写征求意见的起止日期，或者添一段征求意见的环节；确实没有征求的，按规定补上")
				case !d.Until.IsZero() && !s.Date.After(d.Until):
					report(at, "征求意见到"+day(d.Until)+"才结束，决定写在"+day(s.Date), "核对日期；决定要在征求意见结束以后", see(d.At("until"), "征求意见止"))
				case s.Date.Before(asked):
					report(at, "先作决定，后征求意见", "核对日期；决定不能早于征求意见", see(askedAt(d, asked), "征求意见"))
				}
			}
		}
	},
}

// askedAt is the place of the stage of a day at which deputies were asked.
func askedAt(d *record.Decision, asked record.Date) content.Pos {
	for i := range d.Stages {
		if d.Stages[i].Kind == record.StageAsked && d.Stages[i].Date == asked {
			return d.At("stages", i, "date")
		}
	}
	return d.At("title")
}

var decisionForms = Rule{
	Name:   "decision-forms",
	Doc:    "征求意见表收回的不多于发出的；一位在任代表一份；要修改、反对的写明意见，没有全部采纳的写明理由。",
	Source: "重大决策征求代表意见制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, d := range l.Decisions {
			if d.Returned > d.Issued {
				report(d.At("returned"), fmt.Sprintf("收回%d份，比发出的%d份还多", d.Returned, d.Issued), "核对这两个数", see(d.At("issued"), "发出征求意见表"))
			}
			if d.Issued == 0 && !d.Until.IsZero() && !d.Decided().IsZero() {
				report(d.At("until"), "征求意见以后作了决定，没有写发出、收回多少份", "加两行 issued = 份数、returned = 份数")
				continue
			}
			if len(d.Opinions) > d.Returned && (d.Returned > 0 || !d.Decided().IsZero()) {
				report(d.At("returned"), fmt.Sprintf("收回%d份，登记的意见却有%d条", d.Returned, len(d.Opinions)), "核对收回的份数；每一条意见都在一份收回的表上")
			}
			crossed := !d.Until.IsZero() && d.Until.Before(d.From) // told by decision-asked: no opinion can be inside
			first := map[*record.Deputy]int{}
			for i := range d.Opinions {
				o := &d.Opinions[i]
				at := func(key string) content.Pos { return d.At("opinions", i, key) }
				who := o.Deputy.To
				if k, twice := first[who]; twice {
					report(at("deputy"), who.Name+"的意见登记了两次", "一位代表一份征求意见表，合成一段", see(d.At("opinions", k, "deputy"), "另一段"))
				} else {
					first[who] = i
				}
				if !who.Faulty && !who.Serves(o.Date) {
					report(at("deputy"), who.Name+"这一天不在任", "核对代表和日期", see(who.At("elected"), who.Name+"的任期"))
				}
				if !crossed && (o.Date.Before(d.From) || !d.Until.IsZero() && o.Date.After(d.Until)) {
					report(at("date"), "不在征求意见的日期以内", "核对日期", see(d.At("from"), "征求意见起"))
				}
				if o.Text == "" && o.Stance != record.Agree {
					report(at("stance"), "没有写"+string(o.Stance)+"的意见是什么", "加一行 text = \"……\"")
				}
				if o.Why == "" && (o.Adopted == record.NotAdopted || o.Adopted == record.AdoptedPart) {
					report(at("adopted"), string(o.Adopted)+"，没有写理由", "加一行 why = \"……\"，说明为什么")
				}
			}
		}
	},
}

var decisionOrder = Rule{
	Name:   "decision-order",
	Doc:    "重大决策的各个环节按先后写，都不早于提出那一天。",
	Source: "重大决策全过程跟踪制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, d := range l.Decisions {
			if !d.From.IsZero() && d.From.Before(d.Date) {
				report(d.At("from"), "还没有提出，就开始征求意见", "核对日期", see(d.At("date"), "提出日期"))
			}
			for i := range d.Stages {
				s := &d.Stages[i]
				at := d.At("stages", i, "date")
				switch {
				case s.Date.Before(d.Date):
					report(at, "这一环节早于提出日期", "核对日期", see(d.At("date"), "提出日期"))
				case i > 0 && s.Date.Before(d.Stages[i-1].Date):
					report(at, "这一环节早于前面一段", "按日期先后排好", see(d.At("stages", i-1, "date"), "前面一段"))
				}
			}
		}
	},
}

var decisionAnswered = Rule{
	Name:   "decision-answered",
	Doc:    "作了决定的，代表的每条意见都要答复采纳没有采纳。",
	Source: "重大决策征求代表意见制度",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, d := range l.Decisions {
			if !d.Decided().By(on) {
				continue
			}
			for i := range d.Opinions {
				if o := &d.Opinions[i]; o.Adopted == "" && o.Text != "" && o.Date.By(on) {
					report(d.At("opinions", i, "deputy"), "已经决定，"+o.Deputy.To.Name+"的意见还没有答复", "加一行 adopted = \"采纳\"、\"部分采纳\"或\"未采纳\"")
				}
			}
		}
	},
}
