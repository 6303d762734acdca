package record

// A Briefing (汇报通气) is what the government tells deputies between sessions: a stage report on its work (阶段汇报) or a
// pack of information they should know (知情通报). Its text is Markdown.
type Briefing struct {
	Source
	Kind    BriefingKind  `toml:"kind,required" zh:"种类"`
	Title   string        `toml:"title,required" zh:"标题"`
	Date    Date          `toml:"date,required" zh:"日期"`
	By      Ref[Official] `toml:"by" zh:"汇报人"` // the official who reported
	Unit    Ref[Unit]     `toml:"unit" zh:"汇报单位"`
	To      string        `toml:"to,required" zh:"听取范围"` // 各代表小组组长和县人大代表
	Heard   int           `toml:"heard,required" zh:"听取代表人数"`
	Plan    string        `toml:"plan" zh:"工作计划"`
	Focus   string        `toml:"focus" zh:"工作重点"`
	Results string        `toml:"results" zh:"进展和结果"`
}

// BriefingKind (种类).
type BriefingKind string

const (
	StageReport BriefingKind = "阶段汇报"
	InfoPack    BriefingKind = "知情通报"
)

func (BriefingKind) Options() []string { return []string{"阶段汇报", "知情通报"} }

func (b *Briefing) name() string { return b.Title }

// Out is the day of the briefing.
func (b *Briefing) Out() Date { return b.Date }
