package generator_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/record"
)

// Removing one item changes every figure it took part in by exactly that item, and no other: all lists and rates of items
// and all fields of all tallies are compared before and after, whatever lists, fields and tallies there are.
func TestRemovingOneSuggestion(t *testing.T) {
	year := record.Date{Year: 2025, Month: 12, Day: 31}
	for _, c := range []struct {
		what, id string
		on       record.Date
		town     string // figures of the town that change
	}{
		{"resolved", "2025-014", year, "BesideRate, ByClass A, BySatisfaction 满意, ByState resolved, Closed, ConsultedRate, ContentRate, OnTimeRate, PublishedRate, Raised, Received, Replied, Resolved, ResolvedOfAll, ResolvedRate, SatisfiedRate, SlipRate, StrictRate"},
		{"merged", "2025-023", year, "Merged, Raised"},
		{"returned", "2025-118", year, "Raised, Returned"},
		{"withheld", "2025-042", year, "BesideRate, ByClass A, BySatisfaction 满意, ByState resolved, Closed, ConsultedRate, ContentRate, OnTimeRate, PublishedRate, Raised, Received, Replied, Resolved, ResolvedOfAll, ResolvedRate, SatisfiedRate, SlipRate, StrictRate, Withheld"},
		{"redone", "2025-040", year, "BesideRate, ByClass A, BySatisfaction 满意, ByState resolved, Closed, ConsultedRate, ContentRate, OnTimeRate, PublishedRate, Raised, Received, Redone, Replied, Resolved, ResolvedOfAll, ResolvedRate, SatisfiedRate, SlipRate, StrictRate"},
		{"being redone", "2025-105", year, "BesideRate, ByClass A, BySatisfaction 不满意, ByState redoing, ConsultedRate, ContentRate, Explained, Open, PublishedRate, Raised, Received, Redone, Replied, ResolvedOfAll, ResolvedRate, SatisfiedRate, SlipRate, StrictRate, Unresolved"},
		{"postponed", "2025-113", year, "ByState postponed, Explained, Open, Postponed, Raised, Received, ResolvedOfAll, Unresolved"},
		{"kept promise", "2025-029", year, "Appraised, BesideRate, ByClass B, BySatisfaction 基本满意, ByState stepwise, Closed, ConsultedRate, ContentRate, Explained, OnTimeRate, PromiseRate, PublishedRate, Raised, Received, Replied, ResolvedOfAll, ResolvedRate, SatisfiedRate, SlipRate, StrictRate, Unresolved"},
		{"overdue", "2025-113", record.Date{Year: 2026, Month: 3, Day: 10}, "ByState overdue, Explained, OnTimeRate, Open, Overdue, Postponed, Raised, Received, ResolvedOfAll, Unresolved"},
	} {
		t.Run(c.what, func(t *testing.T) {
			l := specimenLedger()
			before := tallies(board.Of(l, c.on, false))
			after := tallies(board.Of(l.Keep(func(r record.Record) bool { return r.Kind.Name != "suggestion" || r.ID != c.id }), c.on, false))
			for where := range after {
				if before[where] == nil {
					t.Errorf("%s: counts items only when %s is away", where, c.id)
				}
			}
			took := 0
			for _, where := range slices.Sorted(maps.Keys(before)) {
				is, stands := after[where]
				var changed []string
				for _, figure := range slices.Sorted(maps.Keys(before[where])) {
					was, want := before[where][figure], without(before[where][figure], c.id)
					gone := !stands && strings.Trim(want, " /") == "" // a row with no item left
					if !stands && strings.Contains(where, ".Handling.") {
						_, whole, _ := strings.Cut(want, "/") // too few items left to be scored by
						gone = len(strings.Fields(whole)) < l.Schemes[0].MinItems
					}
					if got := is[figure]; got != want && !gone {
						t.Errorf("%s: %s was %s and is %s, want %s", where, figure, was, got, want)
					}
					if was != want {
						changed = append(changed, figure)
					}
				}
				if len(changed) > 0 {
					took++
				}
				if where == "Board.Now" {
					if got := strings.Join(changed, ", "); got != c.town {
						t.Errorf("the town's figures that change are\n%s, want\n%s", got, c.town)
					}
				}
			}
			if took < 10 { // the town, the year's report, the leading deputy, village and group, each with its list and rates
				t.Errorf("%s took part in %d figures only", c.id, took)
			}
			t.Logf("%d of %d lists and tallies change", took, len(before))
		})
	}
}

