package site

import (
	"path"
	"slices"
	"strings"

	"gongshi/generator/record"
)

// A WithdrawnPage stands where a page was whose content is taken back.
type WithdrawnPage struct {
	Frame
	Gone record.Withdrawn
}

func (p *planner) withdrawn() {
	for _, w := range p.board.Withdrawn {
		p.retired[w.Page+".html"], p.unproven[w.Page+".html"] = true, !w.OnFile
		p.page(w.Page+".html", w.Title, p.crumb(path.Dir(w.Page)+".html"), func(f Frame) any { return WithdrawnPage{f, w} })
	}
}

// A MovedPage stands where a page was whose record has another id now.
type MovedPage struct {
	Frame
	To string // where the page is
}

// Address is that of the page it leads to: search engines then know only that one.
func (m MovedPage) Address() string {
	m.Frame.Path = m.To
	return m.Frame.Address()
}

// moved plans a way to every page that is there; a record that the board does not show has none.
func (p *planner) moved() {
	for _, m := range p.board.Moved {
		from, to := m.From+".html", m.To+".html"
		i, there := p.site.index[to]
		if _, taken := p.site.index[from]; !there || taken {
			continue
		}
		p.retired[from] = true
		p.page(from, p.site.Pages[i].Title, p.crumb(path.Dir(from)+".html"), func(f Frame) any { return MovedPage{f, to} })
	}
}

// lasting tells whether a page of the running kind stays at its address.
func (p *planner) lasting(name string) bool {
	if p.folder != "pages" || p.board.Provisional[strings.TrimSuffix(name, ".html")] {
		return false
	}
	folder := path.Dir(name)
	return folder == "assessments" || slices.ContainsFunc(record.Kinds(), func(k record.Kind) bool { return k.Pages && k.Folder == folder })
}
