package town

import (
	"fmt"

	"gongshi/generator/record"
)

// A fate is what became of an item at intake.
type fate string

const (
	registered fate = "登记"
	merged     fate = "合并"
	returned   fate = "退回"
)

// An item is a suggestion's life, planned to its end whatever the town's last day: only what has come by then is
// written down.
type item struct {
	id       string
	place    int // among all items
	serial   int // of the year
	raised   record.Date
	lead     int
	unit     int
	village  int
	open     record.Openness
	fate     fate
	hard     bool
	intake   record.Date
	wrong    bool // first given to a unit that hands it back on the day it goes to the right one
	first    record.Date
	assigned record.Date
	applied  record.Date // zero unless postponed
	approved record.Date
	until    record.Date
	rounds   []round
	closed   record.Date
}

// A round is one reply with what comes before and after it.
type round struct {
	consulted record.Date
	exception bool // consulted only after the reply
	replied   record.Date
	class     string
	promised  record.Date
	kept      record.Date
	sent      record.Date
	back      record.Date
	opinion   record.Satisfaction
}

// dayOf spreads the items evenly over the town's days.
func (t *town) dayOf(i int) record.Date { return t.begin.AddDays(i * t.days / len(t.items)) }

// live plans an item. Replies come within the time limits, one in 25 within a postponed one; one in ten is handled again
// because the deputy is dissatisfied, and one in fifty twice.
func (t *town) live(i, serial int) item {
	r := t.stream("life", i)
	x := item{place: i, raised: t.dayOf(i), serial: serial, lead: r.below(t.deputies), unit: r.below(t.units), open: record.Full, fate: registered}
	x.id = fmt.Sprintf("%d-%04d", x.raised.Year, serial)
	x.village = t.villageOf(x.lead)
	x.intake = x.raised.AddDays(r.from(1, 4))
	x.first = x.intake.AddDays(r.from(3, 9))
	x.assigned = x.first
	switch i % 100 {
	case 49:
		x.fate = merged // into the item before it
		return x
	case 99:
		x.fate = returned
		return x
	case 10:
		x.open = record.Withheld
	case 20, 60:
		x.open = record.Abstract
	}
	x.hard = r.percent(10)
	if x.wrong = r.percent(2); x.wrong {
		x.assigned = x.first.AddDays(r.from(2, 5))
	}
	replied := x.first.AddDays(r.from(10, 85))
	switch {
	case x.hard:
		replied = x.first.AddDays(r.from(30, 170))
	case r.percent(4):
		x.applied = x.first.AddDays(r.from(60, 70))
		x.approved = x.applied.AddDays(r.from(2, 5))
		x.until = x.first.AddMonths(5)
		replied = x.first.AddDays(r.from(95, 145))
	}
	from := x.assigned
	for {
		n := len(x.rounds)
		y := round{replied: replied, opinion: record.Satisfied, exception: n == 0 && r.percent(5)}
		y.consulted = from.AddDays(1 + r.below(from.DaysTo(replied)))
		if y.exception {
			y.consulted = replied.AddDays(r.from(2, 6))
		}
		y.class = pick(r, list("A A A A A B B C C D"))
		switch y.class {
		case "B":
			y.promised = replied.AddDays(r.from(40, 120))
			y.kept = y.promised.AddDays(-r.below(10))
		case "C":
			y.promised = replied.AddDays(r.from(150, 330))
			y.kept = y.promised.AddDays(-r.below(10))
		}
		y.sent = replied.AddDays(1)
		y.back = y.sent.AddDays(r.from(4, 12))
		switch p := r.below(10); {
		case p == 0 && n == 0 || n == 1 && p < 2:
			y.opinion = record.Dissatisfied
		case p < 4:
			y.opinion = record.BasicallySatisfied
		}
		x.rounds = append(x.rounds, y)
		if y.opinion != record.Dissatisfied {
			x.closed = y.back.AddDays(r.from(3, 20))
			return x
		}
		from = y.back
		replied = y.back.AddDays(r.from(9, 26))
	}
}

