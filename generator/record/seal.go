package record

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A Seal (封存) is what was published, written down so that it can be compared for ever: the figures of a half-year, a
// quarter, a mid-year or year end, or one record. The seal command writes it; nobody edits it.
type Seal struct {
	Source
	Number  int            `toml:"number,required" zh:"封存序号"` // from 1, in the order of sealing, without gaps
	What    string         `toml:"what,required" zh:"封存什么"`   // 2025-H1, 2025-Q3, 2025-mid, 2025-year, or a record: notices/2025-03-04-banfa
	On      Date           `toml:"on,required" zh:"算到哪天"`     // the day as of which everything in it stands
	Sealed  Date           `toml:"sealed,required" zh:"封存日期"` // the day the command was run
	Figures []SealedFigure `toml:"figures" zh:"数字"`
	Records []SealedRecord `toml:"records,required" zh:"记录"`
}

// A SealedFigure (封存的数) is one published figure.
type SealedFigure struct {
	Name  string   `toml:"name,required" zh:"名称"` // resolved, rates.on_time, units.shuili.received
	Value string   `toml:"value,required" zh:"值"` // 80; 80/84 for a rate; 92.50 for a score; — without a whole
	Items []string `toml:"items" zh:"计入的记录"`      // ids of the items counted; none for a rate, whose parts are figures too
}

// A SealedRecord (封存的记录) is the public part of one record.
type SealedRecord struct {
	Path   string `toml:"path,required" zh:"记录"` // in the content folder: suggestions/2025-014.md
	SHA256 string `toml:"sha256,required" zh:"数字指纹"`
	Facts  string `toml:"facts" zh:"要件"` // its short entries, so that a later difference can be named; see Facts
}

func (s *Seal) name() string { return s.What }

// Out is the day it was sealed.
func (s *Seal) Out() Date { return s.Sealed }

// Text is the seal as the file holds it: the same seal gives the same bytes. It is what is published, and the log of seals
// is made of it, so a seal must have the same text for ever.
func (s *Seal) Text() string {
	var b strings.Builder
	b.WriteString("# 这是 gongshi seal 写的封存记录，请不要改动。发现公布过的内容有错，写一份更正（gongshi new correction）。\n")
	fmt.Fprintf(&b, "number = %d\nwhat = %s\non = %s\nsealed = %s\n", s.Number, quoted(s.What), s.On, s.Sealed)
	for _, f := range s.Figures {
		fmt.Fprintf(&b, "\n[[figures]]\nname = %s\nvalue = %s\n", quoted(f.Name), quoted(f.Value))
		if len(f.Items) > 0 {
			items := make([]string, len(f.Items))
			for i, id := range f.Items {
				items[i] = quoted(id)
			}
			fmt.Fprintf(&b, "items = [%s]\n", strings.Join(items, ", "))
		}
	}
	for _, r := range s.Records {
		fmt.Fprintf(&b, "\n[[records]]\npath = %s\nsha256 = %s\n", quoted(r.Path), quoted(r.SHA256))
		if r.Facts != "" {
			fmt.Fprintf(&b, "facts = %s\n", quoted(r.Facts))
		}
	}
	return b.String()
}

// SealHeading reads from a seal's text what it is of: number, what and both days. The text may be anybody's.
func SealHeading(text []byte) (*Seal, error) {
	head, _, _ := strings.Cut(string(text[:min(len(text), headingLimit)]), "\n\n")
	lines := strings.Split(strings.TrimSuffix(head, "\n"), "\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[0], "# ") {
		return nil, errNoSeal
	}
	var values [4]string
	for i, key := range []string{"number", "what", "on", "sealed"} {
		value, ok := strings.CutPrefix(lines[i+1], key+" = ")
		if !ok {
			return nil, errNoSeal
		}
		values[i] = value
	}
	s := new(Seal)
	var errs [4]error
	s.Number, errs[0] = strconv.Atoi(values[0])
	s.What, errs[1] = strconv.Unquote(values[1])
	s.On, errs[2] = ParseDate(values[2])
	s.Sealed, errs[3] = ParseDate(values[3])
	if errors.Join(errs[:]...) != nil {
		return nil, errNoSeal
	}
	return s, nil
}

// headingLimit is the most bytes that the lines before a seal's figures have.
const headingLimit = 4 << 10

var errNoSeal = errors.New("not the text of a seal")

// quoted is a text as a TOML basic string.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, "\\u%04X", c)
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
