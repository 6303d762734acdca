package content_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/content"
)

// body reads a Markdown text; its first line is line 3 of the file.
func body(t testing.TB, text string) (*content.Body, content.Problems) {
	t.Helper()
	files, problems := content.Read(fstest.MapFS{"a.md": {Data: []byte("+++\n+++\n" + text)}})
	return &files[0].Body, problems
}

func TestBodyHTML(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" \n\n", ""},
		// Bold beside Chinese punctuation.
		{"**办理结果：**已经", "<p><strong>办理结果：</strong>已经</p>"},
		{"已**办结。**群众", "<p>已<strong>办结。</strong>群众</p>"},
		{"已**办结，**群众", "<p>已<strong>办结，</strong>群众</p>"},
		{"他说**“很好”**然后", "<p>他说<strong>“很好”</strong>然后</p>"},
		{"依据**《条例》**规定", "<p>依据<strong>《条例》</strong>规定</p>"},
		{"（**注：**见附件）", "<p>（<strong>注：</strong>见附件）</p>"},
		{"**一：**甲**二：**乙", "<p><strong>一：</strong>甲<strong>二：</strong>乙</p>"},
		{"**注意：**see", "<p><strong>注意：</strong>see</p>"},
		{"*重点：*内容", "<p><em>重点：</em>内容</p>"},
		{"***重点：***内容", "<p><em><strong>重点：</strong></em>内容</p>"},
		// Emphasis elsewhere is CommonMark's.
		{"a **b** c *d* _e_ __f__", "<p>a <strong>b</strong> c <em>d</em> <em>e</em> <strong>f</strong></p>"},
		{"2 * 3 * 4 snake_case_name ** a **", "<p>2 * 3 * 4 snake_case_name ** a **</p>"},
		{"a*\"b\"*c", "<p>a*&quot;b&quot;*c</p>"},
		{"**foo*", "<p>*<em>foo</em></p>"},
		{"签名：______ 日期：____", "<p>签名：______ 日期：____</p>"},
		{`\*a\* ~~b~~`, "<p>*a* ~~b~~</p>"},
		// Lines.
		{"修水渠\n的建议", "<p>修水渠的建议</p>"},
		{"修水渠，\n“请”办理\n**甲**\n乙", "<p>修水渠，“请”办理<strong>甲</strong>乙</p>"},
		{"one\ntwo **three**\nfour", "<p>one\ntwo <strong>three</strong>\nfour</p>"},
		{"修水渠\nGongshi\n站", "<p>修水渠\nGongshi\n站</p>"},
		{"> 修水\n> 渠", "<blockquote>\n<p>修水渠</p>\n</blockquote>"},
		{"　　修水渠\n　　请办理", "<p>修水渠<br>\n请办理</p>"},
		{"    修水渠", "<p>修水渠</p>"},
		{"一、甲\n二、乙\n（三）丙\n４．丁\n⑤戊", "<p>一、甲<br>\n二、乙<br>\n（三）丙<br>\n４．丁<br>\n⑤戊</p>"},
		{"甲  \n乙\\\n丙", "<p>甲<br>\n乙<br>\n丙</p>"},
		// Headings.
		{"# 一\n## 二\n##### 五\n###### 六", "<h2 id=\"s-1\">一</h2>\n<h2 id=\"s-2\">二</h2>\n<h5 id=\"s-3\">五</h5>\n<h6 id=\"s-4\">六</h6>"},
		{"落款\n------", "<p>落款</p>\n<hr>"},
		// Links.
		{"[甲](../suggestions/2025-014.md)", `<p><a href="../suggestions/2025-014.html">甲</a></p>`},
		{"[站](../units/shuili.toml)", `<p><a href="../units/shuili.html">站</a></p>`},
		{"[甲](a.md#s-1) [乙](#s-2) [丙](x.pdf)", `<p><a href="a.html#s-1">甲</a> <a href="#s-2">乙</a> <a href="x.pdf">丙</a></p>`},
		{"[甲](https://x.cn/a.md \"题\")", `<p><a href="https://x.cn/a.md" rel="noopener" title="题">甲</a></p>`},
		{"[甲](mailto:a@b.cn) [乙](tel:110) <a@b.cn>", `<p><a href="mailto:a@b.cn">甲</a> <a href="tel:110">乙</a> <a href="mailto:a@b.cn">a@b.cn</a></p>`},
		{"[**甲**](<../附件/一 二.docx>)", `<p><a href="../%E9%99%84%E4%BB%B6/%E4%B8%80%20%E4%BA%8C.docx"><strong>甲</strong></a></p>`},
		{"[甲](a&quot;onclick=x)", `<p><a href="a%22onclick=x">甲</a></p>`},
		{"[注] 【甲】 [a]: b", "<p>[注] 【甲】 [a]: b</p>"},
		{"![修好的**渠**](../photos/x.jpg)", `<p><img src="../photos/x.jpg" alt="修好的渠" loading="lazy"></p>`},
		{"![a\"b](x.jpg 'c\"d')", `<p><img src="x.jpg" alt="a&quot;b" title="c&quot;d" loading="lazy"></p>`},
		// Tables, lists, code.
		{"|甲|乙|\n|--|-:|\n|1|2|", "<table>\n<thead>\n<tr>\n<th scope=\"col\">甲</th>\n<th align=\"right\" scope=\"col\">乙</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td align=\"right\">2</td>\n</tr>\n</tbody>\n</table>"},
		{"- 甲\n  - 乙\n\n1. 丙", "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n<ol>\n<li>丙</li>\n</ol>"},
		{"```\n<b> & *a*\n```", "<pre><code>&lt;b&gt; &amp; *a*\n</code></pre>"},
		{"`<b>`", "<p><code>&lt;b&gt;</code></p>"},
		{"a < b & c &amp; &copy; {{.Title}}", "<p>a &lt; b &amp; c &amp; © {{.Title}}</p>"},
	} {
		b, problems := body(t, c.text)
		if got := strings.TrimSuffix(b.HTML(), "\n"); got != c.want || len(problems) > 0 {
			t.Errorf("%q\ngot  %q\nwant %q\n%s", c.text, got, c.want, lines(problems))
		}
		if b.Empty() != (c.want == "") {
			t.Errorf("%q: Empty is %v", c.text, b.Empty())
		}
	}
}

