package paper_test

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
)

// typeface makes a TrueType font of a name in which each character is a black square of its own height, taller for later ones.
func typeface(name string, chars ...rune) []byte {
	slices.Sort(chars)
	big := func(values ...any) []byte {
		var b bytes.Buffer
		for _, v := range values {
			if n, ok := v.(int); ok {
				v = int16(n)
			}
			binary.Write(&b, binary.BigEndian, v) // to memory: does not fail
		}
		return b.Bytes()
	}
	glyphs := len(chars) + 1
	var glyf, loca, hmtx, groups []byte
	for i := range glyphs {
		loca = append(loca, big(uint32(len(glyf)))...)
		hmtx = append(hmtx, big(1000, 0)...)
		high := 300 + 500*i/glyphs
		glyf = append(glyf, big(1, 0, 0, 900, high, // one contour and its box
			3, 0, // ends at point 3, no instructions
			[]byte{1, 1, 1, 1}, 0, 0, 900, 0, 0, high, 0, -high)...) // x 0 0 +900 0, y 0 +high 0 -high
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		if i > 0 {
			groups = append(groups, big(uint32(chars[i-1]), uint32(chars[i-1]), uint32(i))...)
		}
	}
	loca = append(loca, big(uint32(len(glyf)))...)
	var names, text []byte
	ids := map[int]string{1: name, 2: "Regular", 4: name, 6: name}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		var wide []byte
		for _, c := range ids[id] {
			wide = append(wide, 0, byte(c))
		}
		names = append(names, big(3, 1, 0x409, id, len(wide), len(text))...)
		text = append(text, wide...)
	}
	tables := map[string][]byte{
		"cmap": slices.Concat(big(0, 1, 3, 10, uint32(12), 12, 0, uint32(16+len(groups)), uint32(0), uint32(len(chars))), groups),
		"glyf": glyf,
		"head": big(uint32(0x10000), uint32(0x10000), uint32(0), uint32(0x5F0F3CF5), 3, 1000, uint64(0), uint64(0), 0, 0, 900, 800, 0, 8, 2, 1, 0),
		"hhea": big(uint32(0x10000), 880, -120, 0, 1000, 0, 0, 900, 1, 0, 0, 0, 0, 0, 0, 0, glyphs),
		"hmtx": hmtx,
		"loca": loca,
		"maxp": big(uint32(0x10000), glyphs, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
		"name": slices.Concat(big(0, len(ids), 6+12*len(ids)), names, text),
		"OS/2": big(4, 1000, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0, make([]byte, 10), make([]byte, 16), []byte("TEST"), 64,
			int16(min(chars[0], 0x7FFF)), 0x7FFF, 880, -120, 0, 880, 120, uint64(0), 500, 700, 0, 32, 1),
		"post": big(uint32(0x30000), uint32(0), -100, 50, uint32(0), uint32(0), uint32(0), uint32(0), uint32(0)),
	}
	order := slices.Sorted(maps.Keys(tables))
	font := big(uint32(0x10000), len(order), 128, 3, len(order)*16-128)
	at := len(font) + 16*len(order)
	var body []byte
	for _, tag := range order {
		data := tables[tag]
		font = append(font, slices.Concat([]byte(tag), big(sum(data), uint32(at+len(body)), uint32(len(data))))...)
		body = append(body, data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(font, body...)
}

// sum is the checksum of a table.
func sum(data []byte) (total uint32) {
	for chunk := range slices.Chunk(data, 4) {
		var word [4]byte
		copy(word[:], chunk)
		total += binary.BigEndian.Uint32(word[:])
	}
	return total
}
