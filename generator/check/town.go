package check

import (
	"fmt"
	"net/url"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var termOrder = Rule{
	Name:   "term-order",
	Doc:    "各届、各次会议按先后写，届数、次数不重复，开幕不晚于闭幕，会议都在本届之内。",
	Source: "届次和会议的编排",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		t := l.Town
		if t.Faulty {
			return
		}
		var before *record.Term
		for i := range t.PastTerms {
			term := &t.PastTerms[i]
			if term.Until.IsZero() {
				report(termAt(t, term, "number"), "往届没有写届满日", "加一行 until = 日期")
			}
			termInOrder(t, before, term, report)
			before = term
		}
		termInOrder(t, before, &t.Term, report)
	},
}

// termAt is the place of something the clerk gave about the running or a past term.
func termAt(t *record.Town, term *record.Term, path ...any) content.Pos {
	for i := range t.PastTerms {
		if term == &t.PastTerms[i] {
			return t.At(append([]any{"past_terms", i}, path...)...)
		}
	}
	return t.At(append([]any{"term"}, path...)...)
}

// termInOrder judges one term and how it follows the one before it, nil for the first.
func termInOrder(t *record.Town, before, term *record.Term, report Report) {
	if before != nil {
		if term.Number <= before.Number {
			report(termAt(t, term, "number"), "届数没有比上一届大", "各届按先后写，往届写在 past_terms", see(termAt(t, before, "number"), "上一届"))
		}
		if last := before.Until; !term.From.After(last) {
			report(termAt(t, term, "from"), "上一届还没有届满，这一届就开始了", "核对两届的日期", see(termAt(t, before, "until"), "上一届届满日"))
		}
	}
	if !term.Until.IsZero() && term.Until.Before(term.From) {
		report(termAt(t, term, "until"), "届满日早于本届起始日", "核对 from 和 until", see(termAt(t, term, "from"), "本届起始日"))
	}
	for i := range term.Sessions {
		s := &term.Sessions[i]
		at := func(key string) content.Pos { return termAt(t, term, "sessions", i, key) }
		switch {
		case s.Until.Before(s.From):
			report(at("until"), "闭幕日早于开幕日", "核对这次会议的两个日期", see(at("from"), "开幕日"))
		case s.From.Before(term.From):
			report(at("from"), "这次会议早于本届起始日", "核对日期；上一届的会议写在 past_terms 里那一届", see(termAt(t, term, "from"), "本届起始日"))
		case !term.Until.IsZero() && s.Until.After(term.Until):
			report(at("until"), "这次会议晚于本届届满日", "核对日期；换届以后请改 number、from 和 until", see(termAt(t, term, "until"), "本届届满日"))
		}
		if i == 0 {
			continue
		}
		last := &term.Sessions[i-1]
		if s.Number <= last.Number {
			report(at("number"), "会议次数没有比上一次大", "各次会议从第一次起按先后写", see(termAt(t, term, "sessions", i-1, "number"), "上一次会议"))
		}
		if !s.From.After(last.Until) {
			report(at("from"), "上一次会议还没有闭幕，这次就开幕了", "核对两次会议的日期", see(termAt(t, term, "sessions", i-1, "until"), "上一次会议闭幕日"))
		}
	}
}

// leastPosts are the presidium's chair, vice-chair and secretary.
const leastPosts = 3

var institution = Rule{
	Name:   "institution",
	Doc:    "主席团至少设主席、副主席、秘书三个职务，空缺的也要列出来。",
	Source: "乡镇人大工作机构设置的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		if t := l.Town; !t.Faulty && len(t.Posts) < leastPosts {
			report(t.At("posts"), fmt.Sprintf("主席团职务只列了%d个，至少要有主席、副主席、秘书三个", len(t.Posts)), "补上 [[posts]]；空缺的只写 title，不写 holder")
		}
	},
}

