package generator_test

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// chart is a drawn chart as a reader takes it in: the figure beside each bar, and the bar's length of a thousand.
type chart struct {
	Items []struct {
		Figure string `xml:"b"`
		Rects  []struct {
			Width int `xml:"width,attr"`
		} `xml:"svg>rect"`
	} `xml:"ul>li"`
}

// readChart reads the one chart of a page, which must be well-formed, and gives its counts. It tells every bar that is not
// as long as its count wants on the chart's scale.
func readChart(t *testing.T, page string) []int {
	t.Helper()
	_, rest, ok := strings.Cut(page, `<figure class="chart">`)
	inside, _, end := strings.Cut(rest, "</figure>")
	if !ok || !end {
		t.Fatal("the page has no chart")
	}
	inside = regexp.MustCompile(`</?data[^>]*>`).ReplaceAllString(inside, "") // what a figure is marked with
	var c chart
	if err := xml.Unmarshal([]byte("<figure>"+inside+"</figure>"), &c); err != nil {
		t.Fatalf("the chart is not well-formed: %v", err)
	}
	counts, scale := []int{}, 10
	for _, item := range c.Items {
		n, err := strconv.Atoi(regexp.MustCompile(`^\d+`).FindString(item.Figure))
		if err != nil {
			t.Fatalf("a bar has no count but %q", item.Figure)
		}
		counts, scale = append(counts, n), max(scale, n)
	}
	for i, item := range c.Items {
		if len(item.Rects) != 2 || item.Rects[0].Width != 1000 {
			t.Fatalf("bar %d has no frame of the whole scale: %+v", i, item.Rects)
		}
		if off := item.Rects[1].Width*scale - counts[i]*1000; 2*off > scale || 2*off < -scale {
			t.Errorf("bar %d of %d on a scale of %d is %d long", i, counts[i], scale, item.Rects[1].Width)
		}
	}
	return counts
}

func sumOf(counts []int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// The charts' counts add up to the wholes that stand on the same pages.
func TestSpecimenChartsAgree(t *testing.T) {
	files := specimenSite(t)
	page := string(files["steps.html"])
	whole := func(name string) int {
		m := regexp.MustCompile(`data-figure="town\.` + name + `" value="(\d+)"`).FindStringSubmatch(page)
		if m == nil {
			t.Fatalf("steps.html does not show %s", name)
		}
		n, _ := strconv.Atoi(m[1])
		return n
	}
	steps := readChart(t, page)
	if want := whole("raised") - whole("merged") - whole("returned"); len(steps) != 6 || sumOf(steps) != want {
		t.Errorf("the six steps hold %v, %d together; the page has %d items in them", steps, sumOf(steps), want)
	}

	page = string(files["visits.html"])
	_, foot, _ := strings.Cut(page, "<tfoot>")
	foot, _, _ = strings.Cut(foot, "</tfoot>")
	cells := regexp.MustCompile(`>(\d+)</td>`).FindAllStringSubmatch(foot, -1)
	if len(cells) != 1 {
		t.Fatalf("the table of visits has %d totals of homes", len(cells))
	}
	months := readChart(t, page)
	if total, _ := strconv.Atoi(cells[0][1]); len(months) != 12 || sumOf(months) != total {
		t.Errorf("the months have %v homes, %d together; the table's total is %d", months, sumOf(months), total)
	}
}
