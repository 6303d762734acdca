package record

// A Station (代表之家、代表联络站) is where residents meet deputies: its address, its hours, and who sits there when.
type Station struct {
	Source
	Name    string         `toml:"name,required" zh:"名称"` // 枫岭村代表联络站
	Kind    StationKind    `toml:"kind,required" zh:"种类"`
	Group   Ref[Group]     `toml:"group" zh:"代表小组"` // the group that runs it; empty for the town's own 代表之家
	Village Ref[Village]   `toml:"village" zh:"所在村"`
	Address string         `toml:"address,required" zh:"地址"`
	Phone   string         `toml:"phone" zh:"站点电话"`         // office telephone
	Hours   string         `toml:"hours,required" zh:"接待日"` // 每月15日上午
	Opened  Date           `toml:"opened" zh:"建站日期"`
	Keeper  string         `toml:"keeper" zh:"站点联络员"` // office and name
	Rota    []StationShift `toml:"rota" zh:"值班表"`
	Order   int            `toml:"order" zh:"排序"`
}

// StationKind (种类).
type StationKind string

const (
	DeputiesHome   StationKind = "代表之家"
	LiaisonStation StationKind = "代表联络站"
)

func (StationKind) Options() []string { return []string{"代表之家", "代表联络站"} }

// A StationShift (值班) is one reception day and the deputies who sit.
type StationShift struct {
	Date     Date          `toml:"date,required" zh:"日期"`
	Deputies []Ref[Deputy] `toml:"deputies,required" zh:"值班代表"`
	Received int           `toml:"received" zh:"接待人次"` // filled in afterwards
	Matters  int           `toml:"matters" zh:"收集意见件数"`
}

func (s *Station) name() string { return s.Name }

// Out is the day it opened.
func (s *Station) Out() Date { return s.Opened }
