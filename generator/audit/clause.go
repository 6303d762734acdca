package audit

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongshi/generator/record"
)

// A clause (分句) is what stands between two marks, as far as a vocabulary understands it.
type clause struct {
	known   bool // every word of it
	empty   bool
	listed  bool // the next one goes on with its list: 答复、
	part    bool // the next one tells of a part of it: 84件中
	phrases []*phrase
	counts  []count
	names   []string
	means   map[meaning]bool
	until   record.Date // the day up to which it counts, when it names one
}

// A count is a number of items, or a percentage, and where it stands in the passage.
type count struct {
	numeral
	text    string // as written: 116件, 百分之八十六点二
	at      int
	percent bool
	strict  bool // counts 条: only suggestions of deputies are meant for certain
}

var (
	// upTo is how a clause names the day up to which it counts.
	upTo = regexp.MustCompile(`^(?:截至|截止到|截止|到|至)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底|末)(?:止|为止)?`)
	// yearOf is a year.
	yearOf = regexp.MustCompile(`^(\d{4})年度?`)
	// itemNumber begins a paragraph or heading that is one of several: （一） 2. 三是
	itemNumber = regexp.MustCompile(`^[\s　]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}(?:、|．|\. |是|要)|[①-⑳])`)
	// bracket is a remark in brackets; ratio one that only shows how a rate was made.
	bracket = regexp.MustCompile(`（[^（）]*）|\([^()]*\)|【[^【】]*】`)
	ratio   = regexp.MustCompile(`^[（(][\d/%％. ]*[）)]$|^【`)
	// versus begins a clause that compares with another year or place.
	versus = regexp.MustCompile(`^(?:比|较|同比|环比)`)
)

// clausesOf parts a sentence that begins at an offset of its passage. It gives none when a remark in brackets says what the
// vocabulary cannot know.
func (v *vocabulary) clausesOf(sentence string, at int, year int) []clause {
	if marks := bracket.FindAllStringIndex(sentence, -1); marks != nil {
		blanked := []byte(sentence) // what stands after a remark keeps its place
		for _, m := range marks {
			if !ratio.MatchString(sentence[m[0]:m[1]]) {
				return nil
			}
			for i := m[0]; i < m[1]; i++ {
				blanked[i] = ' '
			}
		}
		sentence = string(blanked)
	}
	var all []clause
	start := 0
	end := func(to, next int, mark string) {
		if text := sentence[start:to]; !versus.MatchString(text) {
			c := v.understand(text, at+start, year)
			c.listed, c.part = mark == "、", mark == "中"
			all = append(all, c)
		}
		start = next
	}
	for i, r := range sentence {
		switch {
		case strings.ContainsRune("，；、：,;:", r) || strings.HasPrefix(sentence[i:], "——"):
			if r == ',' && i > 0 && i+1 < len(sentence) && isDigit(sentence[i-1]) && isDigit(sentence[i+1]) {
				continue
			}
			if i < start {
				continue
			}
			n := utf8.RuneLen(r)
			if r == '—' {
				n *= 2
			}
			end(i, i+n, string(r))
		case r == '中' && strings.HasSuffix(sentence[start:i], "件") && !strings.HasPrefix(sentence[i:], "中的"):
			end(i, i+len("中"), "中")
		}
	}
	end(len(sentence), len(sentence), "")
	return all
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// understand reads a clause that begins at an offset of its passage, in a text of a year.
func (v *vocabulary) understand(text string, at int, year int) clause {
	c := clause{known: true, empty: strings.TrimSpace(text) == "", means: map[meaning]bool{}}
	for i := 0; i < len(text); {
		rest := text[i:]
		if r, n := utf8.DecodeRuneInString(rest); r == ' ' || r == '　' {
			i += n
			continue
		}
		if m := upTo.FindStringSubmatch(rest); m != nil {
			if c.until = lastDay(m[1:], year); c.until.IsZero() {
				c.known = false
			}
			i += len(m[0])
			continue
		}
		if m := yearOf.FindStringSubmatch(rest); m != nil {
			if m[1] != strconv.Itoa(year) {
				c.known = false
				return c
			}
			c.means[running] = true
			i += len(m[0])
			continue
		}
		if n, size := readCount(rest); size > 0 {
			n.at = at + i
			c.counts = append(c.counts, n)
			i += size
			continue
		}
		w, size := v.longestAt(rest)
		if size == 0 {
			c.known = false
			return c
		}
		switch {
		case w.phrase != nil:
			c.phrases = append(c.phrases, w.phrase)
		case w.name != "":
			c.names = append(c.names, w.name)
		}
		c.means[w.means] = true
		i += size
	}
	return c
}

// lastDay is the day that a year, month and day name; zero when there is none such.
func lastDay(m []string, year int) record.Date {
	if m[0] != "" {
		year, _ = strconv.Atoi(m[0])
	}
	month, _ := strconv.Atoi(m[1])
	if month < 1 || month > 12 {
		return record.Date{}
	}
	if m[2] == "" {
		return record.Date{Year: year, Month: month, Day: 1}.AddMonths(1).AddDays(-1)
	}
	day, _ := strconv.Atoi(m[2])
	d := record.Date{Year: year, Month: month, Day: day}
	if day < 1 || d.AddDays(0) != d {
		return record.Date{}
	}
	return d
}

// readCount reads a number of items or a percentage at the beginning of a text. One item in words (一件) is no count: it
// is how a single matter is called.
func readCount(text string) (count, int) {
	if rest, ok := strings.CutPrefix(text, "百分之"); ok {
		if strings.HasPrefix(rest, "百") {
			return count{numeral: numeral{digits: 100}, text: "百分之百", percent: true}, len("百分之百")
		}
		n, size := readNumeral(rest)
		if size == 0 {
			return count{}, 0
		}
		size += len("百分之")
		return count{numeral: n, text: text[:size], percent: true}, size
	}
	n, size := readNumeral(text)
	if size == 0 {
		return count{}, 0
	}
	rest := strings.TrimLeft(text[size:], " ")
	gap := len(text) - size - len(rest)
	for _, unit := range []string{"%", "％", "件", "条"} {
		if !strings.HasPrefix(rest, unit) {
			continue
		}
		c := count{numeral: n, percent: len(unit) == 1 || unit == "％", strict: unit == "条"}
		if !c.percent && (n.places > 0 || text[:size] == "一") {
			return count{}, 0
		}
		size += gap + len(unit)
		c.text = text[:size]
		return c, size
	}
	return count{}, 0
}
