package board_test

import (
	"slices"
	"testing"

	"gongshi/generator/board"
)

// From the day of a withdrawal the board shows the record nowhere and says what became of it; the day before it shows it.
func TestWithdrawn(t *testing.T) {
	deed := func(id, more string) string {
		return "-- deeds/" + id + ".md --\n+++\ntitle = \"" + id + "\"\ndate = 2025-03-01\nsummary = \"提要\"\ndeputies = [\"林一舟\"]\n" + more + "+++\n"
	}
	notice := func(id, kind, published, more string) string {
		return "-- notices/" + id + ".md --\n+++\nkind = \"" + kind + "\"\ntitle = \"" + id + "\"\ndate = " + published + "\npublished = " + published + "\nsummary = \"概述\"\n" + more + "+++\n"
	}
	withdrawal := func(page, more string) string {
		return "page = \"" + page + "\"\ntitle = \"原题\"\ndate = 2025-05-01\nreason = \"理由\"\nby = \"主席团\"\n" + more
	}
	l := ledger(t, base,
		deed("kept", "former = [\"was\"]\n"), deed("gone", "former = [\"gone-was\"]\n"), deed("sketch", "draft = true\nformer = [\"sketch-was\"]\n"),
		notice("order", "通报", "2025-03-01", ""), notice("back", "撤回", "2025-04-01", "target = \"order\"\n"),
		notice("later", "通报", "2025-06-01", ""),
		"-- withdrawals/a.toml --\n"+withdrawal("deeds/gone", ""),
		"-- withdrawals/b.toml --\n"+withdrawal("deeds/deleted", ""),
		"-- withdrawals/c.toml --\n"+withdrawal("notices/later", ""),
		"-- withdrawals/d.toml --\n"+withdrawal("deeds/kept", "draft = true\n"),
		"-- withdrawals/e.toml --\n"+withdrawal("suggestions/2025-001", ""))

	for _, c := range []struct {
		on                        string
		drafts                    bool
		deeds, notices, withdrawn []string
	}{
		{"2025-03-31", false, []string{"gone", "kept"}, []string{"order"}, nil},
		{"2025-04-01", false, []string{"gone", "kept"}, []string{"back"}, []string{"notices/order"}},
		{"2025-04-30", false, []string{"gone", "kept"}, []string{"back"}, []string{"notices/order"}},
		{"2025-05-01", false, []string{"kept"}, []string{"back"}, []string{"deeds/gone", "deeds/deleted", "notices/order"}},
		{"2025-05-01", true, []string{"sketch"}, []string{"back"}, []string{"deeds/gone", "deeds/deleted", "deeds/kept", "notices/order"}},
	} {
		b := board.Of(l, day(c.on), c.drafts)
		var deeds, ofDeputy, notices, withdrawn []string
		for _, d := range b.Deeds {
			deeds = append(deeds, d.ID)
		}
		for _, d := range b.Deputies {
			for _, x := range d.Deeds {
				ofDeputy = append(ofDeputy, x.ID)
			}
		}
		for _, n := range b.Notices {
			notices = append(notices, n.ID)
			if n.ID == "back" && (n.Target.To.ID != "order" || n.Target.To.Title != "order" || n.Target.To.Summary != "") {
				t.Errorf("as of %s the notice withdraws %+v", c.on, n.Target.To)
			}
		}
		for _, w := range b.Withdrawn {
			withdrawn = append(withdrawn, w.Page)
			if w.Page == "notices/order" && (w.Date != day("2025-04-01") || w.Reason != "概述" || w.By != "云岭镇人大主席团" || w.Notice.ID != "back") {
				t.Errorf("as of %s: %+v", c.on, w)
			}
			if w.Page == "deeds/deleted" && (w.Title != "原题" || w.Date != day("2025-05-01") || w.Reason != "理由" || w.By != "主席团" || w.Notice != nil) {
				t.Errorf("as of %s: %+v", c.on, w)
			}
		}
		slices.Sort(deeds)
		slices.Sort(ofDeputy)
		if !slices.Equal(deeds, c.deeds) || !slices.Equal(ofDeputy, c.deeds) || !slices.Equal(notices, c.notices) || !slices.Equal(withdrawn, c.withdrawn) {
			t.Errorf("as of %s: deeds %v, of the deputy %v, notices %v, withdrawn %v; want %v, %v, %v", c.on, deeds, ofDeputy, notices, withdrawn, c.deeds, c.notices, c.withdrawn)
		}
	}

	b := board.Of(l, day("2025-05-01"), false)
	if want := []board.Moved{{From: "deeds/gone-was", To: "deeds/gone"}, {From: "deeds/was", To: "deeds/kept"}}; !slices.Equal(b.Moved, want) {
		t.Errorf("moved %v, want %v", b.Moved, want)
	}
	if len(b.Provisional) > 0 {
		t.Errorf("without drafts there are provisional pages %v", b.Provisional)
	}
	hidden := 0
	for _, h := range b.Hidden {
		if h.Why == board.HiddenWithdrawn {
			hidden++
		}
	}
	if hidden != 2 { // gone and order: the third has no file
		t.Errorf("%d records on file are told as withdrawn", hidden)
	}
	b = board.Of(l, day("2025-05-01"), true)
	if len(b.Provisional) != 2 || !b.Provisional["deeds/sketch"] || !b.Provisional["deeds/sketch-was"] {
		t.Errorf("pages of drafts: %v", b.Provisional)
	}
}
