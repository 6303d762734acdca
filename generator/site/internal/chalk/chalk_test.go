package chalk

import (
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"受理116件", "受理116件"},
		{"一二三四五六七八九十", "一二三四五六七八|九十"},
		{"一二三四五六七八，九十", "一二三四五六七|八，九十"},
		{"一二三四五六七“八九”十", "一二三四五六七|“八九”十"},
		{"电话0700-5550108，工作日", "电话|0700-5550108，工|作日"},
		{"一行\n\n 又一行 \n", "一行|又一行"},
		{"一二三四五六七八 九", "一二三四五六七八|九"},
		{"https://www.example.gov.cn/", "https://www.exam|ple.gov.cn/"},
		{"截至2025年6月30日办结", "截至|2025年6月30日办|结"},
		{"。", "。"},
	} {
		if got := strings.Join(Lines(c.text, 8), "|"); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// No line is wider than the board, and no character is lost but spaces.
func FuzzLines(f *testing.F) {
	for _, s := range []string{"一二三四五六七八，九十", "（（（（（（（（（（（", "，，，，，，，，，，，，，，", "a b c 0700-5550108", "“", "https://www.example.gov.cn/一二"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		lines := Lines(s, 8)
		for _, l := range lines {
			if wide(l) > 16 || strings.TrimSpace(l) == "" {
				t.Errorf("%q: the line %q", s, l)
			}
		}
		if got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(s), ""); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}
