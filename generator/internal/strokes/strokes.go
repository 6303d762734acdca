// Package strokes orders people's names as official lists do: by the strokes of the surname (按姓氏笔画为序).
//
// Fewer strokes stand first; of as many, the strokes decide in the order of writing, 横 before 竖, 撇, 点 and 折. Characters
// written with the same strokes go as 《通用规范汉字表》 has them, by GF 3003-1999. People of one surname go by their given names
// in the same way.
package strokes

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed table.txt
var table string

// places tells where each character stands, from 0.
var places = sync.OnceValue(func() map[rune]int {
	at := make(map[rune]int, 8105)
	for line := range strings.Lines(table) {
		_, characters, _ := strings.Cut(strings.TrimSpace(line), " ")
		for _, r := range characters {
			at[r] = len(at)
		}
	}
	return at
})

// Known tells whether the strokes of a character are known: whether 《通用规范汉字表》 has it.
func Known(r rune) bool {
	_, known := places()[r]
	return known
}

// Unknown is the letters of a name that stand after all others because their strokes are not known.
func Unknown(name string) []rune {
	var unknown []rune
	for _, r := range letters(name) {
		if !Known(r) {
			unknown = append(unknown, r)
		}
	}
	return unknown
}

// An Order is what the office may choose about the order of names.
type Order struct {
	ShortFirst bool // within a surname, given names of one character (单名) stand before longer ones
}

// Compare tells which of two names stands first: it is negative for a, positive for b, 0 for either. Dots and spaces count
// for nothing, so that 阿依古丽·买买提 goes by its characters in turn.
func (o Order) Compare(a, b string) int {
	surname, given := split(a)
	otherSurname, otherGiven := split(b)
	if c := slices.CompareFunc(surname, otherSurname, compare); c != 0 {
		return c
	}
	if short, otherShort := len(given) < 2, len(otherGiven) < 2; o.ShortFirst && short != otherShort {
		if short {
			return -1
		}
		return 1
	}
	return slices.CompareFunc(given, otherGiven, compare)
}

// compare puts characters that are not in the table after all that are, by their code points.
func compare(a, b rune) int { return place(a) - place(b) }

func place(r rune) int {
	at := places()
	if i, known := at[r]; known {
		return i
	}
	return len(at) + int(r)
}

// double is the surnames of two characters (复姓) that people still bear.
var double = strings.Fields(`
	欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 司空 夏侯 轩辕 端木 独孤 南宫 长孙 宇文 闻人
	申屠 淳于 太史 单于 赫连 钟离 濮阳 公冶 澹台 呼延 百里 东郭 西门 万俟 公羊 第五 左丘 梁丘 亓官 鲜于
	闾丘 拓跋 仲孙 漆雕 乐正 宗政 谷梁 东门 南门 贺兰 完颜 纳兰 达奚 褚师 公良 巫马 壤驷 颛孙 司寇 微生`)

// split parts a name into surname and given name. Two characters are a surname of one and a given name, whatever they are; a
// name with a dot in it has no surname, and its first character stands for one.
func split(name string) (surname, given []rune) {
	all := letters(name)
	n := min(1, len(all))
	if len(all) > 2 && slices.Contains(double, string(all[:2])) && !strings.ContainsFunc(name, dot) {
		n = 2
	}
	return all[:n], all[n:]
}

// dot tells whether a character parts a name of several words (间隔号), in any of the shapes that are typed for it.
func dot(r rune) bool { return strings.ContainsRune("·•‧・．.", r) }

func letters(name string) []rune {
	var all []rune
	for _, r := range name {
		if unicode.IsLetter(r) {
			all = append(all, r)
		}
	}
	return all
}

// Spaced is a name as lists print it: one of two characters is set as wide as three, with a full-width space between (张　三).
func Spaced(name string) string {
	if r := []rune(name); len(r) == 2 {
		return string([]rune{r[0], '　', r[1]})
	}
	return name
}
