package markdown

import (
	"html"
	"strings"
	"unicode"
)

// textLength is about how many characters Text collects before it stops.
const textLength = 200

// Text gives the first paragraphs and list items of HTML that Render made as
// one line of plain text: whole paragraphs, until about 200 characters.
func Text(html string) string {
	var out strings.Builder
	rest := html
	for out.Len() < textLength*len("字") {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			break
		}
		rest = rest[i:]
		var inner string
		switch { // Every "<" in the HTML is a tag of ours, so a search for tags is exact.
		case strings.HasPrefix(rest, "<p>"):
			inner, rest, _ = strings.Cut(rest[len("<p>"):], "</p>")
		case strings.HasPrefix(rest, "<li>"):
			rest = rest[len("<li>"):]
			end := strings.IndexAny(rest, "\n")
			if end < 0 || strings.HasPrefix(rest, "\n") { // a loose item: its <p> comes next
				continue
			}
			inner, rest = strings.TrimSuffix(rest[:end], "</li>"), rest[end:]
		default:
			rest = rest[1:]
			continue
		}
		if s := plain(inner); s != "" {
			if out.Len() > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(s)
		}
	}
	return out.String()
}

// plain takes the tags out of inline HTML and makes its white space and
// control characters, which XML does not allow, single spaces.
func plain(s string) string {
	var b strings.Builder
	for {
		before, tag, found := strings.Cut(s, "<")
		b.WriteString(before)
		if !found {
			break
		}
		if strings.HasPrefix(tag, "br>") {
			b.WriteByte(' ')
		}
		_, s, _ = strings.Cut(tag, ">")
	}
	return strings.Join(strings.FieldsFunc(html.UnescapeString(b.String()), func(r rune) bool {
		return r <= ' ' || unicode.IsControl(r)
	}), " ")
}
