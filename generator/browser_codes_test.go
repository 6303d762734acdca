package generator_test

import (
	"bytes"
	"image/png"
	"maps"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// On the paper that comes out of the printer, every kind of sheet that leads to a page has a code that a reader finds, at
// least 25 mm wide without its border, and it says the address. What only stands in the HTML may be cut off at a page's edge.
func (b *browser) testCodes(t *testing.T) {
	t.Parallel()
	p := b.tab(t)
	base := specimenLedger().Town.Portal.Base
	kinds := b.kinds(t, "sheet", "determination")
	read := 0
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		name := kinds[kind][0]
		if bare[kind] != "" || name == "sheets/opinion.html" { // the specimen has but the one for any item
			continue
		}
		p.open(name)
		if wide := value[float64](p, `(() => { const e = document.querySelector(".qr path"); return e ? e.getBoundingClientRect().width / 96 * 25.4 : 0; })()`); wide < 24.9 {
			t.Errorf("%s: the code is %.1f mm wide", name, wide)
		}
		p.run(chromedp.Evaluate(`document.documentElement.style.visibility = "hidden"; for (const e of document.querySelectorAll(".qr")) e.style.visibility = "visible"`, nil))
		out := p.print()
		last := strconv.Itoa(len(out.sizes)) // where the foot is
		raster := exec.Command(installed(t, "pdftoppm"), "-r", "200", "-gray", "-png", "-singlefile", "-f", last, "-")
		raster.Stdin = bytes.NewReader(out.pdf)
		picture, err := raster.Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		img, err := png.Decode(bytes.NewReader(picture))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
		if err != nil {
			t.Fatal(err)
		}
		found, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
		if err != nil || !strings.HasPrefix(found.GetText(), base) {
			t.Errorf("%s: no reader finds the code on paper: %v", name, err)
			continue
		}
		read++
	}
	if read < 20 {
		t.Errorf("only %d codes were read", read)
	}
	p.well("codes")
}
