package audit

import (
	"fmt"
	"slices"
	"strconv"
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
	Doc:    "封存记录从1起一份接一份，没有缺号和重号；同一内容只封存一次，文件名与内容相符。",
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
		for _, s := range l.Seals {
			if s.On.After(on) {
				continue // this board is of a day before what was sealed
			}
			if slices.ContainsFunc(withdrawn, func(w record.Withdrawn) bool { return w.Page == s.What }) {
				continue // its address says when and why
			}
			now := &record.Seal{What: s.What, On: s.On, Sealed: s.Sealed}
			values, err := fill(now, l)
			if err != nil {
				report(s.At("what"), s.What+" 已经封存，现在算不出来："+err.Error(), "请恢复删掉的记录；要撤下公布的内容，写一份撤回")
				continue
			}
			newComparison(l, s, now, values).tell(report)
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

// A comparison is a seal beside what the records give now.
type comparison struct {
	seal        *record.Seal
	ledger      *record.Ledger
	corrections []*record.Correction // in the order in which they were made
	values      map[string]any       // the public part of each record now, by its path
	touched     bool                 // some item is not as it was sealed, corrected or not
	changes     []change             // uncorrected
}

// A change is one record that is no longer as it was sealed, or a figure.
type change struct {
	entry    record.SealedChange // as a correction would have to write it
	text     string
	pos      content.Pos
	sealed   content.Pos
	isRecord bool
}

func newComparison(l *record.Ledger, s, now *record.Seal, values map[string]any) *comparison {
	c := &comparison{seal: s, ledger: l, corrections: l.Corrected(), values: values}
	c.records(s.Records, now.Records)
	c.figures(s.Figures, now.Figures)
	if !slices.ContainsFunc(c.changes, func(x change) bool { return !x.isRecord }) {
		c.changes = slices.DeleteFunc(c.changes, func(x change) bool { return isRule(x.entry.Record) })
	}
	return c
}

// isRule tells whether a record is one that figures are computed by. It may change for the days to come: that is told
// only when a sealed figure comes out otherwise.
func isRule(path string) bool {
	return path == "profile.toml" || strings.HasPrefix(path, "calendars/") || strings.HasPrefix(path, "schemes/")
}

// records compares what was sealed of each record with what it is now.
func (c *comparison) records(then, now []record.SealedRecord) {
	left, renamed := map[string]record.SealedRecord{}, map[string]string{}
	for _, r := range now {
		left[r.Path] = r
	}
	for r := range c.ledger.Records() {
		for _, id := range r.Former {
			renamed[r.Kind.Path(id)] = r.Path()
		}
	}
	for i, r := range then {
		is, still := left[r.Path]
		if !still {
			is, still = left[renamed[r.Path]]
		}
		delete(left, is.Path)
		at := c.seal.At("records", i, "path")
		switch {
		case !still:
			c.add(change{entry: record.SealedChange{Record: r.Path, Old: short(r.SHA256), New: none}, text: "封存时有的记录 " + r.Path + " 现在没有了", pos: at, sealed: at, isRecord: true})
		case is.SHA256 != r.SHA256:
			text, pos := c.difference(r, c.values[is.Path], is.Path)
			c.add(change{entry: record.SealedChange{Record: r.Path, Old: short(r.SHA256), New: short(is.SHA256)}, text: text, pos: pos, sealed: at, isRecord: true})
		}
	}
	for _, r := range now { // in order
		if _, is := left[r.Path]; is {
			c.add(change{entry: record.SealedChange{Record: r.Path, Old: none, New: short(r.SHA256)}, text: "这条记录是封存以后补的", pos: content.Pos{File: r.Path, Line: 1}, sealed: c.seal.At("on"), isRecord: true})
		}
	}
}

func (c *comparison) figures(then, now []record.SealedFigure) {
	values := map[string]string{}
	for _, f := range now {
		values[f.Name] = f.Value
	}
	for i, f := range then {
		is, still := values[f.Name]
		if !still {
			is = none
		}
		if is != f.Value && !c.follows(f.Name) {
			at := c.seal.At("figures", i, "value")
			c.add(change{entry: record.SealedChange{Figure: f.Name, Old: f.Value, New: is}, text: called(f.Name) + f.Value + " → " + is, pos: at, sealed: at})
		}
	}
}

// follows tells whether a figure is a unit's, group's or village's that changed with a record. The record's own
// correction explains it; a correction of every line would hide the figures people know.
func (c *comparison) follows(name string) bool {
	p, ok := periodOf(c.seal.What)
	return c.touched && ok && p.half > 0 && (strings.HasPrefix(name, "units.") || strings.HasPrefix(name, "groups.") || strings.HasPrefix(name, "villages."))
}

// add keeps a change unless corrections lead from the old value to the new one.
func (c *comparison) add(x change) {
	c.touched = c.touched || x.isRecord && !isRule(x.entry.Record)
	value := x.entry.Old
	for _, r := range c.corrections {
		for _, e := range r.Sealed {
			if e.Period == c.seal.ID && e.Figure == x.entry.Figure && e.Record == x.entry.Record && e.Old == value {
				value = e.New
			}
		}
	}
	if value != x.entry.New {
		c.changes = append(c.changes, x)
	}
}

// difference names the first entry in which a record differs from what was sealed, and its place in the file it is in now.
func (c *comparison) difference(then record.SealedRecord, now any, file string) (string, content.Pos) {
	source := c.source(file)
	was := map[string]string{}
	for _, f := range facts(then.Facts) {
		was[f.key] = f.value
	}
	is, _ := record.Canonical(now)
	for _, f := range is {
		old, known := was[f.Key()]
		delete(was, f.Key())
		switch {
		case !known:
			return f.Label + "封存时没有，现在是" + f.Value, source.At(f.Path...)
		case old != f.Value:
			return f.Label + "封存时是" + old + "，现在是" + f.Value, source.At(f.Path...)
		}
	}
	for _, f := range facts(then.Facts) {
		if _, gone := was[f.key]; gone {
			return "封存时有 " + f.key + " = " + f.value + "，现在没有了", source.At(path(f.key)...)
		}
	}
	return "文字和封存时不一样了", content.Pos{File: file, Line: 1}
}

func (c *comparison) source(file string) *record.Source {
	for r := range c.ledger.Records() {
		if r.Path() == file {
			return r.Source
		}
	}
	return &record.Source{}
}

// tell reports each changed record, with the figures that changed at the first of them: one slip is told once.
func (c *comparison) tell(report check.Report) {
	if len(c.changes) == 0 {
		return
	}
	var figures []string
	for _, x := range c.changes {
		if !x.isRecord {
			figures = append(figures, x.text)
		}
	}
	for i, x := range c.changes {
		if i > 0 && !x.isRecord {
			break
		}
		text := c.seal.What + " 已在" + c.seal.Sealed.String() + "封存"
		if x.isRecord {
			text += "：" + x.text
		}
		if i == 0 && len(figures) > 0 {
			text += "；变了的数：" + strings.Join(figures[:min(len(figures), figuresShown)], "，")
			if len(figures) > figuresShown {
				text += fmt.Sprintf("，等 %d 个", len(figures))
			}
		}
		hint := "改错了就改回来；封存的有错，运行 gongshi new correction 写一份更正"
		if i == 0 {
			hint += "，里面写上 " + c.entries()
		}
		report(x.pos, text, hint, content.Related{Pos: x.sealed, Text: "封存的内容"})
	}
}

// figuresShown is how many changed figures a message names.
const figuresShown = 6

// entries is what a correction of all changes has to say, to be copied into it.
func (c *comparison) entries() string {
	lines := make([]string, len(c.changes))
	for i, x := range c.changes {
		what := fmt.Sprintf("figure = %q", x.entry.Figure)
		if x.isRecord {
			what = fmt.Sprintf("record = %q", x.entry.Record)
		}
		lines[i] = fmt.Sprintf("{period = %q, %s, old = %q, new = %q}", c.seal.ID, what, x.entry.Old, x.entry.New)
	}
	return "sealed = [" + strings.Join(lines, ", ") + "]"
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

func short(digest string) string { return digest[:min(len(digest), digestShown)] }

type fact struct{ key, value string }

// facts reads what a seal says of a record: raised=2025-01-13; lead=fu-changchun.
func facts(s string) []fact {
	var all []fact
	for part := range strings.SplitSeq(s, "; ") {
		if key, value, ok := strings.Cut(part, "="); ok {
			all = append(all, fact{key, value})
		}
	}
	return all
}

// path turns replies.0.date into the keys for Source.At.
func path(key string) []any {
	var keys []any
	for part := range strings.SplitSeq(key, ".") {
		if n, err := strconv.Atoi(part); err == nil {
			keys = append(keys, n)
			continue
		}
		keys = append(keys, part)
	}
	return keys
}
