package content_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongshi/generator/content"
)

func TestReadNames(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{
		"town.toml", "suggestions/2025-014.md", "suggestions/2025-002.MD", "photos/渠.JPG", "files/a.docx",
		"README.md", "suggestions/readme.MD", ".git/config", "_drafts/a.md", "suggestions/_a.md", "~$a.docx", ".a.md",
		"Thumbs.db", "photos/desktop.ini", "a.tmp", "a.md.bak", ".a.md.swp",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte("+++\n+++\n")}
		if strings.HasSuffix(name, ".toml") {
			fsys[name].Data = nil
		}
	}
	files, problems := content.Read(fsys)
	expect(t, problems)
	var got []string
	for _, f := range files {
		if f.Asset {
			got = append(got, f.Path+" asset")
		} else {
			got = append(got, f.Path)
		}
	}
	want := []string{"files/a.docx asset", "photos/渠.JPG asset", "suggestions/2025-002.MD", "suggestions/2025-014.md", "town.toml"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func utf16le(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func utf16be(s string) string {
	b := []byte(utf16le(s))
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}

func gbk(t *testing.T, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestReadEncoding(t *testing.T) {
	const text = "+++\ntitle = \"修水渠\"\n+++\n关于修复石桥村水渠的建议，请予办理。\n"
	for _, c := range []struct{ name, text, want string }{
		{"utf-8", text, ""},
		{"utf-8 with bom", "\ufeff" + text, ""},
		{"crlf", strings.ReplaceAll(text, "\n", "\r\n"), ""},
		{"cr", strings.ReplaceAll(text, "\n", "\r"), ""},
		{"utf-16 le bom", "\xff\xfe" + utf16le(text), "0:0 encoding UTF-16"},
		{"utf-16 be bom", "\xfe\xff" + utf16be(text), "0:0 encoding UTF-16"},
		{"utf-16 le", utf16le(text), "0:0 encoding 另存为"},
		{"utf-16 be", utf16be(text), "0:0 encoding UTF-16"},
		{"lone utf-16 bom", "\xff\xfe", "0:0 encoding UTF-16"},
		{"gbk", gbk(t, text), "0:0 encoding GBK/GB18030"},
		{"gb18030", gbk(t, text+"㐀𠀀"), "0:0 encoding GBK/GB18030"},
		{"bad byte", "+++\n+++\n关于修复\xff石桥", "3:5 encoding 坏字"},
		{"bad byte after crlf", "+++\r\n+++\r\n关于\xe4石桥村水渠", "3:3 encoding 坏字"},
		{"cut off", text[:len(text)-3], "4:18 encoding 坏字"},
		{"nul", "+++\n+++\n甲\x00", "3:2 encoding NUL"},
		{"too large", text + strings.Repeat("字", 1<<20/3), "0:0 too-large 1 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, problems := content.Read(fstest.MapFS{"a.md": {Data: []byte(c.text)}})
			if c.want == "" {
				expect(t, problems)
				if want := "<p>关于修复石桥村水渠的建议，请予办理。</p>\n"; files[0].Body.HTML() != want {
					t.Errorf("%q, want %q", files[0].Body.HTML(), want)
				}
				if at := files[0].At("title"); at.Line != 2 || at.Col != 9 {
					t.Errorf("title at %v", at)
				}
				return
			}
			expect(t, problems, c.want)
			var r record
			if ps := files[0].Decode(&r); !files[0].Broken || ps != nil {
				t.Errorf("broken %v, Decode says %s", files[0].Broken, lines(ps))
			}
		})
	}
}

func TestReadFrontMatter(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"+++\n+++", ""},
		{"\n \n+++\na = 1\n +++ \n正文", ""},
		{"", "1:1 front-matter 空的"},
		{" \n\n", "1:1 front-matter 空的"},
		{"正文\n", "1:1 front-matter 缺少 +++"},
		{"\n# 标题\n+++\n", "2:1 front-matter 缺少 +++"},
		{"---\ntitle: a\n---\n", "1:1 front-matter 改成 +++"},
		{"＋＋＋\na = 1\n", "1:1 front-matter 英文加号"},
		{"++\na = 1\n++\n", "1:1 front-matter 英文加号"},
		{"+++\na = 1\n正文\n", "1:1 front-matter 没有收尾"},
		{"+++\na = 1\n＋＋＋\n正文\n", "3:1 front-matter 收尾"},
	} {
		_, problems := content.Read(fstest.MapFS{"a.md": {Data: []byte(c.text)}})
		t.Log(c.text)
		if c.want == "" {
			expect(t, problems)
		} else {
			expect(t, problems, c.want)
		}
	}
}

// A seal names every figure and record of a year, which in a large town is more than a clerk would ever type.
func TestSealsMayBeLarge(t *testing.T) {
	large := strings.Repeat("# 一行\n", 1<<20/8)
	files, problems := content.Read(fstest.MapFS{"sealed/2025-h2.toml": {Data: []byte(large)}})
	expect(t, problems)
	if len(files) != 1 || files[0].Broken {
		t.Errorf("%v", files)
	}
	_, problems = content.Read(fstest.MapFS{"sealed/2025-h2.toml": {Data: []byte(strings.Repeat(large, 33))}, "notices/a.md": {Data: []byte(large)}})
	expect(t, problems, "0:0 too-large 1 MB", "0:0 too-large 32 MB")
}

// closedFS refuses to open one file and one folder.
type closedFS struct{ fstest.MapFS }

func (c closedFS) Open(name string) (fs.File, error) {
	if strings.Contains(name, "closed") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.Open(name)
}

func (c closedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if strings.Contains(name, "closed") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.ReadDir(name)
}

func TestReadGoesOn(t *testing.T) {
	files, problems := content.Read(closedFS{fstest.MapFS{
		"a.toml": {}, "b-closed.toml": {}, "closed/c.toml": {}, "d.toml": {},
	}})
	expect(t, problems, "0:0 unreadable 权限", "0:0 unreadable 权限")
	if len(files) != 3 {
		t.Errorf("%d files, want a, b-closed, d", len(files))
	}
	if _, problems := content.Read(os.DirFS(filepath.Join(t.TempDir(), "none"))); len(problems) != 1 {
		t.Errorf("a missing folder: %s", lines(problems))
	}
}

func TestReadRefusesLinks(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "b.toml")); err != nil {
		t.Fatal(err)
	}
	files, problems := content.Read(os.DirFS(dir))
	expect(t, problems, "0:0 unreadable 链接")
	if len(files) != 1 {
		t.Errorf("%d files", len(files))
	}
}
