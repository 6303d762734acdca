package official

import (
	"fmt"
	"html"
	"math"
	"strings"

	dom "golang.org/x/net/html"

	"gongshi/generator/site/internal/typeset"
)

// The type of a table, in points: smaller than the text's, so that a row of one line takes one line of the page.
const (
	tableSize = 13.0
	tableLine = 18.5
	tablePad  = 3.5 // left and right in a cell
	tableOver = 3.0 // above and below together
	typeWidth = 156 / 25.4 * 72
)

// A cell is one of a table's row: its element, and its words.
type cell struct {
	element string // td or th, with scope
	close   string
	text    text
}

// table lays a table out over the whole width: columns as wide as their words need, and rows that stand whole on a page
// under the head.
func (d *layout) table(n *dom.Node) {
	var head, body [][]cell
	caption := ""
	var read func(*dom.Node, bool)
	read = func(n *dom.Node, inHead bool) {
		for c := range n.ChildNodes() {
			if c.Type != dom.ElementNode {
				continue
			}
			switch c.Data {
			case "caption":
				caption = textOf(c).whole()
			case "tr":
				row := cellsOf(c)
				if inHead {
					head = append(head, row)
				} else {
					body = append(body, row)
				}
			default:
				read(c, c.Data == "thead")
			}
		}
	}
	read(n, false)
	widths := columns(append(append([][]cell{}, head...), body...))
	p := part{open: "table", close: "</tbody></table>"}
	var h strings.Builder
	if caption != "" {
		h.WriteString("<caption>" + caption + "</caption>")
		p.headHeight++
	}
	h.WriteString("<colgroup>")
	for _, w := range widths {
		fmt.Fprintf(&h, `<col style="width:%.1fpt">`, w)
	}
	h.WriteString("</colgroup><thead>")
	for _, row := range head {
		html, height := rowOf(row, widths)
		h.WriteString(html)
		p.headHeight += height
	}
	h.WriteString("</thead><tbody>")
	p.head = h.String()
	for _, row := range body {
		html, height := rowOf(row, widths)
		p.rows, p.heights = append(p.rows, html), append(p.heights, height)
	}
	if len(p.rows) > 0 {
		d.parts = append(d.parts, p)
	}
}

func cellsOf(tr *dom.Node) []cell {
	var row []cell
	for c := range tr.ChildNodes() {
		if c.Type == dom.ElementNode && (c.Data == "td" || c.Data == "th") {
			element := c.Data
			if scope := attribute(c, "scope"); scope != "" {
				element += ` scope="` + html.EscapeString(scope) + `"`
			}
			if class := attribute(c, "class"); class != "" {
				element += ` class="` + html.EscapeString(class) + `"`
			}
			row = append(row, cell{element, "</" + c.Data + ">", textOf(c)})
		}
	}
	return row
}

// columns are widths in points that fill the type area: what the longest words of a column need, or, when that is too much
// for all, no more than what makes them fit.
func columns(rows [][]cell) []float64 {
	var need []float64
	for _, row := range rows {
		for i, c := range row {
			if i == len(need) {
				need = append(need, 0)
			}
			need[i] = max(need[i], typeset.Width(c.text.plain)*tableSize+2*tablePad+2)
		}
	}
	sum := 0.0
	for _, w := range need {
		sum += w
	}
	if len(need) == 0 {
		return nil
	}
	if sum <= typeWidth {
		for i := range need {
			need[i] += (typeWidth - sum) / float64(len(need))
		}
		return need
	}
	low, high := 0.0, typeWidth
	for range 40 { // the width at which the widest columns are cut
		cut := (low + high) / 2
		if sum := 0.0; true {
			for _, w := range need {
				sum += min(w, cut)
			}
			if sum > typeWidth {
				high = cut
			} else {
				low = cut
			}
		}
	}
	for i := range need {
		need[i] = min(need[i], low)
	}
	return need
}

// rowOf lays one row out and gives its height in lines of the page.
func rowOf(row []cell, widths []float64) (string, float64) {
	most := 1
	var cells strings.Builder
	for i, c := range row {
		lines := c.text.lines((widths[i]-2*tablePad-2)/tableSize, (widths[i]-2*tablePad-2)/tableSize)
		most = max(most, len(lines))
		cells.WriteString("<" + c.element + ">" + strings.ReplaceAll(strings.Join(lines, ""), `class="line full"`, `class="line"`) + c.close)
	}
	rows := math.Ceil((float64(most)*tableLine + tableOver) / height)
	return fmt.Sprintf(`<tr style="height:calc(%g*var(--pitch))">%s</tr>`, rows, cells.String()), rows
}
