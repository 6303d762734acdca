package personal

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Homes are told by three shapes, all of which end in a number that leads to one door:
//
//   - a word for living somewhere, then an address with a house number: 家住石桥村12号;
//   - village, group and house number: 石桥村3组12号;
//   - building and room, or entrance and room: 3栋402室, 2单元301, unless it is in a public building.
//
// A place without a door's number is not a home: 石桥村3组道路, 石碓村油铺组. Neither is a number that counts or dates.

// numerals are the signs that house numbers are written with, for the shapes below; isNumeral tells them.
const numerals = "0123456789０１２３４５６７８９一二三四五六七八九十百零〇"

// sight is how many bytes of the same sentence are looked at before and behind a number.
const sight = 40 * 3

var (
	// lives is a word for living somewhere and the address behind it, at the end of the text before 号.
	lives = regexp.MustCompile(`(?:家住|现住址?|居住在|居住于|居住地址?|住在|住于|住址|家庭地址|户籍地址?|户籍所在地|户口所在地|门牌号码?|门牌)[是为在于：:\s]*` +
		`([\p{Han}0-9０-９A-Za-z()（）\-－—·\s]{0,30}?[` + numerals + `]{1,5}(?:[-－—][0-9０-９]{1,3}|之[一二三四五六七八九十])?)$`)

	// grouped is a village, a group in it and a number, at the end of the text before 号.
	grouped = regexp.MustCompile(`\p{Han}{1,12}?(?:村|社区|居委会|屯|寨)(?:委会)?[\p{Han}0-9０-９]{1,6}(?:组|屯|队|巷|弄)\s*[` + numerals + `]{1,4}$`)

	// door is what may stand behind 号 where it ends an address of a home.
	door = regexp.MustCompile(`^(?:$|[\s\pP\pZ]|户|家|宅|院|屋|[的]?\p{Han}{1,4}家)`)

	// room is a room or a flat behind the name of a building.
	room = regexp.MustCompile(`^[\s\-－—]*[` + numerals + `]{3,4}\s*(?:室|房(?:$|[\s\pP\pZ]))`)

	// flat is a room or a flat behind 单元, which only homes have.
	flat = regexp.MustCompile(`^[\s\-－—]*(?:[` + numerals + `]{1,3}[楼层]\s*(?:[` + numerals + `]{1,4}\s*[室号户房]|[东西南北中左右]户)|[` + numerals + `]{1,4}\s*[室号房]|[0-9０-９]{3,4}(?:户|$|[\s\pP\pZ])|[东西南北中左右]户)`)

	// building is what stands before a building's or an entrance's number, as far back as an address goes.
	building = regexp.MustCompile(`[\p{Han}0-9０-９A-Za-z\-－—]{0,24}$`)
)

// office are words of buildings in which nobody lives; dwelling words of those in which somebody does all the same.
var (
	office   = regexp.MustCompile(`政府|政务|机关|办公|委会|人大|中心|公司|银行|大厦|综合楼|写字楼|卫生院|医院|学校|中学|小学|幼儿园|派出所|司法所|法院|检察院|服务[站所]|管理[站所]`)
	dwelling = regexp.MustCompile(`宿舍|家属|公寓|小区|家园|花园|花苑|新村|安置|公租|廉租|住宅`)
)

// homes finds addresses of homes in a text.
func homes(text string) []Found {
	var found []Found
	for at := 0; at+len("号") <= len(text); at++ {
		if text[at] != 0xE5 && text[at] != 0xE6 { // none of the marks begins otherwise
			continue
		}
		for i := range marks {
			m := &marks[i]
			if text[at+1] != m.sign[1] || !strings.HasPrefix(text[at:], m.sign) || !m.fits(text, at) {
				continue
			}
			if start, end := m.home(text, at, at+len(m.sign)); end > 0 {
				found = append(found, Found{Home, start, end, Narrow(text[start:end])})
			}
		}
	}
	return found
}

// A mark is a sign of addresses: what must stand before it, and what makes an address of a home of it.
type mark struct {
	sign string
	fits func(text string, at int) bool
	home func(text string, from, to int) (start, end int) // end is 0 when it is none
}

