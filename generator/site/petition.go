package site

func (p *planner) petitions() {
	p.page("petitions.html", p.word("petitions.title"), p.crumb(""), func(f Frame) any { return f })
}
