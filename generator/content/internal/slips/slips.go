// Package slips finds what clerks mistype in TOML: full-width signs, quotes
// forgotten or Chinese, dates in other forms.
package slips

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Max is how many slips are looked for in one text.
const Max = 100

// maxDepth is how deep brackets are followed.
const maxDepth = 16

// Slip is a mistake at a byte offset of the text.
type Slip struct {
	Off        int
	Value      bool // a value is written wrong; otherwise it is the syntax
	Text, Hint string
}

// Repair is what to put in place of text[Start:End].
type Repair struct {
	Start, End int
	Text       string
}

// Found is what Find found in a text.
type Found struct {
	Slips   []Slip   // in the order of the text, nearly
	Repairs []Repair // sorted, not overlapping; with them the slips are gone
	Partial bool     // a text or bracket without an end took in the keys behind it
}

// Find looks for slips in a TOML text that the parser refuses.
func Find(text string) Found {
	s := finder{text: text}
	for s.i < len(text) && len(s.Slips) < Max {
		s.line()
	}
	// A list's missing bracket is found only after what follows it.
	slices.SortStableFunc(s.Repairs, func(a, b Repair) int { return cmp.Compare(a.Start, b.Start) })
	return s.Found
}

// finder goes through a text line by line.
type finder struct {
	Found
	text  string
	i     int // offset at hand
	end   int // of its line
	depth int // of brackets
}

func (s *finder) slip(off int, value bool, text, hint string) {
	s.Slips = append(s.Slips, Slip{off, value, text, hint})
}

func (s *finder) replace(start, end int, text string) {
	s.Repairs = append(s.Repairs, Repair{start, end, text})
}

// next gives the character at hand; utf8.RuneError, 0 at the end.
func (s *finder) next() (rune, int) { return utf8.DecodeRuneInString(s.text[s.i:]) }

// rest gives what is left of the line.
func (s *finder) rest() string {
	if s.end < s.i || s.end == 0 { // found once a line: lines may be long
		if n := strings.IndexByte(s.text[s.i:], '\n'); n >= 0 {
			s.end = s.i + n
		} else {
			s.end = len(s.text)
		}
	}
	return s.text[s.i:s.end]
}

func (s *finder) skipLine() { s.i = min(s.i+len(s.rest())+1, len(s.text)) }

// space passes over blanks and repairs full-width ones.
func (s *finder) space() {
	start := s.i
	for {
		r, n := s.next()
		switch r {
		case ' ', '\t':
			s.i++
			start = s.i
		case '\u3000', '\u00a0':
			for r == '\u3000' || r == '\u00a0' {
				s.i += n
				r, n = s.next()
			}
			s.slip(start, false, "这里有全角空格", "删掉，或换成英文输入法下的空格")
			s.replace(start, s.i, " ")
			start = s.i
		default:
			return
		}
	}
}

// wrong repairs a full-width sign of n bytes at hand and passes over it.
func (s *finder) wrong(n int, right string) {
	sign := s.text[s.i : s.i+n]
	s.slip(s.i, false, "“"+sign+"”要换成 "+right, "切换到英文输入法，输入 "+right)
	s.replace(s.i, s.i+n, right)
	s.i += n
}

func (s *finder) line() {
	s.space()
	switch r, n := s.next(); r {
	case '\n', '#':
	case '＃':
		s.wrong(n, "#")
	case '[', '［', '【':
		s.header()
	case utf8.RuneError:
	default:
		if s.pair(false) {
			s.tail()
		}
	}
	s.skipLine()
}

var squareBrackets = strings.NewReplacer("【", "[", "［", "[", "】", "]", "］", "]")

// header looks at [a] and [[a]].
func (s *finder) header() {
	line, _, _ := strings.Cut(s.rest(), "#")
	line = strings.TrimRight(line, " \t")
	if right := squareBrackets.Replace(line); right != line {
		s.slip(s.i, false, "方括号要用英文的 [ ]", "改成 "+right)
	}
	open, inner := s.i, strings.TrimLeft(line, "[［【")
	nameStart := open + len(line) - len(inner)
	name := strings.TrimRight(inner, "]］】")
	if i := strings.IndexAny(inner, "]］】"); i >= 0 {
		name = inner[:i]
	}
	nameEnd := nameStart + len(name)
	s.bracket(open, nameStart)
	s.key(nameStart, nameEnd)
	s.bracket(nameEnd, open+len(line))
	s.i = open + len(line)
}

// bracket repairs the full-width brackets in a span.
func (s *finder) bracket(start, end int) {
	if was := s.text[start:end]; squareBrackets.Replace(was) != was {
		s.replace(start, end, squareBrackets.Replace(was))
	}
}

var (
	bareKey = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)
	keyWord = regexp.MustCompile(`^[a-z][a-z0-9_]*\b`)
)

// key puts a key in quotes that TOML does not take bare. That needs no report:
// Decode knows the keys and says what it should be.
func (s *finder) key(start, end int) {
	key := s.text[start:end]
	trimmed := strings.Trim(key, " \t\u3000")
	if trimmed == "" || strings.ContainsAny(trimmed, `"'`) {
		return
	}
	before, after, _ := strings.Cut(key, trimmed)
	wide := strings.Contains(before+after, "\u3000")
	if wide {
		s.slip(start+strings.Index(key, "\u3000"), false, "这里有全角空格", "删掉，或换成英文输入法下的空格")
	}
	if !bareKey.MatchString(trimmed) {
		s.replace(start, end, quote(trimmed)+" ")
	} else if wide {
		s.replace(start, end, trimmed+" ")
	}
}

