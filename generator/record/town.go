package record

import (
	"fmt"
	"strings"

	"gongshi/generator/content"
)

// A Town (乡镇) is who publishes: the township's People's Congress, its presidium, its term, and how the county's portal
// knows it. The clerk fills it in once, in town.toml.
type Town struct {
	Source
	Name      string     `toml:"name,required" zh:"乡镇"`       // 石萝镇
	County    string     `toml:"county,required" zh:"县"`      // 澄陵县
	Congress  string     `toml:"congress,required" zh:"人大名称"` // 石萝镇人民代表大会
	Presidium string     `toml:"presidium,required" zh:"主席团"` // 石萝镇人大主席团: who signs what is published
	Lang      string     `toml:"lang" zh:"文字"`                // word list of the pages; zh-CN when empty
	On        Date       `toml:"on" zh:"截至日期"`                // the board's day when the command gives none
	Intro     string     `toml:"intro" zh:"简介"`               // two or three sentences on the about page
	Term      Term       `toml:"term,required" zh:"届次"`       // the running term
	PastTerms []Term     `toml:"past_terms" zh:"历届"`          // earliest first
	Posts     []Post     `toml:"posts" zh:"主席团职务"`            // who holds the presidium's offices
	Contact   Contact    `toml:"contact,required" zh:"联系方式"`  // whom residents ask
	Portal    Portal     `toml:"portal" zh:"网站"`              // the county portal that carries the board
	Numbering string     `toml:"numbering" zh:"文号代字"`         // 石人大: agency mark in document numbers
	Supervise []string   `toml:"supervise" zh:"监督方式"`         // how residents object or complain, a line each
	NameOrder NameOrder  `toml:"name_order" zh:"姓名排列"`        // of deputies on printed lists; as the records have them when empty
	Cards     []CardSize `toml:"table_cards" zh:"桌签尺寸"`       // one face; 200x100 when empty
	Privacy   Privacy    `toml:"privacy" zh:"个人信息"`           // what looks like personal data and may be public
}

// NameOrder (姓名排列) is how rosters, rolls of honour and table cards put deputies in order.
type NameOrder string

const (
	AsGiven   NameOrder = "登记先后" // as the records have them
	ByStrokes NameOrder = "姓氏笔画" // by the strokes of the surname (按姓氏笔画为序)
)

func (NameOrder) Options() []string { return []string{string(AsGiven), string(ByStrokes)} }

// ByStrokes tells whether printed lists go by the strokes of the surname, so that they can say so.
func (t *Town) ByStrokes() bool { return t.NameOrder == ByStrokes }

// A CardSize (桌签尺寸) is the size of one face of a table card, in millimetres, written 200x100, and 60x40 at least. Two faces, one
// above the other, must fit on A3, with five millimetres around for the marks.
type CardSize struct{ Width, Height int }

// UnmarshalTOML takes "200x100".
func (c *CardSize) UnmarshalTOML(v any) error {
	s, _ := v.(string)
	var x CardSize
	if n, err := fmt.Sscanf(strings.ReplaceAll(s, "×", "x"), "%dx%d", &x.Width, &x.Height); n != 2 || err != nil || x.String() != strings.ReplaceAll(s, "×", "x") {
		return &content.ValueError{Text: "写得不对", Hint: "写一面的宽和高，单位毫米，例如 \"200x100\""}
	}
	const narrowest, lowest, sheet, side = 60, 40, 420, 297 // of a face and of A3
	long, short := max(x.Width, 2*x.Height), min(x.Width, 2*x.Height)
	if x.Width < narrowest || x.Height < lowest || long > sheet-10 || short > side-10 {
		return &content.ValueError{Text: "印不下", Hint: "宽不小于60毫米，高不小于40毫米；两面上下相连，要能放进A3纸，四边各留5毫米"}
	}
	*c = x
	return nil
}

func (c CardSize) String() string { return fmt.Sprintf("%dx%d", c.Width, c.Height) }

// A Term (届) is five years of one congress, with its yearly sessions (会议).
type Term struct {
	Number   int       `toml:"number,required" zh:"第几届"` // 12
	From     Date      `toml:"from,required" zh:"起"`
	Until    Date      `toml:"until" zh:"止"` // planned end
	Sessions []Session `toml:"sessions" zh:"会议"`
}

