package board

import "gongshi/generator/record"

// addHidden lists what the board leaves out, so that the clerk sees it and knows why.
func (b *builder) addHidden() {
	for r := range b.ledger.Records() {
		why := HiddenReason("")
		switch s, isItem := r.Value.(*record.Suggestion); {
		case r.Hidden(b.drafts):
			why = HiddenDraft
		case isLater(b.ledger.Town, r.Value, b.on):
			why = HiddenLater
		case r.Out().After(b.on):
			why = HiddenLater
		case isItem && s.Open == record.Abstract:
			why = HiddenAbstract
		case isItem && s.Open == record.Withheld:
			why = HiddenWithheld
		}
		if why != "" {
			b.board.Hidden = append(b.board.Hidden, Hidden{r.Path(), why})
		}
	}
	for _, w := range b.board.Withdrawn {
		if r, onFile := b.ledger.Lasting(w.Page); onFile {
			b.board.Hidden = append(b.board.Hidden, Hidden{r.Path(), HiddenWithdrawn})
		}
	}
}

// isLater tells whether a record is the proceedings of a session that has not closed; when it does stands in the town's
// terms.
func isLater(town *record.Town, value any, on record.Date) bool {
	p, ok := value.(*record.Proceedings)
	if !ok {
		return false
	}
	held := town.TermNumbered(p.Term).Session(p.Number)
	return held != nil && held.Until.After(on)
}

// A Hidden is a record that is on file and not shown on this board.
type Hidden struct {
	Path string // file in the content folder
	Why  HiddenReason
}

// A HiddenReason says why a record is not shown, or not in full.
type HiddenReason string

const (
	HiddenDraft     HiddenReason = "draft"     // the clerk is still writing it
	HiddenLater     HiddenReason = "later"     // dated after the board's day
	HiddenAbstract  HiddenReason = "abstract"  // only title and summary are open
	HiddenWithheld  HiddenReason = "withheld"  // not open; it counts in every figure
	HiddenWithdrawn HiddenReason = "withdrawn" // taken back; its address says so
)
