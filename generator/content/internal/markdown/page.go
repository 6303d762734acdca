package markdown

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// page takes the HTML of one body and collects on the way what else it holds.
// It is a util.BufWriter, so that goldmark writes into it without another
// buffer; its Buffer is kept from body to body.
type page struct {
	bytes.Buffer
	Result
	headings int
}

func (p *page) Buffered() int { return p.Len() }
func (p *page) Flush() error  { return nil }

// maxNotes keeps a hostile text from filling the screen; a clerk mends that
// many and runs again.
const maxNotes = 50

func (p *page) note(off int, warning bool, rule, text, hint string) {
	if len(p.Notes) < maxNotes {
		p.Notes = append(p.Notes, Note{off, warning, rule, text, hint})
	}
}

// elements renders the nodes whose HTML differs from goldmark's. The writer
// that its functions get is always a *page.
type elements struct{}

func (elements) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHeading, heading)
	r.Register(ast.KindText, textNode)
	r.Register(ast.KindLink, linkNode)
	r.Register(ast.KindImage, image)
	r.Register(ast.KindAutoLink, autoLink)
	r.Register(ast.KindRawHTML, rawHTML)
}

// heading writes ## as h2, as the manual tells clerks to write: the page's h1 is its title, so # is no higher.
func heading(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, level := w.(*page), "0223456"[node.(*ast.Heading).Level]
	if !entering {
		p.WriteString("</h")
		p.WriteByte(level)
		p.WriteString(">\n")
		return ast.WalkContinue, nil
	}
	p.headings++
	p.WriteString("<h")
	p.WriteByte(level)
	p.WriteString(` id="s-`)
	p.Write(strconv.AppendInt(p.AvailableBuffer(), int64(p.headings), 10))
	p.WriteString(`">`)
	return ast.WalkContinue, nil
}

// textNode writes text, without the indent of a Chinese paragraph and without
// a space where a line of Chinese goes on in the next.
func textNode(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Text)
	value := n.Segment.Value(source)
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(w, value)
		return ast.WalkContinue, nil
	}
	if startsLine(n) {
		value = bytes.TrimLeft(value, "　")
	}
	html.DefaultWriter.Write(w, value)
	switch {
	case n.HardLineBreak(), n.SoftLineBreak() && startsItem(nextLine(source, n.Segment.Stop)):
		w.WriteString("<br>\n")
	case n.SoftLineBreak() && !joined(source, n.Segment.Stop):
		w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// startsLine reports whether a text is the first of its line.
func startsLine(n *ast.Text) bool {
	if n.PreviousSibling() == nil {
		return n.Parent().Type() == ast.TypeBlock
	}
	before, ok := n.PreviousSibling().(*ast.Text)
	return ok && before.SoftLineBreak()
}

// markup is what may stand between the end of a line and its nearest
// character of text.
const markup = " \t　*_`>[]!~"

// nextLine gives the text after the first newline at or after off, without
// indent and quote marks.
func nextLine(source []byte, off int) []byte {
	_, next, _ := bytes.Cut(source[off:], []byte("\n"))
	return bytes.TrimLeft(next[:min(len(next), 64)], " \t>")
}

// joined reports whether the line that ends at off and the next one are one
// run of Chinese.
func joined(source []byte, off int) bool {
	last, _ := utf8.DecodeLastRune(bytes.TrimRight(source[max(0, off-64):off], markup))
	first, _ := utf8.DecodeRune(bytes.TrimLeft(nextLine(source, off), markup))
	return isHan(last) && isHan(first)
}

// startsItem reports whether a line begins with the indent of a Chinese
// paragraph or with an item number, such as 一、 （二） 3． 4、 ⑤. Such lines
// are meant to stand on their own.
func startsItem(line []byte) bool {
	r, n := utf8.DecodeRune(line)
	if '①' <= r && r <= '⑳' || bytes.HasPrefix(line, []byte("　　")) {
		return true
	}
	bracket := r == '（'
	if bracket {
		line = line[n:]
	}
	rest := bytes.TrimLeft(line, "0123456789０１２３４５６７８９一二三四五六七八九十百")
	if len(rest) == len(line) || len(line)-len(rest) > 4*len("十") {
		return false
	}
	r, _ = utf8.DecodeRune(rest)
	return bracket && r == '）' || !bracket && (r == '、' || r == '．')
}

func linkNode(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, n := w.(*page), node.(*ast.Link)
	if !entering {
		if n.Destination != nil {
			p.WriteString("</a>")
		}
		return ast.WalkContinue, nil
	}
	if !p.open(n.Destination, n.Pos(), false) {
		n.Destination = nil // refused: its text stays, see leaving
		return ast.WalkContinue, nil
	}
	p.title(n.Title)
	p.WriteByte('>')
	return ast.WalkContinue, nil
}

func image(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, n := w.(*page), node.(*ast.Image)
	if !entering || !p.open(n.Destination, n.Pos(), true) {
		return ast.WalkSkipChildren, nil
	}
	p.WriteString(` alt="`)
	start := p.Len()
	p.alt(source, n)
	if len(bytes.TrimSpace(p.Bytes()[start:])) == 0 {
		p.note(n.Pos(), true, RuleLink, "图片没有说明文字", "在方括号里写上图里是什么，如 ![修好的水渠](../photos/1.jpg)，看不见图的人靠它了解内容")
	}
	p.WriteByte('"')
	p.title(n.Title)
	p.WriteString(` loading="lazy">`)
	return ast.WalkSkipChildren, nil
}

func autoLink(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, n := w.(*page), node.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	to := n.URL(source)
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(string(to)), "mailto:") {
		to = append([]byte("mailto:"), to...)
	}
	opened := p.open(to, n.Pos(), false)
	if opened {
		p.WriteByte('>')
	}
	html.DefaultWriter.RawWrite(p, n.Label(source))
	if opened {
		p.WriteString("</a>")
	}
	return ast.WalkContinue, nil
}

