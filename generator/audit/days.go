package audit

import (
	"gongshi/generator/board"
	"gongshi/generator/record"
)

// days are the boards of the days that prose tells of, each computed when the first figure of its day is compared.
type days struct {
	ledger *record.Ledger
	boards map[record.Date]*board.Board
}

func (d *days) on(day record.Date) *board.Board {
	if d.boards[day] == nil {
		d.boards[day] = board.Of(d.ledger, day, false)
	}
	return d.boards[day]
}

// A tallied is one way in which a figure may be counted: by a tally, or by what a tally has grown by since an earlier day.
type tallied struct {
	*board.Tally
	since func() *board.Tally // nil when it is the whole tally
}

// of are the tallies of the running year on a day, of the town or of what is called by a name; with grown also what came
// since the middle of the year.
func (d *days) of(day record.Date, name string, grown bool) []tallied {
	t := d.running(day, name)
	if t == nil {
		return nil
	}
	all := []tallied{{Tally: t}}
	if grown {
		all = append(all, tallied{t, func() *board.Tally { return d.running(record.Half{Year: day.Year, Half: 1}.Last(), name) }})
	}
	return all
}

// ofReport are those of a report's period: the year through its last day, what was handed in in the half-year, and what the
// year has grown by in it.
func (d *days) ofReport(r *record.Report, on record.Date, name string) []tallied {
	second := r.Period.Half == 2
	all := d.of(r.Period.Last(), name, second)
	if all == nil || !second || name != "" {
		return all
	}
	for _, x := range d.on(on).Reports {
		if x.ID == r.ID {
			all = append(all, tallied{Tally: x.Half})
		}
	}
	return all
}

// running is the tally of the year a day lies in, nil when nothing was handed in yet or nothing has the name.
func (d *days) running(day record.Date, name string) *board.Tally {
	x := d.on(day)
	if x.Year != day.Year || len(x.Now.Raised) == 0 {
		return nil
	}
	if name == "" {
		return x.Now
	}
	for _, u := range x.Units {
		if u.Name == name {
			return u.Tally
		}
	}
	for _, g := range x.Groups {
		if g.Name == name {
			return g.Tally
		}
	}
	for _, v := range x.Villages {
		if v.Name == name {
			return v.Tally
		}
	}
	return nil
}
