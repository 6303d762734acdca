package opendata

import (
	"io"

	"gongshi/generator/board"
)

// headline is the address of the headline figures.
const headline = Folder + "figures.json"

// figures are the headline figures of the running year. The shape is older than the tables and stays as it is.
type figures struct {
	On       string          `json:"on"` // the board's day: building again with it gives the same board
	Town     string          `json:"town"`
	Year     int             `json:"year"`
	Counts   map[string]int  `json:"counts"`
	Rates    map[string]rate `json:"rates"`
	ByState  map[string]int  `json:"by_state"`
	ByClass  map[string]int  `json:"by_class"`
	Satisfac map[string]int  `json:"by_satisfaction"`
}

type rate struct {
	Part    int    `json:"part"`
	Whole   int    `json:"whole"`
	Percent string `json:"percent"`
}

func writeHeadline(w io.Writer, b *board.Board) error {
	t := b.Now
	count := func(slices []board.Slice) map[string]int {
		m := map[string]int{}
		for _, s := range slices {
			m[s.Key] = s.N()
		}
		return m
	}
	counts, rates := map[string]int{}, map[string]rate{}
	for _, f := range t.Counts() {
		counts[f.Name] = len(f.Cases)
	}
	for _, f := range t.Rates() {
		rates[f.Name] = rate{f.Rate.Part, f.Rate.Whole, f.Rate.Percent()}
	}
	return writeIndented(w, figures{
		On: b.On.String(), Town: b.Town.Name, Year: b.Year,
		Counts: counts, Rates: rates,
		ByState: count(t.ByState), ByClass: count(t.ByClass), Satisfac: count(t.BySatisfaction),
	})
}
