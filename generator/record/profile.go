package record

// A Profile (办理规则) holds what differs from region to region: time limits, what class letters mean, thresholds.
// The clerk copies it from the county's rules into profile.toml; every number here is printed where it is used.
type Profile struct {
	Source
	Name      string        `toml:"name,required" zh:"规则名称"` // 澄陵县代表建议办理办法
	Basis     string        `toml:"basis" zh:"依据"`           // the documents it follows, as the county cites them
	Deadlines Deadlines     `toml:"deadlines,required" zh:"时限"`
	Classes   []ReplyClass  `toml:"classes,required" zh:"答复分类"`
	Figures   FigureRule    `toml:"figures" zh:"数字口径"`
	Sanction  SanctionRule  `toml:"sanction" zh:"不满意件规定"`
	Notices   NoticePeriods `toml:"notices" zh:"公示期"`
	Duties    DutyRule      `toml:"duties" zh:"履职要求"`
	Liaison   LiaisonRule   `toml:"liaison" zh:"联系代表"`
}

// Deadlines (时限) are the time limits of handling, from domain practice that varies by county.
type Deadlines struct {
	Start        ClockStart `toml:"start,required" zh:"起算"`      // what starts the clock
	Months       int        `toml:"months,required" zh:"一般时限月数"` // ordinary items: 3
	HardMonths   int        `toml:"hard_months" zh:"疑难件时限月数"`    // hard items: 6; same as months when 0
	ExtendMonths int        `toml:"extend_months" zh:"延期上限月数"`   // longest extension after the deadline; 0 sets none
	CoOpinion    int        `toml:"co_opinion_days" zh:"协办意见天数"` // calendar days for a co-handling unit's opinion
	Return       int        `toml:"return_days" zh:"退办天数"`       // to hand back a wrong assignment: 3 or 7 working days, or 10 days
	ReturnUnit   DayUnit    `toml:"return_unit" zh:"退办天数怎么算"`    // 工作日 when empty
	RedoMonths   int        `toml:"redo_months" zh:"重办月数"`       // months to reply again after 不满意
	Slip         int        `toml:"slip_days" zh:"意见表工作日"`       // working days for the deputy's slip
	Publish      int        `toml:"publish_days" zh:"公开工作日"`     // working days from reply to publication
	DayOff       DayOff     `toml:"day_off" zh:"遇休息日"`           // what happens to a limit counted in months that ends on a day off; 不顺延 when empty
}

// ClockStart (起算) is the event that starts the handling clock.
type ClockStart string

const (
	FromAssignment ClockStart = "交办"
	FromClose      ClockStart = "闭会"
)

func (ClockStart) Options() []string { return []string{"交办", "闭会"} }

// DayUnit (天数单位) is what a limit in days counts.
type DayUnit string

const (
	WorkingDays  DayUnit = "工作日"
	CalendarDays DayUnit = "自然日"
)

func (DayUnit) Options() []string { return []string{"工作日", "自然日"} }

// DayOff (遇休息日) says whether a limit that ends on a day off rolls on to the next working day.
type DayOff string

const (
	Rolls DayOff = "顺延"
	Stays DayOff = "不顺延"
)

func (DayOff) Options() []string { return []string{"顺延", "不顺延"} }

// A ReplyClass (答复分类) is what a letter on a reply means in this county.
type ReplyClass struct {
	Letter      string      `toml:"letter,required" zh:"类别"`      // A
	Meaning     string      `toml:"meaning,required" zh:"含义"`     // 已经解决或基本解决
	Disposition Disposition `toml:"disposition,required" zh:"处理"` // 尽快办 / 逐步办 / 向上争取 / 作参考
	Resolved    bool        `toml:"resolved" zh:"算解决"`            // counts as resolved in 解决率
}

// Disposition (办理方式) is how a matter that cannot be done at once is taken forward.
type Disposition string

const (
	Soon      Disposition = "尽快办"
	ByStep    Disposition = "逐步办"
	Upward    Disposition = "向上争取"
	Reference Disposition = "作参考"
)

func (Disposition) Options() []string {
	return []string{"尽快办", "逐步办", "向上争取", "作参考"}
}

// A FigureRule (数字口径) says how figures are counted, named and shown.
type FigureRule struct {
	Floor     int           `toml:"floor" zh:"最少件数"`      // fewer items than this show no percentage and are not ranked; 5 when 0
	Satisfied SatisfiedRule `toml:"satisfied" zh:"满意率口径"` // 满意 when empty
	Resolved  ResolvedName  `toml:"resolved" zh:"解决率名称"`  // 解决率 when empty
}

// SatisfiedRule (满意率口径) is which answers on the slips make 满意率. The other way of counting stands beside it.
type SatisfiedRule string

const (
	SatisfiedOnly SatisfiedRule = "满意"
	SatisfiedBoth SatisfiedRule = "满意和基本满意"
)

