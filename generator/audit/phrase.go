package audit

import (
	"slices"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// A phrase (用语) is how prose names a figure. A count is true when any of its readings gives it, because clerks use some
// words in more than one sense; the first is what the noticeboard shows under the name.
type phrase struct {
	name     string // in messages
	words    string // that mean it, parted by spaces
	readings []reading
	rates    []func(*board.Tally) board.Rate // of a phrase for a percentage
	handed   bool                            // tells what was handed in: a unit or village hands in nothing
}

// A reading is the items that a phrase counts.
type reading func(*board.Tally) []*board.Case

var phrases = []phrase{
	{name: "提出", words: "提出 收到 收集到", handed: true, readings: []reading{
		func(t *board.Tally) []*board.Case { return t.Raised }, func(t *board.Tally) []*board.Case { return t.Received }}},
	{name: "受理", words: "受理 登记 登记受理 立案 承办 主办", readings: []reading{func(t *board.Tally) []*board.Case { return t.Received }}},
	{name: "交办", words: "交办", readings: []reading{
		among(received, func(c *board.Case) bool { return c.Assigned != nil }), received}},
	{name: "答复", words: "答复 办复 书面答复", readings: []reading{func(t *board.Tally) []*board.Case { return t.Replied }}},
	{name: "办结", words: "办结", readings: []reading{func(t *board.Tally) []*board.Case { return t.Closed }}},
	{name: "按时办结", words: "按时办结 按期办结 如期办结", readings: []reading{
		func(t *board.Tally) []*board.Case { return t.OnTimeRate.Counted }, func(t *board.Tally) []*board.Case { return t.Closed }}},
	{name: "未办结", words: "未办结 没有办结 在办", readings: []reading{func(t *board.Tally) []*board.Case { return t.Open }}},
	{name: "解决", words: "解决 办成", readings: []reading{func(t *board.Tally) []*board.Case { return t.Resolved }}},
	{name: "未解决", words: "未解决 没有解决 没解决", readings: []reading{func(t *board.Tally) []*board.Case { return t.Unresolved }}},
	{name: "超期", words: "超期 逾期 超期未办结 逾期未办结", readings: []reading{
		func(t *board.Tally) []*board.Case { return t.Overdue }, among(received, func(c *board.Case) bool { return c.Late })}},
	{name: "延期", words: "延期 批准延期 延办", readings: []reading{func(t *board.Tally) []*board.Case { return t.Postponed }}},
	{name: "满意", words: "满意", readings: []reading{opinion(record.Satisfied)}},
	{name: "基本满意", words: "基本满意", readings: []reading{opinion(record.BasicallySatisfied)}},
	{name: "不满意", words: "不满意", readings: []reading{opinion(record.Dissatisfied), func(t *board.Tally) []*board.Case { return t.Redone }}},
	{name: "满意和基本满意", words: "满意和基本满意 满意或基本满意 满意或者基本满意", readings: []reading{
		func(t *board.Tally) []*board.Case { return t.ContentRate.Counted }}},
	{name: "面商", words: "面商", readings: []reading{
		func(t *board.Tally) []*board.Case { return t.ConsultedRate.Counted },
		among(received, func(c *board.Case) bool { return len(c.Consultations) > 0 })}},
	{name: "重办", words: "重办 重新办理 退回重办", readings: []reading{func(t *board.Tally) []*board.Case { return t.Redone }}},

	{name: "解决率", words: "解决率 办成率", rates: []func(*board.Tally) board.Rate{
		func(t *board.Tally) board.Rate { return t.ResolvedRate }, func(t *board.Tally) board.Rate { return t.ResolvedOfAll }}},
	{name: "满意率", words: "满意率", rates: []func(*board.Tally) board.Rate{func(t *board.Tally) board.Rate { return t.SatisfiedRate }}},
	{name: "面商率", words: "面商率", rates: []func(*board.Tally) board.Rate{func(t *board.Tally) board.Rate { return t.ConsultedRate }}},
	{name: "答复率", words: "答复率 办复率", rates: []func(*board.Tally) board.Rate{func(t *board.Tally) board.Rate {
		return board.Rate{Part: len(t.Replied), Whole: len(t.Received)}
	}}},
	{name: "按时办结率", words: "按时办结率 按期办结率 如期办结率", rates: []func(*board.Tally) board.Rate{
		func(t *board.Tally) board.Rate { return t.OnTimeRate }}},
	{name: "意见表收回率", words: "意见表收回率 意见表回收率 征询意见表收回率 征询意见表回收率", rates: []func(*board.Tally) board.Rate{
		func(t *board.Tally) board.Rate { return t.SlipRate }}},
	{name: "承诺兑现率", words: "承诺兑现率 兑现率", rates: []func(*board.Tally) board.Rate{
		func(t *board.Tally) board.Rate { return t.PromiseRate }}},
}

func received(t *board.Tally) []*board.Case { return t.Received }

// among counts those of a reading for which something holds.
func among(of reading, holds func(*board.Case) bool) reading {
	return func(t *board.Tally) []*board.Case {
		var in []*board.Case
		for _, c := range of(t) {
			if holds(c) {
				in = append(in, c)
			}
		}
		return in
	}
}

func opinion(s record.Satisfaction) reading {
	return slice(func(t *board.Tally) []board.Slice { return t.BySatisfaction }, string(s))
}

// slice counts one part of a partition.
func slice(of func(*board.Tally) []board.Slice, key string) reading {
	return func(t *board.Tally) []*board.Case {
		for _, s := range of(t) {
			if s.Key == key {
				return s.Cases
			}
		}
		return nil
	}
}

// A word is one of those that a clause about figures may be made of.
type word struct {
	phrase *phrase
	name   string // of a unit, group or village
	means  meaning
}

type meaning uint8

const (
	plain      meaning = iota // says nothing of what is counted
	subject                   // it is deputies' suggestions that are counted
	suggestion                // the same, or only those of the kind 建议
	total                     // all that there are, wherever the sentence stands
	town                      // it is all of the town that is meant
	running                   // the running year, or up to the day
	firstHalf
	secondHalf
	within // a part of what was just counted
	class  // items of a class
)

// common are the words that are not of one township, parted by spaces.
var common = map[meaning]string{
	plain: `的 了 已 已经 均 都 有 为 是 达 达到 计 由 经 经审查 审查后 予以 正式 依法 现 现已 其余 办理 件数
		办理情况 基本情况 总体情况 有关情况 情况 总的情况 具体情况 如下 代表 各位代表 人大代表 镇人大代表 镇人大 镇人大主席团 主席团 各代表小组 承办单位
		各承办单位 各单位 对 向 到 表示 评价 评价为 办理结果 结果 认真办理 高度重视 主要做法 做法 主要成效 成效 工作 关于 通报 建议的办理 办理工作 交由承办单位办理`,
	subject: `代表建议 人大代表建议 镇人大代表建议 代表建议意见 代表意见建议 建议意见 意见建议 建议和意见 议案和建议 议案建议 议案及建议
		建议批评和意见 代表议案建议 代表建议批评和意见`,
	suggestion: `建议`,
	total:      `共 共计 总共 合计 一共 总计 累计 全部 全都`,
	town:       `全镇 我镇 本镇 全镇共`,
	running:    `今年 今年以来 本年 本年度 全年 年度 目前 截至目前 截止目前 到目前为止 至今`,
	firstHalf:  `上半年 今年上半年`,
	secondHalf: `下半年 今年下半年`,
	within:     `其中`,
}

// A vocabulary is the words by which prose is understood: what is not made of them is left alone.
type vocabulary struct {
	words   map[string]word
	longest int // in bytes
}

func (v *vocabulary) add(text string, w word) {
	v.words[text] = w
	v.longest = max(v.longest, len(text))
}

// newVocabulary is the common words with the names and classes of one township.
func newVocabulary(l *record.Ledger) *vocabulary {
	v := &vocabulary{words: map[string]word{}}
	for _, u := range l.Units {
		v.add(u.Name, word{name: u.Name})
	}
	for _, g := range l.Groups {
		v.add(g.Name, word{name: g.Name})
	}
	for _, x := range l.Villages {
		v.add(x.Name, word{name: x.Name})
	}
	for means, words := range common { // each word stands under one meaning, so the order says nothing
		for _, w := range strings.Fields(words) {
			v.add(w, word{means: means})
		}
	}
	for i := range phrases {
		for _, w := range strings.Fields(phrases[i].words) {
			v.add(w, word{phrase: &phrases[i]})
		}
	}
	for _, c := range l.Profile.Classes {
		v.add(c.Letter+"类", word{means: class, phrase: &phrase{name: c.Letter + "类", readings: []reading{
			slice(func(t *board.Tally) []board.Slice { return t.ByClass }, c.Letter)}}})
	}
	return v
}

// longestAt is the longest word that a text begins with.
func (v *vocabulary) longestAt(text string) (word, int) {
	for n := min(len(text), v.longest); n > 0; n-- {
		if w, ok := v.words[text[:n]]; ok {
			return w, n
		}
	}
	return word{}, 0
}

// foreign are words that make a sentence tell of other years or bodies, or of a part of the items.
var foreign = []string{"县", "市", "省", "去年", "上年", "往年", "历年", "上届", "信访", "热线", "议案", "批评", "都是", "均为", "全是", "均是", "均系",
	"来自", "属于", "重点", "不含", "不包括", "包括", "含", "“", "「", "《"}

// parts are words of titles and headings over texts that tell of a part of the items, or of other things.
var parts = []string{"次会议", "几件", "类", "方面", "领域", "闭会", "会议期间", "季度", "月份", "县", "市", "省", "去年", "上年", "信访", "热线", "重点", "议案", "批评"}

// plans are words of headings over what is yet to be done.
var plans = []string{"打算", "计划", "目标", "安排", "下一步", "今后", "下步"}

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
