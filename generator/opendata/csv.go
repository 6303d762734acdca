package opendata

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// between parts the items of a list in a cell.
const between = "|"

// WriteCSV writes the table as CSV (RFC 4180): UTF-8 with a byte order mark, by which spreadsheets know it, and lines that
// end in CRLF.
func (t Table) WriteCSV(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString("\uFEFF") // a bufio.Writer keeps its error for Flush
	for i, c := range t.Columns {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(c.Name)
	}
	out.WriteString("\r\n")
	t.each(func(cells []Value) error {
		for i, v := range cells {
			if i > 0 {
				out.WriteByte(',')
			}
			writeCell(out, cell(t.Columns[i].Type, v))
		}
		_, err := out.WriteString("\r\n")
		return err
	})
	return out.Flush()
}

// cell is a value as a spreadsheet should take it.
func cell(t Type, v Value) string {
	switch t {
	case String:
		return harmless(v.text)
	case List:
		items := slices.Clone(v.items)
		for i := range items {
			items[i] = strings.ReplaceAll(items[i], between, "｜")
		}
		return harmless(strings.Join(items, between))
	}
	return v.text
}

// harmless puts an apostrophe before a text that a spreadsheet would take for a formula, and before one that begins with
// an apostrophe itself, so that whoever takes one off has the text again. What a spreadsheet may skip at the beginning
// does not hide a sign from it, nor does a full-width form, which some turn into the plain one.
func harmless(s string) string {
	if first, _ := utf8.DecodeRuneInString(s); s == "" || unicode.IsLetter(first) || unicode.IsDigit(first) {
		return s
	}
	seen := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf) })
	if strings.HasPrefix(s, "'") || s[0] == '\t' || strings.IndexAny(seen, "=+-@＝＋－＠") == 0 {
		return "'" + s
	}
	return s
}

func writeCell(out *bufio.Writer, s string) {
	if !strings.ContainsAny(s, "\",\r\n") && s == strings.TrimSpace(s) {
		out.WriteString(s)
		return
	}
	out.WriteByte('"')
	out.WriteString(strings.ReplaceAll(s, `"`, `""`))
	out.WriteByte('"')
}
