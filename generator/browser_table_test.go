package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/board"
)

// choose picks a choice of a filter by its words and waits for the number of rows.
func (p *tab) choose(filter, choice string, rows int) {
	p.Helper()
	p.run(chromedp.Evaluate(fmt.Sprintf(`(s => { s.value = [...s.options].find(o => o.text.startsWith(%q)).value; s.dispatchEvent(new Event("change", {bubbles: true})) })(document.querySelector("select[name=%s]"))`, choice, filter), nil))
	p.becomes(fmt.Sprintf(`document.querySelector("[data-count]").textContent == "选出%d件。" && document.querySelectorAll("table.records tbody tr").length == %d`, rows, rows))
}

// Choices of several filters narrow the whole list, not the page at hand; the address keeps them; back takes the last away.
func (b *browser) testFilter(t *testing.T) {
	all := specimenBoard().Cases
	count := func(holds func(*board.Case) bool) (n int) {
		for _, c := range all {
			if holds(c) {
				n++
			}
		}
		return n
	}
	resolved := count(func(c *board.Case) bool { return c.State == board.Resolved })
	of := func(c *board.Case) bool {
		return c.State == board.Resolved && c.Unit != nil && c.Unit.Name == "水利站"
	}
	both := count(of)
	late := count(func(c *board.Case) bool { return of(c) && c.Raised.Month > 6 })
	if both < 2 || both == resolved || late == both {
		t.Fatalf("%d, %d, %d items test nothing", resolved, both, late)
	}

	p := b.tab(t)
	p.open("suggestions.html")
	p.choose("state", "已解决", resolved)
	p.choose("unit", "水利站", both)
	if n := value[int](p, `[...document.querySelectorAll("tbody tr")].filter(r => r.innerText.includes("水利站") && r.innerText.includes("已解决")).length`); n != both {
		t.Errorf("%d of %d rows are what was chosen", n, both)
	}
	if value[bool](p, `!!document.querySelector(".pager")`) {
		t.Error("there are pages of a list that is shown whole")
	}
	address := value[string](p, `location.hash`)
	p.choose("half", "2025年下半年", late)
	p.run(chromedp.NavigateBack())
	p.becomes(fmt.Sprintf(`document.querySelectorAll("tbody tr").length == %d && !document.querySelector("select[name=half]").value`, both))

	// Whoever is sent the address sees the same, and links lead on.
	p = b.tab(t)
	p.run(chromedp.Navigate(p.address("suggestions.html") + address))
	p.becomes(fmt.Sprintf(`document.querySelectorAll("tbody tr").length == %d && document.querySelector("select[name=unit]").selectedOptions[0].text.startsWith("水利站") && document.querySelector("details").open`, both))
	p.run(chromedp.Click(`tbody th a`, chromedp.ByQuery))
	p.becomes(`location.pathname.includes("/suggestions/")`)

	// A page of one choice begins with it; from a lower folder, too; a choice that is no more is none.
	p.open("list/state-resolved.html")
	p.choose("unit", "水利站", both)
	p.run(chromedp.Click(`tbody th a`, chromedp.ByQuery))
	p.becomes(`location.pathname.includes("/suggestions/")`)
	p.run(chromedp.Navigate(p.address("suggestions.html") + "#unit=gone"))
	p.becomes(fmt.Sprintf(`document.querySelectorAll("tbody tr").length == %d`, len(all)))
	p.size(360)
	p.fits("the filters on a telephone")
	p.well("filtering")

	// Every choice of every filter gives as many rows as it says.
	wrong := value[[]string](p, `[...document.querySelectorAll("select")].flatMap(s => [...s.options].slice(1).map(o => [s.name, o]))
		.filter(([name, o]) => { location.hash = name + "=" + o.value; dispatchEvent(new Event("hashchange"));
			return document.querySelectorAll("tbody tr").length != o.text.match(/（(\d+)）$/)[1] }).map(([name, o]) => name + " " + o.text)`)
	if len(wrong) > 0 {
		t.Errorf("other numbers of rows than these choices say: %q", wrong)
	}
	if n := value[int](p, `document.querySelectorAll("select").length`); n != 6 {
		t.Errorf("%d filters", n)
	}

	p = b.tab(t)
	p.run(emulation.SetScriptExecutionDisabled(true))
	p.open("suggestions.html")
	p.run(chromedp.Click(`a[href="list/half-2025-h1.html"]`, chromedp.ByQuery))
	p.run(chromedp.WaitVisible(`a[aria-current][href="../list/half-2025-h1.html"]`))
}

// The head of a column sorts the table by the keyboard: numbers and shares by size, names by their sounds, groups by their
// order, up, down, and as it was.
func (b *browser) testSort(t *testing.T) {
	p := b.tab(t)
	p.open("villages.html")
	column := func(i int) []string {
		return value[[]string](p, fmt.Sprintf(`[...document.querySelectorAll("tbody tr")].map(r => r.cells[%d].textContent)`, i))
	}
	was := column(0)
	press := func(i int, sorted string) {
		t.Helper()
		p.run(chromedp.Evaluate(fmt.Sprintf(`document.querySelectorAll("thead button")[%d].focus()`, i), nil), chromedp.KeyEvent(kb.Enter))
		if got := value[string](p, `[...document.querySelectorAll("thead th")].map(h => h.getAttribute("aria-sort") || "").join("")`); got != sorted {
			t.Fatalf("the heads say %q, not %q", got, sorted)
		}
	}
	shares := func() []float64 {
		var all []float64
		for _, cell := range column(5) {
			var part, whole float64
			if n, _ := fmt.Sscanf(cell, "%f/%f", &part, &whole); n == 2 && whole > 0 {
				all = append(all, part/whole)
			} else {
				all = append(all, -1)
			}
		}
		return all
	}
	press(5, "ascending")
	if up := shares(); !slices.IsSorted(up) || up[0] == up[len(up)-1] {
		t.Errorf("shares up: %v", up)
	}
	press(5, "descending")
	down := shares()
	slices.Reverse(down)
	if !slices.IsSorted(down) {
		t.Errorf("shares down: %v", down)
	}
	press(5, "")
	if now := column(0); !slices.Equal(now, was) {
		t.Errorf("the first order does not come back: %v", now)
	}
	press(1, "ascending")
	if groups := column(1); !slices.IsSortedFunc(groups, func(x, y string) int {
		return strings.Index("一二三四五六七八九", x[3:6]) - strings.Index("一二三四五六七八九", y[3:6])
	}) {
		t.Errorf("groups: %v", groups)
	}
	press(0, "ascending")
	if names := column(0); names[0] != "白鹭洲村" || slices.Equal(names, was) {
		t.Errorf("names: %v", names)
	}
	p.open("deputies.html")
	if tables, buttons := value[int](p, `document.querySelectorAll("table.people").length`), value[int](p, `document.querySelectorAll("th button").length`); tables < 3 || buttons != 5*tables {
		t.Errorf("%d buttons in %d tables", buttons, tables)
	}
	p.open("suggestions.html")
	if n := value[int](p, `document.querySelectorAll("th button").length`); n != 0 {
		t.Error("one page of a list can be sorted, as if it were the list")
	}
	p.well("sorting")
}
