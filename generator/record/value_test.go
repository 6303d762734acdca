package record_test

import (
	"testing"

	"gongshi/generator/record"
)

func day(s string) record.Date {
	d, err := record.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2025-11-30", 3, "2026-02-28"},
		{"2023-11-30", 3, "2024-02-29"},
		{"2025-01-31", 1, "2025-02-28"},
		{"2025-12-31", 2, "2026-02-28"},
		{"2025-02-28", 1, "2025-03-28"}, // held back once, not forever at the month's end
		{"2025-06-15", 0, "2025-06-15"},
		{"2025-12-15", 1, "2026-01-15"},
		{"2025-01-15", 24, "2027-01-15"},
		{"2025-01-31", -1, "2024-12-31"},
		{"2025-03-31", -1, "2025-02-28"},
		{"2025-05-15", -17, "2023-12-15"},
	} {
		if got := day(c.from).AddMonths(c.months); got != day(c.want) {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2025-01-02", "2024-02-29", "1999-12-31", "0045-01-01"} {
		if d, err := record.ParseDate(s); err != nil || d.String() != s {
			t.Errorf("%s is read as %s, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "2025-02-29", "2025-2-3", "2025-13-01", "2025-01-02T08:00", "2025年1月2日"} {
		if d, err := record.ParseDate(s); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
	if s := (record.Date{}).String(); s != "" {
		t.Errorf("no day is %q", s)
	}
}

func TestDaysTo(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2025-03-01", "2025-03-01", 0},
		{"2024-02-28", "2024-03-01", 2},
		{"2025-02-28", "2025-03-01", 1},
		{"2025-03-01", "2025-02-28", -1},
		{"2024-12-31", "2025-12-31", 365},
	} {
		from, to := day(c.from), day(c.to)
		if got := from.DaysTo(to); got != c.want {
			t.Errorf("%s to %s: %d days, want %d", from, to, got, c.want)
		}
		if from.AddDays(c.want) != to {
			t.Errorf("%s and %d days is not %s", from, c.want, to)
		}
		if from.Before(to) != (c.want > 0) || from.After(to) != (c.want < 0) || to.By(from) != (c.want <= 0) {
			t.Errorf("%s and %s are not in order", from, to)
		}
	}
	if (record.Date{}).By(day("2025-01-01")) {
		t.Error("no day has come")
	}
}

func TestHalf(t *testing.T) {
	for _, c := range []struct{ half, first, last string }{
		{"2025-H1", "2025-01-01", "2025-06-30"},
		{"2025-H2", "2025-07-01", "2025-12-31"},
	} {
		var h record.Half
		if err := h.UnmarshalTOML(c.half); err != nil || h.String() != c.half {
			t.Errorf("%s is read as %s, %v", c.half, h, err)
		}
		if h.First() != day(c.first) || h.Last() != day(c.last) {
			t.Errorf("%s is %s to %s", h, h.First(), h.Last())
		}
		for _, d := range []record.Date{h.First(), h.Last()} {
			if record.HalfOf(d) != h {
				t.Errorf("%s lies in %s", d, record.HalfOf(d))
			}
		}
	}
	for _, v := range []any{"2025-H3", "2025-H0", "2025-h1", "25-H1", "2025H1", "2025-H1 ", "2025-H12", int64(2025), ""} {
		var h record.Half
		if err := h.UnmarshalTOML(v); err == nil {
			t.Errorf("%v is read as %s", v, h)
		}
	}
}

func TestCardSize(t *testing.T) {
	for given, want := range map[string]record.CardSize{"200x100": {Width: 200, Height: 100}, "300×110": {Width: 300, Height: 110}, "60x40": {Width: 60, Height: 40}, "287x205": {Width: 287, Height: 205}} {
		var c record.CardSize
		if err := c.UnmarshalTOML(given); err != nil || c != want {
			t.Errorf("%s is read as %v, %v", given, c, err)
		}
	}
	for _, v := range []any{"200", "200x", "x100", "200 x 100", "200x100mm", "59x100", "200x39", "300x150", "411x100", "-200x100", int64(200), ""} {
		var c record.CardSize
		if err := c.UnmarshalTOML(v); err == nil {
			t.Errorf("%v is read as %s", v, c)
		}
	}
}

func TestPoints(t *testing.T) {
	for _, c := range []struct {
		given         any
		string, short string
	}{
		{int64(92), "92.00", "92"},
		{92.5, "92.50", "92.5"},
		{92.25, "92.25", "92.25"},
		{0.29, "0.29", "0.29"}, // 0.29 × 100 is a little below 29 in binary
		{int64(100), "100.00", "100"},
		{-0.5, "-0.50", "-0.5"},
	} {
		var p record.Points
		if err := p.UnmarshalTOML(c.given); err != nil || p.String() != c.string || p.Short() != c.short {
			t.Errorf("%v is %s, in short %s, %v", c.given, p, p.Short(), err)
		}
	}
	for _, v := range []any{92.255, 0.001, "92.5", int64(1e9), 1e9, true} {
		var p record.Points
		if err := p.UnmarshalTOML(v); err == nil {
			t.Errorf("%v is read as %s", v, p)
		}
	}
}

func TestPointsAreRoundedHalfUp(t *testing.T) {
	for _, c := range []struct {
		what      string
		got, want record.Points
	}{
		{"92.50 × 40%", record.Points(9250).Share(40), 3700},
		{"66.67 × 60%", record.Points(6667).Share(60), 4000},
		{"0.01 × 50%", record.Points(1).Share(50), 1},
		{"0.01 × 49%", record.Points(1).Share(49), 0},
		{"250.00 / 3", record.Points(25000).Mean(3), 8333},
		{"200.00 / 3", record.Points(20000).Mean(3), 6667},
		{"0.05 / 2", record.Points(5).Mean(2), 3},
		{"1570.00 / 16", record.Points(157000).Mean(16), 9813},
	} {
		if c.got != c.want {
			t.Errorf("%s = %s, want %s", c.what, c.got, c.want)
		}
	}
}
