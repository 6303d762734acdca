package record

// An Assessment (综合评议) is what deputies gave the units in one quarter, or, when Quarter is 0, what the year end adds.
type Assessment struct {
	Source
	Title      string      `toml:"title,required" zh:"标题"`
	Year       int         `toml:"year,required" zh:"年份"`
	Quarter    int         `toml:"quarter" zh:"季度"` // 1 to 4; 0 is the year end
	Date       Date        `toml:"date,required" zh:"评议日期"`
	Scheme     Ref[Scheme] `toml:"scheme,required" zh:"评议办法"`
	Note       string      `toml:"note" zh:"说明"`
	Turnout    []Turnout   `toml:"turnout" zh:"发票收票"`
	Units      []UnitScore `toml:"units" zh:"单位得分"`
	Deductions []Deduction `toml:"deductions" zh:"扣分"`
	Merits     []Merit     `toml:"merits" zh:"加分"`
	Vetoes     []Veto      `toml:"vetoes" zh:"一票否决"`
	Retests    []Retest    `toml:"retests" zh:"复评"` // of the year end only
	Exempt     []Exemption `toml:"exempt" zh:"免评"`
}

// A Turnout (发票收票) is how many ballots a group was given and handed back.
type Turnout struct {
	Group    Ref[Group] `toml:"group,required" zh:"代表小组"`
	Issued   int        `toml:"issued,required" zh:"发出"`
	Returned int        `toml:"returned,required" zh:"收回"`
}

// A UnitScore (单位得分) is one line of the score sheet: points or ballots by the scheme's method keys.
type UnitScore struct {
	Unit   Ref[Unit]         `toml:"unit,required" zh:"单位"`
	Scores map[string]Points `toml:"scores" zh:"评分"` // by method key, 0 to 100
	Votes  map[string]Votes  `toml:"votes" zh:"投票"`  // by method key
}

// Votes (投票) are ballots by answer.
type Votes struct {
	Satisfied    int `toml:"satisfied" zh:"满意"`
	Basically    int `toml:"basically" zh:"基本满意"`
	Dissatisfied int `toml:"dissatisfied" zh:"不满意"`
	Unknown      int `toml:"unknown" zh:"不了解"` // not a valid vote
}

// Ballots are a line's 满意 and valid ballots over all methods.
func (u *UnitScore) Ballots() (satisfied, valid int) {
	for _, v := range u.Votes {
		satisfied += v.Satisfied
		valid += v.Valid()
	}
	return satisfied, valid
}

// Valid is the number of ballots that count.
func (v Votes) Valid() int { return v.Satisfied + v.Basically + v.Dissatisfied }

// A Deduction (扣分) takes points off for a documented reason; one piece of evidence counts once a year.
type Deduction struct {
	Unit     Ref[Unit] `toml:"unit,required" zh:"单位"`
	Evidence string    `toml:"evidence,required" zh:"证据编号"`
	Kind     string    `toml:"kind,required" zh:"扣分种类"` // 投诉 / 办理建议不力
	Points   Points    `toml:"points,required" zh:"扣分"`
	Reason   string    `toml:"reason,required" zh:"事由"`
}

// A Merit (加分) gives points for a documented deed; one piece of evidence counts once a year, as a merit or a deduction.
type Merit struct {
	Unit     Ref[Unit] `toml:"unit,required" zh:"单位"`
	Evidence string    `toml:"evidence,required" zh:"证据编号"`
	Kind     string    `toml:"kind,required" zh:"加分种类"` // 急难险重 / 群众表扬
	Points   Points    `toml:"points,required" zh:"加分"`
	Reason   string    `toml:"reason,required" zh:"事由"`
}

// A Veto (一票否决) brings a unit down to the lowest band and bars it from the year's honours, whatever its score.
type Veto struct {
	Unit     Ref[Unit] `toml:"unit,required" zh:"单位"`
	Evidence string    `toml:"evidence,required" zh:"证据编号"`
	Reason   string    `toml:"reason,required" zh:"事由"`
}

// A Retest (复评) is what one of the year's bottom units got when it was assessed again.
type Retest struct {
	Unit  Ref[Unit] `toml:"unit,required" zh:"单位"`
	Date  Date      `toml:"date,required" zh:"复评日期"`
	Score Points    `toml:"score,required" zh:"复评得分"` // 0 to 100
	Note  string    `toml:"note" zh:"说明"`
}

// An Exemption (免评) leaves a unit out of an assessment, for a published reason.
type Exemption struct {
	Unit   Ref[Unit] `toml:"unit,required" zh:"单位"`
	Reason string    `toml:"reason,required" zh:"理由"`
}

func (a *Assessment) name() string { return a.Title }

// Page is the address of its ranking, without the ending: assessments/2025-q3, assessments/2025-year. Whatever the file is
// called, a year has one page for each.
func (a *Assessment) Page() string {
	if a.Quarter == 0 {
		return "assessments/" + itoa(a.Year) + "-year"
	}
	return "assessments/" + itoa(a.Year) + "-q" + itoa(a.Quarter)
}

// Out is the day of the vote.
func (a *Assessment) Out() Date { return a.Date }
