package board_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

func TestRate(t *testing.T) {
	for _, c := range []struct {
		part, whole, floor        int
		percent, fraction, string string
	}{
		{0, 0, 5, "—", "—", "—"},
		{3, 4, 5, "—", "3/4", "3/4"},
		{0, 5, 5, "0.0%", "0/5", "0/5 (0.0%)"},
		{5, 5, 5, "100.0%", "5/5", "5/5 (100.0%)"},
		{1, 1, 0, "100.0%", "1/1", "1/1 (100.0%)"},
		{100, 116, 5, "86.2%", "100/116", "100/116 (86.2%)"},
		{1, 16, 5, "6.3%", "1/16", "1/16 (6.3%)"}, // 6.25 is rounded up
		{1, 2000, 5, "0.1%", "1/2000", "1/2000 (0.1%)"},
		{1, 2001, 5, "0.0%", "1/2001", "1/2001 (0.0%)"},
		{1999, 2000, 5, "100.0%", "1999/2000", "1999/2000 (100.0%)"},
		// A year of 93 items, as a township published it.
		{25, 93, 5, "26.9%", "25/93", "25/93 (26.9%)"},
		{26, 93, 5, "28.0%", "26/93", "26/93 (28.0%)"},
		{13, 93, 5, "14.0%", "13/93", "13/93 (14.0%)"},
		{6, 93, 5, "6.5%", "6/93", "6/93 (6.5%)"},
	} {
		r := board.Rate{Part: c.part, Whole: c.whole, Floor: c.floor}
		if r.Percent() != c.percent || r.Fraction() != c.fraction || r.String() != c.string {
			t.Errorf("%d/%d: %s, %s, %s", c.part, c.whole, r.Percent(), r.Fraction(), r)
		}
		if r.None() != (c.whole == 0) || r.Small() != (c.whole > 0 && c.whole < c.floor) {
			t.Errorf("%d/%d: none %v, small %v", c.part, c.whole, r.None(), r.Small())
		}
	}
}

func TestRatesOnADay(t *testing.T) {
	reply := func(more string) string {
		return replied + "replies = [{ date = 2025-04-01, class = \"B\", text = \"答复\", " + more + " }]\n"
	}
	l := ledger(t, base,
		item("kept", "2025-01-08", reply("promised = 2025-06-30, kept = 2025-06-20, slip_back = 2025-04-10, satisfaction = \"满意\"")+"closing = { date = 2025-04-20, result = \"通水\" }\n"),
		item("late", "2025-01-08", reply("promised = 2025-06-30, kept = 2025-08-01")+"closing = { date = 2025-04-21, result = \"通水\" }\n"),
		item("broken", "2025-01-08", reply("promised = 2025-06-30")+"publication = { date = 2025-04-15 }\n"),
		item("open", "2025-01-08", assigned),
		item("raised", "2025-01-08", ""))
	for _, c := range []struct{ on, promise, onTime, satisfied, published string }{
		{"2025-03-31", "—", "—", "—", "—"},
		{"2025-04-20", "—", "1/1", "1/1", "1/3"},
		{"2025-04-21", "—", "1/3", "1/1", "1/3"}, // one closed late, one open past its limit
		{"2025-06-29", "—", "1/3", "1/1", "1/3"},
		{"2025-06-30", "1/3", "1/3", "1/1", "1/3"},
		{"2025-08-01", "2/3", "1/3", "1/1", "1/3"},
	} {
		now := board.Of(l, day(c.on), false).Now
		for _, r := range []struct {
			name, want string
			got        board.Rate
		}{{"promise", c.promise, now.PromiseRate}, {"on time", c.onTime, now.OnTimeRate}, {"satisfied", c.satisfied, now.SatisfiedRate}, {"published", c.published, now.PublishedRate}} {
			if r.got.Fraction() != r.want {
				t.Errorf("%s: %s %s, want %s (%s of %s)", c.on, r.name, r.got.Fraction(), r.want, ids(r.got.Counted), ids(r.got.Among))
			}
		}
	}
}

