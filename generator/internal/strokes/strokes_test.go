package strokes_test

import (
	"cmp"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/internal/strokes"
)

// The names of each case stand as an official list has them.
func TestCompare(t *testing.T) {
	short, plain := strokes.Order{ShortFirst: true}, strokes.Order{}
	for _, test := range []struct {
		name  string
		order strokes.Order
		want  string
	}{
		{"by the number of strokes", short,
			"丁一凡 马明远 王建国 田大山 朱小兰 李秀英 林一舟 赵德福 郭长河 黄国强 董志刚 蔡新民 潘玉珍 薛文海 戴立春 瞿明"},
		{"by the first stroke: 横 竖 撇 点 折", short, "王平 毛平 方平 尹平"},
		{"by the strokes that follow", short, "王平 韦平 支平 尤平 车平 牛平 毛平 方平 孔平"},
		{"one number of strokes, seven", short, "严平 杜平 李平 杨平 吴平 邱平 何平 余平 邹平 沈平 宋平 张平 陈平"},
		{"the same strokes, as the table of the state has them", short, "甲平 申平 田平 由平"},
		{"a surname of two characters by its first, then its second", short, "司马光明 司徒静 欧长河 欧阳雪 欧阳小芳 皇甫一鸣 诸葛亮"},
		{"a surname of two characters, never all of the name", short, "东方 东国 东方红"},
		{"one given character before two", short, "王涛 王二小 王大力"},
		{"one given character with the others", plain, "王二小 王大力 王涛"},
		{"given names by number and order of strokes", short, "李力 李英 李一凡 李大江 李大海 李小川 李文斌 李志强"},
		{"the same given name but for its end", plain, "王文 王文一 王文斌"},
		{"names of several words by their characters in turn", short, "卡德尔·艾山 买买提·吐尔逊 阿卜杜拉·依明 阿依古丽·买买提 阿依努尔·卡德尔 帕提古丽"},
		{"names of several words among others", short, "马明 卡德尔·艾山 阿里 阿依古丽·买买提 陈明"},
		{"a character that the table lacks", short, "爨明 A平 旼平 龑平"},
		{"a given character that the table lacks", short, "王鑫 王旼"},
	} {
		want := strings.Fields(test.want)
		got := slices.Clone(want)
		for seed := range uint64(20) {
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(got), func(i, k int) { got[i], got[k] = got[k], got[i] })
			slices.SortStableFunc(got, test.order.Compare)
			if !slices.Equal(got, want) {
				t.Errorf("%s:\n got %s\nwant %s", test.name, strings.Join(got, " "), test.want)
				break
			}
		}
	}
}

// Dots and spaces of a name change nothing.
func TestCompareIgnoresDots(t *testing.T) {
	for _, name := range []string{"阿依古丽•买买提", "阿依古丽买买提", "阿依古丽 · 买买提"} {
		if strokes.Order.Compare(strokes.Order{}, "阿依古丽·买买提", name) != 0 {
			t.Errorf("%s stands apart", name)
		}
	}
	if strokes.Order.Compare(strokes.Order{}, "张三", "张　三") != 0 || strokes.Order.Compare(strokes.Order{}, "", "") != 0 {
		t.Error("a space makes another name")
	}
}

func TestKnown(t *testing.T) {
	for _, r := range "一丁王李张马爨珺玥翀喆堃煊𬭊𫖯鿍䶮" {
		if !strokes.Known(r) {
			t.Errorf("%c is not known", r)
		}
	}
	for _, r := range "旼張·A　 " {
		if strokes.Known(r) {
			t.Errorf("%c is known", r)
		}
	}
	if got := string(strokes.Unknown("阿依古丽·旼張")); got != "旼張" {
		t.Errorf("unknown %q", got)
	}
}

// The table has each character of 《通用规范汉字表》 once, and its lines stand in order.
func TestTable(t *testing.T) {
	b, err := os.ReadFile("table.txt")
	if err != nil {
		t.Fatal(err)
	}
	written := map[rune]string{}
	last := ""
	for line := range strings.Lines(string(b)) {
		digits, characters, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || characters == "" || digits == "" || strings.Trim(digits, "12345") != "" {
			t.Fatalf("no strokes and characters: %q", line)
		}
		if cmp.Or(cmp.Compare(len(last), len(digits)), cmp.Compare(last, digits)) >= 0 {
			t.Errorf("%s stands after %s", digits, last)
		}
		last = digits
		for _, r := range characters {
			if written[r] != "" {
				t.Errorf("%c twice", r)
			}
			written[r] = digits
		}
	}
	if len(written) != 8105 {
		t.Errorf("%d characters", len(written))
	}
	for r, want := range map[rune]string{
		'丁': "12", '王': "1121", '马': "551", '毛': "3115", '李': "1234521", '张': "5153154", '陈': "5215234", '刘': "413422",
		'赵': "121213434", '周': "35121251", '曾': "432524312511", '谢': "453251113124", '德': "332122522114544", '珰': "1121243511",
	} {
		if written[r] != want {
			t.Errorf("%c is written %s, want %s", r, written[r], want)
		}
	}
}

func TestSpaced(t *testing.T) {
	for name, want := range map[string]string{"张三": "张　三", "张三丰": "张三丰", "欧阳雪": "欧阳雪", "阿依古丽·买买提": "阿依古丽·买买提", "": ""} {
		if got := strokes.Spaced(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
