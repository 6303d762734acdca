package generator_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// A drawing is a chart as a reader takes it in: its words, the frame of each row and the pieces of the bar in it.
type drawing struct {
	Role  string `xml:"role,attr"`
	By    string `xml:"aria-labelledby,attr"`
	Title struct {
		ID   string `xml:"id,attr"`
		Text string `xml:",chardata"`
	} `xml:"title"`
	Desc struct {
		ID   string `xml:"id,attr"`
		Text string `xml:",chardata"`
	} `xml:"desc"`
	Patterns []struct {
		ID string `xml:"id,attr"`
	} `xml:"defs>pattern"`
	Texts []struct {
		Y     string `xml:"y,attr"`
		Label string `xml:",chardata"`
		Value string `xml:"tspan"`
	} `xml:"text"`
	Rects []struct {
		X     string `xml:"x,attr"`
		Y     string `xml:"y,attr"`
		Width string `xml:"width,attr"`
		Fill  string `xml:"fill,attr"`
	} `xml:"rect"`
}

var drawn = regexp.MustCompile(`(?s)<figure class="chart">.*?(<svg role="img".*?</svg>)\s*</figure>(.{0,400})`)

// readCharts reads the charts of a page. Each must be well-formed, named, and followed by its table; each piece of a bar must
// begin where the last one ends, with a pattern of its own.
func readCharts(t *testing.T, page string) []drawing {
	t.Helper()
	var all []drawing
	ids := map[string]bool{}
	for _, m := range drawn.FindAllStringSubmatch(page, -1) {
		var d drawing
		text := regexp.MustCompile(`<tspan data-figure="[^"]*">([^<]*)</tspan>`).ReplaceAllString(m[1], "$1") // what a figure is marked with
		if err := xml.Unmarshal([]byte(text), &d); err != nil {
			t.Fatalf("a chart is not well-formed: %v", err)
		}
		if d.By != d.Title.ID+" "+d.Desc.ID || d.Title.ID == "" || strings.TrimSpace(d.Title.Text) == "" || strings.TrimSpace(d.Desc.Text) == "" {
			t.Errorf("a chart without name or description: %+v", d)
		}
		for _, id := range []string{d.Title.ID, d.Desc.ID, d.Patterns[0].ID, d.Patterns[1].ID} {
			if ids[id] {
				t.Errorf("two things are called %s", id)
			}
			ids[id] = true
		}
		if !strings.Contains(m[2], "<table") {
			t.Errorf("no table follows %q but %s", d.Title.Text, m[2])
		}
		all = append(all, d)
	}
	return all
}

// bars gives the pieces of each row's bar in percent of its frame.
func (d drawing) bars(t *testing.T) [][]float64 {
	t.Helper()
	var rows [][]float64
	end, patterns := 0.0, map[string]bool{}
	for _, r := range d.Rects {
		if r.Fill == "none" && r.X == "" { // the frame
			if r.Width != "100%" || len(rows) >= len(d.Texts) {
				t.Fatalf("%s: a frame of %s, %d rows", d.Title.Text, r.Width, len(rows))
			}
			rows, end, patterns = append(rows, nil), 0, map[string]bool{}
			continue
		}
		x, _ := strconv.ParseFloat(strings.TrimSuffix(r.X, "%"), 64)
		width, err := strconv.ParseFloat(strings.TrimSuffix(r.Width, "%"), 64)
		if err != nil || math.Abs(x-end) > 0.02 || patterns[r.Fill] {
			t.Errorf("%s: a piece at %s, %s wide, %s, after %.2f", d.Title.Text, r.X, r.Width, r.Fill, end)
		}
		patterns[r.Fill] = true
		end = x + width
		rows[len(rows)-1] = append(rows[len(rows)-1], width)
	}
	if len(rows) != len(d.Texts) {
		t.Errorf("%s: %d bars for %d rows of words", d.Title.Text, len(rows), len(d.Texts))
	}
	return rows
}

var number = regexp.MustCompile(`\d+(?:\.\d+)?`)

// counted holds a chart of counts against the numbers written beside its bars, on one scale of at least ten.
func (d drawing) counted(t *testing.T, scale float64) (sums []int) {
	t.Helper()
	for i, bar := range d.bars(t) {
		var counts []float64
		for _, m := range number.FindAllString(d.Texts[i].Value, -1) {
			n, _ := strconv.ParseFloat(m, 64)
			counts = append(counts, n)
		}
		if strings.Contains(d.Texts[i].Value, "=") {
			whole := counts[len(counts)-1]
			counts = counts[:len(counts)-1]
			sum := 0.0
			for _, n := range counts {
				sum += n
			}
			if sum != whole {
				t.Errorf("%s: %s", d.Title.Text, d.Texts[i].Value)
			}
		}
		sum := 0
		for _, n := range counts {
			sum += int(n)
		}
		sums = append(sums, sum)
		counts = slices.DeleteFunc(counts, func(n float64) bool { return n == 0 })
		if len(counts) != len(bar) {
			t.Errorf("%s: %s is drawn in %d pieces", d.Title.Text, d.Texts[i].Value, len(bar))
			continue
		}
		for k, n := range counts {
			if math.Abs(bar[k]-100*n/scale) > 0.011 {
				t.Errorf("%s: %v is %v%% long on a scale of %v", d.Title.Text, n, bar[k], scale)
			}
		}
	}
	return sums
}

