package site

import (
	"fmt"
	"slices"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// An ActivitiesPage is one page of a list of activities.
type ActivitiesPage struct {
	Frame
	Rows  []*board.Activity
	Pager Pager
	Kinds []Choice
}

func (p *planner) activities() {
	rows := map[record.ActivityKind][]*board.Activity{}
	for _, a := range p.board.Activities {
		rows[a.Kind] = append(rows[a.Kind], a)
	}
	choices := []Choice{{Title: p.word("activities.all"), Path: "activities.html", N: len(p.board.Activities)}}
	lists := [][]*board.Activity{p.board.Activities}
	for i, k := range record.ActivityKinds {
		if len(rows[k]) > 0 {
			choices = append(choices, Choice{Title: string(k), Path: fmt.Sprintf("list/activities-kind-%d.html", i+1), N: len(rows[k])})
			lists = append(lists, rows[k])
		}
	}
	for i, c := range choices {
		kinds := slices.Clone(choices)
		kinds[i].Current = true
		title, crumbs := p.word("activities.title"), p.crumb("")
		if i > 0 {
			title, crumbs = p.word("activities.part_title", c.Title), p.crumb("activities.html")
		}
		paged(p, c.Path, title, crumbs, lists[i], func(f Frame, rows []*board.Activity, pager Pager) any {
			return ActivitiesPage{f, rows, pager, kinds}
		})
	}
}

// An ActivityPage is one activity: who came, what was seen, asked and done. Its photo sheet takes the same data.
type ActivityPage struct {
	Frame
	*board.Activity
	Given *record.Activity // its own entries, by the names that Activity gives to who came
	Sheet string           // address of the photo sheet; empty without photos
}

func activityPage(f Frame, a *board.Activity) ActivityPage {
	page := ActivityPage{Frame: f, Activity: a, Given: a.Activity}
	if len(a.Photos) > 0 {
		page.Sheet = photoSheetPath(a)
	}
	return page
}

func (p *planner) activity() {
	for _, a := range p.board.Activities {
		p.page("activities/"+a.ID+".html", a.Title, p.crumb("activities.html"), func(f Frame) any { return activityPage(f, a) })
	}
}

func photoSheetPath(a *board.Activity) string { return "sheets/photos-" + a.ID + ".html" }

func (p *planner) photoSheet() {
	for _, a := range p.board.Activities {
		if len(a.Photos) > 0 {
			p.page(photoSheetPath(a), p.word("sheet.photos_title", a.Title), nil, func(f Frame) any { return activityPage(f, a) })
		}
	}
}

// A VisitsPage is the year's coverage of visits.
type VisitsPage struct {
	Frame
	*board.Visits
	Chart Chart // homes called on, by month
}

func (p *planner) visits() {
	p.page("visits.html", p.word("visits.title"), p.crumb(""), func(f Frame) any {
		var homes []int
		for _, m := range p.board.Visits.All {
			homes = append(homes, m.Homes)
		}
		return VisitsPage{f, p.board.Visits, newChart("visits", oneEach(homes)...)}
	})
}

func (p *planner) meetings() {
	p.page("meetings.html", p.word("meetings.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) visitForm() {
	p.page("sheets/visit-form.html", p.word("sheet.visit_form_title"), nil, func(f Frame) any { return f })
}

func (p *planner) training() {
	p.page("training.html", p.word("training.title"), p.crumb(""), func(f Frame) any { return f })
}

func rosterPath(g *board.Group) string { return "sheets/roster-" + g.ID + ".html" }

func (p *planner) roster() {
	for _, g := range p.board.Groups {
		p.page(rosterPath(g), p.word("sheet.roster_title", g.Name), nil, func(f Frame) any { return GroupPage{f, g, ""} })
	}
}
