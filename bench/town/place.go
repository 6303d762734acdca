package town

import (
	"fmt"

	"gongshi/generator/record"
)

// term is the running term's number; its sessions are held from 10 to 12 January of every year.
const term = 12

func (t *town) townFile(int) (string, string) {
	var f file
	f.text("name", "青萍镇")
	f.text("county", "泊川县")
	f.text("congress", "青萍镇人民代表大会")
	f.text("presidium", "青萍镇人大主席团")
	f.day("on", on)
	f.text("intro", fmt.Sprintf("青萍镇辖%d个村，有%d名代表，编成%d个小组，联系%d个驻镇单位。", t.villages, t.deputies, t.groups, t.units))
	f.text("numbering", "青人大")
	f.texts("supervise", []string{"对公开内容有异议的，可到主席团办公室书面提出。", "承办单位拖着不办的，可在接待日向代表反映。"})
	f.table("term")
	f.number("number", term)
	f.day("from", t.begin.AddDays(-10))
	f.day("until", on.AddDays(90))
	for y := range t.years {
		f.entry("term.sessions")
		f.number("number", y+1)
		f.day("from", record.Date{Year: t.begin.Year + y, Month: 1, Day: 10})
		f.day("until", sessionEnd(t.begin.Year+y))
	}
	for i, title := range []string{"人大主席", "人大副主席", "人大秘书"} {
		f.entry("posts")
		f.text("title", title)
		f.text("holder", deputyID(i))
		f.day("since", sessionEnd(t.begin.Year))
	}
	f.table("contact")
	f.text("office", "青萍镇人大主席团办公室")
	f.text("address", "泊川县青萍镇政府大院")
	f.text("phone", "0700-5550001")
	f.text("hours", "工作日上午8:30—12:00，下午2:30—5:30")
	f.table("portal")
	f.text("base", "https://www.bochuan.example/qingping/gongshi/")
	f.text("site_name", "泊川县人民政府门户网站")
	f.text("domain", "www.bochuan.example")
	f.text("code", "9900000002")
	f.text("icp", "泊ICP备00000002号-1")
	f.text("host", "泊川县人民政府办公室")
	f.text("column", "青萍镇人大公示栏")
	f.text("keywords", "青萍镇,人大,代表建议,综合评议")
	f.text("about", "公开青萍镇人大代表建议的办理和驻镇单位的评议。")
	return "town.toml", f.String()
}

func sessionEnd(year int) record.Date { return record.Date{Year: year, Month: 1, Day: 12} }

func (t *town) profile(int) (string, string) {
	var f file
	f.text("name", "泊川县代表建议办理规则")
	f.text("basis", "泊川县人大常委会的有关规定")
	f.table("deadlines")
	f.text("start", "交办")
	for _, limit := range []struct {
		key string
		n   int
	}{{"months", 3}, {"hard_months", 6}, {"extend_months", 3}, {"co_opinion_days", 30}, {"return_days", 7}, {"redo_months", 1}, {"slip_days", 20}, {"publish_days", 20}} {
		f.number(limit.key, limit.n)
	}
	for _, c := range [][3]string{{"A", "已经解决", "尽快办"}, {"B", "正在解决", "逐步办"}, {"C", "列入计划", "向上争取"}, {"D", "留作参考", "作参考"}} {
		f.entry("classes")
		f.text("letter", c[0])
		f.text("meaning", c[1])
		f.text("disposition", c[2])
		if c[0] == "A" {
			f.yes("resolved")
		}
	}
	f.table("figures")
	f.number("floor", 5)
	f.table("sanction")
	f.number("limit", 2)
	f.text("consequence", "单位及其负责人当年不参加评优。")
	f.table("notices")
	f.number("working_days", 5)
	return "profile.toml", f.String()
}

// calendar takes New Year, three days in May and three in October off; the real years differ.
func (t *town) calendar(i int) (string, string) {
	var f file
	year := t.begin.Year + i
	f.number("year", year)
	var off string
	for _, d := range []record.Date{{Month: 1, Day: 1}, {Month: 5, Day: 1}, {Month: 5, Day: 2}, {Month: 5, Day: 3}, {Month: 10, Day: 1}, {Month: 10, Day: 2}, {Month: 10, Day: 3}} {
		d.Year = year
		if w := d.Weekday(); w != 0 && w != 6 {
			off += d.String() + ", "
		}
	}
	f.line("holidays = [%s]", off)
	return fmt.Sprintf("calendars/%d.toml", year), f.String()
}

