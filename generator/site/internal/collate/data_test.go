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
	checks := map[string]func(io.Reader, board.Catalogue) error{
		"figures.json": collate.Headline, "tallies.csv": collate.CSV, "tallies.json": collate.JSON,
		"units.csv": collate.CountsCSV, "units.json": collate.CountsJSON, "deputies.csv": collate.CountsCSV,
		"assessments.csv": collate.ScoresCSV, "assessments.json": collate.ScoresJSON, "standings.csv": collate.ScoresCSV, "standings.json": collate.ScoresJSON,
	}
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

		{"units.csv", `,units\.shuili,6,`, `,units.shuili,7,`, "统计数 units.shuili.received 应为“6”，写的是“7”"},
		{"units.csv", `,units\.shuili,6,`, `,units.shui,6,`, "没有名为“units.shui”的统计"},
		{"units.csv", `(?m),received,replied,resolved,closed,open,overdue`, `,a,b,c,d,e,f`, "没有统计数"},
		{"units.json", `("tally":"units\.shuili","received":)6`, `${1}5`, "统计数 units.shuili.received 应为“6”，写的是“5”"},
		{"units.json", `("tally":"units\.shuili","received":)6`, `${1}null`, "统计数 units.shuili.received 应为“6”，写的是“”"},
		{"deputies.csv", `,deputies\.bai-chenglin,1,`, `,deputies.bai-chenglin,0,`, "统计数 deputies.bai-chenglin.received"},
		{"assessments.csv", `(?m)^(2025-Q4,.*,paichusuo,.*),90\.63,0,`, `$1,90.64,0,`, "统计数 scores.2025-q4.paichusuo.total 应为“90.63”，写的是“90.64”"},
		{"assessments.csv", `(?m)^(2025-Q4,.*,paichusuo,.*),优秀,4,`, `$1,良好,4,`, "统计数 scores.2025-q4.paichusuo.band 应为“优秀”，写的是“良好”"},
		{"assessments.csv", `(?m)^(2025-Q4,.*,paichusuo,.*),优秀,4,`, `$1,优秀,3,`, "统计数 scores.2025-q4.paichusuo.rank"},
		{"assessments.csv", `(?m)^2025-Q4,.*,paichusuo,.*\r\n`, ``, "缺 scores.2025-q4.paichusuo 的得分"},
		{"assessments.csv", `(?m)^2025-Q4,.*,paichusuo,.*\r\n`, `$0$0`, "写了两遍"},
		{"assessments.json", `("unit":"paichusuo".*"sum":)90\.63`, `${1}90.6`, "统计数 scores.2025-q4.paichusuo.sum 应为“90.63”，写的是“90.6”"},
		{"standings.csv", `(?m)^(2025-year,.*,paichusuo,.*),90\.97,`, `$1,90.98,`, "统计数 scores.2025-year.paichusuo.base 应为“90.97”，写的是“90.98”"},
		{"standings.json", `("period":"2025-year".*"unit":"paichusuo".*"handling":)100\.00`, `${1}null`, "统计数 scores.2025-year.paichusuo.handling"},
		{"standings.json", `"period":"2025-mid"`, `"period":"2025-end"`, "没有 scores.2025-end."},
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
