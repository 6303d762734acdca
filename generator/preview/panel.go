package preview

import (
	"bytes"
	"html/template"
	"io"
)

var panel = template.Must(template.ParseFS(own, "panel.html"))

// shown is how many problems a panel lists: a wrong file may give thousands, and the first ones help most.
const shown = 50

// dress adds to an HTML page the panel with the problems, if there are any, and the script that keeps it up to date.
// failure says why this one page could not be made.
func (b *built) dress(page []byte, stale bool, failure string) []byte {
	var out bytes.Buffer
	out.Grow(len(page) + 4096)
	if len(b.problems) > 0 || b.failure != "" || failure != "" {
		i := afterBodyTag(page)
		out.Write(page[:i])
		page = page[i:]
		mustExecute(&out, "panel", struct {
			Problems               []problem
			Errors, Warnings, More int
			Failure, PageFailure   string
			Stale                  bool
		}{b.problems[:min(shown, len(b.problems))], b.errors, len(b.problems) - b.errors, max(0, len(b.problems)-shown), b.failure, failure, stale})
	}
	i := bytes.LastIndex(page, []byte("</body>"))
	if i < 0 {
		i = len(page)
	}
	out.Write(page[:i])
	mustExecute(&out, "script", b.number)
	out.Write(page[i:])
	return out.Bytes()
}

// afterBodyTag gives the offset behind <body …>, and 0 when a page has none.
func afterBodyTag(page []byte) int {
	i := bytes.Index(page, []byte("<body"))
	if i < 0 {
		return 0
	}
	end := bytes.IndexByte(page[i:], '>')
	return i + end + 1
}

// noPage writes the page that stands in for one that is missing even from the theme, or cannot be made.
func noPage(w io.Writer) error {
	return panel.ExecuteTemplate(w, "nopage", nil)
}

// mustExecute runs one of the templates here, which cannot fail on their own data when written to memory.
func mustExecute(w *bytes.Buffer, name string, data any) {
	if err := panel.ExecuteTemplate(w, name, data); err != nil {
		panic(err)
	}
}
