package site

import (
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/internal/bare"
	"gongshi/generator/record"
)

// atomFeed is the Atom document (RFC 4287) of the newest reports, notices, decisions, briefings and deeds.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// feedLength is how many entries the feed holds.
const feedLength = 50

// feed plans feed.xml. Without the portal's base address there is nothing to subscribe to, so there is no feed.
func (p *planner) feed() {
	base := p.board.Town.Portal.Base
	if base == "" {
		return
	}
	p.add("feed.xml", "", func(w io.Writer) error {
		feed := atomFeed{
			Title: plainXML(p.board.Town.Congress), ID: base, Updated: stamp(p.board.On), Author: plainXML(p.board.Town.Presidium),
			Links: []atomLink{{"self", base + "feed.xml"}, {"alternate", base + "index.html"}},
		}
		news := p.news()
		for _, n := range news[:min(feedLength, len(news))] {
			feed.Entries = append(feed.Entries, atomEntry{plainXML(n.title), base + n.path, stamp(n.on), atomLink{"", base + n.path}, plainXML(n.summary())})
		}
		return writeXML(w, feed)
	})
}

// A piece is news of a page, for the feed.
type piece struct {
	path, title string
	on          record.Date
	summary     func() string
}

// news are the pages that come with a day, newest first; of one day, what the presidium publishes comes before articles.
func (p *planner) news() []piece {
	var all []piece
	add := func(folder, id, title string, on record.Date, summary func() string) {
		all = append(all, piece{folder + "/" + id + ".html", title, on, summary})
	}
	for _, r := range p.board.Reports {
		add("reports", r.ID, r.Title, r.Date, r.Body().Text)
	}
	for _, n := range p.board.Notices {
		add("notices", n.ID, n.Title, n.Published, func() string { return n.Summary })
	}
	for _, d := range p.board.Decisions {
		add("decisions", d.ID, d.Title, d.Date, func() string { return d.Summary })
	}
	for _, list := range [][]*board.Briefing{p.board.Briefings.Reports, p.board.Briefings.Packs} {
		for _, r := range list {
			add("briefings", r.ID, r.Title, r.Date, r.Body().Text)
		}
	}
	for _, d := range p.board.Deeds {
		add("deeds", d.ID, d.Title, d.Date, func() string { return d.Summary })
	}
	for _, c := range p.board.Corrections {
		path, title := c.Page+".html#"+c.Anchor(), p.titleOf(c.Page)
		if c.Wordless {
			all = append(all, piece{path, p.word("corrections.news_wordless", title), c.Date, func() string { return p.word("corrections.wordless") }})
			continue
		}
		all = append(all, piece{path, p.word("corrections.news", c.What, title), c.Date, func() string { return p.word("corrections.summary", c.Old, c.New, c.Reason) }})
	}
	slices.SortStableFunc(all, func(x, y piece) int { return y.on.Compare(x.on) })
	return all
}

// stamp is a day as feeds want it, at its start in China.
func stamp(d record.Date) string { return d.String() + "T00:00:00+08:00" }

// plainXML drops control characters, which XML 1.0 cannot hold even escaped.
func plainXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// sitemapXML is the list of addresses for search engines (sitemaps.org).
type sitemapXML struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc string `xml:"loc"`
}

// addresses plans sitemap.xml, which needs all pages to be known.
func (p *planner) addresses() {
	base := p.board.Town.Portal.Base
	if base == "" {
		return
	}
	var list sitemapXML
	for _, x := range p.site.Pages {
		if x.Title != "" && !p.retired[x.Path] && x.Path != "404.html" && x.Path != searchPath && !strings.HasPrefix(x.Path, "sheets/") {
			list.URLs = append(list.URLs, sitemapURL{base + x.Path})
		}
	}
	p.add("sitemap.xml", "", func(w io.Writer) error { return writeXML(w, list) })
}

func (p *planner) robots() {
	text := "User-agent: *\nAllow: /\n"
	if base := p.board.Town.Portal.Base; base != "" {
		text += "Sitemap: " + base + "sitemap.xml\n"
	}
	p.add("robots.txt", "", func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// photos plans the pictures and attachments that shown records name.
func (p *planner) photos() {
	seen := map[string]bool{}
	add := func(photo *record.Photo) {
		if photo == nil {
			return
		}
		_, page := p.site.index[photo.File] // a link to a page of the board itself
		if !page && !seen[photo.File] && fs.ValidPath(photo.File) {
			seen[photo.File] = true
			p.published(photo.File)
		}
	}
	linked := func(from string, body *content.Body) {
		for _, l := range body.Links() {
			to := l.To
			if i := strings.IndexAny(to, "?#"); i >= 0 {
				to = to[:i]
			}
			ext := strings.ToLower(path.Ext(to))
			if to != "" && !strings.Contains(to, ":") && ext != ".md" && ext != ".toml" {
				add(&record.Photo{File: path.Join(path.Dir(from), to)})
			}
		}
	}
	for _, c := range p.board.Cases {
		linked(c.Path(), c.Body())
	}
	for _, r := range p.board.Reports {
		linked(r.Path(), r.Body())
	}
	for _, s := range p.board.Sessions {
		linked(s.Path(), s.Body())
	}
	for _, g := range p.board.Guides {
		linked(g.Path(), g.Body())
	}
	for _, d := range p.board.Deputies {
		add(d.Photo)
		linked(d.Path(), d.Body())
	}
	for _, a := range p.board.Activities {
		for i := range a.Photos {
			add(&a.Photos[i])
		}
		linked(a.Path(), a.Body())
	}
	for _, d := range p.board.Deeds {
		add(d.Photo)
		linked(d.Path(), d.Body())
	}
	for _, y := range p.board.SelfReports {
		for _, r := range y.Rows {
			linked(r.Path(), r.Body())
		}
	}
	for _, c := range p.board.Commendations {
		linked(c.Path(), c.Body())
	}
	for _, n := range p.board.Notices {
		add(n.Photo)
		linked(n.Path(), n.Body())
	}
	for _, d := range p.board.Decisions {
		linked(d.Path(), d.Body())
	}
	for _, list := range [][]*board.Briefing{p.board.Briefings.Reports, p.board.Briefings.Packs} {
		for _, r := range list {
			linked(r.Path(), r.Body())
		}
	}
}

// published plans a photo or attachment of the clerk's. Of a picture only what is seen becomes public; the clerk's own
// file keeps what it tells beside that.
func (p *planner) published(name string) {
	p.add(name, "", func(w io.Writer) error {
		file, err := fs.ReadFile(p.content, name)
		if err != nil {
			return err
		}
		if file, err = bare.Picture(file); err != nil {
			return fmt.Errorf("%s：%w", name, err)
		}
		_, err = w.Write(file)
		return err
	})
}

// copied plans a file that is taken over as it is.
func (p *planner) copied(name string, from fs.FS) { p.add(name, "", copying(name, from)) }

// copying writes a file as it is.
func copying(name string, from fs.FS) func(io.Writer) error {
	return func(w io.Writer) error {
		f, err := from.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	}
}
