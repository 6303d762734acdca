package check

import (
	"fmt"
	"iter"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var consultFirst = Rule{
	Name:   "consult-first",
	Doc:    "每次答复以前，都要在上一次答复之后当面与代表商量；没有先面商的，写明原因并公开。",
	Source: "先面商再回复制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			for i := range s.Replies {
				if s.Replies[i].Exception != "" || s.Consulted(i) {
					continue
				}
				text := "没有面商就答复了"
				var also []content.Related
				if i > 0 {
					text = "重新办理没有再面商就答复了"
					also = append(also, see(s.At("replies", i-1, "date"), "上一次答复，面商要在这以后"))
				}
				for j := range s.Consultations {
					if s.Consultations[j].Date.After(s.Replies[i].Date) {
						also = append(also, see(s.At("consultations", j, "date"), "这次面商在答复以后"))
						break
					}
				}
				report(s.At("replies", i, "date"), text, "面商过的，补一段 [[consultations]]；确实没有的，在这一次答复里写 consult_exception = \"原因\"", also...)
			}
		}
	},
}

// A namedGate is one of the three gates of a reply.
type namedGate struct {
	gate      *record.Gate
	key, name string
}

func gates(r *record.Reply) [3]namedGate {
	return [3]namedGate{{r.Law, "law", "法律关"}, {r.Content, "content", "内容质量关"}, {r.Wording, "wording", "文字关"}}
}

var threeGates = Rule{
	Name:   "three-gates",
	Doc:    "答复发出以前，过法律关、内容质量关、文字关。",
	Source: "三关制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			for i := range s.Replies {
				r := &s.Replies[i]
				var missing, lines []string
				for _, g := range gates(r) {
					switch {
					case g.gate == nil:
						missing, lines = append(missing, g.name), append(lines, g.key)
					case g.gate.Date.After(r.Date):
						report(s.At("replies", i, g.key, "date"), g.name+"的审核在答复以后", "核对日期；先过关再答复", see(s.At("replies", i, "date"), "答复日期"))
					}
				}
				if missing != nil {
					report(s.At("replies", i), "答复没有过"+strings.Join(missing, "、"),
						"在这一次答复里补上 "+strings.Join(lines, "、")+"，写成 "+lines[0]+" = { by = \"审核人\", date = 审核日期 }")
				}
			}
		}
	},
}

var classKnown = Rule{
	Name:   "class-known",
	Doc:    "答复类别是 profile.toml 里有的字母。",
	Source: "县里的办理办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		var letters []string
		for _, c := range l.Profile.Classes {
			letters = append(letters, c.Letter)
		}
		for _, s := range l.Suggestions {
			for i := range s.Replies {
				if class := s.Replies[i].Class; l.Profile.Class(class) == nil {
					report(s.At("replies", i, "class"), "没有“"+class+"”这一类答复", likely(class, letters)+"可以写："+strings.Join(letters, "、"),
						see(l.Profile.At("classes"), "答复分类"))
				}
			}
		}
	},
}

// likely asks back for a class: one letter is too short for a slip of the pen, but its case, its width and what stands
// around it (“A类”) are not.
func likely(word string, letters []string) string {
	for _, letter := range letters {
		if strings.EqualFold(narrow(word), letter) || strings.HasPrefix(strings.ToUpper(narrow(word)), strings.ToUpper(letter)) {
			return "是不是“" + letter + "”？"
		}
	}
	return meant(word, letters, "")
}

// narrow makes full-width letters, as a Chinese keyboard types them, ordinary ones.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, strings.TrimSpace(s))
}

var promise = Rule{
	Name:   "promise",
	Doc:    "逐步办和向上争取的答复，要写下一步措施和承诺办成的日期。",
	Source: "办理方式分类和承诺兑现制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		for _, s := range l.Suggestions {
			for i := range s.Replies {
				r := &s.Replies[i]
				c := l.Profile.Class(r.Class)
				if c == nil || c.Disposition != record.ByStep && c.Disposition != record.Upward {
					continue
				}
				if r.Measures == "" {
					report(s.At("replies", i, "class"), c.Letter+"类（"+string(c.Disposition)+"）的答复没有写下一步措施", "在这一次答复里加一行 measures = \"……\"")
				}
				if r.Promised.IsZero() {
					report(s.At("replies", i, "class"), c.Letter+"类（"+string(c.Disposition)+"）的答复没有写承诺办成的日期", "在这一次答复里加一行 promised = 日期")
				}
			}
		}
	},
}

