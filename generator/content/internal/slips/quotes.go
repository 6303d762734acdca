package slips

import (
	"strings"
	"unicode/utf8"
)

// quoted looks at a text that begins with an English quote.
func (s *finder) quoted(quote rune, inner bool) {
	line := s.rest()
	end := closing(line, byte(quote))
	if end < 0 {
		s.unclosed(line, quote, inner)
		return
	}
	after := strings.TrimLeft(line[end+1:], " \t\u3000")
	last := -1
	if !inner && quote == '"' {
		last = strings.LastIndexByte(line, '"')
	}
	if last > end && after != "" && !strings.ContainsAny(after[:1], "#,;") && isTail(line[last+1:]) {
		s.slip(s.i+end, false, "英文引号里面又用了英文引号", "里面的引号改成中文的 “ ”")
		s.requote(s.i, s.i+1, s.i+last, s.i+last+1)
		return
	}
	s.i += end + 1
}

// closing gives the offset of the quote that ends a text begun by line[0], or -1.
func closing(line string, quote byte) int {
	for i := 1; i < len(line); i++ {
		switch {
		case line[i] == '\\' && quote == '"':
			i++
		case line[i] == quote:
			return i
		}
	}
	return -1
}

// isTail reports whether nothing but a comment follows.
func isTail(s string) bool {
	s = strings.TrimLeft(s, " \t\u3000")
	return s == "" || s[0] == '#'
}

const closers = "”“＂’‘＇」』"

// unclosed looks at a line whose text begins with an English quote and does not end with one.
func (s *finder) unclosed(line string, quote rune, inner bool) {
	end := strings.LastIndexAny(line, closers)
	if inner {
		end = strings.IndexAny(line, closers)
	}
	if end > 0 && (inner || isTail(line[end+runeLen(line[end:]):])) {
		n := runeLen(line[end:])
		s.slip(s.i+end, false, "收尾的引号是中文的", "切换到英文输入法，改成 "+string(quote))
		s.replace(s.i+end, s.i+end+n, string(quote))
		s.i += end + n
		return
	}
	text := strings.TrimRight(line, " \t\u3000")
	if inner {
		text = strings.TrimRight(text, " ,，]］】}｝")
	}
	s.slip(s.i, false, "这个引号没有收尾", "在文字后面补上 "+string(quote))
	s.replace(s.i+len(text), s.i+len(text), string(quote))
	s.i += len(text)
}

// chineseQuotes looks at a text set in Chinese quotes, the first of n bytes.
func (s *finder) chineseQuotes(n int, inner bool) {
	line := s.rest()
	end := strings.LastIndexAny(line, closers+`"`)
	if inner {
		end = strings.IndexAny(line[n:], closers+`"`) + n
	}
	size := 0
	if end < n {
		end = len(strings.TrimRight(line, " \t\u3000,，]］】}｝"))
	} else {
		size = runeLen(line[end:])
	}
	s.slip(s.i, false, "这里要用英文引号", `写成 "`+line[n:end]+`"`)
	s.requote(s.i, s.i+n, s.i+end, s.i+end+size)
}

// requote puts text[innerStart:innerEnd] in English quotes in place of
// text[start:end] and passes over it.
func (s *finder) requote(start, innerStart, innerEnd, end int) {
	s.replace(start, end, quote(s.text[innerStart:innerEnd]))
	s.i = end
}

var escape = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", `\t`)

func quote(s string) string { return `"` + escape.Replace(s) + `"` }

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
