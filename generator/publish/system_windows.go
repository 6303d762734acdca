package publish

import (
	"errors"
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

var flushBuffers = windows.NewLazySystemDLL("ntdll.dll").NewProc("NtFlushBuffersFileEx")

// flushNoSync asks NtFlushBuffersFileEx to hand a file to the drive without waiting for the drive's own cache. Waiting
// for every single file would make a large site take minutes; flushTree waits once for all.
const flushNoSync = 2

// flushFile hands a file to the drive.
func flushFile(f *os.File) error {
	if flushBuffers.Find() == nil {
		var status windows.IO_STATUS_BLOCK
		r, _, _ := flushBuffers.Call(f.Fd(), flushNoSync, 0, 0, uintptr(unsafe.Pointer(&status)))
		if r == 0 {
			return nil
		}
	}
	return f.Sync() // not NTFS, or before Windows 8
}

// flushFolder does nothing: NTFS keeps names in its journal, and a folder cannot be flushed.
func flushFolder(string) error { return nil }

func diskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// heldOpen tells whether a rename failed because a program has a file below the folder open.
func heldOpen(err error) bool {
	return errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
}
