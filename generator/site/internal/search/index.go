package search

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// An index tells where every pair of characters stands. A place is a number: that of the record, counted from 0, times stride,
// plus the offset in the record. Numbers begin at offset 0, titles at title, texts at text, whatever record it is; so a place
// alone tells the record and whether the pair stands in its number, title or text. Offsets count characters. Between two fields
// is at least one place at which nothing stands, so places that follow one another are in one field.
type index struct {
	title, text, stride int
	shards              []shard
}

// A shard is a part of the index, in the order of pairs, for one file.
type shard []term

// A term is a pair of characters with its places, in order: the distance of each from the one before, in digits. The last
// character of a field or word makes a pair with a space, so each character but spaces is the first of one pair. Whoever looks
// for one character takes all pairs that begin with it.
type term struct {
	pair   string
	places []byte
}

// MarshalJSON writes an object with a key for each pair.
func (s shard) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, t := range s {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(t.pair)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteString(`:"`)
		b.Write(t.places)
		b.WriteByte('"')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// indexOf indexes records for at most so many shards.
func indexOf(records []Record, shards int) *index {
	x := &index{}
	for i := range records {
		r := &records[i]
		x.title = max(x.title, utf8.RuneCountInString(r.Number)+1)
		x.text = max(x.text, utf8.RuneCountInString(r.Title)+1)
		x.stride = max(x.stride, utf8.RuneCountInString(r.Text)+1)
	}
	x.text += x.title
	x.stride += x.text

	numbered := map[[2]rune]int32{} // terms by pair
	var terms []term
	var last []int // place of each term's last
	add := func(a, b rune, place int) {
		n, ok := numbered[[2]rune{a, b}]
		if !ok {
			n = int32(len(terms))
			numbered[[2]rune{a, b}] = n
			terms, last = append(terms, term{pair: string([]rune{a, b})}), append(last, 0)
		}
		terms[n].places = appendDigits(terms[n].places, place-last[n])
		last[n] = place
	}
	field := func(text string, place int) {
		before := ' '
		for _, r := range text {
			if as, ok := fold[r]; ok {
				r = as
			}
			if before != ' ' {
				add(before, r, place-1)
			}
			before = r
			place++
		}
		if before != ' ' {
			add(before, ' ', place-1)
		}
	}
	for i := range records {
		r, start := &records[i], i*x.stride
		field(r.Number, start)
		field(r.Title, start+x.title)
		field(r.Text, start+x.text)
	}
	slices.SortFunc(terms, func(s, t term) int { return compareUnits(s.pair, t.pair) })
	x.shards = divide(terms, shards)
	return x
}

// compareUnits compares as scripts do, by UTF-16: characters beyond the first plane stand before the last of the first.
func compareUnits(s, t string) int {
	a, b := []rune(s), []rune(t)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return cmp.Compare(unit(a[i]), unit(b[i]))
		}
	}
	return cmp.Compare(len(a), len(b))
}

func unit(r rune) rune {
	if r >= 0xE000 && r <= 0xFFFF {
		return r + 0x200000
	}
	return r
}

// divide parts terms into at most so many shards of about one size.
func divide(terms []term, shards int) []shard {
	size := func(t term) int { return len(t.pair) + len(t.places) + len(`"":"",`) }
	total := 0
	for _, t := range terms {
		total += size(t)
	}
	var all []shard
	held, from := 0, 0
	for i, t := range terms {
		if held += size(t); held*shards >= total || i == len(terms)-1 {
			all = append(all, terms[from:i+1])
			held, from = 0, i+1
		}
	}
	return all
}

// appendDigits appends a number in digits of five bits, the lowest first; all but the last have the sixth bit set. A digit is a
// character from “#” on that needs no escape in a string.
func appendDigits(b []byte, n int) []byte {
	for ; n >= 32; n >>= 5 {
		b = append(b, digit(n&31|32))
	}
	return append(b, digit(n))
}

func digit(n int) byte {
	if n += '#'; n >= '\\' {
		n++
	}
	return byte(n)
}
