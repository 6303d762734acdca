package audit

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// A paragraph is read sentence by sentence. What a number counts follows from the words before it; as soon as something is
// not understood, what follows is left alone, because a false alarm teaches clerks to overlook warnings.
type paragraph struct {
	*prose
	document *document
	sure     bool   // it is all of the town's items, or those of the name, that is spoken of
	name     string // the unit, group or village that is spoken of; empty for the town
	total    bool   // a word said that all of them are counted: 共, 全镇, 今年, 水利站; “代表提出3件” may be of a single meeting
	about    bool   // it is deputies' suggestions that are spoken of
	open     bool   // it ends in a colon: a list goes on with it

	at    func(int) content.Pos
	until record.Date   // the day up to which the sentence counts; zero for the document's
	half  bool          // the sentence counts the second half-year only
	last  []*board.Case // what the sentence counted last
	begun bool          // the sentence counted something
	class bool          // the last was a class
	part  bool          // the next clause tells of a part of what was counted last
}

func (p *prose) paragraph(d *document, sure bool, name string) *paragraph {
	return &paragraph{prose: p, document: d, sure: sure, name: name, total: name != "", about: d.about}
}

// read compares the figures of a text with the ledger.
func (p *paragraph) read(text string, at func(int) content.Pos) {
	p.at = at
	trimmed := strings.TrimSpace(text)
	p.open = strings.HasSuffix(trimmed, "：") || strings.HasSuffix(trimmed, ":")
	start := len(itemNumber.FindString(text))
	for i, r := range text {
		if i >= start && strings.ContainsRune("。！？!?\n", r) {
			p.sentence(text[start:i], start)
			start = i + utf8.RuneLen(r)
			start += len(itemNumber.FindString(text[start:]))
		}
	}
	p.sentence(text[min(start, len(text)):], min(start, len(text)))
}

func (p *paragraph) sentence(text string, at int) {
	p.until, p.half, p.last, p.begun, p.class, p.part = record.Date{}, false, nil, false, false, false
	if strings.TrimSpace(text) == "" {
		return
	}
	var compared []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '，' || r == '；' }) {
		if !versus.MatchString(part) {
			compared = append(compared, part)
		}
	}
	if containsAny(strings.Join(compared, "，"), foreign) {
		p.sure = false
		return
	}
	clauses := p.vocabulary.clausesOf(text, at, p.document.day.Year)
	if clauses == nil {
		p.sure = false
		return
	}
	for _, c := range clauses {
		if !p.clause(c) {
			p.sure = false
			return
		}
	}
}

// clause compares the figure of a clause and tells whether it was understood.
func (p *paragraph) clause(c clause) bool {
	day := p.document.day
	switch {
	case c.empty:
		return true
	case !c.known, len(c.counts) > 1, len(c.names) > 1, c.listed && len(c.counts) == 0:
		return false
	case c.means[town]:
		p.name, p.sure, p.total = "", true, true
	case len(c.names) == 1:
		p.name, p.sure, p.total, p.begun, p.class = c.names[0], true, true, false, false
	case p.name == "" && (c.means[running] || c.means[firstHalf] || c.means[secondHalf] || !c.until.IsZero()):
		p.sure, p.total = true, true
	}
	p.total = p.total || c.means[total]
	p.about = p.about || c.means[subject] || c.means[suggestion]
	switch second := day.Month > 6; {
	case !c.until.IsZero():
		if c.until.After(day) {
			return false
		}
		p.until = c.until
	case c.means[firstHalf] && second:
		p.until = record.Half{Year: day.Year, Half: 1}.Last()
	case c.means[secondHalf]:
		if !second {
			return false
		}
		p.half = true
	}
	part := c.means[within] || p.part
	if part && !p.begun {
		return false
	}
	p.part = c.part
	if len(c.counts) == 0 {
		return true
	}
	return p.figure(c, c.counts[0], part)
}

