package audit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongshi/generator/board"
)

func TestReadNumeral(t *testing.T) {
	for _, c := range []struct {
		text           string
		digits, places int
		rest           string // not of the number; the whole text when it is none
	}{
		{"116件", 116, 0, "件"},
		{"１１６件", 116, 0, "件"},
		{"1,160件", 1160, 0, "件"},
		{"86.2%", 862, 1, "%"},
		{"８６．２１％", 8621, 2, "％"},
		{"86。", 86, 0, "。"},
		{"86.", 86, 0, "."},
		{"12,件", 12, 0, ",件"},
		{"1,16件", 0, 0, "1,16件"},
		{"1234,567件", 0, 0, "1234,567件"},
		{"1234567890", 0, 0, "1234567890"},
		{"两件", 2, 0, "件"},
		{"十件", 10, 0, "件"},
		{"十二", 12, 0, ""},
		{"二十", 20, 0, ""},
		{"九十九", 99, 0, ""},
		{"一百一十六件", 116, 0, "件"},
		{"一百十六件", 116, 0, "件"},
		{"一百零六", 106, 0, ""},
		{"一百〇六", 106, 0, ""},
		{"两百零三", 203, 0, ""},
		{"一千零五十", 1050, 0, ""},
		{"一千零五", 1005, 0, ""},
		{"一千二百", 1200, 0, ""},
		{"一万两千零三", 12003, 0, ""},
		{"十万零三十", 100030, 0, ""},
		{"八十六点二", 862, 1, ""},
		{"零点五", 5, 1, ""},
		{"零", 0, 0, ""},
		{"廿三", 0, 0, "廿三"},
		{"三四件", 0, 0, "三四件"},
		{"一百二", 0, 0, "一百二"},
		{"一千五十", 0, 0, "一千五十"},
		{"一百零二十", 0, 0, "一百零二十"},
		{"二十零三", 0, 0, "二十零三"},
		{"一百零零三", 0, 0, "一百零零三"},
		{"一百零", 0, 0, "一百零"},
		{"百二十", 0, 0, "百二十"},
		{"十百", 0, 0, "十百"},
		{"一亿", 0, 0, "一亿"},
		{"一万", 10000, 0, ""},
		{"一万五", 0, 0, "一万五"},
		{"二〇二五", 0, 0, "二〇二五"},
		{"三点两", 0, 0, "三点两"},
		{"三点", 0, 0, "三点"},
		{"点五", 0, 0, "点五"},
		{"几十", 0, 0, "几十"},
		{"", 0, 0, ""},
	} {
		n, size := readNumeral(c.text)
		if n != (numeral{c.digits, c.places}) || c.text[size:] != c.rest {
			t.Errorf("%s: got %+v, rest %q", c.text, n, c.text[size:])
		}
	}
}

// spell writes a number as a clerk does.
func spell(n int) string {
	if n >= 10000 {
		low := spell(n % 10000)
		switch {
		case n%10000 == 0:
			low = ""
		case n%10000 < 1000:
			low = "零" + strings.TrimPrefix(strings.Replace("#"+low, "#十", "一十", 1), "#")
		}
		return spell(n/10000) + "万" + low
	}
	if n == 0 {
		return "零"
	}
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	out, gap := "", false
	for i, unit := range []string{"千", "百", "十", ""} {
		d := n / [...]int{1000, 100, 10, 1}[i] % 10
		if d == 0 {
			gap = out != ""
			continue
		}
		if gap {
			out += "零"
			gap = false
		}
		out += digits[d] + unit
	}
	return strings.TrimPrefix(strings.Replace("#"+out, "#一十", "十", 1), "#")
}

func TestReadHanReadsWhatIsSpelt(t *testing.T) {
	for n := 0; n < 30000; n++ {
		text := spell(n)
		if got, size := readNumeral(text); got.digits != n || size != len(text) {
			t.Fatalf("%d is spelt %s and read as %d", n, text, got.digits)
		}
	}
}

func TestNumeralIsRate(t *testing.T) {
	for _, c := range []struct {
		digits, places int
		part, whole    int
		want           bool
	}{
		{86, 0, 100, 116, true}, {862, 1, 100, 116, true}, {8621, 2, 100, 116, true}, {863, 1, 100, 116, false}, {87, 0, 100, 116, false},
		{100, 0, 5, 5, true}, {0, 0, 0, 3, true}, {125, 1, 1, 8, true}, {13, 0, 1, 8, true}, {12, 0, 1, 8, false},
	} {
		if got := (numeral{c.digits, c.places}).is(board.Rate{Part: c.part, Whole: c.whole}); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func FuzzReadNumeral(f *testing.F) {
	for _, s := range []string{"116件", "1,160.5", "８６．２％", "一千零五十", "一万零三", "八十六点二", "百分之百", "三四"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, size := readNumeral(s)
		if size < 0 || size > len(s) || n.digits < 0 || n.places < 0 || n.places > mostDigits || size == 0 && n != (numeral{}) {
			t.Fatalf("%+v %d", n, size)
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[size:]) {
			t.Fatalf("cut inside a character: %q", s[size:])
		}
		if again, end := readNumeral(s[:size]); size > 0 && (again != n || end != size) {
			t.Fatalf("%q alone is read as %+v", s[:size], again)
		}
		if c, length := readCount(s); length > 0 && (c.text != s[:length] || length <= size && !strings.HasPrefix(s, "百分之")) {
			t.Fatalf("%+v %d", c, length)
		}
	})
}
