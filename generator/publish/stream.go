package publish

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"

	"gongshi/generator/site"
)

// pieces is how many bytes of a large page are written and read at a time.
const pieces = 64 << 10

// stream writes a large page into the new tree piece by piece: the tables of a large town, held in memory with room to
// grow, would take as much as its records.
func (w *writer) stream(p site.Page) (file, error) {
	name := filepath.FromSlash(p.Path)
	out, err := create(filepath.Join(w.next, name))
	if err != nil {
		return file{}, writing(p.Path, err)
	}
	defer out.Close()
	sum := sha256.New()
	buffered := bufio.NewWriterSize(io.MultiWriter(out, sum), pieces)
	err = p.Write(buffered)
	if full := buffered.Flush(); full != nil { // the disk's error, which the page only hands on
		return file{}, writing(p.Path, full)
	}
	if err != nil {
		return file{}, notMade(p, err)
	}
	size, err := out.Seek(0, io.SeekCurrent)
	if err != nil {
		return file{}, writing(p.Path, err)
	}
	f := file{digest(sum.Sum(nil)), size, w.lasting(p)}
	if w.before != nil && w.before.Files[p.Path].same(f) && f.isAt(filepath.Join(w.dir, name)) {
		if err := out.Close(); err != nil { // Windows puts nothing in the place of an open file
			return file{}, writing(p.Path, err)
		}
		if err := w.relink(name); err != nil {
			return file{}, writing(p.Path, err)
		}
		return f, nil
	}
	if err := errors.Join(flushFile(out), out.Close()); err != nil {
		return file{}, writing(p.Path, err)
	}
	return f, nil
}

// isAt tells whether the file of that name really has these bytes.
func (f file) isAt(name string) bool {
	old, err := os.Open(name)
	if err != nil {
		return false
	}
	defer old.Close()
	sum := sha256.New()
	size, err := io.CopyBuffer(sum, io.LimitReader(old, f.Size+1), make([]byte, pieces))
	return err == nil && f.same(file{SHA256: digest(sum.Sum(nil)), Size: size})
}

// relink puts the public file in the place of its equal in the new tree, as link does for a page in memory. Where files
// cannot have two names the new one stays, flushed.
func (w *writer) relink(name string) error {
	fresh := filepath.Join(w.next, name)
	second := fresh + ".public"
	if os.Link(filepath.Join(w.dir, name), second) == nil {
		return os.Rename(second, fresh)
	}
	out, err := os.OpenFile(fresh, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(flushFile(out), out.Close())
}
