package audit

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// none stands in a correction for what was not there before, or is not there now.
const none = "无"

// digestShown is how many hexadecimal digits of a record's digest a correction writes.
const digestShown = 12

var sealSound = check.Rule{
	Name:   "seal-sound",
	Doc:    "封存记录从1起一份接一份，没有缺号和重号，封存日期不倒着走；同一内容只封存一次，文件名与内容相符。",
	Source: "公布的内容不得无痕改动的要求",
	Level:  content.Error,
	Whole:  []string{"seal"},
	Run: func(l *record.Ledger, _ record.Date, report check.Report) {
		byNumber := map[int]*record.Seal{}
		for _, s := range l.Seals {
			if s.ID != SealID(s.What) {
				report(s.At("what"), "文件名 "+s.ID+".toml 与封存的内容 "+s.What+" 不符", "封存记录由 gongshi seal 写，不要改动；改回文件名 "+SealID(s.What)+".toml")
			}
			if s.On.After(s.Sealed) {
				report(s.At("on"), "算到的日子晚于封存日期", "封存记录由 gongshi seal 写，不要改动；请恢复原来的文件", content.Related{Pos: s.At("sealed"), Text: "封存日期"})
			}
			if same := byNumber[s.Number]; same != nil {
				report(s.At("number"), fmt.Sprintf("封存序号 %d 有两份", s.Number), "请恢复原来的文件", content.Related{Pos: same.At("number"), Text: "另一份"})
				continue
			}
			byNumber[s.Number] = s
		}
		for _, s := range l.Seals {
			if s.Number > 1 && byNumber[s.Number-1] == nil {
				report(s.At("number"), fmt.Sprintf("缺少第 %d 号封存记录", s.Number-1), "封存过的不能删掉；请从备份里恢复这份文件")
			}
			// A board of an earlier day has the seals of that day: they have to be the first ones of the log.
			if before := byNumber[s.Number-1]; before != nil && before.Sealed.After(s.Sealed) {
				report(s.At("sealed"), fmt.Sprintf("封存日期早于前一份（第 %d 号）的封存日期", before.Number), "封存记录由 gongshi seal 写，不要改动；请恢复原来的文件", content.Related{Pos: before.At("sealed"), Text: "前一份的封存日期"})
			}
		}
	},
}

var sealedChanged = check.Rule{
	Name:   "sealed-changed",
	Doc:    "封存以后，按封存的那一天重新计算，每个数、每条记录的公开部分都要和封存时一样；改了的，要有更正。",
	Source: "公布的内容不得无痕改动的要求",
	Level:  content.Error,
	Whole:  everyKind(),
	Run: func(l *record.Ledger, on record.Date, report check.Report) {
		withdrawn := l.Withdrawn(on, false)
		out := correctedBy(l, on, withdrawn)
		boards := &boards{ledger: l}
		for _, s := range slices.SortedStableFunc(slices.Values(l.Seals), func(x, y *record.Seal) int { return x.On.Compare(y.On) }) {
			if s.On.After(on) {
				continue // this board is of a day before what was sealed
			}
			if slices.ContainsFunc(withdrawn, func(w record.Withdrawn) bool { return w.Page == s.What }) {
				continue // its address says when and why
			}
			now := &record.Seal{What: s.What, On: s.On, Sealed: s.Sealed}
			values, err := fill(now, l, boards)
			if err != nil {
				report(s.At("what"), s.What+" 已经封存，现在算不出来："+err.Error(), "请恢复删掉的记录；要撤下公布的内容，写一份撤回")
				continue
			}
			newComparison(l, s, now, values, out).tell(report)
		}
	},
}

// everyKind are the names of all kinds: while any record cannot be read, figures are not those of the ledger.
func everyKind() []string {
	var all []string
	for _, k := range record.Kinds() {
		all = append(all, k.Name)
	}
	return all
}

// figureNames are the figures in the words of the board.
var figureNames = map[string]string{
	"raised": "提出", "merged": "并案", "returned": "退回", "received": "受理", "replied": "答复", "resolved": "已解决", "closed": "办结",
	"overdue": "超期", "postponed": "延期", "redone": "重办", "withheld": "不公开和摘要公开", "by_class": "答复类别", "by_satisfaction": "满意度",
	"rates.consulted": "面商率", "rates.resolved": "解决率", "rates.resolved_of_all": "解决率（占受理）", "rates.satisfied": "满意率",
	"rates.satisfied_only": "满意率（只算满意）", "rates.content": "满意率（含基本满意）", "rates.slips_back": "意见表收回率", "rates.on_time": "按时办结率",
	"rates.promises_kept": "承诺兑现率", "rates.published": "答复公开率", "by_state": "办理状态", "ballots": "收票率", "handling": "办理建议分", "total": "总分", "band": "等次", "rank": "名次",
}

// called is a figure's name for a clerk: 满意率, 满意度“满意”, shuili 的总分.
func called(name string) string {
	if zh := figureNames[name]; zh != "" {
		return zh + " "
	}
	if group, key, ok := strings.Cut(name, "."); ok && figureNames[group] != "" {
		return figureNames[group] + "“" + key + "” "
	}
	if parts := strings.SplitN(name, ".", 3); len(parts) == 3 && figureNames[parts[2]] != "" {
		return parts[1] + " 的" + figureNames[parts[2]] + " "
	}
	return name + " "
}
