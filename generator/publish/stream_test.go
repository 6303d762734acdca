package publish

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongshi/generator/site"
)

// tables makes a site of large pages, path → text, which are written line by line.
func tables(texts map[string]string) *site.Site {
	var pages []site.Page
	for path, text := range texts {
		pages = append(pages, site.Page{Path: path, Large: true, Write: func(w io.Writer) error {
			for line := range strings.Lines(text) {
				if _, err := io.WriteString(w, line); err != nil {
					return err
				}
			}
			return nil
		}})
	}
	return site.New(day, pages)
}

// A large page is written whole; unchanged it is the same file as before, but never one that somebody wrote into, and one
// that cannot be made leaves what is public.
func TestLargePages(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	long := strings.Repeat("1,公示\r\n", 2*pieces)
	write := func(texts map[string]string) *Result {
		t.Helper()
		r, err := Write(tables(texts), dir)
		if err != nil {
			t.Fatal(err)
		}
		got := tree(t, dir)
		for name, text := range texts {
			if got[name] != text {
				t.Errorf("%s has %d bytes, want %d", name, len(got[name]), len(text))
			}
		}
		if len(got) != len(texts)+1 { // and the manifest
			t.Errorf("%d files, want %d", len(got), len(texts)+1)
		}
		return r
	}
	texts := map[string]string{"data/same.csv": long, "data/touched.csv": long + "甲", "data/changed.csv": long, "data/empty.csv": ""}
	write(texts)
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.WriteFile(filepath.Join(dir, "data/touched.csv"), []byte(long+"乙"), 0o666); err != nil { // same size
		t.Fatal(err)
	}
	for name := range texts {
		if err := os.Chtimes(filepath.Join(dir, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	texts["data/changed.csv"] += "2,公告\r\n"
	if r := write(texts); r.Unchanged != 3 || len(r.Changed) != 1 || r.Bytes != int64(3*len(long)+len("甲")+len("2,公告\r\n")) {
		t.Errorf("%d unchanged, changed %q, %d bytes", r.Unchanged, r.Changed, r.Bytes)
	}
	for name, kept := range map[string]bool{"data/same.csv": true, "data/empty.csv": true, "data/touched.csv": false, "data/changed.csv": false} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.ModTime().Equal(past) != kept {
			t.Error(name, info.ModTime(), err)
		}
	}

	broken := errors.New("a figure is wrong")
	failing := tables(texts)
	failing.Pages[0].Write = func(w io.Writer) error { io.WriteString(w, "half"); return broken }
	refused(t, failing, dir, failing.Pages[0].Path)
	var e *Error
	if _, err := Write(failing, dir); !errors.Is(err, broken) || !errors.As(err, &e) || !e.Page {
		t.Errorf("%v hides its cause, or is no page's", err)
	}
}