var promiseDue = Rule{
	Name:   "promise-due",
	Doc:    "承诺的日期过了，要写兑现日期，没有兑现的要有情况说明。",
	Source: "承诺兑现制度",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, s := range l.Suggestions {
			rounds := s.Rounds(on)
			if len(rounds) == 0 {
				continue
			}
			i := len(rounds) - 1
			r := &rounds[i]
			if r.Promised.IsZero() || !on.After(r.Promised) || r.Kept.By(on) || explained(s, r.Promised, on) {
				continue
			}
			report(s.At("replies", i, "promised"), "承诺"+day(r.Promised)+"办成，日期已过，没有兑现日期", "已经办成的，加一行 kept = 兑现日期；没有办成的，加一段 [[explanations]] 说明情况")
		}
	},
}

// explained tells whether an explanation was given from one day to another.
func explained(s *record.Suggestion, from, on record.Date) bool {
	for i := range s.Explanations {
		if d := s.Explanations[i].Date; d.By(on) && !d.Before(from) {
			return true
		}
	}
	return false
}

var slipComplete = Rule{
	Name:   "slip-complete",
	Doc:    "意见表收回要写满意度和收集人；不满意的要写原因；不接受和正当理由只对不满意写。",
	Source: "征询代表意见制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			for i := range s.Replies {
				slip(s, i, report)
			}
		}
	},
}

func slip(s *record.Suggestion, i int, report Report) {
	r := &s.Replies[i]
	at := func(key string) content.Pos { return s.At("replies", i, key) }
	switch {
	case !r.SlipBack.IsZero() && r.Satisfaction == "":
		report(at("slip_back"), "意见表收回了，没有写满意度", "加一行 satisfaction = \"满意\"，或者基本满意、不满意")
	case r.SlipBack.IsZero() && r.Satisfaction != "":
		report(at("satisfaction"), "写了满意度，没有写意见表收回的日期", "加一行 slip_back = 日期；没有日期的不计入满意率")
	case !r.SlipBack.IsZero() && r.Collector == "":
		report(at("slip_back"), "没有写意见表是谁收的", "加一行 collected_by = \"镇人大\"，或者代表小组、承办单位")
	}
	if r.Satisfaction == record.Dissatisfied {
		if r.Why == "" {
			report(at("satisfaction"), "代表不满意，没有写原因", "加一行 why = \"……\"，照意见表上写的抄")
		}
		return
	}
	if r.Refused {
		report(at("not_accepted"), "代表没有说不满意，却写了不接受", "核对意见表；满意或基本满意的，删掉这一行")
	}
	if r.Justified != "" {
		report(at("justified"), "代表没有说不满意，却写了正当理由", "核对意见表；满意或基本满意的，删掉这一行")
	}
}

var redo = Rule{
	Name:   "redo",
	Doc:    "代表不满意的，重新办理、再次答复，不能就此办结；重办期限过了还没有答复的，要有情况说明。",
	Source: "不满意重办制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, s := range l.Suggestions {
			n := len(s.Replies)
			if n == 0 {
				continue
			}
			if r := &s.Replies[n-1]; s.Closing != nil && r.Satisfaction == record.Dissatisfied {
				report(s.At("closing", "date"), "代表不满意，没有重新答复就办结了", "重新办理、再次答复以后才能办结；已经答复过的，补一段 [[replies]]", see(s.At("replies", n-1, "satisfaction"), "代表的意见"))
				continue
			}
			if l.Profile.Faulty || !received(s) {
				continue
			}
			d := l.Deadline(s, on)
			if d.Redo.IsZero() || !on.After(d.Redo) {
				continue
			}
			i := len(s.Rounds(on)) - 1
			if s.Replies[i].Opinion(on) == record.Dissatisfied && !explained(s, s.Replies[i].SlipBack, on) {
				report(s.At("replies", i, "slip_back"), "重新办理的期限"+day(d.Redo)+"已过，没有新的答复，也没有情况说明", "加一段 [[explanations]]，向居民和代表说明情况，并督促尽快答复",
					see(l.Profile.At("deadlines", "redo_months"), "重新办理的期限"))
			}
		}
	},
}

