package typeface

import (
	"strings"
	"testing"
)

func TestFault(t *testing.T) {
	// one table of 4 bytes that follows the list
	const font = "OTTO\x00\x01\x00\x10\x00\x00\x00\x00" + "cmap\x00\x00\x00\x00\x00\x00\x00\x1C\x00\x00\x00\x04"
	for _, c := range []struct {
		name, head string
		size       int64
		want       string
	}{
		{"a font", font, 32, ""},
		{"TrueType", "\x00\x01\x00\x00" + font[4:], 32, ""},
		{"TrueType of a Mac", "true" + font[4:], 32, ""},
		{"not copied whole", font, 31, "不完整"},
		{"the list of tables not whole", font[:20], 20, "不完整"},
		{"only the mark", "OTTO", 4, "不完整"},
		{"no tables", "OTTO\x00\x00\x00\x10\x00\x00\x00\x00", 12, "不完整"},
		{"WOFF2", "wOF2OTTO\x00\x00\x00\x20", 32, ""},
		{"WOFF2 not whole", "wOF2OTTO\x00\x00\x00\x20", 30, "不完整"},
		{"a collection", "ttcf\x00\x02\x00\x00", 100, "TTC"},
		{"WOFF", "wOFFOTTO", 100, "WOFF"},
		{"a page", "<!doctype html>", 100, "不是字体"},
		{"a zip", "PK\x03\x04", 100, "不是字体"},
		{"empty", "", 0, "不是字体"},
	} {
		if got := Fault([]byte(c.head), c.size); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want …%s…", c.name, got, c.want)
		} else if got != "" && strings.Count(got, "；") != 1 {
			t.Errorf("%s: %q does not say what to do", c.name, got)
		}
	}
}
