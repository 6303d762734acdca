package record

import (
	"reflect"
	"slices"
	"strings"

	"gongshi/generator/content"
)

// A Ref points at another record. The clerk writes that record's id (its file name) or, where only one record has it,
// its name: lead = "周永福". Load sets To. When nothing fits, To is a stand-in that has only the name as written, so
// that a preview can still show the page beside the problem.
type Ref[T any] struct {
	Key string // as the clerk wrote it; empty when not given
	To  *T     // nil only when the key is optional and not given
}

// UnmarshalTOML takes the id or name.
func (r *Ref[T]) UnmarshalTOML(v any) error {
	s, ok := v.(string)
	if !ok {
		return &content.ValueError{Text: "要写编号或名称", Hint: "加上英文引号，例如 \"水利站\""}
	}
	r.Key = s
	return nil
}

// Example is how a reference is written, for messages.
func (Ref[T]) Example() string { return "\"编号或名称\"" }

// Given tells whether the clerk wrote anything.
func (r Ref[T]) Given() bool { return r.Key != "" }

// A directory finds the records of one kind by id and by name.
type directory[T any] struct {
	term  string // Chinese name of the kind, for messages
	gaps  bool   // some record of the kind could not be read, so a name that is not found may be that one's
	byID  map[string]*T
	names map[string][]*T
	stand func(name string) *T
}

func newDirectory[T any, P recordOf[T]](term string, all []*T, stand func(string) *T) *directory[T] {
	d := &directory[T]{term: term, byID: make(map[string]*T, len(all)), names: make(map[string][]*T, len(all)), stand: stand}
	for _, r := range all {
		p := P(r)
		d.byID[p.source().ID] = r
		if p.name() == "" {
			d.gaps = true
			continue
		}
		d.names[p.name()] = append(d.names[p.name()], r)
	}
	return d
}

// find resolves a key; on failure it gives the problem's text and hint, and the places of all candidates.
func (d *directory[T]) find(key string) (to *T, text, hint string, also []*T) {
	if r, ok := d.byID[key]; ok {
		return r, "", "", nil
	}
	switch same := d.names[key]; len(same) {
	case 1:
		return same[0], "", "", nil
	case 0:
	default:
		return same[0], "有 " + itoa(len(same)) + " 条" + d.term + "记录都叫“" + key + "”，分不清是哪一条", "请改写编号（文件名）", same
	}
	hint = "请先建立这条" + d.term + "记录，或改成已有的编号、名称"
	options := make([]string, 0, len(d.byID)*2)
	for id := range d.byID {
		options = append(options, id)
	}
	for name := range d.names {
		options = append(options, name)
	}
	slices.Sort(options)
	if near, ok := content.Nearest(key, options); ok {
		hint = alike + near + "”？" + hint
	}
	return d.stand(key), "没有叫“" + key + "”的" + d.term, hint, nil
}

// alike begins a hint that names a record spelled much like the key.
const alike = "是不是“"

// linker sets every Ref of a record. It walks the record's fields once, so a new Ref field needs no further code.
type linker struct {
	l        *Ledger
	problems content.Problems
}

type linkable interface {
	link(k *linker, from *Source, required bool, at func() content.Pos)
}

func (r *Ref[T]) link(k *linker, from *Source, required bool, at func() content.Pos) {
	d, ok := k.l.directories[reflect.TypeFor[T]()].(*directory[T])
	if !ok {
		panic("record: no directory for " + reflect.TypeFor[T]().Name())
	}
	if r.Key == "" {
		if required { // the missing key is a problem already reported; the page must still be showable
			r.To = d.stand("")
		}
		return
	}
	to, text, hint, also := d.find(r.Key)
	r.To = to
	if text != "" && len(also) == 0 && d.gaps && !strings.HasPrefix(hint, alike) {
		from.Faulty = true // the file that could not be read is the problem to mend, not every place that names it
		return
	}
	if target, ok := any(to).(value); ok && text == "" && target.source().Draft && !from.Draft {
		text, hint = d.term+"“"+r.Key+"”还是草稿，公开的记录不能引用", "把那条记录核好、去掉 draft，或者把这一条也写成草稿"
		also = []*T{to}
	}
	if text == "" {
		return
	}
	p := content.Problem{Pos: at(), Level: content.Error, Rule: "reference", Text: text, Hint: hint}
	for _, a := range also {
		if n, ok := any(a).(value); ok {
			p.Also = append(p.Also, content.Related{Pos: n.source().At(), Text: "编号 " + n.source().ID})
		}
	}
	k.problems = append(k.problems, p)
}

func (k *linker) record(s *Source, v reflect.Value) {
	before := len(k.problems)
	k.walk(s, v, false, nil)
	if len(k.problems) > before {
		s.Faulty = true
	}
}

// walk visits the fields a clerk can give; path is the keys and indices down to v.
func (k *linker) walk(s *Source, v reflect.Value, required bool, path []any) {
	if v.CanAddr() {
		if r, ok := v.Addr().Interface().(linkable); ok {
			r.link(k, s, required, func() content.Pos { return s.At(path...) })
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			k.walk(s, v.Elem(), required, path)
		}
	case reflect.Slice:
		if !holdsRefs(v.Type().Elem()) {
			return
		}
		for i := range v.Len() {
			k.walk(s, v.Index(i), true, append(path, i))
		}
	case reflect.Struct:
		for _, f := range refFields(v.Type()) {
			next := path
			if f.key != "" {
				next = append(path, f.key)
			}
			k.walk(s, v.Field(f.index), f.required, next)
		}
	}
}
