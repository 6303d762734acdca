package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
	"gongshi/generator/audit"
	"gongshi/generator/record"
)

// withCorrections is the specimen with more corrections, by the name of their file without the ending.
func withCorrections(t *testing.T, corrections map[string]string) map[string][]byte {
	t.Helper()
	town := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(specimen), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(specimen), name)
		town[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for id, text := range corrections {
		town["corrections/"+id+".toml"] = &fstest.MapFile{Data: []byte(text)}
	}
	files, _ := build(t, generator.Options{Content: town})
	return files
}

func correctionText(page, what, old, new, reason string) string {
	return fmt.Sprintf("date = 2025-12-31\npage = %q\nwhat = %q\nold = %q\nnew = %q\nreason = %q\nby = \"镇人大办公室\"\n", page, what, old, new, reason)
}

// printed are the sheets by the folder of the page whose record they print. A sheet is named after its kind, then its record.
var printed = map[string]string{
	"suggestion": "suggestions", "assignment": "suggestions", "gates": "suggestions", "postponement": "suggestions", "explanation": "suggestions",
	"report": "reports", "board": "reports", "objection": "notices", "receipt": "notices", "guide": "guides", "station": "stations", "notice": "notices", "photos": "activities", "roster": "groups",
	"dossier": "deputies", "roll": "commendations", "deed": "deeds", "consultation": "decisions",
	"result": "assessments", "score": "assessments", "commend": "assessments", "criticise": "assessments", "itinerary": "assessments", "summons": "assessments",
}

// blankForms print no record.
var blankForms = []string{"sheets/consultation.html", "sheets/objection.html", "sheets/receipt.html"}

// unmarked are the sheets that carry no edition: blank forms, lists of many records, and what is hung on a wall or stood on
// a table for years and given anew when it is wrong.
var unmarked = []string{"ballot", "opinion", "visit", "steps", "duties", "table", "name", "plaque", "certificate", "determination"}

// When every record that has a page has been corrected, every sheet that prints one says which edition it is.
func TestSheetsTellTheirEdition(t *testing.T) {
	corrections := map[string]string{}
	l := specimenLedger()
	for r := range l.Records() {
		page := r.Page()
		if a, ok := r.Value.(*record.Assessment); ok {
			page = a.Page()
		} else if !r.Kind.Pages {
			continue
		}
		corrections[fmt.Sprint("c", len(corrections))] = correctionText(page, "一处", "甲", "乙", "写错了。")
	}
	files := withCorrections(t, corrections)
	seen := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Dir(name) != "sheets" || path.Ext(name) != ".html" {
			continue
		}
		kind, _, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".html"), "-")
		marked := bytes.Contains(files[name], []byte("更正后第"))
		switch {
		case printed[kind] != "" && !marked && !slices.Contains(blankForms, name):
			t.Errorf("%s does not say which edition it is", name)
		case printed[kind] == "" && !slices.Contains(unmarked, kind):
			t.Errorf("%s is of a kind that this test does not know: add it to printed, or to unmarked with the reason", name)
		}
		seen[kind]++
	}
	for kind := range printed {
		if seen[kind] == 0 {
			t.Errorf("the specimen has no sheet %s", kind)
		}
	}
}

// That the record of an item which is not open in full was put right is public, with the day and by whom; not one word of
// what was wrong is.
func TestCorrectionsKeepBack(t *testing.T) {
	corrections, pages := map[string]string{}, 0
	for _, s := range specimenLedger().Suggestions {
		if s.Draft || s.Open == record.Full {
			continue
		}
		pages++
		corrections["xielou-"+s.ID] = correctionText("suggestions/"+s.ID, "泄露处所甲", "泄露原话乙", "泄露改话丙", "泄露缘由丁")
	}
	if pages < 2 {
		t.Fatal("the specimen has too few items that are not open")
	}
	files := withCorrections(t, corrections)
	for name, data := range files {
		if bytes.Contains(data, []byte("泄露")) || bytes.Contains(data, []byte("xielou")) {
			t.Errorf("%s tells what is withheld", name)
		}
	}
	for _, name := range []string{"corrections.html", "feed.xml"} {
		if n := bytes.Count(files[name], []byte("记录已经更正")); n != pages {
			t.Errorf("%s tells of %d corrections, not %d", name, n, pages)
		}
	}
	checkPages(t, files, specimenLedger().Town.Portal.Base)
}

// rawName is a figure's or record's name as files have it.
var rawName = regexp.MustCompile(`[a-z_]+\.[a-z_0-9]+|封存[^<]*[a-z]{3}`)

