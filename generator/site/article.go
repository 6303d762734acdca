package site

import "gongshi/generator/board"

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
}

func (p *planner) notices() {
	paged(p, "notices.html", p.word("notices.title"), p.crumb(""), p.board.Notices, func(f Frame, rows []*board.Notice, pager Pager) any {
		return NoticesPage{f, rows, pager}
	})
}

// A NoticePage is one announcement.
type NoticePage struct {
	Frame
	*board.Notice
	Large string // address of the sheet in large type
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
	return func(f Frame) any { return NoticePage{f, n, largePath(n), texts} }
}

func largePath(n *board.Notice) string { return "sheets/notice-" + n.ID + "-large.html" }
