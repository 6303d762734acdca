// Package typeset (排版) breaks Chinese text into lines and fills sheets of paper, so that what is printed has the same
// pages in every browser and their number is known before anything is printed.
//
// Rules of line breaking: GB/T 15834-2011 (标点符号用法) on what may not begin or end a line, and that numbers, days and
// document numbers stand on one line.
package typeset

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths of a sign in ems of its type. Chinese signs are square in every font. Others differ between fonts, by a tenth: these
// are those of the widest in use, so that text never takes more lines than it was given.
const (
	square  = 1.0
	digit   = 0.56
	capital = 0.74
	small   = 0.58
	thin    = 0.34
)

// Width is how wide a text is on one line, in ems of its type.
func Width(text string) float64 {
	sum := 0.0
	for _, r := range text {
		sum += width(r)
	}
	return sum
}

func width(r rune) float64 {
	switch {
	case r >= 0x2E80 || strings.ContainsRune("“”‘’…—·×÷○●△▲□■◇◆→←↑↓①②③④⑤⑥⑦⑧⑨⑩", r):
		return square
	case unicode.Is(unicode.Mn, r):
		return 0
	case r == ' ' || strings.ContainsRune(".,:;'|!il", r):
		return thin
	case r >= '0' && r <= '9':
		return digit
	case unicode.IsUpper(r) || strings.ContainsRune("%@&mw", r):
		return capital
	}
	return small
}

// whole is what stands on one line wherever that has room: numbers with their sign or unit, days, document numbers, words.
var whole = regexp.MustCompile(`^(?:\d+年(?:\d+月)?(?:\d+日)?(?:办结)?|\d+月\d+日(?:办结)?|〔\d+〕(?:第?\d+号)?|第?[\p{Latin}\d]+(?:[-–./:@_%#?=&+~,][\p{Latin}\d]+)*(?:[%‰℃]|万?[件户人个名条次天年月日号届元亩米里期张页岁分])?[%]?)`)

const (
	closing = "，。、；：？！）》」』】〕〉”’…—·～％‰℃,.;:?!)]}%" // may not begin a line (行首禁则)
	opening = "（《「『【〔〈“‘([{"                      // may not end one (行尾禁则)
)

// Lines breaks a text into lines of at most that many ems. A line break in the text ends a line. What is wider than a line
// on its own is broken where the line ends.
func Lines(text string, ems float64) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, linesOf(strings.TrimSpace(paragraph), ems, ems)...)
	}
	return lines
}

// Indented breaks one paragraph whose first line is shorter by an indent.
func Indented(text string, ems, indent float64) []string {
	return linesOf(strings.TrimSpace(text), ems-indent, ems)
}

func linesOf(text string, first, other float64) []string {
	var lines []string
	line, used, room := "", 0.0, first
	end := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line, used, room = "", 0, other
	}
	for _, c := range clusters(text) {
		if used+Width(strings.TrimRight(c, " ")) > room && line != "" {
			end()
			c = strings.TrimLeft(c, " ")
		}
		for line == "" { // a word wider than a line is broken
			n := fitting(c, room)
			if n >= len(strings.TrimRight(c, " ")) {
				break
			}
			line, c = c[:n], c[n:]
			end()
		}
		line, used = line+c, used+Width(c)
	}
	if line != "" || len(lines) == 0 {
		end()
	}
	return lines
}

// fitting is how many bytes of a text fit on a line, at least one sign.
func fitting(text string, room float64) int {
	used := 0.0
	for i, r := range text {
		if used += width(r); used > room && i > 0 {
			return i
		}
	}
	return len(text)
}

// clusters parts a text at every place where a line may end.
func clusters(text string) []string {
	var parts []string
	start, before := 0, ""
	for at := 0; at < len(text); {
		piece := whole.FindString(text[at:])
		if piece == "" {
			_, n := utf8.DecodeRuneInString(text[at:])
			piece = text[at : at+n]
		}
		if at > start && !bound(before, piece) {
			parts = append(parts, text[start:at])
			start = at
		}
		before = piece
		at += len(piece)
	}
	if start < len(text) {
		parts = append(parts, text[start:])
	}
	return parts
}

// bound tells whether no line may end between two pieces of text.
func bound(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return strings.ContainsRune(closing, first) || first == ' ' || unicode.Is(unicode.Mn, first) || strings.ContainsRune(opening, last)
}
