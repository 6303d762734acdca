package qr

import (
	"image"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	zxing "github.com/makiuchi-d/gozxing/qrcode"
)

var runs = regexp.MustCompile(`([Mm])(-?\d+) (-?\d+)h(\d+)v1h-(\d+)z`)

// drawn is the code as an SVG reader paints it, four pixels to a module.
func drawn(t *testing.T, c *Code) image.Image {
	t.Helper()
	const scale = 4
	img := image.NewGray(image.Rect(0, 0, c.Size*scale, c.Size*scale))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	if left := runs.ReplaceAllString(c.Path, ""); left != "" {
		t.Fatalf("the path holds more than runs: %.60s", left)
	}
	x, y := 0, 0
	for i, m := range runs.FindAllStringSubmatch(c.Path, -1) {
		dx, _ := strconv.Atoi(m[2])
		dy, _ := strconv.Atoi(m[3])
		wide, _ := strconv.Atoi(m[4])
		if (m[1] == "M") != (i == 0) || m[4] != m[5] {
			t.Fatalf("run %d is not one: %s", i, m[0])
		}
		x, y = x+dx, y+dy
		if x < quiet || y < quiet || x+wide > c.Size-quiet || y >= c.Size-quiet {
			t.Fatalf("run %d lies in the border: %s", i, m[0])
		}
		for py := y * scale; py < (y+1)*scale; py++ {
			for px := x * scale; px < (x+wide)*scale; px++ {
				img.SetGray(px, py, color.Gray{})
			}
		}
	}
	return img
}

// A reader that knows nothing of how the code was made reads the address it was made of, at every length.
func TestOf(t *testing.T) {
	const address = "https://www.chengling.example/shiluo/gongshi/suggestions/2025-014.html"
	addresses := []string{"a", address, "HTTP://EXAMPLE.CN/", "12345678", "https://x.example/?y=%E4%BE%8B&z=~1#_-"}
	for n := 5; n <= 340; n += 5 {
		addresses = append(addresses, strings.Repeat(address, 5)[:n])
	}
	for _, a := range addresses {
		c, err := Of(a)
		if err != nil {
			t.Errorf("%s: %v", a, err)
			continue
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(drawn(t, c))
		if err != nil {
			t.Fatal(err)
		}
		read, err := zxing.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
		if err != nil {
			t.Errorf("%d signs: %v", len(a), err)
			continue
		}
		if read.GetText() != a {
			t.Errorf("%s reads %s", a, read.GetText())
		}
		if level := read.GetResultMetadata()[gozxing.ResultMetadataType_ERROR_CORRECTION_LEVEL]; level != "M" {
			t.Errorf("%s is of level %v", a, level)
		}
	}
}

func TestOfRefuses(t *testing.T) {
	for _, a := range []string{"https://例.example/", "a b", "a\n", strings.Repeat("a", 3000)} {
		if c, err := Of(a); err == nil {
			t.Errorf("%.20s is drawn, %d modules wide", a, c.Size)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	for b.Loop() {
		if _, err := Of("https://www.chengling.example/shiluo/gongshi/suggestions/2025-014.html"); err != nil {
			b.Fatal(err)
		}
	}
}
