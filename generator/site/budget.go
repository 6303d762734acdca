package site

func (p *planner) budgets() {
	p.page("budgets.html", p.word("budgets.title"), p.crumb(""), func(f Frame) any { return f })
}
