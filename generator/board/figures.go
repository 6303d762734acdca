package board

// Tallies are all tallies that pages, sheets and data show, each under a name of its own: the town's of the running year,
// its units', groups', villages', deputies' and officials', those of sessions, reports and year ends.
func (b *Board) Tallies() []*Tally {
	all := []*Tally{b.Now}
	for _, u := range b.Units {
		all = append(all, u.Tally)
	}
	for _, g := range b.Groups {
		all = append(all, g.Tally)
	}
	for _, v := range b.Villages {
		all = append(all, v.Tally)
	}
	for _, d := range b.Deputies {
		all = append(all, d.Tally)
	}
	for _, o := range b.Officials {
		all = append(all, o.Tally)
	}
	for _, t := range b.Terms {
		for _, s := range t.Sittings {
			all = append(all, s.Tally)
		}
	}
	for _, r := range b.Reports {
		all = append(all, r.Year, r.Half)
		for _, d := range []Breakdown{r.Units, r.Groups, r.Villages} {
			for _, line := range d.Lines {
				all = append(all, line.Tally)
			}
		}
	}
	for _, s := range b.YearEnds {
		for _, row := range s.All {
			if row.Tally != nil {
				all = append(all, row.Tally)
			}
		}
	}
	return all
}
