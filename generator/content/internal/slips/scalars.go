package slips

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/width"
)

// Values without quotes, after full-width forms are folded.
var (
	plainValue = regexp.MustCompile(`^(?:true|false|[+-]?(?:inf|nan)` +
		`|[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d+)?|0x[0-9A-Fa-f_]+|0o[0-7_]+|0b[01_]+` +
		`|\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$`)
	dateTime  = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?$`)
	looseDate = regexp.MustCompile(`^(\d{4})\s*[-/.,年~—–]\s*(\d{1,2})\s*[-/.,月~—–]\s*(\d{1,2})\s*[日号]?$`)
	withUnit  = regexp.MustCompile(`^([+-]?\d+(?:,\d{3})*(?:\.\d+)?)\s*(?:\p{Han}{0,3}|%)$`)
)

var yesNo = map[string]string{
	"是": "true", "对": "true", "有": "true", "yes": "true", "y": "true", "on": "true", "true": "true", "√": "true",
	"否": "false", "不是": "false", "无": "false", "没有": "false", "no": "false", "n": "false", "off": "false", "false": "false", "×": "false",
}

// bare looks at a value without quotes.
func (s *finder) bare(inner bool) {
	word := s.rest()
	ends := "#＃"
	if inner {
		ends = "#＃,，、；;]］】}｝"
	}
	if i := strings.IndexAny(word, ends); i >= 0 {
		word = word[:i]
	}
	word = strings.TrimRight(word, " \t\u3000")
	start := s.i
	if stop := strings.TrimRight(word, ",，;；。、"); !inner && stop != word && stop != "" {
		word = stop // tail reports the rest
	}
	s.i += len(word)
	folded := width.Fold.String(word)
	mend := func(text, hint, right string) {
		s.slip(start, true, text, hint)
		s.replace(start, s.i, right)
	}
	date := looseDate.FindStringSubmatch(folded)
	if dt := dateTime.FindStringSubmatch(word); dt != nil && isDay(dt[1]) {
		return
	}
	switch {
	case word == "":
		s.slip(start, false, "= 后面没有值", "写上内容；没有内容就删掉这一行")
		s.replace(start, start, `""`)
	case plainValue.MatchString(word):
	case date != nil:
		day := fmt.Sprintf("%s-%02s-%02s", date[1], date[2], date[3])
		switch {
		case !isDay(day):
			mend("没有“"+word+"”这一天", "写成年-月-日，如 2026-01-02", quote(word))
		case day != word:
			mend("日期“"+word+"”写法不对", "写成 "+day, day)
		}
	case yesNo[strings.ToLower(folded)] != "":
		right := yesNo[strings.ToLower(folded)]
		mend("“"+word+"”要写成 "+right, "是写 true，否写 false，不加引号；如果是文字，写成 "+quote(word), right)
	case plainValue.MatchString(folded):
		mend("“"+word+"”是全角的", "写成 "+folded, folded)
	case withUnit.MatchString(folded) && !strings.HasPrefix(folded, "0"):
		number := strings.ReplaceAll(withUnit.FindStringSubmatch(folded)[1], ",", "")
		mend("数字“"+word+"”里有单位或逗号", "只写数字 "+strings.TrimPrefix(number, "+")+"；如果要当文字，写成 "+quote(word), number)
	default:
		mend("文字要加英文引号", "写成 "+quote(word), quote(word))
	}
}

// isDay reports whether s, as 2026-01-02, is a day of the calendar.
func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
