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
	notice := &record.Notice{Source: record.Source{ID: "parts"}, Title: p.word("parts.notice"), Published: on}
	pager := Pager{Number: 2, Of: 3, Total: 120, Prev: "parts.html", Next: "parts.html"}
	var choices []Choice
	for n := range 3 {
		pager.Pages = append(pager.Pages, PagerLink{n + 1, "parts.html", n == 1})
		choices = append(choices, Choice{strings.Repeat(p.word("parts.unit"), n+1), "parts.html", 12 * n, n == 1})
	}
	p.page("parts.html", p.word("parts.title"), []Crumb{{"index.html", p.word("nav.home")}}, func(f Frame) any {
		return PartsPage{f, cases, nil, []board.Rate{{Part: 100, Whole: 116}, {Part: 2, Whole: 3, Floor: 10}, {}}, events,
			[]*board.Notice{{Notice: notice, Open: true}, {Notice: notice}}, choices, pager}
	})
}
