package content

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"gongshi/generator/content/internal/outline"
	"gongshi/generator/content/internal/slips"
)

// mended is the TOML of a file as Decode read it: the clerk's text, or, where
// that has slips, the text with these put right, so that one slip does not
// hide the other problems of the file.
type mended struct {
	repairs []slips.Repair
	places  sync.Once // guards outline
	outline *outline.Outline
}

// original gives the offset in the clerk's TOML of an offset in the mended one.
func (m *mended) original(off int) int {
	shift := 0
	for _, r := range m.repairs {
		start := r.Start + shift
		if off < start {
			break
		}
		if off < start+len(r.Text) {
			return r.Start
		}
		shift += len(r.Text) - (r.End - r.Start)
	}
	return off - shift
}

// apply gives source with the repairs made.
func (m *mended) apply(source string) string {
	if len(m.repairs) == 0 {
		return source
	}
	var b strings.Builder
	done := 0
	for _, r := range m.repairs {
		b.WriteString(source[done:r.Start])
		b.WriteString(r.Text)
		done = r.End
	}
	b.WriteString(source[done:])
	return b.String()
}

// leaveOut leaves out source[start:end], along with the repairs in it.
func (m *mended) leaveOut(start, end int) {
	gap := slips.Repair{Start: start, End: end}
	kept := make([]slips.Repair, 0, len(m.repairs)+1)
	placed := false
	for _, r := range m.repairs {
		if r.Start >= end && !placed {
			kept, placed = append(kept, gap), true
		}
		if r.End <= start || r.Start >= end {
			kept = append(kept, r)
		}
	}
	if !placed {
		kept = append(kept, gap)
	}
	m.repairs = kept
}

// parse gives the tree of the file's TOML, or nil if no sense can be made of
// it, and reports what is wrong with the text as such.
func (d *decoder) parse() map[string]any {
	f := d.file
	source := f.text[f.front.start:f.front.end]
	f.repairs = nil
	d.outline.Reset(source)
	if d.tooMuch() {
		return nil
	}
	if d.outline.Broken < 0 && len(d.outline.Twice) == 0 {
		if tree, err := parseTOML(source); err == nil {
			return tree
		}
	}
	d.findSlips(source)
	d.outline.Reset(f.mended.apply(source))
	if d.tooMuch() || !d.duplicates(source) {
		return nil
	}
	tree, at, err := d.tree()
	if err == nil {
		return tree
	}
	d.syntax(at, err)
	// Once more without the line that the parser stopped at, for the rest of the file.
	d.partial = true
	start := f.original(at)
	start = strings.LastIndexByte(source[:start], '\n') + 1
	f.leaveOut(start, start+len(lineAt(source, start)))
	d.outline.Reset(f.mended.apply(source))
	if d.tooMuch() || len(d.outline.Twice) > 0 {
		return nil
	}
	tree, _, _ = d.tree()
	return tree
}

// findSlips reports the slips in source and notes their repairs.
func (d *decoder) findSlips(source string) {
	found := slips.Find(source)
	d.file.repairs, d.partial = found.Repairs, found.Partial
	d.slips = make(map[int]bool, len(found.Slips))
	for _, s := range found.Slips {
		rule := ruleSyntax
		if s.Value {
			rule = ruleValueType
		}
		d.problems = append(d.problems, Problem{Pos: d.at.pos(d.file.front.start + s.Off), Rule: rule, Text: s.Text, Hint: s.Hint})
		d.slips[s.Off] = true
	}
}

// tree parses the mended text, as far as the outline understood it: what lies
// beyond has not been measured against the limits. On an error at is its place.
func (d *decoder) tree() (tree map[string]any, at int, err error) {
	o := d.outline
	text := o.Text
	if o.Broken >= 0 {
		text = text[:min(len(text), o.Broken+len(lineAt(text, o.Broken)))]
		text = text[:min(len(text), o.Broken+256)] + "\n"
	}
	tree, err = parseTOML(text)
	var fault toml.ParseError
	switch {
	case errors.As(err, &fault):
		at = min(max(0, fault.Position.Start), len(o.Text))
		if strings.Contains(fault.Message, "escape") { // the range from the string's start to the escape
			at = max(at, strings.LastIndexByte(text[:min(at+fault.Position.Len, len(text))], '\\'))
		}
		return nil, at, err
	case o.Broken >= 0:
		return nil, o.Broken, errOutline
	}
	return tree, 0, err
}

func parseTOML(text string) (map[string]any, error) {
	var tree any // into any, the parser hands over its own tree
	if _, err := toml.Decode(text, &tree); err != nil {
		return nil, err
	}
	table, _ := tree.(map[string]any)
	return table, nil
}

var errOutline = errors.New("content: not TOML")

