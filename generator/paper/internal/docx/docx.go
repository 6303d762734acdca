// Package docx writes an official document of the board as a file for word processors (OOXML, ECMA-376), so that an office can
// put in what comes after: a number, a seal, a list of copies.
//
// It reads the printed sheet and keeps its words and nothing of its lines: the word processor breaks them itself, on the grid
// of GB/T 9704-2012.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"gongshi/generator/record"
)

// Write writes the document that a sheet's HTML prints. on is the board's day, which the file gives as its date: the same
// sheet of the same day is the same bytes. It fails on HTML that holds no document.
func Write(w io.Writer, sheet io.Reader, on record.Date) error {
	root, err := html.Parse(sheet)
	if err != nil {
		return err
	}
	main := find(root, func(n *html.Node) bool { return n.Data == "main" })
	if main == nil {
		return errors.New("the sheet has no <main>")
	}
	var d document
	d.read(main, "Body")
	if len(d.blocks) == 0 {
		return errors.New("the sheet has no words")
	}
	title, lang := "", "zh-CN"
	if n := find(root, func(n *html.Node) bool { return n.Data == "title" }); n != nil {
		title = textOf(n)
	}
	if n := find(root, func(n *html.Node) bool { return n.Data == "html" && attribute(n, "lang") != "" }); n != nil {
		lang = attribute(n, "lang")
	}
	made := time.Date(on.Year, time.Month(on.Month), on.Day, 0, 0, 0, 0, time.UTC)
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, body string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", fmt.Sprintf(core, escape(title), escape(lang), made.Format(time.RFC3339), made.Format(time.RFC3339))},
		{"word/document.xml", d.xml()},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/styles.xml", fmt.Sprintf(styles, escape(lang))},
		{"word/settings.xml", settings},
		{"word/fontTable.xml", fontTable},
		{"word/footer1.xml", fmt.Sprintf(footer, "right")},
		{"word/footer2.xml", fmt.Sprintf(footer, "left")},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: made})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+part.body); err != nil {
			return err
		}
	}
	return z.Close()
}

// escape writes words as XML holds them. What XML cannot hold becomes U+FFFD.
func escape(text string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.String()
}

// xml is the body of the document with its page.
func (d *document) xml() string {
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="` + namespace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	for i, x := range d.blocks {
		var before, after block
		if i > 0 {
			before = d.blocks[i-1]
		}
		if i+1 < len(d.blocks) {
			after = d.blocks[i+1]
		}
		if x.rows != nil {
			x.writeTable(&b)
			if after.style == "" { // tables without words between them are one, and the last of a body is a paragraph
				block{style: "Gap"}.write(&b)
			}
			continue
		}
		if x.style == "Copies" && before.style != "Copies" {
			block{style: "RuleAbove"}.write(&b)
		}
		x.write(&b)
		if x.style == "Copies" && after.style != "Copies" {
			block{style: "RuleBelow"}.write(&b)
		}
	}
	b.WriteString(page + "</w:body></w:document>")
	return b.String()
}

// write writes a paragraph.
func (x block) write(b *strings.Builder) {
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + x.style + `"/></w:pPr>`)
	x.words.write(b, x.size)
	b.WriteString("</w:p>")
}

// write writes words as runs, of a size in half points where it is not 0. A line break is one.
func (t words) write(b *strings.Builder, size int) {
	for _, run := range t {
		b.WriteString("<w:r><w:rPr>")
		if run.strong {
			b.WriteString(face("黑体"))
		}
		if size > 0 {
			fmt.Fprintf(b, `<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, size, size)
		}
		b.WriteString("</w:rPr>")
		for i, line := range strings.Split(run.text, "\n") {
			if i > 0 {
				b.WriteString("<w:br/>")
			}
			if line != "" {
				b.WriteString(`<w:t xml:space="preserve">` + escape(line) + "</w:t>")
			}
		}
		b.WriteString("</w:r>")
	}
}

// typeWidth is that of the type area, 156 mm, in twentieths of a point.
const typeWidth = 8845

// writeTable writes rows of cells over the width of the type area. The rows of the head stand again on every page; no row is
// parted.
func (x block) writeTable(b *strings.Builder) {
	columns := 0
	for _, row := range x.rows {
		columns = max(columns, len(row.cells))
	}
	widths, sum := x.widths, 0
	for _, w := range widths {
		sum += w
	}
	if len(widths) != columns || slices.Contains(widths, 0) || sum > typeWidth+columns { // each rounded
		widths = make([]int, columns)
		for i := range widths {
			widths[i] = typeWidth / columns
		}
	}
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, typeWidth)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString("</w:tblGrid>")
	for _, row := range x.rows {
		b.WriteString("<w:tr><w:trPr><w:cantSplit/>")
		if row.head {
			b.WriteString("<w:tblHeader/>")
		}
		b.WriteString("</w:trPr>")
		for i := range widths {
			style, content := "Cell", words(nil)
			if row.head {
				style = "CellHead"
			}
			if i < len(row.cells) {
				content = row.cells[i]
			}
			fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, widths[i], style)
			content.write(b, 0)
			b.WriteString("</w:p></w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
}
