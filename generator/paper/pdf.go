package paper

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"gongshi/generator/record"
)

var (
	madeOn    = regexp.MustCompile(`(/(?:CreationDate|ModDate) ?\(D:)\d{14}`)
	element   = regexp.MustCompile(`\(node\d{8}\)`)
	pageCount = regexp.MustCompile(`/Type ?/Pages\s[^>]*?/Count (\d+)`)
)

// checked gives a PDF the day of the board in place of the time it was made, so that the same sheets of the same day are
// the same bytes, and counts its pages.
func checked(pdf []byte, on record.Date) ([]byte, int, error) {
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf[max(0, len(pdf)-32):], []byte("%%EOF")) {
		return nil, 0, errors.New("the browser gave no whole PDF")
	}
	pdf = madeOn.ReplaceAll(pdf, fmt.Appendf(nil, "${1}%04d%02d%02d000000", on.Year, on.Month, on.Day)) // as long as before: places in the file stay
	pdf = renumbered(pdf)
	pages := 0
	for _, count := range pageCount.FindAllSubmatch(pdf, -1) {
		if n, err := strconv.Atoi(string(count[1])); err == nil {
			pages = max(pages, n) // that of the root, which counts all
		}
	}
	if pages == 0 {
		return nil, 0, errors.New("the browser gave a PDF without pages")
	}
	return pdf, pages, nil
}

// renumbered numbers the elements of a tagged PDF from 1. The browser numbers them by what it has shown before, so that a sheet
// would be other bytes in each run. The order stays, by which they are found.
func renumbered(pdf []byte) []byte {
	var names []string
	for _, name := range element.FindAll(pdf, -1) {
		names = append(names, string(name))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	return element.ReplaceAllFunc(pdf, func(name []byte) []byte {
		i, _ := slices.BinarySearch(names, string(name))
		return fmt.Appendf(nil, "(node%08d)", i+1)
	})
}

// write puts a file under its name when it is whole on disk. A file that another run left half written is taken over.
func write(file string, data []byte) error {
	part := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".part")
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(part, file)
	}
	if err != nil {
		os.Remove(part)
	}
	return err
}
