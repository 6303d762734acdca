package record

import (
	"embed"
	"iter"
	"path"
	"reflect"
	"strings"

	"gongshi/generator/content"
)

// A Kind (记录种类) is a sort of record a clerk can give.
type Kind struct {
	Name   string // as the command line knows it: suggestion
	Term   string // in Chinese: 建议
	Folder string // where its files lie; for a kind with one file, that file
	Ending string // .md when it has a text, else .toml
	Pages  bool   // every record has a page of its own, at the record's path with .html, so that texts may link to it
	shelf
}

// kinds are all the sorts of record, in the order in which the manual explains them. A new one is a line here, a file
// with its struct, a template in new/ and a heading in content/README.md. A kind with a name to refer by is one that
// other records point at: the function makes what stands in for a record that is not there.
var kinds = []Kind{
	{"town", "乡镇", "town.toml", ".toml", false, one(func(l *Ledger) **Town { return &l.Town })},
	{"profile", "办理规则", "profile.toml", ".toml", false, one(func(l *Ledger) **Profile { return &l.Profile })},
	{"calendar", "放假调休表", "calendars", ".toml", false, many(func(l *Ledger) *[]*Calendar { return &l.Calendars })},
	{"village", "村", "villages", ".toml", true, named(func(l *Ledger) *[]*Village { return &l.Villages }, func(n string) *Village { return &Village{Name: n} })},
	{"group", "代表小组", "groups", ".toml", true, named(func(l *Ledger) *[]*Group { return &l.Groups }, func(n string) *Group { return &Group{Name: n} })},
	{"deputy", "代表", "deputies", ".md", true, named(func(l *Ledger) *[]*Deputy { return &l.Deputies }, namelessDeputy)},
	{"station", "代表联络站", "stations", ".toml", true, many(func(l *Ledger) *[]*Station { return &l.Stations })},
	{"unit", "单位", "units", ".toml", true, named(func(l *Ledger) *[]*Unit { return &l.Units }, func(n string) *Unit { return &Unit{Name: n} })},
	{"official", "镇领导", "officials", ".toml", false, named(func(l *Ledger) *[]*Official { return &l.Officials }, func(n string) *Official { return &Official{Name: n} })},
	{"association", "协会", "associations", ".toml", true, many(func(l *Ledger) *[]*Association { return &l.Associations })},
	{"suggestion", "建议", "suggestions", ".md", true, named(func(l *Ledger) *[]*Suggestion { return &l.Suggestions }, func(n string) *Suggestion {
		return &Suggestion{Title: n, Lead: Ref[Deputy]{To: namelessDeputy("")}}
	})},
	{"activity", "代表活动", "activities", ".md", true, many(func(l *Ledger) *[]*Activity { return &l.Activities })},
	{"selfreport", "述职报告", "selfreports", ".md", true, many(func(l *Ledger) *[]*SelfReport { return &l.SelfReports })},
	{"commendation", "表彰", "commendations", ".md", true, many(func(l *Ledger) *[]*Commendation { return &l.Commendations })},
	{"deed", "代表事迹", "deeds", ".md", true, many(func(l *Ledger) *[]*Deed { return &l.Deeds })},
	{"report", "半年通报", "reports", ".md", true, many(func(l *Ledger) *[]*Report { return &l.Reports })},
	{"scheme", "评议办法", "schemes", ".toml", false, named(func(l *Ledger) *[]*Scheme { return &l.Schemes }, func(n string) *Scheme { return &Scheme{Name: n} })},
	{"assessment", "综合评议", "assessments", ".toml", false, many(func(l *Ledger) *[]*Assessment { return &l.Assessments })},
	{"notice", "公告通知", "notices", ".md", true, named(func(l *Ledger) *[]*Notice { return &l.Notices }, func(n string) *Notice { return &Notice{Title: n} })},
	{"withdrawal", "撤回", "withdrawals", ".toml", false, many(func(l *Ledger) *[]*Withdrawal { return &l.Withdrawals })},
	{"decision", "重大决策", "decisions", ".md", true, many(func(l *Ledger) *[]*Decision { return &l.Decisions })},
	{"briefing", "汇报通气", "briefings", ".md", true, many(func(l *Ledger) *[]*Briefing { return &l.Briefings })},
	{"petition", "信访统计", "petitions", ".toml", false, many(func(l *Ledger) *[]*Petition { return &l.Petitions })},
	{"budget", "工作经费", "budgets", ".toml", false, many(func(l *Ledger) *[]*Budget { return &l.Budgets })},
	{"exchange", "县级交流", "exchanges", ".toml", false, many(func(l *Ledger) *[]*Exchange { return &l.Exchanges })},
	{"session", "大会", "sessions", ".md", true, many(func(l *Ledger) *[]*Proceedings { return &l.Sessions })},
	{"correction", "更正", "corrections", ".toml", false, many(func(l *Ledger) *[]*Correction { return &l.Corrections })},
	{"guide", "办事须知", "guides", ".md", true, many(func(l *Ledger) *[]*Guide { return &l.Guides })},

	{"seal", "封存", "sealed", ".toml", false, many(func(l *Ledger) *[]*Seal { return &l.Seals })},
}

