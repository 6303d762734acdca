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
	Media       []Coverage        `toml:"media" zh:"媒体报道"`
}

// A Coverage (媒体报道) is what a newspaper, station or website printed about the deed.
type Coverage struct {
	Outlet string `toml:"outlet,required" zh:"媒体"` // 澄陵县融媒体中心
	Date   Date   `toml:"date,required" zh:"报道日期"`
	Title  string `toml:"title,required" zh:"报道标题"`
	Link   string `toml:"link" zh:"网址"` // beginning with https:// or http://; empty when it is only on paper
}

func (d *Deed) name() string { return d.Title }

// Out is the day the article appeared.
func (d *Deed) Out() Date { return d.Date }

func (d *Deed) picture() *Photo { return d.Photo }
