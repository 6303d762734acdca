package site

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/content"
)

// A Mistake (主题错误) is one thing that is wrong with a theme, where, and what to do about it. It is told in Chinese like a
// record's problem, because whoever changes a township's theme reads those, too.
type Mistake struct {
	File      string // from the theme's folder: pages/about.html
	Line, Col int    // from 1; 0 when only the file is known
	Text      string
	Hint      string // what to do; empty when the text says it
}

func (m Mistake) Error() string {
	var b strings.Builder
	b.WriteString("主题 ")
	if m.File != "" {
		b.WriteString(m.File)
		for _, n := range []int{m.Line, m.Col} {
			if n > 0 {
				fmt.Fprintf(&b, ":%d", n)
			}
		}
		b.WriteString("：")
	}
	b.WriteString(m.Text)
	if m.Hint != "" {
		b.WriteString("（怎么办：" + m.Hint + "）")
	}
	return b.String()
}

// Mistakes are all that was found, each once.
type Mistakes []Mistake

func (all Mistakes) Error() string {
	var lines []string
	for _, m := range all {
		if line := m.Error(); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// The errors of Go's templates, by their shape. The first says where, with the column when a page is made and without when
// a file is read.
var (
	templateError = regexp.MustCompile(`template: ([^\s:]+):(\d+)(?::(\d+))?: (?s)(.*)$`)
	executing     = regexp.MustCompile(`(?s)^executing "[^"]*" at <(.*?)>: (.*)$`)

	saidAs = []struct {
		shape      *regexp.Regexp
		text, hint string
	}{
		{regexp.MustCompile(`can't evaluate field (\S+) in type (\S+)`), "这里没有 $1 这个值（这里是 $2）", "每种页面有哪些值，见 themes/CONTRACT.md"},
		{regexp.MustCompile(`function "(\S+)" not defined`), "没有 $1 这个函数", "能用的函数见 themes/README.md"},
		{regexp.MustCompile(`no word "(\S+)" in the word list`), "词表里没有“$1”", "把它加到主题的 words.zh-CN.toml，或者查一查是不是写错了"},
		{regexp.MustCompile(`(?:no such template|template) "(\S+)"(?: not defined)?`), "没有 $1 这个部件", "部件在 parts/ 里，查一查名字"},
		{regexp.MustCompile(`unexpected EOF`), "到文件末尾还有没收尾的 {{if}}、{{range}}、{{with}} 或 {{define}}", "每一个都要有一个 {{end}}"},
		{regexp.MustCompile(`unexpected \{\{end\}\}`), "多了一个 {{end}}", "每个 {{if}}、{{range}}、{{with}}、{{define}} 只配一个 {{end}}"},
		{regexp.MustCompile(`unexpected "(.+)" in (\S+)`), "这里不该有“$1”", "查一查 {{ 和 }} 是不是成对"},
		{regexp.MustCompile(`a marked figure is written like this: (.+)`), "标统计数的写法是 $1", ""},
	}
)

// mistakeOf turns an error of Go's templates into a mistake with its place. What it does not know it leaves in its words.
func mistakeOf(err error) Mistake {
	at := templateError.FindStringSubmatch(err.Error())
	if at == nil {
		at = regexp.MustCompile(`([\w./-]+\.html):(\d+):(\d+): (?s)(.*)$`).FindStringSubmatch(err.Error())
	}
	if at == nil {
		return Mistake{Text: err.Error()}
	}
	m := Mistake{File: at[1], Text: at[4]}
	m.Line, _ = strconv.Atoi(at[2])
	if col, err := strconv.Atoi(at[3]); err == nil {
		m.Col = col + 1 // Go counts columns from 0
	}
	if run := executing.FindStringSubmatch(m.Text); run != nil {
		m.Text = run[2]
		if inner := templateError.FindStringSubmatch(m.Text); inner != nil { // of a part within
			return mistakeOf(fmt.Errorf("%s", m.Text))
		}
	}
	for _, s := range saidAs {
		if found := s.shape.FindStringSubmatchIndex(m.Text); found != nil {
			m.Text, m.Hint = string(s.shape.ExpandString(nil, s.text, m.Text, found)), s.hint
			return m
		}
	}
	return m
}

// placed is an error of a template as a mistake; any other error as it is.
func placed(err error) error {
	if err == nil || !templateError.MatchString(err.Error()) {
		return err
	}
	return mistakeOf(err)
}

// strange are the files laid over the theme that take the place of nothing and are asked for by nothing: most likely a name
// was misspelt. So is a style of the town's own that is too large or fetches something.
func (t *Theme) strange(over fs.FS) Mistakes {
	if over == nil {
		return nil
	}
	var mistakes Mistakes
	err := fs.WalkDir(over, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if base := path.Base(name); strings.HasPrefix(base, ".") || path.Ext(base) == ".md" {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		if name == townStyle {
			mistakes = append(mistakes, ownStyle(over)...)
			return nil
		}
		if !t.asked(name) {
			m := Mistake{File: name, Text: "主题里没有这样的文件，放了也不会用到", Hint: "能放哪些文件见 themes/README.md"}
			if near := t.nearest(name); near != "" {
				m.Hint = "是不是 " + near
			}
			mistakes = append(mistakes, m)
		}
		return nil
	})
	if err != nil {
		mistakes = append(mistakes, Mistake{Text: err.Error()})
	}
	return mistakes
}

var wordFile = regexp.MustCompile(`^words\.[A-Za-z]{2,3}(-[A-Za-z]{2,4})?\.toml$`)

// asked tells whether a theme has a use for a file: words, pictures and parts of the town's own, and whatever the default
// theme has.
func (t *Theme) asked(name string) bool {
	if dir := path.Dir(name); dir == "assets" || dir == "parts" && path.Ext(name) == ".html" || wordFile.MatchString(name) {
		return true
	}
	_, err := fs.Stat(t.base(), name)
	return err == nil
}

func (t *Theme) base() fs.FS { return t.files[len(t.files)-1] }

// nearest is the file of the default theme that was most likely meant.
func (t *Theme) nearest(name string) string {
	var files []string
	_ = fs.WalkDir(t.base(), ".", func(is string, d fs.DirEntry, err error) error { // a file that cannot be read is not near
		if err == nil && !d.IsDir() {
			files = append(files, is)
		}
		return nil
	})
	best, _ := content.Nearest(name, files)
	return best
}

var fetches = regexp.MustCompile(`(?i)@import|url\(\s*["']?(?:[a-z]+:)?//`)

// ownStyle looks at the town's own rules.
func ownStyle(over fs.FS) Mistakes {
	data, err := fs.ReadFile(over, townStyle)
	if err != nil {
		return Mistakes{{File: townStyle, Text: err.Error()}}
	}
	var mistakes Mistakes
	if len(data) > townStyleBytes {
		mistakes = append(mistakes, Mistake{File: townStyle, Text: fmt.Sprintf("有%d字节，最多%d字节", len(data), townStyleBytes), Hint: "只写要改的颜色和字号；改得多的，另做一份 assets/board.css"})
	}
	if at := fetches.FindIndex(data); at != nil {
		before := data[:at[0]]
		line := 1 + strings.Count(string(before), "\n")
		mistakes = append(mistakes, Mistake{File: townStyle, Line: line, Col: at[0] - strings.LastIndex(string(before), "\n"), Text: "不能从别的网站取东西：" + string(data[at[0]:at[1]]), Hint: "图片放在主题的 assets/ 里"})
	}
	return mistakes
}
