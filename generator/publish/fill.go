package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"gongshi/generator/site"
)

// stage makes the folder that the new tree is written into, beside dir so that both are on one file system.
func stage(dir string) (string, error) {
	var next string
	for i := range 100 { // a folder of that name that could not be removed is passed over
		next = beside(dir, "next-"+strconv.Itoa(os.Getpid()+i))
		err := os.Mkdir(next, 0o777)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) || i == 99 {
			return "", writing(filepath.Dir(dir), err)
		}
	}
	if old, err := os.Stat(dir); err == nil { // a web server that could read the old folder can read the new one
		if err := os.Chmod(next, old.Mode()|0o700); err != nil {
			return "", writing(next, err)
		}
	}
	return next, nil
}

// create opens a file that must not exist yet.
func create(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// fill renders pages into the folder next, on all processors, and gives what each turned out to be. dir is the folder
// that is public now, before its manifest.
func fill(next, dir string, pages []site.Page, before *manifest) (map[string]file, error) {
	made := map[string]bool{".": true}
	for _, p := range pages {
		if folder := path.Dir(p.Path); !made[folder] {
			if err := os.MkdirAll(filepath.Join(next, filepath.FromSlash(folder)), 0o777); err != nil {
				return nil, writing(p.Path, err)
			}
			made[folder] = true
		}
	}
	files := make([]file, len(pages))
	var failed atomic.Bool
	var first struct {
		sync.Mutex
		page int
		err  error
	}
	var at atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(pages)) {
		wg.Go(func() {
			w := writer{next: next, dir: dir, before: before}
			for !failed.Load() {
				i := int(at.Add(1)) - 1
				if i >= len(pages) {
					return
				}
				f, err := w.write(pages[i])
				if err != nil {
					failed.Store(true)
					first.Lock()
					if first.err == nil || i < first.page {
						first.page, first.err = i, err
					}
					first.Unlock()
					return
				}
				files[i] = f
			}
		})
	}
	wg.Wait()
	if first.err != nil {
		return nil, first.err
	}
	of := make(map[string]file, len(pages))
	for i, p := range pages {
		of[p.Path] = files[i]
	}
	return of, nil
}

// A writer renders pages one after the other with the same buffers.
type writer struct {
	next, dir string
	before    *manifest
	page      bytes.Buffer // the page as rendered
	public    bytes.Buffer // the page as it is public now
}

// write renders one page into the new tree.
func (w *writer) write(p site.Page) (file, error) {
	if p.Large {
		return w.stream(p)
	}
	w.page.Reset()
	if err := p.Write(&w.page); err != nil {
		return file{}, notMade(p, err)
	}
	f := file{sha256.Sum256(w.page.Bytes()), int64(w.page.Len()), w.lasting(p)}
	name := filepath.FromSlash(p.Path)
	if w.before != nil && w.before.Files[p.Path].same(f) && w.link(name) {
		return f, nil
	}
	if err := w.put(filepath.Join(w.next, name)); err != nil {
		return file{}, writing(p.Path, err)
	}
	return f, nil
}

func notMade(p site.Page, err error) error {
	return &Error{Path: p.Path, Text: "这一页做不出来", Hint: "按括号里的话改资料或主题；已公开的内容没有动", Err: err, Page: true}
}

// lasting tells whether people may rely on the address of a page, by what was public before, too.
func (w *writer) lasting(p site.Page) bool {
	if w.before != nil {
		switch {
		case w.before.Files[p.Path].Lasting:
			return true // once promised: a record that is made a draft again does not take its address back
		case p.Unproven:
			return false // a slip in the withdrawal, most likely: nobody relies on the address
		}
	}
	return p.Lasting
}

// link gives the public file of that name a second name in the new tree, if its bytes are really those of the page.
// Unchanged pages then cost no disk space, no flushing and no look by a virus scanner, and keep their time, by which a
// server tells readers and a copying program what is new. It is false where that cannot be; FAT has no links.
func (w *writer) link(name string) bool {
	old := filepath.Join(w.dir, name)
	f, err := os.Open(old)
	if err != nil {
		return false
	}
	defer f.Close()
	w.public.Reset()
	w.public.Grow(w.page.Len() + bytes.MinRead)
	if _, err := w.public.ReadFrom(io.LimitReader(f, int64(w.page.Len())+1)); err != nil {
		return false
	}
	return bytes.Equal(w.public.Bytes(), w.page.Bytes()) && os.Link(old, filepath.Join(w.next, name)) == nil
}

// put writes the rendered page to a new file.
func (w *writer) put(name string) error {
	f, err := create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(w.page.Bytes())
	if err == nil {
		err = flushFile(f)
	}
	return errors.Join(err, f.Close())
}
