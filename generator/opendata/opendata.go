// Package opendata turns a board into open data (开放数据): its tables as JSON and as CSV, their description as a Data
// Package, and the people in Popolo.
//
// A table is one list of columns, from which the CSV, the JSON and the description are made, so that they cannot differ.
// It is a column of its own, never a record's struct: what is not listed here does not become data. Rows come from the
// board alone, which holds nothing that its pages may not show. docs/open-data.md tells readers of all this.
package opendata

import (
	"io"

	"gongshi/generator/board"
)

// Folder is where the files lie. The version in it stands for the meaning of what is there: files, columns and rows are
// added to it, and never taken away or given another sense. That would be data/v2/.
const Folder = "data/v1/"

// Edition is the edition of the tables and columns, which datapackage.json carries: the second number grows when some are
// added. The changelog in docs/open-data.md says what came with each.
const Edition = "1.2.0"

// A File is one file of the open data and how it is written. Write may be called from several goroutines at once.
type File struct {
	Path  string // from the board's root: data/v1/suggestions.csv
	Write func(io.Writer) error
}

// Files are all files of the open data of a board, with its tables. usage is the sentence that says what may be done with them, in the
// words of the page that offers them.
func Files(b *board.Board, tables []Table, usage string) []File {
	files := []File{
		{headline, func(w io.Writer) error { return writeHeadline(w, b) }},
		{people, func(w io.Writer) error { return writePopolo(w, b) }},
		{Folder + "datapackage.json", func(w io.Writer) error { return writePackage(w, b, tables, usage) }},
	}
	for _, t := range tables {
		files = append(files, File{t.CSV(), t.WriteCSV}, File{t.JSON(), t.WriteJSON})
	}
	return files
}
