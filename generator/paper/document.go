package paper

import (
	"bytes"
	"os"
	"path/filepath"

	"gongshi/generator/paper/internal/docx"
	"gongshi/generator/record"
	"gongshi/generator/site"
)

// Documents picks the official documents of some sheets, and gives the names of the others.
func Documents(sheets []site.Page) (documents []site.Page, others []string) {
	for _, sheet := range sheets {
		if sheet.Document {
			documents = append(documents, sheet)
		} else {
			others = append(others, Name(sheet))
		}
	}
	return documents, others
}

// WriteDocuments writes official documents as files for word processors into the folder out. The first that cannot be made or
// written ends it; the files before it are whole.
func WriteDocuments(documents []site.Page, on record.Date, out string) error {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	for _, sheet := range documents {
		var html, file bytes.Buffer
		if err := sheet.Write(&html); err != nil {
			return err
		}
		if err := docx.Write(&file, &html, on); err != nil {
			return err
		}
		if err := write(filepath.Join(out, Name(sheet)+".docx"), file.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
