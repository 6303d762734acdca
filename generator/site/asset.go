package site

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// townStyle is a town's own rules, at most townStyleBytes of them, such as other colours. They are added to the end of the
// style sheets of pages and of printed sheets, so that a town need not copy those.
const (
	townStyle      = "assets/town.css"
	townStyleBytes = 4096
)

const sheetStyle = "assets/sheet.css"

var styles = []string{"assets/board.css", sheetStyle}

// assets plans the theme's style sheets, scripts and pictures. Residents with a slow line load the style sheets and scripts
// of every board, so those leave out what is there for their authors only.
func (p *planner) assets() {
	names, err := p.theme.files.glob("assets/*")
	if err != nil {
		p.err = err
		return
	}
	town, err := fs.ReadFile(p.theme.files, townStyle)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		p.err = err
		return
	}
	faces := p.fonts()
	for _, name := range names {
		if name == townStyle {
			continue // it stands at the end of the others
		}
		lean := map[string]func(string) string{".css": leanStyle, ".js": leanScript}[path.Ext(name)]
		if lean == nil {
			p.copied(name, p.theme.files)
			continue
		}
		p.add(name, "", func(w io.Writer) error {
			data, err := fs.ReadFile(p.theme.files, name)
			if err != nil {
				return err
			}
			if slices.Contains(styles, name) && len(town) > 0 {
				data = append(append(slices.Clip(data), '\n'), town...)
			}
			if name == sheetStyle {
				data = append(slices.Clip(data), faces...)
			}
			_, err = io.WriteString(w, lean(string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))))
			return err
		})
	}
}

// leanStyle is a style sheet without comments and without spaces that mean nothing: at the beginning of lines, and beside
// the signs between which a space never counts. What stands in quotation marks stays. Lines stay lines, so that a reader of
// the published file finds a rule by its line.
func leanStyle(css string) string {
	var b strings.Builder
	last := byte('\n')
	put := func(s string) {
		b.WriteString(s)
		last = s[len(s)-1]
	}
	for i := 0; i < len(css); {
		rest := css[i:]
		switch c := css[i]; {
		case strings.HasPrefix(rest, "/*"):
			end := strings.Index(rest[2:], "*/")
			if end < 0 {
				return b.String() // as a browser reads it: a comment to the end
			}
			i += 2 + end + 2
		case c == '"' || c == '\'':
			n := quoted(rest)
			put(rest[:n])
			i += n
		case c == '\\' && len(rest) > 1: // an escaped sign is none of the signs below
			put(rest[:2])
			i, last = i+2, '\\'
		case c == ' ' || c == '\t' || c == '\n':
			n := len(rest) - len(strings.TrimLeft(rest, " \t\n"))
			i += n
			switch {
			case last == '\n':
			case strings.Contains(rest[:n], "\n"):
				put("\n")
			case strings.IndexByte("{;:,", last) < 0 && (i == len(css) || css[i] != '{' && css[i] != '}'):
				put(" ")
			}
		case c == ';' && strings.HasPrefix(strings.TrimLeft(rest[1:], " \t\n"), "}"): // the last needs none
			i++
		default:
			put(rest[:1])
			i++
		}
	}
	return b.String()
}

// quoted is the length of the text in quotation marks at the beginning of s, to the end of s when nothing closes it.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}

// leanScript is a script without indentation and without lines that are only a comment. A script with a template literal,
// in which such lines would be text, stays as it is.
func leanScript(js string) string {
	if strings.Contains(js, "`") || strings.Contains(js, "/*") {
		return js
	}
	var b strings.Builder
	for line := range strings.Lines(js) {
		if line = strings.TrimLeft(line, " \t\n"); line != "" && !strings.HasPrefix(line, "//") {
			b.WriteString(line)
		}
	}
	return b.String()
}
