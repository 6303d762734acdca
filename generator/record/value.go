package record

import (
	"fmt"
	"math"
	"strings"

	"gongshi/generator/content"
)

// Satisfaction (满意度) is what a deputy says on the slip (征询意见表) about how a suggestion was handled.
type Satisfaction string

const (
	Satisfied          Satisfaction = "满意"
	BasicallySatisfied Satisfaction = "基本满意"
	Dissatisfied       Satisfaction = "不满意"
)

func (Satisfaction) Options() []string { return []string{"满意", "基本满意", "不满意"} }

// Openness (公开方式) is how much of a suggestion residents may read. Whatever it is, the suggestion counts in every total.
type Openness string

const (
	Full     Openness = "全文"
	Abstract Openness = "摘要"
	Withheld Openness = "不公开"
)

func (Openness) Options() []string { return []string{"全文", "摘要", "不公开"} }

// Points (得分) are hundredths of a point: 9250 is 92.50. Scores are added and compared as whole hundredths only.
type Points int

// UnmarshalTOML takes 92, 92.5 or 92.50; a third decimal is refused because the published score could not show it.
func (p *Points) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case int64:
		if v > 1e6 || v < -1e6 {
			return &content.ValueError{Text: "太大", Hint: "分数写 0 到 100 之间的数"}
		}
		*p = Points(v * 100)
		return nil
	case float64:
		h := math.Round(v * 100)
		if math.IsNaN(v) || math.Abs(v) > 1e6 || math.Abs(h-v*100) > 1e-6 {
			return &content.ValueError{Text: "最多写两位小数", Hint: "例如 92.5 或 92.25"}
		}
		*p = Points(h)
		return nil
	}
	return &content.ValueError{Text: "要写分数", Hint: "写数字，不加引号，例如 92.5"}
}

// String is the score with two decimals, as published: 92.50.
func (p Points) String() string {
	sign := ""
	if p < 0 {
		sign, p = "-", -p
	}
	return fmt.Sprintf("%s%d.%02d", sign, p/100, p%100)
}

// Short is the score without idle zeros, for weights and bounds: 100, 92.5.
func (p Points) Short() string {
	return strings.TrimSuffix(strings.TrimRight(p.String(), "0"), ".")
}

// Share is a part of a hundred, p points of 100.00, of a weight in percent: the weighted score, rounded half up to hundredths.
func (p Points) Share(percent int) Points {
	return Points(divRound(int(p)*percent, 100))
}

// Mean is the sum of points over n, rounded half up to hundredths.
func (p Points) Mean(n int) Points { return Points(divRound(int(p), n)) }

func divRound(a, b int) int {
	if a < 0 {
		return -divRound(-a, b)
	}
	return (2*a + b) / (2 * b)
}

// A Photo is a picture that stands with a record, with the words that tell a reader who cannot see it what it shows.
type Photo struct {
	File    string `toml:"file,required" zh:"文件"`  // path from the content folder: photos/bridge.jpg
	Alt     string `toml:"alt,required" zh:"图片说明"` // what the picture shows
	Caption string `toml:"caption" zh:"图注"`        // line under the picture; may be empty
	Credit  string `toml:"credit" zh:"摄影"`         // who took it; may be empty
}
