package site_test

import (
	"strings"
	"testing"
)

// An activity shows on its own page, in the list, in the list of its kind, on the pages of its group, village and unit,
// and in the history of its items; a title with signs of HTML is text everywhere. Its photos are copied and printed.
func TestActivityPages(t *testing.T) {
	s := planned(t, base, `-- activities/2025-03-21-qu.md --
+++
kind = "现场观察"
title = "看<b>渠</b>&水"
date = 2025-03-21
place = "上河村"
group = "1"
villages = ["上河村"]
units = ["水利站"]
suggestions = ["2025-001"]
photos = [{ file = "photos/kan.jpg", alt = "渠", caption = "渠口" }]
+++
-- activities/2025-04-02-hui.md --
+++
kind = "小组会议"
title = "小组会"
date = 2025-04-02
place = "上河村"
group = "1"
absent = ["lin"]
+++
-- activities/2025-08-01-later.md --
+++
kind = "视察"
title = "以后的视察"
date = 2025-08-01
place = "上河村"
+++
-- photos/kan.jpg --
JPEG
`)
	const title = "看&lt;b&gt;渠&lt;/b&gt;&amp;水"
	for _, page := range []string{"activities.html", "list/activities-kind-4.html", "activities/2025-03-21-qu.html", "groups/1.html", "villages/shanghe.html",
		"units/shuili.html", "suggestions/2025-001.html", "sheets/photos-2025-03-21-qu.html"} {
		text := written(t, s, page)
		if !strings.Contains(text, title) || strings.Contains(text, "<b>渠") {
			t.Errorf("%s does not show the title as text", page)
		}
		if strings.Contains(text, "以后的视察") {
			t.Errorf("%s shows what is to come", page)
		}
	}
	if text := written(t, s, "suggestions/2025-001.html"); !strings.Contains(text, `<a href="../activities/2025-03-21-qu.html">`+title) {
		t.Error("the item's history does not lead to the activity")
	}
	if text := written(t, s, "list/activities-kind-2.html"); strings.Contains(text, title) || !strings.Contains(text, `href="../activities/2025-04-02-hui.html"`) {
		t.Error("the list of meetings has others, or lacks its own")
	}
	if text := written(t, s, "meetings.html"); !strings.Contains(text, "91天") || !strings.Contains(text, "2025年4月1日") || !strings.Contains(text, "0/2") {
		t.Error("the meeting that came a day late, or the one that is owed, does not show")
	}
	for path, there := range map[string]bool{"photos/kan.jpg": true, "activities/2025-08-01-later.html": false, "sheets/photos-2025-04-02-hui.html": false,
		"sheets/roster-1.html": true, "sheets/visit-form.html": true, "list/activities-kind-5.html": false} {
		if _, ok := s.Page(path); ok != there {
			t.Errorf("%s: planned %v, want %v", path, ok, there)
		}
	}
}
