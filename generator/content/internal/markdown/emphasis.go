package markdown

import (
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasis parses * and _ as CommonMark does, except that beside a * Chinese
// punctuation does not count as punctuation. CommonMark's flanking rules rest
// on spaces between words: they refuse to close the bold of **办理结果：**已经,
// because a punctuation mark stands before the ** and a letter after it.
type emphasis struct{}

func (emphasis) Trigger() []byte { return []byte{'*', '_'} }

func (emphasis) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	node := parser.ScanDelimiter(line, before, 1, asterisks{})
	if node == nil {
		return nil
	}
	if node.Char == '*' {
		after := ' '
		if node.Length < len(line) {
			after = util.ToRune(line, node.Length)
		}
		node.CanOpen = !util.IsSpaceRune(after) && (!breaksWord(after) || util.IsSpaceRune(before) || breaksWord(before))
		node.CanClose = !util.IsSpaceRune(before) && (!breaksWord(before) || util.IsSpaceRune(after) || breaksWord(after))
	}
	node.Segment = segment.WithStop(segment.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

// breaksWord reports whether r is punctuation in a script that writes spaces.
func breaksWord(r rune) bool { return util.IsPunctRune(r) && !isHan(r) }

// isHan reports whether r is a Chinese character or the punctuation of Chinese
// text, including the quotes, dash and ellipsis that other scripts share.
func isHan(r rune) bool {
	switch {
	case r < 0x2010:
		return r == '·'
	case r <= 0x2026:
		return r == '—' || r == '‘' || r == '’' || r == '“' || r == '”' || r == '…'
	case r >= 0x3000 && r <= 0x303f, r >= 0xff00 && r <= 0xffef:
		return true
	}
	return unicode.Is(unicode.Han, r)
}

// asterisks is goldmark's own delimiter rule, which it does not export.
type asterisks struct{}

func (asterisks) IsDelimiter(b byte) bool { return b == '*' || b == '_' }
func (asterisks) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}
func (asterisks) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
