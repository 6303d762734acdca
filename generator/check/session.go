package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var proceedingsSound = Rule{
	Name:   "proceedings-sound",
	Doc:    "大会记录说的是 town.toml 里的一次会议，一次会议一份；实到不超过应到，票数不超过实到，决议在会期内以全体代表过半数通过。",
	Source: "人大会议议事和表决的规则",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		t := l.Town
		if t.Faulty {
			return
		}
		first := map[[2]int]*record.Proceedings{}
		for _, p := range l.Sessions {
			term := t.TermNumbered(p.Term)
			held := term.Session(p.Number)
			switch {
			case term == nil:
				report(p.At("term"), fmt.Sprintf("town.toml 里没有第%d届", p.Term), "核对届数；往届写进 town.toml 的 past_terms", see(termAt(t, &t.Term, "number"), "本届"))
				continue
			case held == nil:
				report(p.At("number"), fmt.Sprintf("town.toml 里第%d届没有第%d次会议", p.Term, p.Number), "核对次数；新开的会议先写进 town.toml", see(termAt(t, term, "sessions"), "这一届的各次会议"))
				continue
			}
			key := [2]int{p.Term, p.Number}
			if first[key] != nil {
				report(p.At("number"), fmt.Sprintf("第%d届第%d次会议有两份记录", p.Term, p.Number), "留下一份", see(first[key].At("number"), "另一份"))
				continue
			}
			first[key] = p
			votes(p, held, report)
		}
	},
}

// votes judges attendance and the resolutions of one session.
func votes(p *record.Proceedings, held *record.Session, report Report) {
	if p.Present > p.Due {
		report(p.At("present"), fmt.Sprintf("实到%d人，超过应到%d人", p.Present, p.Due), "照签到册核对", see(p.At("due"), "应到代表"))
	}
	for i := range p.Resolutions {
		r := &p.Resolutions[i]
		at := func(key string) content.Pos { return p.At("resolutions", i, key) }
		cast := r.For + r.Against + r.Abstained
		switch {
		case r.For < 0 || r.Against < 0 || r.Abstained < 0:
			report(at("for"), "票数不能是负数", "照计票结果填")
		case cast > p.Present:
			report(at("for"), fmt.Sprintf("赞成、反对、弃权共%d票，超过实到%d人", cast, p.Present), "照计票结果核对", see(p.At("present"), "实到代表"))
		case 2*r.For <= p.Due:
			report(at("for"), fmt.Sprintf("赞成%d票，没有超过全体代表%d人的一半，不能算通过", r.For, p.Due), "照计票结果核对；没有通过的不写在这里", see(p.At("due"), "应到代表"))
		}
		if r.Date.Before(held.From) || r.Date.After(held.Until) {
			report(at("date"), "通过日期不在会期"+day(held.From)+"至"+day(held.Until)+"之内", "核对日期和会期")
		}
	}
}
