package record

// A Village (村、社区) is where residents live and where the paper board hangs.
type Village struct {
	Source
	Name      string     `toml:"name,required" zh:"村名"`
	Group     Ref[Group] `toml:"group,required" zh:"代表小组"` // the group whose deputies look after it
	People    int        `toml:"people" zh:"人口"`
	Homes     int        `toml:"households" zh:"户数"`
	Board     string     `toml:"board" zh:"公示栏位置"`    // where the paper board stands
	Secretary string     `toml:"secretary" zh:"村联系人"` // village office, not a private person's number
	Order     int        `toml:"order" zh:"排序"`
}

func (v *Village) name() string { return v.Name }
