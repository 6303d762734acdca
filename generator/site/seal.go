package site

import "io"

// seals plans the seals as the clerk's folder holds them, so that anyone can keep a copy and compare later.
func (p *planner) seals() {
	for _, s := range p.board.Seals {
		p.put(Page{Path: "sealed/" + s.ID + ".toml", Lasting: !s.Draft, Write: func(w io.Writer) error {
			_, err := io.WriteString(w, s.Text())
			return err
		}})
	}
}
