package opendata_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/opendata"
	"gongshi/generator/proof"
	"gongshi/generator/record"
)

// boards are the specimen and the small town in which everything happens once, both of a day and of an earlier one.
var boards = sync.OnceValue(func() map[string]*board.Board {
	all := map[string]*board.Board{}
	for name, dir := range map[string]string{"specimen": "../../content", "small town": "../testdata/town"} {
		files, _ := content.Read(os.DirFS(dir))
		ledger, _ := record.Load(files)
		for _, on := range []record.Date{ledger.Town.On, ledger.Town.On.AddMonths(-4)} {
			all[name+" on "+on.String()] = board.Of(ledger, on, false)
		}
	}
	return all
})

func written(t *testing.T, f func(w *bytes.Buffer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rowsOf reads a table's CSV as a program would that knows the rules: the mark at the beginning, CRLF, and the apostrophe.
func rowsOf(t *testing.T, table opendata.Table) [][]string {
	t.Helper()
	raw := written(t, func(w *bytes.Buffer) error { return table.WriteCSV(w) })
	text, marked := strings.CutPrefix(string(raw), "\uFEFF")
	if !marked || !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\r") != table.Rows+1 {
		t.Errorf("%s: byte order mark %v, %d line ends for %d rows", table.Name, marked, strings.Count(text, "\r"), table.Rows)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", table.Name, err)
	}
	return rows
}

// The CSV and the JSON of a table have the same rows, columns and cells.
func TestCSVAndJSONHoldTheSame(t *testing.T) {
	for name, b := range boards() {
		for _, table := range opendata.Tables(b) {
			t.Run(name+" "+table.Name, func(t *testing.T) { sameRows(t, table) })
		}
	}
}

func sameRows(t *testing.T, table opendata.Table) {
	t.Helper()
	rows := rowsOf(t, table)
	var objects []map[string]json.RawMessage
	if err := json.Unmarshal(written(t, func(w *bytes.Buffer) error { return table.WriteJSON(w) }), &objects); err != nil {
		t.Fatal(err)
	}
	if len(rows) != table.Rows+1 || len(objects) != table.Rows {
		t.Fatalf("%d rows: %d lines of CSV, %d objects of JSON", table.Rows, len(rows), len(objects))
	}
	for i, c := range table.Columns {
		if rows[0][i] != c.Name {
			t.Errorf("column %d is %q, want %q", i, rows[0][i], c.Name)
		}
	}
	for i, o := range objects {
		if len(o) != len(table.Columns) {
			t.Errorf("row %d: %d columns, want %d", i, len(o), len(table.Columns))
		}
		for k, c := range table.Columns {
			got := rows[i+1][k]
			if c.Type == opendata.String || c.Type == opendata.List {
				got = strings.TrimPrefix(got, "'")
			}
			if want := cellOf(t, c, o[c.Name]); got != want {
				t.Errorf("row %d, %s: CSV has %q, JSON %q", i, c.Name, got, want)
			}
		}
	}
}

// cellOf is what a value of the JSON should be in the CSV, without the apostrophe.
func cellOf(t *testing.T, c opendata.Column, raw json.RawMessage) string {
	t.Helper()
	var err error
	var s string
	switch {
	case string(raw) == "null":
		if c.Type == opendata.List {
			t.Errorf("%s is null, not an empty list", c.Name)
		}
	case c.Type == opendata.List:
		var items []string
		err = json.Unmarshal(raw, &items)
		for i := range items {
			items[i] = strings.ReplaceAll(items[i], "|", "｜")
		}
		s = strings.Join(items, "|")
	case c.Type == opendata.String || c.Type == opendata.Day:
		err = json.Unmarshal(raw, &s)
		if s == "" {
			t.Errorf("%s is empty, not null", c.Name)
		}
	default:
		s = string(raw)
	}
	if err != nil {
		t.Errorf("%s: %v", c.Name, err)
	}
	return s
}

// A description is what the tests read of datapackage.json.
type description struct {
	Version   string
	Resources []struct {
		Name, Path, Format string
		Schema             struct {
			Fields []struct {
				Name, Title, Type, Delimiter string
				Constraints                  struct {
					Required bool
					Enum     []string
				}
			}
			PrimaryKey  []string
			ForeignKeys []struct {
				Fields    []string
				Reference struct {
					Resource string
					Fields   []string
				}
			}
		}
	}
}

// Every file is described, every column is, and every CSV is what its description says: types, limits and keys.
func TestFilesAreAsDescribed(t *testing.T) {
	for name, b := range boards() {
		t.Run(name, func(t *testing.T) {
			files := map[string][]byte{}
			for _, f := range opendata.Files(b, opendata.Tables(b), "用途。") {
				files[path.Base(f.Path)] = written(t, func(w *bytes.Buffer) error { return f.Write(w) })
			}
			var d description
			if err := json.Unmarshal(files["datapackage.json"], &d); err != nil {
				t.Fatal(err)
			}
			if d.Version != opendata.Edition {
				t.Errorf("edition %s", d.Version)
			}
			described := []string{"datapackage.json"}
			tables := map[string][][]string{}
			for _, r := range d.Resources {
				described = append(described, r.Path)
				if r.Format != "csv" {
					continue
				}
				rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(files[r.Path], []byte("\uFEFF")))).ReadAll()
				if err != nil {
					t.Fatalf("%s: %v", r.Path, err)
				}
				tables[r.Name] = rows
				if len(r.Schema.Fields) != len(rows[0]) {
					t.Errorf("%s: %d columns, %d described", r.Path, len(rows[0]), len(r.Schema.Fields))
				}
				for k, f := range r.Schema.Fields {
					if f.Name != rows[0][k] || f.Title == "" {
						t.Errorf("%s: column %q is described as %q（%s）", r.Path, rows[0][k], f.Name, f.Title)
					}
					for i, row := range rows[1:] {
						if fault := faultOf(f.Type, row[k]); fault != "" {
							t.Errorf("%s, row %d, %s: %q is %s", r.Path, i, f.Name, row[k], fault)
						}
						if row[k] == "" && f.Constraints.Required {
							t.Errorf("%s, row %d: no %s", r.Path, i, f.Name)
						}
						if row[k] != "" && f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, row[k]) {
							t.Errorf("%s, row %d, %s: %q is none of %v", r.Path, i, f.Name, row[k], f.Constraints.Enum)
						}
					}
				}
				seen := map[string]bool{}
				for i := range rows[1:] {
					key := fmt.Sprint(values(t, rows, r.Schema.PrimaryKey, i))
					if seen[key] {
						t.Errorf("%s: two rows %s", r.Path, key)
					}
					seen[key] = true
				}
			}
			for _, r := range d.Resources {
				for _, key := range r.Schema.ForeignKeys {
					there := map[string]bool{}
					to := tables[key.Reference.Resource]
					if to == nil {
						t.Fatalf("%s refers to %s", r.Name, key.Reference.Resource)
					}
					for i := range to[1:] {
						there[values(t, to, key.Reference.Fields, i)[0]] = true
					}
					if r.Format != "csv" {
						continue
					}
					for i := range tables[r.Name][1:] {
						if id := values(t, tables[r.Name], key.Fields, i)[0]; id != "" && !there[id] {
							t.Errorf("%s, row %d: %s has no row %q", r.Name, i, key.Reference.Resource, id)
						}
					}
				}
			}
			for file := range files {
				if !slices.Contains(described, file) {
					t.Errorf("%s is not described", file)
				}
			}
			for _, file := range described {
				if file != path.Base(proof.LogFile) && file != path.Base(proof.HeadFile) && files[file] == nil { // those two the site writes
					t.Errorf("%s is described and not there", file)
				}
			}
		})
	}
}

