package record_test

import (
	"testing"

	"gongshi/generator/content"
	"gongshi/generator/record"
	"testing/fstest"
)

// A seal that is read again has the text it was written with: what is published, and what the log of seals holds, are the
// bytes that the clerk's folder has.
func TestSealKeepsItsText(t *testing.T) {
	s := &record.Seal{
		Number: 3, What: "notices/2025-03-04-banfa",
		On: record.Date{Year: 2025, Month: 6, Day: 30}, Sealed: record.Date{Year: 2025, Month: 7, Day: 5},
		Figures: []record.SealedFigure{{Name: "resolved", Value: "80", Items: []string{"2025-001", "2025-002"}}, {Name: `by_class.“A”\"`, Value: "—"}},
		Records: []record.SealedRecord{{Path: "suggestions/2025-001.md", SHA256: "00", Facts: "title=一\t二\n三\x7f𠮷; lead=x"}, {Path: "profile.toml", SHA256: "01"}},
	}
	text := s.Text()
	files, problems := content.Read(fstest.MapFS{"sealed/notices-2025-03-04-banfa.toml": &fstest.MapFile{Data: []byte(text)}})
	l, _ := record.Load(files)
	if len(problems) > 0 || len(l.Seals) != 1 {
		t.Fatalf("%d seals, %v", len(l.Seals), problems)
	}
	if got := l.Seals[0].Text(); got != text {
		t.Errorf("written:\n%s\nread:\n%s", text, got)
	}
	h, err := record.SealHeading([]byte(text))
	if err != nil || h.Number != s.Number || h.What != s.What || h.On != s.On || h.Sealed != s.Sealed {
		t.Errorf("the heading says %+v, %v", h, err)
	}
	for _, bad := range []string{"", "number = 1\n", text[:60], "\n" + text} {
		if _, err := record.SealHeading([]byte(bad)); err == nil {
			t.Errorf("%q is taken for a seal", bad)
		}
	}
}
