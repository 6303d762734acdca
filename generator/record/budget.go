package record

// A Budget (工作经费) is the congress's own money of a year: what was planned for meetings and activities, and each
// payment.
type Budget struct {
	Source
	Year     int          `toml:"year,required" zh:"年份"`
	Date     Date         `toml:"date,required" zh:"批准日期"`
	Basis    string       `toml:"basis" zh:"依据"`
	Lines    []BudgetLine `toml:"lines,required" zh:"预算项目"`
	Payments []Payment    `toml:"payments" zh:"支出"`
}

// A BudgetLine (预算项目) is one purpose.
type BudgetLine struct {
	Key  string `toml:"key,required" zh:"代号"` // ASCII; payments name it
	Name string `toml:"name,required" zh:"项目"`
	Yuan int    `toml:"yuan,required" zh:"预算金额"` // in yuan
}

// A Payment (支出) is one payment out of a line.
type Payment struct {
	Date Date   `toml:"date,required" zh:"日期"`
	Line string `toml:"line,required" zh:"项目代号"`
	Yuan int    `toml:"yuan,required" zh:"金额"` // in yuan
	Text string `toml:"text,required" zh:"用途"`
}

func (b *Budget) name() string { return b.ID }

// Out is the day it was approved.
func (b *Budget) Out() Date { return b.Date }
