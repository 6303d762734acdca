package generator_test

import (
	"bytes"
	"image"
	"image/color"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"gongshi/generator"
	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

var (
	sheetKind = regexp.MustCompile(`<body class="sheet-([a-z-]+)">`)
	checkCode = regexp.MustCompile(`核对码 <b>([0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})</b>`)
	qrCode    = regexp.MustCompile(`<svg class="qr" viewBox="0 0 (\d+) (\d+)"[^>]*aria-label="[^"]+"><path d="([^"]+)"/></svg>`)
	qrRun     = regexp.MustCompile(`[Mm](-?\d+) (-?\d+)h(\d+)`)
)

// bare are the kinds of sheets that have neither address nor code on their face, with the reason.
var bare = map[string]string{
	"ballot":          "a voting paper is filled in by hand and says nothing of its own",
	"certificate":     "it hangs framed at the home of whom it honours; the roll of honour carries the code",
	"commend":         "an official document in the prescribed layout; the year's result notice carries the code",
	"criticise":       "the same",
	"determination":   "the same, to one unit",
	"report-document": "the same, of the half-year; the set for notice boards carries the code",
	"name-badges":     "a name to be worn",
	"plaque":          "it hangs by the unit's door for years; the year's result notice carries the code",
	"summons":         "an official document to one unit; the quarter's result notice carries the code",
	"table-cards":     "a name to stand on the table",
	"visit-form":      "a form that is filled in by hand",
}

// uncoded are those with an address and no code, because no one record or report says what they print.
var uncoded = map[string]string{
	"dossier":      "it counts what many records say of a deputy",
	"duties":       "it lists what many records say, as of the day",
	"roster":       "it lists the records of deputies and stations",
	"station-door": "the villages served come from other records, and it hangs for years",
	"station-rota": "it lists the reception days of the coming months, as of the day",
	"steps":        "it counts all items, as of the day",
}

// Every kind of sheet leads to the page that shows the same and carries that page's code, or there is a reason why not.
func TestSheetsCanBeComparedWithTheirPages(t *testing.T) {
	files := specimenSite(t)
	base := specimenLedger().Town.Portal.Base
	kinds := map[string]bool{"determination": true} // the specimen has no unit over the limit
	for _, name := range slices.Sorted(maps.Keys(files)) {
		m := sheetKind.FindSubmatch(files[name])
		if m == nil {
			continue
		}
		kind := string(m[1])
		kinds[kind] = true
		code, drawn := checkCode.FindSubmatch(files[name]), qrCode.FindSubmatch(files[name])
		if bare[kind] != "" || name == "sheets/opinion.html" || name == "sheets/receipt.html" { // filled in by hand, about no record
			if code != nil || drawn != nil {
				t.Errorf("%s has an address or a code, though %s", name, bare[kind])
			}
			continue
		}
		if drawn == nil {
			t.Errorf("%s has no QR code", name)
			continue
		}
		address := readQR(t, name, drawn)
		large := kind == "notice-large" || kind == "report-leaflet" // who reads these wants large letters on the screen too
		if large {
			var asked bool
			if address, asked = strings.CutSuffix(address, "?size=large"); !asked {
				t.Errorf("%s: the QR code does not ask for large letters: %s", name, address)
			}
		}
		page, under := strings.CutPrefix(address, base)
		if !under || files[page] == nil {
			t.Errorf("%s: the QR code leads to %q, which is no page", name, address)
			continue
		}
		if !large && !bytes.Contains(files[name], []byte(`<span class="address">`+address+`</span>`)) {
			t.Errorf("%s does not say the address of its QR code, %s", name, address)
		}
		want := checkCode.FindSubmatch(files[page])
		switch {
		case uncoded[kind] != "" || slices.Contains(blankForms, name):
			if code != nil {
				t.Errorf("%s has a code, though %s", name, uncoded[kind])
			}
		case code == nil || want == nil:
			t.Errorf("%s has the code %s, its page %s has %s", name, code, page, want)
		case !bytes.Equal(code[1], want[1]):
			t.Errorf("%s has the code %s, its page %s another: %s", name, code[1], page, want[1])
		}
	}
	for _, list := range []map[string]string{bare, uncoded} {
		for kind := range list {
			if !kinds[kind] {
				t.Errorf("there is no sheet of the kind %q", kind)
			}
		}
	}
}

// readQR reads a code as it is drawn, with a reader that knows nothing of how it was made.
func readQR(t *testing.T, name string, drawn [][]byte) string {
	t.Helper()
	const scale = 3
	size, _ := strconv.Atoi(string(drawn[1]))
	img := image.NewGray(image.Rect(0, 0, size*scale, size*scale))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	x, y := 0, 0
	for _, m := range qrRun.FindAllSubmatch(drawn[3], -1) {
		dx, _ := strconv.Atoi(string(m[1]))
		dy, _ := strconv.Atoi(string(m[2]))
		wide, _ := strconv.Atoi(string(m[3]))
		x, y = x+dx, y+dy
		for py := y * scale; py < (y+1)*scale; py++ {
			for px := x * scale; px < (x+wide)*scale; px++ {
				img.SetGray(px, py, color.Gray{})
			}
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	read, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	if err != nil {
		t.Errorf("%s: the QR code cannot be read: %v", name, err)
		return ""
	}
	return read.GetText()
}

// A town that does not know its portal yet has no address to print; its sheets carry the code alone.
func TestSheetsWithoutAddress(t *testing.T) {
	town := changed(t, goldenTown, func(name string, file *fstest.MapFile) {
		if name == "town.toml" {
			file.Data = regexp.MustCompile(`(?m)^base = .*\n`).ReplaceAll(file.Data, nil)
		}
	})
	files, _ := build(t, generator.Options{Content: town, On: goldenDay})
	coded := 0
	for name, data := range files {
		if !sheetKind.Match(data) {
			continue
		}
		if qrCode.Match(data) || bytes.Contains(data, []byte(`class="address"`)) {
			t.Errorf("%s has an address", name)
		}
		if checkCode.Match(data) {
			coded++
		}
	}
	if coded == 0 {
		t.Error("no sheet has a code")
	}
}

// specimenCodes are the codes of all pages of the specimen, after a change to its records, as of a day.
func specimenCodes(t *testing.T, on record.Date, change func(*record.Ledger)) map[string]string {
	t.Helper()
	files, _ := content.Read(os.DirFS(specimen))
	l, _ := record.Load(files)
	change(l)
	b := board.Of(l, on, false)
	codes := map[string]string{}
	for name := range specimenSite(t) {
		page := strings.TrimSuffix(name, ".html")
		if code := b.CheckCode(page); code != "" {
			codes[page] = code
		}
	}
	return codes
}

// changedCodes are the pages whose codes are not the same.
func changedCodes(x, y map[string]string) []string {
	var pages []string
	for page, code := range x {
		if y[page] != code {
			pages = append(pages, page)
		}
	}
	slices.Sort(pages)
	return pages
}

// A code is the same while the records say the same, on whatever day the board is built and however the items that are
// not open read; it changes with its record, and that of a report with what the report prints.
func TestCheckCodes(t *testing.T) {
	day := specimenLedger().Town.On
	codes := specimenCodes(t, day, func(*record.Ledger) {})
	seen := map[string]string{}
	for page, code := range codes {
		if seen[code] != "" {
			t.Errorf("%s and %s have one code", page, seen[code])
		}
		seen[code] = page
	}
	if len(codes) < 200 {
		t.Errorf("only %d pages have a code", len(codes))
	}
	item := func(l *record.Ledger, id string) *record.Suggestion {
		i := slices.IndexFunc(l.Suggestions, func(s *record.Suggestion) bool { return s.ID == id })
		return l.Suggestions[i]
	}
	for _, c := range []struct {
		name   string
		on     record.Date
		change func(*record.Ledger)
		want   []string
	}{
		{"another day", day.AddDays(3), func(*record.Ledger) {}, nil},
		{"words of a withheld item", day, func(l *record.Ledger) {
			s := item(l, "2025-042")
			if s.Open != record.Withheld || len(s.Replies) == 0 {
				t.Fatal("2025-042 is not withheld")
			}
			s.Title, s.Summary = "关于改一改的建议", "另一段"
			for i := range s.Replies {
				s.Replies[i].Text = "另一段答复"
			}
		}, nil},
		{"words of a reply", day, func(l *record.Ledger) { item(l, "2025-080").Replies[0].Text += "另外" }, []string{"suggestions/2025-080"}},
		{"the result of a closed item", day, func(l *record.Ledger) { item(l, "2025-080").Closing.Result += "另外" }, []string{"reports/2025-h2", "suggestions/2025-080"}},
	} {
		got := changedCodes(codes, specimenCodes(t, c.on, c.change))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s changes the codes of %v, want %v", c.name, got, c.want)
		}
	}
}
