package paper_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator"
	"gongshi/generator/paper"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

var day = record.Date{Year: 2026, Month: 6, Day: 30}

// town is the site of the golden small town.
func town(t *testing.T) *site.Site { return built(t, "../testdata/town") }

// pictured is the site of the specimen, which has photos.
func pictured(t *testing.T) *site.Site { return built(t, "../../content") }

func built(t *testing.T, dir string) *site.Site {
	t.Helper()
	s, problems, err := generator.Build(generator.Options{Content: os.DirFS(dir), Theme: themes.Default(), On: day})
	if err != nil {
		t.Fatalf("%s does not build: %v %v", dir, err, problems)
	}
	return s
}

func chosen(t *testing.T, s *site.Site, names ...string) []site.Page {
	t.Helper()
	sheets, unknown := paper.Choose(s.Sheets(), names)
	if len(unknown) > 0 {
		t.Fatalf("no sheets %q", unknown)
	}
	return sheets
}

func browser(t *testing.T) string {
	t.Helper()
	program, err := paper.Find("")
	if err != nil {
		t.Fatalf("%v: run .ci/tools", err)
	}
	return program
}

// Each sheet becomes a PDF of its title and language, tagged, of the board's day, on the paper its kind has; photos are in
// it; what is told is what was done.
func TestPrint(t *testing.T) {
	s, out := pictured(t), t.TempDir()
	sheets := chosen(t, s, "board-2025-h2-beijie-a3", "table-cards-200x100", "station-g1-door", "deed-2025-04-09-weishengshi-kaimen", "suggestion-2025-001")
	told := 0
	printed, err := paper.Print(t.Context(), paper.Job{Site: s, Sheets: sheets, Browser: browser(t), Out: out, Tell: func(paper.Printed) { told++ }})
	if err != nil || len(printed) != len(sheets) || told != len(sheets) {
		t.Fatalf("%d sheets, %d told of, printed %v: %v", len(sheets), told, printed, err)
	}
	for i, p := range printed {
		pdf, err := os.ReadFile(p.File)
		if err != nil {
			t.Fatal(err)
		}
		if p.Name != paper.Name(sheets[i]) || filepath.Base(p.File) != p.Name+".pdf" || p.Bytes != len(pdf) {
			t.Errorf("%+v is of %s, %d bytes", p, sheets[i].Path, len(pdf))
		}
		for _, want := range []string{"/Lang (zh-CN)", "/MarkInfo", "/CreationDate (D:20260630000000", "/ModDate (D:20260630000000"} {
			if !bytes.Contains(pdf, []byte(want)) {
				t.Errorf("%s has no %s", p.Name, want)
			}
		}
		info, err := exec.Command("pdfinfo", p.File).Output()
		if err != nil {
			t.Fatalf("pdfinfo %s: %v", p.File, err)
		}
		width, height := sheets[i].Paper.Millimetres()
		var pages int
		var wide, high float64
		for line := range strings.Lines(string(info)) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
			switch value = strings.TrimSpace(value); key {
			case "Title":
				if value != sheets[i].Title {
					t.Errorf("%s is called %q", p.Name, value)
				}
			case "Pages":
				pages, _ = strconv.Atoi(value)
			case "Page size":
				fmt.Sscanf(value, "%f x %f", &wide, &high)
			}
		}
		if pages != p.Pages || pages == 0 {
			t.Errorf("%s has %d pages, not %d", p.Name, pages, p.Pages)
		}
		if wide, high = wide/72*25.4, high/72*25.4; wide < float64(width)-1 || wide > float64(width)+1 || high < float64(height)-1 || high > float64(height)+1 {
			t.Errorf("%s is %.1f × %.1f mm, not %s", p.Name, wide, high, sheets[i].Paper)
		}
		if p.Laid > 0 && p.Laid != p.Pages {
			t.Errorf("%s has %d pages, %d are laid out", p.Name, p.Pages, p.Laid)
		}
		if sheets[i].Sheet == "deed" && !bytes.Contains(pdf, []byte("/Subtype /Image")) {
			t.Errorf("%s has no picture", p.Name)
		}
	}
	if names := files(t, out); len(names) != len(sheets) {
		t.Errorf("left behind: %v", names)
	}
}

