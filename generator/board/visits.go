package board

import (
	"slices"

	"gongshi/generator/record"
)

// Visits (走访覆盖) is a year of calling on villagers, by group and month: of the deputies in office all month, how many
// called on as many homes as they owe.
type Visits struct {
	Year   int   // the latest with a round on record; the day's when there is none
	Due    int   // homes each deputy owes a month
	Months []int // from the first with a round on record of any year
	Groups []GroupVisits
	All    []VisitMonth // by month, the groups together
	Homes  int          // called on in the year
}

// GroupVisits is one group's year of visits.
type GroupVisits struct {
	*Group
	Months []VisitMonth
	Homes  int
	Year   Rate // the months added up
}

// A VisitMonth is the visits of one month: those that are over, and the running one once a round is on record.
type VisitMonth struct {
	Month  int
	Rate   Rate      // deputies who called on enough homes, of those in office all month
	Homes  int       // by all deputies
	Fewer  []Visitor // those who called on fewer than they owe, or none
	Rounds []*Activity
}

// A Visitor is a deputy with the homes they called on in a month.
type Visitor struct {
	Deputy *record.Deputy
	Homes  int
}

func (b *builder) addVisits() {
	v := &Visits{Year: b.on.Year, Due: b.ledger.Profile.Duties.VisitsDue()}
	b.board.Visits = v
	rounds := map[*Group]map[int][]*Activity{} // of the year, by month
	start := 12
	for _, x := range b.board.Activities { // newest first
		g := b.groups[x.Group.To]
		if x.Kind != record.VisitRound || g == nil {
			continue
		}
		if len(rounds) == 0 {
			v.Year = x.Date.Year
		}
		if x.Date.Year != v.Year {
			start = 1
			break
		}
		start = x.Date.Month
		if rounds[g] == nil {
			rounds[g] = map[int][]*Activity{}
		}
		rounds[g][x.Date.Month] = append(rounds[g][x.Date.Month], x)
	}
	if len(rounds) == 0 {
		return
	}
	for month := start; month <= 12; month++ {
		begun := slices.ContainsFunc(b.board.Groups, func(g *Group) bool { return len(rounds[g][month]) > 0 })
		if last := (record.Date{Year: v.Year, Month: month, Day: 1}).AddMonths(1).AddDays(-1); begun || last.By(b.on) {
			v.Months = append(v.Months, month)
			v.All = append(v.All, VisitMonth{Month: month, Rate: Rate{Floor: b.ledger.Profile.Floor()}})
		}
	}
	for _, g := range b.board.Groups {
		year := GroupVisits{Group: g, Year: Rate{Floor: b.ledger.Profile.Floor()}}
		for i, month := range v.Months {
			m := b.visitMonth(g, v, month, rounds[g][month])
			year.Months = append(year.Months, m)
			year.Homes += m.Homes
			year.Year.add(m.Rate)
			all := &v.All[i]
			all.Homes += m.Homes
			all.Rate.add(m.Rate)
		}
		v.Groups = append(v.Groups, year)
		v.Homes += year.Homes
	}
}

// visitMonth counts one group's month. Who joined or left within it owes nothing, but their visits count as homes.
func (b *builder) visitMonth(g *Group, v *Visits, month int, rounds []*Activity) VisitMonth {
	m := VisitMonth{Month: month, Rounds: rounds, Rate: Rate{Floor: b.ledger.Profile.Floor()}}
	homes := map[string]int{}
	for _, x := range rounds {
		m.Homes += x.Homes
		for i := range x.Visits {
			homes[x.Visits[i].Deputy.To.ID] += x.Visits[i].Homes
		}
	}
	first := record.Date{Year: v.Year, Month: month, Day: 1}
	last := first.AddMonths(1).AddDays(-1)
	if last.After(b.on) {
		last = b.on
	}
	for _, d := range b.ledger.Deputies {
		if d.Hidden(b.drafts) || b.groups[d.Group.To] != g || !d.Serves(first) || !d.Serves(last) {
			continue
		}
		m.Rate.Whole++
		if n := homes[d.ID]; n >= v.Due {
			m.Rate.Part++
		} else {
			m.Fewer = append(m.Fewer, Visitor{b.known(d), n})
		}
	}
	return m
}
