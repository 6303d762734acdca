package check_test

import (
	"testing"
	"testing/fstest"

	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/internal/trial"
	"gongshi/generator/record"
)

// While a self-report or a deputy cannot be read, nobody is told that a report or a voter is missing.
func TestUnreadIsNotMissing(t *testing.T) {
	for _, c := range []struct{ name, rule, file, text string }{
		{"in order", "honour-basis", "", ""},
		{"a self-report", "honour-basis", "selfreports/2025-a.md", "+++\nyear = 2025\n+++\n"},
		{"a deputy", "honour-vote", "deputies/broken.md", "+++\nname = 1\n+++\n"},
	} {
		files := trial.Base(t)
		files["commendations/2025.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"表彰\"\nyear = 2025\ndate = 2025-12-28\nmethod = \"投票\"\n" +
			"[[deputies]]\ndeputy = \"林一舟\"\nname = \"优秀代表\"\nfor = 90\npresent = 99\nbasis = \"走访细。\"\n+++\n")}
		if c.file != "" {
			files[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		told := false
		for _, p := range check.All(l, trial.YearEnd) {
			told = told || p.Rule == c.rule
		}
		if told != (c.file == "") {
			t.Errorf("%s unread: %s told: %v", c.name, c.rule, told)
		}
	}
}
