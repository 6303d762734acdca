package generator_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
	"gongshi/generator/content"
	"gongshi/themes"
)

// A photograph as a telephone saves it tells where it was taken. What is published does not.
func TestPhotosTellNoPlace(t *testing.T) {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	where := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00 28.1234N 112.9876E"
	photo := append([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, byte(len(where) + 2)}, where...)
	photo = append(photo, plain.Bytes()[2:]...)

	records := goldenRecords(t)
	records["photos/visit.jpg"] = &fstest.MapFile{Data: photo}
	for name, f := range records {
		if strings.HasPrefix(name, "deeds/") {
			f.Data = append(f.Data, "\n![走访](../photos/visit.jpg)\n"...)
		}
	}
	files, problems := build(t, generator.Options{Content: records, Theme: themes.Default()})
	if problems.Errors() > 0 {
		t.Error(problems)
	}
	got, ok := files["photos/visit.jpg"]
	if !ok || !bytes.Equal(got, plain.Bytes()) {
		t.Errorf("published: %v, %q", ok, got[:min(len(got), 60)])
	}
	for name, data := range files {
		if bytes.Contains(data, []byte("28.1234N")) {
			t.Errorf("%s tells where a photograph was taken", name)
		}
	}
}

// goldenRecords are the golden small town's records.
func goldenRecords(t *testing.T) fstest.MapFS {
	t.Helper()
	records := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/town"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/town/" + name)
		records[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// A file from which what it tells cannot be taken is told before anything is built, and so is a document that names someone.
func TestFilesThatTell(t *testing.T) {
	for _, c := range []struct {
		name, link, data string
		rule, text, hint string
	}{
		{"photos/a.jpg", "![走访](../photos/a.jpg)", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "photo-readable", "HEIC", "请另存为 JPEG 或 PNG"},
		{"files/a.tif", "[扫描件](../files/a.tif)", "II*\x00\x08\x00\x00\x00", "photo-readable", "TIFF", "请另存为 JPEG 或 PNG"},
		{"photos/a.jpg", "[照片](../photos/a.jpg)", "\xFF\xD8\xFF\xE0\x00\x10JFIF", "photo-readable", "不完整", "换一份"},
		{"photos/a.jpg", "![走访](../photos/a.jpg)", "", "photo-readable", "不是能公开的图片", "另存为 JPEG"},
		{"files/a.doc", "[表](../files/a.doc)", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "attachment-author", "旧格式", "另存为新格式"},
		{"files/a.pdf", "[表](../files/a.pdf)", "%PDF-1.4 <</Author(Zhang San)>>", "attachment-author", "Zhang San", "删去作者"},
		{"files/a.svg", "[图](../files/a.svg)", "<svg onload='alert(1)'/>", "attachment-inert", "可以藏程序", "另存为 PNG"},
		{"photos/a.svg", "![图](../photos/a.svg)", "<svg/>", "attachment-inert", "可以藏程序", "另存为 PNG"},
		{"files/a.pdf", "[表](../files/a.pdf)", "<!doctype html><script>", "attachment-inert", "可以藏程序", "另存为 PDF"},
		{"files/a.exe", "[表](../files/a.exe)", "MZ", "attachment-inert", "会运行", "另存为 PDF"},
		{"files/a.mp4", "[录像](../files/a.mp4)", "\x00\x00\x00\x20ftypisom", "", "", ""},
	} {
		files := goldenRecords(t)
		files[c.name] = &fstest.MapFile{Data: []byte(c.data)}
		for name, f := range files {
			if strings.HasPrefix(name, "deeds/") {
				f.Data = append(f.Data, "\n"+c.link+"\n"...)
			}
		}
		_, _, problems := generator.Check(generator.Options{Content: files})
		problems = slices.DeleteFunc(problems, func(p content.Problem) bool { return p.Rule == "markdown" }) // the town shows a tag as text
		if c.rule == "" {
			if len(problems) > 0 {
				t.Error(c.name, problems)
			}
			continue
		}
		if len(problems) != 1 || problems[0].Rule != c.rule || !strings.Contains(problems[0].Text, c.text) || !strings.Contains(problems[0].Hint, c.hint) || problems[0].Pos.Line == 0 {
			t.Errorf("%s, %s: %+v", c.name, c.text, problems)
		}
	}
}
