package check_test

import (
	"testing"
	"testing/fstest"

	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/internal/trial"
	"gongshi/generator/record"
)

// While an item cannot be read, its absence from the county's table is not told as a second problem.
func TestExchangeWithAFaultyItem(t *testing.T) {
	const item = "suggestions/2025-001.md"
	for _, broken := range []bool{false, true} {
		files := trial.Base(t)
		files["exchanges/2025-q2.toml"] = &fstest.MapFile{Data: []byte("title = \"表\"\nyear = 2025\nquarter = 2\ndate = 2025-07-10\nby = \"县里\"\nmethod = \"三等\"\n" +
			"towns = [{ town = \"云岭镇\", received = 1, replied = 1, resolved = 0, slips = 1, satisfied = 1, grade = \"好\" }]\n")}
		if broken {
			files[item] = &fstest.MapFile{Data: append([]byte("+++\nno_such_key = 1\n"), files[item].Data[len("+++\n"):]...)}
		}
		read, _ := content.Read(files)
		l, _ := record.Load(read)
		told := 0
		for _, p := range check.All(l, trial.YearEnd) {
			if p.Rule == "exchange-own" {
				told++
			}
		}
		if want := map[bool]int{false: 1, true: 0}[broken]; told != want {
			t.Errorf("item broken %v: %d problems of the county's table, want %d", broken, told, want)
		}
	}
}
