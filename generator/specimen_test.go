package generator_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/net/html"

	"gongshi/generator"
	"gongshi/generator/audit"
	"gongshi/generator/board"
	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/themes"
)

// The specimen is read and built once for all tests below.
var (
	specimenLedger = sync.OnceValue(func() *record.Ledger {
		files, _ := content.Read(os.DirFS(specimen))
		l, _ := record.Load(files)
		return l
	})
	specimenBoard = sync.OnceValue(func() *board.Board {
		l := specimenLedger()
		return board.Of(l, l.Town.On, false)
	})
	specimenOnce     sync.Once
	specimenFiles    map[string][]byte
	specimenProblems content.Problems
)

func specimenSite(t *testing.T) map[string][]byte {
	t.Helper()
	specimenOnce.Do(func() { specimenFiles, specimenProblems = build(t, generator.Options{Content: os.DirFS(specimen)}) })
	if specimenFiles == nil {
		t.Fatal("the specimen does not build")
	}
	return specimenFiles
}

func TestSpecimenHasNoProblems(t *testing.T) {
	specimenSite(t)
	for _, p := range specimenProblems {
		t.Errorf("%v: %s: %s [%s]", p.Pos, p.Level, p.Text, p.Rule)
	}
}

// A webPage is what a test wants to know of an HTML page.
type webPage struct {
	ids      map[string]int
	links    []string // href, src and the like, as written
	headings int      // h1
	text     string   // all that is shown
	faults   []string
}

func readPage(data []byte) (*webPage, error) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	p := &webPage{ids: map[string]int{}}
	var text strings.Builder
	level := 0 // of the last heading
	for n := range doc.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
			text.WriteString(n.Data)
			text.WriteByte('\n')
		}
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "h1" {
			p.headings++
		}
		if heading.MatchString(n.Data) {
			if to := int(n.Data[1] - '0'); to > level+1 {
				p.faults = append(p.faults, fmt.Sprintf("the heading “%s” skips from level %d to %d", saidText(n), level, to))
			}
			level = int(n.Data[1] - '0')
		}
		if n.Data == "html" && attr(n, "lang") == "" {
			p.faults = append(p.faults, "its language is not said")
		}
		if n.Data == "th" && !hasAttr(n, "scope") {
			p.faults = append(p.faults, "a head of a table that does not say if it is for a row or a column: "+saidText(n))
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				p.ids[a.Val]++
			case "href", "src", "poster", "action", "data":
				p.links = append(p.links, a.Val)
			case "srcset":
				for source := range strings.SplitSeq(a.Val, ",") {
					link, _, _ := strings.Cut(strings.TrimSpace(source), " ")
					p.links = append(p.links, link)
				}
			}
		}
		if n.Data == "a" && hasAttr(n, "href") && saidText(n) == "" {
			p.faults = append(p.faults, "a link without words: "+attr(n, "href"))
		}
		if n.Data == "img" && !hasAttr(n, "alt") {
			p.faults = append(p.faults, "a picture without words: "+attr(n, "src"))
		}
		for _, key := range []string{"aria-labelledby", "aria-describedby", "for", "headers"} {
			for id := range strings.FieldsSeq(attr(n, key)) {
				p.links = append(p.links, "#"+id)
			}
		}
	}
	for id, n := range p.ids {
		if n > 1 || id == "" {
			p.faults = append(p.faults, "the id “"+id+"” is not unique")
		}
	}
	if p.headings != 1 {
		p.faults = append(p.faults, "not exactly one h1")
	}
	p.text = text.String()
	return p, nil
}

var heading = regexp.MustCompile(`^h[1-6]$`)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// saidText is what a screen reader says for an element.
func saidText(n *html.Node) string {
	said := attr(n, "aria-label")
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			said += c.Data
		}
		said += attr(c, "alt") + attr(c, "aria-label")
	}
	return strings.TrimSpace(said)
}

