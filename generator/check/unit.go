package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

type unitYear struct {
	unit *record.Unit
	year int
}

// unacceptable are each unit's results that the ">2 不满意" rule counts, by the year in which the item was raised.
func unacceptable(l *record.Ledger, on record.Date) map[unitYear][]*record.Suggestion {
	count := map[unitYear][]*record.Suggestion{}
	for _, s := range l.Suggestions {
		if !received(s) || !s.Unacceptable(on) {
			continue
		}
		if a := s.Assignment(on); a != nil {
			k := unitYear{a.Unit.To, s.Raised.Year}
			count[k] = append(count[k], s)
		}
	}
	return count
}

// seeRefused are the places where deputies did not accept the results.
func seeRefused(items []*record.Suggestion, on record.Date) []content.Related {
	var also []content.Related
	for _, s := range items {
		also = append(also, see(s.At("replies", len(s.Rounds(on))-1, "not_accepted"), s.Number))
	}
	return also
}

var sanction = Rule{
	Name:   "sanction",
	Doc:    "一个单位当年代表不满意、不接受又没有正当理由的件数，到了上限要提醒，超过上限要认定。",
	Source: "不满意件评优限制规定",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		limit := l.Profile.SanctionLimit()
		count := unacceptable(l, on)
		for _, u := range l.Units {
			items := count[unitYear{u, on.Year}]
			switch n := len(items); {
			case n == 0:
			case n == limit:
				report(u.At("name"), fmt.Sprintf("%s%d年已有%d件不满意件，再有一件就超过上限", u.Name, on.Year, n), "督促重新办理；有正当理由的，在答复里写 justified", seeRefused(items, on)...)
			case n > limit:
				report(u.At("name"), fmt.Sprintf("%s%d年有%d件不满意件，超过上限%d件，失去评优资格", u.Name, on.Year, n, limit), "按规定作出认定；有正当理由的，在答复里写 justified", seeRefused(items, on)...)
			}
		}
	},
}
