package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var exchangeSum = Rule{
	Name:   "exchange-sum",
	Doc:    "县级交流表一季一份，在这一季结束以后印发；一个乡镇一行，已答复、已解决、收回意见表、满意的件数前后不矛盾。",
	Source: "县级季度交流制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		seen := quarters{}
		for _, e := range l.Exchanges {
			seen.add(report, &e.Source, e.Year, e.Quarter, e.Date, "县级交流表")
			first := map[string]int{}
			for i := range e.Towns {
				t := &e.Towns[i]
				if k, twice := first[t.Town]; twice {
					report(e.At("towns", i, "town"), t.Town+"写了两次", "留下一行", see(e.At("towns", k, "town"), "另一行"))
				} else {
					first[t.Town] = i
				}
				for _, c := range []struct {
					part, whole       int
					key, partly, main string
				}{
					{t.Replied, t.Received, "replied", "已答复", "受理"},
					{t.Resolved, t.Replied, "resolved", "已解决", "已答复"},
					{t.Slips, t.Replied, "slips", "收回意见表", "已答复"},
					{t.Satisfied, t.Slips, "satisfied", "满意", "收回意见表"},
				} {
					if c.part < 0 || c.part > c.whole {
						report(e.At("towns", i, c.key), fmt.Sprintf("%s%s%d件，%s%d件", t.Town, c.partly, c.part, c.main, c.whole), "照县里的表核对这两个数")
					}
				}
			}
		}
	},
}

var exchangeOwn = Rule{
	Name:   "exchange-own",
	Doc:    "县级交流表里本镇的一行，等于本栏到这一季最后一天的数。",
	Source: "县级季度交流制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		if l.Town.Faulty || l.Profile.Faulty || l.Unread() {
			return
		}
		for _, e := range l.Exchanges {
			if e.Quarter < 1 || e.Quarter > 4 {
				continue
			}
			last := record.QuarterEnd(e.Year, e.Quarter)
			found := false
			for i := range e.Towns {
				t := &e.Towns[i]
				if t.Town != l.Town.Name {
					continue
				}
				found = true
				own := ownRow(l, e.Year, last)
				for _, c := range []struct {
					theirs, ours int
					key, name    string
				}{
					{t.Received, own.Received, "received", "受理"}, {t.Replied, own.Replied, "replied", "已答复"},
					{t.Resolved, own.Resolved, "resolved", "已解决"}, {t.Slips, own.Slips, "slips", "收回意见表"},
					{t.Satisfied, own.Satisfied, "satisfied", "满意"},
				} {
					if c.theirs != c.ours {
						report(e.At("towns", i, c.key), fmt.Sprintf("表里写%s%d件，本栏到%s是%d件", c.name, c.theirs, day(last), c.ours),
							"先核对抄的数；没有抄错的，核对本栏的记录，或者请县里更正")
					}
				}
			}
			if !found {
				report(e.At("title"), "表里没有"+l.Town.Name+"这一行", "照县里的表补上")
			}
		}
	},
}

// ownRow is this township's row: the items raised in a year, as they stood on a day. It counts what the board counts.
func ownRow(l *record.Ledger, year int, on record.Date) record.ExchangeRow {
	var row record.ExchangeRow
	for _, s := range l.Suggestions {
		if s.Raised.Year != year || !s.Raised.By(on) || !received(s) || !s.Intake.Date.By(on) {
			continue
		}
		row.Received++
		rounds := s.Rounds(on)
		if len(rounds) == 0 {
			continue
		}
		row.Replied++
		latest := &rounds[len(rounds)-1]
		opinion := latest.Opinion(on)
		if opinion != "" {
			row.Slips++
		}
		if opinion == record.Satisfied {
			row.Satisfied++
		}
		closed := s.Closing != nil && s.Closing.Date.By(on)
		class := l.Profile.Class(latest.Class)
		if s.Assignment(on) != nil && opinion != record.Dissatisfied && (opinion != "" || closed) && class != nil && class.Resolved {
			row.Resolved++
		}
	}
	return row
}
