package generator_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
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

	content := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/town"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/town/" + name)
		content[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	content["photos/visit.jpg"] = &fstest.MapFile{Data: photo}
	for name, f := range content {
		if strings.HasPrefix(name, "deeds/") {
			f.Data = append(f.Data, "\n![走访](../photos/visit.jpg)\n"...)
		}
	}
	files, problems := build(t, generator.Options{Content: content, Theme: themes.Default()})
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
