package content

import (
	"html/template"

	"gongshi/generator/content/internal/markdown"
)

// Body is the Markdown part of a file, rendered when the file was read.
type Body struct {
	html  string
	links []markdown.Link
	start int // offset in the file's text
	file  *File
}

// Link is a link or an image in a Body.
type Link struct {
	To    string // as written: "../photos/x.jpg", "https://…", "#s-2"; %xx undone if it is relative
	Title string // what shows when a reader points at it; mostly empty
	Image bool
	Pos   Pos
}

// HTML gives the body as safe HTML: headings from h2 down with the ids s-1,
// s-2 …, raw HTML as text, links to other records pointing to their pages.
func (b *Body) HTML() string { return b.html }

// Markup is HTML for templates, which trust it: Read made it with raw HTML off.
func (b *Body) Markup() template.HTML { return template.HTML(b.html) }

// Empty reports whether the body shows nothing.
func (b *Body) Empty() bool { return b.html == "" }

// Text gives the first paragraphs and list items as one line of plain text
// without control characters, for descriptions and feeds: whole paragraphs,
// until about 200 characters.
func (b *Body) Text() string { return markdown.Text(b.html) }

// Lines gives the whole body as plain text, a line for each heading, paragraph,
// list item and row of a table: for what is read out or written on a board.
func (b *Body) Lines() []string { return markdown.Lines(b.html) }

// A Passage is the text of one heading, paragraph, list item, table cell or block of code as a reader sees it: without
// marks, escapes undone, lines of Chinese joined. A line that begins anew begins after a newline. The words of a picture
// are a passage of their own.
type Passage struct {
	Text    string
	Heading int  // the level as written, 1 to 6; 0 for what is no heading
	List    int  // how many lists it is in, one inside the other
	Cell    bool // of a table
	Quoted  bool // in a quotation, or code

	in   *Body
	made markdown.Passage
}

// At is the place in the file of the character that is shown at byte offset i of the text.
func (p Passage) At(i int) Pos {
	at := locator{file: p.in.file.Path, text: p.in.file.text}
	return at.pos(p.in.start + p.made.Off(i))
}

// Passages gives the passages of the body in the order of the text, for rules that tell the place of a word or number.
// It parses the body anew: ask it of those bodies whose HTML may hold what is looked for.
func (b *Body) Passages() []Passage {
	if b.Empty() {
		return nil
	}
	made := markdown.Passages([]byte(b.file.text[b.start:]))
	all := make([]Passage, len(made))
	for i, m := range made {
		all[i] = Passage{Text: m.Text, Heading: m.Heading, List: m.List, Cell: m.Cell, Quoted: m.Quoted, in: b, made: m}
	}
	return all
}

// Links lists the links and images in the order they stand in the text.
func (b *Body) Links() []Link {
	if len(b.links) == 0 {
		return nil
	}
	at := locator{file: b.file.Path, text: b.file.text}
	links := make([]Link, len(b.links))
	for i, l := range b.links {
		links[i] = Link{To: l.To, Title: l.Title, Image: l.Image, Pos: at.pos(b.start + l.Off)}
	}
	return links
}

// render fills the body of f from its Markdown, which starts at an offset of
// the file's text, and gives the problems in it.
func (f *File) render(r *markdown.Renderer, source []byte, start int) Problems {
	result := r.Render(source)
	f.Body = Body{html: result.HTML, links: result.Links, start: start, file: f}
	if len(result.Notes) == 0 {
		return nil
	}
	at := locator{file: f.Path, text: f.text}
	problems := make(Problems, len(result.Notes))
	for i, n := range result.Notes {
		problems[i] = Problem{Pos: at.pos(start + n.Off), Rule: n.Rule, Text: n.Text, Hint: n.Hint}
		if n.Warning {
			problems[i].Level = Warning
		}
	}
	return problems
}
