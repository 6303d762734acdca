package board

import (
	"path"
	"slices"

	"gongshi/generator/record"
)

// A Moved is an address that a page had before its record was given another id (曾用编号). Both are without the ending.
type Moved struct{ From, To string }

// addAddresses finds what stands at addresses where no record shows any more, and leaves what is withdrawn by the day out
// of everything that comes after.
func (b *builder) addAddresses() {
	board := b.board
	board.Withdrawn = b.ledger.Withdrawn(b.on, b.drafts)
	board.Provisional = map[string]bool{}
	for r := range b.ledger.Records() {
		if !r.Kind.Pages || r.Hidden(b.drafts) {
			continue
		}
		if r.Draft {
			board.Provisional[r.Page()] = true
		}
		for _, id := range r.Former {
			m := Moved{path.Join(r.Kind.Folder, id), r.Page()}
			if _, taken := b.ledger.Lasting(m.From); taken || !record.ValidID(id) {
				continue // an error that stops the build; a preview shows the record that is there
			}
			board.Moved = append(board.Moved, m)
			if r.Draft {
				board.Provisional[m.From] = true
			}
		}
	}
	b.ledger = b.ledger.Without(board.Withdrawn)
}

// withdrawn is the place of a notice in Withdrawn, or -1.
func (b *builder) withdrawn(n *record.Notice) int {
	return slices.IndexFunc(b.board.Withdrawn, func(w record.Withdrawn) bool { return n != nil && w.Page == "notices/"+n.ID })
}
