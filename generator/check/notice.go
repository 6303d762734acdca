package check

import (
	"fmt"
	"iter"
	"regexp"
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
			amends := n.Kind == record.Correction || n.Kind == record.Withdrawal
			switch {
			case amends && t == nil:
				report(n.At("kind"), "没有写"+string(n.Kind)+"的是哪一份文件", "加一行 target = \"那份文件的编号（文件名）\"")
			case !amends && t != nil:
				report(n.At("target"), "只有更正和撤回才写 target，这一份是"+string(n.Kind), "改 kind，或者删掉 target 一行", see(n.At("kind"), "种类"))
			case t == nil || t.Faulty:
			case t == n:
				report(n.At("target"), string(n.Kind)+"的是它自己", "改成原来那份文件的编号")
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
	Doc:    "不满意件超过上限的单位，当年不授荣誉。",
	Source: "不满意件评优限制规定",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		limit := l.Profile.SanctionLimit()
		var count map[unitYear][]*record.Suggestion
		for _, n := range l.Notices {
			if len(n.Honours) > 0 && count == nil {
				count = unacceptable(l, on)
			}
			year := honoursYear(n)
			for i, u := range n.Honours {
				if items := count[unitYear{u.To, year}]; len(items) > limit {
					report(n.At("honours", i), fmt.Sprintf("%s%d年有%d件不满意件，超过上限%d件，不能授予荣誉：%s", u.To.Name, year, len(items), limit, n.Title),
						"从 honours 里删掉这个单位；已经授予的，发撤回或更正", seeRefused(items, on)...)
				}
			}
		}
	},
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
