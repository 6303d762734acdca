package content

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"gongshi/generator/internal/personal"
)

// locator turns byte offsets of one text into lines and columns. Offsets that
// grow from call to call cost one pass over the text in all.
type locator struct {
	file      string
	text      string
	off       int
	line, col int // of off, from 0
}

// pos gives the place of byte offset off; offsets beyond the text mean its end.
func (l *locator) pos(off int) Pos {
	off = max(0, min(off, len(l.text)))
	if off < l.off {
		l.off, l.line, l.col = 0, 0, 0
	}
	step := l.text[l.off:off]
	if n := strings.Count(step, "\n"); n > 0 {
		l.line += n
		l.col = 0
		step = step[strings.LastIndexByte(step, '\n')+1:]
	}
	l.col += utf8.RuneCountInString(step)
	l.off = off
	return Pos{File: l.file, Line: l.line + 1, Col: l.col + 1}
}

// Excerpt gives the source line of p without its newline, and a line with a
// caret under column p.Col. East Asian wide characters take two columns there
// and tabs stay tabs, so that both lines agree in a terminal. Control
// characters are shown as U+FFFD, personal data as stars. Both are empty when
// p has no line in f.
func (f *File) Excerpt(p Pos) (line, caret string) {
	if p.Line < 1 || p.File != f.Path {
		return "", ""
	}
	rest := f.text
	for range p.Line - 1 {
		i := strings.IndexByte(rest, '\n')
		if i < 0 {
			return "", ""
		}
		rest = rest[i+1:]
	}
	line, _, _ = strings.Cut(rest, "\n")
	line = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return utf8.RuneError
		}
		return r
	}, personal.Masked(line))
	var b strings.Builder
	col := 1
	for _, r := range line {
		if col >= p.Col {
			break
		}
		col++
		switch k := width.LookupRune(r).Kind(); {
		case r == '\t':
			b.WriteByte('\t')
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
	}
	b.WriteByte('^')
	return line, b.String()
}
