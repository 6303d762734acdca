package aloud

import "strings"

// quantity reads a number by its value, with what stands behind it: a per cent, a measure word, the other end of a range.
func (r *reader) quantity() {
	whole, decimals, length := r.value(0)
	after := r.at + length
	ordinal := r.peek(-1) == '第'

	unit, gap := after, r.dashesAt(after)
	if gap > 0 || r.between(after) { // 2—3个: the measure word comes once, behind the second number
		n := max(gap, 1)
		if digit(r.peek(length + n)) {
			_, _, second := r.value(length + n)
			unit = after + n + second
		}
	}
	switch sign := r.char(unit); {
	case sign == '%' || sign == '‰':
		r.say(map[rune]string{'%': "百分之", '‰': "千分之"}[sign])
		if r.char(after) == sign {
			length++
		}
		if strings.Trim(decimals, "0") == "" { // 84.0% is rounded, and read as 84%
			decimals = ""
		}
		r.say(spoken(whole, decimals))
	case whole == "2" && decimals == "" && !ordinal && r.measured(unit):
		r.say("两")
	default:
		r.say(spoken(whole, decimals))
	}
	r.at += length
	r.to()
}

// value takes the number n places from here: its whole part without commas, its decimals, and how long it is as written.
func (r *reader) value(n int) (whole, decimals string, length int) {
	whole = r.run(r.at + n)
	length = len(whole)
	if length <= 3 {
		for r.peek(n+length) == ',' && len(r.run(r.at+n+length+1)) == 3 && len(whole) < 12 { // 12,345
			whole += r.run(r.at + n + length + 1)
			length += 4
		}
	}
	if r.peek(n+length) == '.' {
		if decimals = r.run(r.at + n + length + 1); decimals != "" {
			length += 1 + len(decimals)
		}
	}
	return whole, decimals, length
}

func spoken(whole, decimals string) string {
	if decimals == "" {
		return cardinal(whole)
	}
	return cardinal(whole) + "点" + singly(decimals, "零")
}

func (r *reader) char(i int) rune { return r.peek(i - r.at) }

// dashes are how many dashes of a range stand n places from here, one or two; none when no number follows.
func (r *reader) dashes(n int) int { return r.dashesAt(r.at + n) }

func (r *reader) dashesAt(i int) int {
	n := 0
	for n < 2 && strings.ContainsRune("—–－~～-", r.char(i+n)) {
		n++
	}
	if n > 0 && digit(r.char(i+n)) {
		return n
	}
	return 0
}

// between tells whether 至 or 到 joins the number before to one that follows.
func (r *reader) between(i int) bool {
	return (r.char(i) == '至' || r.char(i) == '到') && digit(r.char(i+1))
}

// to reads the dash of a range behind a number.
func (r *reader) to() {
	if n := r.dashes(0); n > 0 {
		r.say("至")
		r.at += n
	}
}

// measures are the words that count things, before which 2 is 两. Words that also name a place in a row (2号, 2楼, 2组, 2类)
// are left out: there 2 is 二.
var measures = []string{"公里", "公斤", "公顷", "千米", "千克", "千瓦", "厘米", "毫米", "平方", "立方", "小时", "分钟", "周岁", "万", "千", "亿",
	"件", "个", "位", "名", "条", "项", "户", "家", "次", "处", "座", "天", "年", "周", "米", "亩", "吨", "元", "斤", "里", "升", "场", "份", "张", "本",
	"篇", "段", "步", "人", "套", "台", "辆", "棵", "株", "盏", "根", "间", "层", "口", "眼", "块", "面", "趟", "轮", "批", "部", "所", "只", "头", "匹",
	"支", "门", "点", "时", "分", "秒", "岁", "倍", "道", "句", "种", "方", "桶", "封", "幅", "册", "枚", "顶", "副", "片", "车", "箱", "袋", "扇", "节"}

// ranks are words that begin like a measure and are none.
var ranks = []string{"年级", "分之", "时代"}

func (r *reader) measured(i int) bool {
	rest := string(r.text[min(i, len(r.text)):min(i+2, len(r.text))])
	for _, w := range ranks {
		if strings.HasPrefix(rest, w) {
			return false
		}
	}
	for _, w := range measures {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

var names = []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// singly reads digits one by one; zero is 零, or 〇 in a year.
func singly(row, zero string) string {
	var b strings.Builder
	for _, c := range row {
		if c == '0' {
			b.WriteString(zero)
		} else {
			b.WriteString(names[c-'0'])
		}
	}
	return b.String()
}

func trim(row string) string {
	if t := strings.TrimLeft(row, "0"); t != "" {
		return t
	}
	return "0"
}

// cardinal reads a whole number by its value: 10005 as 一万零五, 12 as 十二, 2000 as 两千, 200 as 二百. What is longer than
// twelve digits is read digit by digit.
func cardinal(row string) string {
	row = trim(row)
	if row == "0" {
		return "零"
	}
	if len(row) > 12 {
		return singly(row, "零")
	}
	var b strings.Builder
	zero := false // a gap of zeros since the last digit that was read
	for i := range row {
		place := len(row) - 1 - i // 0 for ones
		d := row[i] - '0'
		group := place / 4 // 0 ones, 1 万, 2 亿
		switch {
		case d == 0:
			zero = true
		default:
			if zero && b.Len() > 0 {
				b.WriteString("零")
			}
			zero = false
			switch {
			case d == 1 && place%4 == 1 && i == 0: // 十二, 十万
			case d == 2 && i == 0 && (place%4 == 3 || place%4 == 0 && place > 0): // 两千, 两万
				b.WriteString("两")
			default:
				b.WriteString(names[d])
			}
			b.WriteString([]string{"", "十", "百", "千"}[place%4])
		}
		if place%4 == 0 && group > 0 && strings.Trim(row[max(0, i-3):i+1], "0") != "" {
			b.WriteString([]string{"", "万", "亿"}[group])
			zero = false
			if i+1 < len(row) && row[i+1] == '0' { // 十万零五
				zero = true
			}
		}
	}
	return b.String()
}
