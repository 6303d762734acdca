package record

import "slices"

// An Activity (代表活动) is something the congress, its groups or its deputies did on a day: visiting villagers, a group
// meeting, a hearing, an on-site look, a training. It feeds the duty board, the calendars of groups, the dossiers of
// deputies and the timelines of the items it dealt with.
//
// Who came is given in one of two ways: Deputies lists who came, or Absent lists who did not of those who should have
// (see Expected), whichever is shorter to write.
type Activity struct {
	Source
	Kind      ActivityKind      `toml:"kind,required" zh:"种类"`
	Title     string            `toml:"title,required" zh:"标题"`
	Date      Date              `toml:"date,required" zh:"日期"`
	Until     Date              `toml:"until" zh:"至"` // last day, when it took several
	Place     string            `toml:"place,required" zh:"地点"`
	Summary   string            `toml:"summary" zh:"提要"`        // one sentence for lists
	Group     Ref[Group]        `toml:"group" zh:"代表小组"`        // whose activity it was; empty: the presidium's
	Host      string            `toml:"host" zh:"主持人"`          // name and office, as minuted
	All       bool              `toml:"all_deputies" zh:"全体代表"` // every serving deputy should come
	Invited   []Ref[Deputy]     `toml:"invited" zh:"应到代表"`      // who should come, when it is neither the group nor everyone
	Deputies  []Ref[Deputy]     `toml:"deputies" zh:"到场代表"`
	Absent    []Ref[Deputy]     `toml:"absent" zh:"缺席代表"`
	Officials []Ref[Official]   `toml:"officials" zh:"到场镇领导"`
	Units     []Ref[Unit]       `toml:"units" zh:"有关单位"` // heads who came, or whose work was looked at
	Villages  []Ref[Village]    `toml:"villages" zh:"有关村"`
	Items     []Ref[Suggestion] `toml:"suggestions" zh:"有关建议"`
	Hours     int               `toml:"hours" zh:"学时"` // of a training
	Found     string            `toml:"found" zh:"了解到的情况"`
	FollowUps []FollowUp        `toml:"follow_ups" zh:"后续办理"`
	Visits    []Visit           `toml:"visits" zh:"走访"`    // of a 走访, a line for each deputy
	Questions []Question        `toml:"questions" zh:"问答"` // of a 约见, 询问 or 联席会议
	Photos    []Photo           `toml:"photos" zh:"照片"`
}

// ActivityKind (种类).
type ActivityKind string

const (
	VisitRound    ActivityKind = "走访"   // deputies of a group call on villagers, every month
	GroupMeeting  ActivityKind = "小组会议" // every three months
	Hearing       ActivityKind = "听取汇报" // the presidium hears the government, every two months
	OnSite        ActivityKind = "现场观察" // deputies, government and heads look on the spot, every quarter
	Inspection    ActivityKind = "视察"
	Research      ActivityKind = "调研"
	Enforcement   ActivityKind = "执法检查"
	Training      ActivityKind = "培训"
	SelfReporting ActivityKind = "述职" // deputies report to their voters
	Reception     ActivityKind = "接待选民"
	Summons       ActivityKind = "约见" // deputies call in a unit whose satisfaction is markedly low
	Inquiry       ActivityKind = "询问"
	JointMeeting  ActivityKind = "联席会议" // leaders of congress and government, with the leaders of the groups
)

// ActivityKinds lists all kinds in the order in which they are shown.
var ActivityKinds = []ActivityKind{VisitRound, GroupMeeting, Hearing, OnSite, Inspection, Research, Enforcement, Training, SelfReporting, Reception, Summons, Inquiry, JointMeeting}

func (ActivityKind) Options() []string {
	var all []string
	for _, k := range ActivityKinds {
		all = append(all, string(k))
	}
	return all
}

// A FollowUp (后续办理) is what was done about what was found.
type FollowUp struct {
	Date Date   `toml:"date,required" zh:"日期"`
	Text string `toml:"text,required" zh:"内容"`
}

// A Visit (走访) is what one deputy did in the round: how many villagers' homes, and what they spoke of.
type Visit struct {
	Deputy  Ref[Deputy] `toml:"deputy,required" zh:"代表"`
	Homes   int         `toml:"homes,required" zh:"走访户数"`
	Matters string      `toml:"matters" zh:"反映的事"` // never who said it
}

