package board

import "gongshi/generator/record"

// Answers (表决意见) are the answers of a vote with their shares of the ballots cast, in the order of the ballot paper;
// none when nobody voted.
func Answers(v record.Ballots, floor int) []Share {
	if v.Cast() == 0 {
		return nil
	}
	return sharesOf([]string{"satisfied", "basically", "dissatisfied", "abstained"},
		[]int{v.Satisfied, v.Basically, v.Dissatisfied, v.Abstained}, floor)
}

// An Appraised (民主评议) is an appraisal of an item's result with its answers.
type Appraised struct {
	*record.Appraisal
	Answers []Share
}

// Appraised are the appraisals of the result, in the order in which the clerk gave them.
func (c *Case) Appraised(floor int) []Appraised {
	all := make([]Appraised, 0, len(c.Appraisals))
	for i := range c.Appraisals {
		a := &c.Appraisals[i]
		all = append(all, Appraised{a, Answers(a.Votes, floor)})
	}
	return all
}
