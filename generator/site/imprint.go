package site

import (
	"strings"

	"gongshi/generator/site/internal/qr"
)

// An Imprint (版记) is what the foot of a printed sheet says of the page that shows the same, so that a resident can
// compare the two.
type Imprint struct {
	Address string   // empty when the portal's base is not known
	QR      *qr.Code // of the address; nil without one, and for one that is not plain ASCII
	Code    string   // 核对码; empty for a page that lists what many records say
}

// Imprint is that of a sheet that prints a page of the board, given without its ending: suggestions/2025-014.
func (f Frame) Imprint(page string) Imprint {
	i := Imprint{Code: f.Board.CheckCode(page)}
	if base := f.Town.Portal.Base; base != "" {
		i.Address = base + page + ".html"
		i.QR, _ = qr.Of(i.Address) // an address that no reader would take is printed in letters only
	}
	return i
}

// LargeImprint is that of a sheet in large type (大字版): its code opens the page in large letters.
func (f Frame) LargeImprint(page string) Imprint {
	i := f.Imprint(page)
	if i.QR != nil {
		i.QR, _ = qr.Of(i.Address + "?size=large")
	}
	return i
}

// CheckCode is the page's own, which its sheets carry too.
func (f Frame) CheckCode() string { return f.Board.CheckCode(strings.TrimSuffix(f.Path, ".html")) }
