// Package personal finds in a text what is nobody's business: numbers of persons and where they live.
//
// It knows such data by their shape alone, whoever they belong to. What of it an office may publish, such as its own
// telephone, is for the caller to say.
package personal

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// A Sort (种类) is a sort of personal data, by the name a clerk knows it.
type Sort string

const (
	Mobile   Sort = "手机号"
	Identity Sort = "身份证号"
	Card     Sort = "银行卡号"
	Home     Sort = "家庭住址"
)

// Found (发现) is one piece of personal data in a text.
type Found struct {
	Sort       Sort
	Start, End int    // bytes of the text
	Core       string // a number's digits without gaps; an address without spaces; both half-width
}

// Find gives the personal data in a text in the order in which they stand, none overlapping.
func Find(text string) []Found {
	if !suspect(text, false) {
		return nil
	}
	return find(text)
}

func find(text string) []Found {
	found := append(numbers(text), homes(text)...)
	if len(found) < 2 {
		return found
	}
	slices.SortStableFunc(found, func(a, b Found) int { return cmp.Compare(a.Start, b.Start) })
	end := 0
	return slices.DeleteFunc(found, func(f Found) bool {
		if f.Start < end {
			return true
		}
		end = f.End
		return false
	})
}

// Masked is a text with stars in the place of personal data, character for character, so that columns stay what they are:
// a wide character gets a wide star.
func Masked(text string) string {
	found := Find(text)
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, f := range found {
		b.WriteString(text[at:f.Start])
		for _, r := range text[f.Start:f.End] {
			switch k := width.LookupRune(r).Kind(); {
			case r == ' ' || r == '\t':
				b.WriteRune(r)
			case k == width.EastAsianWide || k == width.EastAsianFullwidth:
				b.WriteString("＊")
			default:
				b.WriteByte('*')
			}
		}
		at = f.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// Narrow is a text with half-width letters, digits and hyphens and without spaces: what two ways of writing the same
// address have in common.
func Narrow(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '　' || r == '\t':
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, text)
}

// before gives the rune that ends at a place of a text, and where it starts; 0 at the text's start.
func before(text string, at int) (rune, int) {
	if at <= 0 {
		return 0, 0
	}
	r, n := utf8.DecodeLastRuneInString(text[:at])
	return r, at - n
}

// after gives the rune at a place of a text, and where it ends; 0 at the text's end.
func after(text string, at int) (rune, int) {
	if at >= len(text) {
		return 0, at
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	return r, at + n
}