// explained is the day of the first explanation: the day of the first reply that does not resolve the matter.
func (x *item) explained() record.Date {
	for i := range x.rounds {
		if x.rounds[i].class != "A" {
			return x.rounds[i].replied
		}
	}
	return record.Date{}
}

func (t *town) suggestion(i int) (string, string) {
	x := &t.items[i]
	r := t.stream("suggestion", i)
	var f file
	place, matter := village(x.village), pick(r, matters)
	f.fence()
	f.text("number", fmt.Sprintf("%d-%d-%04d", term, x.raised.Year-t.begin.Year+1, x.serial))
	f.text("title", pick(r, openings)+"在"+place+matter+"的建议")
	f.text("kind", pick(r, list("建议 建议 建议 建议 建议 建议 建议 建议 意见 批评")))
	f.text("topic", pick(r, subjects))
	f.day("raised", x.raised)
	f.number("session", x.raised.Year-t.begin.Year+1)
	if x.raised.After(sessionEnd(x.raised.Year)) {
		f.yes("between_sessions")
	}
	f.text("lead", deputyID(x.lead))
	var cosigners []string
	next := x.lead + r.from(1, t.deputies-4)
	for k := range r.from(1, 4) {
		cosigners = append(cosigners, deputyID((next+k)%t.deputies))
	}
	f.texts("cosigners", cosigners)
	f.text("village", place)
	if x.hard {
		f.yes("hard")
	}
	if r.percent(5) {
		f.yes("key_item")
	}
	f.text("public", string(x.open))
	if x.open == record.Abstract {
		f.text("summary", "建议在"+place+matter+"，有关单位已经受理。")
	}
	if x.open != record.Full {
		f.text("withheld_reason", "涉及个人隐私")
	}
	t.intake(&f, x)
	if x.fate == registered && x.first.By(on) {
		t.handling(&f, r, x)
	}
	f.body(t.markdown(r, r.from(400, 1400), true, "["+place+"代表的档案](../deputies/"+deputyID(x.lead)+".md)"))
	return "suggestions/" + x.id + ".md", f.String()
}

func (t *town) intake(f *file, x *item) {
	if !x.intake.By(on) {
		return
	}
	f.table("intake")
	f.day("date", x.intake)
	f.text("result", string(x.fate))
	switch x.fate {
	case merged:
		f.text("into", t.items[x.place-1].id)
		f.text("reason", "与前一件说的是同一处地方，并在一起办理。")
	case returned:
		f.text("reason", "所提的是两家之间的合同纠纷，应当由当事人协商或者诉讼解决。")
	}
	f.text("by", "主席团办公室")
}

// handling writes what has happened to a registered item by the town's last day.
func (t *town) handling(f *file, r *stream, x *item) {
	unit, official := unitName(x.unit), officialID(x.unit%t.officials)
	assign := func(day record.Date, unit string) {
		f.entry("assignments")
		f.day("date", day)
		f.text("route", "镇政府部门")
		f.text("unit", unit)
		f.text("leader", official)
		f.text("handler", person(r))
	}
	other := unitName((x.unit + r.from(1, t.units-1)) % t.units)
	if x.wrong {
		assign(x.first, other)
		if x.assigned.By(on) {
			f.day("returned", x.assigned)
			f.text("return_reason", "不属于本单位的职责，应由"+unit+"办理。")
		}
	}
	if !x.assigned.By(on) {
		return
	}
	assign(x.assigned, unit)
	co := r.percent(15)
	if co {
		f.texts("co_units", []string{other})
	}
	if day := x.assigned.AddDays(1); day.By(on) {
		f.day("accepted", day)
	}
	t.along(f, r, x, co, other)
	for i := range x.rounds {
		if x.rounds[i].replied.By(on) {
			t.reply(f, r, x, i)
		}
	}
	if x.closed.By(on) {
		f.table("closing")
		f.day("date", x.closed)
		f.text("result", t.sentences(r, 1))
		f.text("satisfaction", string(x.rounds[len(x.rounds)-1].opinion))
	}
	if day := x.rounds[0].replied.AddDays(r.from(2, 14)); day.By(on) && x.open != record.Withheld {
		f.table("publication")
		f.day("date", day)
		f.texts("where", []string{"县门户网站青萍镇人大公示栏", "村务公开栏"})
	}
}

