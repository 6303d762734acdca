package check

import (
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// records are all records that are judged, in the order of their kinds.
func records(l *record.Ledger) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		for r := range l.Records() {
			if !r.Faulty && !yield(r) {
				return
			}
		}
	}
}

var photoExists = Rule{
	Name:   "photo-exists",
	Doc:    "记录里写的照片文件要有，图片说明要说出图里是什么。",
	Source: "无障碍阅读的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		for r := range records(l) {
			for p, path := range r.Photos() {
				photo(l, r, p, path, report)
			}
		}
	},
}

func photo(l *record.Ledger, r record.Record, p *record.Photo, keys []any, report Report) {
	at := func(key string) content.Pos { return r.At(append(keys[:len(keys):len(keys)], key)...) }
	if l.Assets[p.File] == nil {
		report(at("file"), "找不到照片 "+p.File, meant(p.File, slices.Sorted(maps.Keys(l.Assets)), "从内容文件夹写起，例如 photos/qiao.jpg，大小写也要一样"))
	}
	if alt := strings.ToLower(p.Alt); alt == strings.ToLower(path.Base(p.File)) || slices.Contains(pictures, path.Ext(alt)) {
		report(at("alt"), "图片说明只写了文件名", "写图里是什么，看不见图的人靠它了解内容，例如：修好的水渠正在放水", see(at("file"), "照片"))
	}
}

var pictures = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".avif"}

var linkExists = Rule{
	Name:   "link-exists",
	Doc:    "正文里的链接和图片，指向内容文件夹里有的文件。",
	Source: "公示栏不留打不开的链接",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		var known []string // this and the next are built when the first link leads nowhere
		var renamed map[string]record.Record
		withdrawn := l.Withdrawn(on, false)
		for r := range records(l) {
			for _, link := range r.Body().Links() {
				to := target(link.To)
				if to == "" {
					continue
				}
				file := path.Join(path.Dir(r.Path()), to)
				switch {
				case file == ".." || strings.HasPrefix(file, "../"):
					report(link.Pos, "“"+link.To+"”指到了内容文件夹外面", "只能链接内容文件夹里的文件；别的网站写全 https://")
				case !l.Has(file) && stands(withdrawn, file): // its file is gone, its address tells why
				case !l.Has(file):
					if known == nil {
						known, renamed = paths(l), former(l)
					}
					if now := renamed[strings.TrimSuffix(file, path.Ext(file))]; now.Source != nil {
						report(link.Pos, "“"+link.To+"”这条记录改了编号", "链接改成现在的文件名：“"+wayFrom(r.Path(), now.Path())+"”")
						continue
					}
					report(link.Pos, "“"+link.To+"”没有这个文件", wayTo(r.Path(), file, known))
				case path.Ext(file) == ".toml" && !hasPage(file):
					report(link.Pos, "“"+link.To+"”这条记录没有自己的网页", "改成链接到有网页的记录，或者去掉链接")
				case link.Image && l.Assets[file] == nil:
					report(link.Pos, "“"+link.To+"”不是图片", "图片写成 ![说明](../photos/x.jpg)；链接到记录的，去掉前面的感叹号")
				}
			}
		}
	},
}

// stands tells whether the page of a file is one of those withdrawn.
func stands(withdrawn []record.Withdrawn, file string) bool {
	page := strings.TrimSuffix(file, path.Ext(file))
	return path.Ext(file) == ".md" && slices.ContainsFunc(withdrawn, func(w record.Withdrawn) bool { return w.Page == page })
}

// hasPage tells whether the record of a file has a page of its own; the others show on pages of other records.
func hasPage(file string) bool {
	return slices.ContainsFunc(record.Kinds(), func(k record.Kind) bool { return k.Pages && k.Folder == path.Dir(file) })
}

// target is the file a link points at, without what follows ? or #; empty when the link leads to another site or
// stays on its page.
func target(to string) string {
	if i := strings.IndexAny(to, ":/?#"); i >= 0 && to[i] == ':' {
		return ""
	}
	if i := strings.IndexAny(to, "?#"); i >= 0 {
		return to[:i]
	}
	return to
}

// wayTo is the hint for a link to a file that is not there.
func wayTo(from, file string, known []string) string {
	const hint = "写成相对于本文件的地址，例如 ../suggestions/2025-014.md；大小写也要一样"
	near, ok := strings.CutSuffix(file, ".html") // the address of the page instead of the record's file
	if near += ".md"; !ok || !slices.Contains(known, near) {
		if near, ok = content.Nearest(file, known); !ok {
			return hint
		}
	}
	return "是不是“" + wayFrom(from, near) + "”？" + hint
}

// wayFrom is a file's address as the text of another file writes it.
func wayFrom(from, file string) string {
	if path.Dir(file) == path.Dir(from) {
		return path.Base(file)
	}
	return strings.Repeat("../", strings.Count(from, "/")) + file
}

// paths are the files a link may point at.
func paths(l *record.Ledger) []string {
	all := slices.Collect(maps.Keys(l.Assets))
	for r := range records(l) {
		all = append(all, r.Path())
	}
	slices.Sort(all)
	return all
}
