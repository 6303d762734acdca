package content

import (
	"cmp"
	"slices"
	"strconv"

	"gongshi/generator/internal/personal"
)

// Level says whether a problem stops a build.
type Level uint8

const (
	Error   Level = iota // stops a build
	Warning              // worth a look; does not stop a build
)

func (l Level) String() string {
	if l == Warning {
		return "warning"
	}
	return "error"
}

// MarshalText gives "error" or "warning", for JSON and XML.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Pos is a place in a content file. Line and Col count from 1; Col counts
// characters (runes), as an editor shows it. Line 0 means the file as a whole.
type Pos struct {
	File      string
	Line, Col int
}

// String gives "suggestions/2025-014.md:12:5", or only the file when Line is 0.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Col)
}

// compare orders places by file, line and column.
func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Related is a second place that a problem is about, such as the first of two equal keys.
type Related struct {
	Pos  Pos
	Text string
}

// Problem tells a clerk where something is wrong, what it is (Text) and what
// to do about it (Hint, may be empty). Rule is a stable kebab-case name.
type Problem struct {
	Pos              Pos
	Level            Level
	Rule, Text, Hint string
	Also             []Related
}

// The rules this package reports under, besides those of package markdown.
const (
	ruleEncoding     = "encoding"      // not UTF-8, or a NUL
	ruleUnreadable   = "unreadable"    // the file cannot be opened or read
	ruleTooLarge     = "too-large"     // over the size or nesting limits
	ruleFrontMatter  = "front-matter"  // the +++ block is missing or not closed
	ruleSyntax       = "toml-syntax"   // the line is not TOML
	ruleKeyUnknown   = "key-unknown"   // a key this kind of record does not have
	ruleKeyMissing   = "key-missing"   // a required key is absent or blank
	ruleKeyDuplicate = "key-duplicate" // a key stands twice
	ruleValueType    = "value-type"    // a value of the wrong type or shape
	ruleValueUnknown = "value-unknown" // a word outside its closed list
)

// ValueError is what a value type's UnmarshalTOML returns to word its own
// problem: Text says what is wrong, Hint how to write it.
type ValueError struct{ Text, Hint string }

func (e *ValueError) Error() string { return e.Text }

// Problems is a list of problems; Sort puts it in reading order.
type Problems []Problem

// Sort orders by file, line, column, level, rule, text and hint, so that the
// same problems always come out the same, whatever order they were found in.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(a.Pos.compare(b.Pos), cmp.Compare(a.Level, b.Level),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Hint, b.Hint),
			slices.CompareFunc(a.Also, b.Also, func(x, y Related) int {
				return cmp.Or(x.Pos.compare(y.Pos), cmp.Compare(x.Text, y.Text))
			}))
	})
}

// Mask puts stars in the place of personal data in all that the problems say,
// names of files included: messages are copied into chats and kept in logs.
func (ps Problems) Mask() {
	for i := range ps {
		p := &ps[i]
		p.Pos.File, p.Text, p.Hint = personal.Masked(p.Pos.File), personal.Masked(p.Text), personal.Masked(p.Hint)
		for j := range p.Also {
			p.Also[j].Pos.File, p.Also[j].Text = personal.Masked(p.Also[j].Pos.File), personal.Masked(p.Also[j].Text)
		}
	}
}

// Errors counts the problems that stop a build.
func (ps Problems) Errors() int { return ps.count(Error) }

// Warnings counts the problems that do not.
func (ps Problems) Warnings() int { return ps.count(Warning) }

func (ps Problems) count(l Level) int {
	n := 0
	for i := range ps {
		if ps[i].Level == l {
			n++
		}
	}
	return n
}