// figure compares one number.
func (p *paragraph) figure(c clause, n count, part bool) bool {
	class := c.means[class]
	if !p.sure || !p.about || p.class && !class || n.strict && !c.means[subject] || len(c.phrases) > 1 {
		return false
	}
	if len(c.phrases) == 0 {
		p.begun = !n.percent && p.isWhole(n.digits)
		return p.begun
	}
	phrase := c.phrases[0]
	if n.percent != (phrase.rates != nil) || !n.percent && !class && !p.total {
		return false
	}
	tallies := p.tallies()
	if tallies == nil || phrase.handed && p.name != "" && !p.isGroup() {
		return false
	}
	p.class, p.begun = class, true
	if n.percent {
		p.rate(phrase, n, tallies)
		return true
	}
	p.count(phrase, n, tallies, c.means[suggestion], part)
	return true
}

// tallies are those of what is spoken of.
func (p *paragraph) tallies() []tallied {
	d := p.document
	switch {
	case !p.until.IsZero() && p.until != d.day:
		return p.days.of(p.until, p.name, p.half)
	case d.report != nil:
		return p.days.ofReport(d.report, p.on, p.name)
	}
	return p.days.of(d.day, p.name, p.half)
}

func (p *paragraph) isGroup() bool {
	return slices.ContainsFunc(p.ledger.Groups, func(g *record.Group) bool { return g.Name == p.name })
}

// isWhole tells whether a number without a phrase is one of those that others are parts of.
func (p *paragraph) isWhole(n int) bool {
	return slices.ContainsFunc(p.tallies(), func(t tallied) bool {
		return t.since == nil && (n == len(t.Raised) || n == len(t.Received) || n == len(t.Replied) || n == len(t.Closed))
	})
}

func (p *paragraph) count(phrase *phrase, n count, tallies []tallied, kind, part bool) {
	for _, t := range tallies {
		for _, of := range phrase.readings {
			cases := of(t.Tally)
			if p.means(n.digits, cases, kind) || part && p.means(n.digits, keep(cases, func(c *board.Case) bool { return slices.Contains(p.last, c) }), kind) {
				p.last = cases
				return
			}
			if t.since == nil {
				continue
			}
			if before := t.since(); before != nil && n.digits == len(cases)-len(of(before)) {
				p.last = cases
				return
			}
		}
	}
	p.last = phrase.readings[0](tallies[0].Tally)
	p.tell(phrase, n, fmt.Sprintf("%d件", len(p.last)))
}

// means tells whether a number is that of some cases, or when kind holds of the suggestions among them that are of the kind
// 建议: 议案, 批评 and 意见 are called suggestions too, but not always.
func (p *paragraph) means(n int, cases []*board.Case, kind bool) bool {
	return n == len(cases) || kind && n == len(keep(cases, func(c *board.Case) bool { return c.Kind == "建议" }))
}

func keep(cases []*board.Case, holds func(*board.Case) bool) []*board.Case {
	return among(func(*board.Tally) []*board.Case { return cases }, holds)(nil)
}

func (p *paragraph) rate(phrase *phrase, n count, tallies []tallied) {
	for _, t := range tallies {
		for _, of := range phrase.rates {
			if r := of(t.Tally); !r.None() && n.is(r) {
				return
			}
		}
	}
	r := phrase.rates[0](tallies[0].Tally)
	if r.None() {
		p.tell(phrase, n, "没有可以计算的件数")
		return
	}
	p.tell(phrase, n, r.String())
}

// tell reports a number that is not the ledger's, unless a correction says so already.
func (p *paragraph) tell(phrase *phrase, n count, is string) {
	d := p.document
	day := d.day
	if !p.until.IsZero() {
		day = p.until
	}
	for _, c := range p.ledger.Corrections {
		if c.Date.By(p.on) && c.Page == d.page && n.quotedIn(c.Old) {
			return
		}
		for _, s := range c.Sealed {
			if c.Date.By(p.on) && d.report != nil && s.Period == SealID(d.report.Period.String()) && s.Figure != "" && n.says(s.Old) {
				return
			}
		}
	}
	hint := "核对台账和这句话；说的是别的范围的，在句子里写明，例如“其中水利方面”"
	if d.sealed {
		hint = "这份已经封存，文字不要改；确实写错的，写一份更正，“原来”照抄这个数"
	}
	var also []content.Related
	if d.report != nil {
		also = append(also, content.Related{Pos: d.report.At("period"), Text: fmt.Sprintf("这份通报的数算到%s", d.day)})
	}
	p.report(p.at(n.at), fmt.Sprintf("写的是%s，按台账算%s%s是%s（算到%s）", n.text, p.name, phrase.name, is, day), hint, also...)
}
