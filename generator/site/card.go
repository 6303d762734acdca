package site

import (
	"fmt"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/internal/strokes"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/typeset"
)

// CardPages are cards of one size, to be cut out: table cards (流动桌签), which are folded between their two faces, or name
// badges (代表证). Lengths are millimetres.
type CardPages struct {
	Frame
	Paper         Paper
	Width, Height int // of one face
	Pages         []CardPage
}

// Whole are the width and the height of the paper.
func (c CardPages) Whole() []int {
	width, height := c.Paper.Millimetres()
	return []int{width, height}
}

// A CardPage is the cards of one piece of paper.
type CardPage struct {
	Cards []PlacedCard
	Marks string // where to cut and fold, as an SVG path over the whole page
}

// A PlacedCard is a card and where it lies on its page.
type PlacedCard struct {
	Left, Top int
	Card      board.Card
	Name      string  // spaced when it has two characters
	Size      float64 // of the name's type
	Small     float64 // of the matters' type; 0 when a face has no room for them
}

// edge is how much of a page printers leave white, and what cut marks have.
const edge = 5

// A cutting is how cards lie on a page: so many beside and below each other, the first at Left and Top.
type cutting struct {
	paper              Paper
	columns, rows      int
	left, top          int
	width, height      int // of a card unfolded
	betweenX, betweenY int
}

// cut finds the smallest paper that holds a card, and lays as many on it as fit.
func cut(width, height, between int) cutting {
	for _, paper := range []Paper{A4, A4Wide, A3Wide, A3} {
		w, h := paper.Millimetres()
		c := cutting{paper: paper, width: width, height: height, betweenX: between, betweenY: between}
		c.columns, c.rows = (w-2*edge+between)/(width+between), (h-2*edge+between)/(height+between)
		if c.columns > 0 && c.rows > 0 {
			c.left = (w - c.columns*width - (c.columns-1)*between) / 2
			c.top = (h - c.rows*height - (c.rows-1)*between) / 2
			return c
		}
	}
	return cutting{} // the record holds no card that no paper has
}

// place lays cards on pages. name is the largest type of a name, as a share of a face's height.
func (c cutting) place(cards []board.Card, faces int, name float64) []CardPage {
	var pages []CardPage
	face := c.height / faces
	for len(cards) > 0 {
		n := min(len(cards), c.columns*c.rows)
		var page CardPage
		var marks strings.Builder
		for i, card := range cards[:n] {
			x := PlacedCard{Left: c.left + i%c.columns*(c.width+c.betweenX), Top: c.top + i/c.columns*(c.height+c.betweenY), Card: card, Name: strokes.Spaced(card.Name)}
			x.Size = min(name*float64(face), (float64(c.width)-12)/(typeset.Width(x.Name)*1.12))
			if faces == 2 && face >= 90 {
				x.Small = matters(card, float64(c.width)-16, float64(face))
			}
			c.mark(&marks, x.Left, x.Top, faces)
			page.Cards = append(page.Cards, x)
		}
		page.Marks = marks.String()
		pages, cards = append(pages, page), cards[n:]
	}
	return pages
}

// matters is the type in which the longest matter of a card fits on a line.
func matters(card board.Card, width, face float64) float64 {
	size := .055 * face
	for _, d := range card.Deeds {
		size = min(size, width/typeset.Width(d.Title))
	}
	for _, x := range card.Cases {
		size = min(size, width/typeset.Width(x.Suggestion.Title))
	}
	return size
}

// mark draws two strokes outside each corner of the card at a place of the page, and one at each side of the fold. Cards that
// touch have marks at the edges of the page only.
func (c cutting) mark(b *strings.Builder, x, y, faces int) {
	const gap, long = 1, 3
	right, bottom := x+c.width, y+c.height
	for _, column := range []int{x, right} {
		out := -1
		if column == right {
			out = 1
		}
		side := c.betweenX > 0 || column == c.left || column == c.left+c.columns*c.width
		for _, row := range []int{y, bottom} {
			up := -1
			if row == bottom {
				up = 1
			}
			if side {
				fmt.Fprintf(b, "M%d %dh%d", column+out*gap, row, out*long)
			}
			if c.betweenY > 0 || row == c.top || row == c.top+c.rows*c.height {
				fmt.Fprintf(b, "M%d %dv%d", column, row+up*gap, up*long)
			}
		}
		if faces == 2 {
			fmt.Fprintf(b, "M%d %dh%d", column+out*gap, y+c.height/2, out*long)
		}
	}
}

// sizes are those of the town's table cards.
func (p *planner) sizes() []record.CardSize {
	if len(p.board.Town.Cards) == 0 {
		return []record.CardSize{{Width: 200, Height: 100}}
	}
	return p.board.Town.Cards
}

func cardsPath(size record.CardSize) string { return "sheets/table-cards-" + size.String() + ".html" }

// tableCards plans a sheet for each size of card.
func (p *planner) tableCards() {
	if len(p.board.Cards) == 0 {
		return
	}
	for _, size := range p.sizes() {
		c := cut(size.Width, 2*size.Height, 8)
		p.printedOn = c.paper
		p.page(cardsPath(size), p.word("card.sized", size.Width, size.Height), nil, func(f Frame) any {
			return CardPages{f, c.paper, size.Width, size.Height, c.place(p.board.Cards, 2, .34)}
		})
	}
}

// cardSheets are the addresses of table cards and badges.
func (p *planner) cardSheets() []Crumb {
	var all []Crumb
	if len(p.board.Cards) > 0 {
		for _, size := range p.sizes() {
			all = append(all, Crumb{cardsPath(size), p.word("card.sized", size.Width, size.Height)})
		}
	}
	if len(p.badges()) > 0 {
		all = append(all, Crumb{badgesPath, p.word("card.badges")})
	}
	return all
}

const badgesPath = "sheets/name-badges.html"

// nameBadges plans the badges of all serving deputies, ten on a page.
func (p *planner) nameBadges() {
	if badges := p.badges(); len(badges) > 0 {
		const width, height = 90, 54 // as common holders take
		c := cut(width, height, 0)
		p.printedOn = c.paper
		p.page(badgesPath, p.word("card.badges"), nil, func(f Frame) any {
			return CardPages{f, c.paper, width, height, c.place(badges, 1, .26)}
		})
	}
}

// badges are those of the serving deputies, by group.
func (p *planner) badges() []board.Card {
	var badges []board.Card
	seen := map[*board.Deputy]bool{}
	add := func(d *board.Deputy) {
		if d.Serving && !seen[d] {
			seen[d] = true
			badges = append(badges, board.Card{Deputy: d})
		}
	}
	for _, g := range p.board.Groups {
		for _, d := range g.Listed {
			add(d)
		}
	}
	for _, d := range p.board.Deputies {
		add(d)
	}
	return badges
}
