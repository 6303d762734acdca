package record

// A Commendation (表彰) is the year's outstanding groups and deputies, by self-report, dossier and group vote.
type Commendation struct {
	Source
	Title    string         `toml:"title,required" zh:"标题"`
	Year     int            `toml:"year,required" zh:"年份"`
	Date     Date           `toml:"date,required" zh:"表彰日期"`
	Number   string         `toml:"number" zh:"发文字号"`
	Method   string         `toml:"method,required" zh:"评选办法"` // how many, who votes, what is asked for
	Groups   []GroupHonour  `toml:"groups" zh:"先进小组"`
	Deputies []DeputyHonour `toml:"deputies" zh:"优秀代表"`
}

// A GroupHonour (先进小组) is a group's honour with what it rests on.
type GroupHonour struct {
	Group   Ref[Group] `toml:"group,required" zh:"代表小组"`
	Name    string     `toml:"name,required" zh:"荣誉名称"`
	For     int        `toml:"for,required" zh:"赞成票"`
	Present int        `toml:"present,required" zh:"到会人数"`
	Basis   string     `toml:"basis,required" zh:"主要依据"`
}

// A DeputyHonour (优秀代表) is a deputy's honour with the vote of their own group and what it rests on.
type DeputyHonour struct {
	Deputy  Ref[Deputy] `toml:"deputy,required" zh:"代表"`
	Name    string      `toml:"name,required" zh:"荣誉名称"`
	For     int         `toml:"for,required" zh:"赞成票"`
	Present int         `toml:"present,required" zh:"到会人数"`
	Basis   string      `toml:"basis,required" zh:"主要依据"`
}

func (c *Commendation) name() string { return c.Title }

// Out is the day of the commendation.
func (c *Commendation) Out() Date { return c.Date }
