package opendata

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteJSON writes the table as a JSON array of one object for each row, a line for each. Nothing stands for null, and an
// empty list for a list of nothing.
func (t Table) WriteJSON(w io.Writer) error {
	keys := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		keys[i] = `{"`
		if i > 0 {
			keys[i] = `,"`
		}
		keys[i] += c.Name + `":`
	}
	var line bytes.Buffer
	quote := json.NewEncoder(&line)
	quote.SetEscapeHTML(false)
	quoted := func(s string) error {
		if isPlain(s) && !strings.ContainsAny(s, "\"\\\u2028\u2029") && utf8.ValidString(s) {
			line.WriteByte('"')
			line.WriteString(s)
			return line.WriteByte('"')
		}
		err := quote.Encode(s)
		line.Truncate(line.Len() - 1) // the encoder's line break
		return err
	}
	line.WriteByte('[')
	next := "\n"
	err := t.each(func(cells []Value) error {
		line.WriteString(next)
		next = ",\n"
		for i, v := range cells {
			line.WriteString(keys[i])
			switch t := t.Columns[i].Type; {
			case t == List:
				line.WriteByte('[')
				for k, item := range v.items {
					if k > 0 {
						line.WriteByte(',')
					}
					if err := quoted(item); err != nil {
						return err
					}
				}
				line.WriteByte(']')
			case v.text == "":
				line.WriteString("null")
			case t == String || t == Day:
				if err := quoted(v.text); err != nil {
					return err
				}
			default:
				line.WriteString(v.text)
			}
		}
		line.WriteByte('}')
		_, err := line.WriteTo(w)
		return err
	})
	if err != nil {
		return err
	}
	line.WriteString("\n]\n")
	_, err = line.WriteTo(w)
	return err
}

// writeIndented writes what has a type of its own, for programs and for people who look into it.
func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
