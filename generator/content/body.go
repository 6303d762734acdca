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

// Links lists the links and images in the order they stand in the text.
func (b *Body) Links() []Link {
	if len(b.links) == 0 {
		return nil
	}
	at := locator{file: b.file.Path, text: b.file.text}
	links := make([]Link, len(b.links))
	for i, l := range b.links {
		links[i] = Link{To: l.To, Image: l.Image, Pos: at.pos(b.start + l.Off)}
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
