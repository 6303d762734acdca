// Package typeface tells font files that a browser can load from everything else, by their first bytes.
//
// A font that was not copied whole, or a file with another's ending, makes no browser complain: the sheet comes out in some
// other font, and nobody knows why. So a file is told here.
package typeface

import (
	"bytes"
	"encoding/binary"
)

// tables is how many tables of a font are looked at; real ones have fewer than thirty.
const tables = 64

// Head is how many bytes of a file Fault looks at.
const Head = 12 + 16*tables

// Fault tells, in the clerk's words, why a file of a size is no font that can be used; empty for one that can. What to do
// follows after ；.
func Fault(head []byte, size int64) string {
	head = head[:min(len(head), Head)]
	switch {
	case bytes.HasPrefix(head, []byte("ttcf")):
		return "是几种字体合在一起的字体集（TTC），网页和打印用不了；找单独一种字体的 .ttf 或 .otf 文件"
	case bytes.HasPrefix(head, []byte("wOFF")):
		return "是旧式的网页字体（WOFF）；换成 .ttf、.otf 或 .woff2 的文件"
	case bytes.HasPrefix(head, []byte("wOF2")):
		if len(head) < 12 || int64(binary.BigEndian.Uint32(head[8:])) != size {
			return broken
		}
		return ""
	case bytes.HasPrefix(head, []byte("\x00\x01\x00\x00")), bytes.HasPrefix(head, []byte("OTTO")), bytes.HasPrefix(head, []byte("true")):
		if !whole(head, size) {
			return broken
		}
		return ""
	}
	return "里面不是字体；改文件名的结尾不算，找字体本来的 .ttf、.otf 或 .woff2 文件"
}

const broken = "字体文件不完整；可能没有复制完，重新复制一次"

// whole tells whether every table that the head of a font lists lies within the file.
func whole(head []byte, size int64) bool {
	if len(head) < 12 {
		return false
	}
	n := int(binary.BigEndian.Uint16(head[4:]))
	if n == 0 || n > tables || len(head) < 12+16*n {
		return false
	}
	for i := range n {
		entry := head[12+16*i:]
		if int64(binary.BigEndian.Uint32(entry[8:]))+int64(binary.BigEndian.Uint32(entry[12:])) > size {
			return false
		}
	}
	return true
}
