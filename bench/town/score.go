package town

import (
	"fmt"

	"gongshi/generator/record"
)

func schemeName(year int) string { return fmt.Sprintf("青萍镇%d年驻镇单位评议办法", year) }

func (t *town) scheme(i int) (string, string) {
	year := t.begin.Year + i
	var f file
	f.text("name", schemeName(year))
	f.number("year", year)
	f.text("basis", "青萍镇人民代表大会通过的评议安排")
	f.text("ties", "并列")
	f.number("min_valid_votes", 5)
	f.yes("criticise")
	for _, m := range []struct {
		key, name string
		weight    int
		by        record.ScoredBy
	}{{"inspection", "视察", 30, record.ByScore}, {"unannounced", "暗访", 20, record.ByScore}, {"survey", "问卷", 35, record.ByVote}, {"phone", "电话", 15, record.ByScore}} {
		f.entry("methods")
		f.text("key", m.key)
		f.text("name", m.name)
		f.number("weight", m.weight)
		f.text("by", string(m.by))
	}
	f.table("vote_values")
	f.number("satisfied", 100)
	f.number("basically", 70)
	f.number("dissatisfied", 30)
	for _, name := range classes {
		f.entry("classes")
		f.text("name", name)
		f.number("plaque", 1)
		f.number("commend", 2)
		f.number("criticise", 1)
		f.number("inspect", 1)
	}
	for j, name := range list("优秀 良好 合格 较差") {
		f.entry("bands")
		f.text("name", name)
		f.number("from", []int{90, 80, 70, 0}[j])
	}
	f.table("year_end")
	f.number("quarters", 70)
	f.number("handling", 30)
	f.table("handling")
	f.number("consulted", 25)
	f.number("resolved", 30)
	f.number("satisfied", 30)
	f.number("on_time", 15)
	return fmt.Sprintf("schemes/%d.toml", year), f.String()
}

// assessment is one quarter with a line for every unit, or, as every fifth, the year end with its deductions.
func (t *town) assessment(i int) (string, string) {
	r := t.stream("assessment", i)
	var f file
	year, quarter := t.begin.Year+i/5, i%5+1
	if quarter == 5 {
		f.text("title", fmt.Sprintf("青萍镇%d年度驻镇单位综合评议", year))
		f.number("year", year)
		f.day("date", record.Date{Year: year, Month: 12, Day: 30})
		f.text("scheme", schemeName(year))
		for u := range t.units {
			if u%4 == 0 {
				t.deduct(&f, r, u, fmt.Sprintf("N%d-%d", year, u+1))
			}
		}
		return fmt.Sprintf("assessments/%d-year.toml", year), f.String()
	}
	f.text("title", fmt.Sprintf("青萍镇%d年第%s季度驻镇单位综合评议", year, digits[quarter-1]))
	f.number("year", year)
	f.number("quarter", quarter)
	f.day("date", record.Date{Year: year, Month: quarter * 3, Day: 28})
	f.text("scheme", schemeName(year))
	f.text("note", t.sentences(r, 3))
	ballots := 0
	members := make([]int, t.groups)
	for d := range t.deputies {
		members[t.groupOf(t.villageOf(d))]++
	}
	for g, issued := range members {
		returned := issued - r.below(min(issued, 3))
		ballots += returned
		f.entry("turnout")
		f.text("group", groupName(g))
		f.number("issued", issued)
		f.number("returned", returned)
	}
	for u := range t.units {
		f.entry("units")
		f.text("unit", unitName(u))
		f.line("scores = { inspection = %s, unannounced = %s, phone = %s }", mark(r), mark(r), mark(r))
		unknown, dissatisfied, basically := ballots*r.below(6)/100, ballots*r.below(9)/100, ballots*r.from(15, 40)/100
		f.line("votes = { survey = { satisfied = %d, basically = %d, dissatisfied = %d, unknown = %d } }",
			ballots-unknown-dissatisfied-basically, basically, dissatisfied, unknown)
	}
	for u := range t.units {
		for k := range r.from(1, 2) {
			t.deduct(&f, r, u, fmt.Sprintf("J%d-%d-%d-%d", year, quarter, u+1, k+1))
		}
	}
	return fmt.Sprintf("assessments/%d-q%d.toml", year, quarter), f.String()
}

func (t *town) deduct(f *file, r *stream, unit int, evidence string) {
	f.entry("deductions")
	f.text("unit", unitName(unit))
	f.text("evidence", evidence)
	f.text("kind", pick(r, list("投诉 办理建议不力")))
	f.line("points = %s", []string{"0.5", "1", "1.5", "2"}[r.below(4)])
	f.text("reason", pick(r, remarks)+"，经核实应当扣分。")
}

// mark is a score in half points.
func mark(r *stream) string {
	halves := r.from(150, 196)
	return record.Points(halves * 50).String()
}
