package record

import (
	"path"
	"slices"
)

// A Withdrawal (撤回) takes a page back for good: from its day the board shows the record nowhere, and at the page's
// address stands when, why and by whom it was withdrawn. The record's own file may be kept or deleted.
type Withdrawal struct {
	Source
	Page   string `toml:"page,required" zh:"撤回的网页"` // its address without the ending: deeds/2025-03-04-qiao
	Title  string `toml:"title,required" zh:"原标题"`
	Date   Date   `toml:"date,required" zh:"撤回日期"`
	Reason string `toml:"reason,required" zh:"撤回理由"`
	By     string `toml:"by,required" zh:"决定撤回的机关"`
}

func (w *Withdrawal) name() string { return w.Title }

// Out is the day from which the page is withdrawn.
func (w *Withdrawal) Out() Date { return w.Date }

// withdrawable are the folders of what may be withdrawn: none of it counts among the items, has a seal or is a place or
// person that others point at.
var withdrawable = []string{"notices", "deeds", "activities", "briefings", "guides", "commendations", "selfreports", "decisions"}

// Withdrawable tells whether a page, named by its address without the ending, is of a sort that may be withdrawn.
func Withdrawable(page string) bool {
	return slices.Contains(withdrawable, path.Dir(page)) && ValidID(path.Base(page))
}

// A Withdrawn is what is said of a page that is withdrawn.
type Withdrawn struct {
	Page   string // its address without the ending
	Title  string
	Date   Date
	Reason string
	By     string
	Notice *Notice // that withdraws it; nil when a record of its own does
	OnFile bool    // its record is, under this id or a later one
}

// Withdrawn are the pages withdrawn by a day, each once: by a record of its own, or by a notice (撤回公告). What was not
// yet public on that day has no page to withdraw, and a notice that withdraws another cannot be withdrawn itself.
func (l *Ledger) Withdrawn(on Date, drafts bool) []Withdrawn {
	var all []Withdrawn
	add := func(w Withdrawn) {
		r, onFile := l.Lasting(w.Page)
		if onFile && (r.Hidden(drafts) || r.Out().After(on) || withdraws(r)) || slices.ContainsFunc(all, func(x Withdrawn) bool { return x.Page == w.Page }) {
			return
		}
		w.OnFile = onFile || l.formerly(w.Page)
		all = append(all, w)
	}
	for _, w := range l.Withdrawals {
		if !w.Hidden(drafts) && w.Date.By(on) && Withdrawable(w.Page) {
			add(Withdrawn{Page: w.Page, Title: w.Title, Date: w.Date, Reason: w.Reason, By: w.By})
		}
	}
	for _, n := range l.Notices {
		t := n.Target.To
		if n.Kind != WithdrawNotice || t == nil || t.ID == "" || n.Hidden(drafts) || !n.Published.By(on) {
			continue
		}
		by := n.Signer
		if by == "" {
			by = l.Town.Presidium
		}
		add(Withdrawn{Page: "notices/" + t.ID, Title: t.Title, Date: n.Published, Reason: n.Summary, By: by, Notice: n})
	}
	return all
}

// formerly tells whether a page is that of a record which has another id now.
func (l *Ledger) formerly(page string) bool {
	for r := range l.Records() {
		for _, id := range r.Former {
			if r.Kind.Pages && path.Join(r.Kind.Folder, id) == page {
				return true
			}
		}
	}
	return false
}

// withdraws tells whether a record is a notice that withdraws another.
func withdraws(r Record) bool {
	n, ok := r.Value.(*Notice)
	return ok && n.Kind == WithdrawNotice
}

// Without is the ledger without the records of pages that are withdrawn.
func (l *Ledger) Without(withdrawn []Withdrawn) *Ledger {
	if len(withdrawn) == 0 {
		return l
	}
	gone := make(map[string]bool, len(withdrawn))
	for _, w := range withdrawn {
		gone[w.Page] = true
	}
	return l.Keep(func(r Record) bool { return !r.Kind.Pages || !gone[r.Page()] })
}

// Page is the address of a record's page, without the ending.
func (r Record) Page() string { return path.Join(r.Kind.Folder, r.ID) }

// Lasting finds a record that has a page of its own by the page's address without the ending. It knows every record on
// file, also of a ledger that keeps only some.
func (l *Ledger) Lasting(page string) (Record, bool) {
	r, ok := l.lasting[page]
	return r, ok
}