// tooMuch reports a limit that the outline found exceeded.
func (d *decoder) tooMuch() bool {
	o := d.outline
	if o.Limit == "" {
		return false
	}
	d.report(int32(o.Broken), ruleTooLarge, o.Limit, "检查这一处的括号和点是不是多打了；内容确实多，就拆成几个文件")
	return true
}

// duplicates reports the keys that are defined twice and leaves the second
// definitions out. It reports false if that is not possible, because a table
// was opened twice and the lines below belong to either.
func (d *decoder) duplicates(source string) bool {
	o := d.outline
	if len(o.Twice) == 0 {
		return true
	}
	mendable := len(o.Twice) <= maxFileProblems
	gaps := make([][2]int, 0, len(o.Twice))
	for _, t := range o.Twice {
		hint := "留下一处，删掉另一处"
		if t.Table {
			hint += "；如果要写几段，每段开头都用 [[" + t.Key + "]]"
			mendable = false
		}
		d.report(int32(t.Start), ruleKeyDuplicate, "“"+t.Key+"”写了两遍", hint,
			Related{d.pos(t.First.Key), "第一次写在这里"})
		gaps = append(gaps, [2]int{d.file.original(t.Start), d.file.original(t.End)})
	}
	if !mendable {
		return false
	}
	for _, g := range gaps {
		d.file.leaveOut(g[0], g[1])
	}
	o.Reset(d.file.mended.apply(source))
	return true
}

// syntax words the parser's error at an offset of the mended text.
func (d *decoder) syntax(at int, err error) {
	line := d.pos(int32(at)).Line
	if slices.ContainsFunc(d.problems, func(p Problem) bool { return p.Pos.Line == line && p.Rule == ruleSyntax }) {
		return // most likely the same slip
	}
	message := err.Error()
	says := func(parts ...string) bool {
		return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(message, p) })
	}
	text, hint := "这一行的写法不对", "每项写成一行：键 = 值；文字加英文引号，如 title = \"关于……的建议\""
	switch {
	case says("escape", "hexadecimal digits"):
		text, hint = `引号里的反斜杠 \ 用得不对`, `换成 /，或者写两个 \\`
	case says("datetime"):
		text, hint = "日期写得不对", "写成年-月-日，如 2026-01-02"
	case says("leading zeroes"):
		text, hint = "数字不能以 0 开头", `编号、电话这样的数字要加英文引号，如 "0571"`
	case says("out of range"):
		text, hint = "数字太大", "检查是不是多打了几位；编号要加英文引号"
	case says("strings cannot contain newlines", "unexpected EOF; expected '"):
		text, hint = "引号没有收尾", "在文字后面补上引号"
	case says("table name", "table array name"):
		text, hint = "方括号里的名称写得不对", "写成 [reply] 或 [[replies]]，名称用英文"
	case says("expected a comma"):
		text, hint = "括号没有收尾，或者两项之间缺少英文逗号", `列表写成 ["甲", "乙"]`
	case says("unexpected comma"):
		text, hint = "多了一个逗号", "删掉它"
	case says("top-level item to end"):
		text, hint = "值后面还有别的内容", "一行只写一项；说明的话前面加 #"
	case says("expected '.' or '='"):
		text, hint = "这里应当是 =", "每项写成一行：键 = 值"
	case says("already been defined", "already created"):
		text, hint = "这一项写了两遍", "留下一处，删掉另一处"
	}
	d.report(int32(at), ruleSyntax, text, hint)
}

// place gives the place of an offset of the mended TOML; -1 is the document.
func (f *File) place(at *locator, off int32) Pos {
	if off < 0 {
		return at.pos(0)
	}
	return at.pos(f.front.start + f.original(int(off)))
}

// At gives the place of a value: f.At("replies", 1, "date") that of date in
// the second of the replies, f.At() the start of the file. If there is no such
// value it gives the nearest key or table around it; a photo or a broken file
// has no lines. Path steps are strings
// and ints. At may be called from several goroutines once Decode is done.
func (f *File) At(path ...any) Pos {
	if f.Asset || f.Broken {
		return Pos{File: f.Path}
	}
	at := locator{file: f.Path, text: f.text}
	f.places.Do(func() {
		f.outline = new(outline.Outline)
		f.outline.Reset(f.mended.apply(f.text[f.front.start:f.front.end]))
	})
	steps := make([]outline.Step, len(path))
	for i, p := range path {
		switch p := p.(type) {
		case string:
			steps[i] = outline.Step{Key: p, Index: -1}
		case int:
			steps[i] = outline.Step{Index: int32(p)}
		default:
			panic(fmt.Sprintf("content: At takes strings and ints, not %T", p))
		}
	}
	return f.place(&at, f.outline.Find(steps).Value)
}
