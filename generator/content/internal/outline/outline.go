// Package outline lists where every key and value of a TOML text stands.
package outline

import (
	"strconv"
	"strings"
)

// What a TOML text may hold. The TOML parser recurses into brackets and its
// time grows with the square of the depth, so a text is looked at before.
const (
	maxDepth    = 16    // brackets within brackets
	maxKeyParts = 8     // a.b.c has 3
	maxKeys     = 20000 // keys and list elements
)

// Outline is where every key and value of a TOML text stands. It follows the
// TOML grammar as far as the first thing it does not understand.
type Outline struct {
	Text   string      // what was outlined
	Broken int         // offset of what is not TOML, or -1
	Limit  string      // the limit that was exceeded at Broken, in Chinese, or ""
	Twice  []Duplicate // keys defined again

	i       int     // offset at hand
	entries []Entry // entries[0] is the document itself
	byName  map[name]int32
	table   int32 // the entry whose keys the next lines hold
	depth   int   // of brackets
}

// Entry is one key, table or list element. Its places are byte offsets in the
// text, both -1 for the document itself.
type Entry struct {
	Key   int32 // of the key's last part, or of the table's header
	Value int32 // of the value, or of the table's header
	End   int32 // behind the value; 0 for tables
	kind  entryKind
	count int32 // elements, of a list or array of tables
}

// Step is one step of a path to a value: a key (Index -1), or an element of a
// list or array of tables (Key "").
type Step struct {
	Key   string
	Index int32
}

// Duplicate is the second definition of a key.
type Duplicate struct {
	Key        string
	First      Entry
	Start, End int  // from the key to behind the value
	Table      bool // defined again as a table, so that lines below belong to it
}

// name finds an entry below another.
type name struct {
	parent int32
	Step
}

func keyOf(parent int32, key string) name { return name{parent, Step{key, -1}} }

type entryKind uint8

const (
	superTable  entryKind = iota // named only on the way to another: a in [a.b]
	dottedTable                  // a in a.b = 1
	tableHead                    // [a]
	tableArray                   // [[a]]
	tableElem                    // one of [[a]]
	keyValue                     // a = …
	listElem                     // an element of […]
)

// Reset makes o the outline of text, reusing its memory.
func (o *Outline) Reset(text string) {
	if o.byName == nil || len(o.entries) > 1000 {
		o.byName = make(map[name]int32) // clearing a map that was large once stays slow
	}
	clear(o.byName)
	document := Entry{kind: tableHead, Key: -1, Value: -1}
	*o = Outline{Text: text, Broken: -1, Twice: o.Twice[:0], entries: append(o.entries[:0], document), byName: o.byName}
	for o.ok() {
		o.blank(true)
		if o.i >= len(o.Text) {
			return
		}
		if o.Text[o.i] == '[' {
			o.header()
		} else {
			o.pair(o.table)
		}
		o.blank(false)
		if o.ok() && o.i < len(o.Text) && o.Text[o.i] != '\n' {
			o.fail()
		}
	}
}

func (o *Outline) ok() bool { return o.Broken < 0 }

func (o *Outline) fail() {
	if o.ok() {
		o.Broken = o.i
	}
}

func (o *Outline) exceed(limit string) {
	if o.ok() {
		o.Broken, o.Limit = o.i, limit
	}
}

// blank passes over spaces and a comment, and over line ends if lines is set.
func (o *Outline) blank(lines bool) {
	for o.i < len(o.Text) {
		switch c := o.Text[o.i]; {
		case c == ' ', c == '\t', c == '\n' && lines:
			o.i++
		case c == '#':
			if n := strings.IndexByte(o.Text[o.i:], '\n'); n >= 0 {
				o.i += n
			} else {
				o.i = len(o.Text)
			}
		default:
			return
		}
	}
}

// take passes over s if it comes next.
func (o *Outline) take(s string) bool {
	if strings.HasPrefix(o.Text[o.i:], s) {
		o.i += len(s)
		return true
	}
	return false
}

// header reads [a.b] or [[a.b]] and makes it the table of the lines below.
func (o *Outline) header() {
	at := o.i
	array := o.take("[[")
	if !array {
		o.i++
	}
	parent, last, _ := o.key(0, true)
	if array && !o.take("]]") || !array && !o.take("]") {
		o.fail()
	}
	if !o.ok() {
		return
	}
	old, exists := o.byName[keyOf(parent, last)]
	switch {
	case array && exists && o.entries[old].kind == tableArray:
		o.table = o.element(old, tableElem, at)
	case array && !exists:
		o.table = o.element(o.add(keyOf(parent, last), Entry{kind: tableArray, Key: int32(at), Value: int32(at)}), tableElem, at)
	case !array && !exists:
		o.table = o.add(keyOf(parent, last), Entry{kind: tableHead, Key: int32(at), Value: int32(at)})
	case !array && o.entries[old].kind == superTable:
		o.entries[old] = Entry{kind: tableHead, Key: int32(at), Value: int32(at)}
		o.table = old
	default:
		o.Twice = append(o.Twice, Duplicate{last, o.entries[old], at, o.i, true})
		o.table = o.detached(at)
	}
}

