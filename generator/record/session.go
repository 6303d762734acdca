package record

// Proceedings (大会) are what one session of the congress dealt with. When it met stands in town.toml, which deadlines
// need too; here stand attendance, agenda, votes and the text.
type Proceedings struct {
	Source
	Title       string       `toml:"title,required" zh:"标题"`
	Term        int          `toml:"term,required" zh:"第几届"`
	Number      int          `toml:"number,required" zh:"第几次"`
	Due         int          `toml:"due,required" zh:"应到代表"`
	Present     int          `toml:"present,required" zh:"实到代表"`
	Agenda      []string     `toml:"agenda,required" zh:"议程"`
	Resolutions []Resolution `toml:"resolutions" zh:"决议决定"`
}

// A Resolution (决议) is one vote of a session.
type Resolution struct {
	Date      Date   `toml:"date,required" zh:"通过日期"`
	Title     string `toml:"title,required" zh:"名称"`
	For       int    `toml:"for,required" zh:"赞成"`
	Against   int    `toml:"against" zh:"反对"`
	Abstained int    `toml:"abstained" zh:"弃权"`
}

func (p *Proceedings) name() string { return p.Title }
