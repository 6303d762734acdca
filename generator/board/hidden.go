package board

import "gongshi/generator/record"

// addHidden lists what the board leaves out, so that the clerk sees it and knows why.
func (b *builder) addHidden() {
	hide := func(path string, draft bool, first record.Date) bool {
		switch {
		case draft:
			b.board.Hidden = append(b.board.Hidden, Hidden{path, HiddenDraft})
		case !first.By(b.on):
			b.board.Hidden = append(b.board.Hidden, Hidden{path, HiddenLater})
		default:
			return false
		}
		return true
	}
	for _, s := range b.ledger.Suggestions {
		if hide(s.Path(), s.Hidden(b.drafts), s.Raised) {
			continue
		}
		switch s.Open {
		case record.Abstract:
			b.board.Hidden = append(b.board.Hidden, Hidden{s.Path(), HiddenAbstract})
		case record.Withheld:
			b.board.Hidden = append(b.board.Hidden, Hidden{s.Path(), HiddenWithheld})
		}
	}
	for _, v := range b.ledger.Villages {
		hide(v.Path(), v.Hidden(b.drafts), b.on)
	}
	for _, g := range b.ledger.Groups {
		hide(g.Path(), g.Hidden(b.drafts), b.on)
	}
	for _, d := range b.ledger.Deputies {
		hide(d.Path(), d.Hidden(b.drafts), d.Elected)
	}
	for _, u := range b.ledger.Units {
		hide(u.Path(), u.Hidden(b.drafts), b.on)
	}
	for _, o := range b.ledger.Officials {
		hide(o.Path(), o.Hidden(b.drafts), b.on)
	}
	for _, d := range b.ledger.Deeds {
		hide(d.Path(), d.Hidden(b.drafts), d.Date)
	}
	for _, n := range b.ledger.Notices {
		hide(n.Path(), n.Hidden(b.drafts), n.Published)
	}
	for _, r := range b.ledger.Reports {
		hide(r.Path(), r.Hidden(b.drafts), r.Date)
	}
	for _, s := range b.ledger.Schemes {
		hide(s.Path(), s.Hidden(b.drafts), b.on)
	}
	for _, a := range b.ledger.Assessments {
		hide(a.Path(), a.Hidden(b.drafts), a.Date)
	}
}
