package opendata

import (
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// suggestions is a row for every item of all years. What is open in part or withheld has its row, and no words: the board
// holds none.
func (s *shown) suggestions() Table {
	type row = *board.Case
	return tableOf("suggestions", "代表建议", "每件代表建议一行，办理情况截至数据日期。只公开摘要的没有正文，不公开的没有案由、摘要和正文，都照样计数。",
		[]string{"id"}, s.Cases,
		text("id", "记录编号", "网址里的编号", func(c row) string { return c.ID }).always(),
		text("number", "建议编号", "届-次-号", func(c row) string { return c.Number }).always(),
		text("page", "网页", "这件建议的网页", func(c row) string { return s.page("suggestions/" + c.ID + ".html") }).always(),
		text("kind", "种类", "", func(c row) string { return string(c.Kind) }).always().oneOf(record.SuggestionKind("").Options()),
		text("topic", "内容分类", "", func(c row) string { return c.Topic }).always(),
		text("title", "案由", "不公开的为空", func(c row) string { return c.Title }),
		text("summary", "摘要", "不公开的为空", func(c row) string { return c.Summary }),
		text("text", "正文", "全文公开的才有", func(c row) string { return strings.Join(c.Body().Lines(), "\n") }),
		text("openness", "公开方式", "", func(c row) string { return string(c.Open) }).always().oneOf(record.Openness("").Options()),
		text("withheld_reason", "不公开理由", "不公开或只公开摘要的理由类别", func(c row) string { return c.WhyNotOpen }),
		day("raised", "提出日期", "", func(c row) record.Date { return c.Raised }).always(),
		integer("year", "年度", "提出的年份，统计按它归年", func(c row) int { return c.Year }),
		positive("term", "届", "第几届人大；没有记录的会议为空", func(c row) int {
			if c.Sitting == nil {
				return 0
			}
			return c.Sitting.Term.Number
		}),
		integer("session", "次", "第几次会议", func(c row) int { return c.Suggestion.Session }),
		boolean("between_sessions", "闭会期间提出", "", func(c row) bool { return c.Between }),
		text("lead", "领衔代表", "代表编号；还没有网页的代表为空", func(c row) string { return s.deputy(c.Lead.To) }).refers("deputies"),
		text("lead_name", "领衔代表姓名", "", func(c row) string { return nameOf(c.Lead.To) }).always(),
		texts("cosigners", "附议代表", "代表编号", func(c row) []string {
			var ids []string
			for _, r := range c.Cosigners {
				ids = append(ids, s.deputy(r.To))
			}
			return ids
		}).refers("deputies"),
		texts("cosigner_names", "附议代表姓名", "", func(c row) []string {
			var names []string
			for _, r := range c.Cosigners {
				names = append(names, nameOf(r.To))
			}
			return names
		}),
		text("group", "代表小组", "领衔代表的小组编号", func(c row) string { return s.group(c.Group) }).refers("groups"),
		text("village", "涉及村", "村编号；全镇性的事为空", func(c row) string { return s.village(c.Village.To) }).refers("villages"),
		boolean("hard", "疑难件", "时限较长", func(c row) bool { return c.Hard }),
		boolean("key_item", "重点件", "", func(c row) bool { return c.Suggestion.Key }),
		text("state", "办理状态", "resolved 已解决，stepwise 正在解决，upward 列入计划或向上争取，reference 留作参考，replied 已答复等代表评价，redoing 正在重办，handling 正在办理，postponed 已批准延期，overdue 超过时限，registered 已登记等待交办，raised 等待审查，merged 并入其他建议，returned 已退回",
			func(c row) string { return string(c.State) }).always().oneOf(states()),
		positive("step", "第几步", "六步工作法的第几步，1至6；并入和退回的为空", func(c row) int { return c.Step }),
		day("intake", "审查日期", "主席团审查登记的日期", func(c row) record.Date { return intake(c).Date }),
		text("intake_result", "审查结果", "", func(c row) string { return string(intake(c).Result) }).oneOf(record.IntakeResult("").Options()),
		text("merged_into", "并入哪一件", "记录编号", func(c row) string {
			if to := intake(c).Into.To; to != nil {
				return s.id("suggestions", to.ID)
			}
			return ""
		}).refers("suggestions"),
		text("intake_reason", "审查理由", "合并、退回的理由", func(c row) string { return intake(c).Reason }),
		day("assigned", "交办日期", "现在的承办单位是哪天接到的", func(c row) record.Date { return assigned(c).Date }),
		text("route", "交办去向", "", func(c row) string { return string(assigned(c).Route) }).oneOf(record.Route("").Options()),
		text("unit", "承办单位", "单位编号", func(c row) string { return s.unit(c.Unit) }).refers("units"),
		text("unit_name", "承办单位名称", "", func(c row) string {
			if c.Unit == nil {
				return ""
			}
			return c.Unit.Name
		}),
		texts("co_units", "协办单位", "单位编号", func(c row) []string { return s.unitIDs(assigned(c).CoUnits) }).refers("units"),
		text("leader_name", "领办领导", "姓名", func(c row) string {
			if l := assigned(c).Leader.To; l != nil {
				return l.Name
			}
			return ""
		}),
		text("handler", "经办人", "", func(c row) string { return assigned(c).Handler }),
		day("accepted", "签收日期", "", func(c row) record.Date { return assigned(c).Accepted }),
		integer("consultations", "面商次数", "", func(c row) int { return len(c.Consultations) }),
		integer("urgings", "督办次数", "", func(c row) int { return len(c.Urgings) }),
		day("due", "办结时限", "算上批准的延期和重办期限；没有交办的为空", func(c row) record.Date { return c.Deadline.Due }),
		boolean("late", "超过时限", "超过时限才办结，或到数据日期超过时限还没有办结", func(c row) bool { return c.Late }),
		day("postponed_until", "批准延期到", "", func(c row) record.Date { return c.Deadline.Extended }),
		integer("replies", "答复次数", "", func(c row) int { return len(c.Replies) }),
		day("first_replied", "首次答复日期", "", func(c row) record.Date { return c.FirstReply }),
		boolean("consulted", "先面商后答复", "有答复而且每次答复以前都面商过", func(c row) bool { return c.HasReply() && c.Consulted }),
		day("replied", "最近一次答复日期", "", func(c row) record.Date { return reply(c).Date }),
		text("reply_number", "答复文号", "", func(c row) string { return reply(c).Number }),
		text("class", "答复类别", "类别字母", func(c row) string { return reply(c).Class }),
		text("class_meaning", "答复类别含义", "", func(c row) string {
			if c.Class == nil {
				return ""
			}
			return c.Class.Meaning
		}),
		text("reply_text", "答复内容", "最近一次；全文公开的才有", func(c row) string { return reply(c).Text }),
		text("measures", "下一步措施", "最近一次；全文公开的才有", func(c row) string { return reply(c).Measures }),
		day("promised", "承诺办成日期", "", func(c row) record.Date { return reply(c).Promised }),
		day("kept", "承诺兑现日期", "", func(c row) record.Date { return reply(c).Kept }),
		day("slip_sent", "意见表发出日期", "", func(c row) record.Date { return reply(c).SlipSent }),
		day("slip_back", "意见表收回日期", "", func(c row) record.Date { return reply(c).SlipBack }),
		text("satisfaction", "代表满意度", "对最近一次答复；意见表没有收回的为空", func(c row) string { return string(c.Opinion) }).oneOf(record.Satisfaction("").Options()),
		text("collected_by", "意见表由谁收集", "", func(c row) string { return string(reply(c).Collector) }).oneOf(record.Collector("").Options()),
		boolean("not_accepted", "代表不接受结果", "", func(c row) bool { return reply(c).Refused }),
		integer("redone", "重办次数", "", func(c row) int { return c.Redone() }),
		day("explained", "情况说明日期", "最近一次", func(c row) record.Date {
			if x := c.Explanation(); x != nil {
				return x.Date
			}
			return record.Date{}
		}),
		text("explanation", "情况说明", "最近一次；全文公开的才有", func(c row) string {
			if x := c.Explanation(); x != nil {
				return x.Text
			}
			return ""
		}),
		day("closed", "办结日期", "", func(c row) record.Date { return c.ClosedOn }),
		text("result", "办理结果", "全文公开的才有", func(c row) string { return closing(c).Result }),
		text("result_satisfaction", "结果满意度", "", func(c row) string { return string(closing(c).Satisfaction) }).oneOf(record.Satisfaction("").Options()),
		day("published", "答复公开日期", "", func(c row) record.Date { return publication(c).Date }),
		texts("channels", "公开渠道", "", func(c row) []string { return publication(c).Where }),
		text("archive", "归档号", "", func(c row) string { return c.ArchiveNumber }),
	)
}

func states() []string {
	var all []string
	for _, s := range board.States {
		all = append(all, string(s))
	}
	return all
}

func nameOf(d *record.Deputy) string {
	if d == nil {
		return ""
	}
	return d.Name
}

// What has not happened yet is read as an entry without a day.

func intake(c *board.Case) record.Intake           { return orNone(c.Intake) }
func assigned(c *board.Case) record.Assignment     { return orNone(c.Assigned) }
func reply(c *board.Case) record.Reply             { return orNone(c.Reply) }
func closing(c *board.Case) record.Closing         { return orNone(c.Closing) }
func publication(c *board.Case) record.Publication { return orNone(c.Publication) }

func orNone[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}
