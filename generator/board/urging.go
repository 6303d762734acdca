package board

import (
	"slices"

	"gongshi/generator/record"
)

// An Urging is one entry of the urging log with the item it was about.
type Urging struct {
	Case *Case
	*record.Urging
}

// Urgings (督办台账) are the urgings since the running year began, newest first.
type Urgings struct {
	All   []Urging
	Cases []*Case // the items urged
	Forms []UrgeLine
}

// An UrgeLine is the urgings of one form.
type UrgeLine struct {
	Form  record.UrgeForm
	N     int     // urgings
	Cases []*Case // the items they were about
}

func (b *builder) urgings() *Urgings {
	u := &Urgings{}
	var form record.UrgeForm
	for _, f := range form.Options() {
		u.Forms = append(u.Forms, UrgeLine{Form: record.UrgeForm(f)})
	}
	began := record.Date{Year: b.board.Year, Month: 1, Day: 1}
	for _, c := range b.board.Cases {
		for i := range c.Urgings {
			x := &c.Urgings[i]
			if x.Date.Before(began) {
				continue
			}
			u.All = append(u.All, Urging{c, x})
			u.Cases = appendCase(u.Cases, c)
			for k := range u.Forms {
				if line := &u.Forms[k]; line.Form == x.Form {
					line.N++
					line.Cases = appendCase(line.Cases, c)
				}
			}
		}
	}
	slices.SortStableFunc(u.All, func(x, y Urging) int { return y.Date.Compare(x.Date) })
	return u
}

// appendCase adds a case that may have just been added.
func appendCase(cases []*Case, c *Case) []*Case {
	if n := len(cases); n > 0 && cases[n-1] == c {
		return cases
	}
	return append(cases, c)
}
