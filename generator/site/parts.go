package site

import (
	"slices"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// partsBook is the kind of the book of parts, which is not among the pages of a board.
var partsBook = pageKind{"parts", (*planner).parts}

// A PartsPage is the book of parts (样式手册): every part of the theme in all its states, with invented values, made by the
// templates that the board's own pages are made by.
type PartsPage struct {
	Frame
	Cases    []*board.Case // one in each state
	None     []*board.Case // an empty list
	Rates    []board.Rate  // in full, of too few items for a percentage, of none
	Timeline []board.Event
	Notices  []*board.Notice // one to which residents may object now, one that is over
	Choices  []Choice
	Pager    Pager

	Deadlines []*board.Case // running and moved by a day off, late, postponed, to be handled again, closed in time, closed late
	Limits    []board.Limit // of each kind; done, open and late
	Document  *record.Notice
	Gone      record.Withdrawn
	Corrected []CorrectionRow // in words, wordless
	Charts    []Chart         // of many items, of few
	Standings []board.StandingGroup
	Ranking   board.Ranking // first, a tie, brought down by a veto, without a score of one method
	Scheme    *record.Scheme
}

// AddParts adds the book of parts to a site, at parts.html. It is for who works on a theme: the preview shows it, and it is
// never published.
func (s *Site) AddParts(b *board.Board, t *Theme) error {
	p := &planner{board: b, theme: t, kind: partsBook.name, folder: "pages", figures: b.Catalogue(), site: &Site{index: map[string]int{}}}
	partsBook.plan(p)
	if p.err != nil {
		return p.err
	}
	added := New(s.On, append(slices.Clone(s.Pages), p.site.Pages...))
	s.Pages, s.index = added.Pages, added.index
	return nil
}

func (p *planner) parts() {
	on := p.board.On
	deadline := record.Deadline{Start: on, Ordinary: on.AddDays(90), Due: on.AddDays(90)}
	unit := &record.Unit{Name: p.word("parts.unit")}
	reply := func(said record.Satisfaction) *record.Reply {
		return &record.Reply{Date: on, Class: "A", Text: p.word("parts.reply"), Satisfaction: said}
	}
	var cases []*board.Case
	for _, state := range board.States {
		c := &board.Case{
			Suggestion: &record.Suggestion{Source: record.Source{ID: "parts"}, Number: p.word("parts.number"), Title: p.word("parts.matter"), Raised: on},
			State:      state, Year: on.Year,
		}
		switch state {
		case board.Raised, board.Merged, board.Returned, board.Registered:
		case board.Handling, board.Postponed, board.Overdue:
			c.Unit, c.Assigned, c.Deadline = unit, &record.Assignment{Date: on}, deadline
			if state == board.Postponed {
				c.Deadline.Extended = deadline.Due
			}
			c.Late = state == board.Overdue
		default:
			c.Unit, c.Assigned, c.Deadline, c.Reply = unit, &record.Assignment{Date: on}, deadline, reply("")
			switch state {
			case board.Resolved, board.Stepwise, board.Upward, board.Reference:
				c.Opinion = record.Satisfied
			case board.Redoing:
				c.Opinion, c.Deadline.Redo = record.Dissatisfied, deadline.Due
			}
		}
		cases = append(cases, c)
	}
	events := []board.Event{
		{Date: on, Kind: board.EventRaised},
		{Date: on, Kind: board.EventAssigned, Unit: unit, Round: 1},
		{Date: on, Kind: board.EventPostponed, Text: p.word("parts.reply"), Until: deadline.Due},
		{Date: on, Kind: board.EventReplied, Unit: unit, Round: 1, Reply: reply("")},
		{Date: on, Kind: board.EventSlipBack, Round: 1, Reply: reply(record.Dissatisfied), Text: p.word("parts.said")},
		{Date: on, Kind: board.EventReplied, Unit: unit, Round: 2, Reply: reply("")},
		{Date: on, Kind: board.EventSlipBack, Round: 2, Reply: reply(record.Satisfied)},
	}
	notice := &record.Notice{
		Source: record.Source{ID: "parts"}, Title: p.word("parts.notice"), Kind: record.PublicNotice, Date: on, Published: on,
		From: on, Until: on.AddDays(7), Objection: p.word("parts.object"), IndexNo: p.word("parts.index"), Number: p.word("parts.issued"),
	}
	pager := Pager{Number: 2, Of: 3, Total: 120, Prev: "parts.html", Next: "parts.html"}
	var choices []Choice
	for n := range 3 {
		pager.Pages = append(pager.Pages, PagerLink{n + 1, "parts.html", n == 1})
		choices = append(choices, Choice{strings.Repeat(p.word("parts.unit"), n+1), "parts.html", 12 * n, n == 1})
	}
	scheme, ranking := p.inventedRanking(unit)
	p.page("parts.html", p.word("parts.title"), []Crumb{{"index.html", p.word("nav.home")}}, func(f Frame) any {
		return PartsPage{
			Frame: f, Cases: cases, Timeline: events, Choices: choices, Pager: pager,
			Rates:     []board.Rate{{Part: 100, Whole: 116}, {Part: 2, Whole: 3, Floor: 10}, {}},
			Notices:   []*board.Notice{{Notice: notice, Open: true}, {Notice: notice}},
			Deadlines: inventedDeadlines(on), Limits: inventedLimits(on, unit), Document: notice,
			Gone:      record.Withdrawn{Date: on, Reason: p.word("parts.why"), By: f.Town.Presidium},
			Corrected: p.inventedCorrections(f.Town.Presidium), Ranking: ranking, Scheme: scheme,
			Charts:    []Chart{newChart("many", []int{100, 13, 2, 1}, []int{0, 0, 92, 0}, []int{1, 0, 0, 115}), newChart("few", []int{1, 0, 1, 0}, []int{0, 0, 0, 0})},
			Standings: board.StandingGroups[:],
		}
	})
}

// inventedDeadlines are time limits in every state they can be in on a day.
func inventedDeadlines(on record.Date) []*board.Case {
	of := func(start record.Date, change func(*board.Case)) *board.Case {
		end := start.AddMonths(3)
		c := &board.Case{Deadline: record.Deadline{Start: start, From: record.FromAssignment, Months: 3, Ordinary: end, Ended: record.Roll{Day: end, To: end}, Due: end}}
		change(c)
		c.DaysLeft = on.DaysTo(c.Deadline.Due)
		c.Late = c.Late || c.ClosedOn.IsZero() && c.DaysLeft < 0
		return c
	}
	running, late := on.AddMonths(-2), on.AddMonths(-4)
	return []*board.Case{
		of(running, func(c *board.Case) {
			d := &c.Deadline
			d.Ended.Rest, d.Ended.To = record.Weekend, d.Ended.Day.AddDays(2)
			d.Ordinary, d.Due = d.Ended.To, d.Ended.To
		}),
		of(late, func(*board.Case) {}),
		of(late, func(c *board.Case) {
			d := &c.Deadline
			d.Approved, d.Extended, d.Due = late.AddMonths(2), d.Due.AddMonths(3), d.Due.AddMonths(3)
		}),
		of(late, func(c *board.Case) {
			d := &c.Deadline
			d.Redo = on.AddMonths(1)
			d.RedoEnded, d.Due = record.Roll{Day: d.Redo, To: d.Redo}, d.Redo
		}),
		of(late, func(c *board.Case) { c.ClosedOn = late.AddMonths(2) }),
		of(late, func(c *board.Case) { c.ClosedOn, c.Late = on, true }),
	}
}

// inventedLimits are the limits on the way of each kind: kept, missed, open and open past its day.
func inventedLimits(on record.Date, unit *record.Unit) []board.Limit {
	before, after := on.AddDays(-5), on.AddDays(5)
	return []board.Limit{
		{Kind: board.LimitReturn, Unit: unit, From: before, Days: 10, Count: record.CalendarDays, Due: after, Done: on},
		{Kind: board.LimitCoOpinion, Unit: unit, From: before, Days: 3, Count: record.CalendarDays, Due: before.AddDays(3), Done: on, Late: true},
		{Kind: board.LimitSlip, From: before, Days: 7, Count: record.WorkingDays, Due: after, NoCalendar: true},
		{Kind: board.LimitPublish, From: before.AddDays(-20), Days: 20, Count: record.WorkingDays, Due: before, Late: true},
	}
}

// inventedCorrections are a page's corrections, newest first: one in words with what it changes of a sealed figure, and one
// of an item that is not open.
func (p *planner) inventedCorrections(by string) []CorrectionRow {
	on := p.board.On
	return []CorrectionRow{
		{
			Correction: &board.Correction{
				Correction: &record.Correction{Date: on, By: by, What: p.word("parts.rate"), Old: "99/116", New: "100/116", Reason: p.word("parts.why")}, Edition: 3,
			},
			Sealed: []SealedLine{{Text: p.word("parts.sealed")}},
		},
		{Correction: &board.Correction{Correction: &record.Correction{Date: on, By: by}, Edition: 2, Wordless: true}},
	}
}

// inventedRanking is a class of four units: one ahead, two with the same score, one that a veto brings down and that has no
// score by one method.
func (p *planner) inventedRanking(unit *record.Unit) (*record.Scheme, board.Ranking) {
	scheme := &record.Scheme{Methods: []record.Method{{Name: p.word("parts.by_votes"), Weight: 60}, {Name: p.word("parts.by_team"), Weight: 40}}}
	r := board.Ranking{Class: record.UnitClass{Name: p.word("parts.class")}}
	for i, raws := range [][2]board.Points{{9500, 9000}, {9000, 9000}, {9000, 9000}, {7000, 0}} {
		s := &board.ScoreSheet{Unit: unit, Place: board.Place{Rank: []int{1, 2, 2, 4}[i], Tied: i == 1 || i == 2, Of: 4}, Band: p.word("parts.band")}
		for j, m := range scheme.Methods {
			mark := board.Mark{Method: m, Raw: raws[j], Score: raws[j] * board.Points(m.Weight) / 100, Given: raws[j] > 0}
			s.Marks, s.Sum = append(s.Marks, mark), s.Sum+mark.Score
		}
		s.Total = s.Sum
		switch i {
		case 0:
			s.Merits, s.Merited, s.Total = []record.Merit{{}}, 100, s.Sum+100
		case 3:
			s.Deductions, s.Deducted, s.Total = []record.Deduction{{}}, 200, s.Sum-200
			s.Vetoes = []record.Veto{{Reason: p.word("parts.why"), Evidence: p.word("parts.index")}}
		}
		r.Sheets = append(r.Sheets, s)
	}
	return scheme, r
}
