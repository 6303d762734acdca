package audit

import (
	"slices"
	"strconv"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// halfFigures are the year's figures as a half-yearly report and its sheets show them, and those of each unit, group and
// village.
func halfFigures(b *board.Board) []record.SealedFigure {
	t := b.Now
	var all []record.SealedFigure
	for _, f := range slices.Concat(t.Counts(), t.Parts()) {
		sealed := record.SealedFigure{Name: f.Name, Value: f.Value()}
		for _, c := range f.Cases {
			sealed.Items = append(sealed.Items, c.ID)
		}
		all = append(all, sealed)
	}
	rates := func(prefix string, t *board.Tally) {
		for _, f := range t.Rates() {
			if !f.Rate.None() || prefix == "" {
				all = append(all, record.SealedFigure{Name: prefix + "rates." + f.Name, Value: f.Value()})
			}
		}
	}
	rates("", t)
	line := func(prefix string, t *board.Tally) {
		if t == nil || len(t.Received) == 0 {
			return
		}
		for _, f := range []struct {
			name  string
			cases []*board.Case
		}{{"received", t.Received}, {"replied", t.Replied}, {"resolved", t.Resolved}, {"overdue", t.Overdue}} {
			all = append(all, record.SealedFigure{Name: prefix + f.name, Value: strconv.Itoa(len(f.cases))})
		}
		rates(prefix, t)
	}
	for _, u := range b.Units {
		line("units."+u.ID+".", u.Tally)
	}
	for _, g := range b.Groups {
		line("groups."+g.ID+".", g.Tally)
	}
	for _, v := range b.Villages {
		line("villages."+v.ID+".", v.Tally)
	}
	return all
}

// quarterFigures are each unit's total, band and rank, and the ballots.
func quarterFigures(q *board.Quarter) []record.SealedFigure {
	all := []record.SealedFigure{{Name: "ballots", Value: q.Ballots.Fraction()}}
	for _, s := range q.Sheets {
		all = append(all, placing("units."+s.Unit.ID+".", s.Total, s.Band, s.Rank)...)
	}
	return all
}

// assessmentFigures are what is published of a quarter's assessment, or of the standings at mid-year or the year end.
func assessmentFigures(b *board.Board, p record.Period) []record.SealedFigure {
	for _, q := range b.Quarters {
		if q.Year == p.Year && q.Assessment.Quarter == p.Quarter {
			return quarterFigures(q)
		}
	}
	for _, s := range slices.Concat(b.MidYears, b.YearEnds) {
		if s.Year == p.Year && s.Count == p.Counted {
			return standingsFigures(s)
		}
	}
	return nil
}

// standingsFigures are each unit's total, band and rank over the year so far, and at the year end the score for its items
// with the rates that make it up.
func standingsFigures(s *board.Standings) []record.SealedFigure {
	var all []record.SealedFigure
	for _, r := range s.All {
		prefix := "units." + r.Unit.ID + "."
		all = append(all, placing(prefix, r.Total, r.Band, r.Rank)...)
		if r.Handling == nil {
			continue
		}
		all = append(all, record.SealedFigure{Name: prefix + "handling", Value: r.Handling.Score.String()})
		for _, part := range r.Handling.Parts {
			all = append(all, record.SealedFigure{Name: prefix + "rates." + part.Figure(), Value: part.Rate.Fraction()})
		}
	}
	return all
}

// placing is a unit's total, band and rank.
func placing(prefix string, total board.Points, band string, rank int) []record.SealedFigure {
	all := []record.SealedFigure{{Name: prefix + "total", Value: total.String()}}
	if band != "" {
		all = append(all, record.SealedFigure{Name: prefix + "band", Value: band})
	}
	if rank > 0 {
		all = append(all, record.SealedFigure{Name: prefix + "rank", Value: strconv.Itoa(rank)})
	}
	return all
}
