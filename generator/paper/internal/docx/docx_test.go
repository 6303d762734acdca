package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"

	"gongshi/generator/paper/internal/docx"
	"gongshi/generator/record"
)

var day = record.Date{Year: 2026, Month: 6, Day: 30}

func written(t *testing.T, main string) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, strings.NewReader(`<!doctype html><html lang="zh-CN"><title>通报 &amp; 表</title><body><main class="paper">`+main+`</main>`), day); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
		for d := xml.NewDecoder(bytes.NewReader(data)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v\n%s", f.Name, err, data)
			}
		}
	}
	return parts
}

// paragraphs are the words of a body's paragraphs, each after its style.
func paragraphs(t *testing.T, body string) []string {
	t.Helper()
	var all []string
	style, text, in := "", "", false
	for d := xml.NewDecoder(strings.NewReader(body)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "pStyle":
				style = x.Attr[0].Value
			case "br":
				text += "/"
			}
			in = x.Name.Local == "t"
		case xml.CharData:
			if in {
				text += string(x)
			}
		case xml.EndElement:
			in = false
			if x.Name.Local == "p" {
				all = append(all, style+" "+text)
				style, text = "", ""
			}
		}
	}
}

// Each part of a document becomes a paragraph of its style; lines are joined, what goes on over pages is one again, and what
// is the paper's own is left out.
func TestWrite(t *testing.T) {
	parts := written(t, `
<section class="sheet A4 document"><div class="grid">
<header class="red"><p class="organ" style="font-size:18.5pt">石萝镇人大主席团文件</p><p class="number">石人大〔2026〕3号</p></header>
<h1><span class="line">主席团</span><span class="line">关于表扬先进的通报</span></h1>
<p class="flush"><span class="line">各单位：</span></p>
<h2><span class="first line">一、情况</span></h2>
<p><span class="first line full">已书面答复<b data-figure="x">114</b>件，<strong>都</strong></span><span class="line">说了 GB</span><span class="line">9704 的</span></p>
<table><caption>表</caption><colgroup><col style="width:200.0pt"><col style="width:242.2pt"></colgroup><thead><tr><th scope="col"><span class="line">单位</span></th><th><span class="line">得分</span></th></tr></thead><tbody><tr><td><span class="line">甲</span><span class="line">乙</span></td><td>9</td></tr></tbody></table>
<p><span class="first line full">前一页</span></p>
</div><p class="folio odd">— 1 —</p></section>
<section class="sheet A4 document"><div class="grid"><p class="on"><span class="line">后一页</span></p>
<ol><li>头一条</li><li>第二条</li></ol>
<p class="signature"><span class="line">主席团</span><span class="line">2026年6月30日</span></p>
<div class="copies"><p><span class="line full">抄送：</span><span class="next line">县人大。</span></p></div>
</div><p class="folio even">— 2 —</p></section>`)
	want := []string{
		"Organ 石萝镇人大主席团文件", "Number 石人大〔2026〕3号", "Title 主席团/关于表扬先进的通报", "Flush 各单位：", "Heading1 一、情况",
		"Body 已书面答复114件，都说了 GB 9704 的", "Caption 表", "CellHead 单位", "CellHead 得分", "Cell 甲乙", "Cell 9", "Body 前一页后一页",
		"Body 1．头一条", "Body 2．第二条", "Signature 主席团/2026年6月30日", "RuleAbove ", "Copies 抄送：县人大。", "RuleBelow ",
	}
	if got := paragraphs(t, parts["word/document.xml"]); !slices.Equal(got, want) {
		t.Errorf("paragraphs are\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for name, part := range map[string]string{
		"word/document.xml":   `<w:sz w:val="37"/>`, // the organ's
		"word/settings.xml":   "<w:evenAndOddHeaders/>",
		"word/footer1.xml":    `<w:jc w:val="right"/>`,
		"word/footer2.xml":    `<w:jc w:val="left"/>`,
		"docProps/core.xml":   "<dc:title>通报 &amp; 表</dc:title>",
		"word/fontTable.xml":  "仿宋_GB2312",
		"word/styles.xml":     `w:line="579"`,
		"[Content_Types].xml": "wordprocessingml.document.main",
		"_rels/.rels":         "word/document.xml",
	} {
		if !strings.Contains(parts[name], part) {
			t.Errorf("%s has no %s", name, part)
		}
	}
	for _, want := range []string{`<w:gridCol w:w="4000"/><w:gridCol w:w="4844"/>`, "<w:tblHeader/>", "<w:cantSplit/>", `w:eastAsia="黑体"`} {
		if !strings.Contains(parts["word/document.xml"], want) {
			t.Errorf("the document has no %s", want)
		}
	}
}

// A theme of the town's own may put on its sheets what ours does not. Its words stay, each where it stood.
func TestWriteOther(t *testing.T) {
	for _, test := range []struct {
		main string
		want []string
	}{
		{`<p class="left">左</p><h3>三</h3><h4>四</h4>`, []string{"Left 左", "Heading2 三", "Body 四"}},
		{`前<strong>强</strong>后<a href="x">链</a><p>段</p>尾`, []string{"Body 前强后链", "Body 段", "Body 尾"}},
		{`<dl><dt>名</dt><dd>值</dd></dl><ul><li>甲</li></ul>`, []string{"Body 名", "Body 值", "Body ·甲"}},
		{`<p>正</p><footer>印发<p>脚注</p></footer>`, []string{"Body 正", "Small 印发", "Small 脚注"}},
		{`<p>正<span class="screen">屏</span></p><p class="no">7</p><p class="folio">— 1 —</p><svg><text>图</text></svg><noscript>无</noscript><template>模</template>`, []string{"Body 正"}},
		{"<p>\n  甲\n\t乙\r\nGB\n  9704　号 </p>", []string{"Body 甲乙GB 9704　号"}},
		{"<p>a <strong>b</strong> c<br>\n d<br><br>e<br></p>", []string{"Body a b c/d//e"}},
		{`<p><span class="line">Hello</span> <span class="line">world</span><span class="line">好</span></p>`, []string{"Body Hello world好"}},
		{`<p>GB</p><p class="on">9704</p><p class="on">号</p>`, []string{"Body GB 9704号"}},
		{`<p class="on">独</p><p> </p><p><b> </b></p>`, []string{"Body 独"}},
		{"<p>\uFFFE坏\uFFFF\x01\x0b\u0085</p>", []string{"Body 坏"}},
		{`<div class="copies"><p>抄送：甲。</p><p>乙印发</p></div>`, []string{"RuleAbove ", "Copies 抄送：甲。", "Copies 乙印发", "RuleBelow "}},
		{`<table><tr><td>a</td></tr></table><table><tr></tr><tr><td><p>b</p><p>c</p></td></tr></table>`, []string{"Cell a", "Gap ", "Cell b/c", "Gap "}},
		{`<p>x</p><table><caption>空</caption><tr></tr></table>`, []string{"Body x", "Caption 空"}},
		{`<table><caption>表</caption><thead><tr><th>头</th></tr></thead><tr><td>a</td></tr></table><p class="folio">— 1 —</p><table class="on"><caption>表</caption><thead><tr><th>头</th></tr></thead><tr><td>b</td></tr></table><p>后</p>`,
			[]string{"Caption 表", "CellHead 头", "Cell a", "Cell b", "Body 后"}},
	} {
		if got := paragraphs(t, written(t, test.main)["word/document.xml"]); !slices.Equal(got, test.want) {
			t.Errorf("%s is\n%q\nnot\n%q", test.main, got, test.want)
		}
	}
}

// Columns fill the type area evenly where the sheet does not say how wide they are, or says what does not fit.
func TestColumns(t *testing.T) {
	for _, cols := range []string{"", `<col><col>`, `<col style="width:20%"><col style="width:80%">`, `<col style="width:NaNpt"><col style="width:10pt">`, `<col style="width:400pt"><col style="width:400pt">`} {
		body := written(t, "<table><colgroup>"+cols+"</colgroup><tr><td>甲</td><td>乙</td></tr></table>")["word/document.xml"]
		if !strings.Contains(body, `<w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/></w:tblGrid>`) {
			t.Errorf("%q: %s", cols, body)
		}
	}
}

// The same sheet of the same day is the same bytes. Without a language it is Chinese.
func TestWriteSame(t *testing.T) {
	sheet := `<title>表</title><main><p>一</p></main>`
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := docx.Write(b, strings.NewReader(sheet), day); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the second file is other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("docProps/core.xml")
	if err != nil {
		t.Fatal(err)
	}
	core, err := io.ReadAll(f)
	if err != nil || !bytes.Contains(core, []byte("<dc:language>zh-CN</dc:language>")) || !bytes.Contains(core, []byte(">2026-06-30T00:00:00Z</dcterms:created>")) {
		t.Errorf("%v: %s", err, core)
	}
}

func TestNoDocument(t *testing.T) {
	for _, sheet := range []string{"", "<p>x</p>", "<main></main>", `<main><p class="folio">— 1 —</p></main>`} {
		if err := docx.Write(io.Discard, strings.NewReader(sheet), day); err == nil {
			t.Errorf("%q is written as a document", sheet)
		}
	}
}

// Whatever the words are, the file is well-formed and has them.
func FuzzWrite(f *testing.F) {
	f.Add("已书面答复114件", "<b>&amp;\x00\x1b]]>")
	f.Add("\uFFFE\U000F1234\xff", "\v\f\r\n 0\t0")
	f.Fuzz(func(t *testing.T, one, two string) {
		dense := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\uFFFD' || r >= 0xFFFE && r <= 0xFFFF {
					return -1
				}
				return r
			}, strings.ToValidUTF8(s, ""))
		}
		one, two = strings.ToValidUTF8(one, ""), strings.ToValidUTF8(two, "")
		parts := written(t, "<p>头"+html.EscapeString(one)+"</p><table><tr><td>"+html.EscapeString(two)+"</td></tr></table>")
		var got string
		for _, p := range paragraphs(t, parts["word/document.xml"]) {
			_, text, _ := strings.Cut(p, " ")
			got += text
		}
		if want := "头" + dense(one) + dense(two); dense(got) != want {
			t.Errorf("%q became %q", want, dense(got))
		}
	})
}
