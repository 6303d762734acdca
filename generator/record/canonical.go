package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
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
		b = fmt.Append(b, p)
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

func (c *canonical) digest(v any) string {
	c.walk(reflect.ValueOf(v).Elem(), nil, "")
	if r, ok := v.(value); ok {
		body := r.source().Body()
		for _, line := range body.Lines() { // what is read, not how it is marked up
			c.write(line)
		}
		for _, l := range body.Links() {
			c.write(l.To)
		}
	}
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

func (c *canonical) walk(v reflect.Value, path []any, label string) {
	if v.IsZero() {
		return
	}
	switch x := v.Interface().(type) {
	case Date:
		c.give(path, label, x.String(), true)
		return
	case interface{ target() string }:
		c.give(path, label, x.target(), true)
		return
	}
	switch v.Kind() {
	case reflect.String:
		_, choice := v.Interface().(interface{ Options() []string })
		c.give(path, label, v.String(), choice || utf8.RuneCountInString(v.String()) <= letters)
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
		c.fields(v, path, label)
	}
}

// fields walks the entries of a struct; one without keys of its own, such as a half-year, is a value that prints itself.
func (c *canonical) fields(v reflect.Value, path []any, label string) {
	keyed := false
	for i := range v.NumField() {
		f := v.Type().Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if key == "" {
			continue
		}
		keyed = true
		c.walk(v.Field(i), append(path, key), c.under(label, "的", f.Tag.Get("zh")))
	}
	if s, ok := v.Interface().(fmt.Stringer); ok && !keyed {
		c.give(path, label, s.String(), true)
	}
}

// target is the id of the record a reference points at, or the name as written where it has none.
func (r Ref[T]) target() string {
	if v, ok := any(r.To).(value); ok && r.To != nil && v.source().ID != "" {
		return v.source().ID
	}
	return r.Key
}
