package record

// An Exchange (县级交流) is the county's quarterly table of its townships side by side, as the county sent it. The row of
// this township is compared with its own figures.
type Exchange struct {
	Source
	Title   string        `toml:"title,required" zh:"标题"`
	Year    int           `toml:"year,required" zh:"年份"`
	Quarter int           `toml:"quarter,required" zh:"季度"`
	Date    Date          `toml:"date,required" zh:"印发日期"`
	By      string        `toml:"by,required" zh:"印发机关"`
	Method  string        `toml:"method,required" zh:"评级办法"`
	Towns   []ExchangeRow `toml:"towns,required" zh:"各乡镇"`
}

// An ExchangeRow (一个乡镇) is one township's year so far, through the quarter's last day.
type ExchangeRow struct {
	Town      string `toml:"town,required" zh:"乡镇"`
	Received  int    `toml:"received,required" zh:"受理"`
	Replied   int    `toml:"replied,required" zh:"已答复"`
	Resolved  int    `toml:"resolved,required" zh:"已解决"`
	Slips     int    `toml:"slips,required" zh:"收回意见表"`
	Satisfied int    `toml:"satisfied,required" zh:"满意"`
	Grade     string `toml:"grade,required" zh:"等次"`
}

func (e *Exchange) name() string { return e.Title }

// Out is the day the county sent it.
func (e *Exchange) Out() Date { return e.Date }
