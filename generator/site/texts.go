package site

import (
	"errors"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"gongshi/generator/board"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/aloud"
	"gongshi/generator/site/internal/chalk"
)

// chalkWidth is how many characters a line of the village blackboard holds.
const chalkWidth = 16

// Texts are the words of a report or notice where there is no page: the short message (短信), the blackboard (黑板报) and
// what is read from the loudspeaker (广播稿). Each is a text file beside the page.
type Texts struct {
	Page       string // the page's address without its ending
	Message    string // at most record.MessageLength characters; empty when the clerk has to write it
	Blackboard string // short lines
	Aloud      string // a line for each paragraph, numbers spelled
}

// Length is the message's number of characters.
func (t *Texts) Length() int { return utf8.RuneCountInString(t.Message) }

// File is the address of one of the text files: message, blackboard or aloud.
func (t *Texts) File(kind string) string { return t.Page + "." + kind + ".txt" }

// lazyTexts are made when they are first asked for, and once: five files show them.
type lazyTexts func() (*Texts, error)

// Texts are for templates, which report a word that is missing.
func (f lazyTexts) Texts() (*Texts, error) { return f() }

func (p *planner) reportTexts(r *board.Report) lazyTexts {
	return p.textsOf("reports/"+r.ID, func(w *wording, t *Texts) { w.report(r, t) })
}

func (p *planner) noticeTexts(n *board.Notice) lazyTexts {
	return p.textsOf("notices/"+n.ID, func(w *wording, t *Texts) { w.notice(n, t) })
}

func (p *planner) textsOf(page string, write func(*wording, *Texts)) lazyTexts {
	if made, ok := p.worded[page]; ok {
		return made
	}
	p.worded[page] = sync.OnceValues(func() (*Texts, error) {
		w, t := &wording{theme: p.theme, town: p.board.Town}, &Texts{Page: page}
		write(w, t)
		return t, w.err
	})
	return p.worded[page]
}

// texts plans the text files. They begin with a byte order mark and have the line ends of Windows, whose old editors
// show Chinese wrong or all in one line otherwise.
func (p *planner) texts() {
	all := func(texts lazyTexts, page string, kinds ...string) {
		for _, kind := range kinds {
			p.add((&Texts{Page: page}).File(kind), "", func(w io.Writer) error {
				t, err := texts()
				if err != nil {
					return err
				}
				text := map[string]string{"message": t.Message, "blackboard": t.Blackboard, "aloud": t.Aloud}[kind]
				_, err = io.WriteString(w, "\uFEFF"+strings.ReplaceAll(text+"\n", "\n", "\r\n"))
				return err
			})
		}
	}
	for _, r := range p.board.Reports {
		all(p.reportTexts(r), "reports/"+r.ID, "message", "blackboard", "aloud")
	}
	for _, n := range p.board.Notices {
		all(p.noticeTexts(n), "notices/"+n.ID, "blackboard", "aloud")
		if hasMessage(n) {
			all(p.noticeTexts(n), "notices/"+n.ID, "message")
		}
	}
}

// A wording puts texts together from the theme's words until one is missing.
type wording struct {
	theme *Theme
	town  *record.Town
	err   error
}

func (w *wording) word(key string, values ...any) string {
	s, err := w.theme.Word(key, values...)
	w.keep(err)
	return s
}

func (w *wording) day(d record.Date) string {
	s, err := w.theme.date(d)
	w.keep(err)
	return s
}

func (w *wording) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *wording) notice(n *board.Notice, t *Texts) {
	signer := n.Signer
	if signer == "" {
		signer = w.town.Presidium
	}
	var later []string
	for _, x := range n.Later {
		later = append(later, w.word("texts.later", string(x.Kind), w.day(x.Published), x.Title))
	}
	var period []string
	if !n.From.IsZero() && !n.Until.IsZero() {
		period = []string{w.word("notice.from_until", w.day(n.From), w.day(n.Until))}
	}

	switch {
	case !hasMessage(n):
	case len(n.Later) > 0: // whatever was to be sent, it no longer holds
		x := n.Later[0]
		t.Message = w.fitting(w.word("texts.message_later", w.town.Name, n.Title, string(x.Kind), w.day(x.Published)), n.Title)
	case n.Message != "":
		t.Message = n.Message
	default:
		t.Message = w.fitting(
			w.word("texts.message_notice", w.town.Name, n.Title, w.town.Contact.Phone),
			w.word("texts.message_short", w.town.Name, n.Title),
			n.Title)
	}

	said := n.Blackboard
	if said == "" {
		said = n.Summary
	}
	t.Blackboard = w.chalked(later, []string{n.Title, said}, period, w.ask(), []string{signer, w.day(n.Date)})

	body := n.Body().Lines()
	if len(body) == 0 {
		body = []string{n.Summary}
	}
	t.Aloud = w.spoken(n.Title, later, body, period, paragraphs(n.Objection), []string{signer, w.day(n.Date)})
}

