package board

import (
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/record"
)

// A Correction is one on the board, with the edition of its page that it made: the page as first published is the first.
type Correction struct {
	*record.Correction
	Edition  int  // 2 for a page's first correction
	Wordless bool // of an item that is not open in full: the copy says that, when and by whom, and nothing of what it said
}

// Anchor is the correction's place on the page it is of.
func (c *Correction) Anchor() string { return "correction-" + c.ID }

// addCorrections adds what was corrected by the day, newest first. A correction of a page that is not shown or is withdrawn
// is left out; one of a page that holds back some of its words says only that something was corrected.
func (b *builder) addCorrections() {
	b.board.corrected = map[string][]*Correction{}
	for _, c := range b.ledger.Corrected() {
		shown, words := b.told(c.Page)
		if !c.Date.By(b.on) || c.Hidden(b.drafts) || !shown {
			continue
		}
		of := b.board.corrected
		x := &Correction{c, len(of[c.Page]) + 2, !words}
		if !words {
			x.Correction = &record.Correction{Source: c.Source.WithoutBody(), Date: c.Date, Page: c.Page, By: c.By, Sealed: c.Sealed}
			// The file's name, which the clerk chose, may tell what the words of the item would.
			x.ID = strings.ReplaceAll(c.Page, "/", "-") + "-" + strconv.Itoa(x.Edition)
		}
		of[c.Page] = slices.Insert(of[c.Page], 0, x)
		b.board.Corrections = slices.Insert(b.board.Corrections, 0, x)
	}
}

// told tells whether a page is shown on the board's day, and whether all of its words are.
func (b *builder) told(page string) (shown, words bool) {
	if slices.ContainsFunc(b.board.Withdrawn, func(w record.Withdrawn) bool { return w.Page == page }) {
		return false, false
	}
	r, ok := b.ledger.Corrigible(page)
	if !ok || r.Hidden(b.drafts) || r.Out().After(b.on) || isLater(b.ledger.Town, r.Value, b.on) {
		return false, false
	}
	s, item := r.Value.(*record.Suggestion)
	return true, !item || s.Open == record.Full
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
