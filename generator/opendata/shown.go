package opendata

import (
	"gongshi/generator/board"
	"gongshi/generator/record"
)

// shown is a board with what it shows by id, so that a row refers only to rows that there are: someone not yet elected, or
// a unit that is still a draft, is named and has no id.
type shown struct {
	*board.Board
	ids map[string]bool // folder/id
}

func show(b *board.Board) *shown {
	s := &shown{b, map[string]bool{}}
	for _, u := range b.Units {
		s.ids["units/"+u.ID] = true
	}
	for _, g := range b.Groups {
		s.ids["groups/"+g.ID] = true
	}
	for _, v := range b.Villages {
		s.ids["villages/"+v.ID] = true
	}
	for _, d := range b.Deputies {
		s.ids["deputies/"+d.ID] = true
	}
	for _, c := range b.Cases {
		s.ids["suggestions/"+c.ID] = true
	}
	for _, n := range b.Notices {
		s.ids["notices/"+n.ID] = true
	}
	return s
}

func (s *shown) id(folder, id string) string {
	if s.ids[folder+"/"+id] {
		return id
	}
	return ""
}

func (s *shown) unit(u *record.Unit) string {
	if u == nil {
		return ""
	}
	return s.id("units", u.ID)
}

func (s *shown) group(g *record.Group) string {
	if g == nil {
		return ""
	}
	return s.id("groups", g.ID)
}

func (s *shown) village(v *record.Village) string {
	if v == nil {
		return ""
	}
	return s.id("villages", v.ID)
}

func (s *shown) deputy(d *record.Deputy) string {
	if d == nil {
		return ""
	}
	return s.id("deputies", d.ID)
}

// unitIDs are the units of a list that the board shows.
func (s *shown) unitIDs(refs []record.Ref[record.Unit]) []string {
	var ids []string
	for _, r := range refs {
		ids = append(ids, s.unit(r.To))
	}
	return ids
}

// page is the address of a page: in full when the portal's address is known, else from the board's root.
func (s *shown) page(path string) string { return s.Town.Portal.Base + path }
