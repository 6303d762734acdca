package record

import "reflect"

// A Suggestion (代表建议) is a matter that deputies raised, with everything that happened to it. Each thing that happens
// is a dated entry; the clerk never types a status, it follows from the entries.
type Suggestion struct {
	Source
	Number     string         `toml:"number,required" zh:"编号"`     // 届-次-号: 12-5-014
	Title      string         `toml:"title,required" zh:"案由"`      // 关于……的建议
	Kind       SuggestionKind `toml:"kind,required" zh:"种类"`       // 议案 / 建议 / 批评 / 意见
	Topic      string         `toml:"topic,required" zh:"内容分类"`    // 农业水利
	Raised     Date           `toml:"raised,required" zh:"提出日期"`   // the day the deputy handed it in
	Session    int            `toml:"session,required" zh:"第几次会议"` // the session it belongs to
	Between    bool           `toml:"between_sessions" zh:"闭会期间"`  // raised after that session closed
	Lead       Ref[Deputy]    `toml:"lead,required" zh:"领衔代表"`
	Cosigners  []Ref[Deputy]  `toml:"cosigners" zh:"附议代表"`
	Village    Ref[Village]   `toml:"village" zh:"涉及村"`  // empty: the whole town
	Hard       bool           `toml:"hard" zh:"疑难件"`     // gets the longer time limit
	Key        bool           `toml:"key_item" zh:"重点件"` // 热点难点: shown on the home page's five-publics table
	Open       Openness       `toml:"public,required" zh:"公开方式"`
	Summary    string         `toml:"summary" zh:"摘要"`            // what residents read when public = "摘要"
	WhyNotOpen string         `toml:"withheld_reason" zh:"不公开理由"` // reason class; itself public

	Intake        *Intake        `toml:"intake" zh:"提出关"`
	Assignments   []Assignment   `toml:"assignments" zh:"交办"`
	Consultations []Consultation `toml:"consultations" zh:"面商"`
	Urgings       []Urging       `toml:"urgings" zh:"督办"`
	CoOpinions    []CoOpinion    `toml:"co_opinions" zh:"协办意见"`
	Postponements []Postponement `toml:"postponements" zh:"延期"`
	Explanations  []Explanation  `toml:"explanations" zh:"情况说明"`
	Replies       []Reply        `toml:"replies" zh:"答复"` // one per round, in order
	Appraisals    []Appraisal    `toml:"appraisals" zh:"民主评议"`
	Closing       *Closing       `toml:"closing" zh:"办结"`
	Publication   *Publication   `toml:"publication" zh:"公开"`
	ArchiveNumber string         `toml:"archive" zh:"归档号"`
}

// SuggestionKind (种类).
type SuggestionKind string

func (SuggestionKind) Options() []string { return []string{"建议", "批评", "意见", "议案"} }

// An Intake (提出关) is the presidium's look before registration: take it, merge it with another, or give it back.
type Intake struct {
	Date   Date            `toml:"date,required" zh:"日期"`
	Result IntakeResult    `toml:"result,required" zh:"结果"`
	Into   Ref[Suggestion] `toml:"into" zh:"并入"`   // the item it was merged into
	Reason string          `toml:"reason" zh:"理由"` // asked for when merged or returned
	By     string          `toml:"by" zh:"审查人"`
}

// IntakeResult (提出关结果).
type IntakeResult string

const (
	Registered IntakeResult = "登记"
	Merged     IntakeResult = "合并"
	Returned   IntakeResult = "退回"
)

func (IntakeResult) Options() []string { return []string{"登记", "合并", "退回"} }

// An Assignment (交办) gives the item to a unit, with the three responsibles (三落实): unit, leader in charge, handler.
type Assignment struct {
	Date         Date          `toml:"date,required" zh:"交办日期"`
	Route        Route         `toml:"route" zh:"交办去向"`
	Unit         Ref[Unit]     `toml:"unit,required" zh:"承办单位"`
	CoUnits      []Ref[Unit]   `toml:"co_units" zh:"协办单位"`
	Leader       Ref[Official] `toml:"leader" zh:"领办领导"`
	Handler      string        `toml:"handler" zh:"经办人"`
	Accepted     Date          `toml:"accepted" zh:"签收日期"`
	Returned     Date          `toml:"returned" zh:"退办日期"` // the unit hands it back as not its own
	ReturnReason string        `toml:"return_reason" zh:"退办理由"`
	LateReturn   string        `toml:"late_return_reason" zh:"逾期退办的原因"` // why the presidium took it back after the limit; published
}

