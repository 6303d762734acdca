package check

import (
	"fmt"
	"slices"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var activityContent = Rule{
	Name:   "activity-content",
	Doc:    "代表活动按种类写全：走访有各位代表的户数，培训有学时，约见、询问和联席会议有问答，现场观察有情况或照片，走访和小组会议写明是哪个小组，日期有先有后。",
	Source: "代表活动制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, a := range l.Activities {
			kind := see(a.At("kind"), "种类")
			is := func(kinds ...record.ActivityKind) bool { return slices.Contains(kinds, a.Kind) }
			lacks := func(what, hint string) { report(a.At("kind"), string(a.Kind)+"没有写"+what, hint) }
			if is(record.VisitRound, record.GroupMeeting) && a.Group.To == nil {
				lacks("是哪个代表小组", "加一行 group = \"第一代表小组\"")
			}
			switch {
			case is(record.VisitRound) && len(a.Visits) == 0:
				lacks("各位代表走访了几户", "一位代表加一段 [[visits]]，写 deputy 和 homes")
			case !is(record.VisitRound) && len(a.Visits) > 0:
				report(a.At("visits", 0), "只有走访才写 [[visits]]，这一份是"+string(a.Kind), "改 kind，或者删掉这一段", kind)
			}
			switch {
			case is(record.Training) && a.Hours < 1:
				lacks("学时", "加一行 hours = 学时数，写整数")
			case !is(record.Training) && a.Hours != 0:
				report(a.At("hours"), "只有培训才写学时，这一份是"+string(a.Kind), "改 kind，或者删掉这一行", kind)
			}
			if is(record.Summons, record.Inquiry, record.JointMeeting) && len(a.Questions) == 0 {
				lacks("问答", "一问加一段 [[questions]]，写 by、to、question；还没有回答的，answer 先不写")
			}
			if is(record.OnSite) && a.Found == "" && len(a.Photos) == 0 {
				lacks("看到了什么", "加一行 found = \"……\"，或者加一段 [[photos]]")
			}
			activityDates(a, report)
		}
	},
}

// activityDates compares the dates of one activity with the day it took place.
func activityDates(a *record.Activity, report Report) {
	earlier := func(d record.Date, text string, path ...any) {
		if !d.IsZero() && d.Before(a.Date) {
			report(a.At(path...), text, "核对这两个日期", see(a.At("date"), "活动日期"))
		}
	}
	earlier(a.Until, "活动结束早于开始", "until")
	for i, f := range a.FollowUps {
		earlier(f.Date, "后续办理早于活动", "follow_ups", i, "date")
	}
	for i, q := range a.Questions {
		earlier(q.Promised, "承诺日期早于活动", "questions", i, "promised")
		earlier(q.Kept, "兑现日期早于活动", "questions", i, "kept")
		if q.Answer == "" && !q.Promised.IsZero() {
			report(a.At("questions", i, "promised"), "写了承诺日期，没有写回答", "加一行 answer = \"……\"，写答应了什么")
		}
	}
}

var attendance = Rule{
	Name:   "attendance",
	Doc:    "到场的代表当天在任，缺席的代表是该到的，到场和缺席只写一样，不重名。",
	Source: "代表出勤登记的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, a := range l.Activities {
			if a.Kind == record.VisitRound {
				for _, key := range []string{"deputies", "absent", "invited", "all_deputies"} {
					if given(a, key) {
						report(a.At(key), "走访的出勤按各位代表的户数算，不另写 "+key, "删掉这一行", see(a.At("kind"), "种类"))
					}
				}
				continue
			}
			if a.All && len(a.Invited) > 0 {
				report(a.At("invited"), "全体代表都该到，不用再写应到代表", "留下 all_deputies 或者 invited 一行", see(a.At("all_deputies"), "全体代表"))
			}
			if len(a.Deputies) > 0 && len(a.Absent) > 0 {
				report(a.At("absent"), "到场代表和缺席代表只写一样，没写到的就是另一样", "删掉 absent 或者 deputies 一行", see(a.At("deputies"), "到场代表"))
				continue
			}
			roster(a, "invited", a.Invited, report)
			roster(a, "deputies", a.Deputies, report)
			should := map[*record.Deputy]bool{}
			for _, d := range a.Expected(l) {
				should[d] = true
			}
			for i, r := range a.Absent {
				if d := r.To; !d.Faulty && !should[d] {
					report(a.At("absent", i), d.Name+"本来就不用到，不算缺席", "从 absent 里删掉；该到的，写进 invited，或者写明 group、all_deputies", see(d.At("group"), d.Name+"所在的小组"))
				}
			}
			roster(a, "absent", a.Absent, report)
		}
	},
}

