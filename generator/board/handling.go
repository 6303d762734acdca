package board

import "gongshi/generator/record"

// A HandlingScore (办理建议分) is the score a unit earns by its own items: each rate times its weight.
type HandlingScore struct {
	Parts   []HandlingPart
	Weights int // of the parts together; less than 100 when a rate without a whole is left out
	Score   Points
}

// A HandlingPart is one rate and what it is worth.
type HandlingPart struct {
	Key    string // consulted, resolved, satisfied, on_time
	Rate   Rate
	Weight int // percent, of the weights whose rate has a whole
	Score  Points
}

// handlingOf weighs the rates of a unit's items. A rate without a whole (no slip back yet) is left out and the others
// carry its weight; nil when the unit had no item to reply to.
func handlingOf(t *Tally, rule record.HandlingRule) *HandlingScore {
	if len(t.Replied) == 0 {
		return nil
	}
	h := &HandlingScore{}
	for _, p := range []HandlingPart{
		{Key: "consulted", Rate: t.ConsultedRate, Weight: rule.Consulted},
		{Key: "resolved", Rate: t.ResolvedRate, Weight: rule.Resolved},
		{Key: "satisfied", Rate: t.ContentRate, Weight: rule.Satisfied},
		{Key: "on_time", Rate: t.OnTimeRate, Weight: rule.OnTime},
	} {
		if p.Rate.None() || p.Weight == 0 {
			continue
		}
		h.Weights += p.Weight
		h.Parts = append(h.Parts, p)
	}
	for i := range h.Parts {
		p := &h.Parts[i]
		p.Score = Points(100 * 100 * p.Rate.Part * p.Weight).Mean(p.Rate.Whole * h.Weights)
		h.Score += p.Score
	}
	return h
}

// Figure is the name of the part's rate among a tally's rates: what counts as satisfied here is the rate named content.
func (p HandlingPart) Figure() string {
	if p.Key == "satisfied" {
		return "content"
	}
	return p.Key
}
