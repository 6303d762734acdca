package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// honoursMonth is when a year's work can first be judged: commendation follows the self-reports of December.
const honoursMonth = 12

var honourBasis = Rule{
	Name:   "honour-basis",
	Doc:    "年终表彰不早于当年12月，受表彰的代表当年在任并且已经述职。",
	Source: "优秀代表评选办法：本人述职、查阅履职档案、小组评议",
	Level:  content.Error,
	Whole:  []string{"selfreport"},
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		reports := map[deputyYear]*record.SelfReport{}
		for _, r := range l.SelfReports {
			reports[deputyYear{r.Deputy.To, r.Year}] = r
		}
		for _, c := range l.Commendations {
			if first := (record.Date{Year: c.Year, Month: honoursMonth, Day: 1}); c.Date.Before(first) {
				report(c.At("date"), fmt.Sprintf("表彰%d年的工作，日期早于%s，这一年还没有过完", c.Year, day(first)), "核对年份和日期", see(c.At("year"), "表彰的年份"))
			}
			for i, h := range c.Deputies {
				d := h.Deputy.To
				if d.Faulty {
					continue
				}
				at := c.At("deputies", i, "deputy")
				if d.Elected.Year > c.Year {
					report(at, fmt.Sprintf("%s%d年还不是代表，不能受表彰", d.Name, c.Year), "删掉这一段，或者核对年份", see(d.At("elected"), d.Name+"的当选日期"))
					continue
				}
				if !d.Left.IsZero() && d.Left.Year < c.Year {
					report(at, fmt.Sprintf("%s在%d年以前就离任了，不能受表彰", d.Name, c.Year), "删掉这一段，或者核对年份", see(d.At("left"), d.Name+"的离任日期"))
					continue
				}
				switch r := reports[deputyYear{d, c.Year}]; {
				case r == nil:
					report(at, fmt.Sprintf("%s没有%d年的述职报告，不能受表彰", d.Name, c.Year), "先建立述职报告（gongshi new 述职报告 编号），再写表彰")
				case c.Date.Before(r.Date):
					report(at, d.Name+"还没有述职就受了表彰", "核对述职和表彰的日期", see(r.At("date"), "述职日期"), see(c.At("date"), "表彰日期"))
				}
			}
		}
	},
}

var honourVote = Rule{
	Name:   "honour-vote",
	Doc:    "先进小组和优秀代表由到会代表过半数赞成产生，赞成票不多于到会人数，到会人数不多于应到的代表。",
	Source: "优秀代表评选办法",
	Level:  content.Error,
	Whole:  []string{"deputy"},
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, c := range l.Commendations {
			serving, of := 0, map[*record.Group]int{}
			for _, d := range l.Deputies {
				if d.Serves(c.Date) {
					serving++
					of[d.Group.To]++
				}
			}
			vote := func(name string, yes, present, most int, whose string, at func(key string) content.Pos) {
				switch {
				case yes < 0 || present < 1:
					report(at("present"), name+"的到会人数或赞成票不对", "核对票数：到会至少1人，赞成票不能是负数")
				case yes > present:
					report(at("for"), fmt.Sprintf("%s得赞成票%d张，到会只有%d人", name, yes, present), "核对票数", see(at("present"), "到会人数"))
				case 2*yes <= present:
					report(at("for"), fmt.Sprintf("%s得赞成票%d张，没有超过到会%d人的一半", name, yes, present), "没有过半数的不能受表彰：删掉这一段，或者核对票数", see(at("present"), "到会人数"))
				case present > most:
					report(at("present"), fmt.Sprintf("到会%d人，%s在任代表只有%d名", present, whose, most), "核对到会人数")
				}
			}
			for i, h := range c.Groups {
				vote(h.Group.To.Name, h.For, h.Present, serving, "全镇", func(key string) content.Pos { return c.At("groups", i, key) })
			}
			for i, h := range c.Deputies {
				d := h.Deputy.To
				if !d.Faulty {
					vote(d.Name, h.For, h.Present, of[d.Group.To], d.Group.To.Name, func(key string) content.Pos { return c.At("deputies", i, key) })
				}
			}
		}
	},
}

var honourOnce = Rule{
	Name:   "honour-once",
	Doc:    "同一年的表彰里，一位代表、一个小组只写一次。",
	Source: "优秀代表评选办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		type honour struct {
			to   any // *record.Deputy or *record.Group
			year int
		}
		seen := map[honour]content.Pos{}
		once := func(to any, name string, year int, at content.Pos) {
			if first, twice := seen[honour{to, year}]; twice {
				report(at, fmt.Sprintf("%s在%d年的表彰里写了两次", name, year), "删掉一段，或者改成另一个名字", see(first, "前一次"))
				return
			}
			seen[honour{to, year}] = at
		}
		for _, c := range l.Commendations {
			for i, h := range c.Groups {
				once(h.Group.To, h.Group.To.Name, c.Year, c.At("groups", i, "group"))
			}
			for i, h := range c.Deputies {
				once(h.Deputy.To, h.Deputy.To.Name, c.Year, c.At("deputies", i, "deputy"))
			}
		}
	},
}
