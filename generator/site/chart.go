package site

// A CountBar is one bar of a chart of counts, drawn from zero.
type CountBar struct {
	Count  int
	Length int // in thousandths of the chart's width
}

// A CountChart is counts as bars on one scale.
type CountChart struct {
	Scale int // the count that fills the width: the largest, and never fewer than leastScale
	Bars  []CountBar
}

// leastScale keeps one to three items from looking like many.
const leastScale = 10

// countChart draws counts in their order.
func countChart(counts ...int) CountChart {
	c := CountChart{Scale: leastScale}
	for _, n := range counts {
		c.Scale = max(c.Scale, n)
	}
	for _, n := range counts {
		c.Bars = append(c.Bars, CountBar{n, (2000*n + c.Scale) / (2 * c.Scale)})
	}
	return c
}
