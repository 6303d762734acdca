//go:build !linux

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// exchange is what only Linux can.
func exchange(_, _ string) error { return errors.ErrUnsupported }

// flushTree completes what flushFile began: the names in every folder, then the drive's own cache, once. The manifest
// stands for all files.
func flushTree(dir string) error {
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			err = flushFolder(name)
		}
		return err
	})
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(dir, manifestName), os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
