package personal

import "strings"

// Suspect tells in one quick pass whether some HTML may have personal data in its text, where tags part nothing, or in the
// values of its tags. It errs on the side of yes: what it says no to has none.
func Suspect(html string) bool { return suspect(html, true) }

// suspect looks for as many digits close to each other as the shortest number has, and for a mark of addresses behind
// what may be a house's number.
func suspect(text string, tags bool) bool {
	digits, gap := 0, 0 // of the cluster that is open: its digits, and the characters since the last one
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			if digits, gap = digits+1, 0; digits >= leastDigits {
				return true
			}
		case c == '<' && tags:
			end := strings.IndexByte(text[i:], '>')
			if end < 0 {
				return true // not HTML: no tag is left open
			}
			if tag := text[i : i+end]; strings.IndexByte(tag, '=') >= 0 && suspect(tag, false) {
				return true
			}
			i += end
		case c < 0x80:
			gap++
		case c < 0xC0: // within a character
		default:
			if digitAt(text, i) > 0 {
				if digits, gap = digits+1, 0; digits >= leastDigits {
					return true
				}
				continue
			}
			gap++
			if (c == 0xE5 || c == 0xE6) && marked(text, i) {
				return true
			}
		}
		if gap > 3 {
			digits = 0
		}
	}
	return false
}

// marked tells whether a mark of addresses stands at a place, behind a sign that houses are called by or behind a tag.
func marked(text string, at int) bool {
	for i := range marks {
		if m := &marks[i]; len(text) > at+1 && text[at+1] == m.sign[1] && strings.HasPrefix(text[at:], m.sign) {
			return afterName(text, at) || text[max(0, at-1)] == '>'
		}
	}
	return false
}
