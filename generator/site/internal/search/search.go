package search

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"sync"
)

// A Record is a page that can be found. All of it is public.
type Record struct {
	Path   string // address of the page
	Kind   int    // index in the list of kinds
	Number string // 12-5-014; empty for what has none
	Title  string
	Text   string // names and the beginning of its words
}

// Small is the most records that are looked through one by one, in one file. More have an index.
const Small = 1500

// A File is a script to be published. Write may be called from several goroutines at once.
type File struct {
	Name  string // below the folder of the search: index.js
	Write func(io.Writer) error
}

// Sizes of a large board's files, in records: a shard of the index is then of about 8 KB, a file of texts of 10 KB.
const (
	recordsPerShard = 8
	recordsPerTexts = 10
)

// Files are the scripts in which count records are found. The records are asked for when the first file is written; they come
// in the order in which they are shown when they match equally. Above small records there is an index.
func Files(count, small int, kinds []string, records func() []Record) []File {
	records = sync.OnceValue(records)
	head := func() header { return headerOf(kinds, records()) }
	if count <= small {
		return []File{{"index.js", func(w io.Writer) error {
			h := head()
			h.Records = rows(records())
			return Write(w, "index", h)
		}}}
	}
	shards, texts := (count+recordsPerShard-1)/recordsPerShard, (count+recordsPerTexts-1)/recordsPerTexts
	made := sync.OnceValue(func() *index { return indexOf(records(), shards) })
	files := []File{{"index.js", func(w io.Writer) error {
		h, x := head(), made()
		h.PerTexts, h.Title, h.Text, h.Stride = recordsPerTexts, x.title, x.text, x.stride
		for _, terms := range x.shards {
			h.Starts = append(h.Starts, terms[0].pair)
		}
		return Write(w, "index", h)
	}}}
	for i := range shards {
		name := "terms-" + strconv.Itoa(i)
		files = append(files, File{name + ".js", func(w io.Writer) error {
			if x := made(); i < len(x.shards) {
				return Write(w, name, x.shards[i])
			}
			return Write(w, name, shard{}) // a board of few different words needs fewer
		}})
	}
	for i := range texts {
		name := "texts-" + strconv.Itoa(i)
		files = append(files, File{name + ".js", func(w io.Writer) error {
			all := records()
			return Write(w, name, rows(all[i*recordsPerTexts:min((i+1)*recordsPerTexts, len(all))]))
		}})
	}
	return files
}

// A header is what index.js holds: all of a small board, of a large one where to look.
type header struct {
	Version string   `json:"version"` // another one when any record is another: browsers then load the other files anew
	Kinds   []string `json:"kinds"`
	Fold    string   `json:"fold"`
	As      string   `json:"as"`
	Records []row    `json:"records,omitempty"`

	PerTexts int      `json:"perTexts,omitempty"`
	Title    int      `json:"title,omitempty"`
	Text     int      `json:"text,omitempty"`
	Stride   int      `json:"stride,omitempty"`
	Starts   []string `json:"starts,omitempty"` // the first pair of each shard
}

// A row is a Record as a list: path, kind, number, title, text.
type row [5]any

func rows(records []Record) []row {
	all := make([]row, len(records))
	for i, r := range records {
		all[i] = row{r.Path, r.Kind, r.Number, r.Title, r.Text}
	}
	return all
}

func headerOf(kinds []string, records []Record) header {
	sum := sha256.New()
	w := bufio.NewWriter(sum)
	for _, r := range records {
		for _, field := range []string{r.Path, strconv.Itoa(r.Kind), r.Number, r.Title, r.Text} {
			w.WriteString(field)
			w.WriteByte(0)
		}
	}
	w.Flush()
	return header{Version: hex.EncodeToString(sum.Sum(nil)[:6]), Kinds: kinds, Fold: folded, As: plain}
}

// Write writes a script that hands a value over.
func Write(w io.Writer, name string, value any) error {
	if _, err := fmt.Fprintf(w, "found(%q, ", name); err != nil {
		return err
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return err
	}
	_, err := io.WriteString(w, ");\n")
	return err
}
