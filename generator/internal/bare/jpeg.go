package bare

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Markers of a JPEG (ITU-T T.81, annex B) that need a look.
const (
	markerSOI  = 0xD8
	markerEOI  = 0xD9
	markerSOS  = 0xDA
	markerAPP0 = 0xE0
	markerAPP1 = 0xE1
	markerAPPF = 0xEF
	markerCOM  = 0xFE
)

func jpeg(file []byte) ([]byte, error) {
	out := slices.Grow([]byte(nil), len(file))
	out = append(out, 0xFF, markerSOI)
	upright, told := 1, false
	for at := 2; ; {
		for at+1 < len(file) && file[at] == 0xFF && file[at+1] == 0xFF {
			at++ // a marker may be preceded by fill bytes
		}
		if at+1 >= len(file) || file[at] != 0xFF {
			return nil, ErrBroken
		}
		marker := file[at+1]
		if marker == markerEOI {
			return append(out, 0xFF, markerEOI), nil // telephones put second pictures and films behind it
		}
		if marker >= 0xD0 && marker <= 0xD8 || marker == 0x01 || marker == 0 || at+4 > len(file) {
			return nil, ErrBroken
		}
		n := 2 + int(binary.BigEndian.Uint16(file[at+2:]))
		if n < 4 || at+n > len(file) {
			return nil, ErrBroken
		}
		segment := file[at : at+n]
		at += n
		if marker == markerAPP1 {
			if way := orientation(segment[4:]); way != 0 {
				upright = way
			}
		}
		if !told && (marker < markerAPP0 || marker > markerAPPF) && marker != markerCOM { // the first part of the picture
			told = true
			if upright != 1 {
				out = append(out, turned(upright)...)
			}
		}
		if belongs(marker, segment[4:]) {
			out = append(out, segment...)
		}
		if marker == markerSOS {
			end := scan(file, at)
			out = append(out, file[at:end]...)
			at = end
		}
	}
}

// belongs tells whether a segment is part of the picture: all but comments and what programs add, of which the size of a
// dot, the colour profile and Adobe's way of storing colours are needed to show it.
func belongs(marker byte, data []byte) bool {
	switch {
	case marker == markerCOM:
		return false
	case marker == markerAPP0:
		return bytes.HasPrefix(data, []byte("JFIF\x00")) && len(data) == 14 // a longer one holds a small picture
	case marker == 0xE2:
		return bytes.HasPrefix(data, []byte("ICC_PROFILE\x00"))
	case marker == 0xEE:
		return bytes.HasPrefix(data, []byte("Adobe"))
	}
	return marker < markerAPP0 || marker > markerAPPF
}

// scan gives where the coded picture that begins at a place ends: at the next marker that is not part of it.
func scan(file []byte, at int) int {
	for ; at+1 < len(file); at++ {
		if next := file[at+1]; file[at] == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7) {
			return at
		}
	}
	return len(file)
}

// tagOrientation is Exif's tag for which way is up; 1 is as stored.
const tagOrientation = 0x0112

// orientation reads which way is up, 1 to 8, from an Exif segment; 0 when it does not say.
func orientation(data []byte) int {
	tiff, ok := bytes.CutPrefix(data, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
	default:
		return 0
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 0
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 0
		}
		if order.Uint16(entries) == tagOrientation {
			if way := int(order.Uint16(entries[8:])); way >= 1 && way <= 8 {
				return way
			}
			return 0
		}
		entries = entries[12:]
	}
	return 0
}

// turned is an Exif segment that says which way is up and nothing else.
func turned(way int) []byte {
	segment := []byte("\xFF\xE1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00")
	segment[29] = byte(way)
	return segment
}
