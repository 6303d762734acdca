package board_test

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// agenda is the agenda of a day, a line each: id, kind, first and last day, and ! when it is over. Duties are left out unless
// asked for.
func agenda(t *testing.T, on string, duties bool, archives ...string) string {
	t.Helper()
	var all []string
	seen := map[string]bool{}
	for _, x := range board.Of(ledger(t, archives...), day(on), false).Agenda() {
		if seen[x.ID] {
			t.Errorf("two things have the name %s", x.ID)
		}
		seen[x.ID] = true
		if (x.Kind == board.AgendaDuty) != duties {
			continue
		}
		s := fmt.Sprint(x.ID, " ", x.Kind, " ", x.First)
		if x.Last != x.First {
			s += fmt.Sprint("/", x.Last)
		}
		if x.Past {
			s += " !"
		}
		all = append(all, s)
	}
	return strings.Join(all, "\n")
}

func sameAgenda(t *testing.T, on, got string, want ...string) {
	t.Helper()
	if w := strings.Join(want, "\n"); got != w {
		t.Errorf("on %s:\n%s\nwant\n%s", on, got, w)
	}
}

// An item stands in the agenda under one name from the day it is assigned: its day moves with a postponement and a second
// handling, and it goes when the reply is there.
func TestAgendaOfAnItem(t *testing.T) {
	one := item("2025-001", "2025-01-09", `
intake = { date = 2025-01-13, result = "登记" }
assignments = [{ date = 2025-01-20, unit = "水利站" }]
postponements = [{ applied = 2025-04-01, reason = "等材料", approved = 2025-04-10, until = 2025-06-20, measures = "先清淤", approver = "主席团" }]
consultations = [{ date = 2025-05-01, form = "现场面商", said = "要快" }]
replies = [
	{ date = 2025-05-06, number = "1号", class = "B", text = "正在修", promised = 2025-11-01, slip_sent = 2025-05-06, slip_back = 2025-05-12, satisfaction = "不满意", why = "没有修", collected_by = "镇人大" },
	{ date = 2025-06-03, number = "2号", class = "B", text = "还在修", promised = 2025-12-01, kept = 2025-12-05, slip_sent = 2025-06-03, slip_back = 2025-06-05, satisfaction = "满意", collected_by = "镇人大" },
]
closing = { date = 2025-06-10, result = "在修" }
`)
	for on, want := range map[string][]string{
		"2025-01-15": {},
		"2025-02-01": {"reply-2025-001 reply 2025-04-20"},
		"2025-04-05": {"reply-2025-001 reply 2025-04-20"}, // asked for, not approved
		"2025-04-10": {"reply-2025-001 postponed 2025-06-20"},
		"2025-05-06": {"promise-2025-001 promise 2025-11-01"},
		"2025-05-12": {"reply-2025-001 redo 2025-06-12", "promise-2025-001 promise 2025-11-01"},
		"2025-06-10": {"promise-2025-001 promise 2025-12-01"},
		"2025-12-02": {"promise-2025-001 promise 2025-12-01 !"},
		"2025-12-05": {},
	} {
		sameAgenda(t, on, agenda(t, on, false, base, one), want...)
	}
	late := item("2025-002", "2025-01-09", `
intake = { date = 2025-01-13, result = "登记" }
assignments = [{ date = 2025-01-20, unit = "水利站" }]
consultations = [{ date = 2025-05-01, form = "现场面商", said = "要快" }]
replies = [{ date = 2025-05-06, number = "1号", class = "A", text = "修好了", slip_sent = 2025-05-06 }]
`)
	sameAgenda(t, "2025-05-05", agenda(t, "2025-05-05", false, base, late), "reply-2025-002 reply 2025-04-20 !")
	sameAgenda(t, "2025-05-06", agenda(t, "2025-05-06", false, base, late)) // late, but the unit owes nothing
	limits := strings.Replace(base, "redo_months = 1", "redo_months = 1, publish_days = 5, slip_days = 3, return_days = 2", 1)
	sameAgenda(t, "2025-01-21", agenda(t, "2025-01-21", false, limits, late),
		"return-2025-002-2025-01-20-shuili limit 2025-01-22", "reply-2025-002 reply 2025-04-20")
	sameAgenda(t, "2025-05-10", agenda(t, "2025-05-10", false, limits, late),
		"slip-2025-002-2025-05-06 limit 2025-05-09 !", "publish-2025-002-2025-05-06 limit 2025-05-13")
}

// A period of objection stands until it is over or the notice is withdrawn; nothing is known before it is published.
func TestAgendaOfANotice(t *testing.T) {
	notices := `
-- notices/mingdan.md --
+++
kind = "公示"
title = "拟表彰名单"
date = 2025-03-03
published = 2025-03-03
from = 2025-03-04
until = 2025-03-10
summary = "公示五天。"
+++
-- notices/chehui.md --
+++
kind = "撤回"
title = "撤回拟表彰名单"
date = 2025-03-07
published = 2025-03-07
target = "mingdan"
summary = "名单有误。"
+++
`
	named := "objection-mingdan objection 2025-03-04/2025-03-10"
	kept := notices[:strings.Index(notices, "-- notices/chehui")]
	sameAgenda(t, "2025-03-02", agenda(t, "2025-03-02", false, base, notices))
	sameAgenda(t, "2025-03-03", agenda(t, "2025-03-03", false, base, notices), named)
	sameAgenda(t, "2025-03-06", agenda(t, "2025-03-06", false, base, notices), named)
	sameAgenda(t, "2025-03-07", agenda(t, "2025-03-07", false, base, notices))
	sameAgenda(t, "2025-03-10", agenda(t, "2025-03-10", false, base, kept), named)
	sameAgenda(t, "2025-03-11", agenda(t, "2025-03-11", false, base, kept))
}

// Duties are announced for this month and the next two, also over the turn of the year; what is missed stays, what is
// done goes.
func TestAgendaOfDuties(t *testing.T) {
	held := `
-- activities/2025-11-visits.md --
+++
kind = "走访"
title = "十一月走访"
date = 2025-11-12
group = "1"
place = "上河村"
summary = "走访群众。"
+++
`
	var visits []string
	for line := range strings.Lines(agenda(t, "2025-12-05", true, base, held)) {
		if strings.HasPrefix(line, "duty-visits-1-") && !strings.Contains(line, "2025-0") {
			visits = append(visits, strings.TrimSpace(line))
		}
	}
	sameAgenda(t, "2025-12-05", strings.Join(visits, "\n"),
		"duty-visits-1-2025-10-01 duty 2025-10-31 !",
		"duty-visits-1-2025-12-01 duty 2025-12-31",
		"duty-visits-1-2026-01-01 duty 2026-01-31",
		"duty-visits-1-2026-02-01 duty 2026-02-28")
}
