package opendata

import (
	"gongshi/generator/board"
	"gongshi/generator/record"
)

// deputies is a row for every deputy with a page, also those whose mandate has ended.
func (s *shown) deputies() Table {
	type row = *board.Deputy
	return tableOf("deputies", "人大代表", "每名代表一行，包括已经离任的；件数是历年领衔的建议。",
		[]string{"id"}, s.Deputies,
		append([]column[row]{
			text("id", "代表编号", "网址里的编号", func(d row) string { return d.ID }).always(),
			text("page", "网页", "", func(d row) string { return s.page("deputies/" + d.ID + ".html") }).always(),
			text("name", "姓名", "", func(d row) string { return d.Name }).always(),
			texts("levels", "代表层级", "", func(d row) []string {
				var all []string
				for _, l := range d.Levels {
					all = append(all, string(l))
				}
				return all
			}),
			text("group", "代表小组", "小组编号", func(d row) string { return s.group(d.Deputy.Group.To) }).refers("groups"),
			text("village", "所在村", "村编号", func(d row) string { return s.village(d.Deputy.Village.To) }).refers("villages"),
			text("gender", "性别", "", func(d row) string { return string(d.Gender) }).oneOf(record.Gender("").Options()),
			text("nation", "民族", "", func(d row) string { return d.Nation }),
			positive("born", "出生年", "", func(d row) int { return d.Born }),
			text("education", "文化程度", "", func(d row) string { return d.Education }),
			text("party", "政治面貌", "", func(d row) string { return d.Party }),
			text("work", "职业或职务", "", func(d row) string { return d.Work }).always(),
			day("elected", "当选日期", "", func(d row) record.Date { return d.Elected }).always(),
			boolean("serving", "在任", "", func(d row) bool { return d.Serving }),
			day("left", "离任日期", "", func(d row) record.Date { return d.Left }),
			text("left_reason", "离任原因", "", func(d row) string { return d.Reason }),
			integer("led", "领衔建议", "件", func(d row) int { return len(d.Led) }),
			integer("cosigned", "附议建议", "件", func(d row) int { return len(d.Cosigned) }),
		}, counts(func(d row) *board.Tally { return d.Tally })...)...)
}
