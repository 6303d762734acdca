package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Correction is one on the board, with the edition of its page that it made: the page as first published is the first.
type Correction struct {
	*record.Correction
	Edition int // 2 for a page's first correction
}

// addCorrections adds what was corrected by the day, newest first. A correction of a page that is not shown, is withdrawn
// or holds back some of its words is left out: it would tell what the page does not.
func (b *builder) addCorrections() {
	b.board.corrected = map[string][]*Correction{}
	for _, c := range b.ledger.Corrected() {
		if !c.Date.By(b.on) || c.Hidden(b.drafts) || !b.told(c.Page) {
			continue
		}
		of := b.board.corrected
		x := &Correction{c, len(of[c.Page]) + 2}
		of[c.Page] = slices.Insert(of[c.Page], 0, x)
		b.board.Corrections = slices.Insert(b.board.Corrections, 0, x)
	}
}

// told tells whether all words of a page are public on the board's day.
func (b *builder) told(page string) bool {
	if slices.ContainsFunc(b.board.Withdrawn, func(w record.Withdrawn) bool { return w.Page == page }) {
		return false
	}
	r, ok := b.ledger.Corrigible(page)
	if !ok || r.Hidden(b.drafts) || r.Out().After(b.on) || isLater(b.ledger.Town, r.Value, b.on) {
		return false
	}
	s, item := r.Value.(*record.Suggestion)
	return !item || s.Open == record.Full
}

// Corrected are the corrections of a page, whose address is given without its ending, newest first.
func (b *Board) Corrected(page string) []*Correction { return b.corrected[page] }

// Latest is the newest correction of a page, nil when it stands as first published.
func (b *Board) Latest(page string) *Correction {
	if of := b.corrected[page]; len(of) > 0 {
		return of[0]
	}
	return nil
}
