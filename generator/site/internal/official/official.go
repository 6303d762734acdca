// Package official (公文) lays a document of the presidium on paper as GB/T 9704-2012 (党政机关公文格式) prescribes: a type area
// of 156 × 225 mm, 22 lines of 28 characters, the red head, page numbers at the outer edge.
//
// A document is written as running text. Its lines and pages are decided here, so that every browser prints the same.
package official

import (
	"bytes"
	"fmt"
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"gongshi/generator/site/internal/typeset"

	dom "golang.org/x/net/html"
)

const (
	lines      = 22   // on a page
	characters = 28   // on a line
	pitch      = 15.8 // points from character to character: 156 mm / 28
	height     = 29.0 // points from line to line: 225 mm / 22
)

// Heights in lines of what is not text in lines.
const (
	head = 8 // from the top of the type area: 35 mm white, the organ, two lines, the number, 4 mm, the red rule
	copy = 1 // each line of who gets a copy
)

// Pages lays out a document, given as the HTML of its parts in order: <header class="red"> with the organ and the number;
// <h1>, whose line breaks stay; <p class="flush"> to whom it goes; <p>, <h2>, <h3>, lists and tables; <p class="annex"> above
// <p class="signature">; <footer class="copies"> at the foot of the last page. It gives a section for each page, and keeps the elements within a
// line. The HTML must be such as html/template makes: it is not made harmless here.
func Pages(document []byte) ([]byte, error) {
	context := &dom.Node{Type: dom.ElementNode, Data: "main", DataAtom: atom.Main}
	nodes, err := dom.ParseFragment(bytes.NewReader(document), context)
	if err != nil {
		return nil, err
	}
	var d layout
	for _, n := range nodes {
		d.part(n)
	}
	runs := make([]typeset.Run, len(d.parts))
	for i, p := range d.parts {
		runs[i] = p.run()
	}
	pages := typeset.Fill(lines, runs)
	var out bytes.Buffer
	for n, pieces := range pages {
		fmt.Fprintf(&out, "<section class=\"sheet A4 document\">\n<div class=\"grid\">\n")
		for _, piece := range pieces {
			d.parts[piece.Run].write(&out, piece.From, piece.To)
		}
		side := "odd"
		if n%2 == 1 {
			side = "even"
		}
		fmt.Fprintf(&out, "</div>\n<p class=\"folio %s\">— %d —</p>\n</section>\n", side, n+1)
	}
	return out.Bytes(), nil
}

// A layout is the parts of a document in order.
type layout struct{ parts []part }

// A part is an element of the document: lines or rows that a page may end between, or one block.
type part struct {
	open, close string // the element; open without the end of its start tag
	class       string
	head        string   // of a table, again on every page
	rows        []string // HTML
	heights     []float64
	headHeight  float64
	keep, end   bool
}

func (p part) run() typeset.Run {
	return typeset.Run{Head: p.headHeight, Blocks: p.heights, Keep: p.keep, End: p.end}
}

// write writes what one page has of the part. What goes on from the page before says so by the class “on”.
func (p part) write(w *bytes.Buffer, from, to int) {
	class := p.class
	if from > 0 {
		class = strings.TrimSpace(class + " on")
	}
	w.WriteString("<" + p.open)
	if class != "" {
		w.WriteString(` class="` + class + `"`)
	}
	w.WriteString(">" + p.head)
	for _, row := range p.rows[from:to] {
		w.WriteString(row)
	}
	w.WriteString(p.close + "\n")
}

// part adds an element of the document.
func (d *layout) part(n *dom.Node) {
	if n.Type == dom.TextNode {
		var t text
		t.words(n.Data, false)
		t.trim()
		d.paragraph("p", "", t, indent, false)
		return
	}
	if n.Type != dom.ElementNode {
		return
	}
	class := attribute(n, "class")
	switch {
	case n.Data == "header":
		d.block("header", "red", head, redHead(n), false)
	case n.Data == "h1":
		d.title(n)
	case n.Data == "h2" || n.Data == "h3" || n.Data == "h4":
		d.paragraph("h"+min(n.Data[1:], "3"), "", textOf(n), indent, true)
	case n.Data == "p" && class == "signature":
		d.signature(n)
	case n.Data == "p" && (class == "flush" || class == "legend"):
		d.paragraph("p", "flush", textOf(n), 0, false)
	case n.Data == "p" && class == "annex":
		d.paragraph("p", "", textOf(n), indent, false)
		d.parts[len(d.parts)-1].end = true
	case n.Data == "p":
		d.paragraph("p", "", textOf(n), indent, false)
	case n.Data == "ul" || n.Data == "ol":
		d.list(n)
	case n.Data == "table":
		d.table(n)
	case n.Data == "footer":
		d.copies(n)
	case n.Data == "script" || n.Data == "style" || n.Data == "svg":
	default: // a wrapper, such as a division
		for c := range n.ChildNodes() {
			d.part(c)
		}
	}
}

