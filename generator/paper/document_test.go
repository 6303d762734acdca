package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"gongshi/generator/paper"
)

// Every official document of the specimen has the words of its sheet, in their order, but for the numbers of pages; and is the
// same bytes each time.
func TestDocuments(t *testing.T) {
	s := pictured(t)
	documents, others := paper.Documents(s.Sheets())
	if len(documents) < 5 || len(others) < 100 {
		t.Fatalf("%d documents, %d others", len(documents), len(others))
	}
	out, again := t.TempDir(), t.TempDir()
	for _, dir := range []string{out, again} {
		if err := paper.WriteDocuments(documents, s.On, dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, sheet := range documents {
		name := paper.Name(sheet) + ".docx"
		z, err := zip.OpenReader(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		defer z.Close()
		var page bytes.Buffer
		if err := sheet.Write(&page); err != nil {
			t.Fatal(err)
		}
		want, got := sheetWords(t, &page), bodyWords(t, z)
		if got != want || len(got) < 300 {
			t.Errorf("%s has\n%s\nthe sheet has\n%s", name, got, want)
		}
		if first, second := contents(t, filepath.Join(out, name)), contents(t, filepath.Join(again, name)); !bytes.Equal(first, second) {
			t.Errorf("%s is other bytes the second time", name)
		}
	}
}

// sheetWords are the words of a sheet without spaces, a table's head once.
func sheetWords(t *testing.T, page io.Reader) string {
	t.Helper()
	root, err := html.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		class := ""
		for _, a := range n.Attr {
			if a.Key == "class" {
				class = a.Val
			}
		}
		if strings.HasPrefix(class, "folio") || n.Data == "head" || n.Data == "thead" && on(n.Parent) {
			return
		}
		if n.Type == html.TextNode {
			words.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(root)
	return dense(words.String())
}

// on tells whether a table goes on from the page before.
func on(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && a.Val == "on" {
			return true
		}
	}
	return false
}

func bodyWords(t *testing.T, z *zip.ReadCloser) string {
	t.Helper()
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	in := false
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return dense(words.String())
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			in = x.Name.Local == "t"
		case xml.EndElement:
			in = false
		case xml.CharData:
			if in {
				words.Write(x)
			}
		}
	}
}

func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func contents(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
