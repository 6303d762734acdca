package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// swap makes next the tree at dir and the old tree, if any, the one at next. When it fails both are as they were, or
// the old tree stands aside and recoverFrom puts it back.
func swap(next, dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return wordSwap(dir, rename(next, dir))
	}
	err := exchange(next, dir)
	if errors.Is(err, errors.ErrUnsupported) {
		err = exchangeByRename(next, dir)
	}
	return wordSwap(dir, err)
}

// exchangeByRename does in three renames what exchange does in one step. Killed after the first it leaves no dir, but
// the old tree whole under its own name; the third only makes rubbish of it, so that it is never mistaken for that.
func exchangeByRename(next, dir string) error {
	aside := beside(dir, "old")
	if err := rename(dir, aside); err != nil {
		return err
	}
	if err := rename(next, dir); err != nil {
		return errors.Join(err, rename(aside, dir))
	}
	_ = rename(aside, next) // the new tree is public; if this fails recoverFrom clears up
	return nil
}

// recoverFrom puts right what a killed run left beside dir.
func recoverFrom(dir string) error {
	aside := beside(dir, "old")
	if _, err := os.Lstat(aside); err == nil {
		if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
			if err := rename(aside, dir); err != nil {
				return wordSwap(dir, err)
			}
		} else if err := os.RemoveAll(aside); err != nil {
			return wordSwap(aside, err) // its name is needed
		}
	}
	siblings, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		return unreadable(filepath.Dir(dir), err)
	}
	prefix := filepath.Base(beside(dir, "next-"))
	for _, e := range siblings {
		number, ok := strings.CutPrefix(e.Name(), prefix)
		if ok && e.IsDir() && strings.Trim(number, "0123456789") == "" {
			os.RemoveAll(filepath.Join(filepath.Dir(dir), e.Name())) // what stays takes room, no more
		}
	}
	return nil
}

// rename waits a little where another program, such as a virus scanner, has a file of the folder open.
func rename(from, to string) error {
	var err error
	for wait := 10 * time.Millisecond; ; wait *= 2 {
		if err = os.Rename(from, to); err == nil || !heldOpen(err) || wait > time.Second {
			return err
		}
		time.Sleep(wait)
	}
}

// wordSwap words an error of renaming for a clerk.
func wordSwap(dir string, err error) error {
	switch {
	case err == nil:
		return nil
	case heldOpen(err):
		return &Error{Path: dir, Text: "换不上新网站：有程序正开着里面的文件", Hint: "关掉正打开它的浏览器、编辑器和文件夹窗口，再试一次", Err: err}
	}
	return &Error{Path: dir, Text: "换不上新网站", Hint: "如果它是单独挂载的磁盘，改用它下面的一个文件夹；否则检查上一级文件夹的权限", Err: err}
}
