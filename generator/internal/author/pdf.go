package author

import (
	"bytes"
	"compress/zlib"
	"html"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

var (
	encrypted = regexp.MustCompile(`/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<`)
	objects   = regexp.MustCompile(`/Type\s*/ObjStm`)
	stream    = regexp.MustCompile(`>>\s*stream\r?\n`)
	creator   = regexp.MustCompile(`(?s)<dc:creator[^>]*>(.*?)</dc:creator>`)
	entry     = regexp.MustCompile(`(?s)<rdf:li[^>]*>(.*?)</rdf:li>`)
)

// unpackedLimit is how much is unpacked of one PDF in all.
const unpackedLimit = 64 << 20

// portable reads a PDF's authors: from its information dictionary, which may lie in a packed stream of objects, and from
// its metadata. A PDF that was saved more than once keeps the earlier ones, too.
func portable(file []byte) ([]string, error) {
	if encrypted.Match(file) {
		return nil, ErrLocked
	}
	names := authors(nil, file)
	left := int64(unpackedLimit)
	for _, at := range objects.FindAllIndex(file, -1) {
		behind := file[at[1]:min(len(file), at[1]+1000)]
		m := stream.FindIndex(behind)
		if m == nil {
			continue
		}
		z, err := zlib.NewReader(bytes.NewReader(file[at[1]+m[1]:]))
		if err != nil {
			continue // packed in another way, which office programs do not use
		}
		unpacked, _ := io.ReadAll(io.LimitReader(z, left)) // what can be read of a broken one is looked at
		if left -= int64(len(unpacked)); left <= 0 {
			return nil, ErrBroken
		}
		names = authors(names, unpacked)
	}
	for _, m := range creator.FindAllSubmatch(file, -1) {
		for _, e := range entry.FindAllSubmatch(m[1], -1) {
			names = append(names, html.UnescapeString(string(e[1])))
		}
	}
	return names, nil
}

// authors adds the values of /Author in objects of a PDF to names.
func authors(names []string, objects []byte) []string {
	const key = "/Author"
	for {
		i := bytes.Index(objects, []byte(key))
		if i < 0 {
			return names
		}
		objects = objects[i+len(key):]
		value := bytes.TrimLeft(objects[:min(len(objects), 4000)], " \t\r\n\x00\f")
		switch {
		case len(value) == 0:
		case value[0] == '(':
			names = append(names, decoded(literal(value[1:])))
		case value[0] == '<' && !bytes.HasPrefix(value, []byte("<<")):
			names = append(names, decoded(hexadecimal(value[1:])))
		}
	}
}

// literal reads a string in round brackets, whose first one is read.
func literal(s []byte) []byte {
	var out []byte
	depth := 1
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\\':
			if i++; i == len(s) {
				return out
			}
			switch c := s[i]; c {
			case 'n', 'r', 't', 'b', 'f':
				out = append(out, ' ')
			case '\r', '\n':
			default:
				n := 0
				for n < 3 && i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '7' {
					n++
				}
				if n == 0 {
					out = append(out, c)
					continue
				}
				v := 0
				for _, d := range s[i : i+n] {
					v = v*8 + int(d-'0')
				}
				out = append(out, byte(v))
				i += n - 1
			}
			continue
		}
		out = append(out, s[i])
	}
	return out
}

// hexadecimal reads a string in pointed brackets, whose first one is read.
func hexadecimal(s []byte) []byte {
	var out []byte
	high, half := byte(0), false
	for _, c := range s {
		v := strings.IndexByte("0123456789abcdef", c|0x20)
		switch {
		case c == '>':
			if half {
				out = append(out, high)
			}
			return out
		case v < 0 || c < '0':
		case half:
			out, half = append(out, high|byte(v)), false
		default:
			high, half = byte(v)<<4, true
		}
	}
	return out
}

// decoded is the text of a PDF's string: UTF-16 or UTF-8 when it says so, else what it is most likely to be.
func decoded(s []byte) string {
	switch {
	case bytes.HasPrefix(s, []byte{0xFE, 0xFF}):
		var units []uint16
		for s = s[2:]; len(s) >= 2; s = s[2:] {
			units = append(units, uint16(s[0])<<8|uint16(s[1]))
		}
		return string(utf16.Decode(units))
	case bytes.HasPrefix(s, []byte{0xEF, 0xBB, 0xBF}):
		return string(s[3:])
	case utf8.Valid(s):
		return string(s)
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(s)
	if err != nil {
		return string(s)
	}
	return string(text)
}
