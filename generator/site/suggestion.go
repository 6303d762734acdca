package site

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/search"
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
	filters := []Filter{{Name: "state"}, {Name: "class"}, {Name: "half"}, {Name: "group"}, {Name: "village"}, {Name: "unit"}}
	const further = 3 // groups, villages and units have their own pages, which list their items
	type part struct {
		choice Choice
		rows   []*board.Case
	}
	var parts []part
	chosen := map[*board.Case][6]int{} // the number of each filter's choice that leads to an item, from 1
	add := func(filter int, c Choice, rows []*board.Case) {
		if len(rows) == 0 {
			return
		}
		c.N = len(rows)
		filters[filter].Choices = append(filters[filter].Choices, c)
		for _, row := range rows {
			choices := chosen[row]
			choices[filter] = len(filters[filter].Choices)
			chosen[row] = choices
		}
		if filter < further {
			parts = append(parts, part{c, rows})
		}
	}
	byState, byClass, byHalf := map[board.State][]*board.Case{}, map[string][]*board.Case{}, map[record.Half][]*board.Case{}
	for _, c := range b.Cases {
		half := record.HalfOf(c.Raised)
		byHalf[half] = append(byHalf[half], c)
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
	for _, half := range slices.SortedFunc(maps.Keys(byHalf), func(x, y record.Half) int { return strings.Compare(y.String(), x.String()) }) {
		add(2, Choice{Title: p.word("seal_half.", half.Half, half.Year), Path: "list/half-" + strings.ToLower(half.String()) + ".html"}, byHalf[half])
	}
	for _, g := range b.Groups {
		add(3, Choice{Title: g.Name, Path: "groups/" + g.ID + ".html"}, g.Cases)
	}
	for _, v := range b.Villages {
		add(4, Choice{Title: v.Name, Path: "villages/" + v.ID + ".html"}, v.Cases)
	}
	for _, u := range b.Units {
		add(5, Choice{Title: u.Name, Path: "units/" + u.ID + ".html"}, u.Cases)
	}
	plan := func(c Choice, rows []*board.Case, title string, crumbs []Crumb) {
		narrowed := []Filter{{Name: "all", Choices: []Choice{all}}}
		narrowed = append(narrowed, filters...)
		for i := range narrowed[:1+further] {
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
	p.add(rowsPath, "", func(w io.Writer) error { return p.writeRows(w, chosen) })
	plan(all, b.Cases, p.word("suggestions.title"), p.crumb(""))
	for _, part := range parts {
		plan(part.choice, part.rows, p.word("suggestions.part_title", part.choice.Title), p.crumb("suggestions.html"))
	}
}

// rowsPath is the script with the rows of the whole list of items, for combining filters; it can be opened from a folder.
const rowsPath = "search/rows.js"

// writeRows writes each item's row as the list shows it, after the numbers of the choices that lead to it.
func (p *planner) writeRows(w io.Writer, chosen map[*board.Case][6]int) error {
	rows := make([][7]any, len(p.board.Cases))
	for i, c := range p.board.Cases {
		for filter, choice := range chosen[c] {
			rows[i][filter] = choice
		}
		html, err := p.theme.parts[0].once("case-row", c)
		if err != nil {
			return err
		}
		rows[i][6] = html
	}
	return search.Write(w, "rows", rows)
}

// A SuggestionPage is one item: the five publics, its steps, its whole history.
type SuggestionPage struct {
	Frame
	*board.Case
	Given  *record.Suggestion // the case's own entries; templates reach them faster here than through the case
	Sheet  string             // address of its printed sheet, empty when it has none
	Papers []Form             // its other printed forms
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
	Chart Chart // items at each step
}

func (p *planner) stepsPage(f Frame) any {
	var counts []int
	for _, cases := range p.board.Funnel.Steps {
		counts = append(counts, len(cases))
	}
	return StepsPage{f, p.board.Funnel, newChart("steps", oneEach(counts)...)}
}

func (p *planner) steps() {
	p.page("steps.html", p.word("steps.title"), p.crumb(""), p.stepsPage)
}