func TestBodyProblems(t *testing.T) {
	for _, c := range []struct {
		text, html string
		want       []string
	}{
		{"甲<b>乙</b>", "<p>甲&lt;b&gt;乙&lt;/b&gt;</p>", []string{"3:2 markdown 尖括号"}},
		{"<script>\nalert(1)\n</script>", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>", []string{"3:1 markdown warning"}},
		{"甲 <!-- 乙 -->", "<p>甲 &lt;!-- 乙 --&gt;</p>", []string{"3:3 markdown 文字"}},
		{"<div onclick=\"x\">\n**甲**\n</div>", "<p>&lt;div onclick=&quot;x&quot;&gt;\n<strong>甲</strong>\n&lt;/div&gt;</p>", []string{"3:1 markdown 文字"}},
		{"甲\n\n> [乙](javascript:alert(1))", "<p>甲</p>\n<blockquote>\n<p>乙</p>\n</blockquote>", []string{"5:3 markdown-link error markdown-link: 不能用“javascript:”"}},
		{"[乙](JavaScript&colon;alert(1))", "<p>乙</p>", []string{"3:1 markdown-link javascript"}},
		{"[乙](java&#10;script:alert(1))", "<p>乙</p>", []string{"3:1 markdown-link 不能用"}},
		{"[乙](&#1;javascript:alert(1))", "<p>乙</p>", []string{"3:1 markdown-link 不能用"}},
		{"[乙](data:text/html,x) <vbscript:x>", "<p>乙 vbscript:x</p>", []string{"3:1 markdown-link data:", "3:23 markdown-link vbscript:"}},
		{"[乙](C:\\a.docx)", "<p>乙</p>", []string{"3:1 markdown-link 反斜杠"}},
		{"[乙](/a.md)", "<p>乙</p>", []string{"3:1 markdown-link 不能以 / 开头"}},
		{"[乙](//x.cn/a)", "<p>乙</p>", []string{"3:1 markdown-link 写全 https://"}},
		{"[乙]()", "<p>乙</p>", []string{"3:1 markdown-link 没有写地址"}},
		{"[乙](" + strings.Repeat("a", 3000) + ")", "<p>乙</p>", []string{"3:1 markdown-link 太长"}},
		{"甲![](x.jpg)", "<p>甲<img src=\"x.jpg\" alt=\"\" loading=\"lazy\"></p>", []string{"3:2 markdown-link warning markdown-link: 图片没有说明"}},
		{"![甲](https://x.cn/a.jpg)", "<p></p>", []string{"3:1 markdown-link 图片不能放在别的网站"}},
		{strings.Repeat("> ", 17) + "a", "", []string{"3:1 markdown 16 层"}},
		{"甲\n\n- - - - - - - - - - - - - - - - - a", "", []string{"5:1 markdown 16 层"}},
		{strings.Repeat("|a", 100) + "\n" + strings.Repeat("|-", 100) + "\n" + strings.Repeat("b\n", 100), "", []string{"53:1 markdown 5000 格"}},
		{strings.Repeat("[a](", 20<<10), "", []string{"3:1 markdown 方括号"}},
	} {
		b, problems := body(t, c.text)
		if got := strings.TrimSuffix(b.HTML(), "\n"); got != c.html {
			t.Errorf("%.80q\ngot  %q\nwant %q", c.text, got, c.html)
		}
		expect(t, problems, c.want...)
	}
}

func TestBodyLinks(t *testing.T) {
	b, _ := body(t, "甲[一](../suggestions/a.md#s-1 '题\\*&amp;')和\n\n| [二](https://x.cn) |\n|--|\n| ![三](../photos/%E6%B8%A0.jpg) |\n\n> - <http://y.cn> [坏](x:y)\n")
	want := []content.Link{
		{To: "../suggestions/a.md#s-1", Title: "题*&", Pos: content.Pos{File: "a.md", Line: 3, Col: 2}},
		{To: "https://x.cn", Pos: content.Pos{File: "a.md", Line: 5, Col: 3}},
		{To: "../photos/渠.jpg", Image: true, Pos: content.Pos{File: "a.md", Line: 7, Col: 3}},
		{To: "http://y.cn", Pos: content.Pos{File: "a.md", Line: 9, Col: 5}},
	}
	got := b.Links()
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got  %v\nwant %v", got[i], want[i])
		}
	}
	if b, _ := body(t, "甲"); b.Links() != nil {
		t.Error("links without links")
	}
}

