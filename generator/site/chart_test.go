package site

import "testing"

func TestCountChart(t *testing.T) {
	for _, c := range []struct {
		counts  []int
		scale   int
		lengths []int
	}{
		{nil, 10, nil},
		{[]int{0, 1, 3}, 10, []int{0, 100, 300}}, // three of three do not fill the width
		{[]int{10, 5}, 10, []int{1000, 500}},
		{[]int{116, 0, 29, 1}, 116, []int{1000, 0, 250, 9}},
	} {
		got := countChart(c.counts...)
		if got.Scale != c.scale || len(got.Bars) != len(c.counts) {
			t.Fatalf("counts %v: %+v, want scale %d", c.counts, got, c.scale)
		}
		for i, b := range got.Bars {
			if b.Count != c.counts[i] || b.Length != c.lengths[i] {
				t.Errorf("counts %v: bar %d is %+v, want length %d", c.counts, i, b, c.lengths[i])
			}
		}
	}
}
