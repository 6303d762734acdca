package site

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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
	Left, Top        int
	Card             board.Card
	From, Name, Work CardLine // of what congress; spaced when it has two characters; what the deputy is
	Small            float64  // of the matters' type; 0 when a face has no room for them
}

// A CardLine is a line of a face, in type that keeps it within the face.
type CardLine struct {
	Text string
	Size float64
}

// A cardFace is how a sort of card looks: its faces, and the largest type of its lines as shares of a face's height. Lines of one
// sort of card have one size wherever they fit, so that a row of them looks even.
type cardFace struct {
	faces            int
	from, name, work float64
	matters          bool // below the lines
}

// A cardText is what a card says.
type cardText struct {
	card       board.Card
	from, work string
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
func cut(width, height, apart int) cutting {
	var best cutting
	for _, size := range [][]Paper{{A4, A4Wide}, {A3Wide, A3}} {
		for _, paper := range size {
			w, h := paper.Millimetres()
			c := cutting{paper: paper, width: width, height: height, betweenX: apart, betweenY: apart}
			c.columns, c.rows = (w-2*edge+apart)/(width+apart), (h-2*edge+apart)/(height+apart)
			c.left = (w - c.columns*width - (c.columns-1)*apart) / 2
			c.top = (h - c.rows*height - (c.rows-1)*apart) / 2
			if c.columns*c.rows > best.columns*best.rows {
				best = c
			}
		}
		if best.columns > 0 {
			return best
		}
	}
	return best // the record holds no card that no paper has
}

// beside is the white left and right of the lines of a face.
const beside = 6.0

// place lays cards on pages.
func (c cutting) place(texts []cardText, face cardFace) []CardPage {
	var pages []CardPage
	high, room := float64(c.height/face.faces), float64(c.width)-2*beside
	for len(texts) > 0 {
		n := min(len(texts), c.columns*c.rows)
		var page CardPage
		var marks strings.Builder
		for i, text := range texts[:n] {
			x := PlacedCard{
				Left: c.left + i%c.columns*(c.width+c.betweenX), Top: c.top + i/c.columns*(c.height+c.betweenY), Card: text.card,
				From: fitted(text.from, face.from*high, 0, room),
				Name: fitted(strokes.Spaced(text.card.Name), face.name*high, spacing, room),
				Work: fitted(text.work, face.work*high, 0, room),
			}
			if face.matters {
				x.Small = matters(text.card, room, high)
			}
			c.mark(&marks, x.Left, x.Top, face.faces)
			page.Cards = append(page.Cards, x)
		}
		page.Marks = marks.String()
		pages, texts = append(pages, page), texts[n:]
	}
	return pages
}

// spacing is the white between the characters of a name, and at both of its ends, as a share of its type.
const spacing = .1

// fitted is a line in the largest type up to a size in which it has room.
func fitted(text string, most, apart, room float64) CardLine {
	wide := typeset.Width(text) + apart*float64(utf8.RuneCountInString(text)+1)
	return CardLine{text, math.Floor(100*min(most, room/max(wide, 1))) / 100}
}

// matters is the type in which the longest matter of a card fits on a line; 0 when nobody could read it.
func matters(card board.Card, room, high float64) float64 {
	const least = 2.4 // nearly seven points
	size := .055 * high
	for _, d := range card.Deeds {
		size = min(size, room/typeset.Width(d.Title))
	}
	for _, x := range card.Cases {
		size = min(size, room/typeset.Width(x.Suggestion.Title))
	}
	if size < least {
		return 0
	}
	return math.Floor(100*size) / 100
}

// mark draws two strokes outside each corner of the card at a place of the page, and a broken one at each side of the fold, where
// nobody must cut. Cards that touch have marks at the edges of the page only.
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
			fold := y + c.height/2
			fmt.Fprintf(b, "M%d %dh%dM%d %dh%d", column+out*gap, fold, out, column+out*(gap+2), fold, out)
		}
	}
}

// sizes are those of the town's table cards, each once.
func (p *planner) sizes() []record.CardSize {
	var sizes []record.CardSize
	for _, size := range p.board.Town.Cards {
		if !slices.Contains(sizes, size) {
			sizes = append(sizes, size)
		}
	}
	if len(sizes) == 0 {
		return []record.CardSize{{Width: 200, Height: 100}}
	}
	return sizes
}

func cardsPath(size record.CardSize) string { return "sheets/table-cards-" + size.String() + ".html" }

// tableCards plans a sheet for each size of card.
func (p *planner) tableCards() {
	if len(p.board.Cards) == 0 {
		return
	}
	var texts []cardText
	for _, card := range p.board.Cards {
		text := cardText{card, withGroup(p.word("card.of", p.board.Town.Name), card), card.Work}
		if card.Office != "" {
			text.work = card.Office
		} else if card.Leads != nil {
			text.work = p.word("card.leader", card.Leads.Name)
		}
		texts = append(texts, text)
	}
	for _, size := range p.sizes() {
		face := cardFace{faces: 2, from: .058, name: .56, work: .078}
		if size.Height >= 90 {
			face.name, face.matters = .38, true
		}
		c := cut(size.Width, 2*size.Height, 8)
		p.printedOn = c.paper
		p.page(cardsPath(size), p.word("card.sized", size.Width, size.Height), nil, func(f Frame) any {
			return CardPages{f, c.paper, size.Width, size.Height, c.place(texts, face)}
		})
	}
}

// withGroup adds the deputy's group to a line of a card.
func withGroup(line string, card board.Card) string {
	if card.Group.To != nil {
		return line + " " + card.Group.To.Name
	}
	return line
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
		var texts []cardText
		for _, card := range badges {
			texts = append(texts, cardText{card, p.board.Town.Congress, withGroup(p.word("card.deputy"), card)})
		}
		face := cardFace{faces: 1, from: .1, name: .33, work: .09}
		c := cut(width, height, 0)
		p.printedOn = c.paper
		p.page(badgesPath, p.word("card.badges"), nil, func(f Frame) any {
			return CardPages{f, c.paper, width, height, c.place(texts, face)}
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
