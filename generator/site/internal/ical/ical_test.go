package ical_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"gongshi/generator/record"
	"gongshi/generator/site/internal/ical"
)

// lines are the unfolded lines of a calendar, whose folded ones are looked at on the way.
func lines(t *testing.T, file string) []string {
	t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x00\x07\x7f") {
			t.Fatalf("a line of %d octets: %q", len(line), line)
		}
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(file, "\r\n ", ""), "\r\n"), "\r\n")
}

func calendar(events ...ical.Event) string {
	return ical.Calendar{Name: "期限", On: record.Date{Year: 2025, Month: 3, Day: 1}, Events: events}.String()
}

func TestCalendar(t *testing.T) {
	last := record.Date{Year: 2025, Month: 12, Day: 31}
	got := lines(t, calendar(ical.Event{
		UID: "reply-1@x", First: record.Date{Year: 2025, Month: 12, Day: 30}, Last: last,
		Summary: "路灯,水渠;一\\二\x07", Description: "第一行\r\n第二行\n第三行", URL: "https://x.example/a,b;c\r\nATTENDEE:x",
	}))
	want := []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongshi//board//ZH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:期限",
		"BEGIN:VEVENT", "UID:reply-1@x", "DTSTAMP:20250228T160000Z", "DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260101",
		`SUMMARY:路灯\,水渠\;一\\二`, `DESCRIPTION:第一行\n第二行\n第三行`, "URL:https://x.example/a,b;cATTENDEE:x", "TRANSP:TRANSPARENT",
		"END:VEVENT", "END:VCALENDAR",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}

// Whatever stands in a summary, no line is longer than 75 octets, no character is cut, and unfolding and unescaping give it back.
func TestFoldingLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	signs := []rune("ab,;\\: \n\t水渠，路灯。é𠮷👩‍🌾")
	unescape := strings.NewReplacer(`\\`, `\`, `\,`, ",", `\;`, ";", `\n`, "\n")
	for range 2000 {
		var b strings.Builder
		for range random.IntN(120) {
			b.WriteRune(signs[random.IntN(len(signs))])
		}
		said := b.String()
		for _, line := range lines(t, calendar(ical.Event{Summary: said})) {
			if value, ok := strings.CutPrefix(line, "SUMMARY:"); ok {
				if got := unescape.Replace(value); got != said {
					t.Fatalf("%q came back as %q", said, got)
				}
			}
		}
	}
}

func TestBrokenTextIsDropped(t *testing.T) {
	file := calendar(ical.Event{Summary: "水\xe6渠\x00\u0085好\rBEGIN:VEVENT" + strings.Repeat("\xff", 200)})
	for _, line := range lines(t, file) {
		if strings.HasPrefix(line, "SUMMARY:") && line != `SUMMARY:水渠好\nBEGIN:VEVENT` {
			t.Errorf("%q", line)
		}
	}
}
