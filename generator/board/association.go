package board

import (
	"slices"

	"gongshi/generator/record"
)

// An Association is what deputies and residents do together, with the figures of its ledger as of the day.
type Association struct {
	*record.Association                   // with the deputies who serve on the day, without its ledger
	Years               []AssociationYear // newest first
	Total               AssociationSums   // of all years
}

// An AssociationYear is one year of the ledger, newest entry first.
type AssociationYear struct {
	Year    int
	Entries []*record.AssociationEntry
	Sums    AssociationSums
}

// AssociationSums are the figures of some entries, all of them sums.
type AssociationSums struct {
	Entries int
	Kinds   []EntryKindSum // a row for every kind
	People  int            // who took part or was helped
	Settled Rate           // mediation cases settled / taken up
	Yuan    int            // of aid
}

// An EntryKindSum is the entries of one kind.
type EntryKindSum struct {
	Kind   record.EntryKind
	N      int
	People int
}

func (b *builder) addAssociations() {
	for _, a := range b.ledger.Associations {
		if a.Hidden(b.drafts) || !a.Founded.By(b.on) {
			continue
		}
		open := *a
		open.Entries = nil
		open.Head.To = b.known(a.Head.To)
		open.Deputies = nil
		x := &Association{Association: &open}
		for _, ref := range a.Deputies {
			if ref.To.Serves(b.on) {
				if d := b.deputies[ref.To]; d != nil {
					d.Associations = append(d.Associations, x)
				}
				ref.To = b.known(ref.To)
				open.Deputies = append(open.Deputies, ref)
			}
		}
		var all []*record.AssociationEntry
		for i := range a.Entries {
			if e := &a.Entries[i]; e.Date.By(b.on) {
				all = append(all, e)
			}
		}
		slices.SortStableFunc(all, func(x, y *record.AssociationEntry) int { return y.Date.Compare(x.Date) })
		x.Total = b.associationSums(all)
		for len(all) > 0 {
			n := 1
			for n < len(all) && all[n].Date.Year == all[0].Date.Year {
				n++
			}
			x.Years = append(x.Years, AssociationYear{all[0].Date.Year, all[:n], b.associationSums(all[:n])})
			all = all[n:]
		}
		b.board.Associations = append(b.board.Associations, x)
	}
	order := func(x, y *Association) int { return compareOrder(x.Order, x.ID, y.Order, y.ID) }
	slices.SortStableFunc(b.board.Associations, order)
	for _, d := range b.board.Deputies {
		slices.SortStableFunc(d.Associations, order)
	}
}

func (b *builder) associationSums(entries []*record.AssociationEntry) AssociationSums {
	s := AssociationSums{Entries: len(entries), Settled: Rate{Floor: b.ledger.Profile.Floor()}}
	for _, k := range record.EntryKind("").Options() {
		s.Kinds = append(s.Kinds, EntryKindSum{Kind: record.EntryKind(k)})
	}
	for _, e := range entries {
		for i := range s.Kinds {
			if s.Kinds[i].Kind == e.Kind {
				s.Kinds[i].N++
				s.Kinds[i].People += e.People
			}
		}
		s.People += e.People
		s.Settled.Part += e.Settled
		s.Settled.Whole += e.Cases
		s.Yuan += e.Yuan
	}
	return s
}
