package site

import "io"

// seals plans the seals as the clerk's folder holds them, so that anyone can keep a copy and compare later.
func (p *planner) seals() {
	for _, s := range p.board.Seals {
		p.add("sealed/"+s.ID+".toml", "", func(w io.Writer) error {
			_, err := io.WriteString(w, s.Text())
			return err
		})
	}
}
