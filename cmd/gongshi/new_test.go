package main

import (
	"regexp"
	"testing"
	"testing/fstest"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var optional = regexp.MustCompile(`(?m)^# `)

// With every optional line switched on, as a clerk does by taking “# ” away, a new record still reads whole: all that may
// be wrong is that it names records that are not there.
func TestEveryLineOfANewRecordReads(t *testing.T) {
	for _, k := range record.Kinds() {
		name := k.Path("2026-001")
		text := optional.ReplaceAllString(k.Template("2026-001"), "")
		files, problems := content.Read(fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}})
		_, more := record.Load(files)
		for _, p := range append(problems, more...) {
			if p.Rule != "reference" && p.Rule != "file-missing" {
				t.Errorf("%v: %s [%s]", p.Pos, p.Text, p.Rule)
			}
		}
	}
}
