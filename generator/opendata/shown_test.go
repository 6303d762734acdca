package opendata_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/opendata"
	"gongshi/generator/record"
)

// Whoever and whatever the board has no row of is named, and has no id that leads nowhere: a deputy not yet elected, a unit
// that is a draft, a notice that was withdrawn.
func TestWhatIsNotShownHasNoID(t *testing.T) {
	later := &record.Deputy{Source: record.Source{ID: "later"}, Name: "后来人"}
	b := &board.Board{Town: &record.Town{Congress: "人大", Presidium: "主席团"}, Now: &board.Tally{}, Funnel: &board.Funnel{}, Posts: []board.Post{{Title: "人大主席", Holder: later}}}
	b.Cases = []*board.Case{{
		Suggestion: &record.Suggestion{Lead: record.Ref[record.Deputy]{To: later}, Cosigners: []record.Ref[record.Deputy]{{To: later}}},
		Unit:       &record.Unit{Source: record.Source{ID: "draft"}, Name: "草稿单位"},
	}}
	b.Notices = []*board.Notice{{Notice: &record.Notice{Target: record.Ref[record.Notice]{To: &record.Notice{Source: record.Source{ID: "gone"}}}}}}
	for _, table := range opendata.Tables(b) {
		var columns, want []string
		switch table.Name {
		case "suggestions":
			columns = []string{"lead", "cosigners", "unit", "lead_name", "cosigner_names", "unit_name"}
			want = []string{"", "", "", "后来人", "后来人", "草稿单位"}
		case "notices":
			columns, want = []string{"target"}, []string{""}
		default:
			continue
		}
		if got := values(t, rowsOf(t, table), columns, 0); !slices.Equal(got, want) {
			t.Errorf("%s: %v are %q, want %q", table.Name, columns, got, want)
		}
	}
	for _, f := range opendata.Files(b, opendata.Tables(b), "") {
		if strings.HasSuffix(f.Path, "/popolo.json") {
			data := string(written(t, func(w *bytes.Buffer) error { return f.Write(w) }))
			if strings.Contains(data, `"deputies/`) || !strings.Contains(data, `"person_id": "people/后来人"`) {
				t.Errorf("the holder of the post is not there by name alone:\n%s", data)
			}
		}
	}
}
