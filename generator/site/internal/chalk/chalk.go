// Package chalk breaks text into the short lines of a blackboard (黑板报), which is written by hand.
package chalk

import "strings"

// Lines breaks a text into lines of at most width Chinese characters; a letter, a digit or a space takes half of one.
// Words of letters and digits and dates stay whole unless one alone is wider than a line, and no line begins with a sign that
// closes something, or ends with one that opens. Line breaks of the text stay; empty lines go.
func Lines(text string, width int) []string {
	var lines []string
	for part := range strings.Lines(text) {
		lines = append(lines, wrap(pieces(strings.TrimSpace(part)), 2*width)...)
	}
	return lines
}

// wrap fills lines with pieces; width is in halves of a character.
func wrap(all []string, width int) []string {
	var lines []string
	line, filled := "", 0
	end := func() {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
		line, filled = "", 0
	}
	for _, p := range all {
		if filled+wide(p) > width {
			end()
			if p == " " {
				continue
			}
		}
		for wide(p) > width { // a word longer than a line
			cut := 0
			for i, c := range p {
				if wide(p[:i+len(string(c))]) > width {
					break
				}
				cut = i + len(string(c))
			}
			if cut == 0 {
				break
			}
			lines = append(lines, p[:cut])
			p = p[cut:]
		}
		line += p
		filled += wide(p)
	}
	end()
	return lines
}

const (
	closes = "，。、；：？！”’）》〉】〕％%,.;:?!)]…—·"
	opens  = "“‘（《〈【〔(["
)

// pieces parts a line into what must stay together: a word of letters and digits, or a character with the signs that
// open before it and close behind it.
func pieces(line string) []string {
	var all []string
	joined := false // the next character belongs to the piece before
	for _, c := range line {
		n := len(all) - 1
		switch {
		case n >= 0 && all[n] != " " && (joined || strings.ContainsRune(closes, c) || latin(c) && latin(lastRune(all[n])) || dated(all[n], c)):
			all[n] += string(c)
		default:
			all = append(all, string(c))
		}
		joined = strings.ContainsRune(opens, c)
	}
	return all
}

// dated tells whether a date goes on with the character: 2025年6月30日 stays whole.
func dated(before string, c rune) bool {
	number, year := strings.CutSuffix(before, "年")
	if !year {
		number, year = strings.CutSuffix(before, "月")
	}
	return strings.ContainsRune("年月日号", c) && digit(lastRune(before)) || digit(c) && year && digit(lastRune(number))
}

func digit(c rune) bool { return '0' <= c && c <= '9' }

func latin(c rune) bool { return c > ' ' && c < 0x7f }

func lastRune(s string) rune {
	var last rune
	for _, c := range s {
		last = c
	}
	return last
}

// wide is how much room a text takes, in halves of a Chinese character.
func wide(s string) int {
	n := 0
	for _, c := range s {
		if c < 0x7f {
			n++
		} else {
			n += 2
		}
	}
	return n
}
