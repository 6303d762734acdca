package site

import (
	"strconv"
	"strings"
)

// perPage is how many rows one page of a long list has.
const perPage = 50

// A Pager leads through the pages of a long list.
type Pager struct {
	Number, Of int // this page, from 1, and how many there are
	Total      int // rows in the whole list
	Pages      []PagerLink
	Prev, Next string // addresses; empty at the ends
}

// A PagerLink is one page of the list.
type PagerLink struct {
	Number  int
	Path    string
	Current bool
}

// paged plans the pages of a list: path.html, then list/path-2.html and so on. The further pages lie one folder down like
// most pages, so that a row rendered for one of them serves all.
func paged[T any](p *planner, path, title string, crumbs []Crumb, rows []T, data func(Frame, []T, Pager) any) {
	of := max(1, (len(rows)+perPage-1)/perPage)
	at := func(n int) string {
		if n < 1 || n > of {
			return ""
		}
		if n == 1 {
			return path
		}
		return "list/" + strings.TrimSuffix(strings.TrimPrefix(path, "list/"), ".html") + "-" + strconv.Itoa(n) + ".html"
	}
	for n := 1; n <= of; n++ {
		pager := Pager{Number: n, Of: of, Total: len(rows), Prev: at(n - 1), Next: at(n + 1)}
		for k := 1; k <= of; k++ {
			pager.Pages = append(pager.Pages, PagerLink{k, at(k), k == n})
		}
		part := rows[(n-1)*perPage : min(n*perPage, len(rows))]
		name, way := title, crumbs
		if n > 1 {
			name, way = p.word("list.page_title", title, n), append(crumbs[:len(crumbs):len(crumbs)], Crumb{path, title})
			p.further[at(n)] = true
		}
		p.page(at(n), name, way, func(f Frame) any { return data(f, part, pager) })
	}
}

// word is a word for a title; a missing one is the theme's mistake, reported by Plan.
func (p *planner) word(key string, values ...any) string {
	w, err := p.theme.Word(key, values...)
	if err != nil && p.err == nil {
		p.err = err
	}
	return w
}

// crumb leads from the home page to the list a page belongs to.
func (p *planner) crumb(path string) []Crumb {
	home := Crumb{"index.html", p.word("nav.home")}
	if path == "" {
		return []Crumb{home}
	}
	return []Crumb{home, {path, p.word("nav." + strings.TrimSuffix(path, ".html"))}}
}
