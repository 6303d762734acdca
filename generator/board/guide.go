package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Guide is what residents are told about the congress.
type Guide struct{ *record.Guide }

// addGuides puts them in the clerk's order.
func (b *builder) addGuides() {
	for _, g := range b.ledger.Guides {
		if !g.Hidden(b.drafts) {
			b.board.Guides = append(b.board.Guides, &Guide{g})
		}
	}
	slices.SortStableFunc(b.board.Guides, func(x, y *Guide) int { return compareOrder(x.Order, x.ID, y.Order, y.ID) })
}