// indent is that of a paragraph's first line, in characters.
const indent = 2

func (d *layout) block(element, class string, height float64, content string, end bool) {
	d.parts = append(d.parts, part{open: element, close: "</" + element + ">", class: class, rows: []string{content}, heights: []float64{height}, end: end})
}

func (d *layout) paragraph(element, class string, t text, first float64, keep bool) {
	if t.plain == "" {
		return
	}
	p := part{open: element, close: "</" + element + ">", class: class, keep: keep}
	for _, line := range t.lines(characters-first, characters) {
		p.rows, p.heights = append(p.rows, line), append(p.heights, 1)
	}
	if first > 0 {
		p.rows[0] = strings.Replace(p.rows[0], `class="line`, `class="first line`, 1)
	}
	if keep { // a heading is not parted
		p.rows, p.heights = []string{strings.Join(p.rows, "")}, []float64{float64(len(p.rows))}
	}
	d.parts = append(d.parts, p)
}

// title lays a title out in the middle, each of its lines as long as the other, under two blank lines and above one.
func (d *layout) title(n *dom.Node) {
	const size = 22 / pitch // of its type, in characters of the text
	var content strings.Builder
	count := 0.0
	for _, t := range parted(n) {
		for _, line := range typeset.Even(t.plain, characters/size) {
			content.WriteString(`<span class="line">` + html.EscapeString(line) + `</span>`)
			count++
		}
	}
	d.block("h1", "", count+3, content.String(), false)
	d.parts[len(d.parts)-1].keep = true
}

// signature sets who signs and the day at the right, under a blank line.
func (d *layout) signature(n *dom.Node) {
	var content strings.Builder
	count := 1.0
	for _, t := range parted(n) {
		content.WriteString(`<span class="line">` + t.whole() + `</span>`)
		count++
	}
	d.block("p", "signature", count, content.String(), true)
}

// copies is the foot of the last page: who gets a copy, between two rules.
func (d *layout) copies(n *dom.Node) {
	var content strings.Builder
	count := 0.0
	for c := range n.ChildNodes() {
		t := textOf(c)
		if t.plain == "" {
			continue
		}
		content.WriteString("<p>")
		const size = 14 / pitch
		for i, line := range t.lines(characters/size-2, characters/size-5) {
			if i > 0 {
				line = strings.Replace(line, `class="line`, `class="next line`, 1)
			}
			content.WriteString(line)
			count += copy
		}
		content.WriteString("</p>")
	}
	if count > 0 {
		d.block("div", "copies", count+1, content.String(), true)
	}
}

// list makes each item a paragraph with its number or a dot before it.
func (d *layout) list(n *dom.Node) {
	number := 0
	for c := range n.ChildNodes() {
		if c.Type != dom.ElementNode {
			continue
		}
		number++
		t := textOf(c)
		if n.Data == "ol" {
			t = t.after(fmt.Sprintf("%d．", number))
		} else {
			t = t.after("·")
		}
		d.paragraph("p", "", t, indent, false)
	}
}

// redHead fits the organ's name in its line.
func redHead(n *dom.Node) string {
	var content strings.Builder
	for c := range n.ChildNodes() {
		if c.Type != dom.ElementNode {
			continue
		}
		t, class := textOf(c), attribute(c, "class")
		style := ""
		if class == "organ" {
			const largest, width = 36.0, 156 / 25.4 * 72
			style = fmt.Sprintf(` style="font-size:%.4gpt"`, min(largest, width/1.06/max(1, typeset.Width(t.plain))))
		}
		fmt.Fprintf(&content, "<p class=\"%s\"%s>%s</p>", html.EscapeString(class), style, t.whole())
	}
	return content.String()
}
