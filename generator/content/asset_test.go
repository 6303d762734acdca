package content_test

import (
	"testing"
	"testing/fstest"
	"time"

	"gongshi/generator/content"
)

// A folder that is read again looks again only at what has changed.
func TestFolderRemembers(t *testing.T) {
	files := fstest.MapFS{"a.gif": {Data: []byte("GIF89a"), ModTime: time.Unix(1, 0)}}
	folder := &content.Folder{FS: files}
	look := func() content.Look {
		read, problems := content.Read(folder)
		if len(read) != 1 || len(problems) > 0 {
			t.Fatal(read, problems)
		}
		return read[0].Look()
	}
	if l := look(); !l.Picture || l.Fault == "" {
		t.Errorf("%+v", l)
	}
	files["a.gif"].Data = []byte("nogif.")
	if l := look(); !l.Picture { // of the same size and time
		t.Errorf("%+v", l)
	}
	files["a.gif"].ModTime = time.Unix(2, 0)
	if l := look(); l.Picture || l.Fault != "" {
		t.Errorf("%+v", l)
	}
	files["a.gif"].ModTime = time.Time{} // a system without times
	look()
	files["a.gif"].Data = []byte("GIF89a")
	if l := look(); !l.Picture {
		t.Errorf("%+v", l)
	}
	delete(files, "a.gif")
	if read, _ := content.Read(folder); len(read) != 0 {
		t.Error(read)
	}
}
