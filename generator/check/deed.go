package check

import (
	"net/url"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var mediaLink = Rule{
	Name:   "media-link",
	Doc:    "媒体报道的网址写全，以 https:// 或 http:// 开头；没有网址的不写。",
	Source: "代表事迹宣传的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for _, d := range l.Deeds {
			for i, m := range d.Media {
				if m.Link == "" {
					continue
				}
				u, err := url.Parse(m.Link)
				if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
					report(d.At("media", i, "link"), "网址“"+m.Link+"”打不开", "从浏览器地址栏整段抄下来，以 https:// 或 http:// 开头；只有纸面报道的，删掉 link 一行")
				}
			}
		}
	},
}
