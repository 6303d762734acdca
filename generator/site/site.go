// Package site lays out the noticeboard: every page and sheet with its address and how it is made.
//
// A page is an address and a function that writes it, so that a build renders all of them in parallel and a preview only
// the one that is asked for. Words come from the theme, figures from the board; nothing is computed here.
package site

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"golang.org/x/mod/sumdb/note"

	"gongshi/generator/board"
	"gongshi/generator/opendata"
	"gongshi/generator/proof"
	"gongshi/generator/record"
)

// A Page is one file of the noticeboard. Write may be called from several goroutines at once.
type Page struct {
	Path  string // slash path from the board's root: suggestions/2025-014.html
	Title string // what people call it, for the site map and the build's summary; empty for files that are not read
	Write func(io.Writer) error

	// Lasting tells that people may rely on the address: it is the page of one record or quarter, or tells where that went,
	// or it is a seal.
	// Lists, sheets, text files and pages of drafts come and go.
	Lasting bool

	// Unproven tells that the page says something was withdrawn of which there is no record: only what is public now can tell
	// whether it ever was.
	Unproven bool

	// Sheet is what is printed on paper of Paper's size, by its kind: table-cards. Empty for what is read on a screen.
	Sheet string
	Paper Paper

	// Document tells that the sheet is an official document (公文), which offices go on writing at.
	Document bool

	// Single tells that the sheet is one page, whatever is on it.
	Single bool

	// Large tells that the page grows with the town and is better written to disk as it is made than put together in memory.
	Large bool
}

// A Site (公示网站) is all pages of one board, sorted by path.
type Site struct {
	Pages  []Page
	On     record.Date
	Hidden []board.Hidden // records that are on file and not shown, with the reason
	index  map[string]int
}

// New is a site of given pages, for what is not planned from a board. It sorts pages by path.
func New(on record.Date, pages []Page) *Site {
	s := &Site{Pages: pages, On: on, index: make(map[string]int, len(pages))}
	slices.SortFunc(s.Pages, func(x, y Page) int { return strings.Compare(x.Path, y.Path) })
	for i, page := range s.Pages {
		s.index[page.Path] = i
	}
	return s
}

// Page finds a page by path.
func (s *Site) Page(path string) (Page, bool) {
	i, ok := s.index[path]
	if !ok {
		return Page{}, false
	}
	return s.Pages[i], true
}

// A pageKind is one sort of page: its template and the function that lays out all pages of the sort.
type pageKind struct {
	name string // also the template's file: pages/<name>.html; empty for files made without one
	plan func(*planner)
}

// pages lists every sort of page and of other file. A new page is a line here, a plan function and a template; a file
// made without one, such as the feed, has no name.
var pages = []pageKind{
	{"home", (*planner).home},
	{"suggestions", (*planner).suggestions},
	{"suggestion", (*planner).suggestion},
	{"steps", (*planner).steps},
	{"routing", (*planner).routing},
	{"urgings", (*planner).urgings},
	{"late", (*planner).late},
	{"explanations", (*planner).explanations},
	{"promises", (*planner).promises},
	{"publication", (*planner).publication},
	{"reports", (*planner).reports},
	{"report", (*planner).report},
	{"assessments", (*planner).assessments},
	{"quarter", (*planner).quarter},
	{"standings", (*planner).standings},
	{"deductions", (*planner).deductions},
	{"sanctions", (*planner).sanctions},
	{"duties", (*planner).duties},
	{"units", (*planner).units},
	{"unit", (*planner).unit},
	{"groups", (*planner).groups},
	{"group", (*planner).group},
	{"stations", (*planner).stations},
	{"station", (*planner).station},
	{"deputies", (*planner).deputies},
	{"deputy", (*planner).deputy},
	{"villages", (*planner).villages},
	{"village", (*planner).village},
	{"officials", (*planner).officials},
	{"institution", (*planner).institution},
	{"activities", (*planner).activities},
	{"activity", (*planner).activity},
	{"visits", (*planner).visits},
	{"meetings", (*planner).meetings},
	{"training", (*planner).training},
	{"sessions", (*planner).sessions},
	{"session", (*planner).session},
	{"associations", (*planner).associations},
	{"association", (*planner).association},
	{"changes", (*planner).changes},
	{"selfreports", (*planner).selfReports},
	{"selfreport", (*planner).selfReport},
	{"commendations", (*planner).commendations},
	{"commendation", (*planner).commendation},
	{"deeds", (*planner).deeds},
	{"deed", (*planner).deed},
	{"notices", (*planner).notices},
	{"notice", (*planner).notice},
	{"decisions", (*planner).decisions},
	{"decision", (*planner).decision},
	{"corrections", (*planner).corrections},
	{"verify", (*planner).verify},
	{"briefings", (*planner).briefings},
	{"briefing", (*planner).briefing},
	{"questions", (*planner).questions},
	{"petitions", (*planner).petitions},
	{"budgets", (*planner).budgets},
	{"county", (*planner).county},
	{"guides", (*planner).guides},
	{"guide", (*planner).guide},
	{"method", (*planner).method},
	{"about", (*planner).about},
	{"data", (*planner).downloads},
	{"search", (*planner).search},
	{"404", (*planner).notFound},
	{"sitemap", (*planner).sitemap}, // lists all before it
	{"withdrawn", (*planner).withdrawn},
	{"moved", (*planner).moved}, // last of the templates: any of the others may be where a page went

	{"", (*planner).searchFiles}, // finds all before it
	{"", (*planner).feed},
	{"", (*planner).agenda},
	{"", (*planner).data},
	{"", (*planner).texts},
	{"", (*planner).seals},
	{"", (*planner).robots},
	{"", (*planner).addresses},
	{"", (*planner).assets},
	{"", (*planner).photos}, // last: what clerks link to may be any of the others
}