var fivePublics = Rule{
	Name:   "five-publics",
	Doc:    "交办了的建议，建议事项、承办单位、办结时限都要有；办结以后，办理结果、代表满意度也要有。",
	Source: "五公开制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, s := range l.Suggestions {
			if s.Intake != nil && !received(s) {
				continue
			}
			closed := s.Closing != nil && s.Closing.Date.By(on)
			if s.Assignment(on) == nil {
				switch rounds := s.Rounds(on); {
				case closed:
					report(s.At("closing"), "办结了，没有承办单位", "补一段 [[assignments]]；退办以后改交的，也要写")
				case len(rounds) > 0:
					report(s.At("replies", len(rounds)-1), "答复了，没有承办单位", "补一段 [[assignments]]；退办以后改交的，也要写")
				}
			}
			if len(s.Assignments) > 0 && !l.Profile.Faulty && !l.Town.Faulty &&
				l.Profile.Deadlines.Start == record.FromClose && !s.Between && l.Town.TermOn(s.Raised).Session(s.Session) == nil {
				report(s.At("session"), "办结时限从闭会算起，找不到这次会议的闭幕日，算不出来", "在 town.toml 里写上这次会议", see(l.Profile.At("deadlines", "start"), "从哪天起算"))
			}
			if !closed {
				continue
			}
			n := len(s.Replies)
			switch {
			case n == 0:
				report(s.At("closing"), "没有答复就办结了", "补一段 [[replies]]；还没有答复的，删掉 [closing]")
			case s.Closing.Satisfaction == "" && s.Replies[n-1].Opinion(on) == "":
				report(s.At("closing"), "办结了，没有代表满意度", "收回意见表以后，在答复里写 slip_back 和 satisfaction", see(s.At("replies", n-1), "最后一次答复"))
			}
		}
	},
}

// A wait is something that is due some working days after a day of a round.
type wait struct {
	round int
	from  record.Date
	days  int
}

// possiblyLate tells whether so many working days can have passed since a day. It spares the calendar what is not
// late in any case.
func (w wait) possiblyLate(on record.Date) bool { return w.days > 0 && w.from.DaysTo(on) > w.days }

// unpublished are items replied to and not published by a day, for long enough that they may be late.
func unpublished(l *record.Ledger, on record.Date) iter.Seq2[*record.Suggestion, wait] {
	return func(yield func(*record.Suggestion, wait) bool) {
		for _, s := range l.Suggestions {
			if len(s.Rounds(on)) == 0 || s.Open == record.Withheld || s.Publication != nil && s.Publication.Date.By(on) {
				continue
			}
			if w := (wait{0, s.Replies[0].Date, l.Profile.Deadlines.Publish}); w.possiblyLate(on) && !yield(s, w) {
				return
			}
		}
	}
}

// slipsOut are items whose latest slip is out on a day, for long enough that it may be late.
func slipsOut(l *record.Ledger, on record.Date) iter.Seq2[*record.Suggestion, wait] {
	return func(yield func(*record.Suggestion, wait) bool) {
		for _, s := range l.Suggestions {
			i := len(s.Rounds(on)) - 1
			if i < 0 || !s.Replies[i].SlipSent.By(on) || s.Replies[i].SlipBack.By(on) {
				continue
			}
			if w := (wait{i, s.Replies[i].SlipSent, l.Profile.Deadlines.Slip}); w.possiblyLate(on) && !yield(s, w) {
				return
			}
		}
	}
}

var publishInTime = Rule{
	Name:   "publish-in-time",
	Doc:    "答复以后按期公开。",
	Source: "办理公开制度",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		for s, w := range unpublished(l, on) {
			if due, _ := l.AddWorkingDays(w.from, w.days); on.After(due) {
				report(s.At("replies", w.round, "date"), fmt.Sprintf("答复后%d个工作日内要公开，%s已到期，没有公开记录", w.days, day(due)), "公开以后加一段 [publication]，写 date 和 where；不能公开的，改 public 并写理由",
					see(l.Profile.At("deadlines", "publish_days"), "公开的期限"))
			}
		}
	},
}

var slipInTime = Rule{
	Name:   "slip-in-time",
	Doc:    "意见表发出以后按期收回。",
	Source: "征询代表意见制度",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		for s, w := range slipsOut(l, on) {
			if due, _ := l.AddWorkingDays(w.from, w.days); on.After(due) {
				report(s.At("replies", w.round, "slip_sent"), fmt.Sprintf("意见表发出后%d个工作日内要收回，%s已到期，还没有收回", w.days, day(due)), "请代表填好交回，再写 slip_back、satisfaction 和 collected_by",
					see(l.Profile.At("deadlines", "slip_days"), "意见表的期限"))
			}
		}
	},
}
