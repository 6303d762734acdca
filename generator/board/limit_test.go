package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// limited is an item whose every limit can be found with the calendar of 2025 below it: the Spring Festival from 28
// January to 4 February, with 26 January and 8 February worked, and the first days of May, with 27 April worked.
const limited = `
-- profile.toml --
name = "澄陵县代表建议办理办法"
deadlines = { start = "交办", months = 3, return_days = 3, co_opinion_days = 30, slip_days = 10, publish_days = 20 }
classes = [{ letter = "A", meaning = "已经解决", disposition = "尽快办", resolved = true }]
-- calendars/2025.toml --
year = 2025
holidays = [2025-01-28, 2025-01-29, 2025-01-30, 2025-01-31, 2025-02-03, 2025-02-04, 2025-05-01, 2025-05-02, 2025-05-05]
workdays = [2025-01-26, 2025-02-08, 2025-04-27]
`

const limitedItem = `
intake = { date = 2025-01-13, result = "登记" }

[[assignments]]
date = 2025-01-20
unit = "公路站"
returned = 2025-01-24
return_reason = "不归本站"

[[assignments]]
date = 2025-02-05
unit = "水利站"
co_units = ["公路站"]

[[co_opinions]]
date = 2025-03-10
unit = "公路站"

[[replies]]
date = 2025-04-11
class = "A"
text = "修好了"
slip_sent = 2025-04-14
slip_back = 2025-05-08
satisfaction = "满意"

[publication]
date = 2025-05-13
`

func TestLimits(t *testing.T) {
	l := ledger(t, base, limited, item("a", "2025-01-08", limitedItem))
	for on, want := range map[string]string{
		"2025-01-21": "return 公路站 2025-01-23 open",
		"2025-01-24": "return 公路站 2025-01-23 done 2025-01-24 late",
		"2025-02-08": "return 公路站 2025-01-23 done 2025-01-24 late; return 水利站 2025-02-08 open; co-opinion 公路站 2025-03-07 open",
		"2025-02-09": "return 公路站 2025-01-23 done 2025-01-24 late; co-opinion 公路站 2025-03-07 open",
		"2025-03-08": "return 公路站 2025-01-23 done 2025-01-24 late; co-opinion 公路站 2025-03-07 open late",
		"2025-04-28": "return 公路站 2025-01-23 done 2025-01-24 late; co-opinion 公路站 2025-03-07 done 2025-03-10 late; slip 2025-04-27 open late; publish 2025-05-13 open",
		"2025-05-31": "return 公路站 2025-01-23 done 2025-01-24 late; co-opinion 公路站 2025-03-07 done 2025-03-10 late; slip 2025-04-27 done 2025-05-08 late; publish 2025-05-13 done 2025-05-13",
	} {
		var got []string
		for _, x := range board.Of(l, day(on), false).Case("a").Limits() {
			s := string(x.Kind)
			if x.Unit != nil {
				s += " " + x.Unit.Name
			}
			s += " " + x.Due.String()
			if x.Done.IsZero() {
				s += " open"
			} else {
				s += " done " + x.Done.String()
			}
			if x.Late {
				s += " late"
			}
			if x.NoCalendar {
				s += " without a calendar"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("on %s:\n%s, want\n%s", on, g, want)
		}
	}

	days := strings.Replace(limited, "return_days = 3", "return_days = 3, return_unit = \"自然日\"", 1)
	x := board.Of(ledger(t, base, days, item("a", "2025-01-08", limitedItem)), day("2025-02-05"), false).Case("a").Limits()[1]
	if got := fmt.Sprint(x.Due, x.NoCalendar); got != "2025-02-08 false" {
		t.Errorf("three days after 5 February: %s", got)
	}
	none, _, _ := strings.Cut(limited, "-- calendars")
	for _, x := range board.Of(ledger(t, base, none, item("a", "2025-01-08", limitedItem)), day("2025-05-31"), false).Case("a").Limits() {
		if x.NoCalendar != (x.Kind != board.LimitCoOpinion) {
			t.Errorf("without a calendar: %s %v", x.Kind, x.NoCalendar)
		}
	}
}

// 满意率 counts what the profile says, the other way of counting stands beside it, and what assessment scores by stays.
func TestSatisfiedRates(t *testing.T) {
	answered := func(id, said string) string {
		return item(id, "2025-01-08", replied+"replies = [{ date = 2025-03-10, class = \"A\", text = \"修好了\", slip_back = 2025-03-18, satisfaction = \""+said+"\" }]\n")
	}
	items := []string{answered("a", "满意"), answered("b", "基本满意"), answered("c", "基本满意"), answered("d", "不满意"), answered("e", "满意")}
	for rule, want := range map[string]string{"": "2/5 4/5 2/5 4/5", "满意": "2/5 4/5 2/5 4/5", "满意和基本满意": "4/5 2/5 2/5 4/5"} {
		profile := strings.Replace(limited, "classes =", fmt.Sprintf("figures = { satisfied = %q }\nclasses =", rule), 1)
		if rule == "" {
			profile = limited
		}
		now := board.Of(ledger(t, append([]string{base, profile}, items...)...), day("2025-03-31"), false).Now
		if got := fmt.Sprint(now.SatisfiedRate.Fraction(), " ", now.BesideRate.Fraction(), " ", now.StrictRate.Fraction(), " ", now.ContentRate.Fraction()); got != want {
			t.Errorf("%q: %s, want %s", rule, got, want)
		}
	}
}