// without is a figure, written as the ids of its items, when one of them is away.
func without(figure, id string) string {
	return strings.ReplaceAll(figure, " "+id+" ", " ")
}

// tallies are all tallies, lists and rates of items of a board, each as its figures, and a figure as the ids of the items
// it counts: " 1 2 3 ", or " 1 2 / 1 2 3 " for a rate.
func tallies(b *board.Board) map[string]map[string]string {
	all := map[string]map[string]string{}
	gather(reflect.ValueOf(b), "Board", all, map[any]bool{})
	return all
}

// gather looks for them in everything a board leads to. Where a list holds named things, the name is part of the way,
// so that it is found again when a row before it is gone. Items and records lead to none, and what was seen on
// one way is not looked at again on another.
func gather(v reflect.Value, way string, all map[string]map[string]string, seen map[any]bool) {
	switch x := v.Interface().(type) {
	case *board.Tally:
		if x != nil {
			all[way] = figuresOf(x)
		}
		return
	case []*board.Case:
		all[way] = map[string]string{"items": idList(x)}
		return
	case board.Rate:
		if x.Among != nil { // a rate of items
			all[way] = map[string]string{"rate": idList(x.Counted) + "/" + idList(x.Among)}
		}
		return
	case *board.Case:
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Interface()] {
			seen[v.Interface()] = true
			gather(v.Elem(), way, all, seen)
		}
	case reflect.Struct:
		if v.Type().PkgPath() != reflect.TypeFor[board.Board]().PkgPath() {
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				gather(v.Field(i), way+"."+f.Name, all, seen)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			gather(v.Index(i), fmt.Sprintf("%s[%s]", way, nameOf(v.Index(i), i)), all, seen)
		}
	}
}

// nameOf tells a thing in a list from the others: by its id, or by its place when it has none.
func nameOf(v reflect.Value, i int) string {
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	switch x := v.Addr().Interface().(type) {
	case *board.Unit:
		return x.ID
	case *board.Group:
		return x.ID
	case *board.Village:
		return x.ID
	case *board.Deputy:
		return x.ID
	case *board.Official:
		return x.ID
	case *board.Report:
		return x.ID
	case *board.Standing:
		return x.Unit.ID
	case *board.Line:
		return "line " + x.ID
	case *board.TopicLine:
		return x.Topic
	}
	return fmt.Sprint(i)
}

// figuresOf writes every field of a tally. A field of a sort that is not known here fails: say how it counts.
func figuresOf(t *board.Tally) map[string]string {
	figures := map[string]string{}
	v := reflect.ValueOf(t).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch x := v.Field(i).Interface().(type) {
		case []*board.Case:
			figures[name] = idList(x)
		case []board.Slice:
			whole := 0
			for _, s := range x {
				figures[name+" "+s.Key] = idList(s.Cases)
				whole += s.N()
			}
			for _, s := range x {
				if s.Whole != whole {
					panic(fmt.Sprintf("%s %s: a part of %d, but all parts are %d", name, s.Key, s.Whole, whole))
				}
			}
		case board.Rate:
			if x.Part != len(x.Counted) || x.Whole != len(x.Among) {
				panic(fmt.Sprintf("%s is %d/%d, but counts %d of %d items", name, x.Part, x.Whole, len(x.Counted), len(x.Among)))
			}
			figures[name] = idList(x.Counted) + "/" + idList(x.Among)
		case string: // the tally's own name
		default:
			panic("a figure of an unknown sort: " + name)
		}
	}
	return figures
}

func idList(cases []*board.Case) string {
	var s strings.Builder
	s.WriteByte(' ')
	for _, c := range cases {
		s.WriteString(c.ID)
		s.WriteByte(' ')
	}
	return s.String()
}
