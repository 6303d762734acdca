package record_test

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"testing"
	"testing/fstest"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// woff2 is the head of a font of a size, with nothing in it.
func woff2(size int) []byte {
	font := make([]byte, size)
	copy(font, "wOF2OTTO")
	binary.BigEndian.PutUint32(font[8:], uint32(size))
	return font
}

// A file's name says what it is for; what cannot be used is told at the file, with what to do.
func TestFonts(t *testing.T) {
	files := fstest.MapFS{}
	for name, data := range map[string][]byte{
		"fonts/title.ttf":     woff2(5_000_000), // a font by its bytes
		"fonts/kai.woff2":     woff2(5_000_001),
		"fonts/Kai.otf":       woff2(64),
		"fonts/title.woff2":   woff2(64),
		"fonts/hanazono.TTF":  woff2(64),
		"fonts/方正小标宋简体.ttf":   woff2(64),
		"fonts/song.ttf":      []byte("<html>"),
		"fonts/serif.ttf":     woff2(64)[:32],
		"fonts/sans.ttc":      append([]byte("ttcf"), make([]byte, 60)...),
		"fonts/sans.zip":      woff2(64),
		"fonts/old/sans.ttf":  woff2(64),
		"fonts/OFL.txt":       []byte("the licence"),
		"fonts/README.md":     []byte("# ours"),
		"photos/title.ttf":    woff2(64), // an attachment
		"fontsandmore/a.ttf":  woff2(64),
		"fonts/._title.ttf":   []byte("of a Mac"),
		"fonts/.DS_Store":     []byte("of a Mac"),
		"fonts/desktop.ini":   []byte("of Windows"),
		"fonts/Thumbs.db":     []byte("of Windows"),
		"fonts/a-b-1.otf":     woff2(64),
		"fonts/licence.pdf":   []byte("%PDF-1.7"),
		"fonts/title.ttf.tmp": []byte("half"),
	} {
		files[name] = &fstest.MapFile{Data: data}
	}
	read, _ := content.Read(files)
	l, problems := record.Load(read)
	var fonts, told []string
	for _, f := range l.Fonts {
		fonts = append(fonts, fmt.Sprintf("%s %q %d", f.File, f.Role, f.Bytes))
	}
	for _, p := range problems {
		if p.Rule == "font-file" || p.Rule == "font-heavy" {
			told = append(told, p.Pos.String()+" "+p.Level.String()+" "+p.Text)
			if p.Hint == "" {
				t.Errorf("%s: nothing is said to be done", p.Pos)
			}
		}
	}
	if want := []string{`fonts/a-b-1.otf "" 64`, `fonts/hanazono.TTF "" 64`, `fonts/kai.woff2 "kai" 5000001`, `fonts/title.ttf "title" 5000000`}; !slices.Equal(fonts, want) {
		t.Errorf("fonts are %q, want %q", fonts, want)
	}
	want := []string{
		"fonts/Kai.otf error 字体的文件名“Kai.otf”不能用作网址",
		"fonts/kai.woff2 warning 字体文件有 5.0 MB，公开的文件夹会很大",
		"fonts/licence.pdf error 里面不是字体",
		"fonts/old/sans.ttf error 字体文件要直接放在 fonts 里",
		"fonts/sans.ttc error 是几种字体合在一起的字体集（TTC），网页和打印用不了",
		"fonts/sans.zip error 文件名要以 .ttf、.otf 或 .woff2 结尾",
		"fonts/serif.ttf error 字体文件不完整",
		"fonts/song.ttf error 里面不是字体",
		"fonts/title.woff2 error 同一种字体有两个文件",
		"fonts/方正小标宋简体.ttf error 字体的文件名“方正小标宋简体.ttf”不能用作网址",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told is\n%q\nwant\n%q", told, want)
	}
}

// locked is a folder whose fonts another program keeps open.
type locked struct{ fstest.MapFS }

func (d locked) Open(name string) (fs.File, error) {
	if path.Dir(name) == "fonts" {
		return nil, fs.ErrInvalid
	}
	return d.MapFS.Open(name)
}

// A font that cannot be opened is told, and the rest of the records read on.
func TestFontUnreadable(t *testing.T) {
	read, _ := content.Read(locked{fstest.MapFS{"fonts/title.ttf": {Data: woff2(64)}, "town.toml": {Data: []byte("name = \"石萝镇\"\n")}}})
	l, problems := record.Load(read)
	if len(l.Fonts) != 0 || l.Town.Name != "石萝镇" || !slices.ContainsFunc(problems, func(p content.Problem) bool { return p.Rule == "font-file" && p.Text == "文件打不开" }) {
		t.Error(problems)
	}
}

func TestNames(t *testing.T) {
	read, _ := content.Read(fstest.MapFS{
		"town.toml":       {Data: []byte("name = \"石萝镇\"\n[[posts]]\ntitle = \"人大主席\"\n[[posts.past]]\nname = \"邹本贤\"\n")},
		"deputies/a.md":   {Data: []byte("+++\nwork = \"村民\"\nname = \"张𬭎\"\n+++\n")},
		"units/a.toml":    {Data: []byte("head = \"马〇一\"\n")},
		"villages/a.toml": {Data: []byte("name = \"㙍头村\"\nsecretary = \"村委会 龙三\"\n")},
	})
	l, _ := record.Load(read)
	var got []string
	for _, n := range l.Names() {
		got = append(got, n.Text+" "+n.At.File+" "+fmt.Sprint(n.At.Line))
	}
	if want := []string{"石萝镇 town.toml 1", "邹本贤 town.toml 5", "㙍头村 villages/a.toml 1", "村委会 龙三 villages/a.toml 2", "张𬭎 deputies/a.md 3", "马〇一 units/a.toml 1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
