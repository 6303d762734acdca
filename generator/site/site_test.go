package site_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

// base is a small township that is in order, with a record of most kinds.
const base = `
-- town.toml --
name = "云岭镇"
county = "澄陵县"
congress = "云岭镇人民代表大会"
presidium = "云岭镇人大主席团"
term = { number = 3, from = 2021-12-01, sessions = [{ number = 5, from = 2025-01-09, until = 2025-01-10 }] }
contact = { office = "云岭镇人大办公室", phone = "0700-5550100" }
portal = { base = "https://www.chengling.example/yunling/" }
-- profile.toml --
name = "澄陵县代表建议办理办法"
deadlines = { start = "交办", months = 3 }
classes = [{ letter = "A", meaning = "已经解决", disposition = "尽快办", resolved = true }]
-- groups/1.toml --
name = "第一代表小组"
-- villages/shanghe.toml --
name = "上河村"
group = "1"
-- deputies/lin.md --
+++
name = "林一舟"
group = "1"
village = "上河村"
levels = ["镇"]
work = "村民"
elected = 2021-11-20
+++
-- units/shuili.toml --
name = "水利站"
class = "公共服务类"
superior = "澄陵县水利局"
-- suggestions/2025-001.md --
+++
number = "3-5-001"
title = "关于修渠的建议"
kind = "建议"
topic = "农业水利"
raised = 2025-01-08
session = 5
lead = "林一舟"
village = "上河村"
public = "全文"
intake = { date = 2025-01-13, result = "登记" }
assignments = [{ date = 2025-01-20, unit = "水利站" }]
+++
渠塌了。
-- deeds/shuiqu.md --
+++
title = "渠水又来了"
date = 2025-04-01
summary = "代表和水利站一起修好水渠。"
deputies = ["林一舟"]
suggestions = ["2025-001"]
photo = { file = "photos/qu.jpg", alt = "水渠" }
+++
-- reports/2025-h1.md --
+++
title = "上半年办理情况的通报"
period = "2025-H1"
date = 2025-07-02
+++
都已答复。
-- photos/qu.jpg --
JPEG
`

func notice(id, more, body string) string {
	return "-- notices/" + id + ".md --\n+++\nkind = \"公告\"\ndate = 2025-05-05\npublished = 2025-05-05\nsummary = \"公告一件。\"\n" + more + "\n+++\n" + body + "\n"
}

// plan reads archives laid over each other and lays out their site with the default theme and one over it.
func plan(t *testing.T, over fs.FS, archives ...string) (*site.Site, error) {
	t.Helper()
	theme, err := site.LoadTheme(themes.Default(), over, "")
	if err != nil {
		return nil, err
	}
	return planWith(t, theme, archives...)
}

