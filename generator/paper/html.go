package paper

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"regexp"

	"gongshi/generator/site"
)

// reference is what a sheet needs beside it: style, emblem, pictures. The sheet's own templates write it so. fetched is what
// a style needs: fonts.
var (
	reference = regexp.MustCompile(`(?:src|href)="([^":?#]+)"`)
	fetched   = regexp.MustCompile(`url\(["']?([^"'():?#]+)["']?\)`)
)

// Write writes sheets with the style and the pictures they need into the folder out, to be printed by hand from any
// browser. The first file that cannot be made or written ends it; the files before it are whole.
func Write(s *site.Site, sheets []site.Page, out string) error {
	written := map[string]bool{}
	var put func(site.Page) error
	put = func(page site.Page) error {
		if written[page.Path] {
			return nil
		}
		written[page.Path] = true
		var body bytes.Buffer
		if err := page.Write(&body); err != nil {
			return err
		}
		file := filepath.Join(out, filepath.FromSlash(page.Path))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := write(file, body.Bytes()); err != nil {
			return err
		}
		named := map[string]*regexp.Regexp{".html": reference, ".css": fetched}[path.Ext(page.Path)]
		if named == nil {
			return nil
		}
		for _, m := range named.FindAllSubmatch(body.Bytes(), -1) {
			needed, ok := s.Page(path.Join(path.Dir(page.Path), string(m[1])))
			if !ok || path.Ext(needed.Path) == ".html" {
				continue
			}
			if err := put(needed); err != nil {
				return err
			}
		}
		return nil
	}
	for _, sheet := range sheets {
		if err := put(sheet); err != nil {
			return err
		}
	}
	return nil
}
