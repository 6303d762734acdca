package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Station is where residents meet deputies, with its rota as of the day.
type Station struct {
	*record.Station             // without its rota
	Villages        []*Village  // those it serves; none for a station of the whole town
	Next            []Shift     // reception days to come, of this month and the next two, soonest first
	Past            []Shift     // reception days that were, newest first
	Since           record.Date // the first of Past; zero when there is none
	Received        int         // people received, the sum of Past
	Matters         int         // matters taken down, the sum of Past
}

// A Shift (值班) is one reception day and who sits.
type Shift struct {
	Date     record.Date
	Deputies []*record.Deputy
	Received int
	Matters  int
}

// A DeputyShift is a reception day on which a deputy sits, and where.
type DeputyShift struct {
	Date    record.Date
	Station *Station
}

// addStations adds those that are open. How far ahead a rota reaches does not depend on how far the clerk has written
// it, so that a board of an earlier day announces what was announced then.
func (b *builder) addStations() {
	end := horizon(b.on)
	for _, s := range b.ledger.Stations {
		if s.Hidden(b.drafts) || s.Opened.After(b.on) {
			continue
		}
		open := *s
		open.Rota = nil
		x := &Station{Station: &open}
		for i := range s.Rota {
			r := &s.Rota[i]
			shift := Shift{Date: r.Date}
			for _, ref := range r.Deputies {
				shift.Deputies = append(shift.Deputies, b.known(ref.To))
			}
			switch {
			case !r.Date.After(b.on):
				shift.Received, shift.Matters = r.Received, r.Matters
				x.Received += r.Received
				x.Matters += r.Matters
				x.Past = append(x.Past, shift)
				for _, ref := range r.Deputies {
					if d := b.deputies[ref.To]; d != nil {
						d.Sat++
					}
				}
			case !r.Date.After(end):
				x.Next = append(x.Next, shift)
				for _, ref := range r.Deputies {
					if d := b.deputies[ref.To]; d != nil {
						d.Shifts = append(d.Shifts, DeputyShift{r.Date, x})
					}
				}
			}
		}
		slices.SortStableFunc(x.Next, func(x, y Shift) int { return x.Date.Compare(y.Date) })
		slices.SortStableFunc(x.Past, func(x, y Shift) int { return y.Date.Compare(x.Date) })
		if n := len(x.Past); n > 0 {
			x.Since = x.Past[n-1].Date
		}
		if g := b.groups[s.Group.To]; g != nil {
			x.Villages = g.Villages
			g.Stations = append(g.Stations, x)
		}
		b.board.Stations = append(b.board.Stations, x)
	}
	order := func(x, y *Station) int { return compareOrder(x.Order, x.ID, y.Order, y.ID) }
	slices.SortStableFunc(b.board.Stations, order)
	for _, d := range b.board.Deputies {
		slices.SortStableFunc(d.Shifts, func(x, y DeputyShift) int { return x.Date.Compare(y.Date) })
	}
	for _, g := range b.board.Groups {
		slices.SortStableFunc(g.Stations, order)
		for _, v := range g.Villages {
			v.Stations = g.Stations
		}
	}
}
