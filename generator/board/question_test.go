package board_test

import (
	"fmt"
	"testing"

	"gongshi/generator/board"
)

const asked = `
-- activities/xunwen.md --
+++
kind = "询问"
title = "供水询问会"
date = 2025-05-08
place = "镇政府"
deputies = ["lin"]
questions = [
	{ by = "林一舟", to = "水利站", question = "几时通水？", answer = "六月。", promised = 2025-06-30, kept = 2025-06-20 },
	{ by = "林一舟", to = "水利站", question = "水费怎么收？", answer = "按表收。" },
	{ by = "林一舟", to = "水利站", question = "管子谁修？", answer = "站里修。", promised = 2025-07-31 },
	{ by = "林一舟", to = "水利站", question = "为什么停水？" },
]
+++
-- activities/later.md --
+++
kind = "联席会议"
title = "联席会议"
date = 2025-08-20
place = "镇政府"
deputies = ["lin"]
questions = [{ by = "林一舟", to = "镇长", question = "路几时修？", answer = "年内。", promised = 2025-12-31 }]
+++
`

func TestQuestionsOnADay(t *testing.T) {
	l := ledger(t, base, asked)
	for _, c := range []struct{ on, want string }{
		{"2025-05-07", "answered —, kept —"},
		{"2025-05-08", "answered 3/4, kept —; 供水询问会 promised answered promised owed"},
		{"2025-06-20", "answered 3/4, kept —; 供水询问会 kept answered promised owed"},
		{"2025-06-30", "answered 3/4, kept 1/1; 供水询问会 kept answered promised owed"},
		{"2025-08-01", "answered 3/4, kept 1/2; 供水询问会 kept answered late owed"},
		{"2025-08-20", "answered 4/5 (80.0%), kept 1/2; 联席会议 promised; 供水询问会 kept answered late owed"},
	} {
		q := board.Of(l, day(c.on), false).Questions
		got := fmt.Sprintf("answered %s, kept %s", q.Answered, q.Kept)
		for _, m := range q.Meetings {
			got += "; " + m.Title
			for _, x := range m.Questions {
				got += " " + string(x.State)
			}
		}
		if got != c.want {
			t.Errorf("%s: %s\nwant %s", c.on, got, c.want)
		}
	}
}