// Ids inside a list are rows of the table that they are said to be of.
func TestListsReferToRows(t *testing.T) {
	for name, b := range boards() {
		ids := map[string]bool{}
		tables := opendata.Tables(b)
		for _, table := range tables {
			for _, row := range rowsOf(t, table)[1:] {
				if table.Columns[0].Name == "id" {
					ids[table.Name+"/"+row[0]] = true
				}
			}
		}
		referred := 0
		for _, table := range tables {
			for k, c := range table.Columns {
				if c.Refers == "" {
					continue
				}
				for _, row := range rowsOf(t, table)[1:] {
					for _, id := range strings.Split(row[k], "|") {
						if id == "" {
							continue
						}
						if referred++; !ids[c.Refers+"/"+id] {
							t.Errorf("%s: %s.%s refers to %s %q", name, table.Name, c.Name, c.Refers, id)
						}
					}
				}
			}
		}
		if referred == 0 {
			t.Errorf("%s: nothing refers to anything", name)
		}
	}
}

// values are the cells of some columns in a row, counted without the first line.
func values(t *testing.T, rows [][]string, columns []string, i int) []string {
	t.Helper()
	var cells []string
	for _, name := range columns {
		k := slices.Index(rows[0], name)
		if k < 0 {
			t.Fatalf("no column %s", name)
		}
		cells = append(cells, rows[i+1][k])
	}
	return cells
}

var (
	whole   = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
)

// faultOf tells why a cell is not of a type; empty when it is.
func faultOf(kind, cell string) string {
	ok := true
	switch kind {
	case "string", "list":
	case "integer":
		ok = cell == "" || whole.MatchString(cell)
	case "number":
		ok = cell == "" || decimal.MatchString(cell)
	case "boolean":
		ok = cell == "" || cell == "true" || cell == "false"
	case "date":
		_, err := record.ParseDate(cell)
		ok = cell == "" || err == nil
	default:
		return "of the unknown type " + kind
	}
	if !ok {
		return "no " + kind
	}
	return ""
}