func TestBodyText(t *testing.T) {
	long := strings.Repeat("修水渠，", 60)
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"# 标题\n\n　　**办理结果：**已经 &amp; <b>办结</b>。\n第二行\n\n- 甲\n- [乙](a.md)\n  - 丙\n", "办理结果：已经 & <b>办结</b>。第二行 甲 乙 丙"},
		{"- 甲\n\n- 乙\n", "甲 乙"},
		{"![图](a.jpg)\n\n一、甲\n二、乙", "一、甲 二、乙"},
		{"> 甲\n\n|a|\n|-|\n|b|\n\n&#1;乙&#11;丙&#x9f;", "甲 乙 丙"},
		{long + "\n\n第二段", long},
	} {
		b, _ := body(t, c.text)
		if got := b.Text(); got != c.want {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestBodyLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"## 一、甲\n\n**办理：**已经 &amp; <b>办结</b>。\n第二行\n\n第二段", "一、甲|办理：已经 & <b>办结</b>。第二行|第二段"},
		{"- 甲\n- [乙](a.md)\n  - 丙\n- 丁", "甲|乙|丙|丁"},
		{"3. 甲\n4. 乙\n   - 丙\n5. 丁", "3、甲|4、乙|丙|5、丁"},
		{"1. 甲\n\n2. 乙\n\n   又一段", "1、甲|2、乙|又一段"},
		{"> 甲\n>\n> 乙\n\n---\n\n![图](a.jpg)\n\n```\n丙\n```", "甲|乙|丙"},
		{"|村|户数|\n|-|-|\n|上河村|3|", "村，户数|上河村，3"},
		{"一、甲\n二、乙", "一、甲|二、乙"},
	} {
		b, _ := body(t, c.text)
		if got := strings.Join(b.Lines(), "|"); got != c.want {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestBodyPassages(t *testing.T) {
	for _, c := range []struct {
		text, want string
		at         string // the place of each passage's mark "#", where it has one
	}{
		{"", "", ""},
		{"## 一、#甲\n\n**办理：**已经 &amp; <b>#办结</b>。\n第二行\n\n第二段", "一、#甲|办理：已经 & <b>#办结</b>。第二行|第二段", "3:6 5:20"},
		{"　　受理**1**#件", "受理1#件", "3:10"},
		{"甲\n  乙\n一、#丙\\\n丁  \n戊 a\nb", "甲乙\n一、#丙\n丁\n戊 a b", "5:3"},
		{"- 甲\n- [乙](a.md)\n  - #丙\n\n9. 丁", "甲|乙|#丙|丁", "5:5"},
		{"> 甲\n> 乙#", "甲乙#", "4:4"},
		{"> 甲\n> 乙\\#丙", "甲乙#丙", "4:4"},
		{"甲![图#](a.jpg \"题\")乙", "甲|图#|乙", "3:5"},
		{"|村|户#|\n|-|-|\n|上河村|`a|b`|\n|甲\\||#乙|", "村|户#|上河村|`a|甲||#乙", "3:5 6:6"},
		{"甲&#38;&copy;&nGt;&无;&#x110000;#", "甲&©≫⃒&无;\ufffd#", "3:31"},
		{"`a\\#`<a@b#>", "a\\#<a@b#>", "3:4"},
		{"<http://x.cn/#>", "http://x.cn/#", "3:14"},
		{"```\na\n #b\n```", "a\n #b\n", "5:2"},
		{"- - -\n\n****\n", "", ""},
	} {
		b, _ := body(t, c.text)
		var texts, at []string
		for _, p := range b.Passages() {
			texts = append(texts, p.Text)
			if i := strings.IndexByte(p.Text, '#'); i >= 0 {
				at = append(at, strings.TrimPrefix(p.At(i).String(), "a.md:"))
			}
		}
		if got := strings.Join(texts, "|"); got != c.want {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
		if got := strings.Join(at, " "); got != c.at {
			t.Errorf("%q: at %s, want %s", c.text, got, c.at)
		}
	}
}

func TestPassageStands(t *testing.T) {
	b, _ := body(t, "### 题\n\n段\n\n- 项\n  > 引\n\n  1. 内\n\n|头|\n|-|\n|格|\n\n```\n码\n```\n\n![图](a.jpg)")
	want := []struct {
		text          string
		heading, list int
		cell, quoted  bool
	}{
		{text: "题", heading: 3}, {text: "段"}, {text: "项", list: 1}, {text: "引", list: 1, quoted: true}, {text: "内", list: 2},
		{text: "头", cell: true}, {text: "格", cell: true}, {text: "码\n", quoted: true}, {text: "图"},
	}
	got := b.Passages()
	if len(got) != len(want) {
		t.Fatal(got)
	}
	for i, w := range want {
		if p := got[i]; p.Text != w.text || p.Heading != w.heading || p.List != w.list || p.Cell != w.cell || p.Quoted != w.quoted {
			t.Errorf("got %+v, want %+v", p, w)
		}
	}
}