// A planner is the work of Plan.
type planner struct {
	board     *board.Board
	theme     *Theme
	content   fs.FS
	figures   board.Catalogue // what pages and data have to show
	tables    []opendata.Table
	site      *Site
	kind      string               // the page kind being planned
	folder    string               // of its template: pages or sheets
	printedOn Paper                // of its sheets
	layout    layout               // and how they come to their pages
	further   map[string]bool      // second and later pages of long lists, which the site map leaves out
	unproven  map[string]bool      // of those: withdrawn, and no record tells of them
	retired   map[string]bool      // addresses at which no record shows any more, which search engines need not know
	worded    map[string]lazyTexts // by the page they are about
	log       func() *proof.Log    // of the seals, computed when a page first needs it
	signer    note.Signer          // of the log's head; nil for none
	err       error
}

// Plan lays out the site. content is read only when a page with a photo is written. A board whose figures do not add up
// is refused. signer signs the head of the log of seals; it may be nil.
func Plan(b *board.Board, t *Theme, content fs.FS, signer note.Signer) (*Site, error) {
	if err := b.Check(); err != nil {
		return nil, err
	}
	p := &planner{
		board: b, theme: t, content: content, figures: b.Catalogue(), signer: signer, site: &Site{On: b.On, Hidden: b.Hidden, index: map[string]int{}},
		further: map[string]bool{}, retired: map[string]bool{}, unproven: map[string]bool{}, worded: map[string]lazyTexts{},
	}
	p.log = sync.OnceValue(p.sealLog)
	p.folder = "sheets"
	for _, k := range sheets {
		p.kind, p.printedOn, p.layout = k.name, k.paper, k.pages
		k.plan(p)
	}
	p.folder, p.printedOn = "pages", ""
	for _, k := range pages {
		p.kind = k.name
		k.plan(p)
	}
	if p.err != nil {
		return nil, p.err
	}
	p.site.Pages = slices.Clone(p.site.Pages) // the site map keeps the order of planning
	slices.SortFunc(p.site.Pages, func(x, y Page) int { return strings.Compare(x.Path, y.Path) })
	for i, page := range p.site.Pages {
		p.site.index[page.Path] = i
	}
	return p.site, nil
}

// add puts a page on the plan. Two pages at one address are a mistake in the plan functions or the theme.
func (p *planner) add(path, title string, write func(io.Writer) error) {
	p.put(Page{Path: path, Title: title, Write: write})
}

func (p *planner) put(page Page) {
	if _, taken := p.site.index[page.Path]; taken {
		p.err = fmt.Errorf("two pages at one address: %s", page.Path)
		return
	}
	p.site.index[page.Path] = len(p.site.Pages)
	p.site.Pages = append(p.site.Pages, page)
}

// page plans a page of the running kind from data, made only when the page is written.
func (p *planner) page(path, title string, crumbs []Crumb, data func(Frame) any) {
	p.tried(path, title, crumbs, func(f Frame) (any, error) { return data(f), nil })
}

// tried plans a page whose data may turn out not to be had, by a mistake of the theme.
func (p *planner) tried(path, title string, crumbs []Crumb, data func(Frame) (any, error)) {
	frame := Frame{Path: path, Title: title, Crumbs: crumbs, Board: p.board, Town: p.board.Town, Kind: p.kind, planner: p}
	template, err := p.theme.template(p.folder, p.kind, strings.Count(path, "/"))
	if err != nil {
		p.err = err
		return
	}
	page := Page{Path: path, Title: title, Paper: p.printedOn, Lasting: p.lasting(path), Unproven: p.unproven[path], Write: func(w io.Writer) error {
		values, err := data(frame)
		if err != nil {
			return err
		}
		return template.write(w, values, p.figures)
	}}
	if p.folder == "sheets" {
		page.Sheet, page.Single, page.Document = p.kind, p.layout == single, p.layout == document
	}
	p.put(page)
}

// A Frame is what every page knows: its address, title, way home, and the board.
type Frame struct {
	Path   string
	Title  string
	Kind   string
	Crumbs []Crumb // from the home page down, without the page itself
	Board  *board.Board
	Town   *record.Town

	planner *planner // for the titles of other pages
}

// Address is the page's public address, empty when the portal's base is not known.
func (f Frame) Address() string {
	if f.Town.Portal.Base == "" {
		return ""
	}
	return f.Town.Portal.Base + f.Path
}

// A Place is the list page that a page belongs to, which the navigation marks.
type Place struct {
	Path string
	Here bool // the page is that list itself
}

// Place is where in the board the page stands.
func (f Frame) Place() Place {
	if n := len(f.Crumbs); n > 1 {
		return Place{f.Crumbs[n-1].Path, false}
	}
	return Place{f.Path, true}
}

// A Crumb is one step of the way home (您的位置).
type Crumb struct{ Path, Title string }
