// Package town makes up the records of a township of any size, for benchmarks and for measuring the whole program.
//
// A town of n records has the shape that makes generators comparable: n/10 deputies, n/2 suggestions, 3n/10 deeds, and
// for the last tenth the quarterly assessments, the half-yearly reports and as many notices as bring the count to n.
// (Below 200 the assessments and reports alone are more than a tenth.) The units are as many as give about 96n/1000
// unit-quarters. A town has two years of records, five from 5,000 records on and ten from 50,000 on, up to 31 December
// 2025, evenly spread. Beside the n records stand the few files every town has: the town, its rules, calendars,
// villages, groups, units, officials and assessment schemes; they are not counted.
//
// Texts are Chinese Markdown with headings, 400 to 1,500 characters for suggestions and deeds; every suggestion and
// every other deed has a list, a table and links. All records are as the rules of package check want them, so a build
// of a town has no problems to tell. Everything is invented.
//
// The same n and seed give the same bytes on any machine and with any version of Go.
package town

import (
	"os"
	"path/filepath"
	"testing/fstest"

	"gongshi/generator/record"
)

// Smallest is the least number of records a town can have.
const Smallest = 100

// on is the last day of every town: what would come later is not yet on record.
var on = record.Date{Year: 2025, Month: 12, Day: 31}

// Files makes a town in memory.
func Files(n int, seed uint64) fstest.MapFS {
	files := fstest.MapFS{}
	_ = each(n, seed, func(path, text string) error { // no error but from the function
		files[path] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
		return nil
	})
	return files
}

// Write makes a town in a folder, which is made when it is missing. Files of an earlier town stay where they are.
func Write(dir string, n int, seed uint64) error {
	made := map[string]bool{}
	return each(n, seed, func(path, text string) error {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if folder := filepath.Dir(name); !made[folder] {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			made[folder] = true
		}
		return os.WriteFile(name, []byte(text), 0o644)
	})
}

// each makes the files one after the other, so that a large town is never held as a whole.
func each(n int, seed uint64, write func(path, text string) error) error {
	t := plan(max(n, Smallest), seed)
	for _, kind := range []struct {
		count int
		make  func(i int) (path, text string)
	}{
		{1, t.townFile},
		{1, t.profile},
		{t.years + 1, t.calendar},
		{t.villages, t.village},
		{t.groups, t.group},
		{t.groups, t.station},
		{t.units, t.unit},
		{t.officials, t.official},
		{t.years, t.scheme},
		{t.deputies, t.deputy},
		{len(t.items), t.suggestion},
		{t.deeds, t.deed},
		{t.years * 2, t.report},
		{t.years * 5, t.assessment},
		{t.notices, t.notice},
	} {
		for i := range kind.count {
			if err := write(kind.make(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// A town is how many records of each kind there are, and the suggestions' lives, to which other records refer.
type town struct {
	seed      uint64
	years     int
	begin     record.Date
	days      int
	deputies  int
	villages  int
	groups    int
	units     int
	officials int
	deeds     int
	notices   int
	items     []item
	postponed []int // items with an approved postponement that notices may name
	explained []int // items with an explanation that notices may name
}

func plan(n int, seed uint64) *town {
	t := &town{seed: seed, years: 2, deputies: n / 10, deeds: 3 * n / 10}
	if n >= 5_000 {
		t.years = 5
	}
	if n >= 50_000 {
		t.years = 10
	}
	quarters := 4 * t.years
	t.begin = record.Date{Year: on.Year - t.years + 1, Month: 1, Day: 1}
	t.days = t.begin.DaysTo(on) + 1
	t.groups = min(max(t.deputies/20, 3), 500)
	t.villages = max(16, t.groups)
	t.units = max(3, n*96/1000/quarters)
	t.officials = min(max(t.deputies/50, 4), 40)
	t.notices = max(0, n-t.deputies-n/2-t.deeds-2*t.years-5*t.years)
	t.items = make([]item, n/2)
	serial := 0
	for i := range t.items {
		if i > 0 && t.dayOf(i).Year != t.dayOf(i-1).Year {
			serial = 0
		}
		serial++
		t.items[i] = t.live(i, serial)
		x := &t.items[i]
		if x.open == record.Withheld {
			continue // nothing may refer to it
		}
		if x.approved.By(on) {
			t.postponed = append(t.postponed, i)
		}
		if x.explained().By(on) {
			t.explained = append(t.explained, i)
		}
	}
	return t
}

func (t *town) stream(kind string, i int) *stream { return streamOf(t.seed, kind, i) }

// someDay is a day between the first and the last of the town.
func (t *town) someDay(r *stream) record.Date { return t.begin.AddDays(r.below(t.days)) }