// rawHTML shows a tag or comment as the text it is.
func rawHTML(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	p, n := w.(*page), node.(*ast.RawHTML)
	if !entering || n.Segments.Len() == 0 {
		return ast.WalkSkipChildren, nil
	}
	first := n.Segments.At(0)
	if !bytes.HasPrefix(first.Value(source), []byte("</")) { // one warning a pair
		p.note(first.Start, true, RuleText, "网页代码（HTML）会照原样显示成文字", "删掉尖括号里的代码；加粗写成 **文字**")
	}
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		html.DefaultWriter.RawWrite(p, s.Value(source))
	}
	return ast.WalkSkipChildren, nil
}

// open writes <a href="…" or <img src="…" without its end and notes the link,
// or reports why the address is refused.
func (p *page) open(dest []byte, off int, image bool) bool {
	to := string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(dest))))
	if text, hint := refused(to, image); text != "" {
		p.note(off, false, RuleLink, text, hint)
		return false
	}
	scheme := schemeOf(to)
	href := to
	if scheme == "" {
		href = pageOf(to)
		if u, err := url.PathUnescape(to); err == nil {
			to = u
		}
	}
	p.Links = append(p.Links, Link{To: to, Image: image, Off: off})
	if image {
		p.WriteString(`<img src="`)
	} else {
		p.WriteString(`<a href="`)
	}
	html.DefaultWriter.RawWrite(p, util.URLEscape([]byte(href), false))
	p.WriteByte('"')
	if !image && strings.HasPrefix(scheme, "http") {
		p.WriteString(` rel="noopener"`)
	}
	return true
}

// refused says what is wrong with the address of a link or image, if anything.
func refused(to string, image bool) (text, hint string) {
	if len(to) > 2000 {
		return "网址太长", "换一个短一些的网址"
	}
	if strings.TrimSpace(to) == "" {
		return "链接没有写地址", "在圆括号里写上地址，如 [回复](../suggestions/2025-014.md)"
	}
	if strings.Contains(to, `\`) {
		return "地址里有反斜杠 \\", "换成 /，如 ../photos/x.jpg"
	}
	if strings.HasPrefix(to, "/") {
		return "地址不能以 / 开头", "写成相对于本文件的地址，如 ../suggestions/2025-014.md；别的网站要写全 https://"
	}
	switch scheme := schemeOf(to); {
	case scheme == "" && to[0] != ':':
		return "", ""
	case image:
		return "图片不能放在别的网站上", "先把图片存到 content 文件夹里，再写成 ![说明](../photos/x.jpg)"
	case scheme == "http", scheme == "https", scheme == "mailto", scheme == "tel":
		return "", ""
	default:
		return "不能用“" + scheme + ":”开头的链接", "可以用 https://、http://、mailto:、tel:，或者本文件夹里的文件"
	}
}

// schemeOf gives what stands before the first colon of an address, in lower
// case, or "" if it is relative.
func schemeOf(to string) string {
	if i := strings.IndexAny(to, ":/?#"); i >= 0 && to[i] == ':' {
		return strings.ToLower(to[:i])
	}
	return ""
}

// pageOf turns the address of a record into that of its page: a.md#s-1 → a.html#s-1.
func pageOf(to string) string {
	end := strings.IndexAny(to, "?#")
	if end < 0 {
		end = len(to)
	}
	for _, record := range []string{".md", ".toml"} {
		if name, ok := strings.CutSuffix(to[:end], record); ok {
			return name + ".html" + to[end:]
		}
	}
	return to
}

// title writes the title of the link or image noted last.
func (p *page) title(title []byte) {
	if title != nil {
		p.WriteString(` title="`)
		p.Links[len(p.Links)-1].Title = string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(title))))
		html.DefaultWriter.Write(p, title)
		p.WriteByte('"')
	}
}

// alt writes the text inside an image's brackets.
func (p *page) alt(source []byte, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			html.DefaultWriter.Write(p, t.Segment.Value(source))
		} else {
			p.alt(source, c)
		}
	}
}
