package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Commendation is the year's honours, each with its vote and what speaks for it.
type Commendation struct {
	*record.Commendation
	Groups   []*GroupHonour
	Deputies []*DeputyHonour
	Listed   []*DeputyHonour // the same, as printed lists have them
}

// A GroupHonour is a group's honour.
type GroupHonour struct {
	record.GroupHonour
	Vote Rate
	Of   *Commendation
}

// A DeputyHonour is a deputy's honour, with the self-report it rests on, nil when there is none.
type DeputyHonour struct {
	record.DeputyHonour
	Vote   Rate
	Of     *Commendation
	Report *SelfReport
}

// A Covered (媒体报道) is what was printed about a deed.
type Covered struct {
	record.Coverage
	Deed *Deed
}

func (b *builder) addCommendations() {
	floor := b.ledger.Profile.Floor()
	for _, c := range b.ledger.Commendations {
		if c.Hidden(b.drafts) || !c.Date.By(b.on) {
			continue
		}
		x := &Commendation{Commendation: c}
		for _, h := range c.Groups {
			y := &GroupHonour{h, Rate{Part: h.For, Whole: h.Present, Floor: floor}, x}
			x.Groups = append(x.Groups, y)
			if g := b.groups[h.Group.To]; g != nil {
				g.Honoured = append(g.Honoured, y)
			}
		}
		for _, h := range c.Deputies {
			d := b.deputies[h.Deputy.To]
			h.Deputy.To = b.known(h.Deputy.To)
			y := &DeputyHonour{h, Rate{Part: h.For, Whole: h.Present, Floor: floor}, x, nil}
			x.Deputies = append(x.Deputies, y)
			if d == nil {
				continue
			}
			d.Honoured = append(d.Honoured, y)
			for _, r := range d.Reports {
				if r.Year == c.Year {
					y.Report = r
				}
			}
		}
		x.Listed = listed(b, x.Deputies, func(h *DeputyHonour) string { return h.Deputy.To.Name })
		b.board.Commendations = append(b.board.Commendations, x)
	}
	slices.SortStableFunc(b.board.Commendations, func(x, y *Commendation) int { return y.Date.Compare(x.Date) })
	for _, g := range b.board.Groups {
		slices.SortStableFunc(g.Honoured, func(x, y *GroupHonour) int { return y.Of.Date.Compare(x.Of.Date) })
	}
	for _, d := range b.board.Deputies {
		slices.SortStableFunc(d.Honoured, func(x, y *DeputyHonour) int { return y.Of.Date.Compare(x.Of.Date) })
	}
	for _, d := range b.board.Deeds {
		for _, m := range d.Media {
			b.board.Media = append(b.board.Media, Covered{m, d})
		}
	}
	slices.SortStableFunc(b.board.Media, func(x, y Covered) int { return y.Date.Compare(x.Date) })
}