// random is a township with some items of 2024 and 2025 at any stage of their lives.
func random(r *rand.Rand) string {
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "-- units/u%d.toml --\nname = \"单位%d\"\nclass = \"公共服务类\"\nsuperior = \"县局\"\n", i, i)
	}
	b.WriteString("-- reports/h1.md --\n+++\ntitle = \"通报\"\nperiod = \"2025-H1\"\ndate = 2025-07-02\n+++\n")
	pick := func(options ...string) string { return options[r.IntN(len(options))] }
	for i := range r.IntN(60) {
		id := strconv.Itoa(i + 1)
		d := day("2024-10-01").AddDays(r.IntN(400))
		next := func() record.Date { d = d.AddDays(r.IntN(50)); return d }
		raised := d.String()
		s := "public = \"" + pick("全文", "全文", "摘要", "不公开") + "\"\nlead = \"" + pick("lin", "song") + "\"\n"
		if v := pick("", "shanghe", "xiahe"); v != "" {
			s += "village = \"" + v + "\"\n"
		}
		stages := r.IntN(8)
		if stages > 0 {
			result := pick("登记", "登记", "登记", "登记", "合并", "退回")
			s += fmt.Sprintf("intake = { date = %s, result = \"%s\"", next(), result)
			if result == "合并" {
				s += ", into = \"1\""
			}
			s += " }\n"
			if result != "登记" {
				stages = 0
			}
		}
		if stages > 1 {
			s += fmt.Sprintf("assignments = [{ date = %s, unit = \"u%d\"", next(), r.IntN(3))
			if r.IntN(4) == 0 {
				s += fmt.Sprintf(", returned = %s }, { date = %s, unit = \"u%d\"", next(), next(), r.IntN(3))
			}
			s += " }]\n"
		}
		if stages > 2 {
			s += fmt.Sprintf("consultations = [{ date = %s, form = \"现场面商\" }]\n", next())
		}
		if stages > 3 && r.IntN(3) == 0 {
			s += fmt.Sprintf("postponements = [{ applied = %s, approved = %s, until = %s }]\n", next(), next(), d.AddDays(200))
		}
		if stages > 4 {
			s += "replies = ["
			for range 1 + r.IntN(3) {
				s += fmt.Sprintf("{ date = %s, class = \"%s\", text = \"答复\", slip_back = %s, satisfaction = \"%s\", promised = %s }, ",
					next(), pick("A", "A", "B", "C", "D"), next(), pick("满意", "基本满意", "不满意"), d.AddDays(30))
			}
			s += "]\n"
		}
		if stages > 6 {
			s += fmt.Sprintf("closing = { date = %s, result = \"办结\" }\n", next())
		}
		b.WriteString(item(id, raised, s))
	}
	return b.String()
}

// Whatever the items, every breakdown adds up to the whole it parts, and no rate of nothing is shown as a number.
func TestFiguresAddUp(t *testing.T) {
	for seed := range uint64(40) {
		l := ledger(t, base, random(rand.New(rand.NewPCG(seed, 1))))
		for _, on := range []string{"2024-09-30", "2025-01-15", "2025-06-30", "2025-11-11", "2027-01-01"} {
			b := board.Of(l, day(on), false)
			wrong := func(what string, got, want int) {
				if got != want {
					t.Errorf("seed %d, %s: %s: %d, want %d", seed, on, what, got, want)
				}
			}
			if !b.Funnel.Holds() {
				t.Errorf("seed %d, %s: the funnel does not hold", seed, on)
			}
			received := len(b.Now.Received)
			groups := 0
			for _, g := range b.Groups {
				groups += len(g.Tally.Received)
				tallyAddsUp(g.Tally, wrong)
			}
			wrong("received by groups", groups, received)
			wrong("received by units", sum(b.Funnel.Units), received)
			wrong("received by villages", sum(b.Funnel.Villages), received)
			tallyAddsUp(b.Now, wrong)
			for _, x := range b.Units {
				tallyAddsUp(x.Tally, wrong)
			}
			for _, x := range b.Deputies {
				tallyAddsUp(x.Tally, wrong)
			}
			for _, x := range b.Reports {
				tallyAddsUp(x.Year, wrong)
				tallyAddsUp(x.Half, wrong)
				wrong("reported by units", sum(x.Units), len(x.Year.Received))
				wrong("reported by groups", sum(x.Groups), len(x.Year.Received))
				wrong("reported by villages", sum(x.Villages), len(x.Year.Received))
			}
		}
	}
}

func sum(d board.Breakdown) int {
	n := 0
	for _, l := range d.Lines {
		n += len(l.Tally.Received)
	}
	return n
}

func tallyAddsUp(t *board.Tally, wrong func(what string, got, want int)) {
	wrong("raised", len(t.Pending)+len(t.Merged)+len(t.Returned)+len(t.Received), len(t.Raised))
	wrong("open and closed", len(t.Open)+len(t.Closed), len(t.Received))
	wrong("resolved and not", len(t.Resolved)+len(t.Unresolved), len(t.Received))
	slices := func(what string, slices []board.Slice, whole int) {
		n, tenths := 0, 0
		for _, s := range slices {
			n += s.N()
			if percent := s.Percent(); percent != "—" {
				p, _ := strconv.Atoi(strings.NewReplacer(".", "", "%", "").Replace(percent))
				tenths += p
				if exact := 1000 * s.N() / whole; p < exact || p > exact+1 {
					wrong(what+" "+s.Key+" in tenths of a percent", p, exact)
				}
			}
		}
		wrong(what, n, whole)
		if whole >= 5 {
			wrong(what+" in tenths of a percent", tenths, 1000)
		} else {
			wrong(what+", too few for percentages", tenths, 0)
		}
	}
	slices("by state", t.ByState, len(t.Received))
	slices("by class", t.ByClass, len(t.Replied))
	slices("by satisfaction", t.BySatisfaction, t.SatisfiedRate.Whole)
	v := reflect.ValueOf(*t)
	for i := range v.NumField() {
		r, ok := v.Field(i).Interface().(board.Rate)
		if !ok {
			continue
		}
		name := v.Type().Field(i).Name
		wrong(name+": items counted", len(r.Counted), r.Part)
		wrong(name+": items counted among", len(r.Among), r.Whole)
		wrong(name+": part beyond the whole", max(r.Part, r.Whole), r.Whole)
		if r.Whole == 0 && (r.Percent() != "—" || r.Fraction() != "—" || r.String() != "—") {
			wrong(name+": of nothing is "+r.String(), 1, 0)
		}
	}
}
