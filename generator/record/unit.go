package record

// A Unit (驻镇单位) handles suggestions and is assessed by the deputies.
type Unit struct {
	Source
	Name     string `toml:"name,required" zh:"单位名称"`
	Class    string `toml:"class,required" zh:"单位类别"`    // the class in which it is ranked; a class of the scheme
	Superior string `toml:"superior,required" zh:"主管部门"` // county office that a notice is copied to
	Head     string `toml:"head" zh:"负责人"`
	Phone    string `toml:"phone" zh:"办公电话"`
	Duties   string `toml:"duties" zh:"主要职责"` // one sentence for residents
	Order    int    `toml:"order" zh:"排序"`
}

func (u *Unit) name() string { return u.Name }
