package docx

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// A document is the paragraphs and tables of a sheet, in order.
type document struct{ blocks []block }

// A block is a paragraph with its style, or a table.
type block struct {
	style  string
	words  words
	size   int // of the type in half points, where it is not the style's
	rows   []row
	widths []int // of the columns, in twentieths of a point
}

type row struct {
	head  bool
	cells []words
}

// words are those of a paragraph, in runs of one type. A line break in them is one.
type words []run

type run struct {
	text   string
	strong bool
}

// read adds what an element of the sheet holds. What goes on from the page before, by the class “on”, joins it.
func (d *document) read(n *html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			d.paragraph("Body", wordsOf(c), false)
			continue
		}
		if c.Type != html.ElementNode {
			continue
		}
		on := has(c, "on")
		switch {
		case has(c, "folio") || has(c, "nth") || has(c, "screen"): // the page's own
		case c.Data == "h1":
			d.paragraph("Title", wordsOf(c), on)
		case c.Data == "h2":
			d.paragraph("Heading1", wordsOf(c), on)
		case c.Data == "h3":
			d.paragraph("Heading2", wordsOf(c), on)
		case c.Data == "table":
			d.table(c, on)
		case c.Data == "ul" || c.Data == "ol":
			d.list(c)
		case c.Data == "p":
			d.paragraph(styleOf(c), wordsOf(c), on)
			if points := length(c, "font-size:"); points > 0 && len(d.blocks) > 0 { // of an organ with a long name
				d.blocks[len(d.blocks)-1].size = int(2 * points)
			}
		case c.Data == "script" || c.Data == "style" || c.Data == "svg":
		default:
			d.read(c)
		}
	}
}

// styles are those of a paragraph by its class, or by that of what holds it.
func styleOf(p *html.Node) string {
	switch {
	case has(p, "organ"):
		return "Organ"
	case has(p, "number"):
		return "Number"
	case has(p, "flush"):
		return "Flush"
	case has(p, "signature"):
		return "Signature"
	case p.Parent != nil && has(p.Parent, "copies"):
		return "Copies"
	}
	return "Body"
}

func (d *document) paragraph(style string, w words, on bool) {
	if len(w) == 0 {
		return
	}
	if n := len(d.blocks); on && n > 0 && d.blocks[n-1].rows == nil {
		last := &d.blocks[n-1]
		last.words = join(last.words, w)
		return
	}
	d.blocks = append(d.blocks, block{style: style, words: w})
}

func (d *document) list(n *html.Node) {
	number := 0
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			number++
			mark := "·"
			if n.Data == "ol" {
				mark = fmt.Sprintf("%d．", number)
			}
			d.paragraph("Body", append(words{{text: mark}}, wordsOf(c)...), false)
		}
	}
}

func (d *document) table(n *html.Node, on bool) {
	var t block
	var caption words
	var read func(n *html.Node, head bool)
	read = func(n *html.Node, head bool) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type != html.ElementNode:
			case c.Data == "caption":
				caption = wordsOf(c)
			case c.Data == "col":
				t.widths = append(t.widths, width(c))
			case c.Data == "tr":
				r := row{head: head}
				for x := range c.ChildNodes() {
					if x.Type == html.ElementNode {
						r.cells = append(r.cells, wordsOf(x))
					}
				}
				t.rows = append(t.rows, r)
			default:
				read(c, c.Data == "thead")
			}
		}
	}
	read(n, false)
	if k := len(d.blocks); on && k > 0 && d.blocks[k-1].rows != nil {
		for _, r := range t.rows {
			if !r.head {
				d.blocks[k-1].rows = append(d.blocks[k-1].rows, r)
			}
		}
		return
	}
	if len(t.rows) > 0 {
		d.paragraph("Caption", caption, false)
		d.blocks = append(d.blocks, t)
	}
}

// width is a column's, in twentieths of a point.
func width(col *html.Node) int { return int(length(col, "width:")*20 + .5) }

// length reads a length in points from an element's style; 0 for none.
func length(n *html.Node, property string) float64 {
	_, text, _ := strings.Cut(attribute(n, "style"), property)
	text, _, _ = strings.Cut(text, "pt")
	points, _ := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return points
}

// wordsOf reads an element's words. The lines of a sheet are joined; a line break of the document's own stays.
func wordsOf(n *html.Node) words {
	var w words
	heading := n.Data == "h1" || has(n, "signature")
	var read func(n *html.Node, strong bool)
	read = func(n *html.Node, strong bool) {
		if n.Type == html.TextNode {
			if text := strings.Map(visible, n.Data); strings.TrimSpace(text) != "" || len(w) > 0 && !strings.Contains(n.Data, "\n") {
				w = append(w, run{text, strong})
			}
			return
		}
		if n.Type != html.ElementNode {
			return
		}
		switch {
		case n.Data == "script" || n.Data == "style" || n.Data == "svg":
			return
		case n.Data == "br" || heading && has(n, "line") && len(w) > 0:
			w = append(w, run{"\n", strong})
		case has(n, "line") && len(w) > 0:
			w = append(w, run{"", strong}) // where lines join
		}
		for c := range n.ChildNodes() {
			read(c, strong || n.Data == "strong" || n.Data == "b" && attribute(n, "data-figure") == "")
		}
	}
	read(n, false)
	return joined(w)
}

// visible drops what breaks lines in the source only.
func visible(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' {
		return ' '
	}
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

// joined puts runs of one type together, with a space between lines whose ends are both of letters.
func joined(w words) words {
	var all words
	for i, r := range w {
		if r.text == "" && i > 0 && i+1 < len(w) && latin(w[i-1].text, false) && latin(w[i+1].text, true) {
			r.text = " "
		}
		if n := len(all); n > 0 && all[n-1].strong == r.strong {
			all[n-1].text += r.text
		} else if r.text != "" {
			all = append(all, r)
		}
	}
	if len(all) > 0 {
		all[0].text = strings.TrimLeft(all[0].text, " \n")
		all[len(all)-1].text = strings.TrimRight(all[len(all)-1].text, " \n")
	}
	if len(all) == 1 && all[0].text == "" {
		return nil
	}
	return all
}

func join(before, after words) words {
	return joined(append(append(before, run{}), after...))
}

// latin tells whether a text begins or ends with a letter or digit of the Latin alphabet.
func latin(text string, first bool) bool {
	if text == "" {
		return false
	}
	b := text[len(text)-1]
	if first {
		b = text[0]
	}
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}

func find(n *html.Node, is func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && is(n) {
		return n
	}
	for c := range n.ChildNodes() {
		if found := find(c, is); found != nil {
			return found
		}
	}
	return nil
}

func textOf(n *html.Node) string {
	var text string
	for _, r := range wordsOf(n) {
		text += r.text
	}
	return text
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(attribute(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}