// pair looks at key = value and reports whether the line goes on after it.
func (s *finder) pair(inner bool) bool {
	line := s.rest()
	from := 0
	if line != "" && (line[0] == '"' || line[0] == '\'') {
		from = strings.IndexByte(line[1:], line[0]) + 2
	}
	at := strings.IndexAny(line[from:], "=＝:：") + from
	switch key := keyWord.FindString(line); {
	case at >= from:
		s.key(s.i, s.i+at)
		s.i += at
		if r, n := s.next(); r == '=' {
			s.i++
		} else {
			s.wrong(n, "=")
		}
	case key != "":
		s.i += len(key)
		s.slip(s.i, false, "键名“"+key+"”后面缺少 =", "写成 "+key+" = ……")
		s.replace(s.i, s.i, " =")
	case inner:
		return false
	default:
		s.slip(s.i, false, "这一行没有 =", "每项写成一行：键 = 值；如果它接着上一行，把两行并成一行")
		s.replace(s.i, s.i+len(line), "")
		return false
	}
	s.value(inner)
	return true
}

// tail looks at what follows the value of a line.
func (s *finder) tail() {
	s.space()
	switch r, n := s.next(); r {
	case '＃':
		s.wrong(n, "#")
	case ',', ';', '，', '；', '。', '、':
		s.slip(s.i, false, "行末多了“"+string(r)+"”", "删掉它")
		s.replace(s.i, s.i+n, "")
	}
}

// value looks at a value; inner says that it lies in brackets.
func (s *finder) value(inner bool) {
	s.space()
	switch r, n := s.next(); r {
	case '"', '\'':
		if triple := strings.Repeat(string(r), 3); strings.HasPrefix(s.text[s.i:], triple) {
			s.longText(triple)
		} else {
			s.quoted(r, inner)
		}
	case '“', '”', '＂', '‘', '’', '＇', '「', '『':
		s.chineseQuotes(n, inner)
	case '[', '{':
		s.i++
		s.group(r, s.i-1)
	case '［', '【':
		s.wrong(n, "[")
		s.group('[', s.i-n)
	case '｛':
		s.wrong(n, "{")
		s.group('{', s.i-n)
	default:
		s.bare(inner)
	}
}

// longText passes over a text in triple quotes.
func (s *finder) longText(quote string) {
	if i := strings.Index(s.text[s.i+3:], quote); i >= 0 {
		s.i += i + 6
		return
	}
	s.slip(s.i, false, "三个引号 "+quote+" 没有收尾", "在这段文字后面，单独一行写 "+quote)
	s.replace(len(s.text), len(s.text), quote)
	s.Partial = true // the text took in the keys behind it
	s.i = len(s.text)
}

// group looks at the items of […] or {…} after its bracket, which stands at start.
func (s *finder) group(open rune, start int) {
	if s.depth++; s.depth > maxDepth {
		s.i = len(s.text)
	}
	defer func() { s.depth-- }()
	end := map[rune]string{'[': "]", '{': "}"}[open]
	last := s.i    // after the last item
	value := false // the last thing was a value, so a comma or the end is due
	for s.i < len(s.text) && len(s.Slips) < Max {
		s.space()
		r, n := s.next()
		switch {
		case r == '\n':
			if s.nextIsPair() && open == '[' {
				s.slip(start, false, "这个方括号没有收尾", "在最后一项后面补上 ]")
				s.replace(last, last, "]")
				return
			}
			s.i++
		case r == '#':
			s.i += len(s.rest())
		case string(r) == end:
			s.i++
			return
		case open == '[' && (r == '］' || r == '】'), open == '{' && r == '｝':
			s.wrong(n, end)
			return
		case r == ',':
			s.i++
			value, last = false, s.i
		case r == '，', r == '、', r == '；', r == ';':
			s.wrong(n, ",")
			value, last = false, s.i
		case value && strings.ContainsRune(`"'“”＂「`, r):
			s.slip(s.i, false, "两项之间缺少逗号", "在前面加一个英文逗号")
			s.replace(s.i, s.i, ",")
			value = false
		case value:
			return // no sense in it; the parser will say
		case open == '{':
			if !s.pair(true) {
				return
			}
			value, last = true, s.i
		default:
			s.value(true)
			value, last = true, s.i
		}
	}
	s.slip(start, false, "这个括号没有收尾", "在最后一项后面补上 "+end)
	s.Partial = true
}

// nextIsPair reports whether the line after the newline at hand is a new key
// or table, so that a list before it was not closed.
func (s *finder) nextIsPair() bool {
	line, _, _ := strings.Cut(s.text[s.i+1:], "\n")
	line = strings.TrimLeft(line, " \t\u3000")
	key, _, found := strings.Cut(line, "=")
	if strings.HasPrefix(line, "[[") {
		return true
	}
	key = strings.TrimSpace(key)
	return found && key != "" && !strings.ContainsAny(key, `"'“”[]{},，`)
}
