package content

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const saveAsUTF8 = "用记事本打开，点“文件”→“另存为”，“编码”选“UTF-8”，保存；用 WPS 时另存为“纯文本”，编码选“UTF-8”"

// decodeText checks that raw is UTF-8 text and brings it to the form the
// parsers want, in place: no BOM, lines ending in \n, no control characters.
// Line and column of what remains are those an editor shows.
func decodeText(file string, raw []byte) ([]byte, *Problem) {
	fault := func(pos Pos, text, hint string) ([]byte, *Problem) {
		pos.File = file
		return nil, &Problem{Pos: pos, Rule: ruleEncoding, Text: text, Hint: hint}
	}
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) || looksUTF16(raw) {
		return fault(Pos{}, "文件的编码是 UTF-16（记事本里叫“Unicode”），读不了", saveAsUTF8)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(raw) {
		if looksGB18030(raw) {
			return fault(Pos{}, "文件的编码是 GBK/GB18030（记事本里叫“ANSI”），读不了", saveAsUTF8)
		}
		return fault(bytePos(raw, invalidByte(raw)), "这里有一个坏字，不是 UTF-8 文字", "删掉这个字重新输入；如果整篇都是乱码，"+saveAsUTF8)
	}
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return fault(bytePos(raw, i), "这里有一个看不见的空字符（NUL）", "删掉这一处重新输入；如果这不是文字文件，请换一个扩展名")
	}
	return plainLines(raw), nil
}

// plainLines turns \r\n and \r into \n, and other control characters, such as
// the vertical tab that pasting from a word processor leaves, into spaces.
func plainLines(raw []byte) []byte {
	clean := 0
	for clean < len(raw) && (raw[clean] >= ' ' && raw[clean] != 0x7f || raw[clean] == '\n' || raw[clean] == '\t') {
		clean++
	}
	out := raw[:clean]
	for i := clean; i < len(raw); i++ {
		c := raw[i]
		switch {
		case c == '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				continue
			}
			c = '\n'
		case c < ' ' && c != '\n' && c != '\t', c == 0x7f:
			c = ' '
		}
		out = append(out, c)
	}
	return out
}

// looksUTF16 recognises UTF-16 without a BOM by the zero bytes that ASCII
// characters and line ends leave on one side of the byte pairs.
func looksUTF16(raw []byte) bool {
	if len(raw) < 4 || len(raw)%2 != 0 {
		return false
	}
	head := raw[:min(len(raw), 4096)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	few, many := min(zeros[0], zeros[1]), max(zeros[0], zeros[1])
	return many > 1 && many*32 >= len(head) && few*8 <= many
}

// looksGB18030 reports whether raw, which is not UTF-8, is GB18030 as a whole
// and not a UTF-8 text with a damaged spot.
func looksGB18030(raw []byte) bool {
	good, bad := 0, 0
	for rest := raw; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n >= 3: // two-byte forms also turn up by chance in GBK text
			good++
		}
		rest = rest[n:]
	}
	if good > bad {
		return false
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	return err == nil && !bytes.ContainsRune(text, utf8.RuneError)
}

// invalidByte gives the offset of the first byte that is not UTF-8.
func invalidByte(raw []byte) int {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(raw)
}

// bytePos gives the line and column of a byte of text as it stands in the file.
func bytePos(raw []byte, off int) Pos {
	before := plainLines(bytes.Clone(raw[:off]))
	line := 1 + bytes.Count(before, []byte("\n"))
	col := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	return Pos{Line: line, Col: col}
}
