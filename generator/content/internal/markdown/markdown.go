// Package markdown renders the Markdown of a record as safe HTML, and tells
// what else it holds.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The rules that notes come under.
const (
	RuleText = "markdown"      // the text
	RuleLink = "markdown-link" // a link or image
)

// Note is something a clerk should know, at a byte offset of the source.
type Note struct {
	Off        int
	Warning    bool // the text can be shown nevertheless
	Rule       string
	Text, Hint string
}

// Link is a link or image, at a byte offset of the source. To is its address
// as written, with %xx undone if it is relative; Title what shows when a
// reader points at it.
type Link struct {
	To, Title string
	Image     bool
	Off       int
}

// Result is what Render makes of a source.
type Result struct {
	HTML  string
	Links []Link // in the order of the text
	Notes []Note // in the order of the text, at most maxNotes
}

// Renderer renders one source after another with the same buffer. The zero
// Renderer is ready.
type Renderer struct{ page page }

// Render renders source, which is valid UTF-8 with lines ending in \n and may
// be reused afterwards. A source over the limits gives a note and no HTML.
func (r *Renderer) Render(source []byte) Result {
	if len(bytes.TrimSpace(source)) == 0 {
		return Result{}
	}
	p := &r.page
	p.Reset()
	*p = page{Buffer: p.Buffer}
	if off, what := overLimits(source); what != "" {
		p.note(off, false, RuleText, what, "把这部分拆成几段或几个文件")
		return p.Result
	}
	doc := commonMark.Parse(text.NewReader(source))
	// A page never fails to take bytes and no element returns an error.
	_ = html5.Render(p, source, doc)
	p.HTML = p.String()
	return p.Result
}

// The Markdown a clerk may write is CommonMark with tables, less what does
// harm in Chinese office texts: four leading spaces are an indent, not code; a
// row of dashes is a rule, not a heading mark on the line above; [x]: y defines
// nothing. HTML blocks are left to the inline parser, which shows tags as text.
var commonMark = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(paragraphs{parser.NewParagraphParser()}, 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(emphasis{}, 500),
	),
	parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0), util.Prioritized(columns{}, 10)),
)

var html5 = renderer.NewRenderer(renderer.WithNodeRenderers(
	util.Prioritized(elements{}, 100), // before goldmark's own
	util.Prioritized(extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)), 500),
	util.Prioritized(html.NewRenderer(), 1000),
))

// paragraphs lets a paragraph begin with any indent.
type paragraphs struct{ parser.BlockParser }

func (paragraphs) CanAcceptIndentedLine() bool { return true }

// columns makes the heads of a table say that they are for columns, so that a screen reader reads them with each cell.
type columns struct{}

func (columns) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == tables.KindTableHeader {
			for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
				cell.SetAttributeString("scope", "col")
			}
		}
		return ast.WalkContinue, nil
	})
}
