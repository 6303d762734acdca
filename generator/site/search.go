package site

import (
	"slices"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/search"
)

const searchPath = "search.html"

// search plans the page that finds words; what it looks through is planned by searchFiles.
func (p *planner) search() {
	p.page(searchPath, p.word("search.title"), p.crumb(""), func(f Frame) any { return f })
}

// searchFiles plans the scripts in which the page finds words. They hold what pages show: the board has nothing else.
func (p *planner) searchFiles() {
	found := finding{planner: p, named: map[string][]Crumb{}}
	for _, x := range p.site.Pages {
		folder, _, below := strings.Cut(x.Path, "/")
		switch {
		case x.Title == "" || p.retired[x.Path] || x.Path == searchPath || x.Path == "404.html":
		case !below:
			found.named[""] = append(found.named[""], Crumb{x.Path, x.Title})
		case slices.Contains(furtherFolders, folder):
			found.named[folder] = append(found.named[folder], Crumb{x.Path, x.Title})
		}
	}
	for _, f := range search.Files(found.count(), search.Small, found.kinds(), found.records) {
		p.add("search/"+f.Name, "", f.Write)
	}
}

// A finding is what can be found on a board, first what is shown first when the same words stand in several titles.
type finding struct {
	*planner
	named map[string][]Crumb // pages that are found by their titles, by folder; "" are lists and single pages
}

// furtherFolders are those of pages that are found by their titles alone.
var furtherFolders = []string{"assessments", "sessions", "associations", "selfreports", "commendations"}

func (f finding) briefings() []*board.Briefing {
	b := f.board.Briefings
	return append(b.Reports[:len(b.Reports):len(b.Reports)], b.Packs...)
}

func (f finding) count() int {
	b, n := f.board, 0
	for _, pages := range f.named {
		n += len(pages)
	}
	return n + len(b.Units) + len(b.Villages) + len(b.Groups) + len(b.Stations) + len(b.Deputies) + len(b.Cases) + len(b.Notices) +
		len(b.Reports) + len(b.Decisions) + len(f.briefings()) + len(b.Deeds) + len(b.Activities) + len(b.Guides)
}

// kinds are the words for what a result is, in the order in which records number them.
func (f finding) kinds() []string {
	var words []string
	for _, key := range []string{"search.column", "nav.units", "nav.villages", "nav.groups", "nav.stations", "nav.deputies", "nav.suggestions", "nav.notices",
		"nav.reports", "nav.decisions", "nav.briefings", "nav.deeds", "nav.activities", "nav.guides"} {
		words = append(words, f.word(key))
	}
	for _, folder := range furtherFolders {
		words = append(words, f.word("nav."+folder))
	}
	return words
}

func (f finding) records() []search.Record {
	b, all, kind := f.board, make([]search.Record, 0, f.count()), 0
	add := func(folder, id, number, title string, text ...string) {
		all = append(all, search.Record{Path: folder + id + ".html", Kind: kind, Number: number, Title: title, Text: joined(text)})
	}
	byTitle := func(folder string) {
		for _, c := range f.named[folder] {
			add("", strings.TrimSuffix(c.Path, ".html"), "", c.Title)
		}
	}
	byTitle("")
	kind++
	for _, u := range b.Units {
		add("units/", u.ID, "", u.Name, u.Superior, u.Head, u.Unit.Duties)
	}
	kind++
	for _, v := range b.Villages {
		add("villages/", v.ID, "", v.Name, nameOf(v.Village.Group.To), v.Village.Board, v.Secretary)
	}
	kind++
	for _, g := range b.Groups {
		text := []string{nameOf(g.Leader.To)}
		for _, v := range g.Villages {
			text = append(text, v.Name)
		}
		for _, d := range g.Deputies {
			text = append(text, d.Name)
		}
		add("groups/", g.ID, "", g.Name, text...)
	}
	kind++
	for _, s := range b.Stations {
		add("stations/", s.ID, "", s.Name, nameOf(s.Station.Group.To), nameOf(s.Station.Village.To), s.Address, s.Hours)
	}
	kind++
	for _, d := range b.Deputies {
		add("deputies/", d.ID, "", d.Name, nameOf(d.Group.To), nameOf(d.Village.To), d.Work)
	}
	kind++
	for i := len(b.Cases) - 1; i >= 0; i-- { // newest first
		c := b.Cases[i]
		title := c.Title
		if c.Concealed() {
			title = f.word("suggestion.concealed", c.Number)
		}
		add("suggestions/", c.ID, c.Number, title, f.suggestionText(c)...)
	}
	kind++
	for _, n := range b.Notices {
		add("notices/", n.ID, n.Number, n.Title, string(n.Notice.Kind), n.Summary, beginning(n.Body()))
	}
	kind++
	for _, r := range b.Reports {
		add("reports/", r.ID, r.Number, r.Title, beginning(r.Body()))
	}
	kind++
	for _, d := range b.Decisions {
		add("decisions/", d.ID, "", d.Title, d.By, d.Summary, beginning(d.Body()))
	}
	kind++
	for _, r := range f.briefings() {
		add("briefings/", r.ID, "", r.Title, beginning(r.Body()))
	}
	kind++
	for _, d := range b.Deeds {
		add("deeds/", d.ID, "", d.Title, namesOf(d.Deputies), namesOf(d.Villages), d.Summary, beginning(d.Body()))
	}
	kind++
	for _, a := range b.Activities {
		add("activities/", a.ID, "", a.Title, string(a.Kind), nameOf(a.Group.To), a.Place, namesOf(a.Villages), a.Summary, beginning(a.Body()))
	}
	kind++
	for _, g := range b.Guides {
		add("guides/", g.ID, "", g.Title, g.Summary, beginning(g.Body()))
	}
	for _, folder := range furtherFolders {
		kind++
		byTitle(folder)
	}
	return all
}

// suggestionText are who an item concerns, how it stands, and the beginning of its words as far as they are open.
func (f finding) suggestionText(c *board.Case) []string {
	text := []string{f.word("state." + string(c.State)), string(c.Opinion)}
	if c.Unit != nil {
		text = append(text, c.Unit.Name)
	}
	if c.Assigned != nil {
		text = append(text, namesOf(c.Assigned.CoUnits))
	}
	text = append(text, nameOf(c.Group), nameOf(c.Lead.To), namesOf(c.Cosigners), nameOf(c.Village.To), c.Topic, c.Summary, beginning(c.Body()))
	if c.Closing != nil {
		text = append(text, c.Closing.Result)
	}
	return text
}

// beginning is as much of a body as search looks through: about two hundred characters.
func beginning(body *content.Body) string {
	const most = 200
	text := body.Text()
	for i := range text {
		if i >= most*len("字") {
			return text[:i]
		}
	}
	return text
}

// joined puts texts into one, with a space between two.
func joined(texts []string) string {
	var b strings.Builder
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(text)
		}
	}
	return b.String()
}

// named are the records that others name.
type named interface {
	record.Deputy | record.Group | record.Unit | record.Village
}

// nameOf is the name of a record; empty for none.
func nameOf[T named](of *T) string {
	switch r := any(of).(type) {
	case *record.Deputy:
		if r != nil {
			return r.Name
		}
	case *record.Group:
		if r != nil {
			return r.Name
		}
	case *record.Unit:
		if r != nil {
			return r.Name
		}
	case *record.Village:
		if r != nil {
			return r.Name
		}
	}
	return ""
}

// namesOf are the names of several.
func namesOf[T named](refs []record.Ref[T]) string {
	var names []string
	for _, r := range refs {
		names = append(names, nameOf(r.To))
	}
	return joined(names)
}
