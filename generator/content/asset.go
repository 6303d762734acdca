package content

import (
	"errors"
	"io"
	"io/fs"
	"sync"
	"time"

	"gongshi/generator/internal/active"
	"gongshi/generator/internal/author"
	"gongshi/generator/internal/bare"
)

// A Look is what a photo or attachment has in it beside what it shows.
type Look struct {
	Picture bool     // JPEG, PNG, WebP or GIF, whatever its name
	Fault   string   // why it cannot be published, in the clerk's words; mostly empty
	Authors []string // names in the properties of a document
	Active  string   // what it would do when opened, in the clerk's words; mostly empty
	Closed  string   // why nobody can tell what is in a document's properties, in the clerk's words; mostly empty
}

// Look reads a photo or attachment and tells what is in it. Only pictures and documents are read to their end.
func (f *File) Look() Look {
	if folder, ok := f.from.(*Folder); ok {
		return folder.look(f.Path)
	}
	look, _ := lookAt(f.from, f.Path, nil)
	return look
}

// A Folder is a content folder that is read again and again, as a preview does. It remembers what it saw in photos and
// attachments, as long as their size and time stay, because there are many and they seldom change.
type Folder struct {
	fs.FS
	seen sync.Map // path → seen
}

// seen is what one version of a file had in it.
type seen struct {
	size     int64
	modified time.Time
	look     Look
}

func (d *Folder) look(name string) Look {
	last, _ := d.seen.Load(name)
	before, _ := last.(seen)
	look, info := lookAt(d.FS, name, &before)
	if info != nil {
		d.seen.Store(name, seen{info.Size(), info.ModTime(), look})
	}
	return look
}

// lookAt looks into a file, unless it is still as it was when it was seen before.
func lookAt(fsys fs.FS, name string, before *seen) (Look, fs.FileInfo) {
	file, err := fsys.Open(name)
	if err != nil {
		return Look{Fault: unreadable(name, err).Text}, nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return Look{Fault: unreadable(name, err).Text}, nil
	}
	if before != nil && !before.modified.IsZero() && before.size == info.Size() && before.modified.Equal(info.ModTime()) {
		return before.look, info
	}
	head := make([]byte, max(bare.Head, author.Head, active.Head))
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return Look{Fault: unreadable(name, err).Text}, nil
	}
	head = head[:n]
	sort := bare.SortOf(head)
	look := Look{Picture: sort != bare.Other && sort != bare.Refused, Active: active.Sort(name, head)}
	if look.Active != "" {
		return look, info
	}
	if sort == bare.Other && !author.IsDocument(head) {
		return look, info
	}
	rest, err := io.ReadAll(file)
	if err != nil {
		return Look{Fault: unreadable(name, err).Text}, nil
	}
	whole := append(head, rest...)
	if sort != bare.Other {
		if _, err := bare.Picture(whole); err != nil {
			look.Fault = err.Error()
		}
		return look, info
	}
	if look.Authors, err = author.Names(whole); err != nil {
		look.Closed = err.Error()
	}
	return look, info
}
