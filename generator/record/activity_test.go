package record_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/record"
)

// people are a second group, a deputy who joins it late and one who leaves the first early.
const people = `
-- groups/2.toml --
name = "第二代表小组"
-- deputies/wu.md --
+++
name = "吴四"
group = "第一代表小组"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
left = 2025-06-30
left_reason = "调离"
+++
-- deputies/xin.md --
+++
name = "辛五"
group = "第二代表小组"
levels = ["镇"]
work = "村民"
elected = 2025-05-01
+++
`

func activity(kind, date, more string) string {
	return fmt.Sprintf("+++\nkind = %q\ntitle = \"活动\"\ndate = %s\nplace = \"村部\"\n%s\n+++\n", kind, date, more)
}

func TestExpectedAndAttended(t *testing.T) {
	names := func(all []*record.Deputy) string {
		var some []string
		for _, d := range all {
			some = append(some, d.Name)
		}
		return strings.Join(some, " ")
	}
	for _, c := range []struct {
		name, kind, date, more string
		should, came           string
	}{
		{"nobody bound", "视察", "2025-04-01", "", "", ""},
		{"nobody bound, one came", "视察", "2025-04-01", `deputies = ["林一舟"]`, "", "林一舟"},
		{"the group", "小组会议", "2025-04-01", `group = "第一代表小组"`, "林一舟 吴四", "林一舟 吴四"},
		{"the group, one absent", "小组会议", "2025-04-01", "group = \"第一代表小组\"\nabsent = [\"林一舟\"]", "林一舟 吴四", "吴四"},
		{"the group, after one left", "小组会议", "2025-06-30", `group = "第一代表小组"`, "林一舟", "林一舟"},
		{"everyone, before one was elected", "培训", "2025-04-01", "all_deputies = true\nhours = 2", "林一舟 吴四", "林一舟 吴四"},
		{"everyone", "培训", "2025-05-01", "all_deputies = true\nhours = 2\nabsent = [\"吴四\"]", "林一舟 吴四 辛五", "林一舟 辛五"},
		{"everyone, of a group's own", "培训", "2025-05-01", "all_deputies = true\nhours = 2\ngroup = \"第一代表小组\"", "林一舟 吴四 辛五", "林一舟 吴四 辛五"},
		{"the invited", "视察", "2025-04-01", "group = \"第一代表小组\"\ninvited = [\"吴四\", \"辛五\"]", "吴四", "吴四"},
		{"the invited, and a guest", "视察", "2025-05-01", "invited = [\"吴四\"]\ndeputies = [\"林一舟\"]", "吴四", "林一舟"},
		{"visits", "走访", "2025-04-01", "group = \"第一代表小组\"\nvisits = [{ deputy = \"吴四\", homes = 3 }, { deputy = \"林一舟\", homes = 0 }]", "林一舟 吴四", "吴四"},
	} {
		l, problems := load(township(base, people, "-- activities/a.md --\n"+activity(c.kind, c.date, c.more)))
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		a := l.Activities[0]
		if should, came := names(a.Expected(l)), names(a.Attended(l)); should != c.should || came != c.came {
			t.Errorf("%s: %q should and %q came, want %q and %q", c.name, should, came, c.should, c.came)
		}
	}
}

func TestGaps(t *testing.T) {
	meeting := func(id, date, group string) string {
		return "-- activities/" + id + ".md --\n" + activity("小组会议", date, fmt.Sprintf("group = %q", group))
	}
	l, problems := load(township(base, people, meeting("b", "2025-07-20", "第一代表小组"), meeting("a", "2025-03-31", "第一代表小组"),
		meeting("d", "2025-10-02", "第一代表小组"), "-- activities/draft.md --\n"+activity("小组会议", "2025-01-10", "group = \"第二代表小组\"\ndraft = true")))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	say := func(gaps []record.Gap) string {
		var all []string
		for _, g := range gaps {
			s := fmt.Sprintf("%s–%s due %s, %d days", g.From, g.To, g.Due, g.Days())
			if g.Late() {
				s += ", late"
			}
			if g.Meeting == nil {
				s += ", open"
			}
			all = append(all, s)
		}
		return strings.Join(all, "; ")
	}
	for _, c := range []struct {
		group  int
		on     string
		drafts bool
		want   string
	}{
		{0, "2025-03-30", false, ""},
		{0, "2025-03-31", false, "2025-01-01–2025-03-31 due 2025-04-01, 89 days; 2025-03-31–2025-03-31 due 2025-06-30, 0 days, open"},
		{0, "2025-09-30", false, "2025-01-01–2025-03-31 due 2025-04-01, 89 days; 2025-03-31–2025-07-20 due 2025-06-30, 111 days, late; 2025-07-20–2025-09-30 due 2025-10-20, 72 days, open"},
		{1, "2025-03-31", false, "2025-01-01–2025-03-31 due 2025-04-01, 89 days, open"},
		{1, "2025-04-02", false, "2025-01-01–2025-04-02 due 2025-04-01, 91 days, late, open"},
		{1, "2025-03-30", true, "2025-01-01–2025-01-10 due 2025-04-01, 9 days; 2025-01-10–2025-03-30 due 2025-04-10, 79 days, open"},
	} {
		if got := say(l.Gaps(l.Groups[c.group], day(c.on), c.drafts)); got != c.want {
			t.Errorf("%s on %s, drafts %v:\n%s\nwant\n%s", l.Groups[c.group].Name, c.on, c.drafts, got, c.want)
		}
	}
}
