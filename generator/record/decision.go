package record

// A Decision (重大决策) is a major decision of the town's government that deputies are asked about before it is taken and
// follow through its whole course.
type Decision struct {
	Source
	Title    string         `toml:"title,required" zh:"决策事项"`
	By       string         `toml:"by,required" zh:"提出机关"`
	Date     Date           `toml:"date,required" zh:"提出日期"`
	Summary  string         `toml:"summary,required" zh:"主要内容"`
	From     Date           `toml:"from" zh:"征求意见起"`
	Until    Date           `toml:"until" zh:"征求意见止"`
	Issued   int            `toml:"issued" zh:"发出征求意见表"`
	Returned int            `toml:"returned" zh:"收回征求意见表"`
	Units    []Ref[Unit]    `toml:"units" zh:"实施单位"`
	Villages []Ref[Village] `toml:"villages" zh:"涉及村"`
	Opinions []Opinion      `toml:"opinions" zh:"代表意见"`
	Stages   []Stage        `toml:"stages" zh:"全过程"`
}

// An Opinion (征求意见表) is what one deputy said on the form. Agreement without words needs no entry; it is in Returned.
type Opinion struct {
	Date    Date        `toml:"date,required" zh:"日期"`
	Deputy  Ref[Deputy] `toml:"deputy,required" zh:"代表"`
	Stance  Stance      `toml:"stance,required" zh:"态度"`
	Text    string      `toml:"text" zh:"意见"`
	Adopted Adoption    `toml:"adopted" zh:"采纳情况"`
	Why     string      `toml:"why" zh:"说明"` // asked for when it was not adopted, or only in part
}

// Stance (态度).
type Stance string

const (
	Agree  Stance = "同意"
	Amend  Stance = "修改"
	Oppose Stance = "反对"
)

func (Stance) Options() []string { return []string{"同意", "修改", "反对"} }

// Adoption (采纳情况).
type Adoption string

const (
	Adopted     Adoption = "采纳"
	AdoptedPart Adoption = "部分采纳"
	NotAdopted  Adoption = "未采纳"
)

func (Adoption) Options() []string { return []string{"采纳", "部分采纳", "未采纳"} }

// A Stage (环节) is one step of the decision's course.
type Stage struct {
	Date Date      `toml:"date,required" zh:"日期"`
	Kind StageKind `toml:"kind,required" zh:"环节"`
	Text string    `toml:"text,required" zh:"内容"`
}

// StageKind (环节).
type StageKind string

const (
	StageAsked   StageKind = "征求意见"
	StageDecided StageKind = "决定"
)

func (StageKind) Options() []string {
	return []string{"提出", "视察", "征求意见", "讨论", "决定", "实施", "跟踪", "评估"}
}

// Decided is the day on which it was decided; zero while it is not.
func (d *Decision) Decided() Date {
	for i := range d.Stages {
		if d.Stages[i].Kind == StageDecided {
			return d.Stages[i].Date
		}
	}
	return Date{}
}

func (d *Decision) name() string { return d.Title }

// Out is the day it was put forward.
func (d *Decision) Out() Date { return d.Date }

// Asked is the day after which it may be decided: the end of the period for opinions, else the last stage at which
// deputies were asked; zero when they were not.
func (d *Decision) Asked() Date {
	if !d.Until.IsZero() {
		return d.Until
	}
	var last Date
	for i := range d.Stages {
		if s := &d.Stages[i]; s.Kind == StageAsked && s.Date.After(last) {
			last = s.Date
		}
	}
	return last
}
