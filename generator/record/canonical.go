package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Fact (要件) is one entry of a record that figures may hang on: a day, a choice, a class, a number, a reference.
type Fact struct {
	Path  []any  // the keys that lead to it, for Source.At: "replies", 0, "date"
	Label string // the same in the words of the record's manual: 答复第1条的答复日期
	Value string
}

// Key is the path in one word: replies.0.date.
func (f Fact) Key() string { return string(appendKey(nil, f.Path)) }

func appendKey(b []byte, path []any) []byte {
	for i, p := range path {
		if i > 0 {
			b = append(b, '.')
		}
		switch p := p.(type) {
		case string:
			b = append(b, p...)
		case int:
			b = strconv.AppendInt(b, int64(p), 10)
		}
	}
	return b
}

// letters is the longest text, in characters, that is a class (A, 甲) and not words.
const letters = 2

// Canonical gives what identifies a record, whatever the layout of its file: its facts, in the order of its struct, and a
// SHA-256 over every entry that is given, facts and words, and over its text and where that leads. Entries that are not given leave no mark,
// so a key that a later version of the program adds does not change the digest of older records. v is a pointer to the
// struct of some kind.
func Canonical(v any) ([]Fact, string) {
	c := canonical{told: true}
	digest := c.digest(v)
	return c.facts, digest
}

// Digest is the SHA-256 that Canonical gives, alone.
func Digest(v any) string {
	c := canonical{}
	return c.digest(v)
}

type canonical struct {
	told  bool // facts are wanted
	facts []Fact
	all   []byte // what the digest is over
}

// written are the buffers of digests that are done.
var written = sync.Pool{New: func() any { return new([]byte) }}

func (c *canonical) digest(v any) string {
	buffer := written.Get().(*[]byte)
	defer written.Put(buffer)
	c.all = (*buffer)[:0]
	c.walk(reflect.ValueOf(v).Elem(), make([]any, 0, 8), "")
	if r, ok := v.(value); ok {
		body := r.source().Body()
		for _, line := range body.Lines() { // what is read, not how it is marked up
			c.write(line)
		}
		for _, l := range body.Links() {
			c.write(l.To)
		}
	}
	*buffer = c.all
	sum := sha256.Sum256(c.all)
	return hex.EncodeToString(sum[:])
}

// write adds a text. Its length stands before it, so that no text can look like the entry after it.
func (c *canonical) write(text string) {
	c.all = strconv.AppendInt(c.all, int64(len(text)), 10)
	c.all = append(append(append(c.all, ':'), text...), '\n')
}

func (c *canonical) give(path []any, label, text string, isFact bool) {
	c.all = append(appendKey(c.all, path), '=')
	c.write(text)
	if isFact && c.told {
		c.facts = append(c.facts, Fact{slices.Clone(path), label, text})
	}
}

// under is the label of an entry of what a label is of.
func (c *canonical) under(label, between, entry string) string {
	if !c.told {
		return ""
	}
	if label == "" && between == "的" {
		return entry
	}
	return label + between + entry
}

// A form is what the walk has to know of a type, found out once: a record has many values of few types.
type form struct {
	date, ref, choice, prints bool
	entries                   []entry // of a struct, those with a key
}

// An entry is a field of a struct under its key.
type entry struct {
	field int
	key   any // a string, as paths take it
	label string
}

var forms sync.Map // reflect.Type → *form

func formOf(t reflect.Type) *form {
	if f, ok := forms.Load(t); ok {
		return f.(*form)
	}
	f := &form{
		date:   t == reflect.TypeFor[Date](),
		ref:    t.Implements(reflect.TypeFor[interface{ target() string }]()),
		choice: t.Implements(reflect.TypeFor[interface{ Options() []string }]()),
		prints: t.Implements(reflect.TypeFor[fmt.Stringer]()),
	}
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			field := t.Field(i)
			if key, _, _ := strings.Cut(field.Tag.Get("toml"), ","); key != "" {
				f.entries = append(f.entries, entry{i, key, field.Tag.Get("zh")})
			}
		}
	}
	forms.Store(t, f)
	return f
}

func (c *canonical) walk(v reflect.Value, path []any, label string) {
	if v.IsZero() {
		return
	}
	f := formOf(v.Type())
	switch {
	case f.date:
		c.give(path, label, v.Interface().(Date).String(), true)
		return
	case f.ref:
		c.give(path, label, v.Interface().(interface{ target() string }).target(), true)
		return
	}
	switch v.Kind() {
	case reflect.String:
		c.give(path, label, v.String(), f.choice || utf8.RuneCountInString(v.String()) <= letters)
	case reflect.Bool:
		c.give(path, label, "true", true)
	case reflect.Int:
		c.give(path, label, fmt.Sprint(v.Interface()), true) // 92.50 for points
	case reflect.Pointer:
		c.walk(v.Elem(), path, label)
	case reflect.Slice:
		for i := range v.Len() {
			c.walk(v.Index(i), append(path, i), c.under(label, "第", itoa(i+1)+"条"))
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(x, y reflect.Value) int { return strings.Compare(x.String(), y.String()) })
		for _, k := range keys {
			c.walk(v.MapIndex(k), append(path, k.String()), c.under(label, "的", k.String()))
		}
	case reflect.Struct:
		for _, e := range f.entries {
			c.walk(v.Field(e.field), append(path, e.key), c.under(label, "的", e.label))
		}
		if len(f.entries) == 0 && f.prints { // one without keys of its own, such as a half-year, is a value that prints itself
			c.give(path, label, v.Interface().(fmt.Stringer).String(), true)
		}
	}
}

// target is the id of the record a reference points at, or the name as written where it has none.
func (r Ref[T]) target() string {
	if v, ok := any(r.To).(value); ok && r.To != nil && v.source().ID != "" {
		return v.source().ID
	}
	return r.Key
}
