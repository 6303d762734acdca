package generator_test

import (
	"bytes"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/audit"
	"gongshi/generator/check"
	"gongshi/generator/record"
)

// A system is one row of the README's table: what the field asks a board to carry, and where this one carries it.
type system struct {
	number                        string
	name                          string
	records, rules, pages, sheets []string
}

// allRules are the rules of both lists.
var allRules = slices.Concat(check.Rules, audit.Rules)

var quoted = regexp.MustCompile("`([^`]+)`")

// systems reads the README's table of the 64 systems.
func systems(t *testing.T) []system {
	t.Helper()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(readme), "\n## The 64 systems\n")
	if !found {
		t.Fatal("README.md has no table of the 64 systems")
	}
	var all []system
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "## ") {
			break
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 6 || strings.TrimSpace(cells[0]) == "#" || strings.HasPrefix(cells[0], "-") {
			continue
		}
		names := func(cell string) []string {
			var some []string
			for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
				some = append(some, m[1])
			}
			return some
		}
		all = append(all, system{strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), names(cells[2]), names(cells[3]), names(cells[4]), names(cells[5])})
	}
	return all
}

// Every one of the 64 systems has a page in the built specimen, and every record, rule, page and sheet that the table
// names is there.
func TestSystemsTable(t *testing.T) {
	files := specimenSite(t)
	table := systems(t)
	next := 1
	for _, s := range table {
		from, to, isRange := strings.Cut(s.number, "–")
		first, err := strconv.Atoi(from)
		last := first
		if err == nil && isRange {
			last, err = strconv.Atoi(to)
		}
		if err != nil || first != next || last < first {
			t.Errorf("row “%s” does not follow row %d", s.number, next-1)
		}
		next = last + 1
		if len(s.pages) == 0 {
			t.Errorf("row %s (%s) names no page", s.number, s.name)
		}
		for _, name := range s.records {
			if !slices.ContainsFunc(record.Kinds(), func(k record.Kind) bool { return k.Name == name }) {
				t.Errorf("row %s: no kind of record “%s”", s.number, name)
			}
		}
		for _, name := range s.rules {
			if !slices.ContainsFunc(allRules, func(r check.Rule) bool { return r.Name == name }) {
				t.Errorf("row %s: no rule “%s”", s.number, name)
			}
		}
		for _, name := range slices.Concat(s.pages, s.sheets) {
			if files[name] == nil {
				t.Errorf("row %s: the specimen has no %s", s.number, name)
			}
		}
	}
	if next != 65 {
		t.Errorf("the table ends with row %d", next-1)
	}
}

// The table is complete the other way round as well: every kind of record and every rule serves some system, or is named
// above the table as one that holds everywhere.
func TestSystemsTableNamesEverything(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## The 64 systems\n")
	before, _, _ := strings.Cut(section, "\n|")
	var records, rules []string
	for _, m := range quoted.FindAllStringSubmatch(before, -1) {
		rules = append(rules, m[1])
	}
	for _, s := range systems(t) {
		records, rules = append(records, s.records...), append(rules, s.rules...)
	}
	for _, k := range record.Kinds() {
		if !slices.Contains(records, k.Name) {
			t.Errorf("no system of the table has records of the kind %s", k.Name)
		}
	}
	for _, r := range allRules {
		if !slices.Contains(rules, r.Name) {
			t.Errorf("no system of the table names the rule %s", r.Name)
		}
	}
}

// A resident finds every page from the home page in three clicks, without the site map; but for what stands at addresses
// where no record shows any more, which only those come to who kept the address.
func TestSpecimenIsThreeClicksDeep(t *testing.T) {
	files := specimenSite(t)
	clicks := map[string]int{"index.html": 0}
	for ring := []string{"index.html"}; len(ring) > 0; {
		var next []string
		for _, from := range ring {
			p, err := readPage(files[from])
			if err != nil {
				t.Fatal(err)
			}
			for _, link := range p.links {
				to, _, _ := strings.Cut(link, "#")
				to = path.Join(path.Dir(from), to)
				if _, known := clicks[to]; known || path.Ext(to) != ".html" || to == "sitemap.html" || files[to] == nil {
					continue
				}
				clicks[to] = clicks[from] + 1
				next = append(next, to)
			}
		}
		ring = next
	}
	for name := range files {
		if path.Ext(name) != ".html" || name == "404.html" || name == "sitemap.html" || bytes.Contains(files[name], []byte(`<meta name="robots" content="noindex">`)) {
			continue
		}
		if n, found := clicks[name]; !found || n > 3 {
			t.Errorf("%s is %d clicks from the home page (0: not at all)", name, n)
		}
	}
}
