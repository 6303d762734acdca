package record

// An Association (协会) is one of the three that deputies run with residents: for the economy, for harmony, for culture.
// Its figures are sums of its dated entries.
type Association struct {
	Source
	Name     string             `toml:"name,required" zh:"名称"`
	Kind     AssociationKind    `toml:"kind,required" zh:"种类"`
	Purpose  string             `toml:"purpose,required" zh:"宗旨"`
	Founded  Date               `toml:"founded,required" zh:"成立日期"`
	Head     Ref[Deputy]        `toml:"head" zh:"会长"`
	Deputies []Ref[Deputy]      `toml:"deputies" zh:"代表会员"`
	Members  int                `toml:"members,required" zh:"会员人数"` // all, deputies included
	Entries  []AssociationEntry `toml:"entries" zh:"台账"`
	Order    int                `toml:"order" zh:"排序"`
}

// AssociationKind (种类).
type AssociationKind string

func (AssociationKind) Options() []string {
	return []string{"经济发展共进会", "社会和谐促进会", "文化传承推进会"}
}

// An AssociationEntry (台账) is one thing done. Mediation is counted and never tells who the parties were.
type AssociationEntry struct {
	Date    Date         `toml:"date,required" zh:"日期"`
	Kind    EntryKind    `toml:"kind,required" zh:"种类"`
	Text    string       `toml:"text,required" zh:"内容"`
	People  int          `toml:"people" zh:"人次"`      // who took part or was helped
	Cases   int          `toml:"cases" zh:"调解件数"`     // of a 调解
	Settled int          `toml:"settled" zh:"调解成功件数"` // of those
	Yuan    int          `toml:"yuan" zh:"金额"`        // of a 帮扶, in yuan
	Village Ref[Village] `toml:"village" zh:"村"`
}

// EntryKind (种类).
type EntryKind string

const (
	AssociationMeeting EntryKind = "会议"
	AssociationEvent   EntryKind = "活动"
	Mediation          EntryKind = "调解"
	Aid                EntryKind = "帮扶"
)

func (EntryKind) Options() []string { return []string{"会议", "活动", "调解", "帮扶"} }

func (a *Association) name() string { return a.Name }

// Out is the day it was founded.
func (a *Association) Out() Date { return a.Founded }
