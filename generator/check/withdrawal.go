package check

import (
	"path"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var withdrawalSound = Rule{
	Name:   "withdrawal-sound",
	Doc:    "撤回记录写明撤回的是哪一页，那一页可以撤回、发布在前，而且只撤回一次。",
	Source: "信息更正和撤回的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		first := map[string]content.Pos{}
		for _, n := range l.Notices {
			if n.Kind == record.WithdrawNotice && n.Target.To != nil && n.Target.To.ID != "" {
				first["notices/"+n.Target.To.ID] = n.At("target")
			}
		}
		for _, w := range l.Withdrawals {
			if !record.Withdrawable(w.Page) {
				text, hint := notWithdrawable(w.Page)
				report(w.At("page"), text, hint)
				continue
			}
			if other, twice := first[w.Page]; twice {
				report(w.At("page"), "这一页撤回了两次", "留下一份", see(other, "另一次撤回"))
				continue
			}
			first[w.Page] = w.At("page")
			r, onFile := l.Lasting(w.Page)
			if !onFile || r.Faulty || r.Draft {
				continue
			}
			if n, ok := r.Value.(*record.Notice); ok && n.Kind == record.WithdrawNotice {
				report(w.At("page"), "撤回公告不能再撤回", "要恢复原来的文件，用新的编号重新发布一份", see(n.At("kind"), "撤回公告"))
			}
			if w.Date.Before(r.Out()) {
				report(w.At("date"), day(w.Date)+"就撤回，那时还没有公开", "核对撤回日期；还没有公开的，写 draft = true 或者删掉", see(r.At("date"), "原来的日期"))
			}
		}
	},
}

var withdrawalKnown = Rule{
	Name:   "withdrawal-known",
	Doc:    "撤回的网页没有记录的，标题不和还在公示栏上的一份相同：多半是网址写错了，要撤的还在网上。",
	Source: "信息更正和撤回的要求",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		withdrawn := map[string]bool{}
		for _, w := range l.Withdrawn(on, false) {
			withdrawn[w.Page] = true
		}
		moved := former(l)
		for _, w := range l.Withdrawals {
			_, onFile := l.Lasting(w.Page)
			_, renamed := moved[w.Page]
			if onFile || renamed || !record.Withdrawable(w.Page) || w.Hidden(false) || !w.Date.By(on) {
				continue
			}
			for r := range records(l) {
				page := r.Page()
				if !record.Withdrawable(page) || withdrawn[page] || r.Hidden(false) || r.Name() != w.Title || !r.Out().Before(w.Date) {
					continue // published again on the day or later, under another id
				}
				report(w.At("page"), "没有“"+w.Page+"”这条记录，标题相同的“"+page+"”还在公示栏上", "要撤回的是它，就改成 page = \""+page+"\"；原来那一份的记录已经删了的，不用管", see(r.At("title"), "标题相同的记录"))
				break
			}
		}
	},
}

// notWithdrawable says why a page is not one that may be withdrawn, and what to do instead.
func notWithdrawable(page string) (text, hint string) {
	if trimmed := strings.TrimSuffix(strings.TrimSuffix(page, ".md"), ".html"); trimmed != page && record.Withdrawable(trimmed) {
		return "“" + page + "”多写了结尾", "只写文件夹和编号，不写结尾：page = \"" + trimmed + "\""
	}
	text = "“" + page + "”不能撤回"
	switch path.Dir(page) {
	case "suggestions":
		return text, "建议要算在总数里；不宜公开的，把建议的 public 改成 \"不公开\"，写明理由"
	case "reports", "assessments", "sessions":
		return text, "数字和表决已经公布，不能撤回；写错的，发一份更正公告，写明哪里错、改成什么"
	case "villages", "groups", "deputies", "units", "stations", "associations":
		return text, "人和单位不撤回；变动了的，在记录里写明是哪一天起的"
	}
	return "“" + page + "”不是一页的网址", "写文件夹和编号，不写结尾，例如 notices/2025-03-04-dahui"
}

var formerSound = Rule{
	Name:   "former-sound",
	Doc:    "曾用编号写在有网页的记录里，不和别的记录、别的曾用编号相同。",
	Source: "公示栏不留打不开的链接",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		first, withdrawn := map[string]content.Pos{}, map[string]content.Pos{}
		for _, w := range l.Withdrawals {
			withdrawn[w.Page] = w.At("page")
		}
		for r := range records(l) {
			if len(r.Former) > 0 && !r.Kind.Pages {
				report(r.At("former"), r.Kind.Term+"没有自己的网页，不用写曾用编号", "删掉 former 一行")
				continue
			}
			for i, id := range r.Former {
				at := r.At("former", i)
				page := path.Join(r.Kind.Folder, id)
				other, taken := l.Lasting(page)
				switch {
				case !record.ValidID(id):
					report(at, "“"+id+"”不能是编号", "写原来的文件名，不写文件夹和结尾，例如 2025-03-04-dahui")
				case taken:
					report(at, "曾用编号“"+id+"”现在是一条记录的编号", "删掉这个曾用编号，或者给那条记录改名", see(other.At(), "用着这个编号的记录"))
				case withdrawn[page].File != "":
					report(at, "“"+id+"”的网址已经撤回了", "撤回的就是这一条的，把撤回记录改成 page = \""+r.Page()+"\"；不是的，删掉这个曾用编号", see(withdrawn[page], "撤回记录"))
				case first[page].File != "":
					report(at, "曾用编号“"+id+"”写了两次", "只在一处写", see(first[page], "另一处"))
				default:
					first[page] = at
				}
			}
		}
	},
}

// former are the records that had another address before, by that address without the ending.
func former(l *record.Ledger) map[string]record.Record {
	all := map[string]record.Record{}
	for r := range records(l) {
		for _, id := range r.Former {
			if r.Kind.Pages {
				all[path.Join(r.Kind.Folder, id)] = r
			}
		}
	}
	return all
}
