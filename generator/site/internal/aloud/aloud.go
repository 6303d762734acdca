// Package aloud spells Chinese text as an announcer reads it from the village loudspeaker (广播稿): 116件 as 一百一十六件,
// 2025年6月30日 as 二〇二五年六月三十日, 86.2% as 百分之八十六点二.
//
// It follows what announcers do: a number is read by its value, a telephone, a year or a number of a document digit by
// digit. Digits in a row are 零 and 一, never 幺: the village hears the same word on the loudspeaker and in the figures
// beside it. 2 is 两 before a measure word (两件), before 千, 万 and 亿; else it is 二 (第二, 十二件, 二百). Letters stay.
package aloud

import "strings"

// Spell gives the text with every number as it is read. No digit 0 to 9 is left.
func Spell(text string) string {
	r := reader{text: []rune(narrow.Replace(text))}
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case digit(c):
			r.number()
		case (c == '-' || c == '−') && digit(r.peek(1)) && !joins(r.peek(-1)):
			r.say("负")
			r.at++
		default:
			r.say(string(c))
			r.at++
		}
	}
	return r.out.String()
}

// narrow makes the wide forms of what stands in numbers narrow, and spells the signs that are read as words.
var narrow = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"％", "%", "℃", "摄氏度", "㎡", "平方米", "㎜", "毫米", "㎝", "厘米", "㎞", "公里")

// A reader goes through a text from left to right.
type reader struct {
	text []rune
	at   int
	out  strings.Builder
}

func (r *reader) say(words ...string) {
	for _, w := range words {
		r.out.WriteString(w)
	}
}

// peek is the character n places from here; 0 outside the text.
func (r *reader) peek(n int) rune {
	if i := r.at + n; i >= 0 && i < len(r.text) {
		return r.text[i]
	}
	return 0
}

func digit(c rune) bool  { return '0' <= c && c <= '9' }
func letter(c rune) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// joins tells whether a dash after the character joins two numbers or words, and is no minus.
func joins(c rune) bool { return digit(c) || letter(c) || c == ')' || c == '-' || c == '）' }

// run is the digits from a place, empty when there are none.
func (r *reader) run(from int) string {
	end := from
	for end < len(r.text) && digit(r.text[end]) {
		end++
	}
	if end <= from {
		return ""
	}
	return string(r.text[from:end])
}

// is tells whether a text stands n places from here.
func (r *reader) is(n int, text string) bool {
	for _, c := range text {
		if r.peek(n) != c {
			return false
		}
		n++
	}
	return true
}

// number reads whatever begins with the digit at hand. Forms that mean more than a number come first.
func (r *reader) number() {
	if letter(r.peek(-1)) { // H1, X012
		r.digits(r.run(r.at))
		return
	}
	for _, form := range []func() bool{r.document, r.date, r.clock, r.telephone, r.code, r.fraction} {
		if form() {
			return
		}
	}
	r.quantity()
}

// digits reads a row digit by digit and goes behind it.
func (r *reader) digits(row string) {
	r.say(singly(row, "零"))
	r.at += len(row)
}

// document reads 〔2025〕9号 as it is announced: 二〇二五年第九号. The bracket before it is already out, so it is taken back.
func (r *reader) document() bool {
	year := r.run(r.at)
	open, shut := r.peek(-1), r.peek(len(year))
	if len(year) != 4 || !(open == '〔' && shut == '〕' || open == '[' && shut == ']' || open == '［' && shut == '］') {
		return false
	}
	after := 5
	if r.is(after, "第") {
		after++
	}
	n := r.run(r.at + after)
	if n == "" || len(n) > 6 || !r.is(after+len(n), "号") {
		return false
	}
	said := strings.TrimSuffix(r.out.String(), string(open))
	r.out.Reset()
	r.say(said, singly(year, "〇"), "年第", cardinal(n), "号")
	r.at += after + len(n) + 1
	return true
}

// date reads 2025年, 2025年6月30日, 2025-06-30, 2025.6.30, 2025/6/30, and the year in 2025-H1. Months and days without a year are quantities.
func (r *reader) date() bool {
	year := r.run(r.at)
	if len(year) != 4 || year < "1900" || year > "2099" {
		return false
	}
	if r.is(4, "年") || r.is(4, "届") || r.is(4, "〕") || r.peek(4) == '-' && letter(r.peek(5)) || r.rangeOfYears() {
		r.digitsOfYear(year)
		return true
	}
	sign := r.peek(4)
	if sign != '-' && sign != '.' && sign != '/' {
		return false
	}
	month := r.run(r.at + 5)
	day := r.run(r.at + 6 + len(month))
	end := 6 + len(month) + len(day)
	if !within(month, 12) || !within(day, 31) || r.peek(5+len(month)) != sign || r.peek(end) == sign && digit(r.peek(end+1)) {
		return false
	}
	r.say(singly(year, "〇"), "年", cardinal(month), "月", cardinal(day), "日")
	r.at += end
	return true
}

