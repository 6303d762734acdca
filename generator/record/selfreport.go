package record

// A SelfReport (述职报告) is what a deputy tells the voters about a year of work, in Markdown, and what they said of it.
type SelfReport struct {
	Source
	Deputy   Ref[Deputy] `toml:"deputy,required" zh:"代表"`
	Year     int         `toml:"year,required" zh:"年份"`
	Date     Date        `toml:"date,required" zh:"述职日期"`
	Place    string      `toml:"place,required" zh:"地点"`
	Audience string      `toml:"audience,required" zh:"听取述职的人"` // 枫岭村选民代表32人
	Issued   int         `toml:"issued" zh:"发出票数"`
	Votes    Ballots     `toml:"votes" zh:"测评"`
	Comments []Comment   `toml:"comments" zh:"点评"`
}

// Ballots (测评票) are answers of a show of hands or a ballot on one matter.
type Ballots struct {
	Satisfied    int `toml:"satisfied" zh:"满意"`
	Basically    int `toml:"basically" zh:"基本满意"`
	Dissatisfied int `toml:"dissatisfied" zh:"不满意"`
	Abstained    int `toml:"abstained" zh:"弃权"`
}

// Cast is the number of ballots handed back.
func (b Ballots) Cast() int { return b.Satisfied + b.Basically + b.Dissatisfied + b.Abstained }

// A Comment (点评) is the group's remark on a deputy's year. It stays inside the congress unless marked public.
type Comment struct {
	Date   Date   `toml:"date,required" zh:"日期"`
	By     string `toml:"by,required" zh:"点评人"`
	Text   string `toml:"text,required" zh:"点评"`
	Public bool   `toml:"public" zh:"公开"`
}

func (s *SelfReport) name() string { return s.Deputy.Key }

// Out is the day of the report.
func (s *SelfReport) Out() Date { return s.Date }
