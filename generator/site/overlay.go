package site

import (
	"errors"
	"io/fs"
	"slices"
)

// An overlay is a file system whose first layer that has a file gives it.
type overlay []fs.FS

func (o overlay) layersFromBase() []fs.FS {
	var layers []fs.FS
	for _, l := range slices.Backward(o) {
		if l != nil {
			layers = append(layers, l)
		}
	}
	return layers
}

// Open opens the uppermost file of that name.
func (o overlay) Open(name string) (fs.File, error) {
	for _, l := range o {
		if l == nil {
			continue
		}
		f, err := l.Open(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// glob lists the files of a pattern over all layers, sorted.
func (o overlay) glob(pattern string) ([]string, error) {
	var all []string
	for _, l := range o {
		if l == nil {
			continue
		}
		names, err := fs.Glob(l, pattern)
		if err != nil {
			return nil, err
		}
		all = append(all, names...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}