var marks = []mark{
	{"号", afterNumeral, house},
	{"单元", afterName, entrance},
	{"栋", afterName, inBuilding},
	{"幢", afterName, inBuilding},
	{"座", afterName, inBuilding},
	{"号楼", afterNumeral, inBuilding},
}

func afterNumeral(text string, at int) bool {
	r, _ := before(text, at)
	return isNumeral(r)
}

// afterName takes the letters and directions that buildings are called by, too: A栋, 东栋.
func afterName(text string, at int) bool {
	r, _ := before(text, at)
	return isNumeral(r) || r >= 'A' && r <= 'Z' || r >= 'Ａ' && r <= 'Ｚ' || r != 0 && strings.ContainsRune("东西南北中左右", r)
}

// isNumeral tells whether a sign is one of the numerals.
func isNumeral(r rune) bool {
	switch {
	case r < 0x80:
		return r >= '0' && r <= '9'
	case r >= '０' && r <= '９':
		return true
	}
	return strings.ContainsRune("一二三四五六七八九十百零〇", r)
}

// clause gives the part of a sentence that ends at a place, at most as much of it as is looked at.
func clause(text string, to int) string {
	from := to
	for from > max(0, to-sight) {
		r, start := before(text, from)
		switch r {
		case '，', '。', '；', '！', '？', ',', ';', '!', '?', '\n', '"', '“', '”', '《', '》', '|':
			return text[from:to]
		}
		from = start
	}
	return text[from:to]
}

// rest gives what stands at a place and behind it in the same line, as much of it as is looked at.
func rest(text string, from int) string {
	to := min(len(text), from+sight)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	line, _, _ := strings.Cut(text[from:to], "\n")
	return line
}

// house looks at a number with 号: a house of somebody who lives there, or one of a village's group.
func house(text string, from, to int) (start, end int) {
	last, at := before(text, from)
	for isNumeral(last) {
		last, at = before(text, at)
	}
	if last != 0 && strings.ContainsRune("月第〕〔]每本至到", last) {
		return 0, 0 // a day, a document, one of a list, or the end of a range
	}
	if next, _ := after(text, to); next != 0 && strings.ContainsRune("至到楼文令线-—~～前后起早上下晚召开举", next) {
		return 0, 0 // the start of a range, a building, a document, or a day
	}
	part, behind := clause(text, from), rest(text, to)
	if m := submatch(lives, part, "住户门"); m != nil {
		return from - len(part) + m[2], to
	}
	if m := submatch(grouped, part, "组屯队巷弄"); m != nil && door.MatchString(behind) && !strings.Contains(part[m[0]:m[1]], "代表小组") {
		return from - len(part) + m[0], to
	}
	if m := room.FindStringIndex(behind); m != nil && !public(part) && strings.ContainsAny(part, "路街巷弄道村") {
		return startOf(part, from), to + len(strings.TrimRightFunc(behind[:m[1]], func(r rune) bool { return r != '室' && r != '房' }))
	}
	return 0, 0
}

// entrance looks at a 单元 with what stands behind it.
func entrance(text string, from, to int) (start, end int) {
	part, behind := clause(text, from), rest(text, to)
	m := flat.FindStringIndex(behind)
	if m == nil {
		return 0, 0
	}
	return startOf(part, from), to + len(strings.TrimRightFunc(behind[:m[1]], apart))
}

// inBuilding looks at a building with a room behind it.
func inBuilding(text string, from, to int) (start, end int) {
	part, behind := clause(text, from), rest(text, to)
	m := room.FindStringIndex(behind)
	if m == nil || public(part) {
		return 0, 0
	}
	return startOf(part, from), to + len(strings.TrimRightFunc(behind[:m[1]], apart))
}

// submatch is FindStringSubmatchIndex, only asked when the text has one of the signs that a match cannot do without.
func submatch(shape *regexp.Regexp, text, signs string) []int {
	if !strings.ContainsAny(text, signs) {
		return nil
	}
	return shape.FindStringSubmatchIndex(text)
}

func apart(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) }

// public tells whether what stands before a number says that it is a public building.
func public(part string) bool { return office.MatchString(part) && !dwelling.MatchString(part) }

// startOf gives where the address begins of which part is the end, before a place of the text.
func startOf(part string, at int) int {
	m := building.FindStringIndex(part)
	return at - len(part) + m[0]
}
