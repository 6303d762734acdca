package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/record"
)

// The README's record is the specimen's, and its message is what the command prints.
func TestReadmeExamples(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	given, err := os.ReadFile("../../content/suggestions/2025-012.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "## A record and the page it becomes")
	example, rest, _ := strings.Cut(rest, "It becomes")
	lines := 0
	for line := range strings.Lines(example) {
		line, indented := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ")
		line, _, _ = strings.Cut(line, "……") // shortened in the README
		if indented && line != "" {
			lines++
			if !strings.Contains(string(given), line) {
				t.Errorf("the specimen's record has no %q", line)
			}
		}
	}
	if lines < 15 {
		t.Errorf("the README shows only %d lines of the record", lines)
	}

	town := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(town, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	slip := bytes.Replace(given, []byte(`satisfaction = "基本满意"`), []byte(`satisfaction = "满议"`), 1)
	if err := os.WriteFile(filepath.Join(town, "suggestions/2025-012.md"), slip, 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	code := run([]string{"check", "--content", town}, &terminal{out: &out, err: &out, words: wordsFor(nil, func(string) string { return "" }), today: record.Date{Year: 2026, Month: 1, Day: 1}})
	if code != exitRecords {
		t.Errorf("exit code %d, want %d", code, exitRecords)
	}
	_, shown, _ := strings.Cut(rest, "    content/suggestions/2025-012.md")
	shown, _, _ = strings.Cut(shown, "\n\n")
	want := "content/suggestions/2025-012.md" + strings.ReplaceAll(shown, "\n    ", "\n")
	if got := strings.ReplaceAll(filepath.ToSlash(out.String()), filepath.ToSlash(town), "content"); !strings.Contains(got, want) {
		t.Errorf("the command prints\n%s\nthe README shows\n%s", got, want)
	}
}
