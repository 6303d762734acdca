// Package search makes the files in which the page search.html finds words.
//
// The page may be opened from a folder, where a script can load other scripts and nothing else, so the files are scripts. Each
// calls found with its name and what it holds. What is found is exact: the records in whose number, title or text the asked
// characters stand one after the other, when both are folded.
package search

import "strings"

// Characters that are the same to who searches: each of the first string is read as that of the second at its place. The page's
// script gets the table from here. One character always stands for one, so that a place in the folded text is one in the text.
var folded, plain = table()

func table() (from, to string) {
	var f, t strings.Builder
	add := func(some, as string) {
		f.WriteString(some)
		t.WriteString(strings.Repeat(as, len([]rune(some))))
	}
	for r := 'A'; r <= 'Z'; r++ {
		add(string(r), string(r+'a'-'A'))
	}
	for r := '！'; r <= '～'; r++ { // full width, in the order of ASCII
		if as := r - '！' + '!'; !strings.ContainsRune("（）［］｛｝＂＇－～", r) {
			add(string(r), strings.ToLower(string(as)))
		}
	}
	add("（［｛〔【〖〘「『《〈﹙[{", "(")
	add("）］｝〕】〗〙」』》〉﹚]}", ")")
	add("“”„‟‘’‚‛＂＇〝〞'", `"`)
	add("‐‑‒–—―−－─", "-")
	add("～〜∼", "~")
	add("·•‧∙・･", "·")
	add("\t\n\r\u00a0\u2002\u2003\u2009\u3000", " ")
	return f.String(), t.String()
}

var fold = func() map[rune]rune {
	m, to := map[rune]rune{}, []rune(plain)
	for i, r := range []rune(folded) {
		m[r] = to[i]
	}
	return m
}()

// Fold makes full width half, capitals small, and every sort of bracket, quotation mark, dash and space one.
func Fold(text string) string {
	return strings.Map(func(r rune) rune {
		if as, ok := fold[r]; ok {
			return as
		}
		return r
	}, text)
}

// Words are the words of a query, folded. A record is found when each stands in it.
func Words(query string) []string { return strings.Fields(Fold(query)) }