// The same sheets are the same bytes, whatever the browser has printed before.
func TestPrintAgain(t *testing.T) {
	s := town(t)
	one, other := t.TempDir(), t.TempDir()
	sheets := chosen(t, s, "board-2026-h1-a3", "board-2026-h1-a4", "report-2026-h1-document", "steps")
	if _, err := paper.Print(t.Context(), paper.Job{Site: s, Sheets: sheets, Browser: browser(t), Out: one}); err != nil {
		t.Fatal(err)
	}
	slices.Reverse(sheets)
	if _, err := paper.Print(t.Context(), paper.Job{Site: s, Sheets: sheets, Browser: browser(t), Out: other}); err != nil {
		t.Fatal(err)
	}
	for _, sheet := range sheets {
		name := paper.Name(sheet) + ".pdf"
		first, err := os.ReadFile(filepath.Join(one, name))
		if err != nil {
			t.Fatal(err)
		}
		if again, err := os.ReadFile(filepath.Join(other, name)); err != nil || !bytes.Equal(first, again) {
			t.Errorf("%s is other bytes: %v", name, err)
		}
	}
}

func files(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// A PDF that cannot be written is missing, and what stood there stays.
func TestUnwritable(t *testing.T) {
	s, out := town(t), t.TempDir()
	if err := os.MkdirAll(filepath.Join(out, "table-cards-200x100.pdf", "in the way"), 0o777); err != nil {
		t.Fatal(err)
	}
	printed, err := paper.Print(t.Context(), paper.Job{Site: s, Sheets: chosen(t, s, "steps", "table-cards"), Browser: browser(t), Out: out})
	left, ok := errors.AsType[*paper.Unfinished](err)
	if !ok || !slices.Equal(left.Missing, []string{"table-cards-200x100"}) || len(printed) != 1 {
		t.Errorf("printed %v: %v", printed, err)
	}
	if got := files(t, out); !slices.Equal(got, []string{"steps.pdf"}) {
		t.Errorf("the folder has %v", got)
	}
}

// What breaks off leaves the rest.
func TestStopped(t *testing.T) {
	s := town(t)
	ctx, stop := context.WithCancel(t.Context())
	sheets := chosen(t, s)
	printed, err := paper.Print(ctx, paper.Job{Site: s, Sheets: sheets, Browser: browser(t), Out: t.TempDir(), Tell: func(paper.Printed) { stop() }})
	if left, ok := errors.AsType[*paper.Unfinished](err); !ok || len(printed) == 0 || len(printed)+len(left.Missing) != len(sheets) {
		t.Errorf("printed %d of %d: %v", len(printed), len(sheets), err)
	}
}

func TestChoose(t *testing.T) {
	s := town(t)
	for _, c := range []struct{ ask, names, unknown string }{
		{"table-cards", "table-cards-200x100", ""},
		{"station-door", "station-g1-door station-g2-door", ""}, // a kind
		{"report-2026-h1-* steps", "report-2026-h1-cover report-2026-h1-document report-2026-h1-leaflet steps", ""},
		{"steps steps", "steps", ""},
		{"steps plakat [", "steps", "plakat ["},
		{"../steps", "", "../steps"},
	} {
		sheets, unknown := paper.Choose(s.Sheets(), strings.Fields(c.ask))
		var names []string
		for _, sheet := range sheets {
			names = append(names, paper.Name(sheet))
		}
		if strings.Join(names, " ") != c.names || strings.Join(unknown, " ") != c.unknown {
			t.Errorf("%s gives %q and %q", c.ask, names, unknown)
		}
	}
	if all, _ := paper.Choose(s.Sheets(), nil); len(all) != len(s.Sheets()) || len(all) < 30 {
		t.Errorf("all are %d of %d", len(all), len(s.Sheets()))
	}
}

func TestNoBrowser(t *testing.T) {
	_, err := paper.Find(filepath.Join(t.TempDir(), "chrome"))
	if missing, ok := errors.AsType[*paper.NoBrowser](err); !ok || len(missing.Tried) != 1 {
		t.Errorf("%v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if found, err := paper.Find(""); err == nil && !filepath.IsAbs(found) {
		t.Errorf("found %s", found)
	}
}

// Sheets written as pages have with them what they need, and nothing else.
func TestWrite(t *testing.T) {
	s, out := pictured(t), t.TempDir()
	sheets := chosen(t, s, "deed-2025-04-09-weishengshi-kaimen", "steps")
	if err := paper.Write(s, sheets, out); err != nil {
		t.Fatal(err)
	}
	got := files(t, out)
	pictures := 0
	for _, name := range got {
		switch {
		case strings.HasPrefix(name, "photos/"):
			pictures++
		case strings.HasPrefix(name, "sheets/"), name == "assets/sheet.css", name == "assets/favicon.svg":
		default:
			t.Errorf("%s is not needed", name)
		}
	}
	if pictures == 0 || len(got) != len(sheets)+pictures+2 {
		t.Errorf("written are %v", got)
	}
}
