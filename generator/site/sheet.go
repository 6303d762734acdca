package site

import (
	"bytes"
	"slices"

	"gongshi/generator/site/internal/official"
)

// A Paper (纸张) is a size of paper and how it lies.
type Paper string

const (
	A4     Paper = "A4"      // 210 × 297 mm, upright
	A4Wide Paper = "A4-wide" // the same, lying
	A3     Paper = "A3"      // 297 × 420 mm, upright
	A3Wide Paper = "A3-wide" // the same, lying
)

// Millimetres are the width and the height.
func (p Paper) Millimetres() (width, height int) {
	switch p {
	case A4Wide:
		return 297, 210
	case A3:
		return 297, 420
	case A3Wide:
		return 420, 297
	}
	return 210, 297
}

// A sheetKind is one sort of printed sheet, its paper and who breaks it into pages.
type sheetKind struct {
	pageKind
	paper Paper
	pages layout
}

// A layout (排法) is how a sort of sheet comes to its pages.
type layout int

const (
	single   layout = iota // one page, however full; a test prints the fullest
	sections               // its template gives a section of the class sheet for each page
	document               // running text, laid out as an official document (公文)
	open                   // the browser's
)

// sheets lists every sort of printed sheet, with templates in sheets/<name>.html. Their style gives the same paper to the
// browser, which a test compares.
var sheets = []sheetKind{
	{pageKind{"report-cover", (*planner).reportCover}, A4, single},
	{pageKind{"board-a3", (*planner).boards}, A3Wide, sections},
	{pageKind{"board-a4-wide", (*planner).boards}, A4Wide, sections},
	{pageKind{"board-a4", (*planner).boards}, A4, sections},
	{pageKind{"suggestion", (*planner).suggestionSheet}, A4, single},
	{pageKind{"guide", (*planner).guideSheet}, A4, open},
	{pageKind{"station-door", (*planner).stationDoor}, A4Wide, single},
	{pageKind{"station-rota", (*planner).stationRota}, A4, single},
	{pageKind{"report-document", (*planner).reportDocument}, A4, document},
	{pageKind{"report-leaflet", (*planner).reportLeaflet}, A4, single},
	{pageKind{"notice-large", (*planner).noticeLarge}, A4, single},
	{pageKind{"duties", (*planner).dutiesSheet}, A4, open},
	{pageKind{"photos", (*planner).photoSheet}, A4, single},
	{pageKind{"visit-form", (*planner).visitForm}, A4, single},
	{pageKind{"roster", (*planner).roster}, A4, single},
	{pageKind{"dossier", (*planner).dossierSheet}, A4, single},
	{pageKind{"certificate", (*planner).certificate}, A4Wide, single},
	{pageKind{"roll", (*planner).roll}, A3Wide, single},
	{pageKind{"table-cards", (*planner).tableCards}, A4, sections}, // and larger paper for larger cards
	{pageKind{"name-badges", (*planner).nameBadges}, A4, sections},
	{pageKind{"deed", (*planner).deedPoster}, A4, single},
	{pageKind{"consultation", (*planner).consultation}, A4, single},
	{pageKind{"steps", (*planner).stepsSheet}, A4, single},
	{pageKind{"ballot", (*planner).ballot}, A4, single},
	{pageKind{"assignment", (*planner).paper}, A4, single},
	{pageKind{"opinion", (*planner).opinions}, A4, single},
	{pageKind{"receipt", (*planner).receipts}, A4, single},
	{pageKind{"objection", (*planner).objections}, A4, single},
	{pageKind{"gates", (*planner).paper}, A4, single},
	{pageKind{"postponement", (*planner).paper}, A4, single},
	{pageKind{"explanation", (*planner).paper}, A4, single},
	{pageKind{"result", (*planner).result}, A4, single},
	{pageKind{"score", (*planner).scorePaper}, A4, single},
	{pageKind{"plaque", (*planner).plaque}, A4Wide, single},
	{pageKind{"commend", (*planner).commend}, A4, document},
	{pageKind{"criticise", (*planner).criticise}, A4, document},
	{pageKind{"itinerary", (*planner).itinerary}, A4, single},
	{pageKind{"summons", (*planner).summons}, A4, document},
	{pageKind{"determination", (*planner).determination}, A4, document},
}

// sheetPageKinds are the sorts of sheets without their paper, as templates are made from.
func sheetPageKinds() []pageKind {
	var kinds []pageKind
	for _, k := range sheets {
		kinds = append(kinds, k.pageKind)
	}
	return kinds
}

// isDocument tells whether a sort of sheet is an official document.
func isDocument(kind string) bool {
	return slices.ContainsFunc(sheets, func(k sheetKind) bool { return k.name == kind && k.pages == document })
}

// onPages lays a document's running text, between the tags of main, out on its pages.
func onPages(page []byte) ([]byte, error) {
	const begin, end = `<main class="paper">`, `</main>`
	before, rest, ok := bytes.Cut(page, []byte(begin))
	text, after, closed := bytes.Cut(rest, []byte(end))
	if !ok || !closed {
		return nil, Mistake{File: "sheet.html", Line: 1, Text: "没有 " + begin + "…" + end, Hint: "公文的正文写在这两个标签之间，由程序排成一页一页"}
	}
	pages, err := official.Pages(text)
	if err != nil {
		return nil, err
	}
	return slices.Concat(before, []byte(begin+"\n"), pages, []byte(end), after), nil
}

// Sheets are the pages that are printed, sorted by path.
func (s *Site) Sheets() []Page {
	var sheets []Page
	for _, page := range s.Pages {
		if page.Sheet != "" {
			sheets = append(sheets, page)
		}
	}
	return sheets
}
