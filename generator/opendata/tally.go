package opendata

import (
	"strconv"
	"strings"

	"gongshi/generator/board"
)

// A counted is one figure of one tally.
type counted struct {
	board.Figure
	of *board.Tally
}

// tallies is a row for every figure of every tally, under the name that seals give it too.
func (s *shown) tallies() Table {
	tallies, n := s.Board.Tallies(), 0
	for _, t := range tallies {
		n += len(t.Counts()) + len(t.Parts()) + len(t.Rates())
	}
	rows := func(yield func(counted) bool) {
		for _, t := range tallies {
			for _, f := range t.Figures() {
				if !yield(counted{f, t}) {
					return
				}
			}
		}
	}
	return tableOver("tallies", "统计数", "每个统计数一行：全镇、单位、代表小组、村、代表、领导、会议、通报、年终评议各有一份统计，名字和封存文件里的一样。",
		[]string{"name"}, n, rows,
		text("name", "全名", "统计的名字加数的名字，如 town.received", func(c counted) string { return c.Name }).always(),
		text("tally", "统计", "town 全镇本年度，后面再有 .units、.villages、.groups 加编号的是其中一个单位、村、小组的，units.编号 单位，groups.编号 代表小组，villages.编号 村，deputies.编号 代表，officials.编号 领导，sessions.届-次 会议，reports.编号 通报，assessments.编号 年终评议", func(c counted) string { return c.of.Name }).always(),
		text("figure", "数的名字", "", func(c counted) string { return c.Name[len(c.of.Name)+1:] }).always(),
		text("kind", "种类", "count 件数，rate 率", func(c counted) string {
			if c.Rate != nil {
				return "rate"
			}
			return "count"
		}).always().oneOf([]string{"count", "rate"}),
		number("value", "件数", "率没有件数，为空", func(c counted) string {
			if c.Rate != nil {
				return ""
			}
			return strconv.Itoa(len(c.Cases))
		}).whole(),
		number("part", "分子", "率才有", func(c counted) string {
			if c.Rate == nil {
				return ""
			}
			return strconv.Itoa(c.Rate.Part)
		}).whole(),
		number("whole", "分母", "率才有", func(c counted) string {
			if c.Rate == nil {
				return ""
			}
			return strconv.Itoa(c.Rate.Whole)
		}).whole(),
		number("percent", "百分数", "保留一位小数；没有分母，或分母小得百分数没有意义的，为空", func(c counted) string {
			if c.Rate == nil {
				return ""
			}
			return percent(*c.Rate)
		}),
	)
}

// percent is a rate to one decimal without the sign; empty where pages show a dash.
func percent(r board.Rate) string {
	if r.None() || r.Small() {
		return ""
	}
	return strings.TrimSuffix(r.Percent(), "%")
}
