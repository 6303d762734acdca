package check

import (
	"slices"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var jointMeeting = Rule{
	Name:   "joint-meeting",
	Doc:    "联席会议有镇领导到场，各代表小组的组长都在应到的人里。",
	Source: "人大政府联席会议制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, a := range l.Activities {
			if a.Kind != record.JointMeeting {
				continue
			}
			if len(a.Officials) == 0 {
				report(a.At("kind"), "联席会议没有写到场的镇领导", "加一行 officials = [\"镇领导姓名\"]", see(a.At("title"), "会议"))
			}
			asked := append(a.Expected(l), a.Attended(l)...)
			for _, g := range l.Groups {
				d := g.Leader.To
				if d == nil || d.Faulty || !d.Serves(a.Date) || slices.Contains(asked, d) {
					continue
				}
				report(a.At("kind"), g.Name+"组长"+d.Name+"不在应到的人里", "写进 invited；没有来的，再写进 absent", see(g.At("leader"), g.Name+"组长"))
			}
		}
	},
}
