package site

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// fonts plans the town's own fonts and gives the rules by which the style of sheets finds them: town-title is that of the
// role, town-extra all that only have rare characters. Pages for the screen have none: residents with a slow line would
// wait for them.
func (p *planner) fonts() string {
	var rules strings.Builder
	// Of fonts with one name the browser asks the last first, so that the first by name is asked first.
	for _, f := range slices.Backward(p.board.Fonts) {
		name := "fonts/" + path.Base(f.File)
		p.put(Page{Path: "assets/" + name, Write: copying(f.File, p.content), Large: true})
		role, weight := f.Role, ""
		switch role {
		case "":
			role = "extra"
		case "title":
			weight = "font-weight:1 1000;" // it has one weight, which bold headings must not thicken
		}
		fmt.Fprintf(&rules, "\n@font-face { font-family: town-%s; src: url(%q); %s }", role, name, weight)
	}
	return rules.String()
}
