package record

// A Petition (信访统计) counts the letters and calls (信访) of one quarter by kind. It holds numbers only, never who came
// or about whom.
type Petition struct {
	Source
	Year    int             `toml:"year,required" zh:"年份"`
	Quarter int             `toml:"quarter,required" zh:"季度"` // 1 to 4
	Date    Date            `toml:"date,required" zh:"统计日期"`  // on or after the quarter's last day
	Counts  []PetitionCount `toml:"counts,required" zh:"分类件数"`
	Note    string          `toml:"note" zh:"说明"`
}

// A PetitionCount (分类件数) is one kind of matter: what came in is settled, passed on to those whose it is, or pending.
type PetitionCount struct {
	Kind     string `toml:"kind,required" zh:"种类"` // 山林土地 / 邻里纠纷 / …
	Received int    `toml:"received,required" zh:"受理"`
	Settled  int    `toml:"settled,required" zh:"办结"`
	Passed   int    `toml:"passed,required" zh:"转办"`
	Pending  int    `toml:"pending,required" zh:"在办"`
}

func (p *Petition) name() string { return p.ID }

// Out is the day of the count.
func (p *Petition) Out() Date { return p.Date }
