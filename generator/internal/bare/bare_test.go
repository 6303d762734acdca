package bare_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"gongshi/generator/internal/bare"
)

// secret stands for what a picture must not tell.
const secret = "GPS 28.1234N 112.9876E"

func picture() image.Image {
	m := image.NewPaletted(image.Rect(0, 0, 24, 16), color.Palette{color.White, color.Black, color.RGBA{200, 30, 30, 255}})
	for i := range m.Pix {
		m.Pix[i] = uint8(i % 3)
	}
	return m
}

func encoded(t testing.TB, encode func(*bytes.Buffer) error) []byte {
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func plainJPEG(t testing.TB) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, picture(), nil) })
}

func segment(marker byte, data string) []byte {
	s := []byte{0xFF, marker, 0, 0}
	binary.BigEndian.PutUint16(s[2:], uint16(len(data)+2))
	return append(s, data...)
}

// exif is what a camera writes: which way is up, and a text of its own.
func exif(order string, way byte) string {
	big := "MM\x00*\x00\x00\x00\x08\x00\x01" + "\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(way) + "\x00\x00"
	little := "II*\x00\x08\x00\x00\x00\x01\x00" + "\x12\x01\x03\x00\x01\x00\x00\x00" + string(way) + "\x00\x00\x00"
	return "Exif\x00\x00" + map[string]string{"MM": big, "II": little}[order] + secret
}

// withSegments puts segments behind a JPEG's first marker and something behind its end.
func withSegments(file []byte, segments ...[]byte) []byte {
	out := append([]byte{}, file[:2]...)
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(append(out, file[2:]...), secret...)
}

func same(t *testing.T, a, b []byte) {
	t.Helper()
	x, _, err := image.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	y, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for i := range x.Bounds().Dx() {
		for j := range x.Bounds().Dy() {
			if x.At(i, j) != y.At(i, j) {
				t.Fatalf("pixel %d,%d changed", i, j)
			}
		}
	}
}

func TestJPEG(t *testing.T) {
	plain := plainJPEG(t)
	profile := segment(0xE2, "ICC_PROFILE\x00\x01\x01colours")
	told := withSegments(plain, segment(0xE0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"), profile,
		segment(0xE1, exif("MM", 1)), segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00"+secret), segment(0xED, "Photoshop 3.0\x00"+secret),
		segment(0xE2, "MPF\x00"+secret), segment(0xFE, secret))
	got, err := bare.Picture(told)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(got, []byte("GPS")) || bytes.Contains(got, []byte("Exif")) {
		t.Errorf("still tells: %q", got[:80])
	}
	if !bytes.Contains(got, profile) {
		t.Error("the colour profile is gone")
	}
	same(t, plain, got)
}

// A picture taken sideways stays the way it is seen.
func TestJPEGKeepsUpright(t *testing.T) {
	for _, order := range []string{"MM", "II"} {
		got, err := bare.Picture(withSegments(plainJPEG(t), segment(0xE1, exif(order, 6))))
		if err != nil {
			t.Fatal(err)
		}
		want := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
		if !bytes.Contains(got, []byte(want)) || bytes.Contains(got, []byte("GPS")) {
			t.Errorf("%s: %q", order, got[:60])
		}
		same(t, plainJPEG(t), got)
		again, err := bare.Picture(got)
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("%s: a bare picture is not left alone: %v", order, err)
		}
	}
}

func TestPNG(t *testing.T) {
	plain := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, picture()) })
	end := len(plain) - 12
	told := append([]byte{}, plain[:33]...) // behind the header
	for _, name := range []string{"tEXt", "iTXt", "zTXt", "eXIf", "tIME"} {
		told = append(told, chunk(name, secret)...)
	}
	told = append(append(append(told, plain[33:end]...), plain[end:]...), secret...)
	got, err := bare.Picture(told)
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("not the plain picture: %v", err)
	}
}

func chunk(name, data string) []byte {
	c := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	c = append(append(c, name...), data...)
	return binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
}

func TestWebP(t *testing.T) {
	part := func(name, data string) string {
		size := string(binary.LittleEndian.AppendUint32(nil, uint32(len(data))))
		if len(data)%2 == 1 {
			data += "\x00"
		}
		return name + size + data
	}
	file := func(parts string) []byte {
		return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(parts)+4)), "WEBP"+parts...)
	}
	told := file(part("VP8X", "\x3C\x00\x00\x00\x17\x00\x00\x0F\x00\x00") + part("ICCP", "odd") + part("VP8L", "picture") + part("EXIF", secret) + part("XMP ", secret))
	want := file(part("VP8X", "\x30\x00\x00\x00\x17\x00\x00\x0F\x00\x00") + part("ICCP", "odd") + part("VP8L", "picture"))
	got, err := bare.Picture(append(told, secret...))
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v\n got %q\nwant %q", err, got, want)
	}
}

func TestGIF(t *testing.T) {
	plain := encoded(t, func(b *bytes.Buffer) error {
		m := picture().(*image.Paletted)
		return gif.EncodeAll(b, &gif.GIF{Image: []*image.Paletted{m, m}, Delay: []int{5, 5}})
	})
	comment := append([]byte{0x21, 0xFE, byte(len(secret))}, secret+"\x00"...)
	xmp := append([]byte("\x21\xFF\x0bXMP DataXMP"), append([]byte{byte(len(secret))}, secret+"\x00"...)...)
	told := append(append(append(append([]byte{}, plain[:len(plain)-1]...), comment...), xmp...), plain[len(plain)-1])
	got, err := bare.Picture(append(told, secret...))
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("not the plain picture: %v", err)
	}
}

// What is not whole is not published: nobody knows what else is in it.
func TestBroken(t *testing.T) {
	whole := withSegments(plainJPEG(t), segment(0xE1, exif("MM", 6)))
	whole = whole[:len(whole)-len(secret)]
	for _, n := range []int{3, 20, 60, len(whole) - 1} {
		if got, err := bare.Picture(whole[:n]); !errors.Is(err, bare.ErrBroken) {
			t.Errorf("%d bytes of a JPEG: %d bytes, %v", n, len(got), err)
		}
	}
	text := []byte("%PDF-1.7 not a picture")
	if got, err := bare.Picture(text); err != nil || !bytes.Equal(got, text) {
		t.Errorf("another sort of file changed: %v", err)
	}
}

// What nothing can be taken out of is refused, whatever its name.
func TestRefused(t *testing.T) {
	for _, head := range []string{"\x00\x00\x00\x18ftypheic", "\x00\x00\x00\x20ftypavif", "\x00\x00\x00\x18ftypmif1", "II*\x00\x08\x00", "MM\x00*\x00\x00"} {
		if got, err := bare.Picture([]byte(head + secret)); !errors.Is(err, bare.ErrFormat) {
			t.Errorf("%q: %d bytes, %v", head, len(got), err)
		}
	}
	for _, head := range []string{"\x00\x00\x00\x20ftypisom", "ftyp", "II", ""} { // a film, and next to nothing
		if _, err := bare.Picture([]byte(head)); err != nil {
			t.Errorf("%q: %v", head, err)
		}
	}
}

func FuzzPicture(f *testing.F) {
	f.Add(withSegments(plainJPEG(f), segment(0xE1, exif("II", 8))))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return png.Encode(b, picture()) }))
	f.Add(encoded(f, func(b *bytes.Buffer) error { return gif.Encode(b, picture(), nil) }))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPEXIF\x04\x00\x00\x00abcd"))
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := bare.Picture(file)
		if err != nil {
			return
		}
		again, err := bare.Picture(got)
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("taking out twice is not taking out once: %v", err)
		}
	})
}
