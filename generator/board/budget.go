package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Budget is a year's money with what was spent by the board's day, in yuan.
type Budget struct {
	*record.Budget
	Lines    []*BudgetLine
	Payments []Payment // in order of their days
	Total    Spending
}

// A BudgetLine is one purpose with its payments.
type BudgetLine struct {
	record.BudgetLine
	Spending
	Payments []Payment
}

// A Spending is what was planned, spent and is left.
type Spending struct {
	Planned, Spent, Left int
	Rate                 Rate // spent / planned
}

// A Payment is one payment with the name of its line.
type Payment struct {
	record.Payment
	Name string
}

func (b *builder) addBudgets() {
	for _, given := range b.ledger.Budgets {
		if given.Hidden(b.drafts) || !given.Date.By(b.on) || slices.ContainsFunc(b.board.Budgets, func(x *Budget) bool { return x.Year == given.Year }) {
			continue
		}
		open := *given
		open.Payments = upTo(given.Payments, func(p *record.Payment) record.Date { return p.Date }, b.on)
		slices.SortStableFunc(open.Payments, func(p, q record.Payment) int { return p.Date.Compare(q.Date) })
		x := &Budget{Budget: &open}
		for _, n := range open.Lines {
			line := &BudgetLine{BudgetLine: n, Spending: Spending{Planned: n.Yuan}}
			x.Lines = append(x.Lines, line)
			x.Total.Planned += n.Yuan
		}
		for _, p := range open.Payments {
			i := slices.IndexFunc(x.Lines, func(n *BudgetLine) bool { return n.Key == p.Line })
			if i < 0 {
				continue // an error that stops the build; a preview shows what there is a line for
			}
			line, pay := x.Lines[i], Payment{p, x.Lines[i].Name}
			line.Payments, x.Payments = append(line.Payments, pay), append(x.Payments, pay)
			line.Spent += p.Yuan
			x.Total.Spent += p.Yuan
		}
		for _, line := range x.Lines {
			line.close()
		}
		x.Total.close()
		b.board.Budgets = append(b.board.Budgets, x)
	}
	slices.SortStableFunc(b.board.Budgets, func(x, y *Budget) int { return y.Year - x.Year })
}

// close works out what is left. Money is not a count of items, so no whole is too small for a percentage.
func (s *Spending) close() {
	s.Left = s.Planned - s.Spent
	s.Rate = Rate{Part: s.Spent, Whole: s.Planned}
}
