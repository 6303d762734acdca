// Package active tells files that do something when they are opened: pages and drawings with scripts, and programs.
//
// In the portal's name such a file could show a false board, or run on a resident's computer. A server goes by a file's
// name and a browser by its first bytes, so either is enough.
package active

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// Head is how many bytes of a file Sort looks at: as many as browsers do (WHATWG MIME Sniffing, the resource header).
const Head = 1445

// Sort tells, in the clerk's words, what a file would do by its name and its first bytes; empty for one that only shows.
func Sort(name string, head []byte) string {
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	head = head[:min(len(head), Head)]
	switch {
	case slices.Contains(programs, ending) || bytes.HasPrefix(head, []byte("MZ")) || bytes.HasPrefix(head, []byte("\x7FELF")) || bytes.HasPrefix(head, []byte("#!")):
		return "是程序或脚本，打开就会运行"
	case slices.Contains(pages, ending) || markup(head):
		return "是网页一类的文件（HTML、SVG、XML 等），里面可以藏程序"
	}
	return ""
}

// pages are the endings of what browsers show as a page, with its scripts.
var pages = []string{"css", "dtd", "htm", "html", "mht", "mhtml", "rdf", "shtm", "shtml", "svg", "svgz", "webarchive", "xht", "xhtml", "xml", "xsl", "xslt"}

// programs are the endings of what computers run.
var programs = []string{
	"apk", "app", "bat", "cgi", "chm", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "jar", "js", "jse", "jsp", "asp", "aspx", "lnk", "mjs", "msc",
	"msi", "php", "pif", "ps1", "reg", "scf", "scr", "sh", "swf", "url", "vb", "vbe", "vbs", "wasm", "website", "wsf", "wsh",
}

// markup tells whether a text begins with a tag, in UTF-8 or UTF-16. An angle bracket before Chinese is no tag.
func markup(head []byte) bool {
	head = bytes.ReplaceAll(head, []byte{0}, nil)
	for _, mark := range []string{"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"} {
		head = bytes.TrimPrefix(head, []byte(mark))
	}
	head = bytes.TrimLeft(head, " \t\r\n\f")
	if len(head) < 2 || head[0] != '<' {
		return false
	}
	c := head[1] | 0x20
	return 'a' <= c && c <= 'z' || head[1] == '!' || head[1] == '?' || head[1] == '/'
}
