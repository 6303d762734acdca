//go:build unix

package paper_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"gongshi/generator/paper"
)

// A browser that is killed half-way leaves whole what was printed, and what is missing is named.
func TestKilledBrowser(t *testing.T) {
	s, out, dir := town(t), t.TempDir(), t.TempDir()
	script, number := filepath.Join(dir, "browser"), filepath.Join(dir, "number")
	if err := os.WriteFile(script, fmt.Appendf(nil, "#!/bin/sh\necho $$ > %s\nexec %s \"$@\"\n", number, browser(t)), 0o777); err != nil {
		t.Fatal(err)
	}
	sheets := chosen(t, s)
	killed := false
	printed, err := paper.Print(t.Context(), paper.Job{Site: s, Sheets: sheets, Browser: script, Out: out, Tell: func(paper.Printed) {
		if killed {
			return
		}
		killed = true
		data, err := os.ReadFile(number)
		if err != nil {
			t.Error(err)
			return
		}
		pid, _ := strconv.Atoi(strings.TrimSpace(string(data)))
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
			t.Error(err)
		}
	}})
	left, ok := errors.AsType[*paper.Unfinished](err)
	if !ok || len(printed) == 0 || len(printed)+len(left.Missing) != len(sheets) {
		t.Fatalf("printed %d, missing %v: %v", len(printed), left, err)
	}
	var want []string
	for _, p := range printed {
		want = append(want, p.Name+".pdf")
		if pdf, err := os.ReadFile(p.File); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf[len(pdf)-32:], []byte("%%EOF")) {
			t.Errorf("%s is not whole: %v", p.File, err)
		}
	}
	if got := files(t, out); !slices.Equal(got, want) {
		t.Errorf("the folder has %v, printed were %v", got, want)
	}
}
