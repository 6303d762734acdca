package board

import "strconv"

// A Rate (率) is a part of a whole, with the items counted in both, so that anyone can count again.
type Rate struct {
	Name        string // of a tally's rate, in full: town.rates.resolved; empty for others
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

// add sums the counts of another rate, over different people or periods.
func (r *Rate) add(s Rate) {
	r.Part += s.Part
	r.Whole += s.Whole
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

// Text is the rate as text: plainly as String has it, or as a fraction, percent, part or whole; false for another form.
func (r Rate) Text(form string) (string, bool) {
	switch form {
	case "":
		return r.String(), true
	case "fraction":
		return r.Fraction(), true
	case "percent":
		return r.Percent(), true
	case "part":
		return strconv.Itoa(r.Part), true
	case "whole":
		return strconv.Itoa(r.Whole), true
	}
	return "", false
}

func tenths(n int) string { return strconv.Itoa(n/10) + "." + strconv.Itoa(n%10) + "%" }

// A Slice (分类) is one part of a partition: its cases and its share of the whole. Shares of one partition add to 100.0.
type Slice struct {
	Name   string // of a part of a tally, in full: town.by_class.A; empty for others
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

// Text is the slice as text: plainly its number, or its percent; false for another form.
func (s Slice) Text(form string) (string, bool) {
	switch form {
	case "":
		return strconv.Itoa(s.N()), true
	case "percent":
		return s.Percent(), true
	}
	return "", false
}

// share gives every slice its share by largest remainder, so that the printed percentages add to exactly 100.0.
func share(slices []Slice, floor int) []Slice {
	counts := make([]int, len(slices))
	for i := range slices {
		counts[i] = len(slices[i].Cases)
	}
	whole, tenths := shares(counts)
	if whole == 0 {
		return slices
	}
	for i := range slices {
		slices[i].Whole, slices[i].floor, slices[i].tenths = whole, floor, tenths[i]
	}
	return slices
}

// shares are the parts of a whole in tenths of a percent, by largest remainder: they add to 1000. nil without a whole.
func shares(counts []int) (whole int, tenths []int) {
	for _, n := range counts {
		whole += n
	}
	if whole == 0 {
		return 0, nil
	}
	tenths = make([]int, len(counts))
	left := 1000
	for i, n := range counts {
		tenths[i] = 1000 * n / whole
		left -= tenths[i]
	}
	given := make([]bool, len(counts))
	for ; left > 0; left-- {
		best, most := -1, -1
		for i, n := range counts {
			if rest := 1000 * n % whole; !given[i] && rest > most {
				best, most = i, rest
			}
		}
		tenths[best]++
		given[best] = true
	}
	return whole, tenths
}

// A Share (占比) is a number that is a part of a whole, of what is counted without items: forms, petitions. The shares of
// one whole add to 100.0.
type Share struct {
	Key      string // a stance, a kind of matter
	N, Whole int
	tenths   int
	floor    int
}

// Percent is the share to one decimal; a dash when the whole is too small for a percentage.
func (s Share) Percent() string {
	if s.Whole == 0 || s.Whole < s.floor {
		return "—"
	}
	return tenths(s.tenths)
}

// sharesOf are the shares of keys with their counts.
func sharesOf(keys []string, counts []int, floor int) []Share {
	whole, tenths := shares(counts)
	all := make([]Share, len(keys))
	for i := range keys {
		all[i] = Share{Key: keys[i], N: counts[i], Whole: whole, floor: floor}
		if tenths != nil {
			all[i].tenths = tenths[i]
		}
	}
	return all
}
