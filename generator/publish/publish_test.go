package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongshi/generator/record"
	"gongshi/generator/site"
)

var day = record.Date{Year: 2025, Month: 12, Day: 31}

// siteOf makes a site of path → text.
func siteOf(texts map[string]string) *site.Site {
	var pages []site.Page
	for path, text := range texts {
		pages = append(pages, site.Page{Path: path, Write: func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}})
	}
	return site.New(day, pages)
}

// tree reads a folder: path → text.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, p))
		texts[p] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func write(t *testing.T, dir string, texts map[string]string) *Result {
	t.Helper()
	r, err := Write(siteOf(texts), dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// refused checks that Write gives an *Error with the words, changes nothing in dir and leaves no rubbish beside it.
func refused(t *testing.T, s *site.Site, dir, words string, sources ...string) {
	t.Helper()
	parent := filepath.Dir(dir)
	before := tree(t, parent)
	_, err := Write(s, dir, sources...)
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Error(), words) || e.Path == "" || e.Text == "" || e.Hint == "" {
		t.Errorf("error %v, want one with %q", err, words)
	}
	after := tree(t, parent)
	delete(after, filepath.Base(beside(dir, "lock")))
	delete(before, filepath.Base(beside(dir, "lock")))
	if diff := cmp.Diff(before, after); diff != "" {
		t.Error(diff)
	}
}

// home gives a folder for a target, with links in its name resolved.
func home(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var small = map[string]string{"index.html": "<p>家", "suggestions/1.html": "一", "a/b/c.css": "", "照片/桥.jpg": "\xff\xd8"}

func TestWrite(t *testing.T) {
	parent := home(t)
	dir := filepath.Join(parent, "out", "public")
	r := write(t, dir, small)
	want := &Result{Dir: dir, Pages: 4, Bytes: 11, New: []string{"a/b/c.css", "index.html", "suggestions/1.html", "照片/桥.jpg"}}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Error(diff)
	}
	got := tree(t, filepath.Dir(dir))
	files := maps.Clone(small)
	files["manifest.json"] = `{"generator":"gongshi","version":1,"on":"2025-12-31","files":{
"a/b/c.css":{"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":0},
"index.html":{"sha256":"` + hash("<p>家") + `","size":6},
"suggestions/1.html":{"sha256":"` + hash("一") + `","size":3},
"照片/桥.jpg":{"sha256":"` + hash("\xff\xd8") + `","size":2}
}}
`
	wantTree := map[string]string{".public.lock": ""}
	for p, text := range files {
		wantTree["public/"+p] = text
	}
	if diff := cmp.Diff(wantTree, got); diff != "" {
		t.Error(diff)
	}

	r = write(t, dir, small)
	if diff := cmp.Diff(&Result{Dir: dir, Pages: 4, Bytes: 11, Unchanged: 4}, r); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantTree, tree(t, filepath.Dir(dir))); diff != "" {
		t.Errorf("a second write of the same site: %s", diff)
	}

	r = write(t, dir, map[string]string{"index.html": "<p>新", "suggestions/1.html": "一", "suggestions/2.html": "二", "a/b": "a file where a folder was"})
	want = &Result{Dir: dir, Pages: 4, Bytes: 37, New: []string{"a/b", "suggestions/2.html"}, Changed: []string{"index.html"},
		Dropped: []string{"a/b/c.css", "照片/桥.jpg"}, Unchanged: 1}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Error(diff)
	}

	r = write(t, dir, nil)
	if len(r.Dropped) != 4 || len(tree(t, dir)) != 1 {
		t.Error(r, tree(t, dir))
	}
}

func hash(s string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(s))) }

// Whatever the number of processors, the tree is the same.
func TestProcessors(t *testing.T) {
	texts := map[string]string{}
	for i := range 500 {
		texts[fmt.Sprintf("%d/%d.html", i%7, i)] = strings.Repeat("页", i)
	}
	parent := home(t)
	var trees []map[string]string
	for _, n := range []int{1, 2, 8} {
		old := runtime.GOMAXPROCS(n)
		dir := filepath.Join(parent, fmt.Sprint(n))
		write(t, dir, texts)
		runtime.GOMAXPROCS(old)
		trees = append(trees, tree(t, dir))
	}
	for _, other := range trees[1:] {
		if diff := cmp.Diff(trees[0], other); diff != "" {
			t.Error(diff)
		}
	}
}

func TestFailureLeavesThePublicTree(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	write(t, dir, small)
	texts := map[string]string{}
	for i := range 50 {
		texts[fmt.Sprintf("%d.html", i)] = "x"
	}
	broken := errors.New("template: no such word")
	failing := siteOf(texts)
	failing.Pages[30].Write = func(w io.Writer) error { io.WriteString(w, "half"); return broken }
	refused(t, failing, dir, failing.Pages[30].Path)
	if _, err := Write(failing, dir); !errors.Is(err, broken) {
		t.Errorf("%v hides its cause", err)
	}
	// No file system takes a name of 300 bytes: the write fails in the middle of the others.
	refused(t, siteOf(map[string]string{"a.html": "", strings.Repeat("b", 300): "", "c.html": ""}), dir, "bbb")
	refused(t, siteOf(map[string]string{"a.html": "", strings.Repeat("b", 300) + "/c.html": ""}), dir, "bbb")
}

