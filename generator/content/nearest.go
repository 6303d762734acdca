package content

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Nearest returns the option that word was most likely meant to be. Letter
// case and full-width forms do not count as a difference. A slip of one
// character is forgiven in words of two to five characters (three to five in
// Latin letters), one more for every three characters beyond. Between
// equally near options the earlier one wins.
func Nearest(word string, options []string) (string, bool) {
	w := []rune(fold(word))
	best, found, least := "", false, len(w)+1
	for _, option := range options {
		o := []rune(fold(option))
		longest := max(len(w), len(o))
		allowed := max(1, longest/3)
		if min(len(w), len(o)) < 2 || longest < 3 && isASCII(option) {
			allowed = 0 // “id” is not a slip of “no”
		}
		if d := distance(w, o); d <= allowed && d < least {
			best, found, least = option, true, d
		}
	}
	return best, found
}

// fold makes full-width letters and digits ASCII, and all letters lower case.
func fold(s string) string {
	return strings.ToLower(width.Fold.String(strings.TrimSpace(s)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// distance is the Damerau-Levenshtein distance (optimal string alignment):
// insertions, deletions, replacements and swaps of neighbours that turn a into b.
func distance(a, b []rune) int {
	var before, above, row []int
	above = make([]int, len(b)+1)
	row = make([]int, len(b)+1)
	before = make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
