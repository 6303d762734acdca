package check

import (
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var numberUnique = Rule{
	Name:   "number-unique",
	Doc:    "建议编号、归档号、发文字号、索引号都不重复。",
	Source: "登记和发文的编号办法",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		suggestions, archive, documents, index := numbers{}, numbers{}, numbers{}, numbers{}
		for _, s := range l.Suggestions {
			suggestions.add(report, "建议编号", s.Number, &s.Source, "number")
			archive.add(report, "归档号", s.ArchiveNumber, &s.Source, "archive")
			for i := range s.Replies {
				documents.add(report, "文号", s.Replies[i].Number, &s.Source, "replies", i, "number")
			}
		}
		for _, r := range l.Reports {
			documents.add(report, "文号", r.Number, &r.Source, "number")
			index.add(report, "索引号", r.IndexNo, &r.Source, "index")
		}
		for _, n := range l.Notices {
			documents.add(report, "文号", n.Number, &n.Source, "number")
			index.add(report, "索引号", n.IndexNo, &n.Source, "index")
		}
	},
}

// numbers remembers where each number first stood.
type numbers map[string]numbered

type numbered struct {
	*record.Source
	keys keys
}

func (ns numbers) add(report Report, term, number string, s *record.Source, at ...any) {
	if number == "" {
		return
	}
	key := documentNumber(number)
	first, twice := ns[key]
	if !twice {
		n := numbered{Source: s}
		copy(n.keys[:], at)
		ns[key] = n
		return
	}
	report(s.At(at...), term+"“"+number+"”重复了", "核对两处，改写错的一个", see(first.At(first.keys.path()...), "另一处"))
}

// documentNumber is a number without what typists write differently: 〔2025〕, [2025] and (2025), full width and spaces.
func documentNumber(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '〔', '［', '（', '(', '【', '[':
			return '〔'
		case '〕', '］', '）', ')', '】', ']':
			return '〕'
		case ' ', '　', '\u00a0':
			return -1
		}
		return r
	}, s)
	return strings.ToUpper(narrow(s))
}
