package board_test

import (
	"strings"
	"testing"

	"gongshi/generator/board"
)

// The second correction of a page makes its third edition. What a page takes back no correction tells; of what it holds back
// residents learn that something was corrected, when and by whom.
func TestCorrections(t *testing.T) {
	deed := func(id string) string {
		return "-- deeds/" + id + ".md --\n+++\ntitle = \"" + id + "\"\ndate = 2025-03-01\nsummary = \"提要\"\ndeputies = [\"林一舟\"]\n+++\n"
	}
	correction := func(id, page, date string) string {
		return "-- corrections/" + id + ".toml --\ndate = " + date + "\npage = \"" + page + "\"\nwhat = \"人数\"\nold = \"3人\"\nnew = \"4人\"\nreason = \"数错了。\"\nby = \"办公室\"\n"
	}
	l := ledger(t, base, deed("a"), deed("b"), item("2025-001", "2025-01-08", "public = \"不公开\"\nwithheld_reason = \"个人隐私\""),
		"-- withdrawals/b.toml --\npage = \"deeds/b\"\ntitle = \"b\"\ndate = 2025-04-01\nreason = \"理由\"\nby = \"主席团\"\n",
		correction("1", "deeds/a", "2025-05-01"), correction("2", "deeds/a", "2025-06-01"), correction("3", "deeds/b", "2025-05-01"),
		correction("4", "deeds/a", "2026-01-01"), correction("5", "suggestions/2025-001", "2025-05-01"))
	b := board.Of(l, day("2025-12-31"), false)
	if len(b.Corrections) != 3 || b.Corrections[0].ID != "2" || b.Corrections[0].Edition != 3 || b.Corrections[2].Edition != 2 {
		t.Errorf("%d corrections: %+v", len(b.Corrections), b.Corrections)
	}
	if got := b.Latest("deeds/a"); got == nil || got.ID != "2" {
		t.Errorf("latest %v", got)
	}
	if got := b.Latest("deeds/b"); got != nil {
		t.Errorf("a page that is withdrawn tells %v", got)
	}
	if got := b.Latest("suggestions/2025-001"); got == nil || !got.Wordless || got.Edition != 2 || got.By != "办公室" || got.Date != day("2025-05-01") || got.What+got.Old+got.New+got.Reason != "" || got.ID != "suggestions-2025-001-2" {
		t.Errorf("an item that is not open tells %+v", got)
	}
}

// Before a session closes it has no page, so nothing on it is corrected.
func TestCorrectionsBeforeASessionCloses(t *testing.T) {
	l := ledger(t, append(terms(), "-- corrections/1.toml --\ndate = 2025-01-09\npage = \"sessions/3-5\"\nwhat = \"人数\"\nold = \"3人\"\nnew = \"4人\"\nreason = \"数错了。\"\nby = \"办公室\"\n")...)
	for on, want := range map[string]int{"2025-01-09": 0, "2025-01-10": 1} {
		if got := len(board.Of(l, day(on), false).Corrections); got != want {
			t.Errorf("on %s there are %d corrections, not %d", on, got, want)
		}
	}
}

// An assessment is corrected on the page of its quarter or year, whatever its file is called, and a mid-year on its own page.
func TestCorrectionsOfAssessments(t *testing.T) {
	renamed := strings.Replace(year, "assessments/2025-q1.toml", "assessments/chunji.toml", 1)
	for page, want := range map[string]bool{"2025-q1": true, "2025-q2": true, "2025-year": true, "2025-mid": true, "chunji": false, "2026-mid": false} {
		l := ledger(t, base, scheme, renamed, "-- corrections/1.toml --\ndate = 2025-12-30\npage = \"assessments/"+page+"\"\nwhat = \"总分\"\nold = \"90\"\nnew = \"91\"\nreason = \"算错了。\"\nby = \"办公室\"\n")
		if got := board.Of(l, day("2025-12-31"), false).Latest("assessments/" + page); (got != nil) != want {
			t.Errorf("%s: %v", page, got)
		}
	}
}
