package record

// An Official (镇领导) is a member of the town's leadership who takes charge of suggestions (领办) and keeps in touch
// with deputies.
type Official struct {
	Source
	Name   string        `toml:"name,required" zh:"姓名"`
	Post   string        `toml:"post,required" zh:"职务"` // 副镇长
	Duties string        `toml:"duties" zh:"分管工作"`
	Liaise []Ref[Deputy] `toml:"liaise" zh:"联系代表"` // deputies this official keeps in touch with
	Order  int           `toml:"order" zh:"排序"`
}

func (o *Official) name() string { return o.Name }
