package content_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gongshi/generator/content"
)

// fill repeats s to just under the size limit.
func fill(s string) string { return strings.Repeat(s, (1<<20-100)/len(s)) }

// numbered joins format, given 0 to n-1.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// Texts that cost the TOML or Markdown parser quadratic time, gigabytes or the
// whole stack. Three seconds is far above what they take here, and far below
// what they take unguarded.
func TestHazards(t *testing.T) {
	toml := map[string]string{
		"brackets":           fill("["),
		"lists in lists":     "a = " + fill("["),
		"tables in tables":   "x = " + strings.Repeat("{a=", 16<<10),
		"closed tables":      "x = " + strings.Repeat("{a=", 8<<10) + "1" + strings.Repeat("}", 8<<10),
		"dotted key":         "a" + fill(".a") + " = 1",
		"dotted keys":        fill("a.a.a.a.a.a.a.a = 1\n"),
		"dotted headers":     fill("[a.a.a.a.a.a.a.a]\n"),
		"lists of lists":     fill("a=[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]\n"),
		"nested tables":      numbered(1000, "k%d="+strings.Repeat("{a=", 15)+"1"+strings.Repeat("}", 15)+"\n"),
		"many keys":          numbered(60000, "k%d = 1\n"),
		"many unknown keys":  numbered(19000, "k%d = 1\n"),
		"long unknown keys":  numbered(100, strings.Repeat("k", 10000)+"%d = 1\n"),
		"long list":          "tags = [" + fill(`"a",`) + "]",
		"long list of slips": "tags = [" + fill("“a”，") + "]",
		"open lists":         fill("a = [\n"),
		"full-width list":    "a = " + fill("【"),
		"open quotes":        fill("a = \"\n"),
		"full-width quotes":  "a = " + fill("“"),
		"no keys":            fill("甲\n"),
		"full-width spaces":  fill("　"),
		"escapes":            `a = "` + fill(`\q`),
		"open text":          `a = """` + fill("\\\n"),
	}
	markdown := map[string]string{
		"open links":      fill("[a]("),
		"80 KB of links":  strings.Repeat("[a](", 20<<10),
		"small links":     fill(strings.Repeat("[a](", 300) + "\n\n"),
		"links":           fill("[a](b)\n\n"),
		"link brackets":   fill("[") + fill("]")[:20],
		"images":          fill("![a](b)\n\n"),
		"emphasis":        fill("*a_ "),
		"strong":          fill("**a *a "),
		"wide table":      strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + "\n" + strings.Repeat("x\n", 1000),
		"8 KB table":      strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + "\n" + strings.Repeat("x\n", 2000),
		"tables":          fill("|a|b|\n|-|-|\n|c|d|\n\n"),
		"tall table":      "|a|\n|-|\n" + fill("b\n"),
		"quotes":          fill(">"),
		"lists":           fill("- "),
		"numbers":         fill("1. "),
		"blank lines":     nested(16) + fill("\n"),
		"lazy lines":      nested(16) + fill("a\n"),
		"quoted lines":    fill("> > > > > > a\n"),
		"code spans":      fill("`a``b```c````d"),
		"tags":            fill("<a "),
		"comments":        fill("<!-- "),
		"instructions":    fill("<?\n"),
		"attributes":      fill("<a b=\"c\" "),
		"headings":        fill("# a\n"),
		"hard breaks":     fill("a  \n"),
		"autolinks":       fill("<http://a>\n\n"),
		"escaped pipes":   "|a|\n|-|\n" + strings.Repeat("|`\\|\\|\\|`|\n", 4000),
		"random brackets": fill("![[]("),
	}
	check := func(name, file, text string) {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			files, problems := content.Read(fstest.MapFS{file: {Data: []byte(text)}})
			var r record
			problems = append(problems, files[0].Decode(&r)...)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 3*time.Second || mb > 600 || len(problems) > 200 {
				t.Errorf("%v, %d MB, %d problems", took, mb, len(problems))
			}
			for _, p := range problems {
				files[0].Excerpt(p.Pos)
			}
		})
	}
	for name, text := range toml {
		check("toml "+name, "a.toml", text)
	}
	for name, text := range markdown {
		check("markdown "+name, "a.md", "+++\n+++\n"+text)
	}
}

// nested gives a list of depth levels.
func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

// What design.md measured: 48 KB must not take seconds.
func TestHazardsOf48KB(t *testing.T) {
	for name, text := range map[string]string{
		"inline tables": "x = " + strings.Repeat("{a=", 16<<10),
		"dotted keys":   strings.Repeat("a.b.c.d.e.f.g.h = 1\n", 48<<10/20),
		"dotted key":    strings.Repeat("a.", 24<<10) + "a = 1",
	} {
		f := one(t, "a.toml", text)
		start := time.Now()
		var r record
		if ps := f.Decode(&r); len(ps) == 0 {
			t.Errorf("%s: no problem", name)
		}
		if took := time.Since(start); took > 100*time.Millisecond {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func TestLimitsHaveRoom(t *testing.T) {
	body := nested(16) + "\n" + strings.Repeat("|a|[b](c.md)|**c**|\n", 1) + "|-|-|-|\n" + strings.Repeat("|a|[b](c.md)|**c**|\n", 1200) +
		"\n" + strings.Repeat("- [甲](../suggestions/2025-001.md)：**乙**\n", 2000) + "\n" + strings.Repeat("一段很长的话，", 10000)
	if files, ps := content.Read(fstest.MapFS{"a.md": {Data: []byte("+++\n+++\n" + body)}}); len(ps) > 0 || files[0].Body.Empty() {
		t.Error(lines(ps))
	}
	f := one(t, "a.toml", good+"tags = ["+strings.Repeat(`"a", `, 15000)+"]\n")
	var r record
	expect(t, f.Decode(&r))
}
