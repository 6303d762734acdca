// Package generator turns a township's records into its noticeboard. Build is the map of the whole: read, load, check,
// compute, lay out. What comes after — writing, previewing, printing — takes the Site it gives.
package generator

import (
	"io/fs"

	"golang.org/x/mod/sumdb/note"

	"gongshi/generator/audit"
	"gongshi/generator/board"
	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site"
)

// Options say what to build and as of which day.
type Options struct {
	Content fs.FS       // the clerk's folder
	Theme   fs.FS       // the default theme
	Overlay fs.FS       // the town's own theme files over it; nil for none
	On      record.Date // the board's day; when zero, the day in town.toml
	Today   record.Date // the day to take when neither gives one; the library has no clock
	Drafts  bool        // show drafts too
	Signer  note.Signer // signs the head of the log of seals; nil for none
	Parts   bool        // add the book of parts, for a preview; never for a site to be published
}

// Build makes the site. It always returns every problem of the records; the site is nil only when err is not, which
// means that the theme is at fault. With error-level problems the site shows what could be read, for the preview: it
// must not be published.
func Build(o Options) (*site.Site, content.Problems, error) {
	ledger, on, problems := Check(o)
	theme, err := site.LoadTheme(o.Theme, o.Overlay, ledger.Town.Lang, site.Wordings(ledger.Profile)...)
	if err != nil {
		return nil, problems, err
	}
	b := board.Of(ledger, on, o.Drafts)
	s, err := site.Plan(b, theme, o.Content, o.Signer)
	if err == nil && o.Parts {
		err = s.AddParts(b, theme)
	}
	return s, problems, err
}

// Check reads and judges the records and gives the day they are judged on: the first two steps, for what needs no pages.
func Check(o Options) (*record.Ledger, record.Date, content.Problems) {
	files, problems := content.Read(o.Content)
	ledger, more := record.Load(files)
	problems = append(problems, more...)
	on := o.On
	if on.IsZero() {
		on = ledger.Town.On
	}
	if on.IsZero() {
		on = o.Today
	}
	problems = append(problems, check.All(ledger, on)...)
	if o.Drafts {
		problems = append(problems, check.Drafts(ledger, on)...)
	}
	problems = append(problems, audit.All(ledger, on)...)
	problems.Sort()
	problems.Mask()
	return ledger, on, problems
}
