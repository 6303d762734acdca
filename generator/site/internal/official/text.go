package official

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	dom "golang.org/x/net/html"

	"gongshi/generator/site/internal/typeset"
)

// A text is the words of an element and the tags within it, each at its place in the words.
type text struct {
	plain string
	tags  []tag
}

// A tag begins or ends an element within a text.
type tag struct {
	at    int // bytes of the text before it
	open  string
	close string // of the element it begins; empty for an end
}

// textOf reads an element's words. Spaces are one, and none stands between Chinese signs, where only the template's own line
// breaks put it.
func textOf(n *dom.Node) text {
	var t text
	t.read(n, false)
	t.trim()
	return t
}

// parted reads an element's words in pieces, one for each of its own lines.
func parted(n *dom.Node) []text {
	var pieces []text
	piece := &dom.Node{Type: dom.ElementNode, Data: "span"}
	flush := func() {
		if t := textOf(piece); t.plain != "" {
			pieces = append(pieces, t)
		}
		piece = &dom.Node{Type: dom.ElementNode, Data: "span"}
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		n.RemoveChild(c)
		if c.Type == dom.ElementNode && c.Data == "br" {
			flush()
		} else {
			piece.AppendChild(c)
		}
		c = next
	}
	flush()
	return pieces
}

func (t *text) read(n *dom.Node, whole bool) {
	for c := range n.ChildNodes() {
		switch c.Type {
		case dom.TextNode:
			t.words(c.Data, whole)
		case dom.ElementNode:
			switch c.Data {
			case "script", "style", "svg":
				continue
			case "br":
				t.words(" ", whole)
				continue
			}
			t.tags = append(t.tags, tag{len(t.plain), start(c), "</" + c.Data + ">"})
			t.read(c, whole || attribute(c, "data-figure") != "")
			t.tags = append(t.tags, tag{at: len(t.plain)})
		}
	}
}

func (t *text) words(s string, whole bool) {
	var b strings.Builder
	last, _ := utf8.DecodeLastRuneInString(t.plain)
	if t.plain == "" {
		last = ' '
	}
	blank := false
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
			blank = true
			continue
		}
		if r == typeset.Glue {
			continue
		}
		if blank && last != ' ' && last != typeset.Glue && (last < 0x2000 || r < 0x2000) {
			if whole {
				b.WriteByte(typeset.Glue) // a marked figure stands on one line
			} else {
				b.WriteByte(' ')
			}
		}
		blank, last = false, r
		b.WriteRune(r)
	}
	if blank && last != ' ' && last < 0x2000 {
		b.WriteByte(' ')
	}
	t.plain += b.String()
}

func (t *text) trim() {
	t.plain = strings.TrimRightFunc(t.plain, func(r rune) bool { return unicode.IsSpace(r) || r == typeset.Glue })
	for i := range t.tags {
		t.tags[i].at = min(t.tags[i].at, len(t.plain))
	}
}

// after is the text with words before it.
func (t text) after(words string) text {
	moved := text{plain: words + t.plain}
	for _, x := range t.tags {
		x.at += len(words)
		moved.tags = append(moved.tags, x)
	}
	return moved
}

// whole is the text as HTML on one line.
func (t text) whole() string { return t.html(0, len(t.plain), true) }

// tight is how much of a line must have words for them to be set over the whole of it. With less, as before a long figure that
// did not fit, they would stand far apart.
const tight = .9

// lines breaks the text into lines, each an element; all but the last fill the width where they can.
func (t text) lines(first, other float64) []string {
	spans := typeset.Breaks(t.plain, first, other)
	var lines []string
	room := first
	for i, at := range spans {
		class := "line"
		if i < len(spans)-1 && typeset.Width(t.plain[at.From:at.To]) > tight*room {
			class = "line full"
		}
		room = other
		lines = append(lines, `<span class="`+class+`">`+t.html(at.From, at.To, i == len(spans)-1)+`</span>`)
	}
	return lines
}

// html is a piece of the text with its tags. An element that began before the piece begins again in it, and one that goes on
// after it ends. Empty elements at the end of a piece belong to the next, but for the last.
func (t text) html(from, to int, last bool) string {
	var b strings.Builder
	var open []tag
	at := from
	begun := false // what was open before the piece has begun again
	begin := func() {
		if !begun {
			for _, x := range open {
				b.WriteString(x.open)
			}
			begun = true
		}
	}
	for _, x := range t.tags {
		if x.at > to || x.at == to && x.close != "" && !last {
			break
		}
		if x.at > from || x.at == from && x.close != "" {
			begin()
		}
		if x.at > at {
			b.WriteString(escape(t.plain[at:x.at]))
			at = x.at
		}
		if x.close != "" {
			open = append(open, x)
			if begun {
				b.WriteString(x.open)
			}
			continue
		}
		if begun {
			b.WriteString(open[len(open)-1].close)
		}
		open = open[:len(open)-1]
	}
	begin()
	b.WriteString(escape(t.plain[at:to]))
	for i := len(open) - 1; i >= 0; i-- {
		b.WriteString(open[i].close)
	}
	return b.String()
}

func escape(s string) string {
	return html.EscapeString(strings.ReplaceAll(s, string(typeset.Glue), " "))
}

// start is an element's start tag as it was.
func start(n *dom.Node) string {
	var b strings.Builder
	b.WriteString("<" + n.Data)
	for _, a := range n.Attr {
		b.WriteString(" " + a.Key + `="` + html.EscapeString(a.Val) + `"`)
	}
	b.WriteString(">")
	return b.String()
}

func attribute(n *dom.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
