package board

import (
	"slices"

	"gongshi/generator/record"
)

// A PetitionYear is a year's letters and calls by quarter and by kind.
type PetitionYear struct {
	Year     int
	Quarters []*Petition    // in order
	Lines    []PetitionLine // by kind, the most first
	Total    PetitionLine
}

// A Petition is one quarter's count.
type Petition struct {
	*record.Petition
	Lines []PetitionLine // as given
	Total PetitionLine
}

// A PetitionLine is a kind of matter. What is pending was so on the day of the count.
type PetitionLine struct {
	Kind                               string // empty for a total
	Received, Settled, Passed, Pending int
	Share                              Share // of all that was received
	Rate                               Rate  // settled / received
}

func (l *PetitionLine) add(c *record.PetitionCount) {
	l.Received += c.Received
	l.Settled += c.Settled
	l.Passed += c.Passed
	l.Pending += c.Pending
}

func (b *builder) addPetitions() {
	years := map[int]*PetitionYear{}
	seen := map[[2]int]bool{}
	for _, p := range b.ledger.Petitions {
		if p.Hidden(b.drafts) || !p.Date.By(b.on) || seen[[2]int{p.Year, p.Quarter}] {
			continue
		}
		seen[[2]int{p.Year, p.Quarter}] = true
		y := years[p.Year]
		if y == nil {
			y = &PetitionYear{Year: p.Year}
			years[p.Year] = y
			b.board.Petitions = append(b.board.Petitions, y)
		}
		q := &Petition{Petition: p}
		q.Lines, q.Total = b.petitionLines(p.Counts)
		y.Quarters = append(y.Quarters, q)
	}
	slices.SortFunc(b.board.Petitions, func(x, y *PetitionYear) int { return y.Year - x.Year })
	for _, y := range b.board.Petitions {
		slices.SortStableFunc(y.Quarters, func(p, q *Petition) int { return p.Quarter - q.Quarter })
		var counts []record.PetitionCount
		for _, q := range y.Quarters {
			counts = append(counts, q.Counts...)
		}
		y.Lines, y.Total = b.petitionLines(counts)
		slices.SortStableFunc(y.Lines, func(l, m PetitionLine) int { return m.Received - l.Received })
	}
}

// petitionLines adds counts up by kind, in the order in which the kinds come first.
func (b *builder) petitionLines(counts []record.PetitionCount) (lines []PetitionLine, total PetitionLine) {
	floor := b.ledger.Profile.Floor()
	at := map[string]int{}
	for i := range counts {
		c := &counts[i]
		k, ok := at[c.Kind]
		if !ok {
			k = len(lines)
			at[c.Kind] = k
			lines = append(lines, PetitionLine{Kind: c.Kind})
		}
		lines[k].add(c)
		total.add(c)
	}
	keys, received := make([]string, len(lines)), make([]int, len(lines))
	for i := range lines {
		keys[i], received[i] = lines[i].Kind, lines[i].Received
		lines[i].Rate = Rate{Part: lines[i].Settled, Whole: lines[i].Received, Floor: floor}
	}
	for i, s := range sharesOf(keys, received, floor) {
		lines[i].Share = s
	}
	total.Share = sharesOf([]string{""}, []int{total.Received}, floor)[0]
	total.Rate = Rate{Part: total.Settled, Whole: total.Received, Floor: floor}
	return lines, total
}
