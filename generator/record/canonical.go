package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
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
func (f Fact) Key() string {
	var b strings.Builder
	for i, p := range f.Path {
		if i > 0 {
			b.WriteByte('.')
		}
		fmt.Fprint(&b, p)
	}
	return b.String()
}

// letters is the longest text, in characters, that is a class (A, 甲) and not words.
const letters = 2

// Canonical gives what identifies a record, whatever the layout of its file: its facts, in the order of its struct, and a
// SHA-256 over every entry that is given, facts and words, and over its text and where that leads. Entries that are not given leave no mark,
// so a key that a later version of the program adds does not change the digest of older records. v is a pointer to the
// struct of some kind.
func Canonical(v any) ([]Fact, string) {
	c := canonical{}
	c.walk(reflect.ValueOf(v).Elem(), nil, "")
	if r, ok := v.(value); ok {
		body := r.source().Body()
		for _, line := range body.Lines() { // what is read, not how it is marked up
			fmt.Fprintf(&c.all, "%d:%s\n", len(line), line)
		}
		for _, l := range body.Links() {
			fmt.Fprintf(&c.all, "%d:%s\n", len(l.To), l.To)
		}
	}
	sum := sha256.Sum256([]byte(c.all.String()))
	return c.facts, hex.EncodeToString(sum[:])
}

type canonical struct {
	facts []Fact
	all   strings.Builder
}

func (c *canonical) give(path []any, label, text string, isFact bool) {
	f := Fact{slices.Clone(path), label, text}
	// The length stands before the text, so that no text can look like the entry after it.
	fmt.Fprintf(&c.all, "%s=%d:%s\n", f.Key(), len(text), text)
	if isFact {
		c.facts = append(c.facts, f)
	}
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
			c.walk(v.Index(i), append(path, i), label+"第"+itoa(i+1)+"条")
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(x, y reflect.Value) int { return strings.Compare(x.String(), y.String()) })
		for _, k := range keys {
			c.walk(v.MapIndex(k), append(path, k.String()), label+"的"+k.String())
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
		of := label
		if of != "" {
			of += "的"
		}
		c.walk(v.Field(i), append(path, key), of+f.Tag.Get("zh"))
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
