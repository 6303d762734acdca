package board

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
// if they still serve. They lie in that order, or in the one that the town has chosen for names.
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
	b.board.Cards = listed(b, b.board.Cards, func(c Card) string { return c.Name })
}
