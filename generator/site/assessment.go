package site

import (
	"fmt"

	"gongshi/generator/board"
)

// An AssessmentsPage lists quarters and standings by year, newest first.
type AssessmentsPage struct {
	Frame
	Years []AssessmentYear
}

// An AssessmentYear is one year's assessments.
type AssessmentYear struct {
	Year     int
	Quarters []Assessed
	Mid, End *Assessed
}

// An Assessed is one quarter or standings with its address.
type Assessed struct {
	Path      string
	Quarter   *board.Quarter   // nil for standings
	Standings *board.Standings // nil for a quarter
}

func quarterPath(q *board.Quarter) string {
	return fmt.Sprintf("assessments/%d-q%d.html", q.Year, q.Assessment.Quarter)
}

func standingsPath(s *board.Standings) string {
	if s.Mid {
		return fmt.Sprintf("assessments/%d-mid.html", s.Year)
	}
	return fmt.Sprintf("assessments/%d-year.html", s.Year)
}

func (p *planner) assessments() {
	p.page("assessments.html", p.word("assessments.title"), p.crumb(""), func(f Frame) any {
		var years []AssessmentYear
		of := func(year int) *AssessmentYear {
			for i := range years {
				if years[i].Year == year {
					return &years[i]
				}
			}
			years = append(years, AssessmentYear{Year: year})
			return &years[len(years)-1]
		}
		for _, q := range p.board.Quarters {
			y := of(q.Year)
			y.Quarters = append(y.Quarters, Assessed{Path: quarterPath(q), Quarter: q})
		}
		for _, s := range p.board.MidYears {
			of(s.Year).Mid = &Assessed{Path: standingsPath(s), Standings: s}
		}
		for _, s := range p.board.YearEnds {
			of(s.Year).End = &Assessed{Path: standingsPath(s), Standings: s}
		}
		return AssessmentsPage{f, years}
	})
}

// A QuarterPage is one quarter's ranking and score sheets.
type QuarterPage struct {
	Frame
	*board.Quarter
}

func (p *planner) quarter() {
	for _, q := range p.board.Quarters {
		p.page(quarterPath(q), q.Assessment.Title, p.crumb("assessments.html"), func(f Frame) any { return QuarterPage{f, q} })
	}
}

// A StandingsPage is a mid-year or year-end ranking.
type StandingsPage struct {
	Frame
	*board.Standings
}

func (p *planner) standings() {
	for _, list := range [][]*board.Standings{p.board.MidYears, p.board.YearEnds} {
		for _, s := range list {
			key := "standings.year_title"
			if s.Mid {
				key = "standings.mid_title"
			}
			p.page(standingsPath(s), p.word(key, s.Year), p.crumb("assessments.html"), func(f Frame) any { return StandingsPage{f, s} })
		}
	}
}
