package preview

import (
	"cmp"
	"io/fs"
	"os"
	"path"
	"slices"

	"gongshi/generator/content"
	"gongshi/generator/site"
)

// A built is the outcome of one build, never changed afterwards.
type built struct {
	number   int64         // one more than that of the build before; the first is the server's start in milliseconds
	reload   int64         // the last build that changed more than text, such as a photo or a style
	site     *site.Site    // nil when the theme is at fault
	good     *site.Site    // of the last build without errors, this or an earlier one; nil before there is one
	problems []problem     // in reading order
	errors   int           // how many of them stop a publication
	failure  string        // why there is no site
	replaced chan struct{} // closed when the next build is there
}

// A problem is a content.Problem with the line it is about.
type problem struct {
	place
	Level   content.Level `json:"level"`
	Rule    string        `json:"rule"`
	Text    string        `json:"text"`
	Hint    string        `json:"hint,omitempty"`
	Excerpt string        `json:"excerpt,omitempty"` // the source line
	Caret   string        `json:"caret,omitempty"`   // spaces and ^, to stand below it in a fixed font
	Also    []related     `json:"also,omitempty"`
}

// A related place is the other side of a conflict.
type related struct {
	place
	Text string `json:"text"`
}

// A place is a content.Pos: Line and Col count from 1, Line 0 means the whole file.
type place struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
}

func (p place) String() string { return content.Pos(p).String() }

// rebuild builds and makes the outcome what is served. first is the number of the first build; text says that only
// records have changed since the last one.
func (s *Server) rebuild(first int64, text bool) {
	before := s.now.Load()
	b := &built{number: first, reload: first, replaced: make(chan struct{})}
	if before != nil {
		b.number, b.reload, b.good = before.number+1, before.reload, before.good
		if !text {
			b.reload = b.number
		}
	}
	made, problems, err := s.build()
	if err != nil {
		b.failure = cmp.Or(err.Error(), "?")
	} else {
		b.site = made
	}
	b.errors = problems.Errors()
	if b.site != nil && b.errors == 0 {
		b.good = b.site
	}
	b.problems = s.explain(problems)
	s.now.Store(b)
	if before != nil {
		close(before.replaced)
	}
}

// page finds the page to show at a path. stale is true when it is that of an earlier build, because of errors in this.
func (b *built) page(path string) (p site.Page, stale, ok bool) {
	if (b.errors > 0 || b.site == nil) && b.good != nil {
		if p, ok = b.good.Page(path); ok {
			return p, true, true
		}
	}
	if b.site != nil {
		p, ok = b.site.Page(path)
	}
	return p, false, ok
}

// explain adds to problems the lines they are about, read anew: a line may have changed since the build, and then the
// next build is on its way.
func (s *Server) explain(problems content.Problems) []problem {
	named := map[string]bool{}
	for _, p := range problems {
		for name := p.Pos.File; name != "." && name != "/" && name != ""; name = path.Dir(name) {
			named[name] = true
		}
	}
	files := map[string]*content.File{}
	if len(named) > 0 {
		read, _ := content.Read(only{os.DirFS(s.dir), named})
		for _, f := range read {
			files[f.Path] = f
		}
	}
	list := make([]problem, len(problems))
	for i, p := range problems {
		list[i] = problem{place: place(p.Pos), Level: p.Level, Rule: p.Rule, Text: p.Text, Hint: p.Hint}
		if f := files[p.Pos.File]; f != nil {
			list[i].Excerpt, list[i].Caret = f.Excerpt(p.Pos)
		}
		for _, a := range p.Also {
			list[i].Also = append(list[i].Also, related{place(a.Pos), a.Text})
		}
	}
	return list
}

// only is a file system that lists no files and folders but those named.
type only struct {
	fs.FS
	named map[string]bool
}

func (o only) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return !o.named[path.Join(name, e.Name())] }), err
}
