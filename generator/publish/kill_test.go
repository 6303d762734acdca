package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What a run killed at each point leaves, by hand: then the next run must find the way.
func TestAfterAKill(t *testing.T) {
	old := map[string]string{"index.html": "old", "gone.html": "x"}
	for name, kill := range map[string]func(dir string) error{
		"while writing": func(dir string) error {
			next := beside(dir, "next-1")
			return errors.Join(os.MkdirAll(filepath.Join(next, "a"), 0o777), os.WriteFile(filepath.Join(next, "a", "half"), nil, 0o666))
		},
		"after the exchange": func(dir string) error { return os.CopyFS(beside(dir, "next-77"), os.DirFS(dir)) },
		"after the first rename": func(dir string) error {
			return errors.Join(os.CopyFS(beside(dir, "next-1"), os.DirFS(dir)), os.Rename(dir, beside(dir, "old")))
		},
		"after the second rename": func(dir string) error { return os.CopyFS(beside(dir, "old"), os.DirFS(dir)) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(home(t), "public")
			write(t, dir, old)
			if err := kill(dir); err != nil {
				t.Fatal(err)
			}
			// A failing run first: it must already put the old tree back.
			if _, err := Write(siteOf(map[string]string{strings.Repeat("b", 300): ""}), dir); err == nil {
				t.Error("no error")
			}
			if got := tree(t, dir); got["index.html"] != "old" || len(got) != 3 {
				t.Error(got)
			}
			r := write(t, dir, map[string]string{"index.html": "new"})
			if len(r.Changed) != 1 || len(r.Dropped) != 1 || len(r.New) != 0 {
				t.Error(r)
			}
			beside, err := os.ReadDir(filepath.Dir(dir))
			if err != nil || len(beside) != 2 {
				t.Error(beside, err)
			}
		})
	}
}

// A folder that only looks like ours is left alone.
func TestSiblingsStay(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	for _, name := range []string{".public.next-step", "public.old", ".public2.next-1"} {
		if err := os.Mkdir(filepath.Join(filepath.Dir(dir), name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, small)
	if beside, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(beside) != 5 {
		t.Error(beside, err)
	}
}

func TestExchangeByRename(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	next := beside(dir, "next-1")
	write(t, dir, map[string]string{"index.html": "old"})
	write(t, next, map[string]string{"index.html": "new"})
	if err := exchangeByRename(next, dir); err != nil {
		t.Fatal(err)
	}
	if tree(t, dir)["index.html"] != "new" || tree(t, next)["index.html"] != "old" {
		t.Error(tree(t, dir), tree(t, next))
	}
	if err := os.RemoveAll(next); err != nil {
		t.Fatal(err)
	}
	err := exchangeByRename(next, dir) // nothing to put in: the second rename fails
	if !errors.Is(err, fs.ErrNotExist) || tree(t, dir)["index.html"] != "new" {
		t.Error(err, tree(t, dir))
	}
	if _, err := os.Lstat(beside(dir, "old")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// Runs are killed for good, at moments by chance; what is public is one whole site each time.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("GONGSHI_TEST_WRITE"); dir != "" {
		for i := 0; ; i++ {
			if _, err := Write(siteOf(edition(i)), dir); err != nil {
				fmt.Println(err)
				os.Exit(3)
			}
		}
	}
	dir := filepath.Join(home(t), "public")
	write(t, dir, edition(0))
	chance := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		c := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		c.Env = append(os.Environ(), "GONGSHI_TEST_WRITE="+dir)
		var out strings.Builder
		c.Stdout = &out
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(30+chance.IntN(60)) * time.Millisecond)
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err, out.String())
		}
		c.Wait()
		if _, err := os.Stat(dir); err != nil { // between two renames
			if err := recoverFrom(dir); err != nil {
				t.Fatal(err)
			}
		}
		got := tree(t, dir)
		i, err := strconv.Atoi(got["0.html"])
		if err != nil {
			t.Fatal(err, out.String())
		}
		want := edition(i)
		if len(got) != len(want)+1 {
			t.Errorf("%d files, want %d and a manifest", len(got), len(want))
		}
		for name, text := range want {
			if got[name] != text {
				t.Errorf("%s: %q, want %q", name, got[name], text)
			}
		}
	}
	write(t, dir, small)
	if beside, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(beside) != 2 {
		t.Error(beside, err)
	}
}

// edition is one of a row of sites that differ in every page.
func edition(i int) map[string]string {
	texts := map[string]string{}
	for n := range 40 + i%3 {
		texts[fmt.Sprintf("%d.html", n)] = strconv.Itoa(i)
	}
	return texts
}