func namelessDeputy(name string) *Deputy { return &Deputy{Name: name, Group: Ref[Group]{To: &Group{}}} }

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

// A Record (记录) is one thing the clerk has put on file, whatever its kind.
type Record struct {
	*Source
	Kind  *Kind
	Value any // pointer to the kind's struct
}

// Name is what people call the record: a title, a person's name.
func (r Record) Name() string { return r.Value.(value).name() }

// Records are all records of a ledger, in the order of their kinds.
func (l *Ledger) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for i := range kinds {
			k := &kinds[i]
			for v := range k.all(l) {
				if !yield(Record{v.source(), k, v}) {
					return
				}
			}
		}
	}
}

// Keep is a ledger with those records only that keep holds for. Town and Profile stay whatever they are: nothing can be
// said without them. Directories still know every record.
func (l *Ledger) Keep(keep func(Record) bool) *Ledger {
	some := *l
	for i := range kinds {
		k := &kinds[i]
		k.keep(&some, func(v value) bool { return keep(Record{v.source(), k, v}) })
	}
	return &some
}

// Out is the first day on which a board shows the record; zero for one that stands as long as it is on file, as a
// village does.
func (r Record) Out() Date {
	if d, ok := r.Value.(interface{ Out() Date }); ok {
		return d.Out()
	}
	return Date{}
}

// Photos are the pictures of a record, each with the keys that lead to it.
func (r Record) Photos() iter.Seq2[*Photo, []any] {
	return func(yield func(*Photo, []any) bool) {
		switch v := r.Value.(type) {
		case interface{ picture() *Photo }:
			if p := v.picture(); p != nil {
				yield(p, []any{"photo"})
			}
		case interface{ pictures() []Photo }:
			for i := range v.pictures() {
				if !yield(&v.pictures()[i], []any{"photos", i}) {
					return
				}
			}
		}
	}
}

// A shelf (档案格) is what the program does with the records of one kind, so that nothing else needs a list of kinds.
type shelf struct {
	read   reader
	all    func(*Ledger) iter.Seq[value]
	keep   func(*Ledger, func(value) bool) // narrows the list of a copied ledger
	direct func(l *Ledger, term string)    // makes the directory; nil for a kind nothing points at
}

// one is the shelf of a kind that has a single file.
func one[T any, P recordOf[T]](in func(*Ledger) **T) shelf {
	return shelf{
		read: func(f *content.File) (func(*Ledger), content.Problems) {
			r, problems := decode[T, P](f)
			return func(l *Ledger) { *in(l) = r }, problems
		},
		all:  func(l *Ledger) iter.Seq[value] { return func(yield func(value) bool) { yield(P(*in(l))) } },
		keep: func(*Ledger, func(value) bool) {},
	}
}

// many is the shelf of a kind with a file for each record.
func many[T any, P recordOf[T]](in func(*Ledger) *[]*T) shelf {
	return shelf{
		read: func(f *content.File) (func(*Ledger), content.Problems) {
			r, problems := decode[T, P](f)
			return func(l *Ledger) { *in(l) = append(*in(l), r) }, problems
		},
		all: func(l *Ledger) iter.Seq[value] {
			return func(yield func(value) bool) {
				for _, r := range *in(l) {
					if !yield(P(r)) {
						return
					}
				}
			}
		},
		keep: func(l *Ledger, keep func(value) bool) {
			some := make([]*T, 0, len(*in(l)))
			for _, r := range *in(l) {
				if keep(P(r)) {
					some = append(some, r)
				}
			}
			*in(l) = some
		},
	}
}

// named is the shelf of a kind that other records point at by name; stand makes what stands in for a missing one.
func named[T any, P recordOf[T]](in func(*Ledger) *[]*T, stand func(name string) *T) shelf {
	s := many[T, P](in)
	s.direct = func(l *Ledger, term string) {
		l.directories[reflect.TypeFor[T]()] = newDirectory[T, P](term, *in(l), stand)
	}
	return s
}

// A reader decodes a file and gives what puts the record into a ledger; decoding runs in parallel, adding in order.
type reader func(*content.File) (add func(*Ledger), problems content.Problems)

// A value is the struct of some kind of record.
type value interface {
	source() *Source
	name() string // what other records call it by
}

type recordOf[T any] interface {
	*T
	value
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
