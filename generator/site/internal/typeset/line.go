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
	case r == ' ' || r == Glue || strings.ContainsRune(".,:;'|!il", r):
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
		for _, at := range Breaks(paragraph, ems, ems) {
			lines = append(lines, paragraph[at.From:at.To])
		}
	}
	return lines
}

// Even breaks a title into as few lines as it needs, all about as long as each other.
func Even(title string, ems float64) []string {
	lines := Lines(title, ems)
	for narrower := ems - .5; narrower > 0; narrower -= .5 {
		if tried := Lines(title, narrower); len(tried) == len(lines) {
			lines = tried
		} else {
			break
		}
	}
	return lines
}

// A Span is one line of a text, by bytes.
type Span struct{ From, To int }

// Breaks breaks one paragraph into lines of at most so many ems, the first of its own length. There is at least one.
func Breaks(text string, first, other float64) []Span {
	var lines []Span
	from, to, used, room := -1, 0, 0.0, first // the line so far; none begun when from is negative
	end := func() {
		from = max(from, 0)
		lines = append(lines, Span{from, from + len(strings.TrimRight(text[from:to], " "))})
		from, used, room = -1, 0, other
	}
	at := len(text) - len(strings.TrimLeft(text, " "))
	for _, c := range clusters(text[at:]) {
		next := at + len(c)
		if from >= 0 && used+Width(strings.TrimRight(c, " ")) > room {
			end()
			at += len(c) - len(strings.TrimLeft(c, " "))
		}
		for from < 0 { // a word wider than a line is broken
			n := fitting(text[at:next], room)
			if n >= len(strings.TrimRight(text[at:next], " ")) {
				break
			}
			from, to = at, at+n
			at = to
			end()
		}
		if at == next {
			continue
		}
		if from < 0 {
			from = at
		}
		used += Width(text[at:next])
		at, to = next, next
	}
	if from >= 0 || len(lines) == 0 {
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
		r, n := utf8.DecodeRuneInString(text[at:])
		piece := text[at : at+n]
		if r == '第' || r == '〔' || r < 0x2E80 && (unicode.IsDigit(r) || unicode.IsLetter(r)) {
			if word := whole.FindString(text[at:]); word != "" {
				piece = word
			}
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

// Glue is a space at which no line ends.
const Glue = '\x1f'

// bound tells whether no line may end between two pieces of text.
func bound(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return strings.ContainsRune(closing, first) || first == ' ' || first == Glue || last == Glue || unicode.Is(unicode.Mn, first) || strings.ContainsRune(opening, last)
}
