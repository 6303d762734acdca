package typeset

import (
	"strings"

	"golang.org/x/net/html"
)

// Cells reads the text of a row's cells from its HTML: the elements td and th. A line break, a paragraph and what the class
// of an element named in lines sets on a line of its own are a line break in the text.
func Cells(row string, lines ...string) []string {
	var cells []string
	var text strings.Builder
	in := false
	end := func() {
		if in {
			cells = append(cells, strings.TrimSpace(text.String()))
		}
		text.Reset()
		in = false
	}
	z := html.NewTokenizer(strings.NewReader(row))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			end()
			return cells
		case html.TextToken:
			if in {
				text.WriteString(strings.Join(strings.FieldsFunc(string(z.Text()), space), " "))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch string(name) {
			case "td", "th":
				end()
				in = true
			case "br", "p", "li", "div":
				text.WriteByte('\n')
			default:
				for more {
					var key, value []byte
					key, value, more = z.TagAttr()
					if string(key) == "class" && member(string(value), lines) {
						text.WriteByte('\n')
					}
				}
			}
		}
	}
}

func space(r rune) bool { return r == '\n' || r == '\t' || r == '\r' }

func member(classes string, names []string) bool {
	for _, name := range names {
		for class := range strings.FieldsSeq(classes) {
			if class == name {
				return true
			}
		}
	}
	return false
}
