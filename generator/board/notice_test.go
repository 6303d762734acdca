package board_test

import (
	"fmt"
	"testing"

	"gongshi/generator/board"
)

// A correction and the notice it corrects know each other once both are out; before that the other one is named and has
// no id to link to.
func TestCorrectionOfANoticeNotYetOut(t *testing.T) {
	notice := func(id, kind, published, more string) string {
		return fmt.Sprintf("-- notices/%s.md --\n+++\nkind = \"%s\"\ntitle = \"%s\"\ndate = %s\npublished = %s\nsummary = \"概述\"\n%s\n+++\n正文。\n", id, kind, id, published, published, more)
	}
	l := ledger(t, base, notice("first", "公告", "2025-03-10", ""), notice("mend", "更正", "2025-03-01", "target = \"first\""))
	for _, c := range []struct {
		on, target, later string
	}{
		{"2025-03-05", "", ""},
		{"2025-03-10", "first", "mend"},
	} {
		target, later := "none", ""
		for _, n := range board.Of(l, day(c.on), false).Notices {
			if n.ID == "mend" {
				target = n.Target.To.ID
				if n.Target.To.Title != "first" {
					t.Errorf("as of %s the corrected notice is called %q", c.on, n.Target.To.Title)
				}
			}
			for _, x := range n.Later {
				later += x.ID
			}
		}
		if target != c.target || later != c.later {
			t.Errorf("as of %s: target %q, later %q; want %q, %q", c.on, target, later, c.target, c.later)
		}
	}
}