// A Question (问答) is one question put and its answer.
type Question struct {
	By       string `toml:"by,required" zh:"提问人"`
	To       string `toml:"to,required" zh:"回答人"` // name and office
	Question string `toml:"question,required" zh:"问"`
	Answer   string `toml:"answer" zh:"答"`      // empty while it is owed
	Promised Date   `toml:"promised" zh:"承诺日期"` // by when what was answered is to be done
	Kept     Date   `toml:"kept" zh:"兑现日期"`
}

func (a *Activity) name() string { return a.Title }

// Out is the day it took place.
func (a *Activity) Out() Date { return a.Date }

func (a *Activity) pictures() []Photo { return a.Photos }

// Expected are the deputies who should have come, of those whose mandate ran on the day: the invited; else, of a group's
// activity, the group; else everyone when it was for all deputies. nil when nobody was bound to come.
func (a *Activity) Expected(l *Ledger) []*Deputy {
	var should []*Deputy
	if len(a.Invited) > 0 {
		for _, r := range a.Invited {
			if r.To.Serves(a.Date) {
				should = append(should, r.To)
			}
		}
		return should
	}
	if !a.All && a.Group.To == nil {
		return nil
	}
	for _, d := range l.Deputies {
		if d.Serves(a.Date) && (a.All || d.Group.To == a.Group.To) {
			should = append(should, d)
		}
	}
	return should
}

// Attended are the deputies who came: those listed, or those expected less the absent. In a round of visits they are
// those who made one.
func (a *Activity) Attended(l *Ledger) []*Deputy {
	var came []*Deputy
	switch {
	case len(a.Deputies) > 0:
		for _, r := range a.Deputies {
			came = append(came, r.To)
		}
	case a.Kind == VisitRound:
		for _, v := range a.Visits {
			if v.Homes > 0 {
				came = append(came, v.Deputy.To)
			}
		}
	default:
		absent := make(map[*Deputy]bool, len(a.Absent))
		for _, r := range a.Absent {
			absent[r.To] = true
		}
		for _, d := range a.Expected(l) {
			if !absent[d] {
				came = append(came, d)
			}
		}
	}
	return came
}

// A Gap (开会间隔) is a time a group went without a meeting: from one meeting, or the start of the count, to the next, or to
// the day asked about.
type Gap struct {
	From    Date
	To      Date
	Due     Date      // last day on which the meeting was in time
	Meeting *Activity // that ended it; nil while it is open
}

// Days is how long the gap was, or is so far.
func (g Gap) Days() int { return g.From.DaysTo(g.To) }

// Late tells whether a meeting came after its time, or is owed.
func (g Gap) Late() bool { return g.To.After(g.Due) }

// Gaps lists the gaps between a group's meetings up to a day, oldest first; the last one is open. The count starts with
// the year in which the first meeting of any group is on record, or with the term when that is later. nil when the town
// keeps no such records yet.
func (l *Ledger) Gaps(g *Group, on Date, drafts bool) []Gap {
	var meetings []*Activity
	var first Date
	for _, a := range l.Activities {
		if a.Kind != GroupMeeting || a.Group.To == nil || a.Hidden(drafts) || !a.Date.By(on) {
			continue
		}
		if first.IsZero() || a.Date.Before(first) {
			first = a.Date
		}
		if a.Group.To == g {
			meetings = append(meetings, a)
		}
	}
	if first.IsZero() {
		return nil
	}
	slices.SortStableFunc(meetings, func(x, y *Activity) int { return x.Date.Compare(y.Date) })
	from := Date{first.Year, 1, 1}
	if t := l.Town.Term.From; t.After(from) && t.By(first) {
		from = t
	}
	every := l.Profile.Duties.MeetingEvery()
	var gaps []Gap
	for _, a := range append(meetings, nil) {
		gap := Gap{From: from, To: on, Due: from.AddMonths(every), Meeting: a}
		if a != nil {
			gap.To, from = a.Date, a.Date
		}
		gaps = append(gaps, gap)
	}
	return gaps
}
