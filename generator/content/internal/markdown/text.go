package markdown

import (
	"bytes"
	"html"
	"strconv"
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
	if isPlain(s) {
		return s
	}
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

// isPlain tells of most lines that plain leaves them as they are: they have no tag, entity, space or control character.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c == '<' || c == '&' || c == 0x7F || c == 0xC2 { // 0xC2 begins the control characters past ASCII
			return false
		}
	}
	return true
}

// Lines gives all of HTML that Render made as plain text, a line for each heading, paragraph, list item and row of a
// table. Numbered items keep their numbers, and the cells of a row are parted by commas, as they are read out.
func Lines(html string) []string {
	var lines []string
	var line []byte
	end := func() {
		if s := plain(string(line)); s != "" {
			lines = append(lines, s)
		}
		line = line[:0]
	}
	// more goes on in the line, without the line break that stands between two tags.
	more := func(with string) {
		if line = append(line[:0], bytes.TrimSpace(line)...); len(line) > 0 {
			line = append(line, with...)
		}
	}
	var counts []int // of the open lists, innermost last; -1 for one without numbers
	rest := html
	for {
		before, tag, found := strings.Cut(rest, "<")
		if len(line) == 0 {
			before = strings.TrimLeft(before, " \n") // the line breaks between tags begin no line
		}
		line = append(line, before...)
		if !found {
			end()
			return lines
		}
		tag, rest, _ = strings.Cut(tag, ">")
		name, attributes, _ := strings.Cut(tag, " ")
		switch name {
		case "p", "/p", "li", "/li", "h2", "/h2", "h3", "/h3", "h4", "/h4", "h5", "/h5", "h6", "/h6", "tr", "/tr", "pre", "/pre", "blockquote", "/blockquote", "br", "hr":
			if name == "p" && numbered(string(line)) { // the paragraph of a loose item
				more("")
				break
			}
			end()
		case "ol", "ul", "/ol", "/ul":
			end()
		case "td", "th":
			more("，")
		}
		switch name {
		case "ul":
			counts = append(counts, -1)
		case "ol":
			start := 1
			if _, n, ok := strings.Cut(attributes, `start="`); ok {
				n, _, _ = strings.Cut(n, `"`)
				start, _ = strconv.Atoi(n)
			}
			counts = append(counts, start)
		case "/ul", "/ol":
			counts = counts[:max(0, len(counts)-1)]
		case "li":
			if n := len(counts) - 1; n >= 0 && counts[n] >= 0 {
				line = append(strconv.AppendInt(line, int64(counts[n]), 10), "、"...)
				counts[n]++
			}
		}
	}
}

// numbered tells whether a line holds only the number of a list item.
func numbered(line string) bool {
	n, ok := strings.CutSuffix(strings.TrimSpace(line), "、")
	return ok && n != "" && strings.Trim(n, "0123456789") == ""
}
