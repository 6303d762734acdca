package site_test

import (
	"bytes"
	"strings"
	"testing"
)

// events reads calendar.ics: unfolded, an event's properties by name.
func events(t *testing.T, archives ...string) (file string, all []map[string]string) {
	t.Helper()
	page, ok := planned(t, archives...).Page("calendar.ics")
	if !ok {
		t.Fatal("no calendar")
	}
	var b, again bytes.Buffer
	if err := page.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := page.Write(&again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Fatalf("written twice it differs: %v", err)
	}
	file = strings.ReplaceAll(b.String(), "\r\n ", "")
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		if line == "BEGIN:VEVENT" {
			all = append(all, map[string]string{})
		} else if len(all) > 0 && name != "END" {
			all[len(all)-1][name] = value
		}
	}
	return file, all
}

func event(all []map[string]string, uid string) map[string]string {
	for _, e := range all {
		if name, _, _ := strings.Cut(e["UID"], "@"); name == uid {
			return e
		}
	}
	return nil
}

func TestCalendarOfTheBoard(t *testing.T) {
	file, all := events(t, base)
	if !strings.HasPrefix(file, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(file, "END:VCALENDAR\r\n") {
		t.Error(file)
	}
	want := map[string]string{
		"UID": "reply-2025-001@yunling.www.chengling.example", "DTSTAMP": "20250730T160000Z",
		"DTSTART;VALUE=DATE": "20250420", "DTEND;VALUE=DATE": "20250421",
		"SUMMARY": "答复期限：关于修渠的建议", "DESCRIPTION": `建议第3-5-001号\n承办：水利站\n▲ 已经过期，截至2025年7月31日还没有办`,
		"URL": "https://www.chengling.example/yunling/suggestions/2025-001.html", "TRANSP": "TRANSPARENT",
	}
	got := event(all, "reply-2025-001")
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s is %q, want %q", name, got[name], value)
		}
	}
	if e := event(all, "board"); e["DTSTART;VALUE=DATE"] != "20250731" {
		t.Errorf("the board's own day: %v", e)
	}
	if e := event(all, "duty-visits-1-2025-08-01"); e["SUMMARY"] != "第一代表小组：走访群众，最迟这一天" || e["DESCRIPTION"] != "这一期：2025年8月1日至2025年8月31日" {
		t.Errorf("a duty of a group: %v", e)
	}
}

// Of a withheld item the calendar tells the day and the number, and no word of its title.
func TestCalendarConcealsTitles(t *testing.T) {
	file, all := events(t, strings.Replace(base, `public = "全文"`, `public = "不公开"`, 1))
	if e := event(all, "reply-2025-001"); e["SUMMARY"] != "答复期限：第3-5-001号建议（不公开案由）" || e["DTSTART;VALUE=DATE"] != "20250420" {
		t.Errorf("%v", e)
	}
	if strings.Contains(file, "修渠") {
		t.Error("the title of a withheld item is in the calendar")
	}
}

// Without a public address there are no links, and the names end in a host that nobody can own.
func TestCalendarWithoutAnAddress(t *testing.T) {
	_, all := events(t, strings.Replace(base, `portal = { base = "https://www.chengling.example/yunling/" }`, "", 1))
	if len(all) < 2 {
		t.Fatal("no events")
	}
	for _, e := range all {
		if _, linked := e["URL"]; linked || !strings.HasSuffix(e["UID"], "@gongshi.invalid") {
			t.Errorf("%v", e)
		}
	}
}
