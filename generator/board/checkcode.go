package board

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gongshi/generator/record"
)

// CheckCode (核对码) is what residents compare a printed sheet with a page by: twelve hexadecimal digits, 3fa2 91bc 07de,
// that stand on the page and on every sheet that prints it. page is an address without its ending: suggestions/2025-014.
//
// The code is made over the public part of the page's record as of the board's day, so it tells nothing of what is
// withheld; that of a report and of an assessment also over the figures and rows that its sheets print. It stays the same
// from build to build until something of that changes. It is empty for a page that lists what other records say, and for
// one that is not on the board.
func (b *Board) CheckCode(page string) string {
	if of, ok := b.coded[page]; ok {
		return of()
	}
	return ""
}

// addCodes notes how each code is made. Most pages are never asked for theirs by a preview, so none is made here.
func (b *builder) addCodes() {
	of := map[string]func() string{}
	for _, c := range b.board.Cases {
		of["suggestions/"+c.ID] = func() string { return checkCode(c.Suggestion) }
	}
	for _, n := range b.board.Notices {
		of["notices/"+n.ID] = func() string { return checkCode(n.Notice, laterIDs(n)...) }
	}
	for _, g := range b.board.Guides {
		of["guides/"+g.ID] = func() string { return checkCode(g.Guide) }
	}
	for _, d := range b.board.Deeds {
		of["deeds/"+d.ID] = func() string { return checkCode(d.Deed, caseIDs(d.Cases)...) }
	}
	for _, a := range b.board.Activities {
		of["activities/"+a.ID] = func() string { return checkCode(a.Activity, presence(a)...) }
	}
	for _, d := range b.board.Decisions {
		of["decisions/"+d.ID] = func() string { return checkCode(d.Decision) }
	}
	for _, c := range b.board.Commendations {
		of["commendations/"+c.ID] = func() string { return checkCode(c.Commendation) }
	}
	for _, r := range b.board.Reports {
		of["reports/"+r.ID] = func() string { return checkCode(r.Report, r.printed()...) }
	}
	for _, q := range b.board.Quarters {
		of[q.Assessment.Page()] = func() string { return checkCode(q.Assessment, q.printed()...) }
	}
	for _, s := range b.board.YearEnds {
		of[s.Record.Page()] = func() string {
			voted := *s.Record
			voted.Retests = nil // held months later, and on no sheet of the vote
			return checkCode(&voted, s.printed()...)
		}
	}
	for page, code := range of {
		of[page] = sync.OnceValue(code) // the page and each of its sheets ask for it
	}
	b.board.coded = of
}

// checkCode is the code of a record and of what is printed beside it.
func checkCode(v any, beside ...string) string {
	var all []byte
	for _, part := range append([]string{record.Digest(v)}, beside...) {
		// The length stands before the text, so that no text can look like two.
		all = append(append(append(strconv.AppendInt(all, int64(len(part)), 10), ':'), part...), '\n')
	}
	sum := sha256.Sum256(all)
	return fmt.Sprintf("%x %x %x", sum[:2], sum[2:4], sum[4:6])
}

func laterIDs(n *Notice) []string {
	var ids []string
	for _, l := range n.Later {
		ids = append(ids, l.ID)
	}
	return ids
}

func caseIDs(cases []*Case) []string {
	var ids []string
	for _, c := range cases {
		ids = append(ids, c.ID)
	}
	return ids
}

// presence is who came and who did not, which the public copy of an activity holds apart from its record.
func presence(a *Activity) []string {
	var who []string
	for _, d := range a.Attended {
		who = append(who, "+"+d.Name)
	}
	for _, d := range a.Missed {
		who = append(who, "-"+d.Name)
	}
	slices.Sort(who) // the roll of deputies may be kept in another order
	return append(who, caseIDs(a.Cases)...)
}

// printed are the figures and rows of a report's sheets.
func (r *Report) printed() []string {
	lines := r.Year.coded("year")
	lines = append(lines, r.Half.coded("half")...)
	for _, part := range []struct {
		name string
		of   Breakdown
	}{{"unit", r.Units}, {"group", r.Groups}, {"village", r.Villages}} {
		for _, l := range part.of.Lines {
			lines = append(lines, l.Tally.coded(part.name+"/"+l.ID)...)
		}
	}
	for _, c := range r.Year.Received {
		lines = append(lines, c.row())
	}
	return lines
}

// codedFigures are the figures that go into a report's code, with every part of the partitions. They are listed, and not
// taken from the tally, so that paper on the wall keeps its code when a later version of the program counts more.
var codedFigures = strings.Fields(`
raised pending merged returned received replied resolved unresolved closed open overdue postponed explained redone
exceptions appraised withheld
rates.consulted rates.resolved rates.resolved_of_all rates.satisfied rates.satisfied_only rates.content rates.slips_back
rates.on_time rates.promises_kept rates.published`)

// coded are the figures of a tally that go into a code, as of says it: year.received=116.
func (t *Tally) coded(of string) []string {
	var lines []string
	for _, f := range t.Figures() {
		name := strings.TrimPrefix(f.Name, t.Name+".")
		if slices.Contains(codedFigures, name) || strings.HasPrefix(name, "by_state.") || strings.HasPrefix(name, "by_class.") || strings.HasPrefix(name, "by_satisfaction.") {
			lines = append(lines, of+"."+name+"="+f.Value())
		}
	}
	slices.Sort(lines)
	return lines
}

// row is an item as the table of a report prints it.
func (c *Case) row() string {
	s := c.Suggestion
	cells := []string{s.Number, s.Title, "", "", "", c.Deadline.Due.String(), string(c.State), "", string(c.Opinion), "", c.ClosedOn.String(), ""}
	if v := s.Village.To; v != nil {
		cells[2] = v.Name
	}
	if c.Unit != nil {
		cells[3] = c.Unit.Name
	}
	if c.Assigned != nil && c.Assigned.Leader.To != nil {
		cells[4] = c.Assigned.Leader.To.Name
	}
	if c.Class != nil {
		cells[7] = c.Class.Letter
	}
	if s.Closing != nil {
		cells[9] = s.Closing.Result
	}
	if x := c.Explanation(); x != nil {
		cells[11] = x.Date.String()
	}
	return strings.Join(cells, "\t")
}

// printed are the rows of a quarter's result: a unit, its points, its rank and its band.
func (q *Quarter) printed() []string {
	var lines []string
	for _, class := range q.Classes {
		for _, s := range class.Sheets {
			lines = append(lines, fmt.Sprintf("%s\t%s\t%v\t%d\t%s", class.Class.Name, s.Unit.Name, s.Total, s.Rank, s.Band))
		}
	}
	return lines
}

// printed are the rows of a year end's result.
func (s *Standings) printed() []string {
	var lines []string
	for _, class := range s.Classes {
		for _, r := range class.Rows {
			lines = append(lines, fmt.Sprintf("%s\t%s\t%v\t%d\t%s", class.Class.Name, r.Unit.Name, r.Total, r.Rank, r.Band))
		}
	}
	return lines
}
