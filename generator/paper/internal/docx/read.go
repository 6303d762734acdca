package docx

import (
	"fmt"
	"slices"
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

// read adds what an element of the sheet holds, in a style where its own parts have none. What goes on from the page before, by
// the class “on”, joins it. Words between its parts are a paragraph, too.
func (d *document) read(n *html.Node, style string) {
	var loose words
	for c := range n.ChildNodes() {
		if inline(c) {
			loose = append(loose, runsOf(c)...)
			continue
		}
		d.add(block{style: style, words: joined(loose)}, false)
		loose = nil
		if !dropped(c) {
			d.part(c, style)
		}
	}
	d.add(block{style: style, words: joined(loose)}, false)
}

// part adds one element.
func (d *document) part(n *html.Node, style string) {
	on := has(n, "on")
	switch {
	case n.Data == "h1":
		d.add(block{style: "Title", words: wordsOf(n)}, on)
	case n.Data == "h2":
		d.add(block{style: "Heading1", words: wordsOf(n)}, on)
	case n.Data == "h3":
		d.add(block{style: "Heading2", words: wordsOf(n)}, on)
	case n.Data == "table":
		d.table(n, on)
	case n.Data == "ul" || n.Data == "ol":
		d.list(n)
	case n.Data == "p":
		size := int(2 * length(n, "font-size:")) // of an organ with a long name
		d.add(block{style: styleOf(n, style), words: wordsOf(n), size: size}, on)
	case has(n, "copies"):
		d.read(n, "Copies")
	case n.Data == "footer":
		d.read(n, "Small")
	default:
		d.read(n, style)
	}
}

// dropped tells whether an element is the page's own, or no words.
func dropped(n *html.Node) bool {
	switch n.Data {
	case "script", "style", "svg", "template", "noscript":
		return true
	}
	return n.Type != html.ElementNode || has(n, "folio") || has(n, "no") || has(n, "nth") || has(n, "screen")
}

// inline tells whether a node is words, or an element that stands among them.
func inline(n *html.Node) bool {
	if n.Type == html.TextNode {
		return true
	}
	switch n.Data {
	case "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "kbd", "label", "mark", "q", "rp", "rt", "ruby",
		"s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr":
		return true
	}
	return false
}

// styleOf is that of a paragraph by its class.
func styleOf(p *html.Node, other string) string {
	switch {
	case has(p, "organ"):
		return "Organ"
	case has(p, "number"):
		return "Number"
	case has(p, "flush"):
		return "Flush"
	case has(p, "left"):
		return "Left"
	case has(p, "signature"):
		return "Signature"
	}
	return other
}

// add adds a paragraph that has words.
func (d *document) add(x block, on bool) {
	if len(x.words) == 0 {
		return
	}
	if n := len(d.blocks); on && n > 0 && d.blocks[n-1].rows == nil {
		last := &d.blocks[n-1]
		last.words = joined(slices.Concat(last.words, words{{text: string(lineEnd)}}, x.words))
		return
	}
	d.blocks = append(d.blocks, x)
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
			d.add(block{style: "Body", words: append(words{{text: mark}}, wordsOf(c)...)}, false)
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
				if len(r.cells) > 0 { // a word processor refuses a row of none
					t.rows = append(t.rows, r)
				}
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
	d.add(block{style: "Caption", words: caption}, false)
	if len(t.rows) > 0 {
		d.blocks = append(d.blocks, t)
	}
}

// width is a column's, in twentieths of a point.
func width(col *html.Node) int { return int(length(col, "width:")*20 + .5) }

// length reads a length in points from an element's style; 0 for none, or for one that is on no paper.
func length(n *html.Node, property string) float64 {
	_, text, _ := strings.Cut(attribute(n, "style"), property)
	text, _, _ = strings.Cut(text, "pt")
	points, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(points > 0 && points < 1600) {
		return 0
	}
	return points
}

// Between words may stand a space, the end of a line of the sheet, which is no space, or what makes a new line of the document.
// They are written in the words until joined puts in what is left of them. A later one outweighs an earlier.
const (
	space   = ' '
	lineEnd = '\v'
	partEnd = '\f'
	newLine = '\n' // the document's own, by <br>
)

var gaps = []rune{space, lineEnd, partEnd}

// wordsOf reads an element's words. The lines of a sheet are joined; a line break of the document's own stays.
func wordsOf(n *html.Node) words { return joined(runsOf(n)) }

func runsOf(top *html.Node) words {
	var w words
	end := lineEnd
	if top.Data == "h1" || has(top, "signature") { // whose lines are the document's own
		end = partEnd
	}
	var read func(n *html.Node, strong bool)
	read = func(n *html.Node, strong bool) {
		if n.Type == html.TextNode {
			w = append(w, run{strings.Map(visible, n.Data), strong})
			return
		}
		if dropped(n) {
			return
		}
		around := ""
		switch {
		case n.Data == "br":
			around = string(newLine)
		case has(n, "line"):
			around = string(end)
		case n != top && !inline(n):
			around = string(partEnd)
		}
		strong = strong || n.Data == "strong" || n.Data == "b" && attribute(n, "data-figure") == ""
		w = append(w, run{around, strong})
		for c := range n.ChildNodes() {
			read(c, strong)
		}
		if n.Data != "br" {
			w = append(w, run{around, strong})
		}
	}
	read(top, false)
	return w
}

// visible drops what XML cannot hold. What breaks a line in the source only ends it.
func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\r':
		return lineEnd
	case r == '\t' || r == '\f':
		return space
	case unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF:
		return -1
	}
	return r
}

// joined puts runs of one type together, and between words what is left of the gap: a space between lines whose ends are both
// of letters.
func joined(w words) words {
	var all words
	var last, gap rune // last is 0 before the first
	put := func(r rune, strong bool) {
		if n := len(all); n > 0 && (all[n-1].strong == strong || r == space) {
			all[n-1].text += string(r)
		} else {
			all = append(all, run{string(r), strong})
		}
		last = r
	}
	breaks := 0 // line breaks that are put in when a word comes
	for _, x := range w {
		for _, r := range x.text {
			switch {
			case r == newLine:
				breaks, gap = breaks+1, 0
				continue
			case slices.Contains(gaps, r):
				if slices.Index(gaps, r) > slices.Index(gaps, gap) {
					gap = r
				}
				continue
			case last == 0:
			case breaks > 0:
				for range breaks {
					put(newLine, x.strong)
				}
			case gap == partEnd:
				put(newLine, x.strong)
			case gap == space || gap == lineEnd && latin(last) && latin(r):
				put(space, x.strong)
			}
			put(r, x.strong)
			breaks, gap = 0, 0
		}
	}
	return all
}

// latin tells whether a letter or digit is of the Latin alphabet.
func latin(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
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
