package board

import (
	"slices"

	"gongshi/generator/internal/strokes"
	"gongshi/generator/record"
)

func (b *builder) addPeople() {
	b.deputies = map[*record.Deputy]*Deputy{}
	for _, d := range b.ledger.Deputies {
		if d.Hidden(b.drafts) || !d.Elected.By(b.on) {
			continue
		}
		x := &Deputy{Deputy: dossier(d, b.on), Serving: d.Serves(b.on)}
		b.deputies[d] = x
		b.board.Deputies = append(b.board.Deputies, x)
		if g := b.groups[d.Group.To]; g != nil && x.Serving {
			g.Deputies = append(g.Deputies, x)
		}
		if v := b.villages[d.Village.To]; v != nil && x.Serving {
			v.Deputies = append(v.Deputies, x)
		}
	}
	for _, c := range b.board.Cases {
		if d := b.deputies[c.Lead.To]; d != nil {
			d.Led = append(d.Led, c)
		}
		for _, co := range c.Cosigners {
			if d := b.deputies[co.To]; d != nil {
				d.Cosigned = append(d.Cosigned, c)
			}
		}
	}
	for _, d := range b.board.Deputies {
		d.Tally = b.tally("deputies."+d.ID, d.Led)
	}
	for _, c := range b.board.Cases {
		c.Lead.To = b.known(c.Lead.To)
		c.Cosigners = b.knownAll(c.Cosigners)
		for i := range c.Appraisals {
			c.Appraisals[i].Reporter.To = b.known(c.Appraisals[i].Reporter.To)
		}
	}
	for _, g := range b.board.Groups {
		open := *g.Group
		open.Leader.To = b.known(open.Leader.To)
		g.Group = &open
		g.Listed = listed(b, g.Deputies, func(d *Deputy) string { return d.Name })
	}

	officials := map[*record.Official]*Official{}
	for _, o := range b.ledger.Officials {
		if o.Hidden(b.drafts) {
			continue
		}
		x := &Official{Official: o}
		officials[o] = x
		b.board.Officials = append(b.board.Officials, x)
		for _, ref := range o.Liaise {
			if !ref.To.Serves(b.on) {
				continue
			}
			x.Deputies = append(x.Deputies, b.known(ref.To))
			if d := b.deputies[ref.To]; d != nil {
				d.Contact = o
			}
		}
	}
	slices.SortStableFunc(b.board.Officials, func(x, y *Official) int { return compareOrder(x.Order, x.ID, y.Order, y.ID) })
	for _, c := range b.board.Cases {
		if c.Assigned != nil && c.Year == b.board.Year {
			if o := officials[c.Assigned.Leader.To]; o != nil {
				o.Cases = append(o.Cases, c)
			}
		}
	}
	for _, o := range b.board.Officials {
		o.Tally = b.tally("officials."+o.ID, o.Cases)
	}
}

// dossier is a copy of a deputy as of a day: without the honours given, or the end of a mandate that came, afterwards.
func dossier(d *record.Deputy, on record.Date) *record.Deputy {
	x := *d
	x.Honours = upTo(d.Honours, func(h *record.Honour) record.Date { return h.Date }, on)
	if x.Left = upToDay(d.Left, on); x.Left.IsZero() {
		x.Reason = ""
	}
	return &x
}

// known is a deputy whose page the board has, or a stand-in with the name alone, as on a day before the by-election.
func (b *builder) known(d *record.Deputy) *record.Deputy {
	if d == nil || b.deputies[d] != nil {
		return d
	}
	return &record.Deputy{Name: d.Name, Group: d.Group}
}

// listed puts the people of a printed list in the order that the town has chosen: as the records have them, or by the strokes
// of the surname, where official lists have given names of one character first.
func listed[T any](b *builder, people []T, name func(T) string) []T {
	if !b.ledger.Town.ByStrokes() {
		return people
	}
	order := strokes.Order{ShortFirst: true}
	return slices.SortedStableFunc(slices.Values(people), func(x, y T) int { return order.Compare(name(x), name(y)) })
}

func (b *builder) knownAll(refs []record.Ref[record.Deputy]) []record.Ref[record.Deputy] {
	refs = slices.Clone(refs)
	for i := range refs {
		refs[i].To = b.known(refs[i].To)
	}
	return refs
}

func (b *builder) addUnits() {
	b.units = map[*record.Unit]*Unit{}
	for _, u := range b.ledger.Units {
		if !u.Hidden(b.drafts) {
			b.units[u] = &Unit{Unit: u}
			b.board.Units = append(b.board.Units, b.units[u])
		}
	}
	slices.SortStableFunc(b.board.Units, func(x, y *Unit) int { return compareUnits(x.Unit, y.Unit) })
	for _, c := range b.board.Cases {
		if u := b.units[c.Unit]; u != nil && c.Received() {
			u.Cases = append(u.Cases, c)
		}
	}
	for _, u := range b.board.Units {
		cases := b.ofYear(u.Cases, b.board.Year)
		u.Tally = b.tally("units."+u.ID, cases)
		u.Sanction = b.sanction(b.board.Year, cases)
		if len(u.Sanction.Cases)+len(u.Sanction.Excused) > 0 {
			b.board.Sanctioned = append(b.board.Sanctioned, u)
		}
		i := slices.IndexFunc(b.board.Classes, func(c UnitClass) bool { return c.Name == u.Class })
		if i < 0 {
			b.board.Classes = append(b.board.Classes, UnitClass{Name: u.Class})
			i = len(b.board.Classes) - 1
		}
		b.board.Classes[i].Units = append(b.board.Classes[i].Units, u)
	}
}
