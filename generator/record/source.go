package record

import (
	"reflect"
	"strconv"
	"strings"
	"sync"

	"gongshi/generator/content"
)

// A Source says where a record was given, and what every record has whatever its kind.
type Source struct {
	ID     string   // the file's name without its ending: 2025-014; also the name in the page's address
	Draft  bool     `toml:"draft" zh:"草稿"`    // the clerk is still writing it: not built unless asked for
	Former []string `toml:"former" zh:"曾用编号"` // ids the page had before; at those addresses stands the way to the new one
	Faulty bool     // reading found a problem in it, so rules do not judge it
	file   *content.File
}

func (s *Source) source() *Source { return s }

// At is the place of a value the clerk gave: At("replies", 1, "date").
func (s *Source) At(path ...any) content.Pos {
	if s.file == nil {
		return content.Pos{}
	}
	return s.file.At(path...)
}

// Path is the record's file inside the content folder.
func (s *Source) Path() string {
	if s.file == nil {
		return ""
	}
	return s.file.Path
}

// Body is the record's Markdown.
func (s *Source) Body() *content.Body {
	if s.file == nil {
		return &content.Body{}
	}
	return &s.file.Body
}

// Hidden tells whether the record is left out of a board that shows no drafts.
func (s *Source) Hidden(drafts bool) bool { return s.Draft && !drafts }

type refField struct {
	index    int
	key      string // the key in the record; empty for an embedded struct
	required bool
}

var (
	refFieldsOf sync.Map // reflect.Type → []refField
	holdsRefsOf sync.Map // reflect.Type → bool
)

// refFields lists the fields of a struct that are, or lead to, a Ref.
func refFields(t reflect.Type) []refField {
	if known, ok := refFieldsOf.Load(t); ok {
		return known.([]refField)
	}
	var fields []refField
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() || !holdsRefs(f.Type) {
			continue
		}
		key, rest, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if key == "" && !f.Anonymous {
			continue
		}
		fields = append(fields, refField{i, key, rest == "required"})
	}
	refFieldsOf.Store(t, fields)
	return fields
}

func holdsRefs(t reflect.Type) bool {
	if known, ok := holdsRefsOf.Load(t); ok {
		return known.(bool)
	}
	holds := reflect.PointerTo(t).Implements(reflect.TypeFor[linkable]())
	if !holds {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			holds = holdsRefs(t.Elem())
		case reflect.Struct:
			holds = len(refFields(t)) > 0
		}
	}
	holdsRefsOf.Store(t, holds)
	return holds
}

func itoa(n int) string { return strconv.Itoa(n) }

// WithoutBody is the source of a copy whose text must not be shown.
func (s Source) WithoutBody() Source {
	s.file = nil
	return s
}
