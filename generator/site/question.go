package site

func (p *planner) questions() {
	p.page("questions.html", p.word("questions.title"), p.crumb(""), func(f Frame) any { return f })
}
