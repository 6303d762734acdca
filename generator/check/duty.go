package check

import (
	"fmt"
	"slices"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// duties are what the rule on missing ones looks at: the key of the interval in the profile, what a clerk calls the
// record, and where it goes. Meetings of groups have a rule of their own.
var duties = map[record.DutyKind]struct{ key, name, folder string }{
	record.DutyHearing: {"hearing_months", "听取汇报", "activities"},
	record.DutyOnSite:  {"onsite_months", "现场观察", "activities"},
	record.DutyAssess:  {"assess_months", "综合评议", "assessments"},
	record.DutyReport:  {"report_months", "办理情况通报", "reports"},
	record.DutyYearEnd: {"report_days", "年终评议", "assessments"},
	record.DutyAwards:  {"report_days", "表彰", "commendations"},
	record.DutyVisits:  {"visits", "走访", "activities"},
	record.DutySelf:    {"", "述职", "activities"},
}

var dutyMissing = Rule{
	Name:   "duty-missing",
	Doc:    "办理规则里写了履职要求的，听取汇报、现场观察、评议、通报、表彰、走访和述职从第一次登记起，过期一个月还没有记录的要提醒。",
	Source: "主席团和代表小组的工作制度",
	Level:  content.Warning,
	Whole:  []string{"activity", "assessment", "report", "commendation"},
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty || l.Town.Faulty || l.Profile.Duties == (record.DutyRule{}) {
			return
		}
		begun := map[record.DutyKind]record.Date{} // the end of the first period with anything on record, for any group
		var owed []record.Duty                     // of last year too: what December owes is told in February
		for year := max(l.Town.Term.From.Year, on.Year-5); year <= on.Year; year++ {
			for _, d := range l.Duties(year, on, false) {
				for _, t := range d.Turns {
					if first := begun[d.Kind]; t.By != nil && (first.IsZero() || t.Last.Before(first)) {
						begun[d.Kind] = t.Last
					}
				}
				if year >= on.Year-1 {
					owed = append(owed, d)
				}
			}
		}
		for _, d := range owed {
			first, said := begun[d.Kind], duties[d.Kind]
			if said.name == "" || first.IsZero() {
				continue
			}
			var before *record.Source // the last one on record before the first that is missing
			var gone []string
			for i, t := range d.Turns {
				switch {
				case t.By != nil && gone == nil:
					before = t.By
				case t.By != nil || t.Last.Before(first) || !t.Due.AddMonths(1).Before(on):
				case d.Kind == record.DutyAssess && slices.ContainsFunc(d.Turns[i:], func(x record.Turn) bool { return x.By != nil }):
					// that a quarter is skipped is an error of its own
				default:
					gone = append(gone, months(t))
				}
			}
			if gone == nil {
				continue
			}
			at, who := l.Profile.At("duties", said.key), ""
			if d.Group != nil {
				at, who = d.Group.At("name"), d.Group.Name
			}
			var also []content.Related
			if before != nil {
				also = append(also, see(before.At("date"), "前一次"))
			}
			report(at, fmt.Sprintf("%s没有%s的记录：%s", who, said.name, list(gone)), "做过的，在 "+said.folder+" 里补上；没有做的，尽快做，履职清单上会写明晚了几天", also...)
		}
	},
}

// months says which whole months a period is: 2025年3—4月.
func months(t record.Turn) string {
	if t.First.Month == t.Last.Month {
		return fmt.Sprintf("%d年%d月", t.First.Year, t.First.Month)
	}
	return fmt.Sprintf("%d年%d—%d月", t.First.Year, t.First.Month, t.Last.Month)
}
