package board

// A Funnel (六步工作法) shows at which of the six steps every item of the year stands: 1 collect (收集), 2 gather (汇总),
// 3 assign (交办), 4 urge (督办), 5 appraise (评议), 6 commend (表彰). Nothing is lost between steps: see Holds.
type Funnel struct {
	Steps    [6][]*Case
	Tally    *Tally
	Units    Breakdown // received items that have been assigned, by unit, with a row for those not yet assigned
	Villages Breakdown
}

// Holds tells whether the conservation checks come out: raised is pending, merged, returned and received together, and
// received is the sum over units, over villages, over states and over steps 2 to 6.
func (f *Funnel) Holds() bool {
	t := f.Tally
	if len(t.Raised) != len(t.Pending)+len(t.Merged)+len(t.Returned)+len(t.Received) {
		return false
	}
	units, villages, states, steps := 0, 0, 0, 0
	for _, l := range f.Units.Lines {
		units += len(l.Tally.Received)
	}
	for _, l := range f.Villages.Lines {
		villages += len(l.Tally.Received)
	}
	for _, s := range t.ByState {
		states += s.N()
	}
	for _, s := range f.Steps[1:] {
		steps += len(s)
	}
	n := len(t.Received)
	return units == n && villages == n && states == n && steps == n
}

func funnelOf(t *Tally, units, villages Breakdown) *Funnel {
	f := &Funnel{Tally: t, Units: units, Villages: villages}
	for _, c := range t.Raised {
		if c.Step > 0 {
			f.Steps[c.Step-1] = append(f.Steps[c.Step-1], c)
		}
	}
	return f
}
