package content

import (
	"errors"
	"io"

	"gongshi/generator/internal/typeface"
)

// Typeface reads the beginning of a file that is to be a font. It tells how large the file is, and why it cannot be used, in
// the clerk's words with what to do after ；. fault is empty for one that can.
func (f *File) Typeface() (bytes int64, fault string) {
	file, err := f.from.Open(f.Path)
	if err != nil {
		return 0, closed(f.Path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return 0, closed(f.Path, err)
	}
	head := make([]byte, typeface.Head)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return info.Size(), closed(f.Path, err)
	}
	return info.Size(), typeface.Fault(head[:n], info.Size())
}

func closed(name string, err error) string {
	p := unreadable(name, err)
	return p.Text + "；" + p.Hint
}
