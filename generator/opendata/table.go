package opendata

import "gongshi/generator/board"

// A Table (数据表) is one table of the open data.
type Table struct {
	Name    string // also of its files: suggestions
	Title   string // in Chinese
	About   string // what a row is
	Columns []Column
	Key     []string // columns that tell rows apart
	Rows    int
	row     func(i int, cells []Value)
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
	t := Table{Name: name, Title: title, About: about, Key: key, Rows: len(rows)}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	t.row = func(i int, cells []Value) {
		for k := range columns {
			cells[k] = columns[k].of(rows[i])
		}
	}
	return t
}

// each hands over the rows one by one, in cells that are used again.
func (t Table) each(row func([]Value) error) error {
	cells := make([]Value, len(t.Columns))
	for i := range t.Rows {
		t.row(i, cells)
		if err := row(cells); err != nil {
			return err
		}
	}
	return nil
}
