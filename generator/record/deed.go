package record

// A Deed (代表事迹) is an article about what deputies did, with a photo, tied to the people and items it tells of.
type Deed struct {
	Source
	Title       string            `toml:"title,required" zh:"标题"`
	Date        Date              `toml:"date,required" zh:"发布日期"`
	Author      string            `toml:"author" zh:"作者"`
	Summary     string            `toml:"summary,required" zh:"提要"` // one sentence for lists
	Photo       *Photo            `toml:"photo" zh:"照片"`
	Deputies    []Ref[Deputy]     `toml:"deputies,required" zh:"代表"`
	Suggestions []Ref[Suggestion] `toml:"suggestions" zh:"相关建议"`
	Villages    []Ref[Village]    `toml:"villages" zh:"相关村"`
}

func (d *Deed) name() string { return d.Title }

// Out is the day the article appeared.
func (d *Deed) Out() Date { return d.Date }

func (d *Deed) picture() *Photo { return d.Photo }
