// Package content reads a clerk's text files: front matter, Markdown, and the
// place of everything in them, with problems that say what to do.
//
// Read reads a folder. Each File then gives its keys through Decode, its text
// through Body, and the place of any value through At. Nothing here fails as
// a whole: what cannot be read becomes a Problem and the rest goes on.
package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"gongshi/generator/content/internal/markdown"
)

// maxFile is the largest .md or .toml file read, in megabytes of 1<<20 bytes; maxSealed is that of the folder sealed,
// whose files the program writes itself: of each item of a year they say the facts.
const (
	maxFile   = 1
	maxSealed = 32
)

// largest is how many megabytes a file may have.
func largest(name string) int {
	if path.Dir(name) == "sealed" {
		return maxSealed
	}
	return maxFile
}

// File is one file of the content folder.
type File struct {
	Path   string // slash path inside the content folder
	Asset  bool   // a photo or attachment: named; its bytes are read when Look asks for them
	Broken bool   // could not be read as text; Read reported why, Decode does nothing
	Body   Body   // the Markdown below the front matter; empty for .toml

	from   fs.FS  // where it was read
	text   string // the whole file: UTF-8, no BOM, lines end in \n
	front  span   // the TOML within text
	mended        // what Decode made of the TOML
}

// span is a range of byte offsets in a File's text.
type span struct{ start, end int }

// Read reads every content file below fsys, in parallel, sorted by path, with
// the problems of reading them. Names starting with ".", "_" or "~$", README.md
// and what editors and systems leave behind are passed over.
func Read(fsys fs.FS) ([]*File, Problems) {
	files, problems := list(fsys)
	found := make([]Problems, len(files)) // one slot a file: no lock, no order to restore
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		wg.Go(func() {
			var r reader
			for {
				i := int(next.Add(1)) - 1
				if i >= len(files) {
					return
				}
				if !files[i].Asset {
					found[i] = r.read(fsys, files[i])
				}
			}
		})
	}
	wg.Wait()
	for _, ps := range found {
		problems = append(problems, ps...)
	}
	problems.Sort()
	return files, problems
}

// list walks fsys and names its files, sorted by path.
func list(fsys fs.FS) (files []*File, problems Problems) {
	// The callback never returns an error but SkipDir, so neither does WalkDir.
	_ = fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			problems = append(problems, unreadable(p, err))
		case p == ".":
		case skipped(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case d.Type()&(fs.ModeSymlink|fs.ModeDevice|fs.ModeNamedPipe|fs.ModeSocket) != 0:
			// A link may point outside the folder that is meant to be public.
			problems = append(problems, Problem{Pos: Pos{File: p}, Rule: ruleUnreadable,
				Text: "这是快捷方式或链接，不是文件", Hint: "把文件本身复制到这里"})
		default:
			ext := strings.ToLower(path.Ext(p))
			files = append(files, &File{Path: p, Asset: ext != ".md" && ext != ".toml", from: fsys})
		}
		return nil
	})
	slices.SortFunc(files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	return files, problems
}

// skipped reports whether a file or folder name is not content.
func skipped(name string) bool {
	name = strings.ToLower(name)
	switch {
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "_"), strings.HasPrefix(name, "~$"):
		return true
	case name == "readme.md", name == "thumbs.db", name == "desktop.ini":
		return true
	}
	switch path.Ext(name) {
	case ".tmp", ".bak", ".swp":
		return true
	}
	return false
}

// reader reads files one after the other with the same buffers.
type reader struct {
	raw      bytes.Buffer
	markdown markdown.Renderer
}

// read fills f with what its file holds.
func (r *reader) read(fsys fs.FS, f *File) Problems {
	raw, err := r.bytes(fsys, f.Path)
	if err != nil {
		f.Broken = true
		return Problems{unreadable(f.Path, err)}
	}
	if most := largest(f.Path); len(raw) > most<<20 {
		f.Broken = true
		return Problems{{Pos: Pos{File: f.Path}, Rule: ruleTooLarge, Text: fmt.Sprintf("文件超过 %d MB", most),
			Hint: "文字文件用不着这么大；照片和附件请单独存成文件，再写链接"}}
	}
	raw, problem := decodeText(f.Path, raw)
	if problem != nil {
		f.Broken = true
		return Problems{*problem}
	}
	f.text = string(raw)
	if strings.EqualFold(path.Ext(f.Path), ".toml") {
		f.front = span{0, len(f.text)}
		return nil
	}
	front, body, problem := splitFront(f.Path, f.text)
	f.front = front
	if problem != nil {
		f.Broken = true
		return Problems{*problem}
	}
	return f.render(&r.markdown, raw[body:], body)
}

// bytes reads a file into the reader's buffer, at most one byte more than it may have.
func (r *reader) bytes(fsys fs.FS, name string) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r.raw.Reset()
	_, err = r.raw.ReadFrom(io.LimitReader(file, int64(largest(name))<<20+1))
	return r.raw.Bytes(), err
}

// unreadable words an error of the file system for a clerk.
func unreadable(name string, err error) Problem {
	p := Problem{Pos: Pos{File: name}, Rule: ruleUnreadable, Text: "文件打不开", Hint: "如果别的程序正开着它，先关掉，再试一次"}
	switch {
	case errors.Is(err, fs.ErrPermission):
		p.Hint = "没有读取权限，请改文件的权限"
	case errors.Is(err, fs.ErrNotExist):
		p.Text, p.Hint = "文件不见了", "可能正在被移动或改名，再试一次"
	}
	return p
}