func planWith(t *testing.T, theme *site.Theme, archives ...string) (*site.Site, error) {
	t.Helper()
	files := fstest.MapFS{}
	for _, a := range archives {
		for _, f := range txtar.Parse([]byte(a)).Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	read, problems := content.Read(files)
	l, more := record.Load(read)
	if all := append(problems, more...); all.Errors() > 0 {
		t.Fatal(all)
	}
	return site.Plan(board.Of(l, record.Date{Year: 2025, Month: 7, Day: 31}, false), theme, files, nil)
}

// A board whose figures do not add up is not laid out: the build fails and names the sum.
func TestPlanRefusesABrokenSum(t *testing.T) {
	theme, err := site.LoadTheme(themes.Default(), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	l, _ := record.Load(nil)
	b := board.Of(l, record.Date{Year: 2025, Month: 7, Day: 31}, false)
	b.Now.Received = []*board.Case{{}}
	if s, err := site.Plan(b, theme, fstest.MapFS{}, nil); s != nil || err == nil || !strings.Contains(err.Error(), "added up by") {
		t.Errorf("a board with an item too many is laid out: %v", err)
	}
}

// An item that a unit gave back, and that nobody was given since, is late like any other; the page says that no one has it.
func TestLateWithoutUnit(t *testing.T) {
	s := planned(t, base, `
-- suggestions/2025-001.md --
+++
number = "3-5-001"
title = "关于修渠的建议"
kind = "建议"
topic = "农业水利"
raised = 2025-01-08
session = 5
lead = "林一舟"
public = "全文"
intake = { date = 2025-01-13, result = "登记" }
assignments = [{ date = 2025-01-20, unit = "水利站", returned = 2025-01-24, return_reason = "不归本站管。" }]
+++
渠塌了。
`)
	if page := written(t, s, "late.html"); !strings.Contains(page, "关于修渠的建议") || !strings.Contains(page, "还没有交办") {
		t.Errorf("the page of late items does not show it: %s", page)
	}
}

func planned(t *testing.T, archives ...string) *site.Site {
	t.Helper()
	s, err := plan(t, nil, archives...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func written(t *testing.T, s *site.Site, path string) string {
	t.Helper()
	p, ok := s.Page(path)
	if !ok {
		t.Fatalf("no page %s", path)
	}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return b.String()
}

func TestPlan(t *testing.T) {
	s := planned(t, base, notice("a", `title = "公告"`, ""))
	address := regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)*(\.[a-z0-9]+)+$`)
	for i, p := range s.Pages {
		if !address.MatchString(strings.ReplaceAll(p.Path, "/v1/", "/v-1/")) {
			t.Errorf("%s is no plain address", p.Path)
		}
		if i > 0 && s.Pages[i-1].Path >= p.Path {
			t.Errorf("%s comes after %s", p.Path, s.Pages[i-1].Path)
		}
		if found, ok := s.Page(p.Path); !ok || found.Path != p.Path {
			t.Errorf("%s is not found", p.Path)
		}
		if text := written(t, s, p.Path); text == "" {
			t.Errorf("%s is empty", p.Path)
		}
	}
	if _, ok := s.Page("no-such-page.html"); ok {
		t.Error("a page that is not there is found")
	}
	for _, want := range []string{"index.html", "404.html", "suggestions/2025-001.html", "sheets/suggestion-2025-001.html", "deputies/lin.html",
		"units/shuili.html", "groups/1.html", "villages/shanghe.html", "deeds/shuiqu.html", "reports/2025-h1.html", "notices/a.html",
		"photos/qu.jpg", "feed.xml", "sitemap.xml", "robots.txt", "data/v1/figures.json", "assets/board.css"} {
		if _, ok := s.Page(want); !ok {
			t.Errorf("no page %s", want)
		}
	}
}

// Links to records and attachments may say where in them; only attachments that are there to copy become files.
func TestLinkedFiles(t *testing.T) {
	body := "[附件](../photos/fu.pdf#page=2) [又](../photos/fu.pdf?x=1) [建议](../suggestions/2025-001.md#s-1) [单位](../units/shuili.toml) [首页](../index.html) [地图](../sitemap.xml) [外](https://example.org/a.pdf) [段](#s-2)"
	s := planned(t, base, "-- photos/fu.pdf --\nPDF\n-- photos/other.pdf --\nPDF\n", notice("a", `title = "公告"`, body))
	var files []string
	for _, p := range s.Pages {
		if err := p.Write(io.Discard); err != nil {
			t.Errorf("%s: %v", p.Path, err)
		}
		if strings.HasPrefix(p.Path, "photos/") || strings.HasSuffix(p.Path, ".toml") {
			files = append(files, p.Path)
		}
	}
	if got := strings.Join(files, " "); got != "photos/fu.pdf photos/qu.jpg" {
		t.Errorf("copied are %s", got)
	}
	if !strings.Contains(written(t, s, "index.html"), "<html") || !strings.Contains(written(t, s, "sitemap.xml"), "<urlset") {
		t.Error("a link took the place of a page")
	}
}

func TestFeed(t *testing.T) {
	s := planned(t, base, notice("a", `title = "公\u0001告\u000b <b>&amp; ]]>"`, "正文\u0008。"))
	var feed struct {
		XMLName xml.Name
		Updated string `xml:"updated"`
		Entries []struct {
			Title   string `xml:"title"`
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	text := written(t, s, "feed.xml")
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	if feed.XMLName != (xml.Name{Space: "http://www.w3.org/2005/Atom", Local: "feed"}) || feed.Updated != "2025-07-31T00:00:00+08:00" {
		t.Errorf("%v of %s", feed.XMLName, feed.Updated)
	}
	var got []string
	for _, e := range feed.Entries {
		got = append(got, e.Updated[:10]+" "+strings.TrimPrefix(e.ID, "https://www.chengling.example/yunling/"))
	}
	if want := "2025-07-02 reports/2025-h1.html, 2025-05-05 notices/a.html, 2025-04-01 deeds/shuiqu.html"; strings.Join(got, ", ") != want {
		t.Errorf("entries %s, want %s", got, want)
	}
	if title := feed.Entries[1].Title; title != "公告 <b>&amp; ]]>" {
		t.Errorf("title %q", title)
	}
}

func TestWithoutBase(t *testing.T) {
	for _, c := range []struct {
		town    string
		feed    bool
		sitemap string
	}{
		{base, true, "Sitemap: https://www.chengling.example/yunling/sitemap.xml\n"},
		{strings.Replace(base, `portal = { base = "https://www.chengling.example/yunling/" }`, "", 1), false, ""},
	} {
		s := planned(t, c.town)
		for _, path := range []string{"feed.xml", "sitemap.xml"} {
			if _, ok := s.Page(path); ok != c.feed {
				t.Errorf("%s is there: %v", path, ok)
			}
		}
		if got := written(t, s, "robots.txt"); got != "User-agent: *\nAllow: /\n"+c.sitemap {
			t.Errorf("robots.txt: %q", got)
		}
		if strings.Contains(written(t, s, "index.html"), "feed.xml") != c.feed {
			t.Errorf("the home page names a feed: %v", !c.feed)
		}
	}
}

func TestPaging(t *testing.T) {
	row := regexp.MustCompile(`notices/n-(\d+)\.html"`)
	for _, c := range []struct {
		rows  int
		pages []int // rows of each page
	}{
		{0, []int{0}},
		{1, []int{1}},
		{50, []int{50}},
		{51, []int{50, 1}},
		{100, []int{50, 50}},
		{101, []int{50, 50, 1}},
	} {
		var all strings.Builder
		for i := range c.rows {
			all.WriteString(notice(fmt.Sprintf("n-%d", i), fmt.Sprintf("title = \"公告%d\"", i), ""))
		}
		s := planned(t, base, all.String())
		at := func(n int) string {
			if n == 1 {
				return "notices.html"
			}
			return fmt.Sprintf("list/notices-%d.html", n)
		}
		shown := map[string]bool{}
		for i, want := range c.pages {
			text := written(t, s, at(i+1))
			here := map[string]bool{}
			for _, m := range row.FindAllStringSubmatch(text, -1) {
				if shown[m[1]] {
					t.Errorf("%d rows: %s is on two pages", c.rows, m[0])
				}
				here[m[1]] = true
			}
			for id := range here {
				shown[id] = true
			}
			if len(here) != want {
				t.Errorf("%d rows: %d of them on page %d, want %d", c.rows, len(here), i+1, want)
			}
			if i+1 < len(c.pages) && !strings.Contains(text, at(i+2)) || i > 0 && !strings.Contains(text, at(i)) {
				t.Errorf("%d rows: page %d does not lead to its neighbours", c.rows, i+1)
			}
		}
		if _, ok := s.Page(at(len(c.pages) + 1)); ok || len(shown) != c.rows {
			t.Errorf("%d rows: %d shown, more pages: %v", c.rows, len(shown), ok)
		}
		if strings.Contains(written(t, s, "sitemap.html"), "list/notices-") {
			t.Errorf("%d rows: the site map lists further pages", c.rows)
		}
	}
}

// The texts of a notice and a report stand beside their pages, in a form that old Windows editors show right.
func TestTexts(t *testing.T) {
	long := strings.Repeat("很", 41)
	s := planned(t, base,
		notice("a", "title = \"旱情公告\"\nfrom = 2025-05-06\nuntil = 2025-05-12\nobjection = \"打0700-5550100。\"", "## 怎么办\n\n1. 省水，一天2桶；\n2. 5月10日起轮灌。"),
		notice("b", "title = \""+long+"\"", ""),
		notice("c", "title = \""+long+"\"\nmessage = \"自己写的。\"\nblackboard = \"自己写的黑板报，有二十个字那么长，要换行。\"", "正文"),
		notice("d", "title = \"征集公告\"\nmessage = \"5日截止。\"", "5日截止。"),
		strings.ReplaceAll(notice("e", "title = \"更正\"\ntarget = \"d\"", "8日截止。"), "公告\"\ndate = 2025-05-05\npublished = 2025-05-05", "更正\"\ndate = 2025-05-06\npublished = 2025-05-06"))
	for _, c := range []struct{ path, want string }{
		{"notices/a.message.txt", "【云岭镇人大】旱情公告。全文贴在各村公示栏，有事问0700-5550100。"},
		{"notices/a.blackboard.txt", "旱情公告\n公告一件。\n\n公示时间：2025年5月6日至\n2025年5月12日。\n\n有事请找云岭镇人大办公室\n电话0700-5550100\n\n云岭镇人大主席团\n2025年5月5日"},
		{"notices/a.aloud.txt", "各位居民，现在播送：旱情公告。\n怎么办\n一、省水，一天两桶；\n二、五月十日起轮灌。\n公示时间：二〇二五年五月六日至二〇二五年五月十二日。\n打零七零零，五五五零一零零。\n云岭镇人大主席团\n二〇二五年五月五日\n播送完了。想了解、有意见，请找云岭镇人大办公室，电话零七零零，五五五零一零零。"},
		{"notices/b.aloud.txt", "各位居民，现在播送：" + long + "。\n公告一件。\n云岭镇人大主席团\n二〇二五年五月五日\n播送完了。想了解、有意见，请找云岭镇人大办公室，电话零七零零，五五五零一零零。"},
		{"notices/c.message.txt", "自己写的。"},
		{"notices/c.blackboard.txt", strings.Repeat("很", 16) + "\n" + strings.Repeat("很", 16) + "\n" + strings.Repeat("很", 9) + "\n自己写的黑板报，有二十个字那么\n长，要换行。\n\n有事请找云岭镇人大办公室\n电话0700-5550100\n\n云岭镇人大主席团\n2025年5月5日"},
		{"notices/d.message.txt", "【云岭镇人大】征集公告已有更正，以2025年5月6日发布的为准。"},
		{"reports/2025-h1.message.txt", "【云岭镇人大】截至2025年6月30日，代表建议受理1件，已解决0件。详见各村公示栏，问0700-5550100。"},
		{"reports/2025-h1.blackboard.txt", "云岭镇代表建议办理情况\n\n截至2025年6月30日\n受理：1件\n已答复：0件\n已解决：0件\n还没办结：1件\n其中超过时限：1件\n\n有事请找云岭镇人大办公室\n电话0700-5550100\n\n云岭镇人大主席团\n2025年7月2日"},
	} {
		want := "\uFEFF" + strings.ReplaceAll(c.want+"\n", "\n", "\r\n")
		if got := written(t, s, c.path); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.path, got, want)
		}
	}
	if page := written(t, s, "notices/a.html"); !strings.Contains(page, `<a href="../notices/a.aloud.txt">`) || !strings.Contains(page, `<a href="../sheets/notice-a-large.html">`) {
		t.Error("the page does not lead to its texts and its sheet")
	}
	if _, there := s.Page("notices/b.message.txt"); there || strings.Contains(written(t, s, "notices/b.html"), "notices/b.message.txt") {
		t.Error("there is a message, or a link to it, that no one wrote")
	}
}
