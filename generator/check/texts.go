package check

import (
	"reflect"
	"strings"
)

// texts knows, for each type of record, the fields that are or lead to words a clerk gives.
type texts map[reflect.Type][]textField

type textField struct {
	index int
	key   any
}

// shortest is how many bytes the shortest text has that can hold personal data: 3栋402室.
const shortest = 10

// each calls f with every text of v that is long enough to hold personal data, and the keys that lead to it.
func (t texts) each(v reflect.Value, path []any, f func(text string, path []any)) {
	switch v.Kind() {
	case reflect.String:
		if v.Len() >= shortest {
			f(v.String(), path)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			t.each(v.Elem(), path, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			t.each(v.Index(i), append(path, i), f)
		}
	case reflect.Struct:
		for _, field := range t.fields(v.Type()) {
			t.each(v.Field(field.index), append(path, field.key), f)
		}
	}
}

// sealedChanges is the key of what a correction changes in a seal: digests and figures, copied from a message.
const sealedChanges = "sealed"

// fields are those of a struct with a key. A Ref has none: its words are another record's.
func (t texts) fields(typ reflect.Type) []textField {
	fields, known := t[typ]
	if known {
		return fields
	}
	for i := range typ.NumField() {
		key, _, _ := strings.Cut(typ.Field(i).Tag.Get("toml"), ",")
		if key == sealedChanges {
			continue
		}
		if key != "" && t.lead(typ.Field(i).Type) {
			fields = append(fields, textField{i, key})
		}
	}
	t[typ] = fields
	return fields
}

func (t texts) lead(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.String:
		return true
	case reflect.Pointer, reflect.Slice:
		return t.lead(typ.Elem())
	case reflect.Struct:
		return len(t.fields(typ)) > 0
	}
	return false
}