var postHolder = Rule{
	Name:   "post-holder",
	Doc:    "主席团职务由在任代表担任，离任后要换人或空缺。",
	Source: "代表变动公开的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Town.Faulty {
			return
		}
		for i, p := range l.Town.Posts {
			if d := p.Holder.To; d != nil && !d.Faulty && d.Left.By(on) {
				report(l.Town.At("posts", i, "holder"), d.Name+"已于"+day(d.Left)+"离任，仍写着担任"+p.Title,
					"换成现任；暂时没有人的，删掉 holder 一行", see(d.At("left"), d.Name+"的离任日期"))
			}
		}
	},
}

var postHistory = Rule{
	Name:   "post-history",
	Doc:    "历任按先后写，前一任卸任以后下一任才到任，现任也在最后一任之后。",
	Source: "代表变动公开的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		t := l.Town
		if t.Faulty {
			return
		}
		for i := range t.Posts {
			p := &t.Posts[i]
			for k := range p.Past {
				at := func(key string) content.Pos { return t.At("posts", i, "past", k, key) }
				if !p.Past[k].Until.After(p.Past[k].From) {
					report(at("until"), "卸任不晚于任职", "核对这两个日期", see(at("from"), "任职日期"))
				}
				if k > 0 && p.Past[k].From.Before(p.Past[k-1].Until) {
					report(at("from"), "上一任还没有卸任", "核对两任的日期；历任按先后写", see(t.At("posts", i, "past", k-1, "until"), "上一任的卸任日期"))
				}
			}
			if last := len(p.Past) - 1; last >= 0 && p.Holder.To != nil && p.Since.Before(p.Past[last].Until) {
				key := "since"
				if p.Since.IsZero() {
					key = "holder"
				}
				report(t.At("posts", i, key), "写了历任，现任要写任职日期，而且在上一任卸任以后", "补上或核对 since", see(t.At("posts", i, "past", last, "until"), "上一任的卸任日期"))
			}
		}
	},
}

var portalCode = Rule{
	Name:   "portal-code",
	Doc:    "网站标识码是10位数字；网址用英文字符，以 http 开头、以斜杠结尾；许可协议的名称和网址要写就都写。",
	Source: "政府网站登记和网页标签的要求",
	Level:  content.Error,
	Run: func(l *record.Ledger, _ record.Date, report Report) {
		p := &l.Town.Portal
		if l.Town.Faulty {
			return
		}
		if p.Code != "" && (len(p.Code) != 10 || strings.Trim(p.Code, "0123456789") != "") {
			report(l.Town.At("portal", "code"), "网站标识码“"+p.Code+"”不是10位数字", "照网站页脚的标识码填，只写数字")
		}
		if text, hint := wrongBase(p.Base); text != "" {
			report(l.Town.At("portal", "base"), text, hint)
		}
		switch u, err := url.Parse(p.LicenceURL); {
		case p.Licence == "" && p.LicenceURL == "":
		case p.Licence == "":
			report(l.Town.At("portal", "licence_url"), "写了许可协议的网址，没有写名称", "加一行 licence = \"协议名称\"，或者删掉 licence_url 一行")
		case p.LicenceURL == "":
			report(l.Town.At("portal", "licence"), "写了许可协议，没有写它的网址，别人查不到原文", "加一行 licence_url = \"协议原文的网址\"，或者删掉 licence 一行")
		case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
			report(l.Town.At("portal", "licence_url"), "“"+p.LicenceURL+"”不是完整的网址", "写成 https://creativecommons.org/licenses/by/4.0/deed.zh-hans 的样子")
		}
	},
}

// wrongBase says what keeps an address from being the start of every page's address.
func wrongBase(base string) (text, hint string) {
	if base == "" {
		return "", ""
	}
	const example = "写成 https://www.example.gov.cn/gongshi/ 的样子"
	u, err := url.Parse(base)
	switch {
	case strings.ContainsFunc(base, func(r rune) bool { return r <= ' ' || r >= 0x7f }):
		return "网址里有汉字、空格或全角字符，印成二维码会打不开", "换成只含英文字符的网址，" + example
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return "“" + base + "”不是完整的网址", example
	case u.RawQuery != "" || u.Fragment != "":
		return "网址里不能有问号和井号", "删掉问号、井号和后面的内容"
	case !strings.HasSuffix(base, "/"):
		return "网址没有以斜杠结尾", "改成 " + base + "/"
	}
	return "", ""
}
