package content_test

import (
	"strings"
	"testing"
)

// Each slip alone, in a line of its own after the lines of good, so that it is
// in line 4; the rest of the record must come through whole.
func TestSlips(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		// Signs.
		{"count ＝ 3", []string{"4:7 toml-syntax “＝”要换成 ="}},
		{"count：3", []string{"4:6 toml-syntax “：”要换成 ="}},
		{"count: 3", []string{"4:6 toml-syntax “:”要换成 ="}},
		{"count 3", []string{"4:6 toml-syntax 缺少 ="}},
		{"＃ 说明", []string{"4:1 toml-syntax “＃”要换成 #"}},
		{"count = 3 ＃ 说明", []string{"4:11 toml-syntax “＃”要换成 #"}},
		{"count = 3，", []string{"4:10 toml-syntax 行末多了“，”"}},
		{"phone = \"1\";", []string{"4:12 toml-syntax 行末多了“;”"}},
		{"关于修水渠的建议", []string{"4:1 toml-syntax 没有 ="}},
		{"count = ", []string{"4:9 toml-syntax 后面没有值"}},
		// Spaces.
		{"　count = 3", []string{"4:1 toml-syntax 全角空格"}},
		{"count　= 3", []string{"4:6 toml-syntax 全角空格"}},
		{"count =　3", []string{"4:8 toml-syntax 全角空格"}},
		{"人数　=　3", []string{"4:1 key-unknown 改成 count", "4:3 toml-syntax 全角空格", "4:5 toml-syntax 全角空格"}},
		// Keys.
		{"电话 = \"1\"", []string{"4:1 key-unknown 改成 phone"}},
		{"电 话 = \"1\"", []string{"4:1 key-unknown 是不是 phone（电话）？"}},
		{"ｐｈｏｎｅ = \"1\"", []string{"4:1 key-unknown 是不是 phone（电话）？"}},
		// Quotes.
		{"phone = “1”", []string{"4:9 toml-syntax 写成 \"1\""}},
		{"phone = “1“", []string{"4:9 toml-syntax 写成 \"1\""}},
		{"phone = ＂1＂ # 电话", []string{"4:9 toml-syntax 写成 \"1\""}},
		{"phone = 「1」", []string{"4:9 toml-syntax 写成 \"1\""}},
		{"phone = “他说“好””", []string{"4:9 toml-syntax 写成 \"他说“好”\""}},
		{"phone = “1", []string{"4:9 toml-syntax 写成 \"1\""}},
		{"phone = \"1”", []string{"4:11 toml-syntax 收尾的引号是中文的"}},
		{"phone = \"1", []string{"4:9 toml-syntax 引号没有收尾"}},
		{"phone = '1", []string{"4:9 toml-syntax 引号没有收尾"}},
		{"phone = 1\"", []string{"4:9 value-type 文字要加英文引号"}},
		{"phone = \"他说\"好\"了\"", []string{"4:12 toml-syntax 里面的引号改成中文的 “ ”"}},
		{"phone = 关于修水渠 # 说明", []string{"4:9 value-type 写成 \"关于修水渠\""}},
		{"phone = 0571-1234", []string{"4:9 value-type 写成 \"0571-1234\""}},
		{"phone = 9:30", []string{"4:9 value-type 写成 \"9:30\""}},
		{"phone = \"a\\q\"", []string{"4:11 toml-syntax 反斜杠"}},
		// Lists.
		{"tags = [\"一\"，\"二\"]", []string{"4:12 toml-syntax “，”要换成 ,"}},
		{"tags = [“一”、“二”]", []string{"4:9 toml-syntax \"一\"", "4:12 toml-syntax “、”要换成 ,", "4:13 toml-syntax \"二\""}},
		{"tags = 【\"一\"】", []string{"4:8 toml-syntax “【”要换成 [", "4:12 toml-syntax “】”要换成 ]"}},
		{"tags = [一, 二]", []string{"4:9 value-type 写成 \"一\"", "4:12 value-type 写成 \"二\""}},
		{"tags = [\"一\" \"二\"]", []string{"4:13 toml-syntax 缺少逗号"}},
		{"tags = [\"一\", \"二\"", []string{"4:8 toml-syntax 方括号没有收尾"}},
		{"days = [2026-1-2，2026年1月3日]", []string{"4:9 value-type 2026-01-02", "4:17 toml-syntax ，", "4:18 value-type 2026-01-03"}},
		{"place = ｛village = “甲”｝", []string{"4:9 toml-syntax “｛”要换成 {", "4:20 toml-syntax \"甲\"", "4:23 toml-syntax “｝”要换成 }"}},
		// Dates.
		{"days = [2026年1月2日]", []string{"4:9 value-type 写成 2026-01-02"}},
		{"day1 = 2026年01月02日", []string{"4:1 key-unknown day1", "4:8 value-type 写成 2026-01-02"}},
		// Truth and numbers.
		{"public = 是", []string{"4:10 value-type “是”要写成 true"}},
		{"public = 否", []string{"4:10 value-type “否”要写成 false"}},
		{"public = True", []string{"4:10 value-type “True”要写成 true"}},
		{"count = 12件", []string{"4:9 value-type 只写数字 12"}},
		{"count = 1,200", []string{"4:9 value-type 只写数字 1200"}},
		{"count = １２", []string{"4:9 value-type 写成 12"}},
		{"money = 3.5万元", []string{"4:9 value-type 只写数字 3.5"}},
	} {
		t.Log(c.line)
		f := one(t, "a.toml", good+c.line+"\n\n[[replies]]\ndate = 2026-03-01\n")
		var r record
		expect(t, f.Decode(&r), c.want...)
		if r.Title == "" || r.Kind == "" || len(r.Replies) != 1 || r.Replies[0].Date != (date{2026, 3, 1}) {
			t.Errorf("the rest of the record is lost: %+v", r)
		}
	}
}

