// Package qr draws an address as a QR code in SVG (ISO/IEC 18004).
package qr

import (
	"errors"
	"strconv"
	"sync"

	"rsc.io/qr/coding"
)

// quiet is the width, in modules, of the empty border that readers need to find the code.
const quiet = 4

// A Code (二维码) is what one SVG path draws: M4 4h7v1h-7z…, one run of dark modules after the other, row by row. A module is
// one unit; the code with its border is Size units wide and high.
type Code struct {
	Size int
	Path string
}

// Of draws an address. Level M still reads with 15 % of the paper soiled. The errors are that the address has signs other
// than those of ASCII, which readers do not agree about, and that it is too long for any code.
func Of(address string) (*Code, error) {
	for i := range len(address) {
		if address[i] <= ' ' || address[i] > '~' {
			return nil, errors.New("not an address in ASCII: " + address)
		}
	}
	text := coding.String(address)
	v := coding.Version(coding.MinVersion)
	for text.Bits(v) > v.DataBytes(coding.M)*8 {
		if v++; v > coding.MaxVersion {
			return nil, errors.New("too long for a QR code: " + address)
		}
	}
	plan, err := plans[v]()
	if err != nil {
		return nil, err
	}
	code, err := plan.Encode(text)
	if err != nil {
		return nil, err
	}
	return &Code{code.Size + 2*quiet, path(code)}, nil
}

// plans are the layouts of the versions, each made once: where a module stands depends only on the version. The mask is
// always the chequered one, whose even grey suits addresses; readers take any.
var plans = func() (all [coding.MaxVersion + 1]func() (*coding.Plan, error)) {
	for v := coding.MinVersion; v <= coding.MaxVersion; v++ {
		all[v] = sync.OnceValues(func() (*coding.Plan, error) { return coding.NewPlan(coding.Version(v), coding.M, 0) })
	}
	return all
}()

// path moves from run to run; after “z” the pen is back where the run began.
func path(code *coding.Code) string {
	out := make([]byte, 0, 4096)
	move := func(command byte, x, y int) {
		out = append(out, command)
		out = strconv.AppendInt(out, int64(x), 10)
		if y >= 0 {
			out = append(out, ' ')
		}
		out = strconv.AppendInt(out, int64(y), 10)
	}
	penX, penY := 0, 0
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			if !code.Black(x, y) {
				continue
			}
			from := x
			for code.Black(x, y) { // white beyond the edge
				x++
			}
			if len(out) == 0 {
				move('M', from+quiet, y+quiet)
			} else {
				move('m', from-penX, y-penY)
			}
			penX, penY = from, y
			out = append(out, 'h')
			out = strconv.AppendInt(out, int64(x-from), 10)
			out = append(out, "v1h-"...)
			out = strconv.AppendInt(out, int64(x-from), 10)
			out = append(out, 'z')
		}
	}
	return string(out)
}
