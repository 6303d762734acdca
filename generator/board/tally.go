package board

import "gongshi/generator/record"

// A Tally (统计) is every figure of a set of items. The board has one for the town, and one for each unit, group,
// village and deputy; all are made by this one function, so figures that should agree do.
type Tally struct {
	Name string // what it is of, as figures are named by it: town, units.shuili, reports.2025-h1; empty when none is named

	Raised     []*Case // handed in (提出)
	Pending    []*Case // of those: not yet looked at
	Merged     []*Case // of those: merged at intake
	Returned   []*Case // of those: given back at intake
	Received   []*Case // of those: registered (受理); Raised = Pending + Merged + Returned + Received
	Replied    []*Case
	Resolved   []*Case
	Unresolved []*Case // received and not resolved
	Closed     []*Case
	Open       []*Case // received and not closed
	Overdue    []*Case // open past the deadline
	Postponed  []*Case // with an approved postponement
	Explained  []*Case // unresolved, with a dated explanation
	Redone     []*Case // handled again at least once
	Exceptions []*Case // replied before the consultation, for a published reason
	Appraised  []*Case // the deputies voted on the result
	Withheld   []*Case // not open, or open in part; they count in every figure

	ByState        []Slice // of Received
	ByClass        []Slice // of Replied, a slice for each letter of the profile
	BySatisfaction []Slice // of the slips that came back

	ConsultedRate Rate // 面商率: consulted before every reply / replied
	ResolvedRate  Rate // 解决率: resolved / replied
	ResolvedOfAll Rate // the same over all received
	SatisfiedRate Rate // 满意率: slips back with what the profile counts / slips back
	BesideRate    Rate // the other way of counting it
	StrictRate    Rate // 满意 / slips back, whatever the profile counts
	ContentRate   Rate // 满意和基本满意 / slips back, whatever the profile counts
	SlipRate      Rate // slips back / replied
	OnTimeRate    Rate // 按时办结率: closed in time / (closed + open past the deadline)
	PromiseRate   Rate // 承诺兑现率: promises kept / promises due by the day
	PublishedRate Rate // replies published / replied
}

func tally(name string, cases []*Case, p *record.Profile, on record.Date) *Tally {
	t := &Tally{Name: name, Raised: cases}
	var back, promised, judged []*Case
	for _, c := range cases {
		switch c.State {
		case Raised:
			t.Pending = append(t.Pending, c)
			continue
		case Merged:
			t.Merged = append(t.Merged, c)
			continue
		case Returned:
			t.Returned = append(t.Returned, c)
			continue
		}
		t.Received = append(t.Received, c)
		if c.HasReply() {
			t.Replied = append(t.Replied, c)
			if c.Opinion != "" {
				back = append(back, c)
			}
			if c.Reply.Promised.By(on) {
				promised = append(promised, c)
			}
		}
		if c.Resolved() {
			t.Resolved = append(t.Resolved, c)
		} else {
			t.Unresolved = append(t.Unresolved, c)
			if c.Explanation() != nil {
				t.Explained = append(t.Explained, c)
			}
		}
		if c.Closed() {
			t.Closed = append(t.Closed, c)
			judged = append(judged, c)
		} else {
			t.Open = append(t.Open, c)
			if c.Late {
				t.Overdue = append(t.Overdue, c)
				judged = append(judged, c)
			}
		}
		if c.Postponement() != nil {
			t.Postponed = append(t.Postponed, c)
		}
		if c.Redone() > 0 {
			t.Redone = append(t.Redone, c)
		}
		if c.Exception() != "" {
			t.Exceptions = append(t.Exceptions, c)
		}
		if len(c.Appraisals) > 0 {
			t.Appraised = append(t.Appraised, c)
		}
		if c.InPart() {
			t.Withheld = append(t.Withheld, c)
		}
	}

	floor := p.Floor()
	t.ByState = partition(t.Received, floor, States, func(s State) string { return string(s) }, func(c *Case, s State) bool { return c.State == s })
	t.ByClass = byClass(t.Replied, p)
	t.BySatisfaction = partition(back, floor, []record.Satisfaction{record.Satisfied, record.BasicallySatisfied, record.Dissatisfied},
		func(s record.Satisfaction) string { return string(s) }, func(c *Case, s record.Satisfaction) bool { return c.Opinion == s })

	t.ConsultedRate = rateOf(t.Replied, floor, func(c *Case) bool { return c.Consulted })
	t.ResolvedRate = rateOf(t.Replied, floor, (*Case).Resolved)
	t.ResolvedOfAll = rateOf(t.Received, floor, (*Case).Resolved)
	t.StrictRate = rateOf(back, floor, func(c *Case) bool { return c.Opinion == record.Satisfied })
	t.ContentRate = rateOf(back, floor, func(c *Case) bool { return c.Opinion != record.Dissatisfied })
	t.SlipRate = rateOf(t.Replied, floor, func(c *Case) bool { return c.Opinion != "" })
	t.OnTimeRate = rateOf(judged, floor, func(c *Case) bool { return !c.Late })
	t.PromiseRate = rateOf(promised, floor, func(c *Case) bool { return !c.Reply.Kept.IsZero() })
	t.PublishedRate = rateOf(t.Replied, floor, func(c *Case) bool { return c.Publication != nil })
	both := p.SatisfiedRule() == record.SatisfiedBoth
	t.SatisfiedRate = t.StrictRate
	if both {
		t.SatisfiedRate = t.ContentRate
	}
	t.nameFigures()
	t.BesideRate = t.ContentRate
	if both {
		t.BesideRate = t.StrictRate
	}
	return t
}

// nameFigures gives rates and parts their full names, which stay with them wherever they are shown.
func (t *Tally) nameFigures() {
	if t.Name == "" {
		return
	}
	for _, f := range t.Rates() {
		f.Rate.Name = t.Name + ".rates." + f.Name
	}
	for _, p := range t.groupings() {
		for i := range p.slices {
			p.slices[i].Name = t.Name + "." + p.name + "." + p.slices[i].Key
		}
	}
}

// partition sorts cases into slices, one for each key.
func partition[K comparable](cases []*Case, floor int, keys []K, name func(K) string, is func(*Case, K) bool) []Slice {
	var parts []Slice
	for _, k := range keys {
		s := Slice{Key: name(k), floor: floor}
		for _, c := range cases {
			if is(c, k) {
				s.Cases = append(s.Cases, c)
			}
		}
		parts = append(parts, s)
	}
	return share(parts, floor)
}

// byClass parts replied items by the class of their latest reply.
func byClass(replied []*Case, p *record.Profile) []Slice {
	var parts []Slice
	for _, class := range p.Classes {
		s := Slice{Key: class.Letter, Note: class.Meaning, floor: p.Floor()}
		for _, c := range replied {
			if c.Reply.Class == class.Letter {
				s.Cases = append(s.Cases, c)
			}
		}
		parts = append(parts, s)
	}
	return share(parts, p.Floor())
}

// A Line (分项) is one row of a breakdown: a unit, group or village and its tally.
type Line struct {
	ID, Name string // ID is empty for the row of items that belong to none, such as matters of the whole town
	Tally    *Tally
}

// A Breakdown (分项统计) parts the received items of a tally so that the rows add up to it.
type Breakdown struct {
	Lines []Line
	Total *Tally
}
