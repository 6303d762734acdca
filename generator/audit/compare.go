package audit

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// A comparison is a seal beside what the records give now.
type comparison struct {
	seal    *record.Seal
	ledger  *record.Ledger
	values  map[string]any      // the public part of each record now, by its path
	claims  map[string][]*claim // of the seal, by the figure's name or the record's path, in the order in which they were made
	owners  map[string]bool     // units., groups. and villages. that items belong to, or did, which are not as they were sealed
	changes []change            // that no correction tells
}

// A claim is one line of a correction about the seal.
type claim struct {
	record.SealedChange
	pos content.Pos
	met bool // it begins where the seal or the line before it ends
}

// A change is one record that is no longer as it was sealed, or a figure.
type change struct {
	entry    record.SealedChange // as a correction would have to write it
	text     string
	pos      content.Pos
	sealed   content.Pos
	isRecord bool
	claimed  bool // a correction tells something else
}

// correctedBy are the corrections that residents can read on a day: what they cannot read yet, or no more because the page
// was withdrawn, explains nothing.
func correctedBy(l *record.Ledger, on record.Date, withdrawn []record.Withdrawn) []*record.Correction {
	return slices.DeleteFunc(l.Corrected(), func(c *record.Correction) bool {
		return c.Hidden(false) || !c.Date.By(on) || slices.ContainsFunc(withdrawn, func(w record.Withdrawn) bool { return w.Page == c.Page })
	})
}

func newComparison(l *record.Ledger, s, now *record.Seal, values map[string]any, corrections []*record.Correction) *comparison {
	c := &comparison{seal: s, ledger: l, values: values, claims: map[string][]*claim{}, owners: map[string]bool{}}
	for _, r := range corrections {
		for i, e := range r.Sealed {
			if e.Period == s.ID {
				c.claims[e.Figure+e.Record] = append(c.claims[e.Figure+e.Record], &claim{SealedChange: e, pos: r.At("sealed", i)})
			}
		}
	}
	c.records(s.Records, now.Records)
	c.figures(s.Figures, now.Figures)
	if !slices.ContainsFunc(c.changes, func(x change) bool { return !x.isRecord }) {
		c.changes = slices.DeleteFunc(c.changes, func(x change) bool { return isRule(x.entry.Record) && !x.claimed })
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
		if len(c.claims[r.Path]) == 0 && still && is.SHA256 == r.SHA256 {
			continue
		}
		at := c.seal.At("records", i, "path")
		x := change{entry: record.SealedChange{Record: r.Path, Old: short(r.SHA256), New: none}, pos: at, sealed: at, isRecord: true}
		if still {
			x.entry.New = short(is.SHA256)
		}
		if !still || is.SHA256 != r.SHA256 {
			c.owned(r.Path, r.Facts)
			c.owned(r.Path, is.Facts)
		}
		c.compare(x, func(x *change) {
			if !still {
				x.text = "封存时有的记录 " + r.Path + " 现在没有了"
				return
			}
			x.text, x.pos = c.difference(r, c.values[is.Path], is.Path)
		})
	}
	for _, r := range now { // in order
		if _, is := left[r.Path]; is {
			c.owned(r.Path, r.Facts)
			c.compare(change{entry: record.SealedChange{Record: r.Path, Old: none, New: short(r.SHA256)}, text: "这条记录是封存以后补的", pos: content.Pos{File: r.Path, Line: 1}, sealed: c.seal.At("on"), isRecord: true}, nil)
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
		if len(c.claims[f.Name]) == 0 && (is == f.Value || c.follows(f.Name)) {
			continue
		}
		at := c.seal.At("figures", i, "value")
		c.compare(change{entry: record.SealedChange{Figure: f.Name, Old: f.Value, New: is}, text: called(f.Name) + f.Value + " → " + is, pos: at, sealed: at}, nil)
	}
}

// compare keeps a change unless corrections lead from the old value to the new one. explain is asked for its text and
// place, which may cost something, only when it is kept.
func (c *comparison) compare(x change, explain func(*change)) {
	then, now := x.entry.Old, x.entry.New
	var last *claim
	for _, e := range c.claims[x.entry.Figure+x.entry.Record] {
		if e.Old == x.entry.Old {
			x.entry.Old, e.met, last = e.New, true, e
		}
	}
	switch {
	case x.entry.Old == now:
		return
	case last != nil && then == now: // nothing changed
		x.pos, x.claimed = last.pos, true
		x.text = "更正说" + calledOr(x.entry) + "改为" + last.New + "，现在算出来是" + now
	case explain != nil:
		explain(&x)
	}
	c.changes = append(c.changes, x)
}

// owned notes the unit, group and village of an item that is not as it was sealed, by its facts then or now.
func (c *comparison) owned(path, text string) {
	if !strings.HasPrefix(path, "suggestions/") {
		return
	}
	unit := ""
	for _, f := range facts(text) {
		switch {
		case f.key == "village":
			c.owners["villages."+f.value] = true
		case f.key == "lead":
			for _, d := range c.ledger.Deputies {
				if d.ID == f.value && d.Group.To != nil {
					c.owners["groups."+d.Group.To.ID] = true
				}
			}
		case strings.HasPrefix(f.key, "assignments.") && strings.HasSuffix(f.key, ".unit"):
			unit = f.value // the last one has it
		}
	}
	c.owners["units."+unit] = true
}

// follows tells whether a half-year's figure is of a unit, group or village of an item that changed. The item's own
// correction explains it; a correction of every line would hide the figures people know.
func (c *comparison) follows(name string) bool {
	p, ok := record.PeriodOf(c.seal.What)
	parts := strings.SplitN(name, ".", 3)
	return ok && p.Half > 0 && len(parts) == 3 && c.owners[parts[0]+"."+parts[1]]
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

// calledOr is what an entry is of, for a clerk: a figure in words, a record by its path.
func calledOr(e record.SealedChange) string {
	if e.Figure != "" {
		return called(e.Figure)
	}
	return " " + e.Record + " "
}

// tell reports each changed record, with the figures that changed at the first of them: one slip is told once.
func (c *comparison) tell(report check.Report) {
	c.tellUnmet(report)
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

// tellUnmet reports lines of corrections that are of nothing sealed, or begin with another value than stood there.
func (c *comparison) tellUnmet(report check.Report) {
	sealed := map[string]string{}
	for _, f := range c.seal.Figures {
		sealed[f.Name] = f.Value
	}
	for _, r := range c.seal.Records {
		sealed[r.Path] = short(r.SHA256)
	}
	for _, name := range slices.Sorted(maps.Keys(c.claims)) {
		value, known := sealed[name]
		for _, e := range c.claims[name] {
			switch {
			case e.met:
				value = e.New
			case !known:
				report(e.pos, c.seal.What+" 里没有封存“"+name+"”", "照检查列出的写；没有变的，删掉这一段", content.Related{Pos: c.seal.At("what"), Text: "封存的内容"})
			default:
				report(e.pos, "更正里"+calledOr(e.SealedChange)+"的原值对不上", "原值应当写 "+value+"；没有变的，删掉这一段", content.Related{Pos: c.seal.At("what"), Text: "封存的内容"})
			}
		}
	}
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
