package personal_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/width"

	"gongshi/generator/internal/personal"
)

// What is found, and how much of the text it is. All numbers are made up.
func TestFind(t *testing.T) {
	for _, c := range []struct {
		text, found string
		sort        personal.Sort
		core        string
	}{
		{"电话13800138000。", "13800138000", personal.Mobile, "13800138000"},
		{"QQ13800138000", "13800138000", personal.Mobile, "13800138000"},
		{"138 0013 8000", "138 0013 8000", personal.Mobile, "13800138000"},
		{"138-0013-8000", "138-0013-8000", personal.Mobile, "13800138000"},
		{"138.0013.8000", "138.0013.8000", personal.Mobile, "13800138000"},
		{"１３８－００１３－８０００", "１３８－００１３－８０００", personal.Mobile, "13800138000"},
		{"+86 13800138000", "13800138000", personal.Mobile, "13800138000"},
		{"8613800138000", "8613800138000", personal.Mobile, "13800138000"},
		{"0086-138-0013-8000", "138-0013-8000", personal.Mobile, "13800138000"},
		{"138**0013**8000", "138**0013**8000", personal.Mobile, "13800138000"},
		{"138\u200b0013\u200b8000", "138\u200b0013\u200b8000", personal.Mobile, "13800138000"},
		{"1.13800138000\n", "13800138000", personal.Mobile, "13800138000"},
		{"2025-01-08 13800138000", "13800138000", personal.Mobile, "13800138000"},
		{"tel:13800138000", "13800138000", personal.Mobile, "13800138000"},
		{"13800138000@qq.com", "13800138000", personal.Mobile, "13800138000"},

		{"身份证11010519491231002X。", "11010519491231002X", personal.Identity, "11010519491231002X"},
		{"张三身份证11010519491231002x.jpg", "11010519491231002x", personal.Identity, "11010519491231002X"},
		{"110105 19491231 002Ｘ", "110105 19491231 002Ｘ", personal.Identity, "11010519491231002X"},
		{"https://www.example.com/?id=11010519491231002X", "11010519491231002X", personal.Identity, "11010519491231002X"},

		{"6222 0000 0000 0000 004", "6222 0000 0000 0000 004", personal.Card, "6222000000000000004"},
		{"卡号6222000000000000004", "6222000000000000004", personal.Card, "6222000000000000004"},

		{"他家住石桥村3组12号，", "石桥村3组12号", personal.Home, "石桥村3组12号"},
		{"住址：澄陵县石萝镇 幸福路 １２ 号", "", "", ""}, // the sign stands apart
		{"住址：澄陵县石萝镇幸福路１２号", "澄陵县石萝镇幸福路１２号", personal.Home, "澄陵县石萝镇幸福路12号"},
		{"现住樟木塝十二号", "樟木塝十二号", personal.Home, "樟木塝十二号"},
		{"门牌号：12-3号", "12-3号", personal.Home, "12-3号"},
		{"石桥村三组12号", "石桥村三组12号", personal.Home, "石桥村三组12号"},
		{"到石桥村油铺组8号王大爷家", "到石桥村油铺组8号", personal.Home, "到石桥村油铺组8号"},
		{"幸福路12号3栋2单元302室", "幸福路12号3栋2单元302室", personal.Home, "幸福路12号3栋2单元302室"},
		{"幸福路12号3栋302室", "幸福路12号3栋302室", personal.Home, "幸福路12号3栋302室"},
		{"幸福路12号402室", "幸福路12号402室", personal.Home, "幸福路12号402室"},
		{"安置小区2单元301。", "安置小区2单元301", personal.Home, "安置小区2单元301"},
		{"一单元三楼东户", "一单元三楼东户", personal.Home, "一单元三楼东户"},
		{"卫生院宿舍A栋402室", "卫生院宿舍A栋402室", personal.Home, "卫生院宿舍A栋402室"},
		{"3号楼402室", "3号楼402室", personal.Home, "3号楼402室"},
	} {
		got := personal.Find(c.text)
		if c.sort == "" {
			if len(got) > 0 {
				t.Errorf("%s: %v", c.text, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Sort != c.sort || c.text[got[0].Start:got[0].End] != c.found || got[0].Core != c.core {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}

// What a township writes every day and is nobody's number.
var harmless = []string{
	"石人发〔2025〕12号", "石人大〔2025〕3号文件", "第12号公告", "编号123456789012345678", "6222000000000000005", "11010519491231002A",
	"2025-01-08 13800", "2025年1月8日至2025年12月31日", "2025-01-01—2025-12-31", "20250115123456", "2025-11-26T02:01:42", "1735689600000",
	"0700-5550108", "07005550108", "(0700)5550108转801", "12345", "12388", "400-800-1234", "邮编421000", "123456",
	"91430000MA4L2AB123", "12430000447106850X", "513300005000200006", "统一社会信用代码52430000500020001X",
	"4aa156c8b5ada728f6cc6343d5e37152a674f19022922222e81aa713842aa5e5", "d41d8cd98f00b204e9800998ecf8427e", "b19022922222",
	"3.14159265358979323846", "0.6222000000000000004", "圆周率3.6222000000000000004", "13800138000.50元", "1,380,013,800,0", "138,001,380,00",
	"https://www.example.com/13800138000", "https://mp.weixin.qq.com/s?mid=13800138000&idx=1", "http://v.example/6222000000000000004",
	"合同HT4202501150000003", "发票号码25432000000012345678", "澄公网安备99000000000001号", "澄ICP备00000001号-1", "9900000001",
	"110101********002X", "138****8000",
	"石桥村3组道路", "七组至八组", "石碓村油铺组组长", "石桥村3组12号台区", "石桥村3组12号电杆", "第一代表小组12号，", "石桥村3组，12号停水",
	"家住巷口，每月12号来", "家住石桥村3组", "现住房屋3间", "住院部12号", "镇政府3号楼402室", "萝溪路1号镇政府二楼", "3栋120户安置房", "预算单元12个", "2单元12户居民", "新装门牌1号至120号",
	"每月15号上午", "住在村里的老人12号前登记", "门牌、路口、组名", "讲座302室", "302会议室", "萝溪路1号", "三年级二班12号",
}

func TestHarmless(t *testing.T) {
	for _, text := range harmless {
		for _, f := range personal.Find(text) {
			t.Errorf("%s: %s %s", text, f.Sort, text[f.Start:f.End])
		}
		if personal.Masked(text) != text {
			t.Errorf("%s: masked as %s", text, personal.Masked(text))
		}
	}
}

func TestMasked(t *testing.T) {
	for text, want := range map[string]string{
		"电话 138 0013 8000 和１３８００１３８０００": "电话 *** **** **** 和＊＊＊＊＊＊＊＊＊＊＊",
		"家住石桥村3组12号，11010519491231002X": "家住＊＊＊*＊**＊，******************",
		"photos/11010519491231002X.jpg": "photos/******************.jpg",
	} {
		if got := personal.Masked(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range harmless {
		f.Add(s)
	}
	for _, s := range []string{"138 0013 8000", "11010519491231002X", "6222 0000 0000 0000 004", "家住石桥村3组12号", "3栋2单元302室", "１３８**0013\u200b8000", "单元号栋\xe5\x8f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(personal.All(text)) != len(personal.Find(text)) {
			t.Errorf("%q is not suspect", text)
		}
		end := 0
		for _, p := range personal.Find(text) {
			if p.Start < end || p.End <= p.Start || p.End > len(text) || p.Core == "" || p.Sort == "" {
				t.Fatalf("%q: %+v after %d", text, p, end)
			}
			end = p.End
		}
		masked := personal.Masked(text)
		if utf8.ValidString(text) && columns(masked) != columns(text) {
			t.Errorf("%q: %d columns became %d: %q", text, columns(text), columns(masked), masked)
		}
		if strings.Count(masked, "\n") != strings.Count(text, "\n") {
			t.Errorf("%q: the lines changed: %q", text, masked)
		}
	})
}

func columns(text string) (n int) {
	for _, r := range text {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
