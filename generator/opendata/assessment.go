package opendata

import (
	"fmt"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A scored is one unit's score sheet of one quarter.
type scored struct {
	*board.ScoreSheet
	quarter *board.Quarter
}

func (x scored) period() string {
	return fmt.Sprintf("%d-Q%d", x.quarter.Year, x.quarter.Assessment.Quarter)
}

func (s *shown) scored() []scored {
	var rows []scored
	for _, q := range s.Quarters {
		for _, sheet := range q.Sheets {
			rows = append(rows, scored{sheet, q})
		}
	}
	return rows
}

// assessments is a row for every unit and quarter.
func (s *shown) assessments() Table {
	type row = scored
	return tableOf("assessments", "季度评议成绩", "每个单位每季度一行；免评的没有。",
		[]string{"period", "unit"}, s.scored(),
		text("period", "季度", "如 2025-Q3", row.period).always(),
		integer("year", "年份", "", func(x row) int { return x.quarter.Year }),
		integer("quarter", "第几季度", "", func(x row) int { return x.quarter.Assessment.Quarter }),
		text("page", "网页", "这一季度的排名", func(x row) string {
			return s.page(fmt.Sprintf("assessments/%d-q%d.html", x.quarter.Year, x.quarter.Assessment.Quarter))
		}).always(),
		day("date", "评议日期", "", func(x row) record.Date { return x.quarter.Date }).always(),
		text("scheme", "评议办法", "", func(x row) string { return x.quarter.Scheme.Name }).always(),
		text("unit", "单位", "单位编号", func(x row) string { return s.unit(x.Unit) }).refers("units").always(),
		text("unit_name", "单位名称", "", func(x row) string { return x.Unit.Name }).always(),
		text("class", "单位类别", "", func(x row) string { return x.Unit.Class }).always(),
		points("sum", "各项合计", "各项得分相加，逐项见单项分表（marks）", func(x row) record.Points { return x.Sum }),
		points("merited", "加分", "", func(x row) record.Points { return x.Merited }),
		points("deducted", "扣分", "", func(x row) record.Points { return x.Deducted }),
		points("total", "得分", "合计加加分减扣分", func(x row) record.Points { return x.Total }),
		integer("vetoes", "一票否决", "条", func(x row) int { return len(x.Vetoes) }),
		text("band", "等次", "", func(x row) string { return x.Band }),
		positive("rank", "名次", "在同类单位里；不排名的为空", func(x row) int { return x.Rank }),
		boolean("tied", "并列", "", func(x row) bool { return x.Tied }),
		positive("ranked", "排名单位数", "同类里参加排名的单位", func(x row) int { return x.Of }),
	)
}

// A marked is what one method gave a unit in a quarter.
type marked struct {
	scored
	board.Mark
}

// marks is a row for every unit, quarter and method.
func (s *shown) marks() Table {
	type row = marked
	var rows []row
	for _, x := range s.scored() {
		for _, m := range x.Marks {
			rows = append(rows, row{x, m})
		}
	}
	ballots := func(name, title string, of func(*record.Votes) int) column[row] {
		return number(name, title, "票；投票的方式才有", func(x row) string {
			if x.Votes == nil {
				return ""
			}
			return fmt.Sprint(of(x.Votes))
		}).whole()
	}
	given := func(p func(row) record.Points) func(row) string {
		return func(x row) string {
			if !x.Given {
				return ""
			}
			return p(x).String()
		}
	}
	return tableOf("marks", "季度评议单项分", "每个单位每季度每种评议方式一行。",
		[]string{"period", "unit", "method"}, rows,
		text("period", "季度", "如 2025-Q3", func(x row) string { return x.period() }).always(),
		text("unit", "单位", "单位编号", func(x row) string { return s.unit(x.Unit) }).refers("units").always(),
		text("method", "评议方式代号", "", func(x row) string { return x.Method.Key }).always(),
		text("method_name", "评议方式", "", func(x row) string { return x.Method.Name }).always(),
		text("scored_by", "计分", "", func(x row) string { return string(x.Method.By) }).always().oneOf(record.ScoredBy("").Options()),
		integer("weight", "权重", "百分之几", func(x row) int { return x.Method.Weight }),
		number("raw", "原始分", "满分100；没有给分或有效票太少的为空", given(func(x row) record.Points { return x.Raw })),
		number("score", "得分", "原始分乘权重", given(func(x row) record.Points { return x.Score })),
		ballots("satisfied", "满意票", func(v *record.Votes) int { return v.Satisfied }),
		ballots("basically", "基本满意票", func(v *record.Votes) int { return v.Basically }),
		ballots("dissatisfied", "不满意票", func(v *record.Votes) int { return v.Dissatisfied }),
		ballots("unknown", "不了解票", func(v *record.Votes) int { return v.Unknown }),
		ballots("valid", "有效票", (*record.Votes).Valid),
	)
}

// A standing is one unit's row of a mid-year or year end.
type standing struct {
	*board.Standing
	in *board.Standings
}

func (x standing) name() string {
	if x.in.Mid {
		return "mid"
	}
	return "year"
}

// standings is a row for every unit, mid-year and year end.
func (s *shown) standings() Table {
	type row = standing
	var rows []row
	for _, list := range [][]*board.Standings{s.YearEnds, s.MidYears} {
		for _, in := range list {
			for _, x := range in.All {
				rows = append(rows, row{x, in})
			}
		}
	}
	atEnd := func(p func(row) record.Points) func(row) string {
		return func(x row) string {
			if x.in.Mid {
				return ""
			}
			return p(x).String()
		}
	}
	return tableOf("standings", "年中年终累计成绩", "每个单位每次年中累计、年终评议一行。",
		[]string{"period", "unit"}, rows,
		text("period", "时段", "如 2025-mid 年中，2025-year 年终", func(x row) string { return fmt.Sprintf("%d-%s", x.in.Year, x.name()) }).always(),
		integer("year", "年份", "", func(x row) int { return x.in.Year }),
		text("page", "网页", "这一时段的排名", func(x row) string { return s.page(fmt.Sprintf("assessments/%d-%s.html", x.in.Year, x.name())) }).always(),
		day("date", "年终评议日期", "年中为空", func(x row) record.Date {
			if x.in.Record == nil {
				return record.Date{}
			}
			return x.in.Record.Date
		}),
		text("unit", "单位", "单位编号", func(x row) string { return s.unit(x.Unit) }).refers("units").always(),
		text("unit_name", "单位名称", "", func(x row) string { return x.Unit.Name }).always(),
		text("class", "单位类别", "", func(x row) string { return x.Unit.Class }).always(),
		integer("assessed", "参评季度数", "", func(x row) int { return x.Assessed }),
		points("base", "季度累计分", "各季度的平均或合计，按评议办法", func(x row) record.Points { return x.Base }),
		points("by_quarters", "季度部分得分", "累计分乘权重；年中就是累计分", func(x row) record.Points { return x.ByQuarters }),
		number("handling", "办理建议分", "满分100；年中没有，件数太少不计的也为空", func(x row) string {
			if x.Handling == nil {
				return ""
			}
			return x.Handling.Score.String()
		}),
		number("by_handling", "办理部分得分", "办理建议分乘权重；年终才有", atEnd(func(x row) record.Points { return x.ByHandling })),
		number("merited", "年终加分", "年终才有", atEnd(func(x row) record.Points { return x.Merited })),
		number("deducted", "年终扣分", "年终才有", atEnd(func(x row) record.Points { return x.Deducted })),
		points("total", "总分", "", func(x row) record.Points { return x.Total }),
		points("graded", "折算百分制", "定等次用的分", func(x row) record.Points { return x.Graded }),
		integer("vetoes", "一票否决", "条，包括各季度的", func(x row) int { return len(x.Vetoes) }),
		text("band", "等次", "", func(x row) string { return x.Band }),
		positive("rank", "名次", "在同类单位里；不排名的为空", func(x row) int { return x.Rank }),
		boolean("tied", "并列", "", func(x row) bool { return x.Tied }),
		positive("ranked", "排名单位数", "同类里参加排名的单位", func(x row) int { return x.Of }),
		boolean("exempt", "不参加排名", "全年没有承办建议，按办法不排名", func(x row) bool { return x.Exempt }),
		boolean("barred", "不得评先", "不满意件超过上限", func(x row) bool { return x.Barred }),
	)
}
