package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// shape is what Decode knows about a Go type.
type shape struct {
	kind    shapeKind
	typ     reflect.Type
	pointer bool     // typ is below a pointer, which is set when there is a value
	elem    *shape   // of a list or map
	options []string // of a word
	fields  []field  // of a table, in the order of the struct
	byKey   map[string]int
	names   []string // the keys and then the Chinese names, for Nearest
}

type shapeKind uint8

const (
	textShape   shapeKind = iota // string
	wordShape                    // string type with a closed list of Options
	intShape                     // int, int64 …
	floatShape                   // float64
	boolShape                    // bool
	customShape                  // type with UnmarshalTOML
	listShape                    // slice
	mapShape                     // map with string keys
	tableShape                   // struct
)

// field is one key of a table.
type field struct {
	key, zh  string // zh may be empty
	required bool
	index    []int // for reflect.Value.FieldByIndex
	shape    *shape
}

// label names the field in a message: title（案由）.
func (f *field) label() string {
	if f.zh == "" {
		return f.key
	}
	return f.key + "（" + f.zh + "）"
}

var shapes sync.Map // reflect.Type → *shape

// shapeOf gives the shape of t. It panics on a type that Decode does not
// support, which is a mistake in the program; t must not contain itself.
func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s, _ := shapes.LoadOrStore(t, newShape(t))
	return s.(*shape)
}

var (
	unmarshaler = reflect.TypeFor[toml.Unmarshaler]()
	closedList  = reflect.TypeFor[interface{ Options() []string }]()
)

func newShape(t reflect.Type) *shape {
	s := &shape{typ: t}
	if t.Kind() == reflect.Pointer {
		s.pointer, s.typ = true, t.Elem()
	}
	t = s.typ
	if reflect.PointerTo(t).Implements(unmarshaler) {
		s.kind = customShape
		return s
	}
	switch t.Kind() {
	case reflect.String:
		if reflect.PointerTo(t).Implements(closedList) {
			s.kind = wordShape
			s.options = reflect.New(t).Interface().(interface{ Options() []string }).Options()
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		s.kind = intShape
	case reflect.Float32, reflect.Float64:
		s.kind = floatShape
	case reflect.Bool:
		s.kind = boolShape
	case reflect.Slice:
		s.kind, s.elem = listShape, shapeOf(t.Elem())
	case reflect.Map:
		if t.Key().Kind() != reflect.String {
			panic(fmt.Sprintf("content: a map in a record needs string keys, not %v", t))
		}
		s.kind, s.elem = mapShape, shapeOf(t.Elem())
	case reflect.Struct:
		s.kind, s.byKey = tableShape, make(map[string]int)
		s.addFields(t, nil)
		for _, f := range s.fields {
			s.names = append(s.names, f.key)
		}
		for _, f := range s.fields {
			if f.zh != "" {
				s.names = append(s.names, f.zh)
			}
		}
	default:
		panic(fmt.Sprintf("content: a record cannot hold a %v", t))
	}
	return s
}

// addFields adds the tagged fields of the struct t, found at index.
func (s *shape) addFields(t reflect.Type, index []int) {
	for sf := range t.Fields() {
		tag, tagged := sf.Tag.Lookup("toml")
		at := append(slices.Clone(index), sf.Index...)
		if !tagged && sf.Anonymous && sf.Type.Kind() == reflect.Struct {
			s.addFields(sf.Type, at)
			continue
		}
		key, rule, _ := strings.Cut(tag, ",")
		if key == "" || key == "-" || !sf.IsExported() {
			continue
		}
		if rule != "" && rule != "required" {
			panic(fmt.Sprintf("content: %v.%s: unknown tag option %q", t, sf.Name, rule))
		}
		if _, twice := s.byKey[key]; twice {
			panic(fmt.Sprintf("content: %v has the key %q twice", s.typ, key))
		}
		s.byKey[key] = len(s.fields)
		s.fields = append(s.fields, field{key: key, zh: sf.Tag.Get("zh"), required: rule == "required", index: at, shape: shapeOf(sf.Type)})
	}
}

// named finds a field by its key or, failing that, its Chinese name.
func (s *shape) named(n string) *field {
	if i, ok := s.byKey[n]; ok {
		return &s.fields[i]
	}
	for i := range s.fields {
		if s.fields[i].zh == n && n != "" {
			return &s.fields[i]
		}
	}
	return nil
}

// example shows how the value of a key is written.
func (s *shape) example() string {
	switch s.kind {
	case wordShape:
		if len(s.options) > 0 {
			return `"` + s.options[0] + `"`
		}
	case intShape, floatShape:
		return "1"
	case boolShape:
		return "true"
	case listShape:
		if s.elem.kind != tableShape {
			return "[" + s.elem.example() + "]"
		}
	case customShape:
		if e, ok := reflect.New(s.typ).Interface().(interface{ Example() string }); ok {
			return e.Example()
		}
		return "……"
	}
	return `"……"`
}
