package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// locate resolves dir and refuses folders that a slip of the keyboard must not replace.
func locate(dir string, sources []string) (string, error) {
	dir, err := resolve(dir)
	if err != nil {
		return "", err
	}
	if filepath.Dir(dir) == dir {
		return "", &Error{Path: dir, Text: "这是整个磁盘", Hint: "输出要写到一个单独的文件夹，例如 public"}
	}
	for _, source := range sources {
		source, err := resolve(source)
		if err != nil {
			return "", err
		}
		if within(source, dir) || within(dir, source) {
			return "", &Error{Path: dir, Text: "输出文件夹和原始资料的文件夹 " + source + " 套在一起，会把资料盖掉或当成附件", Hint: "输出要写到旁边一个单独的文件夹，例如 public"}
		}
	}
	if here, err := os.Getwd(); err == nil && within(here, dir) {
		return "", &Error{Path: dir, Text: "命令正是在这个文件夹里运行的，不能把它换掉", Hint: "先退到上一级文件夹，再运行"}
	}
	switch info, err := os.Stat(dir); {
	case err == nil && !info.IsDir():
		return "", &Error{Path: dir, Text: "这是一个文件，不是文件夹", Hint: "输出要写到一个单独的文件夹，例如 public"}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return "", unreadable(dir, err)
	}
	return dir, nil
}

// resolve makes a path absolute and follows links, as far down as it exists.
func resolve(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", unreadable(name, err)
	}
	real, err := filepath.EvalSymlinks(abs)
	if !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return "", unreadable(abs, err)
		}
		return real, nil
	}
	if _, err := os.Lstat(abs); err == nil {
		return "", &Error{Path: abs, Text: "这个链接指向的地方不存在", Hint: "先建好它指向的文件夹，或换一个文件夹"}
	}
	parent, err := resolve(filepath.Dir(abs)) // ends at the root, which exists
	return filepath.Join(parent, filepath.Base(abs)), err
}

func unreadable(name string, err error) error {
	return &Error{Path: name, Text: "打不开", Hint: "检查文件夹是否存在、有没有权限", Err: err}
}

// Within tells whether a file lies, or would lie, in a folder or below it, as it is named or through links: a file that
// must not become public is kept elsewhere.
func Within(file, folder string) bool {
	named, err := filepath.Abs(file)
	if err != nil {
		return true // nobody can tell
	}
	if top, err := filepath.Abs(folder); err == nil { // also of a folder that is made later
		if rel, err := filepath.Rel(top, named); err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	if within(filepath.Dir(named), folder) {
		return true
	}
	real, err := resolve(named)
	return err != nil || within(filepath.Dir(real), folder)
}

// within tells whether child is parent or lies below it. It asks the system, which knows about letter case and mounts.
func within(child, parent string) bool {
	top, err := os.Stat(parent)
	if err != nil {
		return false // what does not exist holds nothing
	}
	for {
		if info, err := os.Stat(child); err == nil && os.SameFile(info, top) {
			return true
		}
		up := filepath.Dir(child)
		if up == child {
			return false
		}
		child = up
	}
}

// beside names a file next to dir: .public.lock for public and "lock".
func beside(dir, what string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+"."+what)
}

// lock makes sure that no other build writes dir, and creates the folder above it.
func lock(dir string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return nil, writing(filepath.Dir(dir), err)
	}
	name := beside(dir, "lock")
	l := flock.New(name, flock.SetPermissions(0o666)) // a colleague may run the next build
	got, err := l.TryLock()
	if err != nil {
		return nil, writing(name, err)
	}
	if !got {
		return nil, &Error{Path: dir, Text: "另一次生成正在进行", Hint: "等它完成再试；如果没有别的窗口在运行，重启电脑后再试"}
	}
	// The file stays: removing it while a third run waits at the door would let two in.
	return func() { l.Unlock() }, nil
}

// survey reads the manifest of what is public, nil when nothing is, and refuses a folder with files of somebody else:
// they would be gone with the old tree.
func survey(dir string) (*manifest, error) {
	before, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name == dir {
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		known := rel == manifestName
		if before != nil && !known {
			_, known = before.Files[rel]
		}
		switch {
		case known, ofSystem(d.Name()):
			return nil
		case d.IsDir() && strings.HasPrefix(rel, ".") && (before == nil || !before.has(rel)):
			return fs.SkipDir // kept as it is
		case d.IsDir(), strings.HasPrefix(rel, ".") && !strings.Contains(rel, "/"):
			return nil
		}
		return foreign(dir, rel)
	})
	if e := (*Error)(nil); err != nil && !errors.As(err, &e) && !errors.Is(err, fs.ErrNotExist) {
		err = unreadable(dir, err)
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // no folder yet
	}
	return before, err
}

// ofSystem tells whether a file is one that Windows or macOS leaves in a folder somebody has looked at.
func ofSystem(name string) bool {
	switch name = strings.ToLower(name); name {
	case "thumbs.db", "desktop.ini", ".ds_store":
		return true
	}
	return strings.HasPrefix(name, "._")
}

func foreign(dir, name string) error {
	return &Error{Path: dir, Text: "里面有不是本程序生成的文件：" + name, Hint: "把它移到别处（要公开的附件放进资料文件夹），或换一个空文件夹"}
}