// Route (交办去向) is where the presidium sends an item.
type Route string

func (Route) Options() []string { return []string{"镇政府部门", "镇党委", "县人大"} }

// A Consultation (面商) is unit and deputy meeting face to face about the item.
type Consultation struct {
	Date Date        `toml:"date,required" zh:"面商日期"`
	Form ConsultForm `toml:"form,required" zh:"面商形式"`
	Who  []string    `toml:"who" zh:"参加人"` // as they are named on the consultation form
	Said string      `toml:"said" zh:"面商内容"`
}

// ConsultForm (面商形式).
type ConsultForm string

func (ConsultForm) Options() []string {
	return []string{"上门面商", "现场面商", "座谈面商"}
}

// An Urging (督办) is the presidium pressing for progress.
type Urging struct {
	Date   Date     `toml:"date,required" zh:"督办日期"`
	Form   UrgeForm `toml:"form,required" zh:"督办形式"`
	By     string   `toml:"by" zh:"督办人"`
	Asked  string   `toml:"asked" zh:"督办要求"`
	Answer string   `toml:"answer" zh:"单位回应"`
}

// UrgeForm (督办形式).
type UrgeForm string

func (UrgeForm) Options() []string {
	return []string{"电话督办", "视察督办", "专题调研督办"}
}

// A CoOpinion (协办意见) is what a co-handling unit tells the lead unit.
type CoOpinion struct {
	Date Date      `toml:"date,required" zh:"日期"`
	Unit Ref[Unit] `toml:"unit,required" zh:"协办单位"`
	Text string    `toml:"text" zh:"意见"`
}

// A Postponement (延办反馈书) moves the deadline: it needs approval, a latest date and measures.
type Postponement struct {
	Applied  Date   `toml:"applied,required" zh:"申请日期"`
	Approved Date   `toml:"approved" zh:"批准日期"`
	Approver string `toml:"approver" zh:"批准人"`
	Until    Date   `toml:"until" zh:"最迟办结日期"`
	Measures string `toml:"measures" zh:"措施"`
	Reason   string `toml:"reason" zh:"延办理由"`
}

// An Explanation (情况说明) tells residents and deputies why an item is not settled.
type Explanation struct {
	Date Date   `toml:"date,required" zh:"日期"`
	Text string `toml:"text,required" zh:"说明"`
}

// A Reply (答复) is one round of handling: the gates it passed, what it says, and what the deputy thought of it.
type Reply struct {
	Date     Date   `toml:"date,required" zh:"答复日期"`
	Number   string `toml:"number" zh:"答复文号"`
	Signer   string `toml:"signer" zh:"签发人"`
	Class    string `toml:"class,required" zh:"答复类别"` // a letter of the profile
	Text     string `toml:"text,required" zh:"答复内容"`
	Measures string `toml:"measures" zh:"下一步措施"`
	Promised Date   `toml:"promised" zh:"承诺办成日期"`
	Kept     Date   `toml:"kept" zh:"兑现日期"`

	Law     *Gate `toml:"law" zh:"法律关"` // the three gates (三关) before the reply goes out
	Content *Gate `toml:"content" zh:"内容质量关"`
	Wording *Gate `toml:"wording" zh:"文字关"`

	Exception string `toml:"consult_exception" zh:"未先面商的原因"` // published; without it a reply before 面商 is an error

	SlipSent     Date         `toml:"slip_sent" zh:"意见表发出"`
	SlipBack     Date         `toml:"slip_back" zh:"意见表收回"`
	Satisfaction Satisfaction `toml:"satisfaction" zh:"满意度"`
	Collector    Collector    `toml:"collected_by" zh:"收集人"`
	Signed       bool         `toml:"signed" zh:"代表签名"`
	Why          string       `toml:"why" zh:"不满意原因"`          // the deputy's reason or remark
	Refused      bool         `toml:"not_accepted" zh:"代表不接受"` // the deputy does not accept the result
	Justified    string       `toml:"justified" zh:"正当理由"`     // reason the presidium recognises; such an item does not count against the unit
}

