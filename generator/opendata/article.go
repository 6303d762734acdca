package opendata

import (
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// reports is a row for every half-yearly report.
func (s *shown) reports() Table {
	type row = *board.Report
	return tableOf("reports", "半年通报", "每份半年办理情况通报一行，件数是到期间最后一天、当年提出的建议。",
		[]string{"id"}, s.Reports,
		append([]column[row]{
			text("id", "通报编号", "网址里的编号", func(r row) string { return r.ID }).always(),
			text("page", "网页", "", func(r row) string { return s.page("reports/" + r.ID + ".html") }).always(),
			text("title", "标题", "", func(r row) string { return r.Title }).always(),
			text("period", "期间", "如 2025-H1", func(r row) string { return r.Period.String() }).always(),
			day("from", "期间第一天", "", func(r row) record.Date { return r.Period.First() }).always(),
			day("until", "期间最后一天", "", func(r row) record.Date { return r.Period.Last() }).always(),
			day("date", "成文日期", "", func(r row) record.Date { return r.Date }).always(),
			text("number", "发文字号", "", func(r row) string { return r.Number }),
			text("signer", "落款", "", func(r row) string { return s.signed(r.Signer) }).always(),
			text("text", "正文", "", func(r row) string { return strings.Join(r.Body().Lines(), "\n") }),
		}, counts(func(r row) *board.Tally { return r.Year })...)...)
}

// signed is who signs a document: the presidium, where nobody else is named.
func (s *shown) signed(signer string) string {
	if signer == "" {
		return s.Town.Presidium
	}
	return signer
}

// notices is a row for every notice.
func (s *shown) notices() Table {
	type row = *board.Notice
	return tableOf("notices", "公告通知", "每份公告、通报一行；撤回的没有。",
		[]string{"id"}, s.Notices,
		text("id", "公告编号", "网址里的编号", func(n row) string { return n.ID }).always(),
		text("page", "网页", "", func(n row) string { return s.page("notices/" + n.ID + ".html") }).always(),
		text("kind", "种类", "", func(n row) string { return string(n.Kind) }).always().oneOf(record.NoticeKind("").Options()),
		text("title", "标题", "", func(n row) string { return n.Title }).always(),
		text("number", "发文字号", "", func(n row) string { return n.Number }),
		text("index", "索引号", "", func(n row) string { return n.IndexNo }),
		text("category", "主题分类", "", func(n row) string { return n.Category }),
		day("date", "成文日期", "", func(n row) record.Date { return n.Date }).always(),
		day("published", "发布日期", "", func(n row) record.Date { return n.Published }).always(),
		day("from", "公示起", "可以提异议的第一天", func(n row) record.Date { return n.From }),
		day("until", "公示止", "可以提异议的最后一天", func(n row) record.Date { return n.Until }),
		text("objection", "异议方式", "", func(n row) string { return n.Objection }),
		text("signer", "落款", "", func(n row) string { return s.signed(n.Signer) }).always(),
		text("summary", "内容概述", "", func(n row) string { return n.Summary }).always(),
		text("text", "正文", "", func(n row) string { return strings.Join(n.Body().Lines(), "\n") }),
		texts("suggestions", "相关建议", "记录编号", func(n row) []string {
			var ids []string
			for _, c := range n.Cases {
				ids = append(ids, c.ID)
			}
			return ids
		}).refers("suggestions"),
		texts("units", "相关单位", "单位编号", func(n row) []string { return s.unitIDs(n.Units) }).refers("units"),
		texts("honours", "授予荣誉的单位", "单位编号", func(n row) []string { return s.unitIDs(n.Honours) }).refers("units"),
		text("target", "更正或撤回的公告", "公告编号；已经撤回的没有行，为空", func(n row) string {
			if n.Target.To == nil {
				return ""
			}
			return s.id("notices", n.Target.To.ID)
		}).refers("notices"),
	)
}

// corrections is a row for every correction of something that had been published.
func (s *shown) corrections() Table {
	type row = *board.Correction
	return tableOf("corrections", "更正", "公开以后更正的，一处一行。",
		[]string{"id"}, s.Corrections,
		text("id", "更正编号", "", func(c row) string { return c.ID }).always(),
		text("page", "网页", "更正的那一页", func(c row) string { return s.page(c.Page + ".html#" + c.Anchor()) }).always(),
		integer("edition", "第几版", "这次更正以后是那一页的第几版", func(c row) int { return c.Edition }),
		day("date", "更正日期", "", func(c row) record.Date { return c.Date }).always(),
		text("what", "更正什么", "不公开和只公开摘要的建议，这里和下面三栏为空", func(c row) string { return c.What }),
		text("old", "原来", "", func(c row) string { return c.Old }),
		text("new", "改为", "", func(c row) string { return c.New }),
		text("reason", "原因", "", func(c row) string { return c.Reason }),
		text("by", "谁更正的", "", func(c row) string { return c.By }).always(),
	)
}
