package markdown

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Passage is the text of one heading, paragraph, list item, table cell or block of code as a reader sees it, which knows
// where each part of it stands in the source. A line that begins anew begins after a newline.
type Passage struct {
	Text    string
	Heading int   // its level as written, 1 to 6; 0 for what is no heading
	List    int   // how many lists it is in
	Cell    bool  // of a table
	Quoted  bool  // in a quotation, or code
	runs    []run // in order; never empty
}

// run is a stretch of a passage that stands in the source as it is shown.
type run struct{ shown, source int } // byte offsets of its start

// Off is the offset in the source of the byte that is shown at offset i of the text.
func (p Passage) Off(i int) int {
	n := sort.Search(len(p.runs), func(n int) bool { return p.runs[n].shown > i })
	r := p.runs[max(0, n-1)]
	return r.source + max(0, i-r.shown)
}

// Passages gives the passages of a source that Render renders, in the order of the text.
func Passages(source []byte) []Passage {
	w := passageWriter{source: source}
	// The callback never returns an error, so neither does Walk.
	_ = ast.Walk(commonMark.Parse(text.NewReader(source)), func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := node.(type) {
		case *ast.Text:
			if entering {
				w.text(n)
			}
		case *ast.RawHTML:
			if entering {
				w.segments(n.Segments)
			}
			return ast.WalkSkipChildren, nil
		case *ast.AutoLink:
			if entering {
				w.add(string(n.Label(source)), n.Pos()+len("<"))
			}
		case *ast.Image: // its words stand apart from those around it
			w.end()
		case *ast.FencedCodeBlock:
			if w.end(); entering {
				w.block = n
				w.segments(n.Lines())
			}
		default:
			if n.Type() == ast.TypeBlock {
				w.end()
				w.block = n
			}
		}
		return ast.WalkContinue, nil
	})
	return w.all
}

// passageWriter puts passages together.
type passageWriter struct {
	source []byte
	all    []Passage
	block  ast.Node        // that the open passage stands in
	shown  strings.Builder // of the open passage
	runs   []run
}

// add shows a text that stands, or begins, at an offset of the source.
func (w *passageWriter) add(text string, off int) {
	if text != "" {
		w.runs = append(w.runs, run{w.shown.Len(), off})
		w.shown.WriteString(text)
	}
}

// end closes the open passage, if it shows anything.
func (w *passageWriter) end() {
	if text := w.shown.String(); strings.TrimSpace(text) != "" {
		p := Passage{Text: text, runs: w.runs}
		for n := w.block; n != nil; n = n.Parent() {
			switch n := n.(type) {
			case *ast.Heading:
				p.Heading = n.Level
			case *ast.List:
				p.List++
			case *ast.Blockquote, *ast.FencedCodeBlock:
				p.Quoted = true
			case *tables.TableCell:
				p.Cell = true
			}
		}
		w.all = append(w.all, p)
	}
	w.shown.Reset()
	w.runs = nil
}

func (w *passageWriter) segments(lines *text.Segments) {
	for i := range lines.Len() {
		s := lines.At(i)
		w.add(string(s.Value(w.source)), s.Start)
	}
}

// text adds what textNode writes.
func (w *passageWriter) text(n *ast.Text) {
	value, off := n.Segment.Value(w.source), n.Segment.Start
	if n.IsRaw() {
		w.add(string(value), off)
		return
	}
	if startsLine(n) {
		trimmed := bytes.TrimLeft(value, "　")
		value, off = trimmed, off+len(value)-len(trimmed)
	}
	w.unescaped(value, off)
	switch stop := n.Segment.Stop; {
	case n.HardLineBreak(), n.SoftLineBreak() && startsItem(nextLine(w.source, stop)):
		w.add("\n", stop)
	case n.SoftLineBreak() && !joined(w.source, stop):
		w.add(" ", stop)
	}
}

// maxEntity is longer than any entity (&CounterClockwiseContourIntegral;) and any numeric reference.
const maxEntity = 40

// unescaped adds a text with its backslashes and entities undone.
func (w *passageWriter) unescaped(value []byte, off int) {
	plain := 0 // start of what is not yet added
	for i := 0; i < len(value); i++ {
		var shown []byte
		length := 0 // of the escape
		switch {
		case value[i] == '\\' && i+1 < len(value) && util.IsPunct(value[i+1]):
			shown, length = value[i+1:i+2], 2
		case value[i] == '&':
			end := bytes.IndexByte(value[i:min(len(value), i+maxEntity)], ';')
			if end < 0 {
				continue
			}
			length = end + 1
			entity := value[i : i+length]
			if shown = util.ResolveEntityNames(util.ResolveNumericReferences(entity)); bytes.Equal(shown, entity) {
				continue
			}
		default:
			continue
		}
		w.add(string(value[plain:i]), off+plain)
		w.add(string(shown), off+i)
		i += length - 1
		plain = i + 1
	}
	w.add(string(value[plain:]), off+plain)
}