func largest(n []int) int { return max(10, slices.Max(n)) }

func sumOf(counts []int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// The charts of the specimen are as long as their numbers want, and the numbers are those of the board.
func TestSpecimenChartsAgree(t *testing.T) {
	files, b := specimenSite(t), specimenBoard()
	one := func(page string) drawing {
		t.Helper()
		all := readCharts(t, string(files[page]))
		if len(all) != 1 {
			t.Fatalf("%s has %d charts", page, len(all))
		}
		return all[0]
	}
	var steps []int
	for _, cases := range b.Funnel.Steps {
		steps = append(steps, len(cases))
	}
	if got := one("steps.html").counted(t, float64(largest(steps))); !slices.Equal(got, steps) {
		t.Errorf("the six steps are drawn as %v, not %v", got, steps)
	}
	var homes []int
	for _, m := range b.Visits.All {
		homes = append(homes, m.Homes)
	}
	if got := one("visits.html").counted(t, float64(largest(homes))); !slices.Equal(got, homes) || sumOf(got) != b.Visits.Homes {
		t.Errorf("the visits are drawn as %v, not %v, %d together", got, homes, b.Visits.Homes)
	}
	for _, r := range b.Reports {
		charts := readCharts(t, string(files["reports/"+r.ID+".html"]))
		if len(charts) != 2 {
			t.Fatalf("%s has %d charts", r.ID, len(charts))
		}
		var received, classes []int
		for _, e := range r.Ends {
			received = append(received, e.Received)
		}
		if got := charts[0].counted(t, float64(largest(received))); !slices.Equal(got, received) {
			t.Errorf("%s: the months are drawn as %v, not %v", r.ID, got, received)
		}
		for _, half := range r.Halves {
			classes = append(classes, half.Replied)
		}
		if sumOf(classes) != len(r.Year.Replied) {
			t.Errorf("%s: the half-years have %v replied items, the year %d", r.ID, classes, len(r.Year.Replied))
		}
		if got := charts[1].counted(t, float64(largest(classes))); !slices.Equal(got, classes) {
			t.Errorf("%s: the classes are drawn as %v, not %v", r.ID, got, classes)
		}
	}
	for _, q := range b.Quarters {
		charts := readCharts(t, string(files["assessments/"+q.ID+".html"]))
		if len(charts) != len(q.Classes) {
			t.Fatalf("%s has %d charts", q.ID, len(charts))
		}
		for i, class := range q.Classes {
			charts[i].bars(t)
			charts[i].counted(t, 100)
			for k, s := range class.Sheets {
				if text := charts[i].Texts[k]; text.Value != s.Total.String() || !strings.Contains(text.Label, s.Unit.Name) || !strings.Contains(text.Label, s.Band) {
					t.Errorf("%s: row %d says %q", q.ID, k, text)
				}
			}
		}
	}
	rated := 0
	for _, chart := range readCharts(t, string(files["units.html"])) {
		for k, bar := range chart.bars(t) {
			m := regexp.MustCompile(`^(\d+)/(\d+) \((\d+\.\d)%\)$`).FindStringSubmatch(chart.Texts[k].Value)
			if m == nil || len(bar) != 1 {
				t.Fatalf("row %d: %q is drawn as %v", k, chart.Texts[k], bar)
			}
			whole, _ := strconv.Atoi(m[2])
			if percent, _ := strconv.ParseFloat(m[3], 64); math.Abs(percent-bar[0]) > 0.011 || whole < b.Profile.Floor() {
				t.Errorf("%s is drawn %v%% long", m[0], bar[0])
			}
			rated++
		}
	}
	want := 0
	for _, u := range b.Units {
		if r := u.Tally.ResolvedRate; !r.None() && !r.Small() {
			want++
		}
	}
	if rated != want || want == 0 {
		t.Errorf("%d units have a bar, %d have items enough for one", rated, want)
	}
}

// Every state of a received item is in one of the groups that are drawn, and the last month is the board's own count.
func TestMonthEnds(t *testing.T) {
	in := map[board.State]int{}
	for _, g := range board.StandingGroups {
		for _, s := range g.States {
			in[s]++
		}
	}
	for _, s := range board.States {
		want := 1
		if s == board.Raised || s == board.Merged || s == board.Returned {
			want = 0
		}
		if in[s] != want {
			t.Errorf("%s is in %d groups", s, in[s])
		}
	}
	for _, r := range specimenBoard().Reports {
		var standing [4]int
		for i, g := range board.StandingGroups {
			for _, part := range r.Year.ByState {
				if slices.Contains(g.States, board.State(part.Key)) {
					standing[i] += part.N()
				}
			}
		}
		end := r.Ends[len(r.Ends)-1]
		if end.Standing != standing || end.Received != len(r.Year.Received) || end.On != r.Period.Last() || len(r.Ends) != r.Period.Last().Month {
			t.Errorf("%s ends with %s, the report has %v of %d", r.ID, fmt.Sprint(end), standing, len(r.Year.Received))
		}
	}
}
