package preview

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A snapshot is what a scan saw: the state of every file and folder by its path on this computer.
type snapshot map[string]state

// A state tells one version of a file from another. A folder has the zero state.
type state struct {
	size     int64
	modified int64             // nanoseconds
	sum      [sha256.Size]byte // only of a file that was fresh when it was scanned
	folder   bool
}

// fresh is how long after a change the time of a file says too little: FAT keeps times to two seconds, and a file may
// change twice in that without a change of size. Such files are read.
const fresh = 5 * time.Second

// scan looks at all files below folders; before is the last scan. What cannot be read is left out.
func scan(folders []string, before snapshot) snapshot {
	seen := make(snapshot, len(before))
	now := time.Now()
	for _, top := range folders {
		filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // gone in the meantime, or not ours to read; the build says so where it matters
			case name != top && passedOver(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				seen[name] = state{folder: true}
				return nil
			}
			info, err := d.Info()
			if err != nil {
				return nil
			}
			s := state{size: info.Size(), modified: info.ModTime().UnixNano()}
			if age := now.Sub(info.ModTime()); age.Abs() < fresh && info.Mode().IsRegular() {
				s.sum = sum(name)
			} else if was := before[name]; was.size == s.size && was.modified == s.modified {
				s.sum = was.sum
			}
			seen[name] = s
			return nil
		})
	}
	return seen
}

// passedOver tells whether a name is not content: hidden files, and what Office and editors make beside an open file.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") ||
		strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp")
}

// sum is the SHA-256 of a file, and zero when it cannot be read just now.
func sum(name string) (sum [sha256.Size]byte) {
	f, err := os.Open(name)
	if err != nil {
		return sum
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum
	}
	h.Sum(sum[:0])
	return sum
}

// differs tells whether any file changed from before to now, and whether only records did: text that pages can take
// over without being loaded again.
func (now snapshot) differs(before snapshot) (any, text bool) {
	text = true
	note := func(name string) {
		any = true
		switch strings.ToLower(filepath.Ext(name)) {
		case ".md", ".toml":
		default:
			text = false
		}
	}
	for name, s := range now {
		if was, known := before[name]; !s.folder && (!known || was != s) {
			note(name)
		}
	}
	for name, s := range before {
		if _, still := now[name]; !still && !s.folder {
			note(name)
		}
	}
	return any, any && text
}
