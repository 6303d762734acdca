package check

import (
	"fmt"
	"strconv"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// received tells whether an item passed the intake and was registered.
func received(s *record.Suggestion) bool {
	return s.Intake != nil && s.Intake.Result == record.Registered
}

var intakeFirst = Rule{
	Name:   "intake-first",
	Doc:    "建议先经提出关登记，再交办。",
	Source: "提出关制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			if s.Intake == nil && len(s.Assignments) > 0 {
				report(s.At("assignments", 0), "没有登记就交办了", "在这一段前面加上 [intake]，写 date、result = \"登记\" 和 by")
			}
		}
	},
}

var intakeReason = Rule{
	Name:   "intake-reason",
	Doc:    "合并的要写并入哪一件和理由，退回的要写理由，两种都不再交办；不能并入自己、已合并的或已退回的。",
	Source: "提出关制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			if s.Intake == nil {
				continue
			}
			in := s.Intake
			if in.Result == record.Registered {
				if in.Into.Given() {
					report(s.At("intake", "into"), "结果是登记，却写了并入哪一件", "确实合并的，把 result 改成 \"合并\"；否则删掉 into 一行", see(s.At("intake", "result"), "结果"))
				}
				continue
			}
			if in.Reason == "" {
				report(s.At("intake", "result"), "写了"+string(in.Result)+"，没有写理由", "在 [intake] 里加一行 reason = \"……\"，理由会公开")
			}
			if len(s.Assignments) > 0 {
				report(s.At("assignments", 0), "已经"+string(in.Result)+"的建议又交办了", "删掉交办；要单独办理的，把 result 改成 \"登记\"", see(s.At("intake", "result"), "提出关结果"))
			}
			if in.Result == record.Merged {
				mergedInto(s, report)
			}
		}
	},
}

func mergedInto(s *record.Suggestion, report Report) {
	to := s.Intake.Into.To
	switch {
	case to == nil:
		report(s.At("intake", "result"), "合并了，没有写并入哪一件", "在 [intake] 里加一行 into = \"那一件的编号（文件名）\"")
	case to == s:
		report(s.At("intake", "into"), "并入的是它自己", "改成真正办理的那一件")
	case to.Faulty || to.Intake == nil:
	case to.Intake.Result == record.Merged:
		report(s.At("intake", "into"), "并入的那一件自己也合并了", "直接写最后办理的那一件", see(to.At("intake", "into"), "那一件又并入了别的建议"))
	case to.Intake.Result == record.Returned:
		report(s.At("intake", "into"), "并入的那一件已经退回", "改成正在办理的那一件，或者把这一件单独登记", see(to.At("intake", "result"), "那一件的结果"))
	}
}

var sessionKnown = Rule{
	Name:   "session-known",
	Doc:    "建议属于 town.toml 里的一次会议，在那一届内提出；闭会期间与否、编号里的届次，都与会议相符。",
	Source: "届次和会议的编排",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		if l.Town.Faulty {
			return
		}
		for _, s := range l.Suggestions {
			inSession(l.Town, s, report)
		}
	},
}

func inSession(t *record.Town, s *record.Suggestion, report Report) {
	term := t.TermOn(s.Raised)
	if term == nil {
		term = &t.Term
		if len(t.PastTerms) > 0 {
			term = &t.PastTerms[0]
		}
		report(s.At("raised"), "提出日期早于本届起始日"+day(term.From), "核对日期；是以前各届提的，先把那一届写进 town.toml", see(termAt(t, term, "from"), "本届起始日"))
		return
	}
	if !term.Until.IsZero() && s.Raised.After(term.Until) {
		report(s.At("raised"), "提出日期晚于本届届满日"+day(term.Until), "核对日期；已经换届的，先改 town.toml", see(termAt(t, term, "until"), "本届届满日"))
		return
	}
	i := 0
	for i < len(term.Sessions) && term.Sessions[i].Number != s.Session {
		i++
	}
	if i == len(term.Sessions) {
		report(s.At("session"), fmt.Sprintf("town.toml 里没有第%d次会议", s.Session), "核对次数；新开的会议先写进 town.toml", see(termAt(t, term, "sessions"), "本届各次会议"))
		return
	}
	this := &term.Sessions[i]
	at := func(i int, key string) content.Pos { return termAt(t, term, "sessions", i, key) }
	switch {
	case s.Between && !s.Raised.After(this.Until):
		report(s.At("between_sessions"), fmt.Sprintf("写了闭会期间，但%s第%d次会议还没有闭幕", day(s.Raised), s.Session),
			"会议期间提的，删掉这一行；闭会期间提的，核对提出日期", see(at(i, "until"), "这次会议闭幕"))
	case !s.Between && s.Raised.After(this.Until):
		report(s.At("raised"), fmt.Sprintf("提出时第%d次会议已于%s闭幕", s.Session, day(this.Until)),
			"闭会期间提的，加一行 between_sessions = true；否则核对日期和次数", see(at(i, "until"), "这次会议闭幕"))
	case !s.Between && i > 0 && !s.Raised.After(term.Sessions[i-1].Until):
		report(s.At("session"), fmt.Sprintf("提出时第%d次会议还没有闭幕", term.Sessions[i-1].Number),
			"核对提出日期和次数", see(at(i-1, "until"), "前一次会议闭幕"))
	case s.Between && i+1 < len(term.Sessions) && !s.Raised.Before(term.Sessions[i+1].From):
		report(s.At("session"), fmt.Sprintf("提出时第%d次会议已经开幕", term.Sessions[i+1].Number),
			"核对提出日期和次数", see(at(i+1, "from"), "后一次会议开幕"))
	}
	if number, session, ok := numberParts(s.Number); ok && (number != term.Number || session != s.Session) {
		report(s.At("number"), fmt.Sprintf("编号说的是%d届%d次会议，这一件是%d届%d次会议的", number, session, term.Number, s.Session),
			"编号按 届-次-号 写，改写错的一处", see(s.At("session"), "会议次数"))
	}
}

