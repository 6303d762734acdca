package search_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf8"

	"gongshi/bench/town"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/search"
)

// A reader finds words in the files as the page's script does, by its own reading of how they are laid out.
type reader struct {
	t     *testing.T
	files map[string][]byte
	terms []map[string]string // of each shard
	index struct {
		Version, Fold, As             string
		Records                       [][]any
		PerTexts, Title, Text, Stride int
		Starts                        []string
	}
}

func read(t *testing.T, files []search.File) *reader {
	t.Helper()
	r := &reader{t: t, files: map[string][]byte{}}
	for _, f := range files {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		r.files[f.Name] = b.Bytes()
	}
	r.take("index", &r.index)
	r.terms = make([]map[string]string, len(r.index.Starts))
	for i := range r.terms {
		r.take(fmt.Sprint("terms-", i), &r.terms[i])
	}
	return r
}

// take reads what a script hands over.
func (r *reader) take(name string, into any) {
	r.t.Helper()
	text := string(r.files[name+".js"])
	value, ok := strings.CutPrefix(text, fmt.Sprintf("found(%q, ", name))
	value, ended := strings.CutSuffix(value, "\n);\n")
	if !ok || !ended {
		r.t.Fatalf("%s.js is no script that hands %s over: %.60s", name, name, text)
	}
	if err := json.Unmarshal([]byte(value), into); err != nil {
		r.t.Fatalf("%s.js: %v", name, err)
	}
}

// A hit is a record with where a word is: 0 in the number, 1 in the title, 2 in the text.
type hit struct{ record, rank int }

// find gives the hits of one word, each record once with its best rank.
func (r *reader) find(word string) []hit {
	c := []rune(word)
	var places map[int]bool
	for i := range max(1, len(c)-1) {
		here := map[int]bool{}
		for _, p := range r.places(string(c[i:min(i+2, len(c))])) {
			if places == nil || places[p-i] {
				here[p-i] = true
			}
		}
		places = here
	}
	best := map[int]int{}
	for p := range places {
		n, offset, rank := p/r.index.Stride, p%r.index.Stride, 2
		if offset < r.index.Title {
			rank = 0
		} else if offset < r.index.Text {
			rank = 1
		}
		if old, ok := best[n]; !ok || rank < old {
			best[n] = rank
		}
	}
	var hits []hit
	for n, rank := range best {
		hits = append(hits, hit{n, rank})
	}
	slices.SortFunc(hits, func(x, y hit) int { return x.record - y.record })
	return hits
}

// places are those of all pairs that begin so, wherever in the shards they are.
func (r *reader) places(start string) []int {
	var all []int
	for _, terms := range r.terms {
		some := terms
		if utf8.RuneCountInString(start) == 2 {
			some = map[string]string{start: terms[start]}
		}
		for pair, digits := range some {
			if !strings.HasPrefix(pair, start) {
				continue
			}
			place, n, shift := 0, 0, 0
			for _, d := range []byte(digits) {
				d -= '#'
				if d > '\\'-'#' {
					d--
				}
				n |= int(d&31) << shift
				if shift += 5; d < 32 {
					place, n, shift = place+n, 0, 0
					all = append(all, place)
				}
			}
		}
	}
	return all
}

// scan looks through all records, folded, which is what an index must come to.
func scan(records []search.Record, word string) []hit {
	var hits []hit
	for n, r := range records {
		if rank := slices.IndexFunc([]string{r.Number, r.Title, r.Text}, func(field string) bool { return strings.Contains(field, word) }); rank >= 0 {
			hits = append(hits, hit{n, rank})
		}
	}
	return hits
}

// records are those of a made-up town, with signs that are awkward in scripts.
func records(t *testing.T) []search.Record {
	t.Helper()
	files, problems := content.Read(town.Files(400, 3))
	ledger, more := record.Load(files)
	if len(problems)+len(more) > 0 {
		t.Fatal(problems, more)
	}
	var all []search.Record
	for _, s := range ledger.Suggestions {
		all = append(all, search.Record{Path: "suggestions/" + s.ID + ".html", Number: s.Number, Title: s.Title, Text: s.Lead.To.Name + " " + s.Body().Text()})
	}
	for _, d := range ledger.Deputies {
		all = append(all, search.Record{Path: "deputies/" + d.ID + ".html", Kind: 1, Title: d.Name, Text: d.Work})
	}
	return append(all,
		search.Record{Path: "a.html", Title: "“\\”</script>\u2028<b>", Text: "石人大〔2025〕3号 ＷｉＦｉ不不不满意"},
		search.Record{Path: "b.html", Title: "𠮷野家\ue001和\ufffd", Number: "1"},
		search.Record{Path: "c.html"})
}

