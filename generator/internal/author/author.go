// Package author reads who made an office document: the names that its properties tell beside what it says.
//
// Word, Excel, WPS and PDF keep the name a computer is set up with, often a person's who never meant to sign. Documents are
// known by their first bytes, never by their name. Nothing is changed.
package author

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Why nobody can tell who made a document, in the clerk's words.
var (
	ErrOld    = errors.New("旧格式（.doc、.xls、.ppt、.wps）看不出文档属性里写着谁；请另存为新格式（.docx、.xlsx、.pptx）或 PDF")
	ErrLocked = errors.New("文档加了密码，看不出文档属性里写着谁；请去掉密码再存一份")
	ErrBroken = errors.New("文档不完整，看不出文档属性里写着谁；请打开后另存一份")
)

// Head is how many bytes of a file IsDocument needs.
const Head = 8

const (
	oldHead = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" // compound files (MS-CFB): old office documents, and new ones with a password
	pdfHead = "%PDF-"
	zipHead = "PK\x03\x04"
)

// IsDocument tells by the first bytes of a file whether it may have properties that Names reads.
func IsDocument(head []byte) bool {
	return bytes.HasPrefix(head, []byte(oldHead)) || bytes.HasPrefix(head, []byte(pdfHead)) || bytes.HasPrefix(head, []byte(zipHead))
}

// Names gives the names in the properties of an office document (ISO/IEC 29500: author and who saved it last) or a PDF
// (ISO 32000: author), sorted, without those that tell of nobody, such as Administrator. Other files have none. The error
// is ErrOld, ErrLocked or ErrBroken.
func Names(file []byte) ([]string, error) {
	var found []string
	var err error
	switch {
	case bytes.HasPrefix(file, []byte(zipHead)):
		found, err = zipped(file)
	case bytes.HasPrefix(file, []byte(pdfHead)):
		found, err = portable(file)
	case bytes.HasPrefix(file, []byte(oldHead)):
		if bytes.Contains(file, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return nil, ErrLocked
		}
		return nil, ErrOld
	}
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(found))
	for _, name := range found {
		if name = tidy(name); !slices.Contains(nobody, strings.ToLower(name)) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// nobody are names that computers and programs come with.
var nobody = []string{
	"", "administrator", "admin", "user", "owner", "guest", "pc", "windows user", "windows 用户", "windows用户", "microsoft office user", "微软用户",
	"microsoft", "用户", "lenovo", "hp", "dell", "asus", "acer", "thinkpad", "huawei", "wps", "wps office", "kingsoft", "apache poi", "openpyxl", "python-docx", "unknown", "anonymous", "匿名",
}

// longest is how many characters of a name are told.
const longest = 30

// tidy makes a name one line of text.
func tidy(name string) string {
	name = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(name, "�"), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if utf8.RuneCountInString(name) > longest {
		name = string([]rune(name)[:longest]) + "…"
	}
	return name
}

// propertiesLimit is how much of the properties is read; they are small, and a zip may pretend anything.
const propertiesLimit = 1 << 20

// zipped reads the core properties of an office document, which is a zip; other zips have none.
func zipped(file []byte) ([]string, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, ErrBroken
	}
	i := slices.IndexFunc(z.File, func(f *zip.File) bool { return f.Name == "docProps/core.xml" })
	if i < 0 {
		return nil, nil
	}
	r, err := z.File[i].Open()
	if err != nil {
		return nil, ErrBroken
	}
	defer r.Close()
	var properties struct {
		Creator string `xml:"http://purl.org/dc/elements/1.1/ creator"`
		Last    string `xml:"http://schemas.openxmlformats.org/package/2006/metadata/core-properties lastModifiedBy"`
	}
	if err := xml.NewDecoder(io.LimitReader(r, propertiesLimit)).Decode(&properties); err != nil {
		return nil, ErrBroken
	}
	return []string{properties.Creator, properties.Last}, nil
}
