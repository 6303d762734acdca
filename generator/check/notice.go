package check

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// publicNotices are the notices with a period that begins.
func publicNotices(l *record.Ledger) iter.Seq[*record.Notice] {
	return func(yield func(*record.Notice) bool) {
		for _, n := range l.Notices {
			if n.Kind == record.PublicNotice && !n.From.IsZero() && !yield(n) {
				return
			}
		}
	}
}

var noticePeriod = Rule{
	Name:   "notice-period",
	Doc:    "公示要写起止日期和异议方式，从发布以后算起，不短于规定的工作日。",
	Source: "公示制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, n := range l.Notices {
			if n.Kind != record.PublicNotice {
				continue
			}
			if n.Objection == "" {
				report(n.At("kind"), "公示没有写异议方式", "加一行 objection = \"……\"，写有不同意见找谁、怎么提")
			}
			if n.From.IsZero() {
				report(n.At("kind"), "公示没有写开始日期", "加一行 from = 日期")
			}
			if n.Until.IsZero() {
				report(n.At("kind"), "公示没有写结束日期", "加一行 until = 日期")
			}
			if n.From.IsZero() {
				continue
			}
			if n.From.Before(n.Published) {
				report(n.At("from"), "公示期从"+day(n.From)+"算起，那时还没有发布", "公示期从发布那天或以后算起", see(n.At("published"), "发布日期"))
			}
			if n.Until.IsZero() {
				continue
			}
			if n.Until.Before(n.From) {
				report(n.At("until"), "公示结束早于开始", "核对这两个日期", see(n.At("from"), "公示开始"))
				continue
			}
			days := l.Profile.Notices.WorkingDays
			if l.Profile.Faulty || days < 1 {
				continue
			}
			// The first day of the period counts when it is a working day.
			if end, _ := l.AddWorkingDays(n.From.AddDays(-1), days); n.Until.Before(end) {
				report(n.At("until"), fmt.Sprintf("公示期不足%d个工作日，最早到%s", days, day(end)), "把结束日期改到这一天或以后",
					see(n.At("from"), "公示开始"), see(l.Profile.At("notices", "working_days"), "规定的工作日"))
			}
		}
	},
}

var noticeTarget = Rule{
	Name:   "notice-target",
	Doc:    "更正和撤回要写明是哪一份文件，那份文件发布在前。",
	Source: "信息更正和撤回的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, n := range l.Notices {
			t := n.Target.To
			amends := n.Kind == record.CorrectNotice || n.Kind == record.WithdrawNotice
			switch {
			case amends && t == nil:
				report(n.At("kind"), "没有写"+string(n.Kind)+"的是哪一份文件", "加一行 target = \"那份文件的编号（文件名）\"")
			case !amends && t != nil:
				report(n.At("target"), "只有更正和撤回才写 target，这一份是"+string(n.Kind), "改 kind，或者删掉 target 一行", see(n.At("kind"), "种类"))
			case t == nil || t.Faulty:
			case t == n:
				report(n.At("target"), string(n.Kind)+"的是它自己", "改成原来那份文件的编号")
			case n.Kind == record.WithdrawNotice && t.Kind == record.WithdrawNotice:
				report(n.At("target"), "撤回公告不能再撤回", "要恢复原来的文件，用新的编号重新发布一份", see(t.At("kind"), "撤回公告"))
			case n.Published.Before(t.Published):
				report(n.At("published"), string(n.Kind)+"比原来的文件发布得还早", "核对两份文件的发布日期", see(t.At("published"), "原来的文件"))
			}
		}
	},
}

var noticeAbout = Rule{
	Name:   "notice-about",
	Doc:    "情况说明和延办反馈书要写明是哪一件建议。",
	Source: "情况说明和延办反馈书制度",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, n := range l.Notices {
			if (n.Kind == record.ExplainNotice || n.Kind == record.PostponeForm) && len(n.Suggestions) == 0 {
				report(n.At("kind"), string(n.Kind)+"没有写是哪一件建议的", "加一行 suggestions = [\"建议的编号（文件名）\"]")
			}
		}
	},
}

var messageLength = Rule{
	Name:   "message-length",
	Doc:    "短信连标点和数字不超过70个字。",
	Source: "短信通知的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, n := range l.Notices {
			if size := utf8.RuneCountInString(n.Message); size > record.MessageLength {
				report(n.At("message"), fmt.Sprintf("短信有%d个字，超过%d个字", size, record.MessageLength), fmt.Sprintf("删去%d个字，只留什么事、哪一天、在哪里看全文", size-record.MessageLength))
			}
		}
	},
}

