package record

// A Scheme (评议办法) says how units are assessed in a year: methods and weights, what a vote is worth, how quarters add
// up, who is named. The presidium adopts it; every number in it is printed beside the ranking.
type Scheme struct {
	Source
	Name      string       `toml:"name,required" zh:"办法名称"`
	Year      int          `toml:"year,required" zh:"年份"`
	Basis     string       `toml:"basis" zh:"依据"`
	Methods   []Method     `toml:"methods,required" zh:"评议方式"` // weights add to 100
	Values    VoteValues   `toml:"vote_values,required" zh:"票值"`
	Classes   []UnitClass  `toml:"classes,required" zh:"单位类别"`
	Ties      Ties         `toml:"ties,required" zh:"同分规则"`
	Bands     []Band       `toml:"bands,required" zh:"等次"` // from high to low
	YearEnd   YearEnd      `toml:"year_end,required" zh:"年终计分"`
	Handling  HandlingRule `toml:"handling,required" zh:"办理建议分"`
	MinValid  int          `toml:"min_valid_votes" zh:"最少有效票"` // fewer valid ballots than this: no score by vote
	Criticise bool         `toml:"criticise" zh:"公布批评名单"`

	MinItems           int    `toml:"min_items" zh:"办理分最少件数"`           // fewer replied items than this: scored on the quarters alone
	ExemptWithoutItems bool   `toml:"exempt_without_items" zh:"没有建议免评"` // a unit without an item in the year is left out of the year-end ranking
	MaxMerit           Points `toml:"max_merit" zh:"加分上限"`              // of a unit in one assessment; 0 is no limit
	SummonsBelow       int    `toml:"summons_below" zh:"约见线"`           // percent 满意 of the valid ballots; a unit below is called in; 0 is no summons
	SummonsMonths      int    `toml:"summons_months" zh:"约见期限"`         // months after the vote; 1 when left out
	RetestMonths       int    `toml:"retest_months" zh:"复评期限"`          // months after the year end in which the bottom units are assessed again; 0 is no re-test
}

// A Method (评议方式) is one column of the score sheet.
type Method struct {
	Key    string   `toml:"key,required" zh:"代号"` // ASCII: visit
	Name   string   `toml:"name,required" zh:"名称"`
	Weight int      `toml:"weight,required" zh:"权重"` // percent
	By     ScoredBy `toml:"by,required" zh:"计分"`
}

// ScoredBy (计分) is whether a method gives points or ballots.
type ScoredBy string

const (
	ByScore ScoredBy = "评分"
	ByVote  ScoredBy = "投票"
)

func (ScoredBy) Options() []string { return []string{"评分", "投票"} }

// VoteValues (票值) are what each ballot is worth; 不了解 is left out of the valid votes.
type VoteValues struct {
	Satisfied    Points `toml:"satisfied,required" zh:"满意"`
	Basically    Points `toml:"basically,required" zh:"基本满意"`
	Dissatisfied Points `toml:"dissatisfied,required" zh:"不满意"`
}

// A UnitClass (单位类别) is ranked by itself.
type UnitClass struct {
	Name      string `toml:"name,required" zh:"类别"`
	Plaque    int    `toml:"plaque" zh:"授牌"`      // how many of the top get 群众信得过单位
	Commend   int    `toml:"commend" zh:"通报表扬"`   // how many of the top are commended
	Criticise int    `toml:"criticise" zh:"通报批评"` // how many of the bottom are criticised
	Inspect   int    `toml:"inspect" zh:"视察"`     // units taken from the top, the middle and the bottom each
	Retest    int    `toml:"retest" zh:"复评"`      // how many of the bottom are assessed again
}

// Ties (同分规则).
type Ties string

const (
	Together  Ties = "并列"
	MoreVotes Ties = "满意票多者在前"
)

func (Ties) Options() []string { return []string{"并列", "满意票多者在前"} }

// A Band (等次) names the scores from a lower bound up.
type Band struct {
	Name string `toml:"name,required" zh:"等次"`
	From Points `toml:"from,required" zh:"起分"`
}

// YearEnd (年终计分): the quarters together and the handling score by weight, with the year's merits, less its deductions.
type YearEnd struct {
	Way      YearWay `toml:"way" zh:"季度累计"`                 // 平均 when left out
	Quarters int     `toml:"quarters,required" zh:"季度评议权重"` // percent
	Handling int     `toml:"handling,required" zh:"办理建议权重"` // percent; a unit without items is scored on the quarters alone
}

// YearWay (季度累计) is how the quarters of a year are put together.
type YearWay string

const (
	MeanOfQuarters YearWay = "平均"
	SumOfQuarters  YearWay = "合计" // each weight is percent of its own points, so that they need not add to 100
)

func (YearWay) Options() []string { return []string{"平均", "合计"} }

// Adds tells whether the quarters are added up rather than averaged.
func (y YearEnd) Adds() bool { return y.Way == SumOfQuarters }

// Parts is how many hundreds of points the quarters count: one for the mean, one for each of n quarters in a sum.
func (y YearEnd) Parts(n int) int {
	if y.Adds() {
		return n
	}
	return 1
}

// A HandlingRule (办理建议分) weighs the rates of a unit's own items, in percent; the weights add to 100.
type HandlingRule struct {
	Consulted int `toml:"consulted,required" zh:"面商率"`
	Resolved  int `toml:"resolved,required" zh:"解决率"`
	Satisfied int `toml:"satisfied,required" zh:"满意和基本满意率"`
	OnTime    int `toml:"on_time,required" zh:"按时办结率"`
}

func (s *Scheme) name() string { return s.Name }

// Class is a class by name, nil when the scheme has none of that name.
func (s *Scheme) Class(name string) *UnitClass {
	for i := range s.Classes {
		if s.Classes[i].Name == name {
			return &s.Classes[i]
		}
	}
	return nil
}

// Method is a method by its key, nil when there is none.
func (s *Scheme) Method(key string) *Method {
	for i := range s.Methods {
		if s.Methods[i].Key == key {
			return &s.Methods[i]
		}
	}
	return nil
}

// Band is the name of the band a score falls in; empty below the lowest.
func (s *Scheme) Band(p Points) string {
	for _, b := range s.Bands {
		if p >= b.From {
			return b.Name
		}
	}
	return ""
}

// Lowest is the name of the last band, to which a veto brings a unit down whatever its score.
func (s *Scheme) Lowest() string {
	if len(s.Bands) == 0 { // a scheme with problems, in a preview
		return ""
	}
	return s.Bands[len(s.Bands)-1].Name
}

// Merits are the points that merits count together, up to the scheme's limit.
func (s *Scheme) Merits(sum Points) Points {
	if s.MaxMerit > 0 {
		return min(sum, s.MaxMerit)
	}
	return sum
}

// MarkedlyLow (满意度明显偏低) tells whether so many 满意 of the valid ballots are below the line at which a unit is
// called in. Fewer valid ballots than a score needs say nothing.
func (s *Scheme) MarkedlyLow(satisfied, valid int) bool {
	return valid > 0 && valid >= s.MinValid && 100*satisfied < s.SummonsBelow*valid
}

// SummonsBy is the last day on which a unit that a vote found markedly low should be called in.
func (s *Scheme) SummonsBy(vote Date) Date { return vote.AddMonths(s.SummonsWithin()) }

// SummonsWithin is how many months after the vote a unit should be called in.
func (s *Scheme) SummonsWithin() int { return or(s.SummonsMonths, 1) }
