package opendata

import (
	"strconv"
	"strings"

	"gongshi/generator/record"
)

// A Type is what the values of a column are, by the names of Table Schema (datapackage.org).
type Type string

const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number" // a decimal, written with all its places: 86.2, 92.50
	Boolean Type = "boolean"
	Day     Type = "date" // 2025-06-30
	List    Type = "list" // of texts
)

// A Column (字段) is one column of a table: what its values are called and mean.
type Column struct {
	Name     string // in the first line of the CSV, and the key in the JSON
	Title    string // in Chinese
	About    string // what it means, where the title does not say all
	Type     Type
	Required bool
	Options  []string // all values there can be; nil when they are not limited
	Refers   string   // the table whose id the value is; empty when it is none
}

// A Value is one cell. A list has its items, everything else its text, as the CSV and the JSON write it; empty when there
// is nothing to say.
type Value struct {
	text  string
	items []string
}

// A column makes the values of one column from what the rows are of.
type column[R any] struct {
	Column
	of func(R) Value
}

func text[R any](name, title, about string, of func(R) string) column[R] {
	return column[R]{Column{Name: name, Title: title, About: about, Type: String}, func(r R) Value { return Value{text: plain(of(r))} }}
}

func texts[R any](name, title, about string, of func(R) []string) column[R] {
	return column[R]{Column{Name: name, Title: title, About: about, Type: List}, func(r R) Value {
		v := Value{}
		for _, s := range of(r) {
			if s = plain(s); s != "" {
				v.items = append(v.items, s)
			}
		}
		return v
	}}
}

func integer[R any](name, title, about string, of func(R) int) column[R] {
	return column[R]{Column{Name: name, Title: title, About: about, Type: Integer, Required: true}, func(r R) Value { return Value{text: strconv.Itoa(of(r))} }}
}

// positive is an integer that is not known, or has no sense, when it is 0.
func positive[R any](name, title, about string, of func(R) int) column[R] {
	return column[R]{Column{Name: name, Title: title, About: about, Type: Integer}, func(r R) Value {
		if n := of(r); n > 0 {
			return Value{text: strconv.Itoa(n)}
		}
		return Value{}
	}}
}

// number takes decimals that the board has written; empty when it has none.
func number[R any](name, title, about string, of func(R) string) column[R] {
	return column[R]{Column{Name: name, Title: title, About: about, Type: Number}, func(r R) Value { return Value{text: of(r)} }}
}

func points[R any](name, title, about string, of func(R) record.Points) column[R] {
	c := number(name, title, about, func(r R) string { return of(r).String() })
	c.Required = true
	return c
}

func boolean[R any](name, title, about string, of func(R) bool) column[R] {
	return column[R]{Column{Name: name, Title: title, About: about, Type: Boolean, Required: true}, func(r R) Value { return Value{text: strconv.FormatBool(of(r))} }}
}

func day[R any](name, title, about string, of func(R) record.Date) column[R] {
	return column[R]{Column{Name: name, Title: title, About: about, Type: Day}, func(r R) Value { return Value{text: of(r).String()} }}
}

// always tells that the column has a value in every row.
func (c column[R]) always() column[R] {
	c.Required = true
	return c
}

// oneOf tells all values the column can have.
func (c column[R]) oneOf(options []string) column[R] {
	c.Options = options
	return c
}

// refers tells the table whose ids the column holds.
func (c column[R]) refers(table string) column[R] {
	c.Refers = table
	return c
}

// plain is a text with \n between its lines and no other control character but the tab, which no table can hold.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r >= 0x7F && r < 0xA0:
			return -1
		}
		return r
	}, s)
	return strings.Trim(s, "\n")
}

// isPlain tells of almost all texts that plain leaves them as they are.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == 0x7F || c == 0xC2 { // 0xC2 begins the control characters past ASCII
			return false
		}
	}
	return true
}

// whole tells that the column's numbers have no decimals.
func (c column[R]) whole() column[R] {
	c.Type = Integer
	return c
}