func groupName(i int) string { return "第" + ordinal(i+1) + "代表小组" }

// groupOf is the group of a village, villageOf the village of a deputy: one follows from the other.
func (t *town) groupOf(village int) int  { return village % t.groups }
func (t *town) villageOf(deputy int) int { return deputy % t.villages }

func (t *town) village(i int) (string, string) {
	var f file
	r := t.stream("village", i)
	f.text("name", village(i))
	f.text("group", groupName(t.groupOf(i)))
	f.number("people", r.from(600, 4200))
	f.number("households", r.from(150, 1100))
	f.text("board", "村部门口")
	f.text("secretary", fmt.Sprintf("%s村民委员会办公室 0700-555%04d", village(i), 1000+i))
	f.number("order", i+1)
	return fmt.Sprintf("villages/v%03d.toml", i+1), f.String()
}

func (t *town) group(i int) (string, string) {
	var f file
	f.text("name", groupName(i))
	f.text("leader", deputyID(i)) // the i-th deputy is of the i-th village and so of the i-th group
	f.number("order", i+1)
	return fmt.Sprintf("groups/g%03d.toml", i+1), f.String()
}

// station is where the i-th group meets residents.
func (t *town) station(i int) (string, string) {
	var f file
	f.text("name", groupName(i)+"联络站")
	f.text("kind", "代表联络站")
	f.text("group", groupName(i))
	f.text("address", village(i)+"村部")
	f.text("phone", fmt.Sprintf("0700-555%04d", 2000+i))
	f.text("hours", fmt.Sprintf("每月%d日上午", 1+i%28))
	f.number("order", i+1)
	return fmt.Sprintf("stations/g%03d.toml", i+1), f.String()
}

func unitName(i int) string {
	name := areas[i%len(areas)] + offices[i/len(areas)%len(offices)]
	if again := i / (len(areas) * len(offices)); again > 0 {
		name = "第" + ordinal(again+1) + name
	}
	return name
}

func (t *town) unit(i int) (string, string) {
	var f file
	r := t.stream("unit", i)
	f.text("name", unitName(i))
	f.text("class", classes[i%len(classes)])
	f.text("superior", "泊川县"+areas[i%len(areas)]+"局")
	f.text("head", person(r))
	f.text("phone", fmt.Sprintf("0700-555%04d", 3000+i%7000))
	f.text("duties", "办理本镇"+areas[i%len(areas)]+"方面的事项，答复代表建议。")
	f.number("order", i+1)
	return fmt.Sprintf("units/u%03d.toml", i+1), f.String()
}

func officialID(i int) string { return fmt.Sprintf("o%02d", i+1) }

func (t *town) official(i int) (string, string) {
	var f file
	r := t.stream("official", i)
	f.text("name", person(r))
	f.text("post", pick(r, list("副镇长 党委委员 镇长助理")))
	f.text("duties", "分管"+pick(r, subjects)+"工作。")
	var liaise []string
	for d := i; d < t.deputies; d += t.officials {
		liaise = append(liaise, deputyID(d))
	}
	f.texts("liaise", liaise)
	f.number("order", i+1)
	return "officials/" + officialID(i) + ".toml", f.String()
}

func deputyID(i int) string { return fmt.Sprintf("d%05d", i+1) }

func (t *town) deputy(i int) (string, string) {
	var f file
	r := t.stream("deputy", i)
	v := t.villageOf(i)
	f.fence()
	f.text("name", person(r))
	f.text("group", groupName(t.groupOf(v)))
	f.text("village", village(v))
	levels := []string{"镇"}
	if r.percent(15) {
		levels = append(levels, "县")
	}
	f.texts("levels", levels)
	f.text("gender", pick(r, list("男 女")))
	f.text("nation", "汉族")
	f.number("born", r.from(1958, 1995))
	f.text("education", pick(r, list("初中 高中 中专 大专 本科")))
	f.text("party", pick(r, list("群众 中共党员")))
	f.text("work", village(v)+pick(r, list("种粮户 村民小组长 教师 村医 返乡青年 养殖户 木匠")))
	f.day("elected", t.begin.AddDays(-20))
	f.body(t.markdown(r, r.from(100, 300), false, ""))
	return "deputies/" + deputyID(i) + ".md", f.String()
}
