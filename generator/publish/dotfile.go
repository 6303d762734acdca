package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// keepDotFiles brings the names at the top of the old folder that start with a dot into the new one, unless they are
// pages, now or before. The old folder is left as it is.
func keepDotFiles(old, next string, before *manifest, after manifest) error {
	entries, err := os.ReadDir(old)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") || after.has(name) || before != nil && before.has(name) {
			continue
		}
		if err := keep(filepath.Join(old, name), filepath.Join(next, name)); err != nil {
			return err
		}
	}
	return nil
}

// has tells whether a name at the top is a page or a folder of pages.
func (m manifest) has(name string) bool {
	for path := range m.Files {
		if path == name || strings.HasPrefix(path, name+"/") {
			return true
		}
	}
	return false
}

// keep gives a file, link or folder a second name.
func keep(old, new string) error {
	info, err := os.Lstat(old)
	if err != nil {
		return err
	}
	switch {
	case info.IsDir():
		if err := os.Mkdir(new, info.Mode().Perm()|0o700); err != nil {
			return err
		}
		entries, err := os.ReadDir(old)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := keep(filepath.Join(old, e.Name()), filepath.Join(new, e.Name())); err != nil {
				return err
			}
		}
		return os.Chmod(new, info.Mode())
	case info.Mode()&fs.ModeSymlink != 0:
		to, err := os.Readlink(old)
		if err != nil {
			return err
		}
		return os.Symlink(to, new)
	case !info.Mode().IsRegular():
		return &Error{Path: old, Text: "这不是普通文件，搬不过去", Hint: "把它移到别处"}
	}
	// One file under two names for a moment: nothing is copied, and its owner, rights and time stay. FAT has no links.
	if os.Link(old, new) == nil {
		return nil
	}
	return duplicate(old, new, info)
}

func duplicate(old, new string, info fs.FileInfo) error {
	from, err := os.Open(old)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := create(new)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	err = errors.Join(err, flushFile(to), to.Close())
	if err != nil {
		return err
	}
	if err := os.Chmod(new, info.Mode()); err != nil {
		return err
	}
	return os.Chtimes(new, info.ModTime(), info.ModTime())
}