func TestSlipsInDates(t *testing.T) {
	for value, hint := range map[string]string{
		"2026年1月2日": "2026-01-02", "2026/1/2": "2026-01-02", "2026.1.2": "2026-01-02", "2026-1-2": "2026-01-02",
		"2026．1．2": "2026-01-02", "２０２６年１月２日": "2026-01-02", "2026年 1月 2号": "2026-01-02", "2026-01-2": "2026-01-02",
		"2026-02-30": "没有“2026-02-30”这一天", "2026年13月1日": "没有“2026年13月1日”这一天",
		"2026年1月": "写成 \"2026年1月\"", "元月二日": "写成 \"元月二日\"",
	} {
		f := one(t, "a.toml", "title = \"a\"\nkind = \"水利\"\ndate = "+value+" # 立案\n")
		var r record
		ps := f.Decode(&r)
		expect(t, ps, "3:8 value-type "+hint)
		if strings.HasPrefix(hint, "2026") && r.Date != (date{2026, 1, 2}) {
			t.Errorf("%s read as %v", value, r.Date)
		}
	}
}

func TestSlipsInHeaders(t *testing.T) {
	for _, c := range []struct {
		header string
		want   []string
	}{
		{"【【replies】】", []string{"4:1 toml-syntax 改成 [[replies]]"}},
		{"［［replies］］ # 【一】", []string{"4:1 toml-syntax 改成 [[replies]]"}},
		{"[[答复]]", []string{"4:1 key-unknown 改成 replies"}},
		{"[[replies]", []string{"4:10 toml-syntax 方括号里的名称"}},
	} {
		f := one(t, "a.toml", good+c.header+"\ndate = 2026-03-01\n")
		var r record
		t.Log(c.header)
		expect(t, f.Decode(&r), c.want...)
	}
}

func TestSlipLongText(t *testing.T) {
	f := one(t, "a.toml", "title = \"a\"\n[[replies]]\ntext = \"\"\"\n第一行 ＝ “x”\n")
	var r record
	expect(t, f.Decode(&r), "3:8 toml-syntax 没有收尾")
	f = one(t, "a.toml", good+"tags = [\n  \"一\", # 说明 ，\n  \"二\"，\n]\n[[replies]]\ntext = \"\"\"\n第一行 ＝ “x”\n\"\"\"\ndate = 2026-03-01\n")
	expect(t, f.Decode(&r), "6:6 toml-syntax ，")
}
