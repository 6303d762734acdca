package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeNew writes a file that must not be there yet, making its folder. The file has its name only when it is whole and
// on the disk: a run that is killed, or a full disk, leaves at most a file that is not read.
func writeNew(file, text string) error {
	aside, err := setAside(file, text)
	if err != nil {
		return err
	}
	err = putInPlace(aside, file)
	os.Remove(aside) // renamed away where files have one name
	return err
}

// setAside writes the text beside the file, under a name that the reader of content passes over.
func setAside(file, text string) (aside string, err error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return "", err
	}
	if _, err := os.Lstat(file); err == nil {
		return "", &fs.PathError{Op: "create", Path: file, Err: fs.ErrExist}
	}
	aside = filepath.Join(filepath.Dir(file), fmt.Sprintf(".%s.%d.tmp", filepath.Base(file), os.Getpid()))
	f, err := os.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(aside) // what stays takes room, no more
		return "", err
	}
	return aside, nil
}

// putInPlace gives what was set aside the file's name as well, unless that is taken: a second name is refused then, on
// every system. Where files have one name only (FAT on a USB stick) the copy is renamed, after a look.
func putInPlace(aside, file string) error {
	err := os.Link(aside, file)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(file); err == nil {
		return &fs.PathError{Op: "rename", Path: file, Err: fs.ErrExist}
	}
	return os.Rename(aside, file)
}