// Every page holds together: one h1 and no level skipped below it, unique ids, words on every link, a direction for every
// head in a table, and every address leads to a file of the site.
func TestSpecimenPages(t *testing.T) {
	checkPages(t, specimenSite(t), specimenLedger().Town.Portal.Base)
}

func TestGoldenTownPages(t *testing.T) {
	files, _ := build(t, generator.Options{Content: os.DirFS(goldenTown), On: goldenDay})
	checkPages(t, files, "https://www.qingxiu.example/hedu/gongshi/")
}

func checkPages(t *testing.T, files map[string][]byte, base string) {
	t.Helper()
	pages := map[string]*webPage{}
	for name, data := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		page, err := readPage(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		pages[name] = page
	}
	told := 0
	tell := func(format string, values ...any) {
		t.Helper()
		if told++; told <= 50 {
			t.Errorf(format, values...)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		page := pages[name]
		for _, fault := range page.faults {
			tell("%s: %s", name, fault)
		}
		for _, link := range page.links {
			u, err := url.Parse(link)
			from := path.Dir(name)
			switch {
			case err != nil || link == "":
				tell("%s: %q is not an address", name, link)
				continue
			case u.Scheme == "mailto" || u.Scheme == "tel":
				continue
			case strings.HasPrefix(link, base) && base != "":
				u, from = &url.URL{Path: strings.TrimPrefix(link, base)}, "."
			case u.Scheme == "http" || u.Scheme == "https":
				continue
			case u.Scheme != "" || u.Host != "" || strings.HasPrefix(link, "/"):
				tell("%s: %q is not a relative address", name, link)
				continue
			}
			to := name
			if u.Path != "" {
				to = path.Join(from, u.Path)
			}
			if files[to] == nil {
				tell("%s: %q leads nowhere", name, link)
			} else if id := u.Fragment; id != "" && pages[to] != nil && pages[to].ids[id] == 0 {
				tell("%s: %q leads to a place that is not on the page", name, link)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := files[name]
		if ext := path.Ext(name); ext == ".txt" || ext == ".ics" || ext == ".csv" { // made for editors of Windows, and as RFC 5545 and 4180 have it
			data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		}
		for _, bad := range []string{"&amp;lt;", "&amp;gt;", "&amp;amp;", "&amp;quot;", "&amp;#", "%!", "ZgotmplZ", "<no value>", "&lt;nil&gt;", "<nil>", "\ufffd", "\r"} {
			if i := bytes.Index(data, []byte(bad)); i >= 0 && path.Ext(name) != ".jpg" && path.Ext(name) != ".png" {
				tell("%s holds %q: …%s…", name, bad, excerpt(data, i))
			}
		}
		switch path.Ext(name) {
		case ".css":
			for _, m := range cssAddress.FindAllSubmatch(data, -1) {
				if to := path.Join(path.Dir(name), string(m[1])); files[to] == nil && !bytes.HasPrefix(m[1], []byte("data:")) {
					tell("%s: %q leads nowhere", name, m[1])
				}
			}
		case ".json":
			if !json.Valid(data) {
				tell("%s is not JSON", name)
			}
		case ".xml":
			for _, link := range xmlAddresses(t, name, data) {
				rest, ours := strings.CutPrefix(link, base)
				rest, place, _ := strings.Cut(rest, "#")
				if ours && rest != "" && (files[rest] == nil || place != "" && !bytes.Contains(files[rest], []byte(` id="`+place+`"`))) {
					tell("%s: %q leads nowhere", name, link)
				}
			}
		}
	}
	if told > 50 {
		t.Errorf("… and %d more", told-50)
	}
}

var cssAddress = regexp.MustCompile(`url\(["']?([^)"']+)["']?\)`)

// xmlAddresses are all texts and href attributes of an XML file that look like addresses; the file must be XML.
func xmlAddresses(t *testing.T, name string, data []byte) []string {
	t.Helper()
	var all []string
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if token == nil {
			if err.Error() != "EOF" {
				t.Errorf("%s is not XML: %v", name, err)
			}
			return all
		}
		switch token := token.(type) {
		case xml.StartElement:
			for _, a := range token.Attr {
				if a.Name.Local == "href" {
					all = append(all, a.Value)
				}
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); strings.HasPrefix(text, "https://") {
				all = append(all, text)
			}
		}
	}
}

// figures is what data/v1/figures.json promises its readers.
type figures struct {
	On     string
	Year   int
	Counts map[string]int
	Rates  map[string]struct {
		Part, Whole int
		Percent     string
	}
}

func readFigures(t *testing.T, files map[string][]byte) figures {
	t.Helper()
	var f figures
	if err := json.Unmarshal(files["data/v1/figures.json"], &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// Every file of the open data is described in datapackage.json, and every file that is described is there.
func TestSpecimenDataIsDescribed(t *testing.T) {
	files := specimenSite(t)
	var d struct{ Resources []struct{ Path string } }
	if err := json.Unmarshal(files["data/v1/datapackage.json"], &d); err != nil {
		t.Fatal(err)
	}
	described := map[string]bool{"data/v1/datapackage.json": true}
	for _, r := range d.Resources {
		name := path.Join("data/v1", r.Path)
		if described[name] = true; files[name] == nil {
			t.Errorf("%s is described and not built", name)
		}
	}
	for name := range files {
		if strings.HasPrefix(name, "data/") && !described[name] {
			t.Errorf("%s is not described", name)
		}
	}
}

// The headline of the year — 116 received, 100 resolved, 86.2% — is the same on the home page, in the report, on its
// sheets, in the open data, and when added up over units and over the steps.
func TestSpecimenFiguresAgree(t *testing.T) {
	files, b := specimenSite(t), specimenBoard()
	const received, resolved, rate = 116, 100, "86.2%"

	if n, m := len(b.Now.Received), len(b.Now.Resolved); n != received || m != resolved {
		t.Errorf("the board has %d received and %d resolved", n, m)
	}
	if got := b.Now.ResolvedOfAll.Percent(); got != rate {
		t.Errorf("the board's rate is %s", got)
	}
	if !b.Funnel.Holds() {
		t.Error("the six steps do not add up")
	}
	sumReceived, sumResolved := 0, 0
	for _, u := range b.Units {
		sumReceived += len(u.Tally.Received)
		sumResolved += len(u.Tally.Resolved)
	}
	if sumReceived != received || sumResolved != resolved {
		t.Errorf("the units' pages add up to %d received and %d resolved", sumReceived, sumResolved)
	}

	f := readFigures(t, files)
	if f.On != "2025-12-31" || f.Year != 2025 || f.Counts["received"] != received || f.Counts["resolved"] != resolved {
		t.Errorf("the open data says %+v", f)
	}
	if r := f.Rates["resolved_of_all"]; r.Part != resolved || r.Whole != received || r.Percent != rate {
		t.Errorf("the open data's rate is %+v", r)
	}
	for _, name := range []string{"index.html", "reports/2025-h2.html", "sheets/board-2025-h2-a3.html"} {
		page, err := readPage(files[name])
		if err != nil || files[name] == nil {
			t.Errorf("%s: no page", name)
			continue
		}
		for _, figure := range []string{"116", "100", rate} {
			if !hasNumber(page.text, figure) {
				t.Errorf("%s does not show %s", name, figure)
			}
		}
	}
}

// hasNumber tells whether a number stands in a text by itself, not inside a longer one.
func hasNumber(text, number string) bool {
	return regexp.MustCompile(`(^|[^0-9.])` + regexp.QuoteMeta(number) + `($|[^0-9%.])`).MatchString(text)
}

// What the year's report says must be what the board says, and its sheets the same: the report is a page of its own.
func TestSpecimenReportIsAsOfItsPeriod(t *testing.T) {
	first, now := false, specimenBoard()
	for _, r := range now.Reports {
		switch r.ID {
		case "2025-h2":
			if len(r.Year.Received) != len(now.Now.Received) || len(r.Year.Resolved) != len(now.Now.Resolved) {
				t.Errorf("the year's report has %d received and %d resolved", len(r.Year.Received), len(r.Year.Resolved))
			}
		case "2025-h1":
			first = true
			if len(r.Year.Received) != 106 || len(r.Year.Resolved) != 80 {
				t.Errorf("the first half's report has %d received and %d resolved", len(r.Year.Received), len(r.Year.Resolved))
			}
		}
	}
	if !first || len(now.Reports) < 2 {
		t.Error("the specimen lacks its two reports")
	}
}

// The duty board counts every period once: what the presidium owes, each group's meetings and months of visits. One
// hearing came five days late, and the board says so of those who keep it.
func TestSpecimenDuties(t *testing.T) {
	d := specimenBoard().Duties
	turns := map[record.DutyKind]int{}
	whole := 0
	for _, l := range d.Own {
		turns[l.Kind] += len(l.Turns)
		whole += l.Rate.Whole
	}
	for _, g := range d.Groups {
		for _, l := range g.Lines {
			turns[g.Kind] += len(l.Turns)
			whole += l.Rate.Whole
		}
	}
	want := map[record.DutyKind]int{record.DutyHearing: 6, record.DutyOnSite: 4, record.DutyAssess: 4, record.DutyReport: 2, record.DutyYearEnd: 1, record.DutyAwards: 1, record.DutyMeeting: 24, record.DutyVisits: 72, record.DutySelf: 6}
	if !maps.Equal(turns, want) {
		t.Errorf("periods: %v, want %v", turns, want)
	}
	if whole != d.Rate.Whole || d.Rate.Part+len(d.Late)+len(d.Gone) != whole || len(d.Gone) > 0 {
		t.Errorf("%v in time, %d late, %d missing; the lines have %d", d.Rate, len(d.Late), len(d.Gone), whole)
	}
	if len(d.Late) != 1 || d.Late[0].Kind != record.DutyHearing || d.Late[0].Turn.Days != 5 {
		t.Errorf("late: %+v", d.Late)
	}
	page, err := readPage(specimenSite(t)["duties.html"])
	if err != nil || !hasNumber(page.text, d.Rate.Fraction()) || !strings.Contains(page.text, "晚5天") {
		t.Errorf("the page does not say so: %v", err)
	}
}

// Every figure in a report's short message and on the blackboard is the board's, and a message is short enough to send.
func TestSpecimenTexts(t *testing.T) {
	files := specimenSite(t)
	for _, r := range specimenBoard().Reports {
		last, y := r.Period.Last(), r.Year
		figures := []string{fmt.Sprint(last.Year), fmt.Sprint(last.Month), fmt.Sprint(last.Day), fmt.Sprint(len(y.Received)), fmt.Sprint(len(y.Resolved)), strings.TrimSuffix(y.ResolvedOfAll.Percent(), "%")}
		message := string(files["reports/"+r.ID+".message.txt"])
		if got := numbers.FindAllString(message, -1); len(got) < len(figures) || !slices.Equal(got[:len(figures)], figures) {
			t.Errorf("%s: the message says %s, the board %v", r.ID, message, figures)
		}
		chalked := string(files["reports/"+r.ID+".blackboard.txt"])
		for _, figure := range []string{fmt.Sprint(len(y.Replied)), fmt.Sprint(len(y.Open)), y.ConsultedRate.Percent(), y.ResolvedRate.Percent(), y.SatisfiedRate.Percent(), y.OnTimeRate.Percent()} {
			if !strings.Contains(chalked, "："+figure) {
				t.Errorf("%s: the blackboard does not say %s:\n%s", r.ID, figure, chalked)
			}
		}
	}
	texts := 0
	for name, data := range files {
		text := strings.TrimSpace(strings.TrimPrefix(string(data), "\uFEFF"))
		switch {
		case strings.HasSuffix(name, ".message.txt"):
			if n := utf8.RuneCountInString(text); n > record.MessageLength || n < 10 {
				t.Errorf("%s has %d characters", name, n)
			}
		case strings.HasSuffix(name, ".aloud.txt"):
			if strings.ContainsAny(text, "0123456789") {
				t.Errorf("%s has a number that is not spelled", name)
			}
		case !strings.HasSuffix(name, ".blackboard.txt"):
			continue
		}
		if texts++; text == "" {
			t.Errorf("%s is empty", name)
		}
	}
	if b := specimenBoard(); texts < 3*len(b.Reports)+2*len(b.Notices) {
		t.Errorf("%d texts", texts)
	}
}

var numbers = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// What is withheld, left out of an abstract, or a draft shows in no file of the site.
func TestSpecimenKeepsBack(t *testing.T) {
	files := specimenSite(t)
	var open strings.Builder // what may be shown: a phrase that also stands here is no leak
	secret := map[string]string{}
	for _, s := range specimenLedger().Suggestions {
		words, body := allWords(reflect.ValueOf(s).Elem()), s.Body().Text()
		keep := append(words, body)
		switch {
		case s.Draft:
		case s.Open == record.Full:
			open.WriteString(strings.Join(keep, "\n"))
			continue
		case s.Open == record.Abstract:
			open.WriteString(s.Title + s.Summary)
		}
		for i := range s.Replies {
			open.WriteString(s.Replies[i].Exception) // public whatever else is
		}
		open.WriteString(s.WhyNotOpen)
		for _, text := range keep {
			for _, phrase := range phrases(text) {
				secret[phrase] = s.Path()
			}
		}
	}
	if len(secret) < 20 {
		t.Fatalf("only %d phrases to keep back: the specimen shows nothing of withholding", len(secret))
	}
	var all strings.Builder
	for name, data := range files {
		if ext := path.Ext(name); ext == ".html" || ext == ".json" || ext == ".xml" || ext == ".txt" || ext == ".js" || ext == ".csv" {
			all.WriteString(html.UnescapeString(string(data)))
		}
	}
	site, public := all.String(), open.String()
	for _, phrase := range slices.Sorted(maps.Keys(secret)) {
		if strings.Contains(site, phrase) && !strings.Contains(public, phrase) {
			t.Errorf("%s is not open, but the site shows “%s”", secret[phrase], phrase)
		}
	}
}

// allWords are the texts of a record but those that stay public when the rest is withheld: names, numbers, units.
func allWords(v reflect.Value) []string {
	var all []string
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Pointer:
		if !v.IsNil() {
			return allWords(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, allWords(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("toml"), ",")
			switch key {
			case "", "number", "archive", "handler", "signer", "by", "approver", "where", "withheld_reason", "topic":
				continue
			}
			all = append(all, allWords(v.Field(i))...)
		}
	}
	return all
}

// phrases are the parts of a text between signs that are long enough to be told from chance.
func phrases(text string) []string {
	var some []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("，。；：、？！“”（）\n ", r) }) {
		if len([]rune(part)) >= 7 {
			some = append(some, part)
		}
	}
	return some
}

// A board of an earlier day has other figures, and nothing on it happened later.
func TestSpecimenOnAnEarlierDay(t *testing.T) {
	on := record.Date{Year: 2025, Month: 6, Day: 30}
	files, _ := build(t, generator.Options{Content: os.DirFS(specimen), On: on})
	f := readFigures(t, files)
	if f.On != "2025-06-30" || f.Counts["received"] != 106 || f.Counts["resolved"] != 80 {
		t.Errorf("the open data says %+v", f)
	}
	home, err := readPage(files["index.html"])
	if err != nil {
		t.Fatal(err)
	}
	for _, figure := range []string{"106", "80"} {
		if !hasNumber(home.text, figure) {
			t.Errorf("the home page does not show %s", figure)
		}
	}
	b := board.Of(specimenLedger(), on, false)
	if !b.Funnel.Holds() {
		t.Error("the six steps do not add up")
	}
	for _, c := range b.Cases {
		for _, e := range c.Timeline() {
			if e.Date.After(on) {
				t.Errorf("%s shows %s on %s", c.ID, e.Kind, e.Date)
			}
		}
	}
	events := 0
	for name, data := range files {
		for _, m := range happened.FindAllSubmatch(data, -1) {
			events++
			if string(m[1]) > on.String() {
				t.Errorf("%s tells of something on %s", name, m[1])
			}
		}
		if m := datedName.FindString(path.Base(name)); m > on.String() {
			t.Errorf("%s is dated after the board's day", name)
		}
	}
	if events < 500 {
		t.Errorf("found only %d events on the pages", events)
	}
	if files["reports/2025-h2.html"] != nil || files["assessments/2025-q3.html"] != nil {
		t.Error("the second half's report or quarter is shown in June")
	}
}

var (
	datedName = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)
	happened  = regexp.MustCompile(`<time class="when" datetime="([0-9-]+)"`) // deadlines and promises are no such times
)

func TestSpecimenHomePageIsLight(t *testing.T) {
	if n := len(specimenSite(t)["index.html"]); n > 100<<10 {
		t.Errorf("the home page has %d bytes", n)
	}
}

// What every page loads beside itself stays small.
func TestSpecimenAssetsAreLight(t *testing.T) {
	files, scripts := specimenSite(t), 0
	for name, data := range files {
		if path.Ext(name) == ".js" && path.Dir(name) == "assets" { // what is searched is loaded by who searches
			scripts += len(data)
		}
	}
	for what, n := range map[string][2]int{
		"board.css":   {len(files["assets/board.css"]), 20 << 10},
		"sheet.css":   {len(files["assets/sheet.css"]), 24 << 10},
		"all scripts": {scripts, 12 << 10},
	} {
		if n[0] == 0 || n[0] > n[1] {
			t.Errorf("%s: %d bytes, at most %d", what, n[0], n[1])
		}
	}
}

// Every word that templates and Go ask for is in the word list, and every word of the list is asked for.
func TestWords(t *testing.T) {
	theme := themes.Default()
	data, err := fs.ReadFile(theme, "words.zh-CN.toml")
	if err != nil {
		t.Fatal(err)
	}
	var lists map[string]map[string]string
	if err := toml.Unmarshal(data, &lists); err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for list, entries := range lists {
		if strings.HasPrefix(list, "wording_") { // takes the place of words, which are looked at themselves
			for key, w := range entries {
				stands, in, one := strings.Cut(key, ".")
				if !one {
					continue
				}
				if was, ok := lists[stands][in]; !ok || !slices.Equal(verb.FindAllString(was, -1), verb.FindAllString(w, -1)) {
					t.Errorf("%s: %q is for the word %q", list, w, was)
				}
			}
			continue
		}
		for key, w := range entries {
			words[list+"."+key] = w
			if strings.TrimSpace(w) == "" && list != "collector_mark" {
				t.Errorf("the word %s.%s is empty", list, key)
			}
		}
	}

	used, whole := map[string]bool{}, map[string]bool{} // words; lists of which any word may be asked for
	ask := func(where, key string) {
		if _, ok := words[key]; !ok && !used[key] {
			t.Errorf("%s asks for the word %q, which is not in the list", where, key)
		}
		used[key] = true
	}
	askList := func(where, list string) {
		if lists[list] == nil && !whole[list] {
			t.Errorf("%s asks for words of the list %q, which is not there", where, list)
		}
		whole[list] = true
	}
	err = fs.WalkDir(theme, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		b, err := fs.ReadFile(theme, name)
		if err != nil {
			return err
		}
		text := templateComment.ReplaceAllString(string(b), "")
		for _, m := range templateWord.FindAllStringSubmatch(text, -1) {
			if list, part := strings.CutSuffix(m[1], "."); part {
				askList(name, list)
			} else {
				ask(name, m[1])
			}
		}
		for _, m := range templateList.FindAllStringSubmatch(text, -1) { // handed on, to be completed by another template
			if m[1] == "" { // what is printed is the name of a figure
				askList(name, m[2])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sources, err := fs.Glob(os.DirFS("site"), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := os.ReadFile("site/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range goWord.FindAllStringSubmatch(string(b), -1) {
			if list, part := strings.CutSuffix(m[1], "."); part {
				askList("site/"+name, list)
			} else {
				ask("site/"+name, m[1])
			}
		}
		for _, m := range goText.FindAllStringSubmatch(string(b), -1) { // a key chosen first and asked for later
			if _, ok := words[m[1]]; ok {
				used[m[1]] = true
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if list, _, _ := strings.Cut(key, "."); !used[key] && !whole[list] {
			t.Errorf("nothing asks for the word %s", key)
		}
	}

	// The lists asked for as a whole must have a word for everything that can come.
	need := func(list, key string) {
		if _, ok := words[list+"."+key]; !ok {
			t.Errorf("the list %s has no word for %q", list, key)
		}
	}
	for _, s := range board.States {
		need("state", string(s))
		need("mark", string(s))
		need("state_means", string(s))
	}
	timeline, err := os.ReadFile("board/timeline.go")
	if err != nil {
		t.Fatal(err)
	}
	events := eventKind.FindAllStringSubmatch(string(timeline), -1)
	if len(events) < 10 {
		t.Errorf("found only %d kinds of event", len(events))
	}
	for _, m := range events {
		need("event", m[1])
	}
	for _, c := range record.Collector("").Options() {
		need("collector", c)
		need("collector_mark", c)
	}
	for _, step := range []string{"1", "2", "3", "4", "5", "6"} {
		need("step", step)
		need("step_short", step)
		need("step_means", step)
	}
}

var (
	templateComment = regexp.MustCompile(`(?s)\{\{-? ?/\*.*?\*/ ?-?\}\}`)
	templateWord    = regexp.MustCompile(`\bword "([^"]+)"`)
	templateList    = regexp.MustCompile(`(print )?[( ]?"([a-z_]+)\."`)
	goWord          = regexp.MustCompile(`\b[wW]ord\("([^"]+)"`)
	verb            = regexp.MustCompile(`%[sd]`)
	goText          = regexp.MustCompile(`"([a-z_]+\.[a-z0-9_]+)"`)
	eventKind       = regexp.MustCompile(`EventKind = "([^"]+)"`)
)

// A board of any earlier day can be built: the specimen's history holds no day on which a rule was broken. Four days of
// each month stand for all.
func TestSpecimenHoldsOnEarlierDays(t *testing.T) {
	files, problems := content.Read(os.DirFS("../content"))
	ledger, more := record.Load(files)
	if n := len(problems) + len(more); n > 0 {
		t.Fatalf("%d problems in the specimen", n)
	}
	for month := 1; month <= 12; month++ {
		for _, day := range []int{3, 11, 19, 27} {
			on := record.Date{Year: 2025, Month: month, Day: day}
			for _, p := range append(check.All(ledger, on), audit.All(ledger, on)...) {
				t.Errorf("as of %s: %s: %s", on, p.Pos, p.Text)
			}
			if b := board.Of(ledger, on, false); !b.Funnel.Holds() {
				t.Errorf("as of %s the six steps do not add up", on)
			}
		}
	}
}

// A published year-end ranking stands: what happens to items afterwards does not move it.
func TestYearEndDoesNotMove(t *testing.T) {
	files, _ := content.Read(os.DirFS("../content"))
	ledger, _ := record.Load(files)
	scores := func(on record.Date) string {
		b := board.Of(ledger, on, false)
		if len(b.YearEnds) != 1 {
			t.Fatalf("%d year ends as of %s", len(b.YearEnds), on)
		}
		var all strings.Builder
		for _, r := range b.YearEnds[0].All {
			fmt.Fprintln(&all, r.Unit.Name, r.Total, r.Rank)
		}
		return all.String()
	}
	if then, later := scores(record.Date{Year: 2025, Month: 12, Day: 26}), scores(record.Date{Year: 2026, Month: 6, Day: 30}); then != later {
		t.Errorf("the ranking of 2025-12-26 has changed by 2026-06-30:\n%s\nwas\n%s", later, then)
	}
}