// given tells whether one of the keys about attendance has been written.
func given(a *record.Activity, key string) bool {
	return key == "deputies" && len(a.Deputies) > 0 || key == "absent" && len(a.Absent) > 0 ||
		key == "invited" && len(a.Invited) > 0 || key == "all_deputies" && a.All
}

// roster judges a list of deputies: each once, and in office on the day. Who was absent without having to come has been
// told already.
func roster(a *record.Activity, key string, refs []record.Ref[record.Deputy], report Report) {
	first := map[*record.Deputy]int{}
	for i, r := range refs {
		d := r.To
		if d.Faulty {
			continue
		}
		if k, twice := first[d]; twice {
			report(a.At(key, i), d.Name+"写了两次", "删掉一次；是同名的另一位，写他的文件名", see(a.At(key, k), "第一次"))
			continue
		}
		first[d] = i
		if key != "absent" && !d.Serves(a.Date) {
			report(a.At(key, i), d.Name+"在"+day(a.Date)+"不是在任代表", "核对是哪一位，或者改活动日期", see(inOffice(d, a.Date), d.Name+"的任期"))
		}
	}
}

// inOffice is the line that says why a deputy does not serve on a day.
func inOffice(d *record.Deputy, on record.Date) content.Pos {
	if d.Elected.After(on) {
		return d.At("elected")
	}
	return d.At("left")
}

var visitLines = Rule{
	Name:   "visit-lines",
	Doc:    "走访只写本组在任的代表，一位一段，户数至少一户。",
	Source: "代表走访制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, a := range l.Activities {
			if a.Kind != record.VisitRound {
				continue
			}
			first := map[*record.Deputy]int{}
			for i, v := range a.Visits {
				d, g := v.Deputy.To, a.Group.To
				at := a.At("visits", i, "deputy")
				if v.Homes < 1 {
					report(a.At("visits", i, "homes"), "走访户数至少是1", "没有走访的，删掉这一段")
				}
				if d.Faulty {
					continue
				}
				if k, twice := first[d]; twice {
					report(at, d.Name+"写了两段", "并成一段，户数相加", see(a.At("visits", k, "deputy"), "第一段"))
					continue
				}
				first[d] = i
				switch {
				case g != nil && !g.Faulty && d.Group.To != g:
					report(at, d.Name+"编在"+d.Group.To.Name+"，不在"+g.Name, "写到他那个小组的走访里去", see(d.At("group"), d.Name+"所在的小组"))
				case !d.Serves(a.Date):
					report(at, d.Name+"在"+day(a.Date)+"不是在任代表", "删掉这一段，或者改走访日期", see(inOffice(d, a.Date), d.Name+"的任期"))
				}
			}
		}
	},
}

var meetingGap = Rule{
	Name:   "meeting-gap",
	Doc:    "代表小组开会的间隔不超过规定的月数。",
	Source: "代表小组会议制度",
	Level:  content.Warning,
	Whole:  []string{"activity"},
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty || l.Town.Faulty {
			return
		}
		for _, g := range l.Groups {
			gaps := l.Gaps(g, on, false)
			if len(gaps) == 0 {
				continue
			}
			gap := gaps[len(gaps)-1]
			if !gap.Late() {
				continue
			}
			var also []content.Related
			if len(gaps) > 1 {
				also = append(also, see(gaps[len(gaps)-2].Meeting.At("date"), "上一次会议"))
			}
			report(g.At("name"), fmt.Sprintf("%s从%s起%d天没有开会，超过规定的%d个月，应在%s以前开", g.Name, day(gap.From), gap.Days(), l.Profile.Duties.MeetingEvery(), day(gap.Due)),
				"开过的，补一份小组会议的记录；没有开的，尽快开", also...)
		}
	},
}