// numberParts are the term and the session that a number such as 12-5-014 names; ok is false when it is built otherwise.
func numberParts(s string) (term, session int, ok bool) {
	t, rest, _ := strings.Cut(s, "-")
	n, serial, _ := strings.Cut(rest, "-")
	term, err1 := strconv.Atoi(t)
	session, err2 := strconv.Atoi(n)
	_, err3 := strconv.Atoi(serial)
	return term, session, err1 == nil && err2 == nil && err3 == nil
}

var leadCosigner = Rule{
	Name:   "lead-cosigner",
	Doc:    "附议代表里没有领衔代表，每位只写一次。",
	Source: "代表提出建议的联名办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			for i, c := range s.Cosigners {
				if c.To == s.Lead.To {
					report(s.At("cosigners", i), "领衔代表"+c.To.Name+"又写在附议代表里", "从 cosigners 里删掉", see(s.At("lead"), "领衔代表"))
					continue
				}
				for j := range i {
					if s.Cosigners[j].To == c.To {
						report(s.At("cosigners", i), "附议代表"+c.To.Name+"写了两次", "删掉一个", see(s.At("cosigners", j), "前一个"))
						break
					}
				}
			}
		}
	},
}

var deputyServing = Rule{
	Name:   "deputy-serving",
	Doc:    "领衔和附议的代表，提出那天都在任。",
	Source: "代表执行职务的期限",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			serving(s, s.Lead.To, []any{"lead"}, report)
			for i, c := range s.Cosigners {
				serving(s, c.To, []any{"cosigners", i}, report)
			}
		}
	},
}

func serving(s *record.Suggestion, d *record.Deputy, path []any, report Report) {
	switch {
	case d.Faulty || d.Serves(s.Raised):
	case d.Elected.After(s.Raised):
		report(s.At(path...), d.Name+"当选前就提出了建议", "核对提出日期和当选日期", see(d.At("elected"), d.Name+"的当选日期"), see(s.At("raised"), "提出日期"))
	default:
		report(s.At(path...), d.Name+"提出建议时已经离任", "核对提出日期和离任日期；确已离任的，换成在任代表", see(d.At("left"), d.Name+"的离任日期"), see(s.At("raised"), "提出日期"))
	}
}

var withheldReason = Rule{
	Name:   "withheld-reason",
	Doc:    "只公开摘要的要有摘要和理由，不公开的要有理由、没有公开记录，全文公开的不写不公开理由。",
	Source: "办理公开制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, s := range l.Suggestions {
			if s.Open == record.Full {
				if s.WhyNotOpen != "" {
					report(s.At("withheld_reason"), "写了不公开的理由，公开方式却是全文", "不能全文公开的，把 public 改成 \"摘要\" 或 \"不公开\"；能公开的，删掉这一行", see(s.At("public"), "公开方式"))
				}
				continue
			}
			if s.WhyNotOpen == "" {
				report(s.At("public"), "公开方式是"+string(s.Open)+"，没有写理由", "加一行 withheld_reason = \"涉及个人隐私\"，或者别的理由；理由会公开")
			}
			if s.Open == record.Abstract && s.Summary == "" {
				report(s.At("public"), "公开方式是摘要，没有写摘要", "加一行 summary = \"……\"，写一两句给居民看的话")
			}
			if s.Open == record.Withheld && s.Publication != nil {
				report(s.At("publication"), "不公开的建议却记了公开", "已经公开的，改公开方式；没有公开的，删掉 [publication]", see(s.At("public"), "公开方式"))
			}
		}
	},
}

var withheldLinked = Rule{
	Name:   "withheld-linked",
	Doc:    "不公开的建议，不写进活动、事迹和公告的相关建议。",
	Source: "办理公开制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		linked := func(from *record.Source, to []record.Ref[record.Suggestion]) {
			for i, r := range to {
				if r.To.Open == record.Withheld {
					report(from.At("suggestions", i), "这一件建议不公开，写在这里等于公开了", "从 suggestions 里删掉，正文里也不要提", see(r.To.At("public"), "公开方式"))
				}
			}
		}
		for _, a := range l.Activities {
			linked(&a.Source, a.Items)
		}
		for _, d := range l.Deeds {
			linked(&d.Source, d.Suggestions)
		}
		for _, n := range l.Notices {
			linked(&n.Source, n.Suggestions)
		}
	},
}
