package check

import (
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/internal/personal"
	"gongshi/generator/record"
)

// Data files, sheets and feeds are made of what the records say, so that what is kept out here is kept out of them, too.
var privateData = Rule{
	Name: "private-data",
	Doc: "要公开的记录、正文、链接、图片说明和照片附件的文件名里，不能有18位身份证号、手机号、银行卡号和家庭住址（家住、住址、门牌等字样后面的门牌号，某村某组某号，几栋几室、几单元几室）；" +
		"登记为办公电话、办公地址的除外，各种数据文件出自同样的记录，一并管住；座机号和附件里面的字看不出来，要人看。",
	Source: "个人信息保护的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		k := keeper{known: officesOf(l), report: report}
		texts, keys := texts{}, make([]any, 0, 8)
		for r := range records(l) {
			if r.Kind.Name == "seal" { // made by the program of what the other records say; a digest may look like anything
				continue
			}
			k.name(r.Path())
			texts.each(reflect.ValueOf(r.Value).Elem(), keys, func(text string, path []any) {
				if l.Assets[text] == nil { // its name is looked at below
					k.text(text, func(int) content.Pos { return r.At(path...) })
				}
			})
			for i, id := range r.Former {
				k.text(id, func(int) content.Pos { return r.At("former", i) })
			}
			k.body(l, r)
		}
		for _, asset := range slices.Sorted(maps.Keys(l.Assets)) {
			k.name(asset)
		}
	},
}

// A keeper (把关) tells personal data that is not an office's.
type keeper struct {
	known  offices
	report Report
	shown  strings.Builder // of a body, without tags
}

// text looks at one text; at gives the place of its bytes. Of several the first of each sort is told.
func (k *keeper) text(text string, at func(offset int) content.Pos) {
	told := map[personal.Sort]bool{}
	for _, f := range personal.Find(text) {
		if k.known.has(f) || told[f.Sort] {
			continue
		}
		told[f.Sort] = true
		what, hint := "像"+string(f.Sort)+"的数字", "删掉它；是办公电话的，登记在单位、联络站的 phone 或 town.toml 的 [privacy] numbers 里"
		switch f.Sort {
		case personal.Home:
			what, hint = "像"+string(f.Sort)+"的地址", "删掉门牌号，写到村、组为止；是办公地址的，登记在联络站的 address 或 town.toml 的 [privacy] addresses 里"
		case personal.Identity:
			hint = "删掉它，身份证号不能公开"
		case personal.Card:
			hint = "删掉它；是别的编号的，登记在 town.toml 的 [privacy] numbers 里"
		}
		k.report(at(f.Start), "有"+what, hint)
	}
}

// name looks at a file's name, which becomes part of an address.
func (k *keeper) name(file string) {
	for _, f := range personal.Find(file) {
		if !k.known.has(f) {
			k.report(content.Pos{File: file}, "文件名里有像"+string(f.Sort)+"的内容", "给文件改名，并改用到它的地方")
			return
		}
	}
}

// body looks at a record's Markdown. Few bodies have anything in them that needs the exact look.
func (k *keeper) body(l *record.Ledger, r record.Record) {
	body := r.Body()
	if html := body.HTML(); !personal.Suspect(html) || !k.suspect(html) {
		return
	}
	for _, p := range body.Passages() {
		k.text(p.Text, p.At)
	}
	for _, link := range body.Links() {
		at := func(int) content.Pos { return link.Pos }
		k.text(link.Title, at)
		if to := target(link.To); to == "" || l.Assets[path.Join(path.Dir(r.Path()), to)] == nil {
			k.text(link.To, at)
		}
	}
}

// suspect takes a closer look than personal.Suspect at some HTML: at its text, where tags within a line part nothing, and at
// the values of its tags.
func (k *keeper) suspect(html string) bool {
	b := &k.shown
	b.Reset()
	rest := html
	for {
		before, tag, found := strings.Cut(rest, "<")
		b.WriteString(before)
		if !found {
			break
		}
		tag, rest, _ = strings.Cut(tag, ">")
		name, values, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
		if values != "" {
			if len(personal.Find(values)) > 0 {
				return true
			}
		}
		switch name {
		case "a", "strong", "em", "code":
		default:
			b.WriteByte('\n')
		}
	}
	return len(personal.Find(b.String())) > 0
}

// offices are the telephones and addresses that may be public.
type offices struct {
	numbers   map[string]bool
	addresses []string
}

// officesOf are those that the records publish as an office's, and those that town.toml lists.
func officesOf(l *record.Ledger) offices {
	o := offices{numbers: map[string]bool{}}
	phone := func(text string) {
		for _, f := range personal.Find(text) {
			o.numbers[f.Core] = true
		}
	}
	address := func(text string) {
		if text = personal.Narrow(text); len(text) > 0 {
			o.addresses = append(o.addresses, text)
		}
	}
	t := l.Town
	phone(t.Contact.Phone)
	address(t.Contact.Address)
	for _, s := range l.Stations {
		phone(s.Phone)
		address(s.Address)
	}
	for _, u := range l.Units {
		phone(u.Phone)
	}
	for _, v := range l.Villages {
		address(v.Board)
	}
	for _, n := range t.Privacy.Numbers {
		phone(n)
	}
	for _, a := range t.Privacy.Addresses {
		address(a)
	}
	return o
}

// named is an address as far as its first house number, when a name stands before it.
var named = regexp.MustCompile(`^\P{Nd}*?\p{Han}{3,}[0-9一二三四五六七八九十百零〇-]+号`)

// has tells whether what was found is an office's. An address is when a known one has it in it, or when it ends as the known
// one does up to its house number: 萝溪路1号 of 澄陵县石萝镇萝溪路1号镇政府二楼.
func (o offices) has(f personal.Found) bool {
	switch f.Sort {
	case personal.Identity:
		return false
	case personal.Home:
		return slices.ContainsFunc(o.addresses, func(known string) bool {
			if strings.Contains(known, f.Core) && len([]rune(f.Core)) >= 5 {
				return true
			}
			if strings.HasSuffix(f.Core, known) && len([]rune(known)) >= 5 {
				return true
			}
			house := named.FindString(known)
			return house != "" && strings.HasSuffix(f.Core, house)
		})
	}
	return o.numbers[f.Core]
}
