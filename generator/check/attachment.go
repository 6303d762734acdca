package check

import (
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var photoReadable = Rule{
	Name: "photo-readable",
	Doc: "照片和正文里的图片要是完整的 JPEG、PNG、WebP 或 GIF：公开时要去掉图里带的拍摄地点、时间和机主；" +
		"HEIC、AVIF、TIFF 去不掉，作附件也不能公开，先另存为 JPEG 或 PNG。",
	Source: "个人信息保护的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		told := map[mention]bool{}
		for m, at := range mentions(l) {
			if told[m] {
				continue
			}
			told[m] = true
			switch look := l.Assets[m.file].Look(); {
			case look.Fault != "":
				told[mention{m.file, !m.picture}] = true
				text, hint, ok := strings.Cut(look.Fault, "；")
				if !ok {
					hint = "看看文件还在不在、打不打得开"
				}
				report(at, m.file+"："+text, hint)
			case m.picture && !look.Picture && look.Active == "": // what runs is told by attachment-inert
				report(at, m.file+" 不是能公开的图片", "要是 JPEG、PNG、WebP 或 GIF；改文件名的结尾不算，用看图软件打开后另存为 JPEG")
			}
		}
	},
}

var attachmentInert = Rule{
	Name: "attachment-inert",
	Doc: "附件只能是看的，不能是会运行的：网页、SVG、XML 里可以藏程序，挂在政府网站上会被人利用，程序和脚本更不能挂；" +
		"看文件名的结尾，也看文件的开头，改了名字的一样认得出。",
	Source: "政府网站安全管理的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		told := map[string]bool{}
		for m, at := range mentions(l) {
			if active := l.Assets[m.file].Look().Active; active != "" && !told[m.file] {
				told[m.file] = true
				report(at, m.file+" "+active+"，不能公开", "用原来的软件打开，文字和表格另存为 PDF，图另存为 PNG，再改这里的链接")
			}
		}
	},
}

var attachmentAuthor = Rule{
	Name: "attachment-author",
	Doc: "Word、Excel、PPT 和 PDF 附件的文档属性里不留个人的名字；看不出写着谁的旧格式、加密码的文件也提醒，" +
		"附件里面的字、批注和修订程序不看，要人看。",
	Source: "个人信息保护的要求",
	Level:  content.Warning,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		told := map[string]bool{}
		var known map[string]bool // built for the first document that has a name in it
		for m, at := range mentions(l) {
			if told[m.file] {
				continue
			}
			told[m.file] = true
			look := l.Assets[m.file].Look()
			if look.Closed != "" {
				text, hint, _ := strings.Cut(look.Closed, "；")
				report(at, m.file+"："+text, hint)
			}
			if len(look.Authors) == 0 {
				continue
			}
			if known == nil {
				known = institutions(l)
			}
			names := slices.DeleteFunc(slices.Clone(look.Authors), func(n string) bool { return known[n] || institutional.MatchString(n) })
			if len(names) > 0 {
				report(at, m.file+" 的文档属性里写着名字："+list(names),
					"附件公开后人人看得到：Word 点“文件→信息→检查问题→检查文档”，WPS 点“文件→属性→摘要”，删去作者再保存；PDF 用删过的文档重新导出")
			}
		}
	},
}

// institutional tells the name of an institution by its end.
var institutional = regexp.MustCompile(`(?:办|办公室|政府|人大|主席团|委员会|党委|支部|中心|镇|乡|县|局|所|站|院|校|公司|银行|合作社|村|社区)$`)

// institutions are the names of what the records know that is not a person.
func institutions(l *record.Ledger) map[string]bool {
	t := l.Town
	known := map[string]bool{t.Name: true, t.Congress: true, t.Presidium: true, t.Contact.Office: true, t.Portal.Host: true, t.Portal.SiteName: true}
	for _, u := range l.Units {
		known[u.Name] = true
	}
	for _, g := range l.Groups {
		known[g.Name] = true
	}
	return known
}

// A mention is a file that a record shows as a picture or links to.
type mention struct {
	file    string
	picture bool
}

// mentions are the photos and attachments that records name, with the place where each is named. One that is not there is
// told by photo-exists or link-exists.
func mentions(l *record.Ledger) iter.Seq2[mention, content.Pos] {
	return func(yield func(mention, content.Pos) bool) {
		for r := range records(l) {
			for p, keys := range r.Photos() {
				if l.Assets[p.File] != nil && !yield(mention{p.File, true}, r.At(append(keys[:len(keys):len(keys)], "file")...)) {
					return
				}
			}
			for _, link := range r.Body().Links() {
				file := path.Join(path.Dir(r.Path()), target(link.To))
				if l.Assets[file] != nil && !yield(mention{file, link.Image}, link.Pos) {
					return
				}
			}
		}
	}
}
