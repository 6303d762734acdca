package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Routing (交办分工) is where the items of the running year were sent, by route and by topic.
type Routing struct {
	Cases      []*Case // assigned items of the running year
	Routes     []RouteLine
	Topics     []TopicLine // most items first
	HandedBack []HandedBack
	InHand     []*Case // of all years: with a unit and not closed
}

// A RouteLine is the items sent one way; Route is empty for those whose way is not recorded.
type RouteLine struct {
	Route record.Route
	Cases []*Case
}

// A TopicLine is the items of one topic: how many went each way, and which units have them.
type TopicLine struct {
	Topic  string
	Cases  []*Case
	Counts []int // in the order of Routing.Routes
	Units  []UnitCount
}

// A UnitCount is a unit and how many of the items it has.
type UnitCount struct {
	Unit *record.Unit
	N    int
}

// A HandedBack (退办) is an assignment that the unit gave back as not its own, and who has the item now.
type HandedBack struct {
	Case *Case
	*record.Assignment
}

func (b *builder) routing() *Routing {
	r := &Routing{}
	var route record.Route
	for _, way := range append(route.Options(), "") {
		r.Routes = append(r.Routes, RouteLine{Route: record.Route(way)})
	}
	at := map[string]int{}
	for _, c := range b.board.Now.Received {
		for i := range c.Assignments {
			if a := &c.Assignments[i]; !a.Returned.IsZero() {
				r.HandedBack = append(r.HandedBack, HandedBack{c, a})
			}
		}
		if c.Assigned == nil {
			continue
		}
		r.Cases = append(r.Cases, c)
		way := slices.IndexFunc(r.Routes, func(l RouteLine) bool { return l.Route == c.Assigned.Route })
		if way < 0 {
			way = len(r.Routes) - 1
		}
		r.Routes[way].Cases = append(r.Routes[way].Cases, c)
		i, ok := at[c.Topic]
		if !ok {
			i = len(r.Topics)
			at[c.Topic] = i
			r.Topics = append(r.Topics, TopicLine{Topic: c.Topic, Counts: make([]int, len(r.Routes))})
		}
		t := &r.Topics[i]
		t.Cases = append(t.Cases, c)
		t.Counts[way]++
		k := slices.IndexFunc(t.Units, func(u UnitCount) bool { return u.Unit == c.Unit })
		if k < 0 {
			k = len(t.Units)
			t.Units = append(t.Units, UnitCount{Unit: c.Unit})
		}
		t.Units[k].N++
	}
	if none := len(r.Routes) - 1; len(r.Routes[none].Cases) == 0 { // every way is recorded: no column for it
		r.Routes = r.Routes[:none]
		for i := range r.Topics {
			r.Topics[i].Counts = r.Topics[i].Counts[:none]
		}
	}
	slices.SortStableFunc(r.Topics, func(x, y TopicLine) int { return len(y.Cases) - len(x.Cases) })
	for i := range r.Topics {
		slices.SortStableFunc(r.Topics[i].Units, func(x, y UnitCount) int { return y.N - x.N })
	}
	slices.SortStableFunc(r.HandedBack, func(x, y HandedBack) int { return y.Returned.Compare(x.Returned) })
	for _, c := range b.board.Cases {
		if c.Received() && c.Assigned != nil && !c.Closed() {
			r.InHand = append(r.InHand, c)
		}
	}
	return r
}
