package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"gongshi/generator/content"
)

// A new file stands whole under its name, or not at all; one that is there already stays.
func TestWriteNew(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "sealed", "2026-h1.toml")
	if err := writeNew(file, "number = 1\n"); err != nil {
		t.Fatal(err)
	}
	if err := writeNew(file, "number = 2\n"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that is there: %v", err)
	}
	if got, err := os.ReadFile(file); string(got) != "number = 1\n" {
		t.Errorf("%q %v", got, err)
	}
	if left, err := os.ReadDir(filepath.Dir(file)); len(left) != 1 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// What a run leaves that is killed before the file has its name is not read, and the next run is not in its way. A second
// run that comes first keeps what it wrote.
func TestWriteNewAfterAKill(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "sealed", "2026-h1.toml")
	aside, err := setAside(file, "number = 1")
	if err != nil {
		t.Fatal(err)
	}
	if files, problems := content.Read(os.DirFS(dir)); len(files) > 0 || len(problems) > 0 {
		t.Errorf("read: %v %v", files, problems)
	}
	if err := os.WriteFile(file, []byte("of another run"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := putInPlace(aside, file); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over what another run wrote: %v", err)
	}
	if got, _ := os.ReadFile(file); string(got) != "of another run" {
		t.Errorf("%q", got)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if err := writeNew(file, "number = 2\n"); err != nil {
		t.Error(err)
	}
}
