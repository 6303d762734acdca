package board_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// base is a small township that is in order, without items.
const base = `
-- town.toml --
name = "云岭镇"
county = "澄陵县"
congress = "云岭镇人民代表大会"
presidium = "云岭镇人大主席团"
term = { number = 3, from = 2021-12-01, sessions = [{ number = 5, from = 2025-01-09, until = 2025-01-10 }] }
contact = { office = "云岭镇人大办公室", phone = "0700-5550100" }
-- profile.toml --
name = "澄陵县代表建议办理办法"
deadlines = { start = "交办", months = 3, hard_months = 6, redo_months = 1 }
classes = [
	{ letter = "A", meaning = "已经解决", disposition = "尽快办", resolved = true },
	{ letter = "B", meaning = "正在解决", disposition = "逐步办" },
	{ letter = "C", meaning = "需向上争取", disposition = "向上争取" },
	{ letter = "D", meaning = "留作参考", disposition = "作参考" },
]
-- groups/1.toml --
name = "第一代表小组"
-- groups/2.toml --
name = "第二代表小组"
-- villages/shanghe.toml --
name = "上河村"
group = "1"
-- villages/xiahe.toml --
name = "下河村"
group = "2"
-- deputies/lin.md --
+++
name = "林一舟"
group = "1"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
+++
-- deputies/song.md --
+++
name = "宋二梅"
group = "2"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
+++
-- units/shuili.toml --
name = "水利站"
class = "公共服务类"
superior = "澄陵县水利局"
-- units/gonglu.toml --
name = "公路站"
class = "公共服务类"
superior = "澄陵县交通运输局"
`

// item is an archive with one suggestion; more goes on in its front matter and may repeat nothing of it.
func item(id, raised, more string) string {
	if !strings.Contains(more, "public = ") {
		more = "public = \"全文\"\n" + more
	}
	if !strings.Contains(more, "lead = ") {
		more = "lead = \"lin\"\n" + more
	}
	if !strings.Contains(more, "title = ") {
		more = "title = \"关于修渠的建议\"\n" + more
	}
	return fmt.Sprintf("-- suggestions/%s.md --\n+++\nnumber = \"%s\"\nkind = \"建议\"\ntopic = \"农业水利\"\nraised = %s\nsession = 5\n%s\n+++\n", id, id, raised, more)
}

// ledger lays archives over each other and reads them; nothing may be wrong with them.
func ledger(t *testing.T, archives ...string) *record.Ledger {
	t.Helper()
	files := fstest.MapFS{}
	for _, a := range archives {
		for _, f := range txtar.Parse([]byte(a)).Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	read, problems := content.Read(files)
	l, more := record.Load(read)
	for _, p := range append(problems, more...) {
		t.Fatalf("%s: %s（%s）", p.Pos, p.Text, p.Hint)
	}
	return l
}

func day(s string) record.Date {
	d, err := record.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func ids(cases []*board.Case) string {
	var all []string
	for _, c := range cases {
		all = append(all, c.ID)
	}
	return strings.Join(all, " ")
}

// walk visits every value below v that a page could show of one item: not the records it refers to.
func walk(v reflect.Value, name string, visit func(name string, v any)) {
	if !v.IsValid() || v.Type() == reflect.TypeFor[record.Source]() {
		return
	}
	if d, ok := v.Interface().(record.Date); ok {
		visit(name, d)
		return
	}
	switch v.Kind() {
	case reflect.String:
		visit(name, v.String())
	case reflect.Bool, reflect.Int:
		visit(name, v.Interface())
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), name, visit)
		}
	case reflect.Pointer:
		walk(v.Elem(), name, visit)
	case reflect.Struct:
		if strings.HasPrefix(v.Type().Name(), "Ref[") {
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Type != reflect.TypeFor[*record.Unit]() {
				walk(v.Field(i), f.Name, visit)
			}
		}
	}
}

func TestYear(t *testing.T) {
	l := ledger(t, base, item("24", "2024-05-01", ""), item("25", "2025-03-01", ""), item("26", "2026-01-15", ""))
	for _, c := range []struct {
		on   string
		year int
		now  string
	}{
		{"2024-04-30", 2024, ""}, // no item yet
		{"2024-05-01", 2024, "24"},
		{"2025-02-28", 2024, "24"},
		{"2025-03-01", 2025, "25"},
		{"2026-01-14", 2025, "25"}, // the year has begun and nothing was raised
		{"2026-01-15", 2026, "26"},
	} {
		b := board.Of(l, day(c.on), false)
		if b.Year != c.year || ids(b.Now.Raised) != c.now {
			t.Errorf("%s: year %d with items %q, want %d, %q", c.on, b.Year, ids(b.Now.Raised), c.year, c.now)
		}
		if n := len(b.Deputies[0].Led); n != len(b.Cases) {
			t.Errorf("%s: the deputy led %d of %d items of all years", c.on, n, len(b.Cases))
		}
	}
}

