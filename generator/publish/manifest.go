package publish

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	manifestName = "manifest.json"
	generator    = "gongshi"
	version      = 1
)

// A manifest lists what is public: every file but itself and the dot-files. It tells a folder of ours from others, what
// changed since, and lets anyone check a copy.
type manifest struct {
	Generator string          `json:"generator"`
	Version   int             `json:"version"`
	On        string          `json:"on"` // the board's day: 2025-12-31
	Files     map[string]file `json:"files"`
}

// A file is what a manifest knows of one path.
type file struct {
	SHA256 digest `json:"sha256"`
	Size   int64  `json:"size"` // bytes

	// Lasting tells that the address may not vanish silently: the next build refuses to.
	Lasting bool `json:"lasting,omitempty"`
}

// same tells whether two files have the same bytes.
func (f file) same(other file) bool { return f.SHA256 == other.SHA256 && f.Size == other.Size }

// A digest is written as 64 hexadecimal digits.
type digest [32]byte

func (d digest) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, d[:]), nil }

func (d *digest) UnmarshalText(text []byte) error {
	if hex.DecodedLen(len(text)) != len(d) {
		return errors.New("a SHA-256 has 64 digits")
	}
	_, err := hex.Decode(d[:], text)
	return err
}

// readManifest reads the manifest of a folder. It gives nil when there is none.
func readManifest(dir string) (*manifest, error) {
	name := filepath.Join(dir, manifestName)
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var m manifest
	if err == nil {
		err = json.Unmarshal(text, &m)
	}
	switch {
	case err != nil:
		return nil, &Error{Path: name, Text: "清单读不出来，认不准这个文件夹是不是本程序生成的", Hint: "确认里面没有自己的文件后，删掉整个文件夹，再生成一次", Err: err}
	case m.Generator != generator:
		return nil, foreign(dir, manifestName)
	case m.Version > version:
		return nil, &Error{Path: dir, Text: "这里的网站是用更新的程序生成的", Hint: "换用那个新程序再生成"}
	}
	return &m, nil
}

// under lists the files in a folder, sorted.
func (m manifest) under(folder string) []string {
	var names []string
	for name := range m.Files {
		if strings.HasPrefix(name, folder+"/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// write puts the manifest into dir, one line a file, sorted: the same site gives the same bytes, and two manifests
// compare well line by line.
func (m manifest) write(dir string) error {
	f, err := create(filepath.Join(dir, manifestName))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "{\"generator\":%q,\"version\":%d,\"on\":%q,\"files\":{", m.Generator, m.Version, m.On)
	var line bytes.Buffer
	names := json.NewEncoder(&line)
	names.SetEscapeHTML(false)
	comma := ""
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		line.Reset()
		if err := names.Encode(name); err != nil {
			f.Close()
			return err
		}
		of := m.Files[name]
		fmt.Fprintf(w, "%s\n%s:{\"sha256\":\"%x\",\"size\":%d", comma, bytes.TrimSpace(line.Bytes()), of.SHA256[:], of.Size)
		if of.Lasting {
			w.WriteString(`,"lasting":true`)
		}
		w.WriteByte('}')
		comma = ","
	}
	w.WriteString("\n}}\n") // a bufio.Writer keeps its first error for Flush
	return errors.Join(w.Flush(), flushFile(f), f.Close())
}

// since compares the manifest with that of what was public before, which may be nil.
func (m manifest) since(before *manifest, dir string) *Result {
	r := &Result{Dir: dir, Pages: len(m.Files)}
	var old map[string]file
	if before != nil {
		old = before.Files
	}
	for name, f := range m.Files {
		r.Bytes += f.Size
		switch was, known := old[name]; {
		case !known:
			r.New = append(r.New, name)
		case !was.same(f):
			r.Changed = append(r.Changed, name)
		default:
			r.Unchanged++
		}
	}
	for name := range old {
		if _, still := m.Files[name]; !still {
			r.Dropped = append(r.Dropped, name)
		}
	}
	slices.Sort(r.New)
	slices.Sort(r.Changed)
	slices.Sort(r.Dropped)
	return r
}
