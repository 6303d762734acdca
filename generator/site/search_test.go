package site_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// What search looks through is every page that people read, with the words that the page shows, once; no draft, nothing that is
// not open.
func TestSearchFindsEveryPage(t *testing.T) {
	files := `
-- suggestions/2025-002.md --
+++
number = "3-5-002"
title = "关于隐去案由的建议"
kind = "建议"
topic = "农业水利"
raised = 2025-01-09
session = 5
lead = "林一舟"
village = "上河村"
public = "不公开"
withheld_reason = "个人隐私"
+++

藏起来的话。
-- notices/draft.md --
+++
kind = "公告"
title = "没有写完的公告"
date = 2025-02-01
published = 2025-02-02
summary = "没有写完。"
draft = true
+++
`
	s := planned(t, base, files)
	text := written(t, s, "search/index.js")
	var index struct {
		Kinds   []string
		Records [][5]any
	}
	value, _ := strings.CutPrefix(text, `found("index", `)
	if err := json.Unmarshal([]byte(strings.TrimSuffix(value, ");\n")), &index); err != nil {
		t.Fatal(err)
	}
	seen := map[string][5]any{}
	for _, r := range index.Records {
		path := r[0].(string)
		if _, twice := seen[path]; twice {
			t.Errorf("%s is there twice", path)
		}
		if seen[path] = r; int(r[1].(float64)) >= len(index.Kinds) {
			t.Errorf("%s has no kind", path)
		}
		if _, ok := s.Page(path); !ok {
			t.Errorf("%s has no page", path)
		}
	}
	for _, x := range s.Pages {
		folder, _, _ := strings.Cut(x.Path, "/")
		if _, found := seen[x.Path]; !found && strings.HasSuffix(x.Path, ".html") && folder != "sheets" && folder != "list" && x.Path != "search.html" && x.Path != "404.html" {
			t.Errorf("%s is not found", x.Path)
		}
	}
	for path, words := range map[string]string{
		"suggestions/2025-001.html": "3-5-001 关于修渠的建议 第一代表小组 林一舟 上河村 农业水利",
		"suggestions/2025-002.html": "3-5-002 林一舟 上河村 农业水利",
		"deputies/lin.html":         "林一舟 第一代表小组 上河村 村民",
		"units/shuili.html":         "水利站 澄陵县水利局",
		"late.html":                 "超期",
	} {
		r := seen[path]
		for _, word := range strings.Fields(words) {
			if all := strings.Join([]string{r[2].(string), r[3].(string), r[4].(string)}, " "); !strings.Contains(all, word) {
				t.Errorf("%s is not found by %s: %s", path, word, all)
			}
		}
	}
	for _, secret := range []string{"隐去案由", "藏起来", "没有写完"} {
		if strings.Contains(text, secret) {
			t.Errorf("search finds what is not open: %s", secret)
		}
	}
}