// A rate is open with its part and whole, and without a percentage where pages show none.
func TestRatesBelowTheFloorHaveNoPercentage(t *testing.T) {
	small, large, none := 0, 0, 0
	for _, b := range boards() {
		for _, table := range opendata.Tables(b) {
			if table.Name != "tallies" {
				continue
			}
			rows := rowsOf(t, table)
			for i := range rows[1:] {
				x := values(t, rows, []string{"name", "kind", "value", "part", "whole", "percent"}, i)
				if x[1] == "count" {
					if x[2] == "" || x[3]+x[4]+x[5] != "" {
						t.Errorf("count %v", x)
					}
					continue
				}
				n, _ := strconv.Atoi(x[4])
				switch {
				case x[2] != "" || x[3] == "" || x[4] == "":
					t.Errorf("rate %v", x)
				case n == 0:
					none++
				case n < b.Profile.Floor():
					small++
				default:
					large++
				}
				if got := x[5] != ""; got != (n > 0 && n >= b.Profile.Floor()) {
					t.Errorf("rate %v with the floor %d", x, b.Profile.Floor())
				}
			}
		}
	}
	if small == 0 || large == 0 || none == 0 {
		t.Errorf("%d rates below the floor, %d above, %d of nothing: the test shows nothing", small, large, none)
	}
}

// What is withheld has its row, its state and days, and none of its words; an abstract its summary.
func TestWithheldItemsHaveNoWords(t *testing.T) {
	withheld, abstracts := 0, 0
	for name, b := range boards() {
		rows := rowsOf(t, opendata.Tables(b)[0])
		for i, c := range b.Cases {
			words := strings.Join(values(t, rows, []string{"text", "intake_reason", "reply_text", "measures", "explanation", "result"}, i), "")
			told := values(t, rows, []string{"title", "summary", "number", "state", "raised", "withheld_reason"}, i)
			switch c.Open {
			case record.Withheld:
				withheld++
				if words+told[0]+told[1] != "" || slices.Contains(told[2:], "") {
					t.Errorf("%s: %s is withheld and shows %q, %v", name, c.ID, words, told)
				}
			case record.Abstract:
				abstracts++
				if words != "" || slices.Contains(told, "") {
					t.Errorf("%s: %s is open in part and shows %q, %v", name, c.ID, words, told)
				}
			}
		}
	}
	if withheld == 0 || abstracts == 0 {
		t.Errorf("%d withheld, %d in abstract: the test shows nothing", withheld, abstracts)
	}
}

// No telephone is data, though pages show those of offices.
func TestNoTelephones(t *testing.T) {
	for name, b := range boards() {
		for _, f := range opendata.Files(b, opendata.Tables(b), "") {
			if file := path.Base(f.Path); !strings.HasPrefix(file, "units") && file != "popolo.json" {
				continue
			}
			data := written(t, func(w *bytes.Buffer) error { return f.Write(w) })
			for _, u := range b.Units {
				if u.Phone != "" && bytes.Contains(data, []byte(u.Phone)) {
					t.Errorf("%s: %s holds the telephone of %s", name, f.Path, u.Name)
				}
			}
		}
	}
}

// FuzzCells gives a table any text: its CSV reads back as the JSON, and no cell is a formula to a spreadsheet.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"", "一般", "=1+1", "+8", "-3", "@SUM(A1)", "＝1+1", "＋8", "－3", "＠x", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\ufeff=1", "\u200b=1", "\x00=1", "'引", "''", "a,b", "a\"b", "\"", "a\r\nb", "a\rb", " a ", "a|b", "|", "\u2028", "<b>&amp;", "=cmd|' /C calc'!A0"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, what, item string) {
		b := &board.Board{Town: &record.Town{}, Now: &board.Tally{}, Funnel: &board.Funnel{}}
		b.Corrections = []*board.Correction{{Correction: &record.Correction{What: what, Old: what + item, New: item}, Edition: 2}}
		b.Cases = []*board.Case{{Suggestion: &record.Suggestion{Title: what, Publication: &record.Publication{Where: []string{item, what}}}}}
		for _, table := range opendata.Tables(b) {
			if table.Name != "corrections" && table.Name != "suggestions" {
				continue
			}
			raw := strings.TrimPrefix(string(written(t, func(w *bytes.Buffer) error { return table.WriteCSV(w) })), "\uFEFF")
			rows, err := csv.NewReader(strings.NewReader(raw)).ReadAll()
			if err != nil || len(rows) != 2 {
				t.Fatalf("%d rows, %v: %q", len(rows), err, raw)
			}
			for k, cell := range rows[1] {
				if table.Columns[k].Type != opendata.String && table.Columns[k].Type != opendata.List {
					continue
				}
				seen := strings.TrimLeftFunc(cell, func(r rune) bool {
					return r <= ' ' || r == 0x7f || r == '\u00a0' || r == '\ufeff' || r == '\u200b' || r == '\u3000'
				})
				if strings.IndexAny(seen, "=+-@＝＋－＠") == 0 {
					t.Errorf("%s: %q is a formula", table.Columns[k].Name, cell)
				}
			}
			if !strings.ContainsRune(what+item, '\ufffd') && strings.ToValidUTF8(what+item, "\ufffd") == what+item {
				sameRows(t, table)
			}
		}
	})
}
