package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var associationSound = Rule{
	Name:   "association-sound",
	Doc:    "协会台账不早于成立，调解成功不超过调解件数，件数只写在调解下面，金额只写在帮扶下面；代表会员不多于会员总数，会长在任。",
	Source: "三个协会的章程和台账制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, a := range l.Associations {
			if len(a.Deputies) > a.Members {
				report(a.At("members"), fmt.Sprintf("会员只有%d人，代表会员倒有%d名", a.Members, len(a.Deputies)), "会员人数包括代表会员，照名册核对", see(a.At("deputies"), "代表会员"))
			}
			if d := a.Head.To; d != nil && !d.Faulty && d.Left.By(on) {
				report(a.At("head"), "会长"+d.Name+"已于"+day(d.Left)+"离任", "换成现任会长；暂时没有的，删掉 head 一行", see(d.At("left"), d.Name+"的离任日期"))
			}
			for i := range a.Entries {
				entrySound(a, i, report)
			}
		}
	},
}

// entrySound judges one entry of an association's ledger.
func entrySound(a *record.Association, i int, report Report) {
	e, at := &a.Entries[i], func(key string) content.Pos { return a.At("entries", i, key) }
	if e.Date.Before(a.Founded) {
		report(at("date"), "那天"+a.Name+"还没有成立", "核对日期", see(a.At("founded"), "成立日期"))
	}
	for _, n := range []struct {
		key   string
		value int
	}{{"people", e.People}, {"cases", e.Cases}, {"settled", e.Settled}, {"yuan", e.Yuan}} {
		if n.value < 0 {
			report(at(n.key), "这里不能写负数", "照台账填")
		}
	}
	if e.Kind == record.Mediation {
		if e.Cases == 0 {
			report(at("kind"), "调解没有写件数", "加一行 cases = 件数")
		}
		if e.Settled > e.Cases {
			report(at("settled"), fmt.Sprintf("调解%d件，成功倒有%d件", e.Cases, e.Settled), "照台账核对", see(at("cases"), "调解件数"))
		}
	} else if e.Cases != 0 || e.Settled != 0 {
		key := "cases"
		if e.Cases == 0 {
			key = "settled"
		}
		report(at(key), "只有调解才写件数，这一条是"+string(e.Kind), "改 kind，或者删掉件数", see(at("kind"), "种类"))
	}
	if e.Yuan != 0 && e.Kind != record.Aid {
		report(at("yuan"), "只有帮扶才写金额，这一条是"+string(e.Kind), "改 kind，或者删掉金额", see(at("kind"), "种类"))
	}
}
