package site

import "gongshi/generator/board"

// A HomePage is the board today.
type HomePage struct {
	Frame
	Soon        []*board.Case // the next few due
	Deeds       []*board.Deed
	Notices     []*board.Notice
	Report      *board.Report    // the latest, nil when there is none
	Ranking     *board.Standings // the latest year end or mid-year, nil when there is none
	RankingPath string           // its address
	Best        []BestOf
}

// A BestOf is the first few of one class of a ranking.
type BestOf struct {
	Class string
	Rows  []*board.Standing
}

func (p *planner) home() {
	b := p.board
	p.page("index.html", p.word("home.title", b.Town.Congress), nil, func(f Frame) any {
		home := HomePage{Frame: f, Soon: first(b.Due, 8), Deeds: first(b.Deeds, 4), Notices: first(b.Notices, 6)}
		if len(b.Reports) > 0 {
			home.Report = b.Reports[0]
		}
		switch {
		case len(b.YearEnds) > 0:
			home.Ranking = b.YearEnds[0]
		case len(b.MidYears) > 0:
			home.Ranking = b.MidYears[0]
		}
		if home.Ranking != nil {
			home.RankingPath = standingsPath(home.Ranking)
			for _, c := range home.Ranking.Classes {
				home.Best = append(home.Best, BestOf{c.Class.Name, first(c.Rows, 3)})
			}
		}
		return home
	})
}

func first[T any](all []T, n int) []T { return all[:min(n, len(all))] }
