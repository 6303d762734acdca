package active

import (
	"strings"
	"testing"
)

func TestSort(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"a.svg", "", "网页"},
		{"a.SVG", "<svg xmlns='http://www.w3.org/2000/svg'>", "网页"},
		{"a.html", "\xFF\xD8\xFF\xE0\x00\x10JFIF", "网页"}, // a picture by its bytes, a page for every server
		{"a.pdf", "<html><script>alert(1)</script>", "网页"},
		{"a.txt", "\xEF\xBB\xBF \r\n<?xml version='1.0'?><svg/>", "网页"},
		{"a.doc", "\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", "网页"}, // what old Word saves as a page
		{"a.doc", "<!-- --><html>", "网页"},
		{"a.xls", "\xFE\xFF\x00<\x00t\x00a\x00b\x00l\x00e\x00>", "网页"},
		{"a.js", "", "程序"},
		{"a.pdf", "MZ\x90\x00", "程序"},
		{"a", "#!/bin/sh", "程序"},
		{"名单.exe", "", "程序"},
		{"a.pdf", "%PDF-1.7", ""},
		{"a.docx", "PK\x03\x04", ""},
		{"a.txt", "<通知>各村：", ""},
		{"a.csv", "序号,标题\n1,<b>", ""},
		{"a.txt", "<", ""},
		{"a.txt", "", ""},
		{"a.jpg", "\xFF\xD8\xFF\xE0", ""},
	} {
		if got := Sort(c.name, []byte(c.head)); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("Sort(%q, %q) = %q, want …%s…", c.name, c.head, got, c.want)
		}
	}
}
