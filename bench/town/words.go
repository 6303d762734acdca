package town

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

func list(words string) []string { return strings.Fields(words) }

var (
	surnames = list("秦 尤 许 何 吕 施 孔 曹 严 华 金 魏 陶 姜 戚 邹 喻 柏 窦 章 苏 潘 葛 范 彭 鲁 韦 苗 凤 方 俞 任 袁 柳 史 唐 费 薛 雷 贺 倪 汤 滕 殷 罗 毕 郝 安 常 乐")
	given    = list("禾 岭 川 松 柏 竹 芸 荷 莲 菊 蓉 苗 田 耕 稔 登 盈 裕 宽 厚 朴 实 诚 信 和 睦 谦 恭 勤 俭 恒 毅 宁 泰 清 澈 晴 朗 晨 曦 春 夏 秋 冬 霖 泽 润 溪 泉 源")
	first    = list("枫 樟 栗 桐 榆 槐 杉 柿 梨 橘 茶 麻 稻 谷 砚 钟 鼓 印 驼 鹤")
	second   = list("湾 坪 岗 塘 坳 冲 渡 桥 岭 坡 畈 坝 洲 埠 垄 铺 井 庙 墩 屋 源 口 田 沟 垭")
	areas    = list("农技 水务 路政 教研 卫健 民政 社保 国土 环保 应急 市管 文旅 财税 城管 村建 林草 司法 治安 电力 自来水 邮递 通讯 客运 信贷 畜牧 粮储 统计 残联 退役 妇幼")
	offices  = list("服务站 管理所 办事处 工作站 中心 大队 分局 营业所")
	matters  = list("硬化通组路 加装路灯 更换饮水管道 清理排灌渠 增设垃圾桶点 补齐卫生室药品 开通学生班车 办好老年食堂 翻修戏台广场 加固老桥 换大变压器 铺设光纤 抬高河堤 落实农机补助 改建公厕 整顿集市 巡护河道 划定停车位 延长客车末班 扩建幼儿班 复核低保 治理作坊噪声 保护古树 搬离滑坡点")
	subjects = list("农业水利 交通出行 教育 卫生健康 社会保障 村镇建设 生态环境 公共安全 经济发展 便民服务")
	classes  = []string{"执法类", "服务类", "综合类"}
	digits   = list("一 二 三 四 五 六 七 八 九 十")
)

// What is said in texts. {村} is a village, {事} a matter, {数} a number.
var (
	facts = []string{
		"{村}有{数}户人家挨着这一段，户主们先后{数}次到村部问起{事}",
		"我们到{村}挨户看了{数}处，{事}拖了{数}个月还没有动静",
		"{村}院落会上到了{数}人，举手赞成{事}的有{数}人",
		"村里的记事本上写着，为了{事}一共跑了{数}趟，花去误工{数}天",
		"从{村}到圩场{数}里路，沿途要{事}的地方数下来有{数}处",
		"去冬今春，{村}因为没有{事}，{数}亩田地和{数}户人家受了影响",
	}
	remarks = []string{
		"这件事再放一年，花的钱只会更多",
		"老人说不求修得好看，只求雨天走得稳当",
		"先把最急的几处做好，剩下的排进来年",
		"用料和工价要贴在墙上，让各家各户看得明白",
		"做完以后谁来看管，也要在开工前说定",
		"牵涉到邻村的地方，请镇里出面把话说开",
		"代表愿意每个圩日去工地看一眼，有事当场讲",
		"账目由村务监督的人按月核对，核完签名",
		"能用旧料的尽量用旧料，省下来的留作维修",
		"请承办的同志抽空再来一趟，和住户坐下来谈",
		"孩子上学的时段不要施工，机器也要停一停",
		"图纸改过两回，最后一回各组都点了头",
		"验收那天请提意见的住户都到场",
		"有两户意见不一样，已经分别上门听过",
		"县里有同类项目可以搭着一起报",
		"这笔开支超出村里的力量，需要上面补一部分",
		"办不成也请把道理讲清楚，大家心里好有个数",
		"按往年的经验，三个来月就能见到效果",
		"收尾时把路面和沟边的渣土一并清走",
		"办理经过记在台账上，随时可以来翻看",
	}
	heads    = list("缘由 现状 难处 走访所得 想法 安排 经过 花费 结果 后续")
	openings = list("关于尽早 关于抓紧 关于分批 关于支持 关于帮助")
)

