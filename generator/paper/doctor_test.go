package paper_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
	"gongshi/generator/paper"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

// with is the site of the golden small town with more files in its records and with a theme of its own.
func with(t *testing.T, more map[string][]byte, theme fstest.MapFS) *site.Site {
	t.Helper()
	content := fstest.MapFS{}
	for _, name := range files(t, "../testdata/town") {
		data, err := fs.ReadFile(os.DirFS("../testdata/town"), name)
		if err != nil {
			t.Fatal(err)
		}
		content[name] = &fstest.MapFile{Data: data}
	}
	for name, data := range more {
		content[name] = &fstest.MapFile{Data: data}
	}
	s, problems, err := generator.Build(generator.Options{Content: content, Theme: themes.Default(), Overlay: theme, On: day})
	if err != nil || problems.Errors() > 0 {
		t.Fatalf("does not build: %v %v", err, problems)
	}
	return s
}

func examine(t *testing.T, s *site.Site, chars ...string) *paper.Checkup {
	t.Helper()
	c, err := paper.Examine(t.Context(), s, browser(t), chars)
	if err != nil {
		t.Fatal(err)
	}
	if name, version, ok := strings.Cut(c.Version, "/"); !ok || name == "" || version == "" || strings.Contains(name, "Headless") {
		t.Errorf("the browser's version is %q", c.Version)
	}
	return c
}

func typed(t *testing.T, c *paper.Checkup, role string) paper.Typed {
	t.Helper()
	i := slices.IndexFunc(c.Typed, func(x paper.Typed) bool { return x.Role == role })
	if i < 0 {
		t.Fatalf("nothing is said of %s: %+v", role, c.Typed)
	}
	return c.Typed[i]
}

// On a machine with the fonts of Noto only, 宋体 and 黑体 are as they should be, and a serif stands in for the rest. What no
// font has is told from what another font has, wherever it stands in a row.
func TestExamineMachine(t *testing.T) {
	row := strings.Split("石萝镇竹园村枫岭村张王李赵周吴郑陈褚卫蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜", "")
	chars := slices.Concat(row, []string{"\uE123", "鿫", "𬭎", "\U000F1234"})
	c := examine(t, town(t), chars...)
	for _, want := range []paper.Typed{
		{"title", "Noto Serif CJK SC", false, false, false},
		{"song", "Noto Serif CJK SC", false, false, false},
		{"serif", "Noto Serif CJK SC", false, true, false},
		{"sans", "Noto Sans CJK SC", false, true, false},
	} {
		if got := typed(t, c, want.Role); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	for _, role := range record.FontRoles {
		typed(t, c, role)
	}
	for char, gaps := range c.Gaps {
		for _, g := range gaps {
			switch {
			case char == "鿫" && g.Font == "Noto Sans CJK SC" && g.Role != "sans":
			case (char == "\uE123" || char == "\U000F1234") && g.Font == "":
			default:
				t.Errorf("%s (%U): %+v", char, []rune(char), g)
			}
		}
	}
	if len(c.Gaps["鿫"]) != 4 || len(c.Gaps["\uE123"]) != 5 || len(c.Gaps["\U000F1234"]) != 5 || len(c.Refused) > 0 {
		t.Errorf("gaps %+v, refused %v", c.Gaps, c.Refused)
	}
}

// A font in the folder fonts takes its role; others of any name have the characters that are in none, each those it has. What
// the browser cannot read is named.
func TestExamineOwnFonts(t *testing.T) {
	wrong := typeface("Wrong", 'x')
	copy(wrong[bytes.Index(wrong, []byte("cmap")):], "gone")
	s := with(t, map[string][]byte{
		"fonts/title.ttf": typeface("Own Title", []rune("关于代表建议办理情况的通报")...),
		"fonts/a.ttf":     typeface("Rare A", 0xE123, 0x9FEB),
		"fonts/b.otf":     typeface("Rare B", 0xE124),
		"fonts/song.ttf":  wrong,
		"fonts/OFL.txt":   []byte("the licence"),
	}, nil)
	c := examine(t, s, "关", "张", "鿫", "\uE123", "\uE124", "\uE125")
	if got := typed(t, c, "title"); got != (paper.Typed{Role: "title", Used: "Own Title", Own: true, Proper: true}) {
		t.Errorf("%+v", got)
	}
	if got := typed(t, c, "song"); got.Own || got.Proper {
		t.Errorf("%+v", got)
	}
	if !slices.Equal(c.Refused, []string{"fonts/song.ttf"}) {
		t.Errorf("refused are %q", c.Refused)
	}
	want := map[string][]paper.Gap{"张": {{"title", "Noto Serif CJK SC"}}}
	for _, role := range record.FontRoles {
		want["\uE125"] = append(want["\uE125"], paper.Gap{Role: role})
	}
	if !reflect.DeepEqual(c.Gaps, want) {
		t.Errorf("gaps are %+v, want %+v", c.Gaps, want)
	}
}

// It is the style of the town's own theme that is asked, as it is printed: what the theme puts first is proper, and a role
// that it does not have is passed over.
func TestExamineTheme(t *testing.T) {
	s := with(t, nil, fstest.MapFS{"assets/sheet.css": {Data: []byte(`
:root { --title: "Noto Sans CJK SC", "Noto Serif CJK SC"; --serif: "Noto Serif CJK SC"; --song: "No Such", "Noto Serif CJK SC" }
@media print { :root { --song: "Noto Sans CJK TC", "Noto Serif CJK SC" } }
h1 { font-family: var(--title) }`)}})
	c := examine(t, s)
	if want := []paper.Typed{
		{"title", "Noto Sans CJK SC", false, true, false},
		{"song", "Noto Sans CJK TC", false, true, true},
		{"serif", "Noto Serif CJK SC", false, true, true},
	}; !slices.Equal(c.Typed, want) {
		t.Errorf("%+v, want %+v", c.Typed, want)
	}
}

// What is printed has the town's own fonts in it, and pages to print by hand have the files beside them.
func TestOwnFontsOnPaper(t *testing.T) {
	font := typeface("OwnTitle", []rune("代表建议办理流程六步工作法")...)
	s, out := with(t, map[string][]byte{"fonts/title.ttf": font, "fonts/rare.ttf": typeface("Rare", 0xE123)}, nil), t.TempDir()
	sheets := chosen(t, s, "steps")
	if _, err := paper.Print(t.Context(), paper.Job{Site: s, Sheets: sheets, Browser: browser(t), Out: out}); err != nil {
		t.Fatal(err)
	}
	pdf, err := os.ReadFile(filepath.Join(out, "steps.pdf"))
	if err != nil || !bytes.Contains(pdf, []byte("OwnTitle")) {
		t.Errorf("the sheet is not set in the town's own font: %v", err)
	}
	if err := paper.Write(s, sheets, out); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(out, "assets/fonts/title.ttf")); err != nil || !bytes.Equal(got, font) {
		t.Errorf("the font is not beside the pages: %v; there are %v", err, files(t, out))
	}
	var style bytes.Buffer
	board, _ := s.Page("assets/board.css")
	if err := board.Write(&style); err != nil || bytes.Contains(style.Bytes(), []byte("@font-face")) {
		t.Errorf("pages for the screen load fonts: %v", err)
	}
}

func TestExamineNoSheets(t *testing.T) {
	if _, err := paper.Examine(t.Context(), site.New(day, nil), "no-such-browser", nil); err == nil {
		t.Error("fonts of no sheets are known")
	}
}
