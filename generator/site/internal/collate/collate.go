// Package collate (核对) reads the figures back from what has been made, pages and open data, and holds each against the
// board: one number, everywhere. No record can bring about a difference; it is a mistake of a theme or of the program, and
// what has one must not be published.
package collate

import (
	"bytes"
	"fmt"
	"html"

	"gongshi/generator/board"
)

// mark is how an element begins to say which figure it shows. A record's text cannot hold it: there a quotation mark is
// written as a character reference.
const mark = ` data-figure="`

// Page checks the marked figures of a page: <b data-figure="units.shuili.resolved">80</b> shows nothing but that figure, in
// the form that its name asks for. The error names the figure, what is shown and what is right.
func Page(page []byte, right board.Catalogue) error {
	for {
		at := bytes.Index(page, []byte(mark))
		if at < 0 {
			return nil
		}
		page = page[at+len(mark):]
		end := bytes.IndexByte(page, '"')
		if end < 0 {
			return fmt.Errorf("data-figure 的引号没有收尾")
		}
		name := html.UnescapeString(string(page[:end]))
		page = page[end+1:]
		shown, ok := content(page)
		if !ok {
			return fmt.Errorf("标着统计数 %s 的地方只能有这个数，不能再有别的标签", name)
		}
		if err := hold(name, html.UnescapeString(string(shown)), right); err != nil {
			return err
		}
	}
}

// Legible tells whether every mark in a piece of a template is written as Page reads it, so that none is passed over.
func Legible(text []byte) bool {
	marks := bytes.Count(bytes.ToLower(text), []byte("data-figure"))
	return marks == bytes.Count(text, []byte(mark))
}

// content is what an element holds, from somewhere in its start tag on; false when that is not text alone.
func content(rest []byte) ([]byte, bool) {
	var quote byte
	for i, c := range rest {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			text := rest[i+1:]
			end := bytes.IndexByte(text, '<')
			if end < 0 || !bytes.HasPrefix(text[end:], []byte("</")) {
				return nil, false
			}
			return text[:end], true
		}
	}
	return nil, false
}

// hold compares what is shown with what is right.
func hold(name, shown string, right board.Catalogue) error {
	want, ok := right.Text(name)
	switch {
	case !ok:
		return fmt.Errorf("没有统计数 %s（写的是“%s”）", name, shown)
	case shown != want:
		return fmt.Errorf("统计数 %s 应为“%s”，写的是“%s”", name, want, shown)
	}
	return nil
}
