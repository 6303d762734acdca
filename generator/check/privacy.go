package check

import (
	"reflect"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var privateData = Rule{
	Name:   "private-data",
	Doc:    "记录里不能有身份证号、手机号和银行卡号；登记为办公电话的号码除外。",
	Source: "个人信息保护的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		office := officeNumbers(l)
		texts, keys := texts{}, make([]any, 0, 8)
		for r := range records(l) {
			if r.Kind.Name == "seal" { // made by the program of what the other records say; a digest may look like anything
				continue
			}
			told := func(what, number string, at content.Pos) {
				report(at, "有像"+what+"的数字 "+masked(number), "删掉它；是办公电话的，登记在 town.toml、联络站或单位的 phone 里")
			}
			texts.each(reflect.ValueOf(r.Value).Elem(), keys, func(text string, path []any) {
				if what, number := private(text, office); what != "" {
					told(what, number, r.At(path...))
				}
			})
			html := r.Body().HTML()
			if what, _ := private(html, office); what == "" {
				continue
			}
			if what, number := private(withoutTags(html), office); what != "" {
				told(what, number, content.Pos{File: r.Path()})
			}
		}
	},
}

// officeNumbers are the telephones registered as those of an office.
func officeNumbers(l *record.Ledger) map[string]bool {
	known := map[string]bool{}
	add := func(phone string) {
		for _, g := range digitGroups(phone) {
			known[strings.Join(g, "")] = true
		}
	}
	add(l.Town.Contact.Phone)
	for _, s := range l.Stations {
		add(s.Phone)
	}
	for _, u := range l.Units {
		add(u.Phone)
	}
	return known
}

// masked shows enough of a number to find it.
func masked(number string) string { return number[:3] + "…" + number[len(number)-2:] }

// private finds the first private number in a text and says what it looks like.
func private(text string, office map[string]bool) (what, number string) {
	for _, groups := range digitGroups(text) {
		for i := range groups {
			for j := i + 1; j <= len(groups); j++ {
				n := strings.Join(groups[i:j], "")
				if len(n) > 19 {
					break
				}
				if j-i > 1 && !usualGroups(groups[i:j]) || office[n] {
					continue
				}
				switch {
				case isMobile(n):
					return "手机号", n
				case isIdentity(n):
					return "身份证号", n
				case isCard(n):
					return "银行卡号", n
				}
			}
		}
	}
	return "", ""
}

// usualGroups tells whether numbers with gaps are grouped as people write them: 138 0013 8000, a card in fours, an
// identity number by region, birthday and serial.
func usualGroups(groups []string) bool {
	for i, g := range groups {
		switch {
		case len(groups) == 3 && len(groups[0]) == 3 && len(g) == [...]int{3, 4, 4}[i]:
		case len(groups) == 3 && len(groups[0]) == 6 && len(g) == [...]int{6, 8, 4}[i]:
		case len(groups) >= 4 && (len(g) == 4 || i == 4 && len(g) < 4):
		default:
			return false
		}
	}
	return true
}

// hasWide tells whether a text has full-width digits, letters or hyphens (U+FF0D to U+FF3A). Chinese punctuation such as
// ， begins with the same two bytes, so the third decides.
func hasWide(text string) bool {
	for i := 0; i+2 < len(text); i++ {
		if text[i] == 0xEF && text[i+1] == 0xBC && text[i+2] >= 0x8D && text[i+2] <= 0xBA {
			return true
		}
	}
	return false
}

// digitGroups are the runs of digits in a text that may belong together: those with one space or hyphen between them.
// Texts without eleven digits have none, which is nearly all of them.
func digitGroups(text string) [][]string {
	if hasWide(text) {
		text = narrow(text)
	}
	var all [][]string
	var run []string
	digits, end := 0, -2 // of the run; end is where its last group ended
	flush := func() {
		if digits >= leastDigits {
			all = append(all, run)
		}
		run, digits = nil, 0
	}
	for i := 0; i < len(text); {
		if c := text[i]; c < '0' || c > '9' {
			i++
			continue
		}
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		if i < len(text) && i-start >= 3 && (text[i] == 'X' || text[i] == 'x') {
			i++
		}
		if start != end+1 || text[end] != ' ' && text[end] != '-' {
			flush()
		}
		if run == nil && i-start < 3 { // no private number begins with so few
			end = -2
			continue
		}
		run, digits, end = append(run, text[start:i]), digits+i-start, i
	}
	flush()
	return all
}

// leastDigits is how many digits the shortest private number has.
const leastDigits = 11

func isMobile(n string) bool {
	return len(n) == 11 && n[0] == '1' && n[1] >= '3' && strings.Trim(n, "0123456789") == ""
}

// isIdentity tells an 18-character identity number by its birthday and its check character.
func isIdentity(n string) bool {
	if len(n) != 18 || strings.Trim(n[:17], "0123456789") != "" || n[6:8] != "19" && n[6:8] != "20" {
		return false
	}
	if _, err := record.ParseDate(n[6:10] + "-" + n[10:12] + "-" + n[12:14]); err != nil {
		return false
	}
	sum, weight := 0, 1 // weights are powers of two, from the right
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(n[i]-'0') * weight
	}
	return "10X98765432"[sum%11] == strings.ToUpper(n)[17]
}

// isCard tells a bank card by its length, its first digit and the Luhn check.
func isCard(n string) bool {
	if len(n) < 16 || len(n) > 19 || n[0] < '3' || n[0] > '6' || strings.Trim(n, "0123456789") != "" {
		return false
	}
	sum := 0
	for i := range len(n) {
		d := int(n[len(n)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

// withoutTags is the text of some HTML: addresses in attributes may have long numbers.
func withoutTags(html string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(html, '<')
		if i < 0 {
			break
		}
		b.WriteString(html[:i])
		j := strings.IndexByte(html[i:], '>')
		if j < 0 {
			return b.String()
		}
		html = html[i+j+1:]
		b.WriteByte('\n')
	}
	b.WriteString(html)
	return b.String()
}

// texts knows, for each type of record, the fields that are or lead to words a clerk gives.
type texts map[reflect.Type][]textField

type textField struct {
	index int
	key   any
}

// each calls f with every text of v that is long enough to hold a number, and the keys that lead to it.
func (t texts) each(v reflect.Value, path []any, f func(text string, path []any)) {
	switch v.Kind() {
	case reflect.String:
		if v.Len() >= leastDigits {
			f(v.String(), path)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			t.each(v.Elem(), path, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			t.each(v.Index(i), append(path, i), f)
		}
	case reflect.Struct:
		for _, field := range t.fields(v.Type()) {
			t.each(v.Field(field.index), append(path, field.key), f)
		}
	}
}

// sealedChanges is the key of what a correction changes in a seal: digests and figures, copied from a message.
const sealedChanges = "sealed"

// fields are those of a struct with a key. A Ref has none: its words are another record's.
func (t texts) fields(typ reflect.Type) []textField {
	fields, known := t[typ]
	if known {
		return fields
	}
	for i := range typ.NumField() {
		key, _, _ := strings.Cut(typ.Field(i).Tag.Get("toml"), ",")
		if key == sealedChanges {
			continue
		}
		if key != "" && t.lead(typ.Field(i).Type) {
			fields = append(fields, textField{i, key})
		}
	}
	t[typ] = fields
	return fields
}

func (t texts) lead(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.String:
		return true
	case reflect.Pointer, reflect.Slice:
		return t.lead(typ.Elem())
	case reflect.Struct:
		return len(t.fields(typ)) > 0
	}
	return false
}
