package author_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"gongshi/generator/internal/author"
)

// office is a Word document with nothing but its properties, and a zip with whatever else.
func office(t testing.TB, files map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func core(creator, last string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>表</dc:title><dc:creator>` + creator + `</dc:creator><cp:lastModifiedBy>` + last + `</cp:lastModifiedBy></cp:coreProperties>`
}

func packed(t testing.TB, objects string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := io.WriteString(z, objects); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%%PDF-1.5\n7 0 obj\n<</Filter/FlateDecode/N 1/First 5/Type/ObjStm/Length %d/DecodeParms<</Columns 4>>>>\r\nstream\r\n%s\nendstream endobj", b.Len(), b.String())
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		what string
		file []byte
		want string
		err  error
	}{
		{"Word", office(t, map[string]string{"docProps/core.xml": core("张三", "李四")}), "张三 李四", nil},
		{"Word, one hand", office(t, map[string]string{"docProps/core.xml": core(" 张三\n", "张三")}), "张三", nil},
		{"Word of nobody", office(t, map[string]string{"docProps/core.xml": core("Administrator", "")}), "", nil},
		{"Word without", office(t, map[string]string{"word/document.xml": "<w/>"}), "", nil},
		{"Word, properties broken", office(t, map[string]string{"docProps/core.xml": "<"}), "", author.ErrBroken},
		{"Word cut off", office(t, map[string]string{"docProps/core.xml": core("张三", "")})[:60], "", author.ErrBroken},
		{"old Word", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."), "", author.ErrOld},
		{"Word with a password", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "", author.ErrLocked},
		{"PDF", []byte(`%PDF-1.4 <</Author(Zhang \(San\) \102\\)>>`), `Zhang (San) B\`, nil},
		{"PDF, UTF-16", []byte("%PDF-1.4 <</Author (\xFE\xFF\x5F\x20\\\x4E\x09)>>"), "张三", nil}, // a backslash before a byte that needs none is dropped
		{"PDF, hexadecimal", []byte("%PDF-1.4 <</Author\n<feff5F20 4e09>>>"), "张三", nil},
		{"PDF, GBK", []byte("%PDF-1.4 <</Author(\xD5\xC5\xC8\xFD)>>"), "张三", nil},
		{"PDF, packed", []byte(packed(t, "1 0 <</Author(Zhang San)>>")), "Zhang San", nil},
		{"PDF, metadata", []byte("%PDF-1.4 <dc:creator><rdf:Seq><rdf:li>张三</rdf:li>\n<rdf:li>A&amp;B</rdf:li></rdf:Seq></dc:creator>"), "A&B 张三", nil},
		{"PDF, someone else's name object", []byte("%PDF-1.4 <</Author 5 0 R /Authors>>"), "", nil},
		{"PDF with a password", []byte("%PDF-1.4 trailer <</Encrypt 5 0 R>>"), "", author.ErrLocked},
		{"PDF cut off", []byte("%PDF-1.4 <</Author(Zha"), "Zha", nil},
		{"text", []byte("/Author(Zhang)"), "", nil},
		{"a very long name", []byte("%PDF-1.4 /Author(" + strings.Repeat("a", 50) + ")"), strings.Repeat("a", 30) + "…", nil},
	} {
		names, err := author.Names(c.file)
		if got := strings.Join(names, " "); got != c.want || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
			t.Errorf("%s: %q, %v", c.what, got, err)
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add(office(f, map[string]string{"docProps/core.xml": core("张三", "李四")}))
	f.Add([]byte(packed(f, "1 0 <</Author(Zhang San)>>")))
	f.Add([]byte(`%PDF-1.4 <</Author(Zhang \(San\) \102\\)>> /Author <feff5F20 4e09>`))
	f.Add([]byte("%PDF-1.4 <dc:creator><rdf:li>张三</rdf:li></dc:creator>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		names, _ := author.Names(file)
		for _, n := range names {
			if n == "" || strings.ContainsAny(n, "\r\n") || len([]rune(n)) > 31 {
				t.Errorf("%q", n)
			}
		}
	})
}
