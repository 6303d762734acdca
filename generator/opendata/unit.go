package opendata

import "gongshi/generator/board"

// units is a row for every unit, with the counts of the running year.
func (s *shown) units() Table {
	type row = *board.Unit
	return tableOf("units", "驻镇单位", "每个驻镇单位一行，件数是本年度提出、由它承办的建议。",
		[]string{"id"}, s.Units,
		append([]column[row]{
			text("id", "单位编号", "网址里的编号", func(u row) string { return u.ID }).always(),
			text("page", "网页", "", func(u row) string { return s.page("units/" + u.ID + ".html") }).always(),
			text("name", "单位名称", "", func(u row) string { return u.Name }).always(),
			text("class", "单位类别", "评议时按类别排名", func(u row) string { return u.Class }).always(),
			text("superior", "主管部门", "", func(u row) string { return u.Superior }).always(),
			text("head", "负责人", "", func(u row) string { return u.Head }),
			text("duties", "主要职责", "", func(u row) string { return u.Duties }),
			integer("unacceptable", "不满意件", "本年度代表不满意、不接受又没有正当理由的件数", func(u row) int { return len(u.Sanction.Cases) }),
			integer("unacceptable_limit", "不满意件上限", "", func(u row) int { return u.Sanction.Limit }),
		}, counts(func(u row) *board.Tally { return u.Tally })...)...)
}

// counts are the columns of the figures of what a row is of. All its figures stand in the table of tallies.
func counts[R any](of func(R) *board.Tally) []column[R] {
	return []column[R]{
		text("tally", "统计", "在统计数表（tallies）里的名字，那里有全部数字", func(r R) string { return of(r).Name }).always(),
		integer("received", "受理", "件", func(r R) int { return len(of(r).Received) }),
		integer("replied", "已答复", "件", func(r R) int { return len(of(r).Replied) }),
		integer("resolved", "已解决", "件", func(r R) int { return len(of(r).Resolved) }),
		integer("closed", "已办结", "件", func(r R) int { return len(of(r).Closed) }),
		integer("open", "未办结", "件", func(r R) int { return len(of(r).Open) }),
		integer("overdue", "超过时限", "件", func(r R) int { return len(of(r).Overdue) }),
	}
}
