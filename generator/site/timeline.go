package site

import (
	"bytes"
	"html/template"

	"gongshi/generator/board"
)

// timeline writes an item's history as list items. It is a dozen entries on every item's page, the most repeated part of
// the board, and through html/template it alone took a third of a large build; so it is written here, escaping every
// value itself.
func (t *Theme) timeline(depth int, events []board.Event) (template.HTML, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	w := timelineWriter{theme: t, b: b, depth: depth}
	for i := range events {
		w.event(&events[i])
	}
	return template.HTML(b.String()), w.err
}

// A timelineWriter writes entries until a word is missing.
type timelineWriter struct {
	theme *Theme
	b     *bytes.Buffer
	depth int // of the page, for links
	err   error
}

func (w *timelineWriter) event(e *board.Event) {
	w.raw(`<li><p><time class="when" datetime="`)
	w.raw(e.Date.String())
	w.raw(`">`)
	day, err := w.theme.date(e.Date)
	w.keep(err)
	w.text(day)
	w.raw(`</time> `)
	w.word("event." + string(e.Kind))
	if e.Round > 1 {
		w.raw(" ")
		w.word("timeline.round", e.Round)
	}
	w.raw("</p>\n")
	if e.Unit != nil || e.Form != "" || e.Who != "" {
		w.raw(`<p class="meta">`)
		if e.Unit != nil {
			w.span(e.Unit.Name)
		}
		switch {
		case e.Form == "":
		case e.Kind == board.EventClosed:
			w.raw("<span>")
			w.word("suggestion.result_opinion", e.Form)
			w.raw("</span>")
		default:
			w.span(e.Form)
		}
		if e.Who != "" {
			w.span(e.Who)
		}
		w.raw("</p>\n")
	}
	switch e.Kind {
	case board.EventReplied:
		w.raw(`<p class="meta"><span>`)
		w.word("reply.letter", e.Reply.Class)
		w.raw("</span>")
		if e.Reply.Number != "" {
			w.span(e.Reply.Number)
		}
		w.raw("</p>\n")
		if e.Exception != "" {
			w.raw("<p>")
			w.word("timeline.exception", e.Exception)
			w.raw("</p>\n")
		}
	case board.EventSlipBack:
		w.paragraph(string(e.Reply.Satisfaction))
		if e.Text != "" {
			w.paragraph(e.Text)
		}
	case board.EventActivity:
		w.raw(`<p><a href="`)
		w.text(href(w.depth, "activities/"+e.Activity.ID+".html"))
		w.raw(`">`)
		w.text(e.Activity.Title)
		w.raw("</a></p>\n")
	default:
		if v := e.Votes; v != nil {
			w.raw("<p>")
			w.word("appraisal.votes", v.Satisfied, v.Basically, v.Dissatisfied, v.Abstained)
			w.raw("</p>\n")
		}
		for _, p := range paragraphs(e.Text) {
			w.paragraph(p)
		}
	}
	if !e.Until.IsZero() {
		day, err := w.theme.date(e.Until)
		w.keep(err)
		w.raw(`<p class="meta">`)
		w.word("timeline.until", day)
		w.raw("</p>\n")
	}
	w.raw("</li>\n")
}

func (w *timelineWriter) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

// raw writes HTML of this file; never a value.
func (w *timelineWriter) raw(html string) { w.b.WriteString(html) }

func (w *timelineWriter) text(s string) { template.HTMLEscape(w.b, []byte(s)) }

func (w *timelineWriter) word(key string, values ...any) {
	s, err := w.theme.Word(key, values...)
	w.keep(err)
	w.text(s)
}

func (w *timelineWriter) span(s string) {
	w.raw("<span>")
	w.text(s)
	w.raw("</span>")
}

func (w *timelineWriter) paragraph(s string) {
	w.raw("<p>")
	w.text(s)
	w.raw("</p>\n")
}
