package site

import (
	"fmt"

	"gongshi/generator/board"
)

// The papers that fall out of an assessment: the result notice of a quarter or a year end, and, of a year end, plaques,
// the documents of commendation and criticism, the itinerary of inspections; the summons of a unit, the determination
// that one is over the limit.

func resultPath(year int, quarter int) string {
	if quarter == 0 {
		return fmt.Sprintf("sheets/result-%d-year.html", year)
	}
	return fmt.Sprintf("sheets/result-%d-q%d.html", year, quarter)
}

func plaquePath(s *board.Standings, r *board.Standing) string {
	return fmt.Sprintf("sheets/plaque-%d-%s.html", s.Year, r.Unit.ID)
}

func commendPath(s *board.Standings) string   { return fmt.Sprintf("sheets/commend-%d.html", s.Year) }
func criticisePath(s *board.Standings) string { return fmt.Sprintf("sheets/criticise-%d.html", s.Year) }
func itineraryPath(s *board.Standings) string { return fmt.Sprintf("sheets/itinerary-%d.html", s.Year) }

func summonsPath(s *board.Summons) string {
	return fmt.Sprintf("sheets/summons-%d-q%d-%s.html", s.Quarter.Year, s.Quarter.Assessment.Quarter, s.Unit.ID)
}

func determinationPath(u *board.Unit) string {
	return fmt.Sprintf("sheets/determination-%d-%s.html", u.Sanction.Year, u.ID)
}

func (p *planner) quarterPapers(q *board.Quarter) []Crumb {
	papers := []Crumb{{resultPath(q.Year, q.Assessment.Quarter), p.word("result.title")}}
	return append(papers, p.summonsPapers(q.Low)...)
}

func (p *planner) summonsPapers(list []*board.Summons) []Crumb {
	var papers []Crumb
	for _, s := range list {
		papers = append(papers, Crumb{summonsPath(s), p.word("summons.paper", s.Unit.Name)})
	}
	return papers
}

func (p *planner) standingsPapers(s *board.Standings) []Crumb {
	if s.Mid {
		return nil
	}
	papers := []Crumb{{resultPath(s.Year, 0), p.word("result.title")}}
	for _, r := range s.Plaque {
		papers = append(papers, Crumb{plaquePath(s, r), p.word("plaque.paper", r.Unit.Name)})
	}
	if len(s.Commend) > 0 {
		papers = append(papers, Crumb{commendPath(s), p.word("commend.paper")})
	}
	if len(s.Criticise) > 0 {
		papers = append(papers, Crumb{criticisePath(s), p.word("criticise.paper")})
	}
	if len(s.Inspect) > 0 {
		papers = append(papers, Crumb{itineraryPath(s), p.word("itinerary.title")})
	}
	return papers
}

// A ResultSheet is the result notice of a quarter or a year end.
type ResultSheet struct {
	Frame
	Quarter   *board.Quarter   // nil at the year end
	Standings *board.Standings // nil in a quarter
	ID        string           // of the page it prints
}

func (p *planner) result() {
	for _, q := range p.board.Quarters {
		p.page(resultPath(q.Year, q.Assessment.Quarter), p.word("result.of", q.Assessment.Title), nil, func(f Frame) any {
			return ResultSheet{f, q, nil, fmt.Sprintf("%d-q%d", q.Year, q.Assessment.Quarter)}
		})
	}
	for _, s := range p.board.YearEnds {
		p.page(resultPath(s.Year, 0), p.word("result.of", s.Record.Title), nil, func(f Frame) any { return ResultSheet{f, nil, s, fmt.Sprintf("%d-year", s.Year)} })
	}
}

// A ScorePaper (评分表) is one unit's score sheet of a quarter, to be posted at its door.
type ScorePaper struct {
	Frame
	Sheet board.UnitSheet
	Page  string // of the ranking it is from, without its ending
}

func scorePath(s board.UnitSheet) string {
	return fmt.Sprintf("sheets/score-%d-q%d-%s.html", s.Quarter.Year, s.Quarter.Assessment.Quarter, s.Unit.ID)
}

// scorePaper plans the papers of the newest quarter, which is the one that hangs.
func (p *planner) scorePaper() {
	if len(p.board.Quarters) == 0 {
		return
	}
	for _, u := range p.board.Units {
		for _, s := range u.Sheets {
			if s.Quarter == p.board.Quarters[0] {
				p.page(scorePath(s), p.word("assessment.sheet_of", u.Name, s.Quarter.Assessment.Title), nil, func(f Frame) any {
					return ScorePaper{f, s, s.Quarter.Assessment.Page()}
				})
			}
		}
	}
}

// A PlaqueSheet (授牌) is what one unit hangs by its door.
type PlaqueSheet struct {
	Frame
	*board.Standings
	Row *board.Standing
}

func (p *planner) plaque() {
	for _, s := range p.board.YearEnds {
		for _, r := range s.Plaque {
			p.page(plaquePath(s, r), p.word("plaque.of", s.Year, r.Unit.Name), nil, func(f Frame) any { return PlaqueSheet{f, s, r} })
		}
	}
}

// A UseSheet is a document about a year end: commendation, criticism or itinerary.
type UseSheet struct {
	Frame
	*board.Standings
}

func (p *planner) commend() {
	for _, s := range p.board.YearEnds {
		if len(s.Commend) > 0 {
			p.page(commendPath(s), p.word("commend.title", s.Year), nil, func(f Frame) any { return UseSheet{f, s} })
		}
	}
}

func (p *planner) criticise() {
	for _, s := range p.board.YearEnds {
		if len(s.Criticise) > 0 {
			p.page(criticisePath(s), p.word("criticise.title", s.Year), nil, func(f Frame) any { return UseSheet{f, s} })
		}
	}
}

func (p *planner) itinerary() {
	for _, s := range p.board.YearEnds {
		if len(s.Inspect) > 0 {
			p.page(itineraryPath(s), p.word("itinerary.of", s.Year), nil, func(f Frame) any { return UseSheet{f, s} })
		}
	}
}

// A SummonsSheet (约见通知) tells a unit when and why deputies call it in.
type SummonsSheet struct {
	Frame
	*board.Summons
}

func (p *planner) summons() {
	for _, q := range p.board.Quarters {
		for _, s := range q.Low {
			p.page(summonsPath(s), p.word("summons.of", s.Unit.Name, q.Year), nil, func(f Frame) any { return SummonsSheet{f, s} })
		}
	}
}

// A DeterminationSheet (认定书) states that a unit is over the limit of unacceptable results.
type DeterminationSheet struct {
	Frame
	*board.Unit
}

func (p *planner) determination() {
	for _, u := range p.board.Sanctioned {
		if u.Sanction.Over() {
			p.page(determinationPath(u), p.word("determination.of", u.Name, u.Sanction.Year), nil, func(f Frame) any { return DeterminationSheet{f, u} })
		}
	}
}
