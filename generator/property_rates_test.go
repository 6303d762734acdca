package generator_test

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"

	"gongshi/generator/board"
)

// walk finds every rate and every partition that a board holds, wherever it is.
func (a account) walk(v reflect.Value, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		if seen != nil {
			seen[v.Pointer()] = true
		}
		if strings.HasPrefix(v.Type().String(), "*board.") {
			a.walk(v.Elem(), seen)
		}
	case reflect.Slice:
		a.partition(v)
		for i := range v.Len() {
			a.walk(v.Index(i), seen)
		}
	case reflect.Array:
		for i := range v.Len() {
			a.walk(v.Index(i), seen)
		}
	case reflect.Struct:
		switch x := v.Interface().(type) {
		case board.Rate:
			a.rate(x)
			return
		case board.Spending:
			return // of money, of which more may be spent than was planned
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				a.walk(v.Field(i), seen)
			}
		}
	}
}

// rate checks what a rate says of itself.
func (a account) rate(r board.Rate) {
	percent, fraction, text := "—", "—", "—"
	if r.Whole > 0 {
		fraction = fmt.Sprintf("%d/%d", r.Part, r.Whole)
		if text = fraction; r.Whole >= r.Floor {
			percent = big.NewRat(int64(100*r.Part), int64(r.Whole)).FloatString(1) + "%"
			text += " (" + percent + ")"
		}
	}
	if r.Percent() != percent || r.Fraction() != fraction || r.String() != text {
		a.Errorf("on %s, a rate of %d/%d with floor %d is %q, %q, %q", a.board.On, r.Part, r.Whole, r.Floor, r.Percent(), r.Fraction(), r.String())
	}
	if r.Part < 0 || r.Part > r.Whole {
		a.Errorf("on %s, a part is more than its whole: %d/%d", a.board.On, r.Part, r.Whole)
	}
	if r.Among != nil {
		if len(r.Counted) != r.Part || len(r.Among) != r.Whole {
			a.Errorf("on %s, %d/%d counts %d among %d", a.board.On, r.Part, r.Whole, len(r.Counted), len(r.Among))
		}
		a.within("a rate", r.Among, r.Counted)
	}
}

// partition checks the slices or shares of one whole: they add up to it, and their percentages to 100.0 or to dashes.
func (a account) partition(v reflect.Value) {
	whole, sum, tenths, dashes := -1, 0, 0, 0
	for i := range v.Len() {
		e := v.Index(i)
		if e.Kind() != reflect.Struct {
			return
		}
		for _, name := range []string{"Slice", "Share"} { // a line has one beside its other counts
			if f := e.FieldByName(name); f.IsValid() && f.Kind() == reflect.Struct {
				e = f
			}
		}
		var n, of int
		var percent string
		switch s := e.Interface().(type) {
		case board.Slice:
			n, of, percent = s.N(), s.Whole, s.Percent()
		case board.Share:
			n, of, percent = s.N, s.Whole, s.Percent()
		default:
			return
		}
		if whole >= 0 && of != whole {
			a.Errorf("on %s, slices of one whole are of %d and %d", a.board.On, whole, of)
		}
		whole, sum = of, sum+n
		if percent == "—" {
			dashes++
			continue
		}
		var ones, tenth int
		fmt.Sscanf(percent, "%d.%d%%", &ones, &tenth)
		tenths += 10*ones + tenth
		if off := of*(10*ones+tenth) - 1000*n; off <= -of || off >= of { // less than a tenth from the exact share
			a.Errorf("on %s, %d of %d is said to be %s", a.board.On, n, of, percent)
		}
	}
	if v.Len() == 0 || whole < 0 {
		return
	}
	small := whole < a.ledger.Profile.Floor()
	if sum != whole || small && dashes != v.Len() || !small && (tenths != 1000 || dashes > 0) {
		a.Errorf("on %s, slices of %d (floor %d) add up to %d and %d.%d%%, with %d dashes", a.board.On, whole, a.ledger.Profile.Floor(), sum, tenths/10, tenths%10, dashes)
	}
}
