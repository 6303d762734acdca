package check

import (
	"gongshi/generator/content"
	"gongshi/generator/record"
)

var dateOrder = Rule{
	Name:   "date-order",
	Doc:    "一件事的日期按先后排：提出、登记、交办、签收、面商、答复、发意见表、收意见表、办结；答复以后才公开。",
	Source: "办理工作的先后次序",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			order{&s.Source, report}.suggestion(s)
		}
		for _, n := range l.Notices {
			order{&n.Source, report}.pair(dated{n.Date, "成文日期", keys{"date"}}, dated{n.Published, "发布日期", keys{"published"}})
		}
	},
}

// order compares the dates of one record.
type order struct {
	*record.Source
	report Report
}

// keys lead to a value within a record.
type keys [3]any

func (k keys) path() []any {
	n := 0
	for n < len(k) && k[n] != nil {
		n++
	}
	return k[:n]
}

// dated is a day, what it is called and where it stands.
type dated struct {
	day  record.Date
	name string
	keys keys
}

// pair reports at the later of two entries when its day comes before that of the earlier one. A day that is not given
// breaks no order.
func (o order) pair(earlier, later dated) {
	if earlier.day.IsZero() || later.day.IsZero() || !later.day.Before(earlier.day) {
		return
	}
	o.report(o.At(later.keys.path()...), later.name+day(later.day)+"早于"+earlier.name+day(earlier.day), "核对这两个日期，改写错的一个",
		see(o.At(earlier.keys.path()...), earlier.name))
}

func (o order) suggestion(s *record.Suggestion) {
	first := dated{s.Raised, "提出日期", keys{"raised"}}
	if s.Intake != nil {
		registered := dated{s.Intake.Date, "登记日期", keys{"intake", "date"}}
		if s.Intake.Result != record.Registered {
			registered.name = string(s.Intake.Result) + "日期"
		}
		o.pair(first, registered)
		first = registered
	}
	for i := range s.Explanations {
		o.pair(first, dated{s.Explanations[i].Date, "情况说明日期", keys{"explanations", i, "date"}})
	}
	if len(s.Assignments) > 0 {
		o.pair(first, dated{s.Assignments[0].Date, "交办日期", keys{"assignments", 0, "date"}})
		first = dated{s.Assignments[0].Date, "交办日期", keys{"assignments", 0, "date"}}
	}
	for i := range s.Assignments {
		a := &s.Assignments[i]
		assigned := dated{a.Date, "交办日期", keys{"assignments", i, "date"}}
		o.pair(assigned, dated{a.Accepted, "签收日期", keys{"assignments", i, "accepted"}})
		o.pair(assigned, dated{a.Returned, "退办日期", keys{"assignments", i, "returned"}})
		if i > 0 {
			before := dated{s.Assignments[i-1].Date, "上一次交办日期", keys{"assignments", i - 1, "date"}}
			if back := s.Assignments[i-1].Returned; !back.IsZero() {
				before = dated{back, "上一次退办日期", keys{"assignments", i - 1, "returned"}}
			}
			o.pair(before, assigned)
		}
	}
	for i := range s.Consultations {
		o.pair(first, dated{s.Consultations[i].Date, "面商日期", keys{"consultations", i, "date"}})
	}
	for i := range s.Urgings {
		o.pair(first, dated{s.Urgings[i].Date, "督办日期", keys{"urgings", i, "date"}})
	}
	for i := range s.CoOpinions {
		o.pair(first, dated{s.CoOpinions[i].Date, "协办意见日期", keys{"co_opinions", i, "date"}})
	}
	for i := range s.Postponements {
		x := &s.Postponements[i]
		applied := dated{x.Applied, "申请延期日期", keys{"postponements", i, "applied"}}
		approved := dated{x.Approved, "批准日期", keys{"postponements", i, "approved"}}
		o.pair(first, applied)
		o.pair(applied, approved)
		o.pair(approved, dated{x.Until, "最迟办结日期", keys{"postponements", i, "until"}})
	}
	last := first
	for i := range s.Replies {
		last = o.reply(&s.Replies[i], i, first, last)
	}
	if s.Closing != nil {
		o.pair(last, dated{s.Closing.Date, "办结日期", keys{"closing", "date"}})
	}
	if s.Publication != nil {
		if len(s.Replies) > 0 {
			first = dated{s.Replies[0].Date, "答复日期", keys{"replies", 0, "date"}}
		}
		o.pair(first, dated{s.Publication.Date, "公开日期", keys{"publication", "date"}})
	}
}

// reply compares the dates of one round and gives the round's reply date. first is the assignment; before is the reply
// of the round before, or first again.
func (o order) reply(r *record.Reply, i int, first, before dated) dated {
	replied := dated{r.Date, "答复日期", keys{"replies", i, "date"}}
	if i > 0 {
		before.name = "上一次答复日期"
		if r.Date == before.day {
			o.report(o.At("replies", i, "date"), "两次答复写在同一天", "核对两次答复的日期", see(o.At(before.keys.path()...), before.name))
		}
	}
	o.pair(before, replied)
	for _, g := range gates(r) {
		if g.gate != nil {
			o.pair(first, dated{g.gate.Date, g.name + "审核日期", keys{"replies", i, g.key}})
		}
	}
	sent := dated{r.SlipSent, "意见表发出日期", keys{"replies", i, "slip_sent"}}
	back := dated{r.SlipBack, "意见表收回日期", keys{"replies", i, "slip_back"}}
	o.pair(replied, sent)
	if r.SlipSent.IsZero() {
		o.pair(replied, back)
	} else {
		o.pair(sent, back)
	}
	o.pair(replied, dated{r.Kept, "兑现日期", keys{"replies", i, "kept"}})
	o.pair(replied, dated{r.Promised, "承诺办成日期", keys{"replies", i, "promised"}})
	return replied
}
