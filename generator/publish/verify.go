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
	"slices"
	"strings"

	"gongshi/generator/proof"
)

// A Verification (核对) says how a copy of the site compares with its own manifest, and its seals with their log.
type Verification struct {
	On     string  // the board's day: 2025-12-31
	Files  int     // that the manifest lists
	Digest string  // of the manifest, which stands for all files: 16 hexadecimal digits in groups of four
	Faults []Fault // sorted by path; none when every byte is as it was published and every seal is in the log

	Log  *proof.Log // of all seals, computed from them; nil when they have a fault
	Head []byte     // of the log as the copy has it, with its signature if any; nil when the copy has none
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

	FaultNoSeal    FaultKind = "no_seal"   // lies among the seals and is none
	FaultNumber    FaultKind = "number"    // a seal whose number does not follow on the one before
	FaultUnlogged  FaultKind = "unlogged"  // a seal that the log does not have
	FaultMislogged FaultKind = "mislogged" // a seal of which the log says something else, or whose proof is wrong
	FaultLog       FaultKind = "log"       // the log is not there, cannot be read or is not that of the seals
	FaultHead      FaultKind = "head"      // the head is not that of the log
)

// Verify compares a copy of the site, a folder or an unpacked archive, with its manifest.json and its seals with the log
// they are in, without the network. It needs no records. The site may lie in a single folder of the copy, as archives have it. The error is an *Error when there is no manifest, or
// none that can be read; any other is of the file system.
func Verify(fsys fs.FS) (*Verification, error) {
	root, beside, err := siteIn(fsys)
	if err != nil {
		return nil, err
	}
	m, text, err := listed(root)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	v := &Verification{On: m.On, Files: len(m.Files), Digest: fmt.Sprintf("%x %x %x %x", sum[:2], sum[2:4], sum[4:6], sum[6:8])}
	for _, name := range beside {
		v.Faults = append(v.Faults, Fault{name, FaultExtra})
	}
	found := map[string]bool{}
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		of, known := m.Files[name]
		switch {
		case known && !d.IsDir():
			found[name] = true
			if d.Type()&fs.ModeSymlink != 0 { // nothing that we publish is a link
				v.Faults = append(v.Faults, Fault{name, FaultChanged})
				return nil
			}
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
	if !slices.ContainsFunc(v.Faults, func(f Fault) bool { return ofLog(f.Path) }) { // else the fault has been told
		var more []Fault
		if v.Log, v.Head, more, err = sealed(root, m); err != nil {
			return nil, err
		}
		v.Faults = append(v.Faults, more...)
	}
	slices.SortFunc(v.Faults, func(x, y Fault) int { return cmp.Compare(x.Path, y.Path) })
	return v, nil
}

// siteIn finds the folder that has the manifest, at the top or one below, and names what lies beside a site that is one
// below: it is not of the site.
func siteIn(fsys fs.FS) (site fs.FS, beside []string, err error) {
	if _, err := fs.Stat(fsys, manifestName); err == nil {
		return fsys, nil, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		_, err := fs.Stat(fsys, path.Join(e.Name(), manifestName))
		switch {
		case site == nil && e.IsDir() && err == nil:
			if site, err = fs.Sub(fsys, e.Name()); err != nil {
				return nil, nil, err
			}
		case e.Name() != "__MACOSX" && !ofSystem(e.Name()):
			beside = append(beside, e.Name())
		}
	}
	if site == nil {
		return nil, nil, &Error{Path: manifestName, Text: "没有清单，认不出这是本程序生成的网站", Hint: "核对的是整个网站文件夹或它的压缩包"}
	}
	return site, beside, nil
}

// manifestLimit is the most that is read of a manifest, in bytes: that of a hundred times the largest board.
const manifestLimit = 256 << 20

// listed reads the manifest of a copy, of which nothing is known yet.
func listed(site fs.FS) (*manifest, []byte, error) {
	f, err := site.Open(manifestName)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, manifestLimit+1))
	if err != nil && !damaged(err) {
		return nil, nil, err
	}
	unfit := &Error{Path: manifestName, Text: "清单读不出来，这一份没法核对", Hint: "可能没有传完或者被改过，不要用；换一份再核对"}
	m := new(manifest)
	switch {
	case err != nil || len(text) > manifestLimit || json.Unmarshal(text, m) != nil:
		return nil, nil, unfit
	case m.Generator != generator:
		unfit.Text = "清单不是本程序写的，这一份没法核对"
		unfit.Hint = "核对的是整个网站文件夹或它的压缩包"
		return nil, nil, unfit
	case m.Version > version:
		unfit.Text, unfit.Hint = "这里的网站是用更新的程序生成的", "换用那个新程序再核对"
		return nil, nil, unfit
	}
	return m, text, nil
}

// damaged tells an archive that does not unpack from a disk that does not read.
func damaged(err error) bool {
	var disk *fs.PathError
	return err != nil && !errors.As(err, &disk)
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
	if err != nil && !damaged(err) {
		return false, err
	}
	return err == nil && n == want.Size && bytes.Equal(hash.Sum(nil), want.SHA256[:]), nil
}
