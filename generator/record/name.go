package record

import "gongshi/generator/content"

// A Name is what somebody or something is called, and where that stands.
type Name struct {
	Text string
	At   content.Pos
}

// Names are the names that sheets print large and often: of the town, its villages, groups, units, stations and
// associations, of deputies, officials and whoever answers for a unit or a village.
func (l *Ledger) Names() []Name {
	var all []Name
	add := func(s *Source, name string, path ...any) {
		if name != "" {
			all = append(all, Name{name, s.At(path...)})
		}
	}
	for r := range l.Records() {
		switch v := r.Value.(type) {
		case *Town:
			add(r.Source, v.Name, "name")
			add(r.Source, v.County, "county")
			add(r.Source, v.Congress, "congress")
			add(r.Source, v.Presidium, "presidium")
			for i, post := range v.Posts {
				for j, past := range post.Past {
					add(r.Source, past.Name, "posts", i, "past", j, "name")
				}
			}
		case *Village:
			add(r.Source, v.Name, "name")
			add(r.Source, v.Secretary, "secretary")
		case *Unit:
			add(r.Source, v.Name, "name")
			add(r.Source, v.Head, "head")
		case *Deputy, *Official, *Group, *Station, *Association:
			add(r.Source, r.Name(), "name")
		}
	}
	return all
}
