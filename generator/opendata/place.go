package opendata

import "gongshi/generator/board"

// groups is a row for every group of deputies, with the counts of the running year.
func (s *shown) groups() Table {
	type row = *board.Group
	return tableOf("groups", "代表小组", "每个代表小组一行，件数是本年度由小组代表领衔的建议。",
		[]string{"id"}, s.Groups,
		append([]column[row]{
			text("id", "小组编号", "网址里的编号", func(g row) string { return g.ID }).always(),
			text("page", "网页", "", func(g row) string { return s.page("groups/" + g.ID + ".html") }).always(),
			text("name", "小组名称", "", func(g row) string { return g.Name }).always(),
			text("leader", "组长", "代表编号", func(g row) string { return s.deputy(g.Leader.To) }).refers("deputies"),
			text("leader_name", "组长姓名", "", func(g row) string { return nameOf(g.Leader.To) }),
			integer("deputies", "在任代表", "人", func(g row) int { return len(g.Deputies) }),
			texts("villages", "联系的村", "村编号", func(g row) []string {
				var ids []string
				for _, v := range g.Villages {
					ids = append(ids, v.ID)
				}
				return ids
			}).refers("villages"),
		}, counts(func(g row) *board.Tally { return g.Tally })...)...)
}

// villages is a row for every village, with the counts of the running year.
func (s *shown) villages() Table {
	type row = *board.Village
	return tableOf("villages", "村和社区", "每个村、社区一行，件数是本年度涉及它的建议。",
		[]string{"id"}, s.Villages,
		append([]column[row]{
			text("id", "村编号", "网址里的编号", func(v row) string { return v.ID }).always(),
			text("page", "网页", "", func(v row) string { return s.page("villages/" + v.ID + ".html") }).always(),
			text("name", "村名", "", func(v row) string { return v.Name }).always(),
			text("group", "代表小组", "小组编号", func(v row) string { return s.group(v.Village.Group.To) }).refers("groups"),
			positive("people", "人口", "人；没有登记的为空", func(v row) int { return v.People }),
			positive("households", "户数", "户；没有登记的为空", func(v row) int { return v.Homes }),
			text("board", "公示栏位置", "纸质公示栏在哪里", func(v row) string { return v.Village.Board }),
			integer("deputies", "在任代表", "人", func(v row) int { return len(v.Deputies) }),
		}, counts(func(v row) *board.Tally { return v.Tally })...)...)
}