// hasMessage tells whether a notice has a short message: one the clerk wrote, which holds until the notice is corrected or
// withdrawn, or a title that leaves room for the rest.
func hasMessage(n *board.Notice) bool {
	return n.Message != "" && len(n.Later) == 0 || utf8.RuneCountInString(n.Title) <= record.MessageTitle
}

func (w *wording) report(r *board.Report, t *Texts) {
	year := r.Year
	last := w.day(r.Period.Last())
	signer := r.Signer
	if signer == "" {
		signer = w.town.Presidium
	}
	share, figures := "", w.word("texts.figures", last, len(year.Received), len(year.Resolved))
	if rate := year.ResolvedOfAll; !rate.None() && !rate.Small() {
		share = w.word("texts.share", rate.Percent())
		figures = w.word("texts.figures_share", last, len(year.Received), len(year.Resolved), rate.Percent())
	}
	t.Message = w.fitting(
		w.word("texts.message_report", w.town.Name, figures, w.town.Contact.Phone),
		w.word("texts.message_report_short", w.town.Name, figures),
		figures)
	if t.Message == "" {
		w.keep(errors.New("theme: the word texts.figures leaves no room in a short message"))
	}

	lines := paragraphs(w.word("texts.board_report", last, len(year.Received), len(year.Replied), len(year.Resolved)))
	said := []string{w.word("texts.replied", len(year.Replied), len(year.Resolved)) + share}
	for _, x := range []struct {
		name string
		rate board.Rate
	}{
		{w.word("rate.consulted"), year.ConsultedRate},
		{w.word("rate.resolved"), year.ResolvedRate},
		{w.word("rate.satisfied"), year.SatisfiedRate},
		{w.word("rate.on_time"), year.OnTimeRate},
	} {
		if !x.rate.None() && !x.rate.Small() {
			lines = append(lines, w.word("texts.board_rate", x.name, x.rate.Percent()))
			said = append(said, w.word("texts.rate", x.name, x.rate.Percent()))
		}
	}
	lines = append(lines, paragraphs(w.word("texts.board_open", len(year.Open), len(year.Overdue)))...)
	t.Blackboard = w.chalked([]string{w.word("texts.board_title", w.town.Name)}, lines, w.ask(), []string{signer, w.day(r.Date)})

	t.Aloud = w.spoken(r.Title, paragraphs(r.Salutation), []string{
		w.word("report.basics"),
		w.word("report.raised", last, r.Period.Year, len(year.Raised), len(r.Half.Raised)) + w.word("report.received", len(year.Received), len(year.Merged), len(year.Returned)),
		strings.Join(said, ""),
		w.word("report.closed", len(year.Closed), len(year.Open), len(year.Overdue), len(year.Postponed)),
		w.word("report.rest", len(year.Redone), len(year.Exceptions), len(year.Unresolved), len(year.Explained), len(year.Withheld)),
	}, r.Body().Lines(), []string{signer, w.day(r.Date)})
}

func (w *wording) ask() []string {
	return paragraphs(w.word("texts.ask", w.town.Contact.Office, w.town.Contact.Phone))
}

// fitting is the first of some wordings that one short message holds; empty when none does.
func (w *wording) fitting(forms ...string) string {
	for _, f := range forms {
		if utf8.RuneCountInString(f) <= record.MessageLength {
			return f
		}
	}
	return ""
}

// chalked lays blocks of lines on a blackboard, with an empty line between two blocks.
func (w *wording) chalked(blocks ...[]string) string {
	var all []string
	for _, block := range blocks {
		if lines := chalk.Lines(strings.Join(block, "\n"), chalkWidth); len(lines) > 0 {
			all = append(all, strings.Join(lines, "\n"))
		}
	}
	return strings.Join(all, "\n\n")
}

// spoken is what an announcer reads: an opening, the lines, and whom to ask.
func (w *wording) spoken(title string, parts ...[]string) string {
	lines := []string{w.word("texts.opening", title)}
	for _, part := range parts {
		lines = append(lines, part...)
	}
	lines = append(lines, w.word("texts.ending", w.town.Contact.Office, w.town.Contact.Phone))
	return aloud.Spell(strings.Join(lines, "\n"))
}
