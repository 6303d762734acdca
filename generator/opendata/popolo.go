package opendata

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// people is the address of the people and bodies in Popolo.
const people = Folder + "popolo.json"

// A popolo is the deputies, the congress, its presidium and its groups, by the specification of that name
// (popoloproject.com), which sites about parliaments read. It holds what the pages of deputies and of the presidium show.
type popolo struct {
	Persons       []person       `json:"persons"`
	Organizations []organization `json:"organizations"`
	Posts         []post         `json:"posts"`
	Memberships   []membership   `json:"memberships"`
}

type person struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Gender    string `json:"gender,omitempty"`
	BirthDate string `json:"birth_date,omitempty"` // the year alone
	Image     string `json:"image,omitempty"`
	Summary   string `json:"summary,omitempty"`
	Links     []link `json:"links,omitempty"`
}

type organization struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	Classification string `json:"classification"`
	Parent         string `json:"parent_id,omitempty"`
	Links          []link `json:"links,omitempty"`
}

type post struct {
	ID           string `json:"id"`
	Label        string `json:"label"`
	Organization string `json:"organization_id"`
}

type membership struct {
	Person       string `json:"person_id"`
	Organization string `json:"organization_id"`
	Post         string `json:"post_id,omitempty"`
	Role         string `json:"role"`
	Start        string `json:"start_date,omitempty"`
	End          string `json:"end_date,omitempty"`
}

type link struct {
	URL string `json:"url"`
}

const (
	congress  = "congress"
	presidium = "presidium"
)

func writePopolo(w io.Writer, b *board.Board) error {
	s := show(b)
	p := popolo{Persons: []person{}, Posts: []post{}, Memberships: []membership{}, Organizations: []organization{
		{ID: congress, Name: b.Town.Congress, Classification: "人民代表大会"},
		{ID: presidium, Name: b.Town.Presidium, Classification: "主席团", Parent: congress, Links: s.links("institution.html")},
	}}
	leads := map[string]string{} // a group's leader
	for _, g := range b.Groups {
		leads[g.ID] = s.deputy(g.Leader.To)
		p.Organizations = append(p.Organizations, organization{"groups/" + g.ID, g.Name, "代表小组", congress, s.links("groups/" + g.ID + ".html")})
	}
	for _, d := range b.Deputies {
		x := person{ID: "deputies/" + d.ID, Name: d.Name, Gender: genders[d.Gender], Summary: plain(d.Work), Links: s.links("deputies/" + d.ID + ".html")}
		if d.Born > 0 {
			x.BirthDate = fmt.Sprintf("%04d", d.Born)
		}
		if d.Photo != nil && b.Town.Portal.Base != "" {
			x.Image = b.Town.Portal.Base + (&url.URL{Path: d.Photo.File}).EscapedPath()
		}
		p.Persons = append(p.Persons, x)
		if slices.Contains(d.Levels, "镇") || slices.Contains(d.Levels, "乡") {
			p.Memberships = append(p.Memberships, membership{Person: x.ID, Organization: congress, Role: "代表", Start: d.Elected.String(), End: d.Left.String()})
		}
		if g := d.Deputy.Group.To; s.group(g) != "" {
			role := "组员"
			if leads[g.ID] == d.ID {
				role = "组长"
			}
			p.Memberships = append(p.Memberships, membership{Person: x.ID, Organization: "groups/" + g.ID, Role: role, End: d.Left.String()})
		}
	}
	s.holders(&p)
	return writeIndented(w, p)
}

var genders = map[record.Gender]string{"男": "male", "女": "female"}

// holders adds the presidium's posts with who holds them and who held them before.
func (s *shown) holders(p *popolo) {
	byName := func(name string) string { // someone of whom the board knows the name alone
		id := "people/" + name
		if !slices.ContainsFunc(p.Persons, func(x person) bool { return x.ID == id }) {
			p.Persons = append(p.Persons, person{ID: id, Name: name})
		}
		return id
	}
	for i, x := range s.Posts {
		id := "posts/" + strconv.Itoa(i+1)
		p.Posts = append(p.Posts, post{id, x.Title, presidium})
		if x.Holder != nil {
			who := "deputies/" + s.deputy(x.Holder)
			if s.deputy(x.Holder) == "" {
				who = byName(x.Holder.Name)
			}
			p.Memberships = append(p.Memberships, membership{who, presidium, id, x.Title, x.Since.String(), ""})
		}
		for _, past := range x.Past {
			p.Memberships = append(p.Memberships, membership{byName(past.Name), presidium, id, x.Title, past.From.String(), past.Until.String()})
		}
	}
}

// links are the address of a page in full; none when the portal's address is not known.
func (s *shown) links(page string) []link {
	if s.Town.Portal.Base == "" {
		return nil
	}
	return []link{{s.page(page)}}
}
