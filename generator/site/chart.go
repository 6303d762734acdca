package site

import (
	"fmt"

	"gongshi/generator/board"
)

// A Chart is rows of words with a bar under each, drawn from zero on one scale, so that small numbers look small. Places are
// in em and lengths in percent: a chart is as wide as there is room and grows with the reader's letters.
type Chart struct {
	ID     string // of its title and patterns on the page
	Scale  int    // what fills the width
	Height string // of the drawing: 18.00em
	Rows   []ChartRow
}

// A ChartRow is one row: the part of the whole that each pattern stands for, one after the other.
type ChartRow struct {
	Text, Bar string // the base line of the words, the top of the bar: 1.15em, 1.65em
	Parts     []ChartPart
}

// A ChartPart is a piece of a bar.
type ChartPart struct {
	N         int
	At, Width string // 12.50%
	Fill      int    // number of the pattern, from 1
}

// leastScale keeps one to three items from looking like many.
const leastScale = 10

// rowHeight is that of the words and the bar of a row, in hundredths of an em.
const rowHeight = 300

// newChart draws rows of counts on a scale of the longest row, and never of fewer than leastScale.
func newChart(id string, rows ...[]int) Chart {
	scale := leastScale
	for _, row := range rows {
		whole := 0
		for _, n := range row {
			whole += n
		}
		scale = max(scale, whole)
	}
	return scaledChart(id, scale, rows...)
}

// scaledChart draws rows on a given scale.
func scaledChart(id string, scale int, rows ...[]int) Chart {
	em := func(hundredths int) string { return fmt.Sprintf("%d.%02dem", hundredths/100, hundredths%100) }
	percent := func(n int) string {
		n = (20000*n + scale) / (2 * scale)
		return fmt.Sprintf("%d.%02d%%", n/100, n%100)
	}
	c := Chart{ID: id, Scale: scale, Height: em(rowHeight * len(rows))}
	for i, row := range rows {
		drawn := ChartRow{Text: em(rowHeight*i + 115), Bar: em(rowHeight*i + 165)}
		before := 0
		for j, n := range row {
			drawn.Parts = append(drawn.Parts, ChartPart{n, percent(before), percent(n), j + 1})
			before += n
		}
		c.Rows = append(c.Rows, drawn)
	}
	return c
}

// oneEach makes rows of one count each.
func oneEach(counts []int) [][]int {
	rows := make([][]int, len(counts))
	for i, n := range counts {
		rows[i] = []int{n}
	}
	return rows
}

// endsChart shows how the items received stood at the ends of the months.
func endsChart(ends []board.MonthEnd) Chart {
	var rows [][]int
	for _, e := range ends {
		rows = append(rows, e.Standing[:])
	}
	return newChart("ends", rows...)
}

// classesChart shows the classes of the replies to the items of each half-year.
func classesChart(halves []board.HalfYear) Chart {
	var rows [][]int
	for _, r := range halves {
		var row []int
		for _, s := range r.ByClass {
			row = append(row, s.N())
		}
		rows = append(rows, row)
	}
	return newChart("classes", rows...)
}

// ratesChart shows the rates of units that have enough items for one.
func ratesChart(id string, units []*board.Unit) Chart {
	var rows [][]int
	for _, u := range units {
		rows = append(rows, []int{u.Tally.ResolvedRate.Tenths()})
	}
	return scaledChart(id, 1000, rows...)
}

// scoresChart shows the scores of a class of units out of a hundred points.
func scoresChart(id string, sheets []*board.ScoreSheet) Chart {
	var rows [][]int
	for _, s := range sheets {
		rows = append(rows, []int{min(max(int(s.Total), 0), 100*100)})
	}
	return scaledChart(id, 100*100, rows...)
}
