package board

import (
	"slices"

	"gongshi/generator/record"
)

// addArticles collects deeds and notices that were out by the day, newest first.
func (b *builder) addArticles() {
	for _, d := range b.ledger.Deeds {
		if d.Hidden(b.drafts) || !d.Date.By(b.on) {
			continue
		}
		open := *d
		open.Suggestions = nil // pages reach items through Cases, which hold only what is public
		open.Media = nil
		x := &Deed{Deed: &open, Cases: b.linked(d.Suggestions), Media: upTo(d.Media, func(m *record.Coverage) record.Date { return m.Date }, b.on)}
		slices.SortStableFunc(x.Media, func(p, q record.Coverage) int { return q.Date.Compare(p.Date) })
		b.board.Deeds = append(b.board.Deeds, x)
	}
	slices.SortStableFunc(b.board.Deeds, func(x, y *Deed) int { return y.Date.Compare(x.Date) })
	for _, x := range b.board.Deeds {
		seen := map[*Group]bool{}
		for _, ref := range x.Deputies {
			if d := b.deputies[ref.To]; d != nil {
				d.Deeds = append(d.Deeds, x)
			}
			if g := b.groups[ref.To.Group.To]; g != nil && !seen[g] {
				seen[g] = true
				g.Deeds = append(g.Deeds, x)
			}
		}
		for _, ref := range x.Villages {
			if v := b.villages[ref.To]; v != nil {
				v.Deeds = append(v.Deeds, x)
			}
		}
		x.Deputies = b.knownAll(x.Deputies)
	}

	notices := map[*record.Notice]*Notice{}
	for _, n := range b.ledger.Notices {
		if n.Hidden(b.drafts) || !n.Published.By(b.on) {
			continue
		}
		open := *n
		open.Suggestions = nil
		x := &Notice{Notice: &open, Cases: b.linked(n.Suggestions), Open: n.From.By(b.on) && !n.Until.Before(b.on)}
		notices[n] = x
		b.board.Notices = append(b.board.Notices, x)
	}
	slices.SortStableFunc(b.board.Notices, func(x, y *Notice) int { return y.Published.Compare(x.Published) })
	for _, x := range b.board.Notices {
		if t := notices[x.Target.To]; t != nil {
			t.Later = append(t.Later, x)
			x.Target.To = t.Notice
		} else if i := b.withdrawn(x.Target.To); i >= 0 { // its address says who withdrew it
			x.Target.To = &record.Notice{Source: record.Source{ID: x.Target.To.ID}, Title: b.board.Withdrawn[i].Title}
		} else if x.Target.To != nil { // not out yet: named, not linked
			x.Target.To = &record.Notice{Title: x.Target.To.Title, Number: x.Target.To.Number}
		}
		for _, list := range [][]record.Ref[record.Unit]{x.Units, x.Honours} {
			for _, ref := range list {
				if u := b.units[ref.To]; u != nil && !slices.Contains(u.Notices, x) {
					u.Notices = append(u.Notices, x)
				}
			}
		}
	}
}

// linked are the cases that an article refers to and the board shows.
func (b *builder) linked(refs []record.Ref[record.Suggestion]) []*Case {
	var cases []*Case
	for _, ref := range refs {
		if c := b.board.cases[ref.To.ID]; c != nil {
			cases = append(cases, c)
		}
	}
	return cases
}