// along writes what accompanies the replies: consultations, urgings, the other unit's opinion, the postponement and the
// explanations.
func (t *town) along(f *file, r *stream, x *item, co bool, other string) {
	for i := range x.rounds {
		y := &x.rounds[i]
		if !y.consulted.By(on) {
			continue
		}
		f.entry("consultations")
		f.day("date", y.consulted)
		f.text("form", pick(r, record.ConsultForm("").Options()))
		f.texts("who", []string{"领衔代表", person(r) + "（" + unitName(x.unit) + "）"})
		f.text("said", t.sentences(r, 1))
	}
	if day := x.assigned.AddDays(r.from(20, 60)); r.percent(10) && day.By(on) {
		f.entry("urgings")
		f.day("date", day)
		f.text("form", pick(r, record.UrgeForm("").Options()))
		f.text("by", "主席团办公室")
		f.text("asked", "代表想知道办到哪一步了，什么时候有结果？")
		f.text("answer", t.sentences(r, 1))
	}
	if day := x.assigned.AddDays(r.from(5, 25)); co && day.By(on) {
		f.entry("co_opinions")
		f.day("date", day)
		f.text("unit", other)
		f.text("text", t.sentences(r, 1))
	}
	if x.approved.By(on) {
		f.entry("postponements")
		f.day("applied", x.applied)
		f.day("approved", x.approved)
		f.text("approver", "青萍镇人大主席团")
		f.day("until", x.until)
		f.text("measures", "先做能做的一段，料到以后接着做完。")
		f.text("reason", "材料由县里统一调配，到货晚于原定日期。")
	}
	for i := range x.rounds {
		if y := &x.rounds[i]; y.class != "A" && y.replied.By(on) {
			f.entry("explanations")
			f.day("date", y.replied)
			f.text("text", t.sentences(r, 2))
		}
	}
}

func (t *town) reply(f *file, r *stream, x *item, i int) {
	y := &x.rounds[i]
	f.entry("replies")
	f.day("date", y.replied)
	f.text("number", fmt.Sprintf("青办复〔%d〕%d号", y.replied.Year, x.place*3+i+1))
	f.text("signer", person(r))
	f.text("class", y.class)
	f.text("text", t.sentences(r, 3))
	if !y.promised.IsZero() {
		f.text("measures", "排好工期，逐段完成，完成一段向代表报告一段。")
		f.day("promised", y.promised)
		if y.kept.By(on) {
			f.day("kept", y.kept)
		}
	}
	for _, gate := range []struct {
		key, by string
		before  int
	}{{"law", "法律顾问", 3}, {"content", "分管领导", 2}, {"wording", "党政办公室", 1}} {
		f.line(`%s = { by = "%s", date = %s }`, gate.key, gate.by, y.replied.AddDays(-gate.before))
	}
	if y.exception {
		f.text("consult_exception", "汛情紧，征得代表同意先送书面答复，随后补办面商。")
	}
	if y.sent.By(on) {
		f.day("slip_sent", y.sent)
	}
	if !y.back.By(on) {
		return
	}
	f.day("slip_back", y.back)
	f.text("satisfaction", string(y.opinion))
	f.text("collected_by", pick(r, list("镇人大 代表小组")))
	f.yes("signed")
	if y.opinion == record.Dissatisfied {
		f.text("why", "说的和做的对不上，最要紧的一处还没有动。")
		// Only what was handled again since is not accepted: no unit of a town reaches the sanction's limit.
		if r.percent(30) && x.rounds[i+1].replied.By(on) {
			f.yes("not_accepted")
		}
	}
}
