package board_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// terms is the base with a term before the running one, whose last session left an item, and proceedings of two sessions.
func terms() []string {
	town := strings.Replace(base, `until = 2025-01-10 }] }`, `until = 2025-01-10 }, { number = 6, from = 2026-01-12, until = 2026-01-13 }] }
past_terms = [{ number = 2, from = 2016-12-01, until = 2021-11-30, sessions = [{ number = 4, from = 2020-01-08, until = 2020-01-09 }, { number = 5, from = 2021-01-13, until = 2021-01-14 }] }]`, 1)
	proceedings := func(id string, term, number int) string {
		return fmt.Sprintf("-- sessions/%s.md --\n+++\ntitle = \"会议\"\nterm = %d\nnumber = %d\ndue = 60\npresent = 57\nagenda = [\"听取报告\"]\n[[resolutions]]\ndate = 2025-01-10\ntitle = \"决议\"\nfor = 50\nagainst = 3\nabstained = 4\n+++\n", id, term, number)
	}
	old := strings.Replace(item("2021-001", "2021-01-13", ""), "number = \"2021-001\"", "number = \"2-5-001\"", 1)
	return []string{town, proceedings("3-5", 3, 5), proceedings("3-6", 3, 6), old,
		item("2025-001", "2025-01-09", ""),
		item("2025-002", "2025-01-10", "[intake]\ndate = 2025-01-11\nresult = \"退回\"\nreason = \"不归本镇\""),
		item("2025-003", "2025-03-01", "between_sessions = true\n[intake]\ndate = 2025-03-02\nresult = \"登记\"")}
}

func TestTerms(t *testing.T) {
	l := ledger(t, terms()...)
	for _, test := range []struct{ on, want, running, sessions string }{
		{"2021-06-30", "2-5: 1+0 2-4: 0+0", "2", ""},
		{"2025-01-09", "3-5: 1+0 2-5: 1+0 2-4: 0+0", "3", ""},
		{"2025-01-10", "3-5: 2+0 2-5: 1+0 2-4: 0+0", "3", "3-5"},
		{"2025-12-31", "3-5: 2+1 2-5: 1+0 2-4: 0+0", "3", "3-5"},
		{"2026-01-13", "3-6: 0+0 3-5: 2+1 2-5: 1+0 2-4: 0+0", "3", "3-6 3-5"},
	} {
		b := board.Of(l, day(test.on), false)
		if got := fmt.Sprint(b.Town.Term.Number); got != test.running {
			t.Errorf("on %s the town is in term %s", test.on, got)
		}
		var got, running, sessions []string
		for _, x := range b.Terms {
			if x.Running {
				running = append(running, fmt.Sprint(x.Number))
			}
			for _, s := range x.Sittings {
				got = append(got, fmt.Sprintf("%d-%d: %d+%d", x.Number, s.Number, len(s.During), len(s.Between)))
			}
		}
		for _, s := range b.Sessions {
			sessions = append(sessions, s.ID)
		}
		if strings.Join(got, " ") != test.want || strings.Join(running, " ") != test.running || strings.Join(sessions, " ") != test.sessions {
			t.Errorf("on %s: %v, running %v, proceedings %v", test.on, got, running, sessions)
		}
	}
	b := board.Of(l, day("2025-12-31"), false)
	if want := (board.Hidden{Path: "sessions/3-6.md", Why: board.HiddenLater}); !slices.Contains(b.Hidden, want) {
		t.Errorf("proceedings of a session to come are not told as hidden: %v", b.Hidden)
	}
	s := b.Sessions[0]
	if got := s.Attendance.String(); got != "57/60 (95.0%)" {
		t.Errorf("attendance %s", got)
	}
	if got := s.Resolutions[0].InFavour.String(); got != "50/57 (87.7%)" {
		t.Errorf("in favour %s", got)
	}
	if tally := s.Sitting.Tally; len(tally.Raised) != 3 || len(tally.Returned) != 1 {
		t.Errorf("%d raised, %d returned", len(tally.Raised), len(tally.Returned))
	}
}
