package record

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gongshi/generator/content"
)

// FontRoles are what sheets are set in: 小标宋, 仿宋, 宋体, 黑体, 楷体. Each is a custom property of sheet.css, as --title, and
// the name of the file that a town may have for it, as fonts/title.ttf.
var FontRoles = []string{"title", "song", "serif", "sans", "kai"}

// A Font (字体文件) is a font that the town has put into the folder fonts, for sheets to be printed in.
type Font struct {
	File  string // from the content folder: fonts/title.ttf
	Role  string // title; empty for one that has the rare characters which the others lack
	Bytes int64
}

// FontFault is the name under which a file in the folder fonts that cannot be used is told.
const FontFault = "font-file"

// heavyFont is from how many bytes on a font makes the published folder heavy.
const heavyFont = 5_000_000

// fontEndings are those of files that browsers load as fonts.
var fontEndings = []string{".ttf", ".otf", ".woff2"}

// addFonts takes the files of the folder fonts that are sound, and tells what is wrong with the others. A text beside them,
// as a licence comes, is let be.
func (l *Ledger) addFonts(files []*content.File) (problems content.Problems) {
	taken := map[string]string{} // role → file
	for _, f := range files {
		if !f.Asset || !strings.HasPrefix(f.Path, "fonts/") || strings.EqualFold(path.Ext(f.Path), ".txt") {
			continue
		}
		tell := func(level content.Level, rule, text, hint string, also ...content.Related) {
			problems = append(problems, content.Problem{Pos: content.Pos{File: f.Path}, Level: level, Rule: rule, Text: text, Hint: hint, Also: also})
		}
		base := path.Base(f.Path)
		font := &Font{File: f.Path, Role: strings.TrimSuffix(base, path.Ext(base))}
		ending := strings.ToLower(path.Ext(base))
		var fault string
		font.Bytes, fault = f.Typeface()
		text, hint, _ := strings.Cut(fault, "；")
		switch {
		case path.Dir(f.Path) != "fonts":
			tell(content.Error, FontFault, "字体文件要直接放在 fonts 里", "移到 fonts 里，不再分文件夹")
			continue
		case fault != "":
			tell(content.Error, FontFault, text, hint)
			continue
		case !slices.Contains(fontEndings, ending):
			tell(content.Error, FontFault, "文件名要以 .ttf、.otf 或 .woff2 结尾", "照字体本来的格式改名")
			continue
		case !ValidID(font.Role):
			tell(content.Error, FontFault, "字体的文件名“"+base+"”不能用作网址",
				"小标宋改名为 title"+ending+"，仿宋 song"+ending+"，宋体 serif"+ending+"，黑体 sans"+ending+"，楷体 kai"+ending+"；只用来补生僻字的，用小写字母取个名字")
			continue
		}
		if !slices.Contains(FontRoles, font.Role) {
			font.Role = ""
		} else if first := taken[font.Role]; first != "" {
			tell(content.Error, FontFault, "同一种字体有两个文件", "留下一个", content.Related{Pos: content.Pos{File: first}, Text: "另一个"})
			continue
		} else {
			taken[font.Role] = f.Path
		}
		if font.Bytes > heavyFont {
			tell(content.Warning, "font-heavy", fmt.Sprintf("字体文件有 %.1f MB，公开的文件夹会很大", float64(font.Bytes)/1e6),
				"换成 .woff2 的大约小一半；只为几个生僻字的，用只含这些字的字体文件")
		}
		l.Fonts = append(l.Fonts, font)
	}
	return problems
}
