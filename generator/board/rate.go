package board

import "strconv"

// A Rate (率) is a part of a whole, with the items counted in both, so that anyone can count again.
type Rate struct {
	Part, Whole int
	Floor       int     // a smaller whole shows counts only: a percentage of three items misleads
	Counted     []*Case // the items in Part
	Among       []*Case // the items in Whole
}

// rateOf counts the cases of a whole for which part holds.
func rateOf(among []*Case, floor int, part func(*Case) bool) Rate {
	r := Rate{Whole: len(among), Floor: floor, Among: among}
	for _, c := range among {
		if part(c) {
			r.Counted = append(r.Counted, c)
		}
	}
	r.Part = len(r.Counted)
	return r
}

// None tells whether there is nothing to take a part of; such a rate is shown as a dash, never as 0% or 100%.
func (r Rate) None() bool { return r.Whole == 0 }

// Small tells whether the whole is below the floor: counts are shown, a percentage is not.
func (r Rate) Small() bool { return r.Whole > 0 && r.Whole < r.Floor }

// Percent is the share to one decimal, rounded half up: "86.2%"; a dash when there is no whole or too small a one.
func (r Rate) Percent() string {
	if r.None() || r.Small() {
		return "—"
	}
	return tenths(r.Tenths())
}

// Tenths is the share in tenths of a percent, 862 for 86.2%; 0 when there is no whole.
func (r Rate) Tenths() int {
	if r.Whole == 0 {
		return 0
	}
	return (2000*r.Part + r.Whole) / (2 * r.Whole)
}

// Fraction is "100/116"; a dash when there is no whole.
func (r Rate) Fraction() string {
	if r.None() {
		return "—"
	}
	return strconv.Itoa(r.Part) + "/" + strconv.Itoa(r.Whole)
}

// String is the rate with its arithmetic: "100/116 (86.2%)"; "3/4" below the floor; a dash when there is no whole.
func (r Rate) String() string {
	if r.None() || r.Small() {
		return r.Fraction()
	}
	return r.Fraction() + " (" + r.Percent() + ")"
}

func tenths(n int) string { return strconv.Itoa(n/10) + "." + strconv.Itoa(n%10) + "%" }

// A Slice (分类) is one part of a partition: its cases and its share of the whole. Shares of one partition add to 100.0.
type Slice struct {
	Key    string // a class letter, a state, a satisfaction, …
	Note   string // what the key means, where it needs saying
	Cases  []*Case
	Whole  int
	tenths int
	floor  int
}

// N is the number of cases.
func (s Slice) N() int { return len(s.Cases) }

// Percent is the share to one decimal; a dash when the whole is too small for a percentage.
func (s Slice) Percent() string {
	if s.Whole == 0 || s.Whole < s.floor {
		return "—"
	}
	return tenths(s.tenths)
}

// share gives every slice its share by largest remainder, so that the printed percentages add to exactly 100.0.
func share(slices []Slice, floor int) []Slice {
	whole := 0
	for _, s := range slices {
		whole += len(s.Cases)
	}
	if whole == 0 {
		return slices
	}
	left := 1000
	for i := range slices {
		s := &slices[i]
		s.Whole, s.floor = whole, floor
		s.tenths = 1000 * len(s.Cases) / whole
		left -= s.tenths
	}
	given := make([]bool, len(slices))
	for ; left > 0; left-- {
		best, most := -1, -1
		for i, s := range slices {
			if rest := 1000 * len(s.Cases) % whole; !given[i] && rest > most {
				best, most = i, rest
			}
		}
		slices[best].tenths++
		given[best] = true
	}
	return slices
}