var messageMissing = Rule{
	Name:   "message-missing",
	Doc:    "标题长得放不进一条短信的，要另写短信。",
	Source: "短信通知的要求",
	Level:  content.Warning,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, n := range l.Notices {
			if size := utf8.RuneCountInString(n.Title); n.Message == "" && size > record.MessageTitle {
				report(n.At("title"), fmt.Sprintf("标题有%d个字，加上落款和看全文的地方，一条短信放不下", size), fmt.Sprintf("加一行 message = \"……\"，用不超过%d个字写清什么事、哪一天", record.MessageLength))
			}
		}
	},
}

var honoursBarred = Rule{
	Name:   "honours-barred",
	Doc:    "不满意件超过上限的单位和它的负责人，当年不授荣誉。",
	Source: "不满意件评优限制规定",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		limit := l.Profile.SanctionLimit()
		var count map[unitYear][]*record.Suggestion
		for h := range honours(l, on) {
			if count == nil {
				count = unacceptable(l, on)
			}
			if items := count[unitYear{h.unit, h.year}]; len(items) > limit {
				report(h.at, fmt.Sprintf("%s%d年有%d件不满意件（%s），超过上限%d件，%s不能授予荣誉：%s", h.unit.Name, h.year, len(items), numbersOf(items), limit, h.who, h.notice.Title),
					h.hint, seeRefused(items, on)...)
			}
		}
	},
}

var honoursVetoed = Rule{
	Name:   "honours-vetoed",
	Doc:    "被一票否决的单位和它的负责人，当年不授荣誉。",
	Source: "综合评议办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		vetoes := map[unitYear][]content.Related{}
		for _, a := range l.Assessments {
			if a.Faulty || !a.Date.By(on) {
				continue
			}
			for i, v := range a.Vetoes {
				k := unitYear{v.Unit.To, a.Year}
				vetoes[k] = append(vetoes[k], see(a.At("vetoes", i, "unit"), quarterName(a.Quarter)+"一票否决"))
			}
		}
		for h := range honours(l, on) {
			if also := vetoes[unitYear{h.unit, h.year}]; also != nil {
				report(h.at, fmt.Sprintf("%s%d年被一票否决，%s不能授予荣誉：%s", h.unit.Name, h.year, h.who, h.notice.Title), h.hint, also...)
			}
		}
	},
}

// An honour is what a notice gives a unit, or the head of one, for a year.
type honour struct {
	notice *record.Notice
	unit   *record.Unit
	who    string // the head's office and name; empty for the unit itself
	year   int
	at     content.Pos
	hint   string
}

// honours are all that notices give, but for those that a later notice has taken back.
func honours(l *record.Ledger, on record.Date) iter.Seq[honour] {
	return func(yield func(honour) bool) {
		for _, n := range l.Notices {
			year := honoursYear(n)
			for i, u := range n.Honours {
				if !takenBack(l, n, u.To, on) && !yield(honour{n, u.To, "", year, n.At("honours", i), "从 honours 里删掉这个单位；已经授予的，发撤回或更正，更正里用 units 写明这个单位"}) {
					return
				}
			}
			for i, p := range n.People {
				for _, u := range l.Units {
					if u.Head != p.Name || p.Unit.To != nil && p.Unit.To != u || takenBack(l, n, u, on) {
						continue
					}
					if !yield(honour{n, u, "负责人" + p.Name, year, n.At("honour_people", i, "name"), "从 honour_people 里删掉这个人；已经授予的，发撤回或更正；同名的另一个人，写上 unit"}) {
						return
					}
				}
			}
		}
	}
}

// takenBack tells whether a notice was corrected by a day as to a unit; one that was withdrawn is not judged.
func takenBack(l *record.Ledger, n *record.Notice, u *record.Unit, on record.Date) bool {
	for _, later := range l.Notices {
		if later.Target.To == n && later.Published.By(on) && later.Kind == record.CorrectNotice && slices.ContainsFunc(later.Units, func(r record.Ref[record.Unit]) bool { return r.To == u }) {
			return true
		}
	}
	return false
}

// numbersOf are the numbers of items, as a message says them.
func numbersOf(items []*record.Suggestion) string {
	var all []string
	for _, s := range items {
		all = append(all, s.Number)
	}
	return list(all)
}

var yearInTitle = regexp.MustCompile(`(20\d\d)年`)

// honoursYear is the year honours are given for: the one the title names, because a year's honours are often given in
// the next January, else that of the notice.
func honoursYear(n *record.Notice) int {
	if m := yearInTitle.FindStringSubmatch(n.Title); m != nil {
		if y, err := strconv.Atoi(m[1]); err == nil {
			return y
		}
	}
	return n.Date.Year
}
