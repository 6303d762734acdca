package site

import "gongshi/generator/board"

// A SessionPage is the proceedings of one session.
type SessionPage struct {
	Frame
	*board.Proceedings
}

func (p *planner) sessions() {
	p.page("sessions.html", p.word("sessions.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) session() {
	for _, s := range p.board.Sessions {
		p.page("sessions/"+s.ID+".html", s.Title, p.crumb("sessions.html"), func(f Frame) any { return SessionPage{f, s} })
	}
}