// A Session (次会议) is one meeting of the whole congress.
type Session struct {
	Number int  `toml:"number,required" zh:"第几次"` // 5
	From   Date `toml:"from,required" zh:"开幕"`
	Until  Date `toml:"until,required" zh:"闭幕"`
}

// A Post (职务) is an office of the presidium and who holds it.
type Post struct {
	Title  string      `toml:"title,required" zh:"职务"` // 人大主席
	Holder Ref[Deputy] `toml:"holder" zh:"担任者"`        // empty while vacant
	Since  Date        `toml:"since" zh:"任职日期"`
	Duties string      `toml:"duties" zh:"职责"` // one sentence
	Past   []PastPost  `toml:"past" zh:"历任"`   // who held it before, earliest first
}

// A PastPost (历任) is who held a post once. A name is enough: the record of someone who left long ago may be gone.
type PastPost struct {
	Name  string `toml:"name,required" zh:"姓名"`
	From  Date   `toml:"from,required" zh:"任职日期"`
	Until Date   `toml:"until,required" zh:"卸任日期"` // the first day without it
}

// A Contact (联系方式) is the office residents turn to: office telephones only, never a private number.
type Contact struct {
	Office  string `toml:"office,required" zh:"科室"`
	Address string `toml:"address" zh:"地址"`
	Phone   string `toml:"phone,required" zh:"电话"`
	Email   string `toml:"email" zh:"邮箱"`
	Hours   string `toml:"hours" zh:"接待时间"`
}

// A Portal (网站) is how the county's portal registers this column: the page tags every government site carries.
type Portal struct {
	Base     string `toml:"base" zh:"网址"`        // public address of the board, with a closing slash; feeds and QR codes need it
	SiteName string `toml:"site_name" zh:"网站名称"` // 澄陵县人民政府门户网站
	Domain   string `toml:"domain" zh:"域名"`      // www.chengling.example
	Code     string `toml:"code" zh:"网站标识码"`     // 10 digits
	ICP      string `toml:"icp" zh:"ICP备案号"`     // as shown in the footer
	Police   string `toml:"police" zh:"公安备案号"`   // as shown in the footer
	Host     string `toml:"host" zh:"主办单位"`      // who runs the portal
	Column   string `toml:"column" zh:"栏目"`      // 石萝镇人大公示栏
	Keywords string `toml:"keywords" zh:"栏目关键词"` // comma separated
	About    string `toml:"about" zh:"栏目说明"`     // one sentence

	Licence    string `toml:"licence" zh:"许可协议"`       // under which the open data may be used: 知识共享 署名 4.0 国际许可协议（CC BY 4.0）
	LicenceURL string `toml:"licence_url" zh:"许可协议网址"` // where its text stands; given together with it or not at all
}

// A Privacy (个人信息) is what looks like personal data and is not: telephones and addresses of offices that no record of the
// board has a place for. The identity number of a person is never among them.
type Privacy struct {
	Numbers   []string `toml:"numbers" zh:"可以公开的号码"`   // a mobile that an office answers: 139 0000 0000; a code taken for a card
	Addresses []string `toml:"addresses" zh:"可以公开的地址"` // of an office in a dwelling house: 萝溪路1号3栋402室
}

func (t *Town) name() string { return t.Name }

// TermOn is the term a day falls in: the last that had begun; nil before all of them.
func (t *Town) TermOn(on Date) *Term {
	if t.Term.From.By(on) {
		return &t.Term
	}
	for i := len(t.PastTerms) - 1; i >= 0; i-- {
		if t.PastTerms[i].From.By(on) {
			return &t.PastTerms[i]
		}
	}
	return nil
}

// TermNumbered is the running or a past term by its number; nil when town.toml has none.
func (t *Town) TermNumbered(number int) *Term {
	if t.Term.Number == number {
		return &t.Term
	}
	for i := range t.PastTerms {
		if t.PastTerms[i].Number == number {
			return &t.PastTerms[i]
		}
	}
	return nil
}

// Session is the session of a term with a number, nil when the term, which may be nil, has none.
func (t *Term) Session(number int) *Session {
	if t == nil {
		return nil
	}
	for i := range t.Sessions {
		if t.Sessions[i].Number == number {
			return &t.Sessions[i]
		}
	}
	return nil
}
