package main

import (
	"io/fs"
	"strings"
	"testing"

	"gongshi/generator"
	"gongshi/generator/record"
	"gongshi/themes"
)

// The starter is fine as it is, on its own day, and has a record of every kind.
func TestStarterIsFine(t *testing.T) {
	town, err := fs.Sub(starter, "starter")
	if err != nil {
		t.Fatal(err)
	}
	_, problems, err := generator.Build(generator.Options{Content: town, Theme: themes.Default()})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%v: %s: %s [%s]", p.Pos, p.Level, p.Text, p.Rule)
	}
	for _, k := range record.Kinds() {
		if _, err := fs.Stat(town, k.Folder); err != nil && k.Name != sealed {
			t.Errorf("the starter has no %s", k.Name)
		}
	}
}

// sealed is the kind that the program writes itself: a starter that held one could not be changed to one's own.
const sealed = "seal"

// Every record of the starter explains itself, at least the first of its kind; nothing in it is of the specimen.
func TestStarterIsExplained(t *testing.T) {
	explained := map[string]bool{}
	err := fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		folder, _, _ := strings.Cut(strings.TrimPrefix(name, "starter/"), "/")
		explained[folder] = explained[folder] || strings.Contains(string(b), "\n## ") || strings.HasPrefix(string(b), "## ")
		for _, word := range []string{"石萝", "澄陵", "何雪梅", "彭立新"} {
			if strings.Contains(string(b), word) {
				t.Errorf("%s has %s of the specimen", name, word)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range record.Kinds() {
		if !explained[k.Folder] && k.Name != sealed {
			t.Errorf("no %s of the starter has an explanation", k.Name)
		}
	}
}
