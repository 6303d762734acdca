package site

func (p *planner) county() {
	p.page("county.html", p.word("county.title", p.board.Town.County), p.crumb(""), func(f Frame) any { return f })
}
