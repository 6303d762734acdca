package site

func (p *planner) institution() {
	p.page("institution.html", p.word("institution.title"), p.crumb(""), func(f Frame) any { return f })
}
