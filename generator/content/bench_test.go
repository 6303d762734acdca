package content_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/content"
)

// township makes n suggestion files of about 4 KB.
func township(n int) fstest.MapFS {
	const paragraph = "　　**办理结果：**已经会同县水利局到现场踏勘，拟将该渠段列入二〇二六年度小型农田水利项目，" +
		"预计[三月底前](../suggestions/2025-014.md)完成招标。\n群众反映的“跑冒滴漏”问题，由水管站先行修补。\n\n"
	fsys := fstest.MapFS{}
	for i := range n {
		name := fmt.Sprintf("suggestions/2025-%05d.md", i)
		text := fmt.Sprintf("+++\ntitle = \"关于修复第%d号水渠的建议\"\nkind = \"水利\"\ndate = 2025-03-%02d\ntags = [\"农田\", \"水利\"]\n"+
			"[place]\nvillage = \"石桥村\"\n[[replies]]\ndate = 2025-06-01\nopinion = \"满意\"\ntext = \"已办结\"\n+++\n# 正文\n\n", i, 1+i%28) +
			strings.Repeat(paragraph, 14) + "- 第一步\n- 第二步\n\n| 项目 | 金额 |\n|---|---:|\n| 清淤 | 12 |\n| 修补 | 30 |\n"
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// BenchmarkRead reads 2,000 files, splits off their front matter and renders them.
func BenchmarkRead(b *testing.B) {
	const n = 2000
	fsys := township(n)
	b.Logf("%d bytes a file", len(fsys["suggestions/2025-00000.md"].Data))
	b.ReportAllocs()
	for b.Loop() {
		files, problems := content.Read(fsys)
		if len(files) != n || len(problems) != 0 {
			b.Fatal(len(files), lines(problems))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "µs/file")
}

func BenchmarkDecode(b *testing.B) {
	files, _ := content.Read(township(1))
	b.ReportAllocs()
	for b.Loop() {
		var r record
		if ps := files[0].Decode(&r); len(ps) != 0 {
			b.Fatal(lines(ps))
		}
	}
}
