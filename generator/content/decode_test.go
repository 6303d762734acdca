package content_test

import (
	"reflect"
	"sync"
	"testing"
	"testing/fstest"

	"gongshi/generator/content"
)

func TestDecode(t *testing.T) {
	f := one(t, "a.toml", `
title = "修水渠"
kind = '水利'
date = 2026-01-02
public = true
count = 1_200
money = 3
tags = ["一", "二"]
days = [2026-01-03, 2026-02-28]
names = {a = "甲", "乙 丙" = "丁"}
phone = "0571-1234"

[place]
village = "石桥村"

[[replies]]
date = 2026-03-01
opinion = "基本满意"
text = """
第一行
第二行"""
[[replies]]
date = 2026-04-01
opinion = "" # not yet given
`)
	var got record
	expect(t, f.Decode(&got))
	want := record{
		Title: "修水渠", Kind: "水利", Date: date{2026, 1, 2}, Public: true, Count: 1200, Money: 3,
		Tags: []string{"一", "二"}, Days: []date{{2026, 1, 3}, {2026, 2, 28}}, Names: map[string]string{"a": "甲", "乙 丙": "丁"},
		Place:   &place{"石桥村"},
		Replies: []reply{{date{2026, 3, 1}, "基本满意", "第一行\n第二行"}, {date{2026, 4, 1}, "", ""}},
		Contact: Contact{"0571-1234"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	var again record // the file is not used up
	if ps := f.Decode(&again); ps != nil || !reflect.DeepEqual(again, want) {
		t.Errorf("the second time %s%+v", lines(ps), again)
	}
}

// What is wrong with the values and keys of correct TOML, in documents that
// go on after the lines of good.
func TestDecodeStrict(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"titel = \"a\"", []string{"4:1 key-unknown 是不是 title（标题）？"}},
		{"weather = \"a\"\nx = 1", []string{"4:1 key-unknown 这里可以写：title、kind", "5:1 key-unknown 没有“x”"}},
		{"\"地点\" = {village = \"a\"}", []string{"4:1 key-unknown 改成 place"}},
		{"[place]\nvilage = \"a\"", []string{"5:1 key-unknown 是不是 village（村）？"}},
		{"[place]\nvillage = \"  \"", []string{"5:11 key-missing “village（村）”是空的"}},
		{"[[replies]]\ntext = \"a\"\n[[replies]]\ndate = 2026-01-02\npublic = true",
			[]string{"4:1 key-missing 缺少 date（答复日期） | 在这里加一行：date = 2026-01-02", "8:1 key-unknown 要写在最前面"}},
		{"replies = [ {date = 2026-01-02}, {text = \"a\"} ]", []string{"4:34 key-missing 缺少 date"}},
		{"count = \"3\"", []string{"4:9 value-type “count（人数）”要写整数"}},
		{"count = 3.5", []string{"4:9 value-type 要写整数"}},
		{"money = \"3\"", []string{"4:9 value-type 要写数字"}},
		{"public = 1", []string{"4:10 value-type 要写 true 或 false"}},
		{"phone = 13800001111", []string{`4:9 value-type 写成 "13800001111"`}},
		{"tags = \"水利\"", []string{`4:8 value-type 写成 tags = ["水利"]`}},
		{"tags = [\"水利\", 3]", []string{"4:15 value-type 要写文字"}},
		{"days = [2026-01-02, \"2026-01-03\"]", []string{"4:21 value-type “days”要写日期 | 如 2026-01-02"}},
		{"days = [1000-01-01]", []string{"4:9 value-type 年份太早"}},
		{"days = [[2026-01-02]]", []string{"4:9 value-type 只能写一个值"}},
		{"names = \"a\"", []string{"4:9 value-type 另起一行写 [names]"}},
		{"[names]\na = 1", []string{`5:5 value-type “a”要写文字`}},
		{"[[place]]\nvillage = \"a\"", []string{"4:1 value-type 把 [[place]] 改成 [place]"}},
		{"[replies]\ndate = 2026-01-02", []string{"4:1 value-type 把 [replies] 改成 [[replies]]"}},
		{"[[replies]]\ndate = 2026-01-02\nopinion = \"满議\"", []string{"6:11 value-unknown 是不是“满意”？可以写：水利、交通、满意、基本满意、不满意"}},
		{"[[replies]]\ndate = 2026-01-02\nopinion = \"好\"", []string{"6:11 value-unknown “opinion（意见）”不能写“好” | 可以写"}},
		{"[[replies]]\ndate = 2026-01-02\nopinion = 5", []string{`6:11 value-type 写成 "5"`}},
		{"count = 1\n\ncount = 2", []string{"6:1 key-duplicate a.toml:4:1 第一次写在这里"}},
		{"[place]\nvillage = \"a\"\n[place]\n", []string{"6:1 key-duplicate [[place]]"}},
		{"place.village = \"a\"\n[place]\n", []string{"5:1 key-duplicate “place”写了两遍"}},
		{"names = {a = \"x\"}\nnames.b = \"y\"", []string{"5:1 key-duplicate “names”写了两遍"}},
	} {
		t.Log(c.text)
		f := one(t, "a.toml", good+c.text+"\n")
		var r record
		expect(t, f.Decode(&r), c.want...)
	}
}