// A Gate (关) is one check before a reply goes out.
type Gate struct {
	By   string `toml:"by,required" zh:"审核人"`
	Date Date   `toml:"date,required" zh:"审核日期"`
}

// Collector (收集人) is who asked the deputy. What the handling unit collected itself is marked as such.
type Collector string

func (Collector) Options() []string { return []string{"镇人大", "代表小组", "承办单位"} }

// An Appraisal (民主评议) is all deputies voting on the result after the leader of the deputies' group has reported on it.
type Appraisal struct {
	Date     Date        `toml:"date,required" zh:"评议日期"`
	Reporter Ref[Deputy] `toml:"reporter,required" zh:"报告人"` // the group's leader
	Present  int         `toml:"present,required" zh:"到会人数"`
	Votes    Ballots     `toml:"votes,required" zh:"表决票"`
	Text     string      `toml:"text" zh:"评议意见"`
}

// A Closing (办结) ends the handling; the result's own satisfaction is asked apart from the reply's.
type Closing struct {
	Date         Date         `toml:"date,required" zh:"办结日期"`
	Result       string       `toml:"result,required" zh:"办理结果"` // the state on the ground in a sentence
	Satisfaction Satisfaction `toml:"satisfaction" zh:"结果满意度"`
}

// A Publication (公开) is when and where residents could first read the reply.
type Publication struct {
	Date  Date     `toml:"date,required" zh:"公开日期"`
	Where []string `toml:"where" zh:"公开渠道"`
}

func (s *Suggestion) name() string { return s.Title }

// Assignment is the one in force on a day, nil when none is: the last that was made and not handed back.
func (s *Suggestion) Assignment(on Date) *Assignment {
	for i := len(s.Assignments) - 1; i >= 0; i-- {
		a := &s.Assignments[i]
		if a.Date.By(on) && !a.Returned.By(on) {
			return a
		}
	}
	return nil
}

// Rounds are the replies given by a day, in order.
func (s *Suggestion) Rounds(on Date) []Reply {
	n := 0
	for n < len(s.Replies) && s.Replies[n].Date.By(on) {
		n++
	}
	return s.Replies[:n]
}

// Opinion is what the deputy said of a reply by a day; empty while the slip is out.
func (r *Reply) Opinion(on Date) Satisfaction {
	if !r.SlipBack.By(on) {
		return ""
	}
	return r.Satisfaction
}

// Consulted tells whether a consultation took place on or before the day of the reply of a round (0 is the first),
// and after the reply of the round before it.
func (s *Suggestion) Consulted(round int) bool {
	reply := s.Replies[round].Date
	var last Date
	if round > 0 {
		last = s.Replies[round-1].Date
	}
	for _, c := range s.Consultations {
		if c.Date.By(reply) && c.Date.After(last) {
			return true
		}
	}
	return false
}

// Unacceptable tells whether, by a day, the latest result is one the ">2 不满意" rule counts: the deputy is dissatisfied,
// does not accept it, and the unit has no recognised reason.
func (s *Suggestion) Unacceptable(on Date) bool {
	r := s.refused(on)
	return r != nil && r.Justified == ""
}

// Excused tells whether the latest result would count under that rule, had the presidium not recognised a reason.
func (s *Suggestion) Excused(on Date) bool {
	r := s.refused(on)
	return r != nil && r.Justified != ""
}

// refused is the latest reply when, by a day, the deputy is dissatisfied and does not accept the result.
func (s *Suggestion) refused(on Date) *Reply {
	rounds := s.Rounds(on)
	if len(rounds) == 0 {
		return nil
	}
	if r := &rounds[len(rounds)-1]; r.Opinion(on) == Dissatisfied && r.Refused {
		return r
	}
	return nil
}

// Out is the day it was raised.
func (s *Suggestion) Out() Date { return s.Raised }

// Unread tells whether reading found a problem in some item, so that the items the ledger holds may not be all there are.
func (l *Ledger) Unread() bool {
	d, ok := l.directories[reflect.TypeFor[Suggestion]()].(*directory[Suggestion])
	if !ok {
		return false
	}
	for _, s := range d.byID {
		if s.Faulty {
			return true
		}
	}
	return false
}
