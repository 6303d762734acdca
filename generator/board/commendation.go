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
			x.Groups = append(x.Groups, &GroupHonour{h, Rate{Part: h.For, Whole: h.Present, Floor: floor}, x})
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
		b.board.Commendations = append(b.board.Commendations, x)
	}
	slices.SortStableFunc(b.board.Commendations, func(x, y *Commendation) int { return y.Date.Compare(x.Date) })
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

// cardLines is how many matters a table card names.
const cardLines = 3

// A Card (流动桌签) stands on the table at meetings: who sits there and what they did.
type Card struct {
	*Deputy
	Office string  // of the presidium, or the group that the deputy leads; empty for neither
	Leads  *Group  // the group that the deputy leads, nil for none
	Deeds  []*Deed // what was written of them, newest first
	Cases  []*Case // led, those resolved first, to fill the card
}

// addCards makes a card for each holder of an office, each leader of a group, and each deputy of the latest commendation,
// if they still serve.
func (b *builder) addCards() {
	at := map[*Deputy]int{}
	card := func(d *Deputy) *Card {
		if i, ok := at[d]; ok {
			return &b.board.Cards[i]
		}
		c := Card{Deputy: d, Deeds: d.Deeds[:min(cardLines, len(d.Deeds))]}
		for _, resolved := range []bool{true, false} { // what is done stands first
			for _, x := range d.Led {
				if len(c.Deeds)+len(c.Cases) < cardLines && x.Resolved() == resolved && !x.Concealed() {
					c.Cases = append(c.Cases, x)
				}
			}
		}
		at[d] = len(b.board.Cards)
		b.board.Cards = append(b.board.Cards, c)
		return &b.board.Cards[at[d]]
	}
	for _, p := range b.board.Posts {
		if d := b.deputies[p.Holder]; d != nil && d.Serving {
			card(d).Office = p.Title
		}
	}
	for _, g := range b.board.Groups {
		if d := b.deputies[g.Leader.To]; d != nil && d.Serving {
			card(d).Leads = g
		}
	}
	if len(b.board.Commendations) > 0 {
		for _, h := range b.board.Commendations[0].Deputies {
			if d := b.deputies[h.Deputy.To]; d != nil && d.Serving {
				card(d)
			}
		}
	}
}
