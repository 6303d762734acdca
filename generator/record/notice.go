package record

// A Notice (公告、通报) is a dated announcement of the presidium, with its text in Markdown.
type Notice struct {
	Source
	Kind        NoticeKind        `toml:"kind,required" zh:"种类"`
	Title       string            `toml:"title,required" zh:"标题"`
	Number      string            `toml:"number" zh:"发文字号"` // 石人大〔2025〕3号
	Date        Date              `toml:"date,required" zh:"成文日期"`
	Published   Date              `toml:"published,required" zh:"发布日期"`
	From        Date              `toml:"from" zh:"公示起"` // period in which residents may object
	Until       Date              `toml:"until" zh:"公示止"`
	Objection   string            `toml:"objection" zh:"异议方式"` // how and to whom to object
	Signer      string            `toml:"signer" zh:"落款"`
	IndexNo     string            `toml:"index" zh:"索引号"`
	Category    string            `toml:"category" zh:"主题分类"`
	Summary     string            `toml:"summary,required" zh:"内容概述"`
	Suggestions []Ref[Suggestion] `toml:"suggestions" zh:"相关建议"`
	Units       []Ref[Unit]       `toml:"units" zh:"相关单位"`
	Honours     []Ref[Unit]       `toml:"honours" zh:"授予荣誉的单位"` // units this notice commends or gives a plaque
	People      []Honoured        `toml:"honour_people" zh:"授予荣誉的个人"`
	Target      Ref[Notice]       `toml:"target" zh:"更正或撤回的文件"`
	Photo       *Photo            `toml:"photo" zh:"照片"`
	Message     string            `toml:"message" zh:"短信"`     // at most MessageLength characters; made from the title when empty
	Blackboard  string            `toml:"blackboard" zh:"黑板报"` // what to write on the village blackboard; the summary when empty
}

// MessageLength is how many characters one short message (短信) holds, signs and digits included. A longer text is sent as
// two, which reach an old telephone apart.
const MessageLength = 70

// MessageTitle is the longest title that leaves room in a message for who sends it and where to read the rest.
const MessageTitle = 40

// An Honoured (受表彰个人) is a person a notice honours, with the unit the person works in.
type Honoured struct {
	Name string    `toml:"name,required" zh:"姓名"`
	Unit Ref[Unit] `toml:"unit" zh:"单位"`
}

// NoticeKind (种类).
type NoticeKind string

const (
	Announcement   NoticeKind = "公告"
	PublicNotice   NoticeKind = "公示"
	Circular       NoticeKind = "通报"
	ExplainNotice  NoticeKind = "情况说明"
	PostponeForm   NoticeKind = "延办反馈书"
	CorrectNotice  NoticeKind = "更正"
	WithdrawNotice NoticeKind = "撤回"
)

func (NoticeKind) Options() []string {
	return []string{"公告", "公示", "通报", "情况说明", "延办反馈书", "更正", "撤回"}
}

func (n *Notice) name() string { return n.Title }

// Out is the day it was published.
func (n *Notice) Out() Date { return n.Published }

func (n *Notice) picture() *Photo { return n.Photo }
