package opendata

import (
	"iter"
	"slices"

	"gongshi/generator/board"
)

// A Table (数据表) is one table of the open data.
type Table struct {
	Name    string // also of its files: suggestions
	Title   string // in Chinese
	About   string // what a row is
	Columns []Column
	Key     []string // columns that tell rows apart
	Rows    int
	each    func(row func([]Value) error) error // hands over the rows one by one, in cells that are used again
}

// CSV is the address of the table as CSV, from the board's root.
func (t Table) CSV() string { return Folder + t.Name + ".csv" }

// JSON is the address of the table as JSON, from the board's root.
func (t Table) JSON() string { return Folder + t.Name + ".json" }

// Tables are all tables of a board, in the order in which readers should meet them.
func Tables(b *board.Board) []Table {
	s := show(b)
	return []Table{
		s.suggestions(), s.units(), s.deputies(), s.groups(), s.villages(), s.assessments(), s.marks(), s.standings(),
		s.tallies(), s.reports(), s.notices(), s.corrections(),
	}
}

// tableOf makes a table from what its rows are of.
func tableOf[R any](name, title, about string, key []string, rows []R, columns ...column[R]) Table {
	return tableOver(name, title, about, key, len(rows), slices.Values(rows), columns...)
}

// tableOver makes a table from what its rows are of, n of them, which are made as they are written.
func tableOver[R any](name, title, about string, key []string, n int, rows iter.Seq[R], columns ...column[R]) Table {
	t := Table{Name: name, Title: title, About: about, Key: key, Rows: n}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	t.each = func(row func([]Value) error) error {
		cells := make([]Value, len(columns))
		for r := range rows {
			for k := range columns {
				cells[k] = columns[k].of(r)
			}
			if err := row(cells); err != nil {
				return err
			}
		}
		return nil
	}
	return t
}
