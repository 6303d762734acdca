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
	Papers []Crumb // its printed sheets
	Charts []Chart // of the scores, by class
}

func (p *planner) quarter() {
	for _, q := range p.board.Quarters {
		p.page(quarterPath(q), q.Assessment.Title, p.crumb("assessments.html"), func(f Frame) any {
			page := QuarterPage{Frame: f, Quarter: q, Papers: p.quarterPapers(q)}
			for i, class := range q.Classes {
				page.Charts = append(page.Charts, scoresChart(fmt.Sprint("scores-", i+1), class.Sheets))
			}
			return page
		})
	}
}

// A StandingsPage is a mid-year or year-end ranking.
type StandingsPage struct {
	Frame
	*board.Standings
	Papers []Crumb // its printed sheets
}

func (p *planner) standings() {
	for _, list := range [][]*board.Standings{p.board.MidYears, p.board.YearEnds} {
		for _, s := range list {
			key := "standings.year_title"
			if s.Mid {
				key = "standings.mid_title"
			}
			p.page(standingsPath(s), p.word(key, s.Year), p.crumb("assessments.html"), func(f Frame) any { return StandingsPage{f, s, p.standingsPapers(s)} })
		}
	}
}

// A DeductionsPage is the ledger of deductions, merits and vetoes.
type DeductionsPage struct {
	Frame
	Ledgers []DeductionYear
}

// A DeductionYear is one year's ledger with the addresses of its rows' assessments.
type DeductionYear struct {
	*board.Ledger
	Rows []DeductionRow
}

// A DeductionRow is one adjustment and where it was given.
type DeductionRow struct {
	board.Adjustment
	Path string
}

func (p *planner) deductions() {
	p.page("deductions.html", p.word("deductions.title"), p.crumb(""), func(f Frame) any {
		page := DeductionsPage{Frame: f}
		for _, l := range p.board.Ledgers {
			year := DeductionYear{Ledger: l}
			for _, a := range l.Rows {
				path := ""
				if a.End != nil {
					path = standingsPath(a.End)
				} else {
					path = quarterPath(a.Quarter)
				}
				year.Rows = append(year.Rows, DeductionRow{a, path})
			}
			page.Ledgers = append(page.Ledgers, year)
		}
		return page
	})
}

// A SanctionsPage is every unit that the ">2 不满意" rule counts an item against.
type SanctionsPage struct {
	Frame
	Units []SanctionUnit
}

// A SanctionUnit is one unit and the address of its determination, empty while it is not over the limit.
type SanctionUnit struct {
	*board.Unit
	Paper string
}

func (p *planner) sanctions() {
	p.page("sanctions.html", p.word("sanctions.title"), p.crumb(""), func(f Frame) any {
		page := SanctionsPage{Frame: f}
		for _, u := range p.board.Sanctioned {
			x := SanctionUnit{Unit: u}
			if u.Sanction.Over() {
				x.Paper = determinationPath(u)
			}
			page.Units = append(page.Units, x)
		}
		return page
	})
}