// An index finds what a look through all records finds, no more and no less, in the same field; words of one character, too.
func TestIndexFindsWhatAScanFinds(t *testing.T) {
	all := records(t)
	r := read(t, search.Files(len(all), 0, []string{"建议", "代表"}, func() []search.Record { return all }))
	if len(r.index.Starts) < 10 || r.index.Records != nil {
		t.Fatalf("%d shards", len(r.index.Starts))
	}
	queries := map[string]bool{"": false, "没有这样的词": true, "不不": true, "不不不满": true, "大〔2025〕": true, "script>": true, "𠮷野": true, "𠮷": true, "家\ue001": true, "\\": true}
	for i, x := range all {
		for _, text := range []string{x.Number, x.Title, x.Text} {
			for _, word := range search.Words(text) {
				c := []rune(word)
				for n := range 5 {
					if from := i * (n + 3) % len(c); from+n < len(c) {
						queries[string(c[from:from+n+1])] = true
					}
				}
			}
		}
	}
	folded := slices.Clone(all)
	for i := range folded {
		x := &folded[i]
		x.Number, x.Title, x.Text = search.Fold(x.Number), search.Fold(x.Title), search.Fold(x.Text)
	}
	found, none := 0, 0
	for query, ask := range queries {
		if !ask {
			continue
		}
		word := search.Words(query)[0]
		want, got := scan(folded, word), r.find(word)
		if !slices.Equal(got, want) {
			t.Errorf("“%s”: the index finds %v, a scan %v", query, got, want)
		}
		if found += len(want); len(want) == 0 {
			none++
		}
	}
	if len(queries) < 500 || found < 5000 || none != 1 {
		t.Errorf("%d queries with %d hits, %d without any, test nothing", len(queries), found, none)
	}
}

// Pairs stand in the shard where the script looks for them: in the last that begins with the pair or before it, as scripts
// compare.
func TestShardsAreInOrder(t *testing.T) {
	all := records(t)
	r := read(t, search.Files(len(all), 0, nil, func() []search.Record { return all }))
	units := func(s string) string { // in which strings of bytes have the order of UTF-16
		var b strings.Builder
		for _, c := range s {
			if c >= 0xE000 && c <= 0xFFFF {
				c += 0x100000
			}
			b.WriteRune(c)
		}
		return b.String()
	}
	for i, start := range r.index.Starts {
		terms := r.terms[i]
		if len(terms) == 0 {
			t.Errorf("shard %d is empty", i)
		}
		for pair := range terms {
			if units(pair) < units(start) || i+1 < len(r.index.Starts) && units(pair) >= units(r.index.Starts[i+1]) {
				t.Errorf("%q is in the shard that begins with %q", pair, start)
			}
		}
	}
}

// Every record is in the file of texts where the script looks for it, and in the one file of a small board.
func TestTextsAreThere(t *testing.T) {
	all := records(t)
	large := read(t, search.Files(len(all), len(all)-1, nil, func() []search.Record { return all }))
	small := read(t, search.Files(len(all), len(all), nil, func() []search.Record { return all }))
	if len(small.files) != 1 || len(small.index.Records) != len(all) {
		t.Fatalf("a small board has %d files and %d records", len(small.files), len(small.index.Records))
	}
	for n, x := range all {
		var texts [][]any
		large.take(fmt.Sprint("texts-", n/large.index.PerTexts), &texts)
		want := []any{x.Path, float64(x.Kind), x.Number, x.Title, x.Text}
		if got := texts[n%large.index.PerTexts]; !slices.Equal(got, want) || !slices.Equal(small.index.Records[n], want) {
			t.Errorf("record %d is %v in an index and %v in one file, not %v", n, got, small.index.Records[n], want)
		}
	}
	if large.index.Version != small.index.Version {
		t.Error("the same records have two versions")
	}
	all[3].Text += "。"
	if changed := read(t, search.Files(len(all), len(all), nil, func() []search.Record { return all })); changed.index.Version == small.index.Version {
		t.Error("another record has the same version")
	}
}

// The records are put together once, and only when a file is written: a preview that shows other pages has no work.
func TestRecordsAreAskedForLateAndOnce(t *testing.T) {
	var asked atomic.Int32
	files := search.Files(40, 10, nil, func() []search.Record { asked.Add(1); return make([]search.Record, 40) })
	if asked.Load() != 0 {
		t.Error("planning asks for records")
	}
	read(t, files)
	if asked.Load() != 1 {
		t.Errorf("asked %d times", asked.Load())
	}
}

// A board without words has files, too.
func TestNothingToFind(t *testing.T) {
	if r := read(t, search.Files(0, 0, nil, func() []search.Record { return nil })); r.index.Records != nil || len(r.files) != 1 {
		t.Errorf("%v", r.files)
	}
	empty := make([]search.Record, 20)
	if r := read(t, search.Files(20, 0, nil, func() []search.Record { return empty })); len(r.index.Starts) != 0 || len(r.find("字")) != 0 {
		t.Error("something is found where nothing is")
	}
}

func TestFold(t *testing.T) {
	table, err := os.ReadFile("testdata/fold.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(table)) {
		written, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " → ")
		if !ok {
			continue
		}
		if cases++; search.Fold(written) != want && !strings.HasPrefix(line, "#") {
			t.Errorf("%s is read as %s, not %s", written, search.Fold(written), want)
		}
		if utf8.RuneCountInString(search.Fold(written)) != utf8.RuneCountInString(written) {
			t.Errorf("%s changes its length", written)
		}
	}
	if cases < 15 {
		t.Errorf("only %d cases", cases)
	}
}

func TestWords(t *testing.T) {
	if got, want := search.Words("　水利站 不满意\t１２－５ "), []string{"水利站", "不满意", "12-5"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
