package board

import (
	"strconv"
	"strings"
)

// The figures of assessments and of the six steps, by the names under which pages, sheets and data show them.

const (
	scoresName = "scores" // scores.2025-q3.ballots, scores.2025-q3.shuili.total, scores.2025-year.shuili.rank
	stepsName  = "steps"  // steps.4, steps.4.passed
)

// Called is the name by which the quarter's figures begin: scores.2025-q3.
func (q *Quarter) Called() string { return scoresName + "." + q.ID }

// Text is the turnout over all groups, ballots, or of one group, turnout.g1, in the forms of a rate.
func (q *Quarter) Text(figure string) (string, bool) {
	if form, is := formOf(figure, "ballots"); is {
		return q.Ballots.Text(form)
	}
	if rest, is := strings.CutPrefix(figure, "turnout."); is {
		for _, t := range q.Turnout {
			if form, is := formOf(rest, t.Group.ID); is {
				return t.Rate.Text(form)
			}
		}
	}
	return "", false
}

// Called is the name by which the sheet's figures begin: scores.2025-q3.shuili.
func (s *ScoreSheet) Called() string { return s.Name }

// Text is a figure of the sheet.
func (s *ScoreSheet) Text(figure string) (string, bool) {
	switch figure {
	case "sum":
		return s.Sum.String(), true
	case "merited":
		return s.Merited.String(), true
	case "deducted":
		return s.Deducted.String(), true
	case "total":
		return s.Total.String(), true
	case "band":
		return s.Band, true
	}
	if rest, is := strings.CutPrefix(figure, "marks."); is {
		for _, m := range s.Marks {
			if of, is := strings.CutPrefix(rest, m.Method.Key+"."); is {
				return m.Text(of)
			}
		}
	}
	return s.Place.text(figure)
}

// Called is the name by which the mark's figures begin: scores.2025-q3.shuili.marks.visit.
func (m Mark) Called() string { return m.Name }

// Text is the score out of 100, raw, and weighted, score; and of ballots how many there were of each sort.
func (m Mark) Text(figure string) (string, bool) {
	switch figure {
	case "raw":
		return m.Raw.String(), true
	case "score":
		return m.Score.String(), true
	}
	v := m.Votes
	if v == nil {
		return "", false
	}
	switch figure {
	case "satisfied":
		return strconv.Itoa(v.Satisfied), true
	case "basically":
		return strconv.Itoa(v.Basically), true
	case "dissatisfied":
		return strconv.Itoa(v.Dissatisfied), true
	case "unknown":
		return strconv.Itoa(v.Unknown), true
	case "valid":
		return strconv.Itoa(v.Valid()), true
	}
	return "", false
}

// Called is the name by which the standing's figures begin: scores.2025-year.shuili, scores.2025-mid.shuili.
func (s *Standing) Called() string { return s.Name }

// Text is a figure of the standing; handling, and handling.consulted and so on for its parts, only where the unit has a
// score for its items.
func (s *Standing) Text(figure string) (string, bool) {
	switch figure {
	case "base":
		return s.Base.String(), true
	case "by_quarters":
		return s.ByQuarters.String(), true
	case "by_handling":
		return s.ByHandling.String(), true
	case "handling":
		if s.Handling == nil {
			return "", false
		}
		return s.Handling.Score.String(), true
	case "merited":
		return s.Merited.String(), true
	case "deducted":
		return s.Deducted.String(), true
	case "total":
		return s.Total.String(), true
	case "graded":
		return s.Graded.String(), true
	case "band":
		return s.Band, true
	}
	if key, is := strings.CutPrefix(figure, "handling."); is && s.Handling != nil {
		for _, part := range s.Handling.Parts {
			if part.Key == key {
				return part.Score.String(), true
			}
		}
	}
	return s.Place.text(figure)
}

func (p Place) text(figure string) (string, bool) {
	switch figure {
	case "rank":
		return strconv.Itoa(p.Rank), true
	case "ranked":
		return strconv.Itoa(p.Of), true
	}
	return "", false
}

// Called is steps.
func (f *Funnel) Called() string { return stepsName }

// Text is the number of items at a step, 1 to 6, or of the days they spent there: the median of those that went on,
// 4.passed, and of those that are there, 4.still, each with its number of items, 4.passed.n.
func (f *Funnel) Text(figure string) (string, bool) {
	number, rest, _ := strings.Cut(figure, ".")
	step, err := strconv.Atoi(number)
	if err != nil || step < 1 || step > len(f.Steps) {
		return "", false
	}
	stay := f.Stays[step-1]
	switch rest {
	case "":
		return strconv.Itoa(len(f.Steps[step-1])), figure == number
	case "passed":
		return stay.Passed.String(), true
	case "passed.n":
		return strconv.Itoa(stay.Passed.N), true
	case "still":
		return stay.Still.String(), true
	case "still.n":
		return strconv.Itoa(stay.Still.N), true
	}
	return "", false
}
