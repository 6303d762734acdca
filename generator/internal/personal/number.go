package personal

import (
	"strings"
	"time"
)

// leastDigits is how many digits the shortest number of a person has.
const leastDigits = 11

// mostDigits is how many the longest has.
const mostDigits = 19

// A group is a run of digits in a text.
type group struct {
	start, end int  // in the text
	from, to   int  // in the scanner's digits
	dotted     bool // parted from the group before by a full stop
}

// A scanner collects groups of digits that may belong to one number: those with a space, hyphen or point between them.
type scanner struct {
	text   string
	digits []byte // of all groups, half-width, one after the other
	groups []group
	found  []Found
}

// numbers finds the numbers of persons in a text.
func numbers(text string) []Found {
	s := scanner{text: text}
	end := -1 // of the last group
	for i := 0; i < len(text); {
		if digitAt(text, i) == 0 {
			i++
			continue
		}
		dotted, near := gap(text, end, i)
		if !near {
			s.flush()
		}
		g := s.group(i)
		i = g.end
		if len(s.groups) == 0 && g.to-g.from < 3 { // no number of a person begins with so few
			s.digits, end = s.digits[:0], -1
			continue
		}
		g.dotted = dotted
		s.groups, end = append(s.groups, g), g.end
	}
	s.flush()
	return s.found
}

// group reads the digits that begin at a place. Marks that a page does not show, such as the stars of bold type, part
// nothing.
func (s *scanner) group(start int) group {
	g := group{start: start, from: len(s.digits)}
	for i := start; ; {
		n := digitAt(s.text, i)
		if n == 0 {
			hidden := unseen(s.text, i)
			if hidden == 0 || digitAt(s.text, i+hidden) == 0 {
				break
			}
			i += hidden
			continue
		}
		s.digits = append(s.digits, s.text[i+n-1]&0x0F|'0') // the last byte of ０ to ９ is 0x90 to 0x99
		i += n
		g.end = i
	}
	if r, end := after(s.text, g.end); len(s.digits)-g.from >= 3 && strings.ContainsRune("XxＸｘ", r) {
		s.digits, g.end = append(s.digits, 'X'), end
	}
	g.to = len(s.digits)
	return g
}

// digitAt gives how many bytes the digit at a place has; 0 when there is none.
func digitAt(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] >= '0' && text[i] <= '9':
		return 1
	case text[i] == 0xEF && i+2 < len(text) && text[i+1] == 0xBC && text[i+2] >= 0x90 && text[i+2] <= 0x99: // ０ to ９
		return 3
	}
	return 0
}

// unseen gives the length of what stands at a place of a text and does not show on a page: marks of type, at most three,
// or characters without width.
func unseen(text string, at int) int {
	end := at
	for n := 0; n < 3; n++ {
		r, next := after(text, end)
		if !strings.ContainsRune("*`~\u00ad\u200b\u200c\u200d\u2060\ufeff", r) || r == 0 {
			break
		}
		end = next
	}
	return end - at
}

// gap tells whether what stands between two groups may stand within a number: at most three spaces, hyphens or points.
func gap(text string, from, to int) (dotted, near bool) {
	if from < 0 || to-from > 9 {
		return false, false
	}
	n := 0
	for _, r := range text[from:to] {
		if n++; n > 3 || !strings.ContainsRune(" \u00a0　-‐‑‒–—−－.．·•‧", r) {
			return false, false
		}
	}
	return text[from:to] == ".", true
}

// flush looks for numbers in the groups collected and forgets them.
func (s *scanner) flush() {
	if len(s.digits) >= leastDigits {
		for i := 0; i < len(s.groups); {
			i = s.from(i)
		}
	}
	s.groups, s.digits = s.groups[:0], s.digits[:0]
}

// from looks for a number that begins with a group, and gives the group to go on with.
func (s *scanner) from(i int) int {
	for j := i + 1; j <= len(s.groups); j++ {
		first, last := s.groups[i], s.groups[j-1]
		n := string(s.digits[first.from:last.to])
		if len(n) > mostDigits {
			break
		}
		if len(n) < leastDigits || j-i > 1 && !usual(s.groups[i:j]) {
			continue
		}
		sort, n := number(n)
		if sort == "" || s.harmless(sort, i, j) {
			continue
		}
		s.found = append(s.found, Found{sort, first.start, last.end, n})
		return j
	}
	return i + 1
}

