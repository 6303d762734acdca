package record

// A Guide (办事须知) is a page for residents that does not age with a year: what the congress is, what deputies may do,
// how to raise a matter.
type Guide struct {
	Source
	Title   string `toml:"title,required" zh:"标题"`
	Summary string `toml:"summary,required" zh:"提要"`
	Basis   string `toml:"basis" zh:"依据"`
	Order   int    `toml:"order" zh:"排序"` // rights before how to use them
}

func (g *Guide) name() string { return g.Title }
