package board

import "gongshi/generator/record"

// A Report (半年通报) is the clerk's narrative with the figures as they stood on the period's last day, whenever the
// board is built.
type Report struct {
	*record.Report
	Year     *Tally    // the year's items through the period's end
	Half     *Tally    // of those, the items raised in the period
	Units    Breakdown // by lead unit
	Groups   Breakdown
	Villages Breakdown
	Ends     []MonthEnd // of the year's months through the period's end
	Halves   []HalfYear // of the year through the period
	Key      []*Case    // key items (热点难点) for the five-publics table
}

// A HalfYear (半年) is the items received of those raised in a half-year, as of the report's last day.
type HalfYear struct {
	Period   record.Half
	Received int
	Replied  int
	ByClass  []Slice // of the replied
}

// halves part a year's items by the half-year in which they were raised.
func halves(t *Tally, last record.Half, p *record.Profile) []HalfYear {
	var all []HalfYear
	for half := 1; half <= last.Half; half++ {
		h := HalfYear{Period: record.Half{Year: last.Year, Half: half}}
		var replied []*Case
		for _, c := range t.Received {
			if record.HalfOf(c.Raised) == h.Period {
				h.Received++
			}
		}
		for _, c := range t.Replied {
			if record.HalfOf(c.Raised) == h.Period {
				replied = append(replied, c)
			}
		}
		h.Replied, h.ByClass = len(replied), byClass(replied, p)
		all = append(all, h)
	}
	return all
}

func (b *builder) report(r *record.Report) *Report {
	last := r.Period.Last()
	if b.on.Before(last) {
		last = b.on
	}
	cases := casesOn(b.ledger, last, func(s *record.Suggestion) bool {
		return s.Raised.Year == r.Period.Year && !s.Hidden(b.drafts)
	})
	var half []*Case
	for _, c := range cases {
		if record.HalfOf(c.Raised) == r.Period {
			half = append(half, c)
		}
	}
	name := "reports." + r.ID
	t := tally(name, cases, b.ledger.Profile, last)
	return &Report{
		Report: r, Year: t, Half: tally(name+".half", half, b.ledger.Profile, last),
		Units: b.byUnit(t, last), Groups: b.byGroup(t, last), Villages: b.byVillage(t, last),
		Ends: b.monthEnds(r.Period.Year, last), Halves: halves(t, r.Period, b.ledger.Profile), Key: keyItems(t.Received),
	}
}

func keyItems(cases []*Case) []*Case {
	var key []*Case
	for _, c := range cases {
		if c.Suggestion.Key {
			key = append(key, c)
		}
	}
	return key
}
