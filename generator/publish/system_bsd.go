//go:build unix && !linux

package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// flushFile hands a file to the drive without waiting for the drive's own cache, which os.File.Sync would do on macOS
// for every single file; flushTree waits once for all.
func flushFile(f *os.File) error {
	if err := unix.Fsync(int(f.Fd())); err != nil {
		return &os.PathError{Op: "fsync", Path: f.Name(), Err: err}
	}
	return nil
}
