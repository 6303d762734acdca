package publish_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/publish"
)

// sums are of the texts a and b.
const (
	sumOfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
	sumOfB = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
)

func copyOf(folder, manifest string, files map[string]string) fstest.MapFS {
	m := fstest.MapFS{folder + "manifest.json": &fstest.MapFile{Data: []byte(manifest)}}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

const listsTwo = `{"generator":"gongshi","version":1,"on":"2025-12-31","files":{"a.html":{"sha256":"` + sumOfA + `","size":1},"u/b.html":{"sha256":"` + sumOfB + `","size":1}}}`

func TestVerify(t *testing.T) {
	for _, c := range []struct {
		name  string
		site  fstest.MapFS
		want  string // faults
		error string
	}{
		{"whole", copyOf("", listsTwo, map[string]string{"a.html": "a", "u/b.html": "b", ".gitignore": "*", "Thumbs.db": "x"}), "", ""},
		{"in one folder", copyOf("site/", listsTwo, map[string]string{"site/a.html": "a", "site/u/b.html": "b", "__MACOSX/x": "x"}), "", ""},
		{"beside the folder", copyOf("site/", listsTwo, map[string]string{"site/a.html": "a", "site/u/b.html": "b", "evil.html": "x", "other/evil.html": "x"}), "evil.html extra, other extra", ""},
		{"differs", copyOf("", listsTwo, map[string]string{"a.html": "A", "u/c.html": "b"}), "a.html changed, u/b.html missing, u/c.html extra", ""},
		{"longer", copyOf("", listsTwo, map[string]string{"a.html": "ab", "u/b.html": "b"}), "a.html changed", ""},
		{"no manifest", fstest.MapFS{"a.html": &fstest.MapFile{}}, "", "没有清单"},
		{"broken manifest", copyOf("", "{", nil), "", "读不出来"},
		{"foreign manifest", copyOf("", `{"name":"another program"}`, nil), "", "不是本程序写的"},
		{"newer manifest", copyOf("", `{"generator":"gongshi","version":9}`, nil), "", "更新的程序"},
	} {
		v, err := publish.Verify(c.site)
		if c.error != "" {
			var e *publish.Error
			if !errors.As(err, &e) || !strings.Contains(e.Text, c.error) {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var faults []string
		for _, f := range v.Faults {
			faults = append(faults, fmt.Sprint(f.Path, " ", f.Kind))
		}
		if got := strings.Join(faults, ", "); got != c.want || v.Files != 2 || v.On != "2025-12-31" {
			t.Errorf("%s: %q of %d files on %s, want %q", c.name, got, v.Files, v.On, c.want)
		}
	}
}

// A link that leads out of the copy is not read.
func TestVerifyStaysInside(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	if err := errors.Join(os.MkdirAll(filepath.Join(site, "u"), 0o755), os.WriteFile(filepath.Join(dir, "outside.html"), []byte("a"), 0o644),
		os.WriteFile(filepath.Join(site, "manifest.json"), []byte(listsTwo), 0o644), os.WriteFile(filepath.Join(site, "u/b.html"), []byte("b"), 0o644)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../outside.html", filepath.Join(site, "a.html")); err != nil {
		t.Log("this system makes no links: ", err)
		return
	}
	root, err := os.OpenRoot(site)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	v, err := publish.Verify(root.FS())
	if err != nil || len(v.Faults) != 1 || v.Faults[0] != (publish.Fault{Path: "a.html", Kind: publish.FaultChanged}) {
		t.Errorf("a file outside the copy was taken for one of it: %+v, %v", v, err)
	}
}