// usual tells whether groups are parted as people write numbers: 138 0013 8000, a card in fours, an identity number by
// region, birthday and serial.
func usual(groups []group) bool {
	for i, g := range groups {
		n, first := g.to-g.from, groups[0].to-groups[0].from
		switch {
		case len(groups) == 3 && first == 3 && n == [...]int{3, 4, 4}[i]:
		case len(groups) == 3 && first == 6 && n == [...]int{6, 8, 4}[i]:
		case len(groups) >= 4 && (n == 4 || i == 4 && n < 4):
		default:
			return false
		}
	}
	return true
}

// number tells what sort of number some digits are, and gives them without the country's code.
func number(n string) (Sort, string) {
	for _, code := range []string{"", "86", "0086"} {
		if rest, ok := strings.CutPrefix(n, code); ok && isMobile(rest) {
			return Mobile, rest
		}
	}
	switch {
	case isIdentity(n):
		return Identity, n
	case isCard(n):
		return Card, n
	}
	return "", n
}

// harmless tells whether groups i to j that look like a number are something else by what stands around them: a part of an
// address on the web, of a digest or of an institution's code, or the decimals of a figure.
func (s *scanner) harmless(sort Sort, i, j int) bool {
	if sort == Identity {
		return false // its check character leaves little to chance
	}
	text, start, end := s.text, s.groups[i].start, s.groups[j-1].end
	if start >= 2 && text[start-1] == '.' && digitAt(text, start-2) > 0 && !numbered(text[:start-1]) {
		return true
	}
	if sort == Mobile && j < len(s.groups) && s.groups[j].dotted && s.groups[j].to-s.groups[j].from <= 2 {
		return true
	}
	from, to := start, end
	for from > max(0, start-longest) && isAlnum(text[from-1]) {
		from--
	}
	for to < min(len(text), end+longest) && isAlnum(text[to]) {
		to++
	}
	token := text[from:to]
	if n := len(token); (n >= 32 || n == sealed) && strings.Trim(token, "0123456789abcdef") == "" {
		return true
	}
	if sort == Card && (isCreditCode(token) || from < start || to > end) {
		return true
	}
	return onWeb(text, from)
}

// sealed is how many digits of a digest stand in a correction of what was sealed.
const sealed = 12

// longest is how far, in bytes, the surroundings of a number are looked at: a digest in hexadecimal has 128 digits at most.
const longest = 128

// numbered tells whether a text ends with the number of a list's item, which stands alone at the start of a line: 12.
func numbered(text string) bool {
	text = text[max(0, len(text)-4):]
	line := text[strings.LastIndexByte(text, '\n')+1:]
	return len(line) <= 3 && strings.Trim(line, "0123456789") == "" && line[0] != '0'
}

// longestAddress is how long an address on the web may be; Markdown refuses longer ones.
const longestAddress = 2000

// onWeb tells whether a place of a text is within an address of a web page: pages have long numbers of their own.
func onWeb(text string, at int) bool {
	near := text[max(0, at-longestAddress):at]
	scheme := strings.LastIndex(near, "://")
	return scheme >= 0 && strings.IndexFunc(near[scheme:], func(r rune) bool { return r <= ' ' || r >= 0x7F || strings.ContainsRune(`"'<>()`, r) }) < 0
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func allDigits(n string) bool { return strings.Trim(n, "0123456789") == "" }

func isMobile(n string) bool { return len(n) == 11 && n[0] == '1' && n[1] >= '3' && allDigits(n) }

// isIdentity tells an 18-character identity number (GB 11643) by its birthday and its check character.
func isIdentity(n string) bool {
	if len(n) != 18 || !allDigits(n[:17]) || n[6:8] != "19" && n[6:8] != "20" {
		return false
	}
	if _, err := time.Parse("20060102", n[6:14]); err != nil {
		return false
	}
	sum, weight := 0, 1 // weights are powers of two, from the right
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(n[i]-'0') * weight
	}
	return "10X98765432"[sum%11] == n[17]
}

// isCard tells a bank card by its length, its first digit and the Luhn check.
func isCard(n string) bool {
	if len(n) < 16 || n[0] < '3' || n[0] > '6' || !allDigits(n) {
		return false
	}
	sum := 0
	for i := range len(n) {
		d := int(n[len(n)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

// isCreditCode tells an institution's unified social credit code (统一社会信用代码, GB 32100) by its check character.
func isCreditCode(code string) bool {
	const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	if len(code) != 18 {
		return false
	}
	sum, weight := 0, 1
	for i := range 17 {
		v := strings.IndexByte(signs, code[i])
		if v < 0 {
			return false
		}
		sum += v * weight
		weight = weight * 3 % 31
	}
	return signs[(31-sum%31)%31] == code[17]
}
