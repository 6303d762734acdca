package content

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/BurntSushi/toml"

	"gongshi/generator/content/internal/outline"
)

// maxFileProblems is how many problems Decode reports for one file; a clerk
// mends those and runs again.
const maxFileProblems = 100

// Decode reads the file's TOML into v, a pointer to a struct, and gives all
// its problems, sorted. The struct keeps what could be read.
//
// Fields carry `toml:"key"` or `toml:"key,required"`, and `zh:"…"` with the
// Chinese name of the key for messages. Their types are string, bool, int,
// float64, a string type with Options() []string (a closed list of words), a
// type with UnmarshalTOML(any) error (it gets a string, int64, float64, bool
// or time.Time), slices and string-keyed maps of these, and structs, which a
// pointer makes tell absent from empty. Embedded structs are flattened.
// Fields without a tag are left alone. A blank string counts as absent.
//
// Decode must not run at the same time as other methods of the same file.
func (f *File) Decode(v any) Problems {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.Elem().Kind() != reflect.Struct {
		panic(fmt.Sprintf("content: Decode needs a pointer to a struct, not %T", v))
	}
	if f.Broken || f.Asset {
		return nil
	}
	d := decoders.Get().(*decoder)
	*d = decoder{file: f, outline: d.outline, path: d.path[:0], at: locator{file: f.Path, text: f.text}}
	if tree := d.parse(); tree != nil {
		d.root = shapeOf(target.Type().Elem())
		d.table(d.root, tree, target.Elem())
	}
	problems := d.problems
	problems.Sort()
	if len(problems) > 0 { // the places of this file will be asked for again
		f.places.Do(func() {})
		f.outline, d.outline = d.outline, new(outline.Outline)
	}
	d.file, d.problems = nil, nil
	decoders.Put(d)
	return problems
}

var decoders = sync.Pool{New: func() any { return &decoder{outline: new(outline.Outline)} }}

// decoder walks the tree of one file into a struct.
type decoder struct {
	file     *File
	outline  *outline.Outline // of the mended text
	root     *shape
	path     []outline.Step // to the value at hand
	at       locator
	problems Problems
	slips    map[int]bool // offsets in the clerk's TOML with a slip: what follows from it is not reported
	partial  bool         // a line was left out, so an absent key may only be unreadable
}

// report adds a problem at an offset of the mended TOML.
func (d *decoder) report(off int32, rule, text, hint string, also ...Related) {
	if len(d.problems) >= maxFileProblems || d.slips[d.file.original(int(off))] && rule != ruleValueUnknown {
		return
	}
	d.problems = append(d.problems, Problem{Pos: d.pos(off), Rule: rule, Text: text, Hint: hint, Also: also})
}

func (d *decoder) pos(off int32) Pos { return d.file.place(&d.at, off) }

// here gives the entry of the value at hand, or of the nearest thing around it.
func (d *decoder) here() outline.Entry { return d.outline.Find(d.path) }

func (d *decoder) push(key string, index int32) {
	d.path = append(d.path, outline.Step{Key: key, Index: index})
}
func (d *decoder) pop() { d.path = d.path[:len(d.path)-1] }

// source gives the text of the value at hand if it is short and on one line.
func (d *decoder) source() string {
	e := d.here()
	if e.End <= e.Value {
		return ""
	}
	s := d.outline.Text[e.Value:e.End]
	if len(s) > 120 || strings.Contains(s, "\n") {
		return ""
	}
	return s
}

// table reads a TOML table into the struct v.
func (d *decoder) table(s *shape, tree map[string]any, v reflect.Value) {
	known := 0
	meant := s.meant(tree)
	for i := range s.fields {
		f := &s.fields[i]
		key := f.key
		value, ok := tree[key]
		if ok {
			known++
		} else if key, ok = meant[f.key]; ok {
			value = tree[key] // reported as unknown below, but it is clear what is meant
		} else {
			key = f.key
		}
		d.push(key, -1)
		switch {
		case !ok && f.required && !d.partial:
			d.missing(f)
		case ok && isBlank(value):
			if f.required {
				d.report(d.here().Value, ruleKeyMissing, "“"+f.label()+"”是空的", "在引号里填上内容："+f.key+" = "+f.shape.example())
			}
		case ok:
			d.value(f.shape, f.label(), value, v.FieldByIndex(f.index))
		}
		d.pop()
	}
	if known == len(tree) {
		return
	}
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		if _, ok := s.byKey[key]; !ok {
			d.unknown(s, key)
		}
	}
}

