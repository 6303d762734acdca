package record

import (
	"fmt"

	"gongshi/generator/content"
)

// A Report (半年办理情况通报) tells residents every half-year how suggestions were handled. The clerk writes the
// narrative; all figures are computed from the suggestions as of the period's last day.
type Report struct {
	Source
	Title      string `toml:"title,required" zh:"标题"`
	Period     Half   `toml:"period,required" zh:"期间"` // 2025-H1
	Date       Date   `toml:"date,required" zh:"成文日期"` // on or after the period's last day
	Number     string `toml:"number" zh:"发文字号"`        // 石人大〔2025〕3号
	Salutation string `toml:"salutation" zh:"称谓"`      // 各位代表、全镇居民：
	Signer     string `toml:"signer" zh:"落款"`          // the presidium's name when empty
	IndexNo    string `toml:"index" zh:"索引号"`
}

func (r *Report) name() string { return r.Title }

// A Half (半年) is a half-year, written 2025-H1 or 2025-H2.
type Half struct {
	Year, Half int
}

// UnmarshalTOML takes "2025-H1".
func (h *Half) UnmarshalTOML(v any) error {
	s, _ := v.(string)
	var x Half
	if n, err := fmt.Sscanf(s, "%4d-H%1d", &x.Year, &x.Half); n != 2 || err != nil || x.String() != s || x.Half < 1 || x.Half > 2 {
		return &content.ValueError{Text: "写得不对", Hint: "上半年写 \"2025-H1\"，下半年写 \"2025-H2\""}
	}
	*h = x
	return nil
}

// HalfOf is the half-year a day lies in.
func HalfOf(d Date) Half { return Half{d.Year, (d.Month-1)/6 + 1} }

func (h Half) String() string { return fmt.Sprintf("%04d-H%d", h.Year, h.Half) }

// First is the period's first day.
func (h Half) First() Date { return Date{h.Year, (h.Half-1)*6 + 1, 1} }

// Last is the period's last day, the one its figures stand for.
func (h Half) Last() Date {
	if h.Half == 1 {
		return Date{h.Year, 6, 30}
	}
	return Date{h.Year, 12, 31}
}

// Out is the day it was issued.
func (r *Report) Out() Date { return r.Date }
