// Package bare takes what a photograph tells beside its picture out of it: where and when it was taken, with what, by whom.
//
// A telephone writes the place to within metres into every picture; a photo of a visit would give away a home. Pictures
// are known by their first bytes, never by their name. The picture itself is not touched: no pixel changes.
package bare

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// ErrBroken says, in the clerk's words, that a picture is not whole, so that nobody can tell what else is in it.
var ErrBroken = errors.New("这张图片不完整，看不出里面还带着什么；请换一份，或用看图软件打开后另存一份")

// ErrFormat says, in the clerk's words, that a picture is of a sort from which nothing is taken out here and which many
// browsers do not show either.
var ErrFormat = errors.New("HEIC、AVIF、TIFF 格式的图片去不掉里面带的拍摄地点，很多浏览器也打不开；请另存为 JPEG 或 PNG")

// A Sort (格式) is a sort of file, as far as it matters here.
type Sort uint8

const (
	Other Sort = iota // not a picture, or of a sort that is not known
	JPEG
	PNG
	WebP
	GIF
	Refused // HEIC, AVIF, TIFF and what cameras make of it
)

// Head is how many bytes of a file SortOf needs.
const Head = 32

// SortOf tells the sort of a file by its first bytes.
func SortOf(head []byte) Sort {
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xD8, 0xFF}):
		return JPEG
	case bytes.HasPrefix(head, []byte(pngHead)):
		return PNG
	case len(head) >= 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP":
		return WebP
	case bytes.HasPrefix(head, []byte("GIF87a")), bytes.HasPrefix(head, []byte("GIF89a")):
		return GIF
	case bytes.HasPrefix(head, []byte("II*\x00")), bytes.HasPrefix(head, []byte("MM\x00*")):
		return Refused
	case len(head) >= 12 && string(head[4:8]) == "ftyp" && slices.Contains(heifBrands, string(head[8:12])):
		return Refused
	}
	return Other
}

// heifBrands are those of the pictures among the files that are laid out like films (ISO/IEC 23008-12, annex B).
var heifBrands = []string{"heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "avif", "avis", "avci", "avcs", "jpeg", "crx "}

// Picture gives a picture without what it tells beside it. Files that are no pictures come back as they are. JPEG keeps
// its colour profile and which way is up; PNG its colours, transparency and animation; WebP and GIF the same. The error
// is ErrBroken or ErrFormat.
func Picture(file []byte) ([]byte, error) {
	switch SortOf(file) {
	case JPEG:
		return jpeg(file)
	case PNG:
		return png(file)
	case WebP:
		return webp(file)
	case GIF:
		return gif(file)
	case Refused:
		return nil, ErrFormat
	}
	return file, nil
}

const pngHead = "\x89PNG\r\n\x1a\n"

// pngKept are the chunks that make up the picture (PNG, third edition, clause 11); texts, times and Exif are not among them.
var pngKept = []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"}

func png(file []byte) ([]byte, error) {
	out := slices.Grow([]byte(nil), len(file))
	out = append(out, pngHead...)
	for rest := file[len(pngHead):]; ; {
		if len(rest) < 12 {
			return nil, ErrBroken
		}
		n := int64(binary.BigEndian.Uint32(rest)) + 12
		if n > int64(len(rest)) {
			return nil, ErrBroken
		}
		name := string(rest[4:8])
		if slices.Contains(pngKept, name) {
			out = append(out, rest[:n]...)
		}
		if name == "IEND" {
			return out, nil // what follows is not the picture
		}
		rest = rest[n:]
	}
}

// Flags of a WebP's VP8X chunk (RFC 9649, section 2.7) that announce an EXIF and an XMP chunk.
const webpExif, webpXMP = 0x08, 0x04

func webp(file []byte) ([]byte, error) {
	size := int64(binary.LittleEndian.Uint32(file[4:])) + 8
	if size > int64(len(file)) || size < 12 {
		return nil, ErrBroken
	}
	out := slices.Grow([]byte(nil), len(file))
	out = append(out, file[:12]...)
	for rest := file[12:size]; len(rest) > 0; {
		if len(rest) < 8 {
			return nil, ErrBroken
		}
		n := int64(binary.LittleEndian.Uint32(rest[4:])) + 8
		n += n & 1 // chunks are padded to an even length
		if n > int64(len(rest)) {
			return nil, ErrBroken
		}
		switch string(rest[:4]) {
		case "VP8X":
			start := len(out)
			out = append(out, rest[:n]...)
			if n > 8 {
				out[start+8] &^= webpExif | webpXMP
			}
		case "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP":
			out = append(out, rest[:n]...)
		}
		rest = rest[n:]
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}

func gif(file []byte) ([]byte, error) {
	const head = 13
	if len(file) < head {
		return nil, ErrBroken
	}
	at := head + colours(file[10])
	if at > len(file) {
		return nil, ErrBroken
	}
	out := slices.Clone(file[:at])
	for at < len(file) {
		start := at
		kept := true
		switch file[at] {
		case 0x3B: // trailer
			return append(out, 0x3B), nil
		case 0x21: // extension: one with control of a frame, or the one that lets frames repeat, belongs to the picture
			if at+2 > len(file) {
				return nil, ErrBroken
			}
			kept = file[at+1] == 0xF9 || file[at+1] == 0xFF && bytes.HasPrefix(file[at+2:], []byte("\x0bNETSCAPE2.0"))
			at += 2
		case 0x2C: // image
			if at+10 > len(file) {
				return nil, ErrBroken
			}
			at += 10 + colours(file[at+9]) + 1
		default:
			return nil, ErrBroken
		}
		for { // blocks of data, ended by an empty one
			if at >= len(file) {
				return nil, ErrBroken
			}
			n := int(file[at])
			at += n + 1
			if n == 0 {
				break
			}
		}
		if kept {
			out = append(out, file[start:at]...)
		}
	}
	return nil, ErrBroken
}

// colours is the length of the table of colours that a GIF's flags announce.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}