func person(r *stream) string {
	name := pick(r, surnames) + pick(r, given)
	if r.percent(70) {
		name += pick(r, given)
	}
	return name
}

// village is the name of the i-th village; there are 500 before a name gets a number.
func village(i int) string {
	name := first[i%len(first)] + second[(i/len(first)+i)%len(second)]
	if again := i / (len(first) * len(second)); again > 0 {
		name += ordinal(again + 1)
	}
	return name + "村"
}

// ordinal writes 1 to 9999 as it is said: 二十三.
func ordinal(n int) string {
	if n < 10 {
		return digits[n-1]
	}
	var s strings.Builder
	for i, place := range []int{1000, 100, 10, 1} {
		d := n / place % 10
		switch {
		case d == 0 && s.Len() > 0 && n%place > 0 && n/place/10%10 > 0:
			s.WriteString("零")
		case d == 1 && place == 10 && s.Len() == 0:
			s.WriteString("十")
		case d > 0:
			s.WriteString(digits[d-1] + []string{"千", "百", "十", ""}[i])
		}
	}
	return s.String()
}

// fill puts words into the slots of a sentence.
func fill(b *strings.Builder, r *stream, villages int, sentence string) {
	for {
		before, rest, slot := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !slot {
			return
		}
		name, after, _ := strings.Cut(rest, "}")
		switch name {
		case "村":
			b.WriteString(village(r.below(villages)))
		case "事":
			b.WriteString(pick(r, matters))
		case "数":
			fmt.Fprint(b, r.from(3, 260))
		}
		sentence = after
	}
}

// say adds one sentence: a fact, a matter in bold, or a remark, with up to two more remarks.
func (t *town) say(b *strings.Builder, r *stream) {
	switch r.below(3) {
	case 0:
		fill(b, r, t.villages, pick(r, facts))
	case 1:
		b.WriteString(pick(r, remarks))
	default:
		b.WriteString("说到**" + pick(r, matters) + "**，" + pick(r, remarks))
	}
	for range r.below(3) {
		b.WriteString("，" + pick(r, remarks))
	}
	b.WriteString("。")
}

// sentences are a few sentences without Markdown, for fields of the front matter.
func (t *town) sentences(r *stream, n int) string {
	var b strings.Builder
	for range n {
		fill(&b, r, t.villages, pick(r, facts))
		b.WriteString("；" + pick(r, remarks) + "。")
	}
	return b.String()
}

// markdown is a text of at least want characters: headings and paragraphs with bold words and, when rich, a list, a
// table, a link to another record and one to another site.
func (t *town) markdown(r *stream, want int, rich bool, link string) string {
	var b strings.Builder
	b.Grow(want * 4)
	section := 0
	head := func() {
		if section < len(heads) {
			fmt.Fprintf(&b, "## %s、%s\n\n", digits[section], heads[section])
			section++
		}
	}
	head()
	t.say(&b, r)
	b.WriteString("\n\n")
	if rich {
		head()
		for range r.from(3, 5) {
			fmt.Fprintf(&b, "- %s（%s）\n", pick(r, remarks), village(r.below(t.villages)))
		}
		b.WriteString("\n| 地点 | 处数 | 估价（元） | 做完的月份 |\n| --- | ---: | ---: | --- |\n")
		for range r.from(3, 5) {
			fmt.Fprintf(&b, "| %s | %d | %d | %d 月 |\n", village(r.below(t.villages)), r.from(1, 30), r.from(5, 800)*100, r.from(1, 12))
		}
		fmt.Fprintf(&b, "\n来龙去脉见%s，办法见[县里的说明](https://www.bochuan.example/rules/%d.html)。\n\n", link, r.from(10, 99))
	}
	short := func() bool { return utf8.RuneCountInString(b.String()) < want }
	for short() {
		if r.percent(33) {
			head()
		}
		for n := r.from(2, 4); n > 0 && short(); n-- {
			t.say(&b, r)
		}
		b.WriteString("\n\n")
	}
	return b.String()
}