func (r *reader) digitsOfYear(year string) {
	r.say(singly(year, "〇"))
	r.at += len(year)
	r.to()
}

// rangeOfYears tells whether a year stands before a range that ends with another: 2021—2025年.
func (r *reader) rangeOfYears() bool {
	n := r.dashes(4)
	end := r.run(r.at + 4 + n)
	return n > 0 && len(end) == 4 && end >= "1900" && end <= "2099" && r.is(8+n, "年")
}

// clock reads 8:30 as 八点三十分, 8:05 as 八点零五分 and 8:00 as 八点; what is no time of day is a proportion, 3:1.
func (r *reader) clock() bool {
	hour := r.run(r.at)
	colon := r.peek(len(hour))
	minute := r.run(r.at + len(hour) + 1)
	if colon != ':' && colon != '：' || minute == "" || colon == '：' && len(minute) != 2 {
		return false
	}
	end := len(hour) + 1 + len(minute)
	switch {
	case len(hour) > 2 || len(minute) != 2 || hour > "24" && len(hour) == 2 || minute > "59":
		r.say(cardinal(hour), "比")
		r.at += len(hour) + 1
		return true
	case trim(hour) == "2":
		r.say("两点")
	default:
		r.say(cardinal(hour), "点")
	}
	switch {
	case minute == "00":
	case minute[0] == '0':
		r.say("零", cardinal(minute), "分")
	default:
		r.say(cardinal(minute), "分")
	}
	r.at += end
	r.to()
	return true
}

// calls are the words after which a number is one to call.
var calls = []string{"电话", "拨打", "热线", "拨", "号码", "传真", "手机", "标识码"}

// telephone reads 0700-5550108 digit by digit with a pause behind the area code, and a number that is called.
func (r *reader) telephone() bool {
	first := r.run(r.at)
	second := r.run(r.at + len(first) + 1)
	if r.peek(len(first)) == '-' && first[0] == '0' && (len(first) == 3 || len(first) == 4) && len(second) >= 7 {
		r.say(singly(first, "零"), "，", singly(second, "零"))
		r.at += len(first) + 1 + len(second)
		return true
	}
	if r.is(len(first), "热线") || r.is(len(first), "专线") { // 12345热线
		r.digits(first)
		return true
	}
	before := strings.TrimRight(string(r.text[max(0, r.at-8):r.at]), " ：:是")
	for _, w := range calls {
		if strings.HasSuffix(before, w) && len(first) >= 3 {
			r.digits(first)
			return true
		}
	}
	return false
}

// code reads what is a name made of digits: a row that begins with 0 or is longer than any count, and numbers joined by
// dashes such as 12-5-014, whose dashes are 杠. Two numbers with one dash are a range, unless the second begins with 0.
func (r *reader) code() bool {
	first := r.run(r.at)
	parts := []string{first}
	for end := len(first); r.peek(end) == '-' && digit(r.peek(end+1)); {
		part := r.run(r.at + end + 1)
		parts = append(parts, part)
		end += 1 + len(part)
	}
	last := parts[len(parts)-1]
	if len(parts) > 2 || len(parts) == 2 && last[0] == '0' {
		for i, part := range parts {
			if i > 0 {
				r.say("杠")
				r.at++
			}
			r.digits(part)
		}
		return true
	}
	if len(first) > 12 || len(first) > 1 && first[0] == '0' {
		r.digits(first)
		return true
	}
	return false
}

// fraction reads 100/116 as 一百一十六分之一百.
func (r *reader) fraction() bool {
	above := r.run(r.at)
	below := r.run(r.at + len(above) + 1)
	end := len(above) + 1 + len(below)
	if r.peek(len(above)) != '/' || below == "" || r.peek(-1) == '/' || r.peek(end) == '/' || r.peek(end) == '.' && digit(r.peek(end+1)) {
		return false
	}
	r.say(cardinal(below), "分之", cardinal(above))
	r.at += end
	return true
}

// within tells whether a run of one or two digits is a number from 1 to most.
func within(row string, most int) bool {
	n := 0
	for _, c := range row {
		n = 10*n + int(c-'0')
	}
	return len(row) >= 1 && len(row) <= 2 && n >= 1 && n <= most
}
