package check

import (
	"maps"
	"path"
	"slices"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var addressUnique = Rule{
	Name:   "address-unique",
	Doc:    "照片和附件的地址不与网页相同，也不能只差大小写。",
	Source: "网页地址的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		var pages map[string]*record.Source // built for the first attachment that is a page itself
		first := map[string]string{}
		for _, asset := range slices.Sorted(maps.Keys(l.Assets)) {
			at := content.Pos{File: asset}
			key := strings.ToLower(asset)
			if pages == nil && path.Ext(key) == ".html" {
				pages = map[string]*record.Source{}
				for r := range records(l) {
					pages[path.Join(path.Dir(r.Path()), r.ID+".html")] = r.Source
				}
			}
			if page := pages[key]; page != nil {
				report(at, "这个附件和记录的网页同名，会互相盖掉", "给附件换个名字", see(page.At(), "占用这个地址的记录"))
			}
			if other := first[key]; other != "" {
				report(at, "和另一个文件只差大小写，Windows 上分不开", "给其中一个换名字，并改用到它的地方", see(content.Pos{File: other}, "另一个文件"))
				continue
			}
			first[key] = asset
		}
	},
}
