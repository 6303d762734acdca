package record

import (
	"regexp"
	"strconv"
	"strings"
)

// A Period (时段) is what a seal is of when it is not of one record: a half-year (2025-H1), a quarter's assessment
// (2025-Q3), or the standings at mid-year (2025-mid) or at the year end (2025-year).
type Period struct {
	Year    int
	Half    int  // 0 when it is none
	Quarter int  // 0 when it is none
	Counted int  // of standings, how many quarters they count: 2 at mid-year, 4 at the year end; 0 when it is none
	End     bool // the year end
}

var periodForm = regexp.MustCompile(`^([0-9]{4})-(?:H([1-9])|Q([1-9])|(mid|year))$`)

// PeriodOf reads what a seal is of; false when that is a record.
func PeriodOf(what string) (Period, bool) {
	m := periodForm.FindStringSubmatch(what)
	if m == nil {
		return Period{}, false
	}
	var p Period
	p.Year, _ = strconv.Atoi(m[1])
	p.Half, _ = strconv.Atoi(m[2])
	p.Quarter, _ = strconv.Atoi(m[3])
	switch m[4] {
	case "mid":
		p.Counted = 2
	case "year":
		p.Counted, p.End = 4, true
	}
	return p, true
}

// Assessments are those that the period is made of: quarters, and 0 for what the year end adds. A half-year has none.
func (p Period) Assessments() []int {
	var all []int
	if p.Quarter > 0 {
		all = append(all, p.Quarter)
	}
	for n := range p.Counted {
		all = append(all, n+1)
	}
	if p.End {
		all = append(all, 0)
	}
	return all
}

// Sealable is what may be sealed as seals name it, in whatever case it was typed: 2025-H1 for 2025-h1.
func Sealable(what string) string {
	year, part, _ := strings.Cut(strings.TrimSpace(what), "-")
	for _, as := range []string{year + "-" + strings.ToUpper(part), year + "-" + strings.ToLower(part)} {
		if _, ok := PeriodOf(as); ok {
			return as
		}
	}
	return what
}
