package record

import "gongshi/generator/internal/strokes"

// A Deputy (人大代表) is an elected representative, with what the public may know of them. Private addresses, private
// telephones and identity numbers have no field here.
type Deputy struct {
	Source
	Name      string       `toml:"name,required" zh:"姓名"`
	Group     Ref[Group]   `toml:"group,required" zh:"代表小组"`
	Village   Ref[Village] `toml:"village" zh:"所在村"`
	Levels    []Level      `toml:"levels,required" zh:"代表层级"` // a deputy may hold several
	Gender    Gender       `toml:"gender" zh:"性别"`
	Nation    string       `toml:"nation" zh:"民族"`
	Born      int          `toml:"born" zh:"出生年"` // year only
	Education string       `toml:"education" zh:"文化程度"`
	Party     string       `toml:"party" zh:"政治面貌"`
	Work      string       `toml:"work,required" zh:"职业或职务"` // 枫岭村村民、油茶种植户
	Photo     *Photo       `toml:"photo" zh:"照片"`
	Elected   Date         `toml:"elected,required" zh:"当选日期"`
	Fills     Ref[Deputy]  `toml:"fills" zh:"补选的缺额"`      // of a by-election: whose seat had fallen vacant
	Left      Date         `toml:"left" zh:"离任日期"`        // the day the mandate ended
	Reason    string       `toml:"left_reason" zh:"离任原因"` // 调离 / 辞职 / 罢免 …
	Honours   []Honour     `toml:"honours" zh:"荣誉"`
}

// A Level (代表层级) is a congress the deputy sits in.
type Level string

func (Level) Options() []string { return []string{"镇", "乡", "县", "市", "省", "全国"} }

// Gender (性别).
type Gender string

func (Gender) Options() []string { return []string{"男", "女"} }

// An Honour (荣誉) is what a deputy was given, when and by whom.
type Honour struct {
	Date Date   `toml:"date,required" zh:"日期"`
	Name string `toml:"name,required" zh:"名称"`
	By   string `toml:"by" zh:"授予单位"`
}

func (d *Deputy) name() string { return d.Name }

// Spaced is the name for a printed list: one of two characters is set as wide as three (张　三).
func (d *Deputy) Spaced() string { return strokes.Spaced(d.Name) }

// Serves tells whether the mandate runs on a day.
func (d *Deputy) Serves(on Date) bool {
	return d.Elected.By(on) && (d.Left.IsZero() || d.Left.After(on))
}

// Out is the day the mandate began.
func (d *Deputy) Out() Date { return d.Elected }

func (d *Deputy) picture() *Photo { return d.Photo }
