package publish

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gongshi/generator/site"
)

// checked gives the pages sorted by path, or an error when a path could not stand as a file on every system the site
// may be copied to.
func checked(pages []site.Page) ([]site.Page, error) {
	pages = slices.Clone(pages)
	slices.SortFunc(pages, func(a, b site.Page) int { return strings.Compare(a.Path, b.Path) })
	names := make(map[string]string, len(pages)) // folded path of every file and folder → the path as written
	files := make(map[string]bool, len(pages))   // which of the folded paths are files
	for _, p := range pages {
		if fault := pathFault(p.Path); fault != "" {
			return nil, &Error{Path: p.Path, Text: "网页地址不能用：" + fault, Hint: "改记录的编号或文件名"}
		}
		for name := p.Path; name != "."; name = path.Dir(name) {
			folded := fold(name)
			isFile := name == p.Path
			other, taken := names[folded]
			if taken && (other != name || isFile || files[folded]) {
				return nil, &Error{Path: p.Path, Text: "和另一个网页地址 " + other + " 冲突", Hint: "有的系统不分大小写；改其中一个的编号或文件名"}
			}
			if taken {
				break // a folder seen before, and so are those above it
			}
			names[folded] = name
			files[folded] = isFile
		}
	}
	return pages, nil
}

// fold brings together names that are one file to a file system that ignores case or the form of Unicode.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// pathFault says what makes a slash path unfit as a file's address, and nothing when it is fit.
func pathFault(name string) string {
	switch {
	case name == "." || !fs.ValidPath(name):
		return "要写成相对路径，不带 .. 和多余的斜线"
	case fold(name) == manifestName:
		return "这个名字留给清单"
	}
	for part := range strings.SplitSeq(name, "/") {
		switch {
		case strings.ContainsFunc(part, func(r rune) bool { return r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"\|?*`, r) }):
			return "含有 Windows 文件名不许用的字符"
		case strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "):
			return "名字不能以点或空格结尾"
		case reserved(part):
			return "这是 Windows 保留的设备名"
		}
	}
	return ""
}

// reserved tells whether Windows takes a file name for a device, whatever its extension.
func reserved(name string) bool {
	name, _, _ = strings.Cut(name, ".")
	switch name = strings.ToUpper(strings.TrimRight(name, " ")); name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	rest, ok := strings.CutPrefix(name, "COM")
	if !ok {
		rest, ok = strings.CutPrefix(name, "LPT")
	}
	return ok && len([]rune(rest)) == 1 && strings.Contains("0123456789¹²³", rest)
}
