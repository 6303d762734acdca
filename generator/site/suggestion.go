package site

import (
	"fmt"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A SuggestionsPage is one page of a list of items.
type SuggestionsPage struct {
	Frame
	Rows    []*board.Case
	Pager   Pager
	Filters []Filter
}

// A Filter is one way to narrow the list, with a link for each choice.
type Filter struct {
	Name    string // key in the words: state, class, unit, …
	Choices []Choice
}

// A Choice is one link of a filter.
type Choice struct {
	Title   string
	Path    string
	N       int // items behind it
	Current bool
}

func (p *planner) suggestions() {
	b := p.board
	all := Choice{Title: p.word("list.all"), Path: "suggestions.html", N: len(b.Cases)}
	filters := []Filter{{Name: "state"}, {Name: "class"}, {Name: "group"}, {Name: "village"}, {Name: "unit"}}
	type part struct {
		choice Choice
		rows   []*board.Case
	}
	var parts []part
	add := func(filter int, c Choice, rows []*board.Case) {
		if len(rows) == 0 {
			return
		}
		c.N = len(rows)
		filters[filter].Choices = append(filters[filter].Choices, c)
		if filter < 2 { // groups, villages and units have their own pages, which list their items
			parts = append(parts, part{c, rows})
		}
	}
	byState, byClass := map[board.State][]*board.Case{}, map[string][]*board.Case{}
	for _, c := range b.Cases {
		byState[c.State] = append(byState[c.State], c)
		if c.Class != nil {
			byClass[c.Class.Letter] = append(byClass[c.Class.Letter], c)
		}
	}
	for _, s := range board.States {
		add(0, Choice{Title: p.word("state." + string(s)), Path: "list/state-" + string(s) + ".html"}, byState[s])
	}
	for i, class := range b.Profile.Classes {
		add(1, Choice{Title: p.word("list.class", class.Letter, class.Meaning), Path: fmt.Sprintf("list/class-%d.html", i+1)}, byClass[class.Letter])
	}
	for _, g := range b.Groups {
		add(2, Choice{Title: g.Name, Path: "groups/" + g.ID + ".html"}, g.Cases)
	}
	for _, v := range b.Villages {
		add(3, Choice{Title: v.Name, Path: "villages/" + v.ID + ".html"}, v.Cases)
	}
	for _, u := range b.Units {
		add(4, Choice{Title: u.Name, Path: "units/" + u.ID + ".html"}, u.Cases)
	}
	plan := func(c Choice, rows []*board.Case, title string, crumbs []Crumb) {
		narrowed := []Filter{{Name: "all", Choices: []Choice{all}}}
		narrowed = append(narrowed, filters...)
		for i := range narrowed[:3] {
			marked := make([]Choice, len(narrowed[i].Choices))
			for k, choice := range narrowed[i].Choices {
				choice.Current = choice.Path == c.Path
				marked[k] = choice
			}
			narrowed[i].Choices = marked
		}
		paged(p, c.Path, title, crumbs, rows, func(f Frame, rows []*board.Case, pager Pager) any {
			return SuggestionsPage{f, rows, pager, narrowed}
		})
	}
	plan(all, b.Cases, p.word("suggestions.title"), p.crumb(""))
	for _, part := range parts {
		plan(part.choice, part.rows, p.word("suggestions.part_title", part.choice.Title), p.crumb("suggestions.html"))
	}
}

// A SuggestionPage is one item: the five publics, its steps, its whole history.
type SuggestionPage struct {
	Frame
	*board.Case
	Given  *record.Suggestion // the case's own entries; templates reach them faster here than through the case
	Sheet  string             // address of its printed sheet, empty when it has none
	Papers []Paper            // its other printed forms
}

func (p *planner) suggestion() {
	crumbs := p.crumb("suggestions.html")
	for _, c := range p.board.Cases {
		title := c.Title
		if c.Concealed() {
			title = p.word("suggestion.concealed", c.Number)
		}
		sheet := ""
		if p.hasSheet(c) {
			sheet = sheetPath(c)
		}
		papers := p.papers(c)
		p.page("suggestions/"+c.ID+".html", title, crumbs, func(f Frame) any { return SuggestionPage{f, c, c.Suggestion, sheet, papers} })
	}
}

// hasSheet tells whether an item gets a printed sheet: every received item of the running year.
func (p *planner) hasSheet(c *board.Case) bool { return c.Received() && c.Year == p.board.Year }

func sheetPath(c *board.Case) string { return "sheets/suggestion-" + c.ID + ".html" }

func (p *planner) suggestionSheet() {
	for _, c := range p.board.Cases {
		if p.hasSheet(c) {
			p.page(sheetPath(c), p.word("sheet.suggestion_title", c.Number), nil, func(f Frame) any { return SuggestionPage{Frame: f, Case: c, Given: c.Suggestion} })
		}
	}
}

// A StepsPage shows where everything stands in the six steps.
type StepsPage struct {
	Frame
	*board.Funnel
}

func (p *planner) steps() {
	p.page("steps.html", p.word("steps.title"), p.crumb(""), func(f Frame) any { return StepsPage{f, p.board.Funnel} })
}
