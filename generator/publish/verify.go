package publish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A Verification (核对) says how a copy of the site compares with its own manifest.
type Verification struct {
	On     string  // the board's day: 2025-12-31
	Files  int     // that the manifest lists
	Digest string  // of the manifest, which stands for all files: 16 hexadecimal digits in groups of four
	Faults []Fault // sorted by path; none when every byte is as it was published
}

// A Fault is a file that is not as the manifest has it.
type Fault struct {
	Path string
	Kind FaultKind
}

// A FaultKind says what is wrong with a file.
type FaultKind string

const (
	FaultChanged FaultKind = "changed"
	FaultMissing FaultKind = "missing"
	FaultExtra   FaultKind = "extra" // the manifest does not know it
)

// Verify compares a copy of the site, a folder or an unpacked archive, with its manifest.json, without the network. The
// site may lie in a single folder of the copy, as archives have it. The error is an *Error when there is no manifest, or
// none that can be read; any other is of the file system.
func Verify(fsys fs.FS) (*Verification, error) {
	root, err := siteIn(fsys)
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(root, manifestName)
	if err != nil {
		return nil, err
	}
	m, err := parseManifest(manifestName, text)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	v := &Verification{On: m.On, Files: len(m.Files), Digest: fmt.Sprintf("%x %x %x %x", sum[:2], sum[2:4], sum[4:6], sum[6:8])}
	found := map[string]bool{}
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		of, known := m.Files[name]
		switch {
		case known && !d.IsDir():
			found[name] = true
			same, err := holds(root, name, of)
			if err != nil {
				return err
			}
			if !same {
				v.Faults = append(v.Faults, Fault{name, FaultChanged})
			}
		case name == "." || name == manifestName || ofSystem(d.Name()):
		case d.IsDir():
			if strings.HasPrefix(name, ".") && !m.has(name) {
				return fs.SkipDir // kept beside the site by whoever looks after the server
			}
		case strings.HasPrefix(name, ".") && !strings.Contains(name, "/"):
		default:
			v.Faults = append(v.Faults, Fault{name, FaultExtra})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for name := range m.Files {
		if !found[name] {
			v.Faults = append(v.Faults, Fault{name, FaultMissing})
		}
	}
	slices.SortFunc(v.Faults, func(x, y Fault) int { return cmp.Compare(x.Path, y.Path) })
	return v, nil
}

// siteIn finds the folder that has the manifest: the top, or the only folder there.
func siteIn(fsys fs.FS) (fs.FS, error) {
	missing := &Error{Path: manifestName, Text: "没有清单，认不出这是本程序生成的网站", Hint: "核对的是整个网站文件夹或它的压缩包"}
	if _, err := fs.Stat(fsys, manifestName); err == nil {
		return fsys, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != "__MACOSX" {
			if _, err := fs.Stat(fsys, path.Join(e.Name(), manifestName)); err == nil {
				return fs.Sub(fsys, e.Name())
			}
		}
	}
	return nil, missing
}

// holds tells whether a file has the bytes the manifest says. No more is read than it should have, so that an archive
// made to swell does no harm.
func holds(fsys fs.FS, name string, want file) (bool, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, io.LimitReader(f, want.Size+1))
	if err != nil {
		return false, nil // an archive that does not unpack has other bytes
	}
	return n == want.Size && bytes.Equal(hash.Sum(nil), want.SHA256[:]), nil
}

// parseManifest reads the text of a manifest that lies at a path.
func parseManifest(name string, text []byte) (*manifest, error) {
	var m manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, &Error{Path: name, Text: "清单读不出来，认不准这个文件夹是不是本程序生成的", Hint: "确认里面没有自己的文件后，删掉整个文件夹，再生成一次", Err: err}
	}
	switch {
	case m.Generator != generator:
		return nil, foreign(filepath.Dir(name), manifestName)
	case m.Version > version:
		return nil, &Error{Path: name, Text: "这里的网站是用更新的程序生成的", Hint: "换用那个新程序再生成"}
	}
	return &m, nil
}