// pair reads key = value into the table parent.
func (o *Outline) pair(parent int32) {
	parent, last, at := o.key(parent, false)
	if !o.take("=") {
		o.fail()
	}
	if !o.ok() {
		return
	}
	o.blank(false)
	old, exists := o.byName[keyOf(parent, last)]
	e := Entry{kind: keyValue, Key: int32(at), Value: int32(o.i)}
	var self int32
	if exists {
		self = o.detached(at)
	} else {
		self = o.add(keyOf(parent, last), e)
	}
	o.value(self)
	o.entries[self].End = int32(o.i)
	if exists {
		o.Twice = append(o.Twice, Duplicate{last, o.entries[old], at, o.i, false})
	}
}

// key reads a dotted key below parent and gives the table that its last part
// belongs to, that part, and its offset. Tables on the way are made if need be.
func (o *Outline) key(parent int32, header bool) (int32, string, int) {
	for parts := 1; ; parts++ {
		o.spaces()
		at := o.i
		part := o.keyPart()
		o.spaces()
		if !o.ok() || !o.take(".") {
			return parent, part, at
		}
		if parts >= maxKeyParts {
			o.exceed("键名里的点太多")
			return parent, part, at
		}
		n := keyOf(parent, part)
		old, exists := o.byName[n]
		switch {
		case !exists && header:
			parent = o.add(n, Entry{kind: superTable, Key: int32(at), Value: int32(at)})
		case !exists:
			parent = o.add(n, Entry{kind: dottedTable, Key: int32(at), Value: int32(at)})
		case header && o.entries[old].kind == tableArray:
			parent = o.byName[name{old, Step{"", o.entries[old].count - 1}}]
		case o.entries[old].kind == keyValue, !header && o.entries[old].kind != dottedTable:
			// A value cannot be opened again, nor a table from outside its lines.
			o.Twice = append(o.Twice, Duplicate{part, o.entries[old], at, o.i, true})
			parent = o.detached(at)
		default:
			parent = old
		}
	}
}

func (o *Outline) spaces() {
	for o.i < len(o.Text) && (o.Text[o.i] == ' ' || o.Text[o.i] == '\t') {
		o.i++
	}
}

// keyPart reads a bare or quoted part of a key.
func (o *Outline) keyPart() string {
	start := o.i
	if o.i < len(o.Text) && (o.Text[o.i] == '"' || o.Text[o.i] == '\'') {
		quote := o.Text[o.i]
		o.quoted(o.Text[o.i : o.i+1])
		if !o.ok() {
			return ""
		}
		part := o.Text[start+1 : o.i-1]
		if quote == '"' && strings.Contains(part, `\`) {
			if s, err := strconv.Unquote(o.Text[start:o.i]); err == nil {
				return s
			}
		}
		return part
	}
	for o.i < len(o.Text) && isBare(o.Text[o.i]) {
		o.i++
	}
	if o.i == start {
		o.fail()
	}
	return o.Text[start:o.i]
}

func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// element adds the next element of the list or array of tables at parent.
func (o *Outline) element(parent int32, kind entryKind, at int) int32 {
	n := o.entries[parent].count
	o.entries[parent].count++
	return o.add(name{parent, Step{"", n}}, Entry{kind: kind, Key: int32(at), Value: int32(at)})
}

func (o *Outline) add(n name, e Entry) int32 {
	id := o.append(e)
	o.byName[n] = id
	return id
}

// detached adds an Entry that no name leads to: what stands below a key that
// is defined twice.
func (o *Outline) detached(at int) int32 {
	return o.append(Entry{kind: keyValue, Key: int32(at), Value: int32(at)})
}

func (o *Outline) append(e Entry) int32 {
	o.entries = append(o.entries, e)
	if len(o.entries) > maxKeys {
		o.exceed("键太多")
	}
	return int32(len(o.entries) - 1)
}

// Find follows path as far as it leads, and gives the last entry on it.
func (o *Outline) Find(path []Step) Entry {
	at := int32(0)
	for _, s := range path {
		next, ok := o.byName[name{at, s}]
		if !ok {
			break
		}
		at = next
	}
	return o.entries[at]
}
