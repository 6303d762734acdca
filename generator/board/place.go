package board

import (
	"slices"

	"gongshi/generator/record"
)

func (b *builder) addPlaces() {
	b.groups = map[*record.Group]*Group{}
	for _, g := range b.ledger.Groups {
		if !g.Hidden(b.drafts) {
			b.groups[g] = &Group{Group: g}
			b.board.Groups = append(b.board.Groups, b.groups[g])
		}
	}
	slices.SortStableFunc(b.board.Groups, func(x, y *Group) int { return compareOrder(x.Order, x.ID, y.Order, y.ID) })
	b.villages = map[*record.Village]*Village{}
	for _, v := range b.ledger.Villages {
		if !v.Hidden(b.drafts) {
			b.villages[v] = &Village{Village: v}
			b.board.Villages = append(b.board.Villages, b.villages[v])
		}
	}
	slices.SortStableFunc(b.board.Villages, func(x, y *Village) int { return compareOrder(x.Order, x.ID, y.Order, y.ID) })
	for _, v := range b.board.Villages {
		if g := b.groups[v.Group.To]; g != nil {
			g.Villages = append(g.Villages, v)
		}
	}
	for _, c := range b.board.Cases {
		if g := b.groups[c.Group]; g != nil {
			g.Cases = append(g.Cases, c)
		}
		if v := b.villages[c.Village.To]; v != nil {
			v.Cases = append(v.Cases, c)
		}
	}
	for _, g := range b.board.Groups {
		g.Tally = b.tally("groups."+g.ID, b.ofYear(g.Cases, b.board.Year))
	}
	for _, v := range b.board.Villages {
		v.Tally = b.tally("villages."+v.ID, b.ofYear(v.Cases, b.board.Year))
	}
}

// byGroup parts a tally's received items by the leading deputy's group.
func (b *builder) byGroup(t *Tally, on record.Date) Breakdown {
	keys := make([]*record.Group, 0, len(b.board.Groups))
	for _, g := range b.board.Groups {
		keys = append(keys, g.Group)
	}
	return breakdown(b, t, "groups", on, keys, func(g *record.Group) (string, string) { return g.ID, g.Name },
		func(c *Case) *record.Group { return c.Group })
}

// byVillage parts a tally's received items by village; matters of the whole town have a row of their own.
func (b *builder) byVillage(t *Tally, on record.Date) Breakdown {
	keys := make([]*record.Village, 0, len(b.board.Villages))
	for _, v := range b.board.Villages {
		keys = append(keys, v.Village)
	}
	return breakdown(b, t, "villages", on, keys, func(v *record.Village) (string, string) { return v.ID, v.Name },
		func(c *Case) *record.Village { return c.Village.To })
}

// byUnit parts a tally's received items by the unit that has them; items not yet assigned have a row of their own.
func (b *builder) byUnit(t *Tally, on record.Date) Breakdown {
	keys := make([]*record.Unit, 0, len(b.board.Units))
	for _, u := range b.board.Units {
		keys = append(keys, u.Unit)
	}
	return breakdown(b, t, "units", on, keys, func(u *record.Unit) (string, string) { return u.ID, u.Name },
		func(c *Case) *record.Unit { return c.Unit })
}

// breakdown makes a row for every key that has items, in the order of the keys, and one for the items of none of them.
func breakdown[T any](b *builder, t *Tally, folder string, on record.Date, keys []*T, label func(*T) (id, name string), of func(*Case) *T) Breakdown {
	d := Breakdown{Total: t}
	byKey := make(map[*T][]*Case, len(keys))
	known := make(map[*T]bool, len(keys))
	for _, k := range keys {
		known[k] = true
	}
	var rest []*Case
	for _, c := range t.Received {
		if k := of(c); known[k] {
			byKey[k] = append(byKey[k], c)
		} else {
			rest = append(rest, c)
		}
	}
	for _, k := range keys {
		if cases := byKey[k]; len(cases) > 0 {
			id, name := label(k)
			d.Lines = append(d.Lines, Line{id, name, tally(t.Name+"."+folder+"."+id, cases, b.ledger.Profile, on)})
		}
	}
	if len(rest) > 0 {
		d.Lines = append(d.Lines, Line{Tally: tally(t.Name+"."+folder+".rest", rest, b.ledger.Profile, on)})
	}
	return d
}