// Residents read in words what a correction changes of a seal, whatever figure or record it is.
func TestSealedChangesAreWorded(t *testing.T) {
	l := specimenLedger()
	seals := slices.Clone(l.Seals)
	for _, what := range []string{"2025-mid", "2025-year"} {
		if !slices.ContainsFunc(seals, func(s *record.Seal) bool { return s.What == what }) {
			s, err := audit.NewSeal(l, what, record.Date{Year: 2025, Month: 12, Day: 31})
			if err != nil {
				t.Fatal(err)
			}
			seals = append(seals, s)
		}
	}
	var text strings.Builder
	text.WriteString(correctionText("reports/2025-h1", "一处", "甲", "乙", "写错了。"))
	lines := 0
	for _, s := range seals {
		for _, f := range s.Figures {
			fmt.Fprintf(&text, "[[sealed]]\nperiod = \"2025-h1\"\nfigure = %q\nold = \"子\"\nnew = \"丑\"\n", f.Name)
			lines++
		}
		for _, r := range s.Records {
			fmt.Fprintf(&text, "[[sealed]]\nperiod = \"2025-q3\"\nrecord = %q\nold = \"11\"\nnew = \"22\"\n", r.Path)
			lines++
		}
	}
	for _, change := range []string{`old = "无"`, `new = "无"`} {
		fmt.Fprintf(&text, "[[sealed]]\nperiod = \"2025-h1\"\nfigure = \"units.shuili.received\"\n%s\n%s\n", change, map[bool]string{true: `new = "12"`, false: `old = "12"`}[strings.HasPrefix(change, "old")])
		lines++
	}
	files := withCorrections(t, map[string]string{"2025-12-31-fengcun": text.String()})
	for _, name := range []string{"corrections.html", "reports/2025-h1.html"} {
		page := string(files[name])
		if n := strings.Count(page, "<li>2025年上半年封存的数，") + strings.Count(page, "<li>2025年第3季度评议封存的记录，"); n != lines {
			t.Errorf("%s has %d lines, not %d", name, n, lines)
		}
		for _, part := range strings.Split(page, "<li>")[1:] {
			line, _, _ := strings.Cut(part, "</li>")
			if strings.Contains(line, "封存的") && rawName.MatchString(tag.ReplaceAllString(line, "")) {
				t.Errorf("%s: not in words: %s", name, line)
			}
		}
		for _, want := range []string{
			"2025年上半年封存的数，受理：原来是子，改为丑。", "2025年上半年封存的数，水利站按时办结率：原来是子，改为丑。", "封存的数，答复A类：", "封存的数，代表写“满意”的：",
			"封存的数，水利站受理：原来没有，现在是12。", "封存的数，水利站受理：原来是12，现在没有了。", "封存的记录，办理规则：改了内容，数字指纹由11变为22。",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s does not say %s", name, want)
			}
		}
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// Notices that correct others (更正公告) are on the list too, and the list is found from every page and from about.html.
func TestCorrectionsAreFound(t *testing.T) {
	files := specimenSite(t)
	notices := 0
	for _, n := range specimenBoard().Notices {
		if n.Notice.Kind == record.CorrectNotice {
			notices++
			if !bytes.Contains(files["corrections.html"], []byte(`href="notices/`+n.ID+`.html"`)) {
				t.Errorf("corrections.html does not list the notice %s", n.ID)
			}
		}
	}
	if notices == 0 {
		t.Error("the specimen has no notice that corrects another")
	}
	for name, data := range files {
		if path.Ext(name) == ".html" && path.Dir(name) != "sheets" && !bytes.Contains(data, []byte(`corrections.html">`)) {
			t.Errorf("%s does not lead to the corrections", name)
		}
	}
	if main, _, _ := bytes.Cut(files["about.html"], []byte("<footer")); bytes.Count(main, []byte(`href="corrections.html"`)) == 0 {
		t.Error("about.html does not lead to the corrections")
	}
}

// The page of what is sealed says so and leads to the seal.
func TestSealsAreShown(t *testing.T) {
	files := specimenSite(t)
	pages := map[string]string{"2025-H1": "reports/2025-h1.html", "2025-Q3": "assessments/2025-q3.html", "2025-year": "assessments/2025-year.html"}
	for _, s := range specimenLedger().Seals {
		page := pages[s.What]
		if page == "" {
			t.Errorf("the seal of %s is on no page that this test knows", s.What)
		}
		if !bytes.Contains(files[page], []byte(`href="../sealed/`+s.ID+`.toml"`)) {
			t.Errorf("%s does not lead to the seal %s", page, s.ID)
		}
		delete(pages, s.What)
	}
	if len(pages) > 0 {
		t.Errorf("not sealed: %v", pages)
	}
}
