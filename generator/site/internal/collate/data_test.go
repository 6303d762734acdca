package collate_test

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/opendata"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/collate"
)

// The open data of the specimen hold the board's figures, and a file with one wrong number, one figure too few or one too
// many does not.
func TestData(t *testing.T) {
	read, _ := content.Read(os.DirFS("../../../../content"))
	l, _ := record.Load(read)
	b := board.Of(l, l.Town.On, false)
	right := b.Catalogue()
	checks := map[string]func(io.Reader, board.Catalogue) error{"figures.json": collate.Headline, "tallies.csv": collate.CSV, "tallies.json": collate.JSON}
	files := map[string]string{}
	for _, f := range opendata.Files(b, opendata.Tables(b), "") {
		name := strings.TrimPrefix(f.Path, opendata.Folder)
		if checks[name] == nil {
			continue
		}
		var data bytes.Buffer
		if err := f.Write(&data); err != nil {
			t.Fatal(err)
		}
		files[name] = data.String()
		if err := checks[name](&data, right); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, c := range []struct{ file, old, now, want string }{
		{"figures.json", `"received": 116`, `"received": 115`, "统计数 town.received 应为“116”，写的是“115”"},
		{"figures.json", `"whole": 116`, `"whole": 117`, "统计数 town.rates.resolved_of_all 应为“100/116 86.2”，写的是“100/117 86.2”"},
		{"figures.json", `"percent": "86.2%"`, `"percent": "86.3%"`, "town.rates.resolved_of_all"},
		{"figures.json", `"received": 116`, `"receive": 116`, "town.receive 不认得"},
		{"figures.json", `(?m)^  "received": 116,\n`, ``, "缺统计数 town.received"},
		{"figures.json", `^\{`, `[`, "invalid"},
		{"tallies.csv", `(?m)^(town\.received,.*),116,`, `$1,117,`, "统计数 town.received 应为“116”，写的是“117”"},
		{"tallies.csv", `(?m)^(units\.shuili\.rates\.resolved,.*),([0-9]+),`, `$1,9$2,`, "统计数 units.shuili.rates.resolved 应为"},
		{"tallies.csv", `(?m)^(town\.rates\.resolved_of_all,.*),86\.2`, `$1,86.3`, "统计数 town.rates.resolved_of_all 应为“100/116 86.2”，写的是“100/116 86.3”"},
		{"tallies.csv", `(?m)^town\.received,`, `towns.received,`, "没有统计数 towns.received"},
		{"tallies.csv", `(?m)^town\.received,.*\r\n`, ``, "缺统计数 town.received"},
		{"tallies.csv", `(?m)^town\.received,.*\r\n`, `$0$0`, "town.received 不认得，或写了两遍"},
		{"tallies.csv", `(?m)^units\.shuili\..*\r\n`, ``, "缺 units.shuili 的统计数"},
		{"tallies.csv", `,percent`, `,per_cent`, "没有 percent 这一列"},
		{"tallies.json", `("name":"town\.received".*"value":)116`, `${1}117`, "统计数 town.received 应为“116”，写的是“117”"},
		{"tallies.json", `("name":"town\.rates\.resolved_of_all".*"part":)100`, `${1}101`, "统计数 town.rates.resolved_of_all 应为“100/116 86.2”，写的是“101/116 86.2”"},
		{"tallies.json", `\{"name":"town\.received".*\},\n`, ``, "缺统计数 town.received"},
	} {
		wrong := regexp.MustCompile(c.old).ReplaceAllString(files[c.file], c.now)
		if wrong == files[c.file] {
			t.Errorf("%s holds no %s", c.file, c.old)
			continue
		}
		if err := checks[c.file](strings.NewReader(wrong), right); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s with %s for %s: error %v, want one with %q", c.file, c.now, c.old, err, c.want)
		}
	}
}
