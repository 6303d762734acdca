package record

// A Group (代表小组) is the deputies of neighbouring villages; it meets every three months and reports on each result.
// Where residents meet it stands with its stations.
type Group struct {
	Source
	Name   string      `toml:"name,required" zh:"小组名称"` // 第一代表小组
	Leader Ref[Deputy] `toml:"leader" zh:"组长"`
	Order  int         `toml:"order" zh:"排序"`
}

func (g *Group) name() string { return g.Name }
