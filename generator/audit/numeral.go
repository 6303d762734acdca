package audit

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongshi/generator/board"
)

// A numeral (数字) is a number as a text writes it: 116, １１６, 1,160, 86.2, 一百一十六, 八十六点二.
type numeral struct {
	digits int // its value without the point: 862 for 86.2
	places int // how many of the digits come after the point
}

// mostDigits keeps a number within what any figure of a township can be.
const mostDigits = 9

// is tells whether a percentage is a rate, rounded half up to as many decimals as it is written with: of 100/116 it is 86%,
// 86.2% and 86.21%.
func (n numeral) is(r board.Rate) bool {
	whole := 100
	for range n.places {
		whole *= 10
	}
	return n.digits == (2*whole*r.Part+r.Whole)/(2*r.Whole)
}

// quotedIn tells whether a text writes the number in the same way.
func (n count) quotedIn(text string) bool {
	for text != "" {
		c, size := readCount(text)
		if size > 0 && c.text == n.text {
			return true
		}
		if size == 0 {
			if _, size = readNumeral(text); size == 0 {
				_, size = utf8.DecodeRuneInString(text)
			}
		}
		text = text[size:]
	}
	return false
}

// says tells whether a figure in a seal, 116 or 100/116, is written by a number.
func (n count) says(figure string) bool {
	if !n.percent {
		return figure == strconv.Itoa(n.digits)
	}
	var r board.Rate
	if _, err := fmt.Sscanf(figure, "%d/%d", &r.Part, &r.Whole); err != nil || r.None() {
		return false
	}
	return n.is(r)
}

// readNumeral reads the number that a text begins with and tells how many bytes it takes; 0 when there is none, or one that
// is not written as numbers are (三四, 一百二, 1,16).
func readNumeral(s string) (numeral, int) {
	if n, size := readArabic(s); size > 0 {
		return n, size
	}
	return readHan(s)
}

// readArabic reads digits, half or full width, with commas between thousands and decimals after a point.
func readArabic(s string) (n numeral, size int) {
	digit := func(i int) (value, width int) {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case '0' <= r && r <= '9':
			return int(r - '0'), w
		case '０' <= r && r <= '９':
			return int(r - '０'), w
		}
		return 0, 0
	}
	count := 0
	run := func(i int) (end, length int) {
		for {
			value, w := digit(i)
			if w == 0 {
				return i, length
			}
			if count++; count <= mostDigits {
				n.digits = n.digits*10 + value
			}
			i, length = i+w, length+1
		}
	}
	end, length := run(0)
	if length == 0 {
		return numeral{}, 0
	}
	for strings.HasPrefix(s[end:], ",") {
		if _, w := digit(end + 1); w == 0 {
			break
		}
		first := length <= 3
		if end, length = run(end + 1); !first || length != 3 {
			return numeral{}, 0
		}
	}
	for _, point := range []string{".", "．"} {
		if !strings.HasPrefix(s[end:], point) {
			continue
		}
		if _, w := digit(end + len(point)); w > 0 {
			end, n.places = run(end + len(point))
			break
		}
	}
	if count > mostDigits {
		return numeral{}, 0
	}
	return n, end
}

// hanDigits and hanUnits are the characters of Chinese numerals.
var (
	hanDigits = map[rune]int{'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	hanUnits  = map[rune]int{'十': 10, '百': 100, '千': 1000}
)

// readHan reads a number in Chinese characters: all of them that stand together must make one number.
func readHan(s string) (numeral, int) {
	end := strings.IndexFunc(s, func(r rune) bool {
		_, digit := hanDigits[r]
		return !digit && hanUnits[r] == 0 && r != '万' && r != '亿' && r != '点'
	})
	if end < 0 {
		end = len(s)
	}
	whole, decimals, pointed := strings.Cut(s[:end], "点")
	n := numeral{}
	var ok bool
	if high, low, large := strings.Cut(whole, "万"); large {
		var h, l int
		if h, ok = readSection(high, false); ok && low != "" {
			l, ok = readSection(low, true)
		}
		n.digits = h*10000 + l
	} else {
		n.digits, ok = readSection(whole, false)
	}
	if !ok || pointed && decimals == "" {
		return numeral{}, 0
	}
	for _, r := range decimals {
		d, digit := hanDigits[r]
		if n.places++; !digit || r == '两' || n.places > 4 || n.digits > 99999 {
			return numeral{}, 0
		}
		n.digits = n.digits*10 + d
	}
	return n, end
}

// readSection reads up to four places: 一千零五十. After 万 a section without thousands begins with 零.
func readSection(s string, after bool) (value int, ok bool) {
	if s == "零" || s == "〇" {
		return 0, !after
	}
	last, pending, zero := 10000, -1, false // the unit before; a digit that waits for its unit; 零 was read since the unit
	begun := after                          // a place was read before
	// fits tells whether a place may come after the one before: 零 stands where places are left out, and only there.
	fits := func(unit int) bool { return unit < last && (!begun || zero == (unit != last/10)) }
	for _, r := range s {
		d, digit := hanDigits[r]
		switch unit := hanUnits[r]; {
		case digit && d == 0:
			if zero || pending >= 0 || !begun {
				return 0, false
			}
			zero = true
		case digit:
			if pending >= 0 || r == '两' && value > 0 {
				return 0, false
			}
			pending = d
			if r == '两' {
				pending = 2
			}
		case unit > 0:
			if pending < 0 && unit == 10 && !zero { // 十二, 一百十六
				pending = 1
			}
			if pending < 0 || !fits(unit) {
				return 0, false
			}
			value += pending * unit
			last, pending, zero, begun = unit, -1, false, true
		default:
			return 0, false
		}
	}
	if pending >= 0 {
		if !fits(1) {
			return 0, false
		}
		return value + pending, true
	}
	return value, !zero && value > 0
}
