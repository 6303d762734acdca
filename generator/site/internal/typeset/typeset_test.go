package typeset_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gongshi/generator/site/internal/typeset"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text string
		ems  float64
		want []string
	}{
		{"", 10, []string{""}},
		{"全镇人大代表", 10, []string{"全镇人大代表"}},
		{"全镇人大代表提出建议", 4, []string{"全镇人大", "代表提出", "建议"}},
		{"已经修好路灯，请看", 6, []string{"已经修好路", "灯，请看"}},                               // no comma begins a line
		{"已经修好（东街）了", 5, []string{"已经修好", "（东街）了"}},                               // no bracket ends one, none begins one
		{"共计一百一十六件。”完", 8, []string{"共计一百一十六", "件。”完"}},                           // two closing marks stay with their word
		{"时限是2026年6月30日以前", 9, []string{"时限是", "2026年6月30日以前"}},                   // a day stands on one line
		{"受理了116件建议", 5, []string{"受理了", "116件建议"}},                               // a number with its unit, too
		{"占受理的86.2%左右", 5, []string{"占受理的", "86.2%左右"}},                           // and a share
		{"按石人大〔2026〕3号文件办", 7, []string{"按石人大", "〔2026〕3号文", "件办"}},               // and a document's number
		{"一\n二三", 4, []string{"一", "二三"}},                                         // a line break is one
		{"abcdefghijklmnopqrst", 4, []string{"abcdef", "ghijklm", "nopqrs", "t"}}, // a word wider than the line
		{"甲 乙", 1, []string{"甲", "乙"}},                                            // a space at the end takes no room
	} {
		if got := typeset.Lines(c.text, c.ems); !slices.Equal(got, c.want) {
			t.Errorf("%q on %v ems: %q, want %q", c.text, c.ems, got, c.want)
		}
	}
	if got, want := typeset.Breaks("全镇人大代表提出", 2, 4), []typeset.Span{{0, 6}, {6, 18}, {18, 24}}; !slices.Equal(got, want) {
		t.Errorf("with a short first line: %v, want %v", got, want)
	}
	if got, want := typeset.Even("关于认定综合行政执法队二〇二五年度不满意件超过上限的决定", 20), []string{"关于认定综合行政执法队二〇二", "五年度不满意件超过上限的决定"}; !slices.Equal(got, want) {
		t.Errorf("a title: %q, want %q", got, want)
	}
}

// Lines lose no sign, none is wider than it may be unless it holds a single sign, and none begins with a closing mark that
// had room on the line before.
func FuzzLines(f *testing.F) {
	f.Add("关于抓好全镇犬只狂犬病免疫的建议，2025年5月10日（含）前办结；共116件，占86.2%。", 12)
	f.Add("阿依古丽·买买提：https://www.example.cn/gongshi/suggestions/2025-014.html 网上看", 7)
	f.Add("（（（（））））“”“”", 1)
	f.Fuzz(func(t *testing.T, text string, ems int) {
		if ems < 1 || ems > 200 || !utf8.ValidString(text) {
			return
		}
		lines := typeset.Lines(text, float64(ems))
		dense := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := dense(strings.Join(lines, "")), dense(text); got != want {
			t.Fatalf("%q became %q", want, got)
		}
		for _, line := range lines {
			if typeset.Width(line) > float64(ems)+1e-6 && utf8.RuneCountInString(line) > 1 {
				t.Errorf("%q is wider than %d", line, ems)
			}
		}
	})
}

func TestFill(t *testing.T) {
	table := func(head float64, rows ...float64) typeset.Run { return typeset.Run{Head: head, Blocks: rows} }
	block := func(height float64) typeset.Run { return typeset.Run{Blocks: []float64{height}} }
	end := func(height float64) typeset.Run { return typeset.Run{Blocks: []float64{height}, End: true} }
	heading := func(height float64) typeset.Run { return typeset.Run{Blocks: []float64{height}, Keep: true} }
	p := func(run, from, to int) typeset.Piece { return typeset.Piece{Run: run, From: from, To: to} }
	for _, c := range []struct {
		name string
		runs []typeset.Run
		want [][]typeset.Piece
	}{
		{"nothing", nil, nil},
		{"one sheet", []typeset.Run{block(3), table(1, 2, 2), block(2)}, [][]typeset.Piece{{p(0, 0, 1), p(1, 0, 2), p(2, 0, 1)}}},
		{"the head again on each sheet", []typeset.Run{table(1, 3, 3, 3, 3, 3)}, [][]typeset.Piece{{p(0, 0, 3)}, {p(0, 3, 5)}}},
		{"no head without a row", []typeset.Run{block(8), table(1, 2)}, [][]typeset.Piece{{p(0, 0, 1)}, {p(1, 0, 1)}}},
		{"a row higher than a sheet", []typeset.Run{table(1, 2, 20, 2)}, [][]typeset.Piece{{p(0, 0, 1)}, {p(0, 1, 2)}, {p(0, 2, 3)}}},
		{"the end has company", []typeset.Run{table(1, 2, 2, 2, 2), end(3)}, [][]typeset.Piece{{p(0, 0, 1)}, {p(0, 1, 4), p(1, 0, 1)}}},
		{"as much as has room", []typeset.Run{table(1, 2, 2, 2, 2), end(6)}, [][]typeset.Piece{{p(0, 0, 3)}, {p(0, 3, 4), p(1, 0, 1)}}},
		{"a whole table of one row", []typeset.Run{table(1, 2), table(1, 4), end(4)}, [][]typeset.Piece{{p(0, 0, 1)}, {p(1, 0, 1), p(2, 0, 1)}}},
		{"a heading goes where its text begins", []typeset.Run{block(7), heading(1), heading(1), table(0, 2, 2)}, [][]typeset.Piece{{p(0, 0, 1)}, {p(1, 0, 1), p(2, 0, 1), p(3, 0, 2)}}},
		{"all of the end, and company", []typeset.Run{table(0, 2, 2, 2), end(3), end(2)}, [][]typeset.Piece{{p(0, 0, 1)}, {p(0, 1, 3), p(1, 0, 1), p(2, 0, 1)}}},
		{"a sheet is not emptied", []typeset.Run{table(1, 8), end(4)}, [][]typeset.Piece{{p(0, 0, 1)}, {p(1, 0, 1)}}},
	} {
		got := typeset.Fill(10, c.runs)
		if !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCells(t *testing.T) {
	row := "<td>12-5-001</td><th scope=\"row\">关于&lt;路灯&gt;的建议</th>\n<td>2026年6月30日<span class=\"sub\">批准延期</span></td><td><p>一</p><p>二</p>三<br>四</td><td></td>"
	want := []string{"12-5-001", "关于<路灯>的建议", "2026年6月30日\n批准延期", "一\n二三\n四", ""}
	if got := typeset.Cells(row, "sub"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