func TestDrafts(t *testing.T) {
	const draft = `
-- units/caogao.toml --
name = "草稿站"
class = "公共服务类"
superior = "澄陵县水利局"
draft = true
-- schemes/caogao.toml --
draft = true
name = "草稿办法"
year = 2025
ties = "并列"
methods = [{ key = "visit", name = "视察", weight = 100, by = "评分" }]
vote_values = { satisfied = 100, basically = 70, dissatisfied = 30 }
classes = [{ name = "公共服务类" }]
bands = [{ name = "合格", from = 0 }]
year_end = { quarters = 70, handling = 30 }
handling = { consulted = 25, resolved = 30, satisfied = 30, on_time = 15 }
`
	l := ledger(t, base, draft, item("a", "2025-01-08", "draft = true"), item("b", "2025-01-08", ""))
	b := board.Of(l, day("2025-06-30"), false)
	if ids(b.Cases) != "b" || len(b.Units) != 2 || b.Scheme != nil || len(b.Schemes) != 0 {
		t.Errorf("a draft is shown: items %s, %d units, scheme %v", ids(b.Cases), len(b.Units), b.Scheme)
	}
	why := map[string]board.HiddenReason{}
	for _, h := range b.Hidden {
		why[h.Path] = h.Why
	}
	for _, path := range []string{"suggestions/a.md", "units/caogao.toml", "schemes/caogao.toml"} {
		if why[path] != board.HiddenDraft {
			t.Errorf("%s is hidden and not said to be a draft: %v", path, why)
		}
	}
	with := board.Of(l, day("2025-06-30"), true)
	if ids(with.Cases) != "a b" || len(with.Units) != 3 || with.Scheme == nil || len(with.Hidden) != 0 {
		t.Errorf("with drafts: items %s, %d units, scheme %v, hidden %v", ids(with.Cases), len(with.Units), with.Scheme, with.Hidden)
	}
}

// A deputy's dossier shows no honour given, and no end of the mandate, after the board's day.
func TestDeputyOnADay(t *testing.T) {
	wu := "-- deputies/wu.md --\n+++\nname = \"吴四\"\ngroup = \"1\"\nvillage = \"上河村\"\nlevels = [\"镇\"]\nwork = \"村民\"\nelected = 2022-03-01\nleft = 2025-06-01\nleft_reason = \"调离\"\n" +
		"honours = [{ date = 2023-12-20, name = \"优秀代表\" }, { date = 2025-03-08, name = \"好人\" }]\n+++\n"
	l := ledger(t, base, wu, item("a", "2025-01-08", "cosigners = [\"wu\"]"))
	for _, c := range []struct {
		on             string
		known, serving bool
		honours        int
		left, reason   string
	}{
		{"2022-02-28", false, false, 0, "", ""},
		{"2022-03-01", true, true, 0, "", ""},
		{"2023-12-20", true, true, 1, "", ""},
		{"2025-05-31", true, true, 2, "", ""},
		{"2025-06-01", true, false, 2, "2025-06-01", "调离"},
	} {
		b := board.Of(l, day(c.on), false)
		var d *board.Deputy
		for _, x := range b.Deputies {
			if x.ID == "wu" {
				d = x
			}
		}
		if (d != nil) != c.known {
			t.Errorf("%s: known %v", c.on, d != nil)
		}
		if d == nil {
			continue
		}
		if d.Serving != c.serving || len(d.Honours) != c.honours || d.Left.String() != c.left || d.Reason != c.reason {
			t.Errorf("%s: serving %v, %d honours, left %q %q", c.on, d.Serving, len(d.Honours), d.Left, d.Reason)
		}
		if n := len(b.Villages[0].Deputies); (n == 1) != c.serving {
			t.Errorf("%s: the village lists %d deputies", c.on, n)
		}
		if len(d.Cosigned) != len(b.Cases) {
			t.Errorf("%s: cosigned %s of %s", c.on, ids(d.Cosigned), ids(b.Cases))
		}
	}
}
