package audit

import (
	"slices"
	"strings"

	"gongshi/generator/board"
	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

var proseFigures = check.Rule{
	Name:   "prose-figures",
	Doc:    "通报、公告和汇报正文里写的办理件数和比率，要和台账按那一天算出的一样。",
	Source: "公布的数字要和台账相符的要求",
	Level:  content.Warning,
	Whole:  everyKind(),
	Run: func(l *record.Ledger, on record.Date, report check.Report) {
		p := &prose{ledger: l, on: on, report: report, days: &days{ledger: l, boards: map[record.Date]*board.Board{}}}
		for _, r := range l.Reports {
			if r.Date.By(on) {
				p.of(&r.Source, "reports/"+r.ID, document{day: r.Period.Last(), report: r, about: true, sure: true})
			}
		}
		for _, n := range l.Notices {
			if n.Published.By(on) && n.Kind != record.CorrectNotice && n.Kind != record.WithdrawNotice { // those quote what was wrong
				about := strings.Contains(n.Title, "建议")
				d := document{day: n.Date, about: about, sure: about && !containsAny(n.Title, parts)}
				for _, f := range []struct{ key, text string }{{"summary", n.Summary}, {"message", n.Message}, {"blackboard", n.Blackboard}} {
					d.fields = append(d.fields, field{f.text, n.At(f.key)})
				}
				p.of(&n.Source, "notices/"+n.ID, d)
			}
		}
		for _, b := range l.Briefings {
			if b.Date.By(on) {
				p.of(&b.Source, "briefings/"+b.ID, document{day: b.Date, fields: []field{{b.Results, b.At("results")}}})
			}
		}
	},
}

// A document is a record whose words may state figures.
type document struct {
	page   string
	day    record.Date    // as of which its figures are
	report *record.Report // nil for other records
	about  bool           // it is about deputies' suggestions
	sure   bool           // and about all of the town's
	fields []field        // texts outside of the body
	sealed bool
}

// A field is a text that a record gives under a key.
type field struct {
	text string
	at   content.Pos
}

// prose is the work of the rule.
type prose struct {
	ledger     *record.Ledger
	on         record.Date
	report     check.Report
	days       *days
	vocabulary *vocabulary // made when the first text may state a figure
}

// mayState tells whether a text may state a figure.
func mayState(text string) bool {
	for _, unit := range []string{"件", "%", "％", "百分之", "条"} {
		if strings.Contains(text, unit) {
			return true
		}
	}
	return false
}

// of reads the words of a record.
func (p *prose) of(source *record.Source, page string, d document) {
	d.page = page
	for _, s := range p.ledger.Seals {
		for _, r := range s.Records {
			d.sealed = d.sealed || r.Path == source.Path()
		}
	}
	body := source.Body()
	if !mayState(body.HTML()) && !slices.ContainsFunc(d.fields, func(f field) bool { return mayState(f.text) }) {
		return
	}
	if p.vocabulary == nil {
		p.vocabulary = newVocabulary(p.ledger)
	}
	for _, f := range d.fields {
		p.paragraph(&d, d.sure, "").read(f.text, func(int) content.Pos { return f.at })
	}
	section := section{sure: d.sure}
	var lead *paragraph // the one before a list
	for _, passage := range body.Passages() {
		switch {
		case passage.Heading > 0:
			section.begin(p.vocabulary, &d, passage.Heading, passage.Text)
			lead = nil
		case section.skipped > 0, passage.Cell, passage.Quoted, passage.List > 1:
		case passage.List == 1 && lead != nil && lead.open:
			item := *lead
			item.read(passage.Text, passage.At)
		default:
			x := p.paragraph(&d, section.sure, section.name)
			x.read(passage.Text, passage.At)
			if passage.List == 0 {
				lead = x
			}
		}
	}
}

// A section is what stands under a heading.
type section struct {
	skipped int // the level of the heading over a part that is left alone; 0 when there is none
	sure    bool
	name    string // the unit, group or village that is its heading
}

func (s *section) begin(v *vocabulary, d *document, level int, heading string) {
	if s.skipped > 0 && level > s.skipped {
		return
	}
	*s = section{}
	heading = heading[len(itemNumber.FindString(heading)):]
	c := v.understand(heading, 0, d.day.Year)
	switch {
	case c.known && len(c.names) == 1 && len(c.phrases) == 0:
		s.name, s.sure = c.names[0], true
	case containsAny(heading, plans), containsAny(heading, parts):
		s.skipped = level
	default:
		s.sure = d.sure && (c.known || isOutline(heading))
	}
}

// isOutline tells whether a heading is one of those under which a report tells of all items.
func isOutline(heading string) bool {
	for _, w := range []string{"情况", "做法", "成效", "问题"} {
		if strings.HasSuffix(heading, w) && len(heading) <= len("主要做法和成效") {
			return true
		}
	}
	return false
}
