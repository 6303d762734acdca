package publish

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"gongshi/generator/record"
	"gongshi/generator/site"
)

// addressesShown is how many addresses that would vanish a message names; the rest are counted.
const addressesShown = 5

// keepsPromises refuses a site in which a lasting address of what is public now has no page: what was public may be taken
// back or renamed, but its address goes on to say so.
func keepsPromises(dir string, before *manifest, s *site.Site, pages []site.Page) error {
	if before == nil {
		return nil
	}
	stay := make(map[string]bool, len(pages))
	for _, p := range pages {
		stay[p.Path] = true
	}
	var gone []string
	for name, f := range before.Files {
		if f.Lasting && !stay[name] {
			gone = append(gone, name)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	slices.SortFunc(gone, func(x, y string) int { // pages before seals
		if px, py := path.Ext(x) == ".html", path.Ext(y) == ".html"; px != py {
			if px {
				return -1
			}
			return 1
		}
		return strings.Compare(x, y)
	})
	named := strings.Join(gone[:min(len(gone), addressesShown)], "、")
	if len(gone) > addressesShown {
		named += " 等"
	}
	e := &Error{Path: dir, Text: fmt.Sprintf("有%d个公开过的网址会打不开：%s。没有生成，已公开的内容没有动", len(gone), named), Page: true}
	if on := s.On.String(); on < before.On {
		e.Hint = "这次的截至日 " + on + " 早于已公开的 " + before.On + "；要看以前某一天的样子，用 --out 写到另一个文件夹"
		return e
	}
	e.Hint = "先看是不是误删了文件，或者误写了草稿、以后的日期，改回来就好。"
	if path.Ext(gone[0]) != ".html" { // seals only
		e.Hint += "封存记录不能撤回，从备份里恢复"
		return e
	}
	e.Hint += "只是改了编号（文件名）的，在改名后的记录里加一行：former = [\"" + idOf(gone[0]) + "\"]。"
	if i := slices.IndexFunc(gone, func(name string) bool { return record.Withdrawable(strings.TrimSuffix(name, ".html")) }); i >= 0 {
		e.Hint += "不再公开的，留一份撤回记录，照下面存为 " + withdrawal(gone[i], s.On)
	} else {
		e.Hint += "这种网页不能撤回：建议不宜公开的写“不公开”，人和单位不在了的写明日期，记录留着"
	}
	return e
}

// withdrawal is a record that withdraws a page, ready to copy, with the file it belongs in.
func withdrawal(name string, on record.Date) string {
	page := strings.TrimSuffix(name, ".html")
	return fmt.Sprintf(`withdrawals/%s-%s.toml：
page = "%s"
title = "原来的标题"
date = %s
reason = "为什么撤回"
by = "哪个机关决定的"`, path.Dir(page), path.Base(page), page, on)
}

// idOf is the id of the record a page is of.
func idOf(name string) string { return strings.TrimSuffix(path.Base(name), ".html") }
