package record

import (
	"embed"
	"path"
	"strings"

	"gongshi/generator/content"
)

// A Kind (记录种类) is a sort of record a clerk can give.
type Kind struct {
	Name   string // as the command line knows it: suggestion
	Term   string // in Chinese: 建议
	Folder string // where its files lie; for a kind with one file, that file
	Ending string // .md when it has a text, else .toml
	read   reader
}

// kinds are all the sorts of record, in the order in which the manual explains them. A new one is a line here, a file
// with its struct, a template in new/ and a heading in content/README.md.
var kinds = []Kind{
	{"town", "乡镇", "town.toml", ".toml", one(func(l *Ledger) **Town { return &l.Town })},
	{"profile", "办理规则", "profile.toml", ".toml", one(func(l *Ledger) **Profile { return &l.Profile })},
	{"calendar", "放假调休表", "calendars", ".toml", many(func(l *Ledger) *[]*Calendar { return &l.Calendars })},
	{"village", "村", "villages", ".toml", many(func(l *Ledger) *[]*Village { return &l.Villages })},
	{"group", "代表小组", "groups", ".toml", many(func(l *Ledger) *[]*Group { return &l.Groups })},
	{"deputy", "代表", "deputies", ".md", many(func(l *Ledger) *[]*Deputy { return &l.Deputies })},
	{"unit", "单位", "units", ".toml", many(func(l *Ledger) *[]*Unit { return &l.Units })},
	{"official", "镇领导", "officials", ".toml", many(func(l *Ledger) *[]*Official { return &l.Officials })},
	{"suggestion", "建议", "suggestions", ".md", many(func(l *Ledger) *[]*Suggestion { return &l.Suggestions })},
	{"deed", "代表事迹", "deeds", ".md", many(func(l *Ledger) *[]*Deed { return &l.Deeds })},
	{"report", "半年通报", "reports", ".md", many(func(l *Ledger) *[]*Report { return &l.Reports })},
	{"scheme", "评议办法", "schemes", ".toml", many(func(l *Ledger) *[]*Scheme { return &l.Schemes })},
	{"assessment", "综合评议", "assessments", ".toml", many(func(l *Ledger) *[]*Assessment { return &l.Assessments })},
	{"notice", "公告通知", "notices", ".md", many(func(l *Ledger) *[]*Notice { return &l.Notices })},
}

// Kinds lists all kinds of record.
func Kinds() []Kind { return kinds }

//go:embed new
var templates embed.FS

// Template is the commented record that the new command writes; id stands where the record's own id belongs.
func (k Kind) Template(id string) string {
	b, err := templates.ReadFile("new/" + k.Name + k.Ending)
	if err != nil {
		panic(err) // every kind has its template: a test reads them all
	}
	return strings.ReplaceAll(string(b), "ID", id)
}

// Single tells whether the kind has one file only, such as town.toml.
func (k Kind) Single() bool { return strings.Contains(k.Folder, ".") }

// Path is where the record with an id lies in the content folder.
func (k Kind) Path(id string) string {
	if k.Single() {
		return k.Folder
	}
	return path.Join(k.Folder, id+k.Ending)
}

// one reads a kind that has a single file.
func one[T any, P recordOf[T]](in func(*Ledger) **T) reader {
	return func(f *content.File) (func(*Ledger), content.Problems) {
		r, problems := decode[T, P](f)
		return func(l *Ledger) { *in(l) = r }, problems
	}
}

// many reads a kind with a file for each record.
func many[T any, P recordOf[T]](in func(*Ledger) *[]*T) reader {
	return func(f *content.File) (func(*Ledger), content.Problems) {
		r, problems := decode[T, P](f)
		return func(l *Ledger) { *in(l) = append(*in(l), r) }, problems
	}
}

// A reader decodes a file and gives what puts the record into a ledger; decoding runs in parallel, adding in order.
type reader func(*content.File) (add func(*Ledger), problems content.Problems)

type recordOf[T any] interface {
	*T
	named
}

func decode[T any, P recordOf[T]](f *content.File) (*T, content.Problems) {
	r := new(T)
	s := P(r).source()
	s.file = f
	s.ID = strings.TrimSuffix(path.Base(f.Path), path.Ext(f.Path))
	problems := f.Decode(r)
	s.Faulty = f.Broken || problems.Errors() > 0
	return r, problems
}
