package site

import (
	"io"
	"net/url"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/site/internal/ical"
)

// agenda plans the calendar of what is still owed and still to come.
func (p *planner) agenda() {
	p.add("calendar.ics", "", func(w io.Writer) error {
		say := &wording{theme: p.theme, town: p.board.Town}
		base := p.board.Town.Portal.Base
		host := calendarHost(base)
		event := func(x board.AgendaItem) ical.Event {
			e := ical.Event{UID: x.ID + "@" + host, First: x.First, Last: x.Last, Summary: say.agenda(x), Description: strings.Join(say.agendaMore(x, p.board), "\n")}
			if base != "" {
				e.URL = base + agendaPage(x)
			}
			return e
		}
		// The board's own day stands first: a reader sees how old the calendar is, and no calendar is empty.
		events := []ical.Event{{UID: "board@" + host, First: p.board.On, Last: p.board.On, Summary: say.word("calendar.board"), URL: base}}
		for _, x := range p.board.Agenda() {
			events = append(events, event(x))
		}
		c := ical.Calendar{Name: say.word("calendar.name", p.board.Town.Congress), On: p.board.On, Events: events}
		if say.err != nil {
			return say.err
		}
		_, err := io.WriteString(w, c.String())
		return err
	})
}

// calendarHost makes an event's name the board's own. Several towns of a county may lie in folders of one host.
func calendarHost(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Hostname() == "" {
		return "gongshi.invalid"
	}
	parts := strings.FieldsFunc(u.EscapedPath(), func(r rune) bool { return r == '/' })
	return strings.Join(append(parts, u.Hostname()), ".")
}

// agendaPage is the address of the page that tells of an item.
func agendaPage(x board.AgendaItem) string {
	switch {
	case x.Case != nil:
		return "suggestions/" + x.Case.ID + ".html"
	case x.Notice != nil:
		return "notices/" + x.Notice.ID + ".html"
	case x.Station != nil:
		return "stations/" + x.Station.ID + ".html"
	case x.Quarter != nil:
		return quarterPath(x.Quarter)
	case x.Of != nil:
		return standingsPath(x.Of)
	}
	return "duties.html"
}

// agenda is what an event is called.
func (w *wording) agenda(x board.AgendaItem) string {
	switch x.Kind {
	case board.AgendaLimit:
		return w.word("calendar.", x.Kind, w.word("limit.", x.Limit), w.matter(x.Case))
	case board.AgendaDuty:
		owner := w.town.Presidium
		if g := x.Duty.Group; g != nil {
			owner = g.Name
		}
		return w.word("calendar.", x.Kind, owner, w.word("duty.", x.Duty.Kind))
	case board.AgendaRetest, board.AgendaSummons:
		return w.word("calendar.", x.Kind, x.Unit.Name)
	case board.AgendaObjection:
		return w.word("calendar.", x.Kind, x.Notice.Title)
	case board.AgendaReception:
		return w.word("calendar.", x.Kind, x.Station.Name)
	}
	return w.word("calendar.", x.Kind, w.matter(x.Case))
}

// agendaMore are the lines under an event.
func (w *wording) agendaMore(x board.AgendaItem, b *board.Board) []string {
	var lines []string
	if x.Case != nil {
		lines = append(lines, w.word("calendar.number", x.Case.Number))
		if x.Unit != nil {
			lines = append(lines, w.word("calendar.unit", x.Unit.Name))
		}
	}
	switch x.Kind {
	case board.AgendaDuty:
		lines = append(lines, w.word("calendar.period", w.day(x.Turn.First), w.day(x.Turn.Last)))
	case board.AgendaObjection:
		lines = append(lines, paragraphs(x.Notice.Objection)...)
	case board.AgendaReception:
		lines = append(lines, paragraphs(x.Station.Address)...)
	}
	if x.Past {
		lines = append(lines, w.word("calendar.past", w.day(b.On)))
	}
	return lines
}

// matter is an item's title, or its number when even the title is withheld.
func (w *wording) matter(c *board.Case) string {
	if c.Concealed() {
		return w.word("suggestion.concealed", c.Suggestion.Number)
	}
	return c.Suggestion.Title
}