func TestFolderRefused(t *testing.T) {
	s := siteOf(small)
	mine := func(names ...string) string {
		dir := filepath.Join(home(t), "public")
		for _, name := range names {
			name = filepath.Join(dir, name)
			if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte("mine"), 0o666)); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	refused(t, s, mine("thesis.docx"), "thesis.docx")
	refused(t, s, mine(".gitignore", "a/b/thesis.docx"), "a/b/thesis.docx")
	refused(t, s, mine("manifest.json"), "清单读不出来")

	dir := mine()
	write(t, dir, small)
	if err := os.WriteFile(filepath.Join(dir, "suggestions", "mine.pdf"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	refused(t, s, dir, "suggestions/mine.pdf")

	for text, words := range map[string]string{
		`{"name":"app","icons":[]}`:                                         "不是本程序生成",
		`{"generator":"gongshi","version":2}`:                               "更新的程序",
		`{"generator":"gongshi","version":1,"files":{"a":{"sha256":"12"}}}`: "清单读不出来",
	} {
		dir := mine("manifest.json")
		if err := os.WriteFile(filepath.Join(dir, "manifest.json"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		refused(t, s, dir, words)
	}

	parent := home(t)
	file := filepath.Join(parent, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	refused(t, s, file, "不是文件夹")
	content := filepath.Join(parent, "town", "content")
	if err := os.MkdirAll(content, 0o777); err != nil {
		t.Fatal(err)
	}
	refused(t, s, content, "套在一起", content)
	refused(t, s, filepath.Dir(content), "套在一起", content)
	refused(t, s, filepath.Join(content, "public"), "套在一起", content)
	if _, err := Write(s, filepath.Join(content, "not", "yet"), content); err == nil || !strings.Contains(err.Error(), "套在一起") {
		t.Error(err)
	}
	root := filepath.VolumeName(parent) + string(filepath.Separator)
	if _, err := Write(s, root); err == nil || !strings.Contains(err.Error(), "整个磁盘") {
		t.Error(err)
	}
	t.Chdir(content)
	refused(t, s, content, "正是在这个文件夹里运行")
	link := filepath.Join(parent, "link")
	if err := os.Symlink(content, link); err == nil {
		if _, err := Write(s, link, content); err == nil || !strings.Contains(err.Error(), "套在一起") {
			t.Error(err)
		}
	}
}

// What a system leaves in a folder that somebody looked at is no reason to refuse.
func TestFolderLookedAt(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	write(t, dir, small)
	for _, name := range []string{"Thumbs.db", "suggestions/.DS_Store", "suggestions/._1.html", "desktop.ini"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, small)
	if len(tree(t, dir)) != len(small)+1 {
		t.Error(tree(t, dir))
	}
}

func TestPathRefused(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	for _, paths := range [][]string{
		{""}, {"."}, {".."}, {"../a"}, {"a/../b"}, {"/etc/passwd"}, {"a//b"}, {"a/"}, {`a\b`}, {"c:/a"}, {"a?.html"}, {"a\x00"}, {"a\n"},
		{"con"}, {"a/NUL.html"}, {"com1.tar.gz"}, {"LPT².txt"}, {"a./b"}, {"a "}, {"Manifest.json"}, {"\xff"},
		{"a.html", "A.html"}, {"a", "a/b"}, {"a/b", "A/c"}, {"A", "a/b"}, {"a.html", "a.html"}, {"\u00e9", "e\u0301"},
	} {
		var pages []site.Page
		for _, p := range paths {
			pages = append(pages, site.Page{Path: p, Write: func(io.Writer) error { return nil }})
		}
		if _, err := Write(site.New(day, pages), dir); err == nil || !strings.Contains(err.Error(), "地址") {
			t.Errorf("%q: %v", paths, err)
		}
	}
	for _, p := range []string{"a", "console.html", "com10", "com", ".nojekyll", "data/v1/a.json", "照片.jpg", "lpt"} {
		if fault := pathFault(p); fault != "" {
			t.Errorf("%q: %s", p, fault)
		}
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestDotFilesStay(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	mine := map[string]string{".gitignore": "*", ".well-known/security.txt": "me", ".git/objects/1": "blob"}
	for name, text := range mine {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o640)); err != nil {
			t.Fatal(err)
		}
	}
	linked := os.Symlink("index.html", filepath.Join(dir, ".link")) == nil
	for range 2 {
		write(t, dir, map[string]string{"index.html": "a", ".nojekyll": ""})
		got := tree(t, dir)
		for name, text := range mine {
			if got[name] != text {
				t.Errorf("%s: %q", name, got[name])
			}
		}
		if to, err := os.Readlink(filepath.Join(dir, ".link")); linked && (err != nil || to != "index.html") {
			t.Error(to, err)
		}
		if _, ok := got[".nojekyll"]; !ok {
			t.Error("a page that starts with a dot is missing")
		}
	}
	write(t, dir, map[string]string{"index.html": "a"})
	if _, ok := tree(t, dir)[".nojekyll"]; ok {
		t.Error("a dropped page stays because it starts with a dot")
	}
}

// A file system without links gets copies.
func TestDuplicate(t *testing.T) {
	old := filepath.Join(home(t), "old")
	if err := os.WriteFile(old, []byte("text"), 0o640); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(old)
	if err != nil {
		t.Fatal(err)
	}
	if err := duplicate(old, old+"2", info); err != nil {
		t.Fatal(err)
	}
	copied, err := os.Stat(old + "2")
	if err != nil || copied.Mode() != info.Mode() || !copied.ModTime().Equal(info.ModTime()) || copied.Size() != 4 {
		t.Error(copied, err)
	}
}

func TestLinkedFolder(t *testing.T) {
	parent := home(t)
	real := filepath.Join(parent, "disk", "board")
	if err := os.MkdirAll(real, 0o750); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(parent, "public")
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	r := write(t, link, small)
	if r.Dir != real || len(tree(t, real)) != len(small)+1 {
		t.Error(r.Dir, tree(t, real))
	}
	if to, err := os.Readlink(link); err != nil || to != real {
		t.Error(to, err)
	}
	if info, err := os.Stat(real); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o750 {
		t.Error(info.Mode(), err)
	}
	if err := os.Symlink(filepath.Join(parent, "gone"), filepath.Join(parent, "dangling")); err != nil {
		t.Fatal(err)
	}
	refusedLink := filepath.Join(parent, "dangling")
	if _, err := Write(siteOf(small), refusedLink); err == nil || !strings.Contains(err.Error(), "链接") {
		t.Error(err)
	}
}

func TestOneBuildAtATime(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	started, goOn := make(chan bool), make(chan bool)
	slow := site.New(day, []site.Page{{Path: "index.html", Write: func(io.Writer) error {
		started <- true
		<-goOn
		return nil
	}}})
	done := make(chan error)
	go func() {
		_, err := Write(slow, dir)
		done <- err
	}()
	<-started
	_, err := Write(siteOf(small), dir)
	if err == nil || !strings.Contains(err.Error(), "另一次生成正在进行") {
		t.Error(err)
	}
	goOn <- true
	if err := <-done; err != nil {
		t.Error(err)
	}
	write(t, dir, small)
}

func TestErrorWords(t *testing.T) {
	for err, want := range map[error]string{
		&Error{Path: "a", Text: "坏"}:                                              "a：坏",
		&Error{Path: "a", Text: "坏", Hint: "修"}:                                   "a：坏。修",
		&Error{Path: "a", Text: "坏", Hint: "修", Err: errors.New("EIO")}:           "a：坏。修（EIO）",
		writing("a", &fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission}): "a：没有写入的权限。换一个文件夹，或请管理员改权限；已公开的内容没有动（open a: permission denied）",
		writing("b", &Error{Path: "a", Text: "坏"}):                                "a：坏",
	} {
		if err.Error() != want {
			t.Errorf("%s, want %s", err, want)
		}
	}
}

// An unchanged page is the same file as before, but never one that somebody wrote into.
func TestUnchangedKeepsItsTime(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	write(t, dir, small)
	long := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for name, text := range small {
		name = filepath.Join(dir, name)
		if text == "一" {
			if err := os.WriteFile(name, []byte("二"), 0o666); err != nil { // same size
				t.Fatal(err)
			}
		}
		if err := os.Chtimes(name, long, long); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, small)
	for name, text := range small {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.ModTime().Equal(long) != (text != "一") {
			t.Error(name, info.ModTime(), err)
		}
	}
	if got := tree(t, dir)["suggestions/1.html"]; got != "一" {
		t.Error(got)
	}
}

// Ten thousand pages of 4 KB: onto an empty disk, again, and with one in a hundred changed.
func BenchmarkWrite(b *testing.B) {
	var edition atomic.Int64
	text := strings.Repeat("公示内容。\n", 256)
	pages := make([]site.Page, 10_000)
	for i := range pages {
		pages[i] = site.Page{Path: fmt.Sprintf("suggestions/%d/%05d.html", i%20, i), Write: func(w io.Writer) error {
			if i%100 == 0 {
				fmt.Fprint(w, edition.Load())
			}
			_, err := io.WriteString(w, text)
			return err
		}}
	}
	s := site.New(day, pages)
	write := func(b *testing.B, dir string) {
		if _, err := Write(s, dir); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			write(b, filepath.Join(b.TempDir(), strconv.Itoa(i)))
		}
	})
	b.Run("same", func(b *testing.B) {
		dir := filepath.Join(b.TempDir(), "public")
		write(b, dir)
		b.ReportAllocs()
		for b.Loop() {
			write(b, dir)
		}
	})
	b.Run("changed", func(b *testing.B) {
		dir := filepath.Join(b.TempDir(), "public")
		write(b, dir)
		b.ReportAllocs()
		for b.Loop() {
			edition.Add(1)
			write(b, dir)
		}
	})
}
