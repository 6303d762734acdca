package publish

import (
	"errors"
	"io/fs"
)

// An Error says in the clerk's words why nothing was published and what to do. Path is the folder, file or page it is
// about; Err, which may be nil, is the system's own error. Page tells that a page could not be made or would be
// gone, so that the theme or a record is at fault and not the machine.
type Error struct {
	Path, Text, Hint string
	Err              error
	Page             bool
}

// Error gives all parts on one line.
func (e *Error) Error() string {
	s := e.Path + "：" + e.Text
	if e.Hint != "" {
		s += "。" + e.Hint
	}
	if e.Err != nil {
		s += "（" + e.Err.Error() + "）"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// writing words an error of the file system met while the new tree was being written to path.
func writing(path string, err error) error {
	if e := (*Error)(nil); errors.As(err, &e) {
		return err
	}
	e := &Error{Path: path, Text: "写不进去", Hint: "看看磁盘和文件夹是不是好的，再试一次；已公开的内容没有动", Err: err}
	switch {
	case diskFull(err):
		e.Text, e.Hint = "磁盘满了", "删掉一些用不着的文件，再试一次；已公开的内容没有动"
	case errors.Is(err, fs.ErrPermission):
		e.Text, e.Hint = "没有写入的权限", "换一个文件夹，或请管理员改权限；已公开的内容没有动"
	}
	return e
}