// isBlank reports whether a value was left for later: "" or an empty list.
func isBlank(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return len(v) == 0
	}
	return false
}

func (d *decoder) missing(f *field) {
	hint := "在这里加一行：" + f.key + " = " + f.shape.example()
	switch {
	case f.shape.kind == wordShape:
		hint += "（可以写：" + strings.Join(f.shape.options, "、") + "）"
	case f.shape.kind == tableShape:
		hint = "加一段：[" + f.key + "]"
	case f.shape.kind == listShape && f.shape.elem.kind == tableShape:
		hint = "加一段：[[" + f.key + "]]"
	}
	d.report(d.here().Value, ruleKeyMissing, "缺少 "+f.label(), hint)
}

// meant finds, for fields that a table lacks, the key that stands for them: their Chinese name or a misspelling. One slip
// is then one problem, not an unknown key and a missing one.
func (s *shape) meant(tree map[string]any) map[string]string {
	var meant map[string]string
	for key := range tree {
		if _, known := s.byKey[key]; known {
			continue
		}
		f := s.named(key)
		if f == nil {
			near, ok := Nearest(key, s.names)
			if !ok {
				continue
			}
			f = s.named(near)
		}
		if _, given := tree[f.key]; given {
			continue
		}
		if other, taken := meant[f.key]; taken && other < key {
			continue // two keys could be meant: the first by name, whatever the map's order
		}
		if meant == nil {
			meant = map[string]string{}
		}
		meant[f.key] = key
	}
	return meant
}

// unknown reports a key that s does not have.
func (d *decoder) unknown(s *shape, key string) {
	if len(d.problems) >= maxFileProblems {
		return // looking for the nearest key is dear
	}
	d.push(key, -1)
	defer d.pop()
	at := d.here().Key
	if f := s.named(key); f != nil {
		d.report(at, ruleKeyUnknown, "键名“"+key+"”要写成英文", "改成 "+f.key)
		return
	}
	text := "没有“" + key + "”这一项"
	if near, ok := Nearest(key, s.names); ok {
		d.report(at, ruleKeyUnknown, text, "是不是 "+s.named(near).label()+"？")
		return
	}
	if f := d.root.named(key); f != nil && s != d.root {
		d.report(at, ruleKeyUnknown, text, "“"+f.label()+"”要写在最前面，在第一个用方括号开头的行之前")
		return
	}
	d.report(at, ruleKeyUnknown, text, "删掉这一项；这里可以写："+strings.Join(s.names[:len(s.fields)], "、"))
}

// value reads one TOML value into v. label names it in messages.
func (d *decoder) value(s *shape, label string, value any, v reflect.Value) {
	outer := v
	if s.pointer {
		v.Set(reflect.New(s.typ))
		v = v.Elem()
	}
	ok := true
	switch s.kind {
	case textShape:
		var x string
		if x, ok = value.(string); ok {
			v.SetString(x)
		}
	case wordShape:
		var x string
		if x, ok = value.(string); ok {
			if slices.Contains(s.options, x) {
				v.SetString(x)
			} else {
				d.notOption(s, label, x)
			}
		}
	case intShape:
		var x int64
		if x, ok = value.(int64); ok {
			if ok = !v.OverflowInt(x); ok {
				v.SetInt(x)
			}
		}
	case floatShape:
		switch x := value.(type) {
		case float64:
			v.SetFloat(x)
		case int64:
			v.SetFloat(float64(x))
		default:
			ok = false
		}
	case boolShape:
		var x bool
		if x, ok = value.(bool); ok {
			v.SetBool(x)
		}
	case customShape:
		switch value.(type) {
		case string, int64, float64, bool, time.Time:
			d.custom(label, value, v)
		default:
			ok = false
		}
	case listShape:
		ok = d.list(s, label, value, v)
	case mapShape:
		var x map[string]any
		if x, ok = value.(map[string]any); ok {
			d.mapping(s, x, v)
		}
	case tableShape:
		var x map[string]any
		if x, ok = value.(map[string]any); ok {
			d.table(s, x, v)
		}
	}
	if !ok {
		outer.SetZero()
		text, hint := d.expected(s, value)
		d.report(d.here().Value, ruleValueType, "“"+label+"”"+text, hint)
	}
}

