package site

import "strings"

func (p *planner) method() {
	p.page("method.html", p.word("method.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) about() {
	p.page("about.html", p.word("about.title", p.board.Town.Congress), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) notFound() {
	p.page("404.html", p.word("notfound.title"), nil, func(f Frame) any { return f })
}

// A SitemapPage lists every page of the board for people, by section.
type SitemapPage struct {
	Frame
	Sections []Section
}

// A Section is a list page and the pages below it.
type Section struct {
	Path, Title string
	Pages       []Crumb
}

func (p *planner) sitemap() {
	planned := p.site.Pages[:len(p.site.Pages):len(p.site.Pages)] // all pages so far, in the order of the list of kinds
	p.page("sitemap.html", p.word("sitemap.title"), p.crumb(""), func(f Frame) any {
		page := SitemapPage{Frame: f}
		sections := map[string]int{}
		for _, x := range planned {
			if !strings.Contains(x.Path, "/") && x.Path != "404.html" && x.Path != "index.html" && !p.further[x.Path] {
				sections[strings.TrimSuffix(x.Path, ".html")] = len(page.Sections)
				page.Sections = append(page.Sections, Section{Path: x.Path, Title: x.Title})
			}
		}
		for _, x := range planned {
			folder, _, below := strings.Cut(x.Path, "/")
			if i, ok := sections[folder]; ok && below && x.Title != "" {
				page.Sections[i].Pages = append(page.Sections[i].Pages, Crumb{x.Path, x.Title})
			}
		}
		return page
	})
}
