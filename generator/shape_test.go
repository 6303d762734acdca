package generator_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/record"
	"gongshi/themes"
)

// flow is the order of the packages: each imports only ones before it. preview and publish stand beside each other, so
// does everything after site but cmd.
var flow = []string{
	"gongshi/generator/content",
	"gongshi/generator/record",
	"gongshi/generator/check",
	"gongshi/generator/board",
	"gongshi/generator/audit",
	"gongshi/generator/proof",
	"gongshi/generator/opendata",
	"gongshi/generator/site",
	"gongshi/generator/publish",
	"gongshi/generator/paper",
	"gongshi/generator/preview",
	"gongshi/generator",
	"gongshi/cmd/gongshi",
}

// besides lists pairs that the order would allow and the design does not.
var besides = map[[2]string]string{
	{"gongshi/generator/board", "gongshi/generator/check"}:     "figures do not depend on rules",
	{"gongshi/generator/site", "gongshi/generator/check"}:      "pages do not depend on rules",
	{"gongshi/generator/site", "gongshi/generator/audit"}:      "pages do not depend on rules",
	{"gongshi/generator/opendata", "gongshi/generator/check"}:  "data do not depend on rules",
	{"gongshi/generator/opendata", "gongshi/generator/audit"}:  "data do not depend on rules",
	{"gongshi/generator/preview", "gongshi/generator/publish"}: "a preview writes nothing",
	{"gongshi/generator/paper", "gongshi/generator/publish"}:   "what is printed is not published",
	{"gongshi/generator/preview", "gongshi/generator/paper"}:   "a preview prints nothing",
}

func TestImportsFollowTheFlow(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "gongshi/generator/...", "gongshi/cmd/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, p := range flow {
		at[p] = i
	}
	seen := 0
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(p.ImportPath, "/internal/") {
			continue // a package's own inner parts
		}
		place, known := at[p.ImportPath]
		if !known {
			t.Errorf("%s has no place in the flow", p.ImportPath)
			continue
		}
		seen++
		for _, i := range p.Imports {
			if q, ours := at[i]; ours && q >= place {
				t.Errorf("%s imports %s, which comes later", p.ImportPath, i)
			}
			if why, not := besides[[2]string{p.ImportPath, i}]; not {
				t.Errorf("%s imports %s: %s", p.ImportPath, i, why)
			}
		}
	}
	if seen != len(flow) {
		t.Errorf("found %d of the %d packages of the flow", seen, len(flow))
	}
}

// Only the edges may touch the machine: no os, net or clock in what reads, checks, computes and lays out.
func TestInnerPackagesTouchNoMachine(t *testing.T) {
	for _, p := range []string{"content", "record", "check", "board", "audit", "proof", "opendata", "site", "."} {
		files, err := filepath.Glob(filepath.Join(p, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", p, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, bad := range []string{`"os"`, `"net"`, `"net/http"`, `"os/exec"`, `"math/rand"`, `"crypto/rand"`, "time.Now(", "time.Local"} {
				if bytes.Contains(b, []byte(bad)) {
					t.Errorf("%s uses %s", file, bad)
				}
			}
		}
	}
}

// Every kind of record has its template, its file in record/, and its heading in the clerks' manual.
func TestEveryKindIsComplete(t *testing.T) {
	manual, err := os.ReadFile("../content/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range record.Kinds() {
		if k.Template("2026-001") == "" {
			t.Errorf("%s: empty template", k.Name)
		}
		if _, err := os.Stat("record/" + k.Name + ".go"); err != nil {
			t.Errorf("%s has no file of its own in record/", k.Name)
		}
		if heading := "### " + k.Term + " " + k.Name + "\n"; !bytes.Contains(manual, []byte(heading)) {
			t.Errorf("content/README.md has no heading %q", strings.TrimSpace(heading))
		}
	}
}

// No Chinese stands in templates: what residents read comes from the word lists.
func TestTemplatesHoldNoWords(t *testing.T) {
	err := fs.WalkDir(themes.Default(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".html" {
			return err
		}
		b, err := fs.ReadFile(themes.Default(), path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(b), "\n") {
			for _, r := range line {
				if r >= 0x4E00 && r <= 0x9FFF {
					t.Errorf("%s:%d holds Chinese words: %s", path, i+1, strings.TrimSpace(line))
					break
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