// custom lets a value type read itself.
func (d *decoder) custom(label string, value any, v reflect.Value) {
	err := v.Addr().Interface().(toml.Unmarshaler).UnmarshalTOML(value)
	var worded *ValueError
	switch {
	case errors.As(err, &worded):
		d.report(d.here().Value, ruleValueType, "“"+label+"”"+worded.Text, worded.Hint)
	case err != nil:
		d.report(d.here().Value, ruleValueType, "“"+label+"”写得不对："+err.Error(), "")
	}
}

func (d *decoder) notOption(s *shape, label, word string) {
	hint := "可以写：" + strings.Join(s.options, "、")
	if near, ok := Nearest(word, s.options); ok {
		hint = "是不是“" + near + "”？" + hint
	}
	d.report(d.here().Value, ruleValueUnknown, "“"+label+"”不能写“"+word+"”", hint)
}

// list reads an array or an array of tables.
func (d *decoder) list(s *shape, label string, value any, v reflect.Value) bool {
	var n int
	var elem func(i int) any
	switch x := value.(type) {
	case []any:
		n, elem = len(x), func(i int) any { return x[i] }
	case []map[string]any:
		n, elem = len(x), func(i int) any { return x[i] }
	default:
		return false
	}
	v.Set(reflect.MakeSlice(s.typ, n, n))
	for i := range n {
		d.push("", int32(i))
		d.value(s.elem, label, elem(i), v.Index(i))
		d.pop()
	}
	return true
}

func (d *decoder) mapping(s *shape, tree map[string]any, v reflect.Value) {
	v.Set(reflect.MakeMapWithSize(s.typ, len(tree)))
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		elem := reflect.New(s.typ.Elem()).Elem()
		d.push(key, -1)
		d.value(s.elem, key, tree[key], elem)
		d.pop()
		v.SetMapIndex(reflect.ValueOf(key).Convert(s.typ.Key()), elem)
	}
}

// expected says how a value of shape s is written, given what stands there.
func (d *decoder) expected(s *shape, value any) (text, hint string) {
	source := d.source()
	_, isTable := value.(map[string]any)
	_, isTables := value.([]map[string]any)
	key := ""
	if len(d.path) > 0 {
		key = d.path[len(d.path)-1].Key
	}
	switch s.kind {
	case textShape, wordShape:
		if source == "" || isTable || isTables {
			return "要写文字", `写成 ` + key + ` = "……"`
		}
		return "要写文字", `加英文引号，写成 "` + strings.Trim(source, `[]"`) + `"`
	case intShape:
		return "要写整数", "只写数字，不加引号和单位，如 12"
	case floatShape:
		return "要写数字", "只写数字，不加引号和单位，如 12 或 3.5"
	case boolShape:
		return "要写 true 或 false", "true 是“是”，false 是“否”，不加引号"
	case listShape:
		if s.elem.kind != tableShape {
			return "要写成列表", "加方括号，写成 " + key + " = [" + source + "]"
		}
		return "可以有几段，每段开头要用两层方括号", "把 [" + key + "] 改成 [[" + key + "]]"
	case tableShape, mapShape:
		if isTables {
			return "只能有一段，开头用一层方括号", "把 [[" + key + "]] 改成 [" + key + "]"
		}
		return "要单独写成一段", "另起一行写 [" + key + "]，各项写在它下面"
	default:
		return "只能写一个值", "去掉方括号或花括号，写成 " + key + " = ……"
	}
}