func (SatisfiedRule) Options() []string { return []string{"满意", "满意和基本满意"} }

// ResolvedName (解决率名称) is what the county calls the share of items that were resolved.
type ResolvedName string

const (
	ResolvedRate ResolvedName = "解决率"
	DoneRate     ResolvedName = "办成率"
)

func (ResolvedName) Options() []string { return []string{"解决率", "办成率"} }

// A SanctionRule (不满意件规定) is what too many unacceptable results in a year cost a unit.
type SanctionRule struct {
	Limit       int    `toml:"limit" zh:"上限件数"`     // more than this many in a year: no honours; 2 when 0
	Consequence string `toml:"consequence" zh:"后果"` // printed with the counter
}

// NoticePeriods (公示期) are the shortest periods a public notice stands.
type NoticePeriods struct {
	WorkingDays int `toml:"working_days" zh:"公示工作日"` // 5
}

// A DutyRule (履职要求) is how often the congress owes what it does between sessions. What is not given is the field's
// common practice.
type DutyRule struct {
	Visits        int `toml:"visits" zh:"每月走访户数"`            // homes each deputy calls on in a month; 2 when 0
	MeetingMonths int `toml:"meeting_months" zh:"小组会议间隔月数"`  // longest time between two meetings of a group; 3 when 0
	HearingMonths int `toml:"hearing_months" zh:"听取汇报间隔月数"`  // 2 when 0
	OnSiteMonths  int `toml:"onsite_months" zh:"现场观察间隔月数"`   // 3 when 0
	AssessMonths  int `toml:"assess_months" zh:"综合评议间隔月数"`   // 3 when 0
	ReportMonths  int `toml:"report_months" zh:"办理情况通报间隔月数"` // 6 when 0
	ReportDays    int `toml:"report_days" zh:"期满后成文工作日"`     // working days after a period for its report, and after a year for its assessment and awards; 20 when 0
}

// VisitsDue is how many homes each deputy is to call on in a month.
func (r DutyRule) VisitsDue() int { return or(r.Visits, 2) }

// MeetingEvery is the longest time in months between two meetings of a group.
func (r DutyRule) MeetingEvery() int { return or(r.MeetingMonths, 3) }

// HearingEvery is the longest time in months between two hearings of the government.
func (r DutyRule) HearingEvery() int { return or(r.HearingMonths, 2) }

// OnSiteEvery is the longest time in months between two on-site looks.
func (r DutyRule) OnSiteEvery() int { return or(r.OnSiteMonths, 3) }

// AssessEvery is the longest time in months between two assessments of the units.
func (r DutyRule) AssessEvery() int { return or(r.AssessMonths, 3) }

// ReportEvery is the longest time in months between two reports on handling.
func (r DutyRule) ReportEvery() int { return or(r.ReportMonths, 6) }

// A LiaisonRule (联系代表制度) is with how many deputies every member of the government keeps in touch.
type LiaisonRule struct {
	Deputies int `toml:"deputies" zh:"最少人数"` // 2 when 0
}

// ReportDue is how many working days after a period its report is due; a year's assessment and awards have as many.
func (r DutyRule) ReportDue() int { return or(r.ReportDays, 20) }

// Class is the meaning of a letter; nil when the profile has no such letter.
func (p *Profile) Class(letter string) *ReplyClass {
	for i := range p.Classes {
		if p.Classes[i].Letter == letter {
			return &p.Classes[i]
		}
	}
	return nil
}

// Floor is the smallest denominator shown with a percentage.
func (p *Profile) Floor() int { return or(p.Figures.Floor, 5) }

// SanctionLimit is how many unacceptable results a unit may have in a year before it loses eligibility.
func (p *Profile) SanctionLimit() int { return or(p.Sanction.Limit, 2) }

// LiaisonDeputies is the least number of deputies an official keeps in touch with.
func (p *Profile) LiaisonDeputies() int { return or(p.Liaison.Deputies, 2) }

// ReturnUnit is what the limit for handing back counts.
func (p *Profile) ReturnUnit() DayUnit { return or(p.Deadlines.ReturnUnit, WorkingDays) }

// DayOff is what happens to a limit that ends on a day off.
func (p *Profile) DayOff() DayOff { return or(p.Deadlines.DayOff, Stays) }

// SatisfiedRule is how 满意率 is counted.
func (p *Profile) SatisfiedRule() SatisfiedRule { return or(p.Figures.Satisfied, SatisfiedOnly) }

// ResolvedName is what the share of resolved items is called.
func (p *Profile) ResolvedName() ResolvedName { return or(p.Figures.Resolved, ResolvedRate) }

func (p *Profile) name() string { return p.Name }

func or[T comparable](given, fallback T) T {
	var none T
	if given == none {
		return fallback
	}
	return given
}
