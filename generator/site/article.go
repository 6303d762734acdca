package site

import (
	"fmt"
	"slices"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A DeedsPage is one page of the list of deeds.
type DeedsPage struct {
	Frame
	Rows  []*board.Deed
	Pager Pager
}

func (p *planner) deeds() {
	paged(p, "deeds.html", p.word("deeds.title"), p.crumb(""), p.board.Deeds, func(f Frame, rows []*board.Deed, pager Pager) any {
		return DeedsPage{f, rows, pager}
	})
}

// A DeedPage is one article.
type DeedPage struct {
	Frame
	*board.Deed
	Sheet string // address of its poster
}

func (p *planner) deed() {
	for _, d := range p.board.Deeds {
		p.page("deeds/"+d.ID+".html", d.Title, p.crumb("deeds.html"), func(f Frame) any { return DeedPage{f, d, deedPosterPath(d)} })
	}
}

func deedPosterPath(d *board.Deed) string { return "sheets/deed-" + d.ID + ".html" }

func (p *planner) deedPoster() {
	for _, d := range p.board.Deeds {
		p.page(deedPosterPath(d), p.word("deed.poster_title", d.Title), nil, func(f Frame) any { return DeedPage{f, d, ""} })
	}
}

// A NoticesPage is one page of the list of notices.
type NoticesPage struct {
	Frame
	Rows  []*board.Notice
	Pager Pager
	Kinds []Choice
}

// notices plans the list of all, and of each kind.
func (p *planner) notices() {
	all := p.board.Notices
	choices, lists := []Choice{{Title: p.word("notices.all"), Path: "notices.html", N: len(all)}}, [][]*board.Notice{all}
	for i, kind := range record.NoticeKind("").Options() {
		var some []*board.Notice
		for _, n := range all {
			if string(n.Notice.Kind) == kind {
				some = append(some, n)
			}
		}
		if len(some) > 0 {
			choices = append(choices, Choice{Title: kind, Path: fmt.Sprintf("list/notices-kind-%d.html", i+1), N: len(some)})
			lists = append(lists, some)
		}
	}
	for i, c := range choices {
		kinds := slices.Clone(choices)
		kinds[i].Current = true
		title, crumbs := p.word("notices.title"), p.crumb("")
		if i > 0 {
			title, crumbs = p.word("notices.part_title", c.Title), p.crumb("notices.html")
		}
		paged(p, c.Path, title, crumbs, lists[i], func(f Frame, rows []*board.Notice, pager Pager) any {
			return NoticesPage{f, rows, pager, kinds}
		})
	}
}

// A NoticePage is one announcement.
type NoticePage struct {
	Frame
	*board.Notice
	Large              string // address of the sheet in large type
	Receipt, Objection string // of the forms for its period; empty when it has none
	lazyTexts
}

func (p *planner) notice() {
	for _, n := range p.board.Notices {
		p.page("notices/"+n.ID+".html", n.Title, p.crumb("notices.html"), p.noticePage(n))
	}
}

func (p *planner) noticeLarge() {
	for _, n := range p.board.Notices {
		p.page(largePath(n), p.word("sheet.large_title", n.Title), nil, p.noticePage(n))
	}
}

func (p *planner) noticePage(n *board.Notice) func(Frame) any {
	texts := p.noticeTexts(n)
	return func(f Frame) any {
		page := NoticePage{Frame: f, Notice: n, Large: largePath(n), lazyTexts: texts}
		if !n.Notice.From.IsZero() {
			page.Receipt, page.Objection = receiptOf(n.ID), objectionOf(n)
		}
		return page
	}
}

func largePath(n *board.Notice) string { return "sheets/notice-" + n.ID + "-large.html" }
