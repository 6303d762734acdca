package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gongshi": main})
}

// The scripts run the command as people do. Besides testscript's own commands they have:
//
//	exits CODE gongshi …   run a command that must end with an exit code
//	remember DIR           note every file of a folder
//	unchanged DIR          fail when a file of a remembered folder is new, gone or different
//	edit FILE OLD NEW      put NEW in the place of the first OLD, as an editor would
//	zipped DIR FILE        put a folder into a zip, under its own name
//	gbk FILE               save a file as Notepad's “ANSI” does
//	problems FILE COUNT    FILE is the JSON of check: an array of that many problems, each whole
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "remember": remember, "unchanged": unchanged, "edit": edit, "zipped": zipped, "gbk": gbk, "problems": problems,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command …")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("%v exits with %d, not %d", args[1:], code, want)
	}
}

type tree map[string]string

func readTree(ts *testscript.TestScript, dir string) tree {
	files := tree{}
	fsys := os.DirFS(ts.MkAbs(dir))
	ts.Check(fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		files[name] = string(b)
		return err
	}))
	return files
}

var (
	lock       sync.Mutex
	remembered = map[string]tree{} // by absolute path; each script has folders of its own
)

func remember(ts *testscript.TestScript, _ bool, args []string) {
	lock.Lock()
	defer lock.Unlock()
	remembered[ts.MkAbs(args[0])] = readTree(ts, args[0])
}

func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	lock.Lock()
	defer lock.Unlock()
	before, ok := remembered[ts.MkAbs(args[0])]
	if !ok {
		ts.Fatalf("%s was not remembered", args[0])
	}
	now := readTree(ts, args[0])
	differs := ""
	for name, data := range now {
		if old, ok := before[name]; !ok || old != data {
			differs = name
		}
	}
	for name := range before {
		if _, ok := now[name]; !ok {
			differs = name
		}
	}
	if (differs != "") != neg {
		ts.Fatalf("changed in %s: %q", args[0], differs)
	}
}

func edit(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o644))
}

func zipped(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	z := zip.NewWriter(f)
	for name, data := range readTree(ts, args[0]) {
		w, err := z.Create(args[0] + "/" + name)
		ts.Check(err)
		_, err = io.WriteString(w, data)
		ts.Check(err)
	}
	ts.Check(errors.Join(z.Close(), f.Close()))
}

func gbk(ts *testscript.TestScript, _ bool, args []string) {
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}

func problems(ts *testscript.TestScript, _ bool, args []string) {
	d := json.NewDecoder(bytes.NewReader([]byte(ts.ReadFile(args[0]))))
	d.DisallowUnknownFields()
	var list []struct {
		File, Level, Rule, Text, Hint *string
		Line, Col                     *int
		Also                          *[]struct {
			File, Text *string
			Line, Col  *int
		}
	}
	ts.Check(d.Decode(&list))
	if want, err := strconv.Atoi(args[1]); err != nil || list == nil || len(list) != want {
		ts.Fatalf("%d problems, not %s", len(list), args[1])
	}
	for _, p := range list {
		if p.File == nil || p.Level == nil || p.Rule == nil || p.Text == nil || p.Hint == nil || p.Line == nil || p.Col == nil || p.Also == nil {
			ts.Fatalf("a problem lacks a key: %+v", p)
		}
		if *p.File == "" || filepath.ToSlash(*p.File) != *p.File || *p.Text == "" || *p.Rule == "" || *p.Hint == "" || *p.Level != "error" && *p.Level != "warning" {
			ts.Fatalf("a problem is not whole: %s %s %s %s %s", *p.File, *p.Level, *p.Rule, *p.Text, *p.Hint)
		}
		for _, a := range *p.Also {
			if a.File == nil || a.Line == nil || a.Col == nil || a.Text == nil {
				ts.Fatalf("a related place lacks a key: %+v", a)
			}
		}
	}
}
