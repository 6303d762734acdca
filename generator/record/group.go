package record

// A Group (代表小组) is the deputies of neighbouring villages; it meets every three months and reports on each result.
type Group struct {
	Source
	Name    string      `toml:"name,required" zh:"小组名称"` // 第一代表小组
	Leader  Ref[Deputy] `toml:"leader" zh:"组长"`
	Station string      `toml:"station" zh:"联络站"` // where residents meet deputies
	Hours   string      `toml:"hours" zh:"接待日"`   // 每月15日
	Phone   string      `toml:"phone" zh:"站点电话"`  // office telephone
	Order   int         `toml:"order" zh:"排序"`
}

func (g *Group) name() string { return g.Name }