func TestDecodeMissing(t *testing.T) {
	want := []string{"1:1 key-missing 缺少 date（日期）", "1:1 key-missing 可以写：水利、交通", "1:1 key-missing 缺少 title（标题）"}
	for name, text := range map[string]string{"a.toml": "count = 1\n", "a.md": "+++\ncount = 1\n+++\n"} {
		f := one(t, name, text)
		var r record
		expect(t, f.Decode(&r), want...)
		if r.Count != 1 {
			t.Error("what can be read was not kept")
		}
	}
}

// All problems of a file come in one run, whatever their kind.
func TestDecodeAllAtOnce(t *testing.T) {
	f := one(t, "a.toml", "title ＝ “修水渠”\n类别 = \"水力\"\ndate = 2026年3月5日\ncount = \"3\"\ncuont = 1\ncount = 4\n[[replies]]\ndate = 2026-01-02\nopinion = 满議\n")
	var r record
	expect(t, f.Decode(&r),
		"1:7 toml-syntax ＝", "1:9 toml-syntax 英文引号",
		"2:1 key-unknown 改成 kind", "2:6 value-unknown 不能写“水力”",
		"3:8 value-type 2026-03-05", "4:9 value-type 要写整数", "5:1 key-unknown 是不是 count", "6:1 key-duplicate count",
		"9:11 value-type 文字要加英文引号", "9:11 value-unknown 是不是“满意”")
	if r.Title != "修水渠" || r.Date != (date{2026, 3, 5}) || len(r.Replies) != 1 {
		t.Errorf("not kept: %+v", r)
	}
}

func TestAt(t *testing.T) {
	f := one(t, "a.md", "\ufeff+++\r\ntitle = \"渠\" # x\r\ntags = [\"一\",\r\n  \"二\"]\r\nplace = {village = \"a\"}\r\nnames.\"甲 乙\" = \"x\"\r\n\r\n[[replies]]\r\ndate = 2026-01-02\r\n  [[replies]]\r\n  text   = \"\"\"\r\nx\"\"\"\r\n+++\r\n")
	for _, c := range []struct {
		path []any
		want string
	}{
		{nil, "1:1"},
		{[]any{"title"}, "2:9"},
		{[]any{"tags"}, "3:8"},
		{[]any{"tags", 0}, "3:9"},
		{[]any{"tags", 1}, "4:3"},
		{[]any{"tags", 2}, "3:8"},
		{[]any{"place"}, "5:9"},
		{[]any{"place", "village"}, "5:20"},
		{[]any{"place", "none"}, "5:9"},
		{[]any{"names", "甲 乙"}, "6:15"},
		{[]any{"replies"}, "8:1"},
		{[]any{"replies", 0, "date"}, "9:8"},
		{[]any{"replies", 1}, "10:3"},
		{[]any{"replies", 1, "text"}, "11:12"},
		{[]any{"replies", 1, "date"}, "10:3"},
		{[]any{"replies", 2, "date"}, "8:1"},
		{[]any{"none", "at", "all"}, "1:1"},
	} {
		if got := f.At(c.path...); got.String() != "a.md:"+c.want {
			t.Errorf("At(%v) = %v, want %s", c.path, got, c.want)
		}
	}
	photo, _ := content.Read(fstest.MapFS{"x.jpg": {}})
	if got := photo[0].At("title"); got.String() != "x.jpg" {
		t.Errorf("a photo: %v", got)
	}
}

// Places stay those of the clerk's text when slips were repaired.
func TestAtAfterRepair(t *testing.T) {
	f := one(t, "a.toml", "　title ＝ “修水渠”\ndate = 2026年3月5日\nkind = \"水利\"\n[[replies]]\ndate=2026-01-02\n")
	var r record
	f.Decode(&r)
	for want, path := range map[string][]any{
		"a.toml:1:10": {"title"}, "a.toml:2:8": {"date"}, "a.toml:3:8": {"kind"}, "a.toml:5:6": {"replies", 0, "date"},
	} {
		if got := f.At(path...); got.String() != want {
			t.Errorf("At(%v) = %v, want %s", path, got, want)
		}
	}
}

func TestDecodePanicsOnProgramMistakes(t *testing.T) {
	f := one(t, "a.toml", "a = 1\n")
	for name, v := range map[string]any{
		"not a pointer": record{},
		"channel": &struct {
			A chan int `toml:"a"`
		}{},
		"tag option": &struct {
			A int `toml:"a,requird"`
		}{},
		"key twice": &struct {
			A int `toml:"a"`
			B int `toml:"a"`
		}{},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f.Decode(v)
		}()
	}
}

// At before Decode must not fix the places of the text as it was.
func TestAtBeforeDecode(t *testing.T) {
	f := one(t, "a.toml", "title ＝ “修水渠”\nkind = \"水利\"\ndate = 2026-01-02\n")
	if at := f.At("kind"); at.Line != 1 { // nothing can be seen behind the slip
		t.Errorf("before: %v", at)
	}
	var r record
	f.Decode(&r)
	if at := f.At("kind"); at.Line != 2 || at.Col != 8 {
		t.Errorf("after: %v", at)
	}
}

// Checks of several goroutines ask for places at once.
func TestAtInParallel(t *testing.T) {
	f := one(t, "a.toml", good)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if at := f.At("date"); at.Line != 3 {
				t.Error(at)
			}
		})
	}
	wg.Wait()
}
