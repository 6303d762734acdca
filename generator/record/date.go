package record

import (
	"fmt"
	"strconv"
	"time"

	"gongshi/generator/content"
)

// A Date is a calendar day. Everything a township records is dated to the day, in China's calendar, so there is no
// hour and no zone. The zero Date means that nothing has happened yet.
type Date struct {
	Year, Month, Day int
}

// ParseDate reads a day written as 2026-01-02.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a day such as 2026-01-02", s)
	}
	return DateOf(t), nil
}

// DateOf is the day a moment falls on in its own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// UnmarshalTOML takes a TOML local date, or the same day in quotes.
func (d *Date) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case time.Time:
		if v.Location().String() != "date-local" {
			return &content.ValueError{Text: "只写日期，不写时刻", Hint: "写成 " + v.Format("2006-01-02")}
		}
		*d = DateOf(v)
		return nil
	case string:
		p, err := ParseDate(v)
		if err != nil {
			return &content.ValueError{Text: "写的“" + v + "”不是日期", Hint: "日期写成 2026-01-02 的样子，不加引号"}
		}
		*d = p
		return nil
	}
	return &content.ValueError{Text: "要写日期", Hint: "日期写成 2026-01-02 的样子，不加引号"}
}

// Example is how a day is written, for messages.
func (Date) Example() string { return "2026-01-02" }

// IsZero tells whether no day is given.
func (d Date) IsZero() bool { return d == Date{} }

// String is the day as 2026-01-02, and empty for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b := make([]byte, 0, 10)
	for n := 1000; n > d.Year && n > 1; n /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(d.Year), 10)
	b = append(b, '-', byte('0'+d.Month/10), byte('0'+d.Month%10), '-', byte('0'+d.Day/10), byte('0'+d.Day%10))
	return string(b)
}

func (d Date) ordinal() int { return (d.Year*16+d.Month)*32 + d.Day }

// Compare is negative when d is before e, positive when after.
func (d Date) Compare(e Date) int { return d.ordinal() - e.ordinal() }

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.ordinal() < e.ordinal() }

// After tells whether d is a later day than e.
func (d Date) After(e Date) bool { return d.ordinal() > e.ordinal() }

// By tells whether d is a day that has come by on: given, and not later.
func (d Date) By(on Date) bool { return !d.IsZero() && !d.After(on) }

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// AddDays is n days later, or earlier when n is negative.
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// AddMonths is the same day n calendar months later, held back to the month's last day: 30 November and three
// months is 28 (or 29) February. time.AddDate would run over into March.
func (d Date) AddMonths(n int) Date {
	m := d.Year*12 + d.Month - 1 + n
	first := Date{m / 12, m%12 + 1, 1}
	first.Day = min(d.Day, first.monthDays())
	return first
}

func (d Date) monthDays() int {
	return time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// DaysTo is how many days lie from d to e; negative when e is earlier.
func (d Date) DaysTo(e Date) int { return int(e.time().Sub(d.time()).Hours() / 24) }

// Quarter is the quarter of the year, 1 to 4.
func (d Date) Quarter() int { return (d.Month-1)/3 + 1 }

// QuarterEnd is the last day of a quarter, from 1 to 4.
func QuarterEnd(year, quarter int) Date {
	d := Date{year, 3 * quarter, 1}
	d.Day = d.monthDays()
	return d
}
