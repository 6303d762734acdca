package town

import (
	"fmt"

	"gongshi/generator/record"
)

func (t *town) deed(i int) (string, string) {
	r := t.stream("deed", i)
	var f file
	day := t.someDay(r)
	deputy := r.below(t.deputies)
	about := t.raisedBefore(r, day)
	if i%2 == 0 {
		about = nil
	}
	if about != nil {
		deputy = about.lead
	}
	v := village(t.villageOf(deputy))
	f.fence()
	f.text("title", v+"代表"+pick(r, matters)+"记")
	f.day("date", day)
	f.text("author", person(r))
	f.text("summary", pick(r, remarks)+"。")
	f.texts("deputies", []string{deputyID(deputy)})
	if about != nil {
		f.texts("suggestions", []string{about.id})
	}
	f.texts("villages", []string{v})
	f.body(t.markdown(r, r.from(400, 1400), r.percent(50), "[代表的档案](../deputies/"+deputyID(deputy)+".md)"))
	return fmt.Sprintf("deeds/e%05d.md", i+1), f.String()
}

// raisedBefore is some registered and open item raised before a day, nil when there is none.
func (t *town) raisedBefore(r *stream, day record.Date) *item {
	raised := t.begin.DaysTo(day) * len(t.items) / t.days
	for i := r.below(raised + 1); i < raised; i++ {
		if x := &t.items[i]; x.fate == registered && x.open == record.Full && x.raised.Before(day) {
			return x
		}
	}
	return nil
}

func (t *town) report(i int) (string, string) {
	r := t.stream("report", i)
	var f file
	half := record.Half{Year: t.begin.Year + i/2, Half: i%2 + 1}
	f.fence()
	f.text("title", fmt.Sprintf("%d年%s半年代表建议办理情况通报", half.Year, list("上 下")[i%2]))
	f.text("period", half.String())
	f.day("date", half.Last())
	f.text("number", fmt.Sprintf("青人大〔%d〕%d号", half.Year, 500+half.Half))
	f.text("salutation", "各位代表、全镇居民：")
	f.body(t.markdown(r, r.from(400, 800), false, ""))
	return fmt.Sprintf("reports/%d-h%d.md", half.Year, half.Half), f.String()
}

func noticeID(i int) string { return fmt.Sprintf("n%05d", i+1) }

// announced is the day of a plain notice.
func (t *town) announced(i int) record.Date {
	return t.begin.AddDays(t.stream("announced", i).below(t.days - 20))
}

func (t *town) notice(i int) (string, string) {
	r := t.stream("notice", i)
	var f file
	day := t.announced(i)
	published := day
	kind := record.Announcement
	var more func()
	switch i % 10 {
	case 1, 6:
		kind = record.PublicNotice
		more = func() {
			f.day("from", published)
			f.day("until", published.AddDays(14))
			f.text("objection", "公示期内可到主席团办公室书面提出。")
		}
	case 2, 7:
		kind = record.Circular
		more = func() {
			f.texts("units", []string{unitName(r.below(t.units))})
		}
	case 3, 8:
		if len(t.explained) > 0 {
			x := &t.items[pick(r, t.explained)]
			kind, day = record.ExplainNotice, x.explained()
			more = func() { f.texts("suggestions", []string{x.id}) }
		}
	case 4:
		if len(t.postponed) > 0 {
			x := &t.items[pick(r, t.postponed)]
			kind, day = record.PostponeForm, x.approved
			more = func() { f.texts("suggestions", []string{x.id}) }
		}
	case 5:
		kind, day = record.CorrectNotice, t.announced(i-5).AddDays(r.from(3, 15))
		more = func() { f.text("target", noticeID(i-5)) }
	}
	if i%100 == 95 {
		kind = record.WithdrawNotice
	}
	published = day
	f.fence()
	f.text("kind", string(kind))
	f.text("title", "关于"+village(r.below(t.villages))+pick(r, matters)+"的"+string(kind))
	f.text("number", fmt.Sprintf("青人大〔%d〕%d号", day.Year, i+1000))
	f.day("date", day)
	f.day("published", published)
	f.text("summary", pick(r, remarks)+"。")
	if more != nil {
		more()
	}
	f.body(t.markdown(r, r.from(150, 400), false, ""))
	return "notices/" + noticeID(i) + ".md", f.String()
}
