package site

// A Paper (纸张) is a size of paper and how it lies.
type Paper string

const (
	A4     Paper = "A4"      // 210 × 297 mm, upright
	A4Wide Paper = "A4-wide" // the same, lying
	A3Wide Paper = "A3-wide" // 420 × 297 mm, lying
)

// Millimetres are the width and the height.
func (p Paper) Millimetres() (width, height int) {
	switch p {
	case A4Wide:
		return 297, 210
	case A3Wide:
		return 420, 297
	}
	return 210, 297
}

// A sheetKind is one sort of printed sheet and its paper.
type sheetKind struct {
	pageKind
	paper Paper
}

// sheets lists every sort of printed sheet, with templates in sheets/<name>.html. Their style gives the same paper to the
// browser, which a test compares.
var sheets = []sheetKind{
	{pageKind{"report-cover", (*planner).reportCover}, A4},
	{pageKind{"board-a3", (*planner).boards}, A3Wide},
	{pageKind{"board-a4-wide", (*planner).boards}, A4Wide},
	{pageKind{"board-a4", (*planner).boards}, A4},
	{pageKind{"suggestion", (*planner).suggestionSheet}, A4},
	{pageKind{"guide", (*planner).guideSheet}, A4},
	{pageKind{"station-door", (*planner).stationDoor}, A4Wide},
	{pageKind{"station-rota", (*planner).stationRota}, A4},
	{pageKind{"report-leaflet", (*planner).reportLeaflet}, A4},
	{pageKind{"notice-large", (*planner).noticeLarge}, A4},
	{pageKind{"duties", (*planner).dutiesSheet}, A4},
	{pageKind{"photos", (*planner).photoSheet}, A4},
	{pageKind{"visit-form", (*planner).visitForm}, A4},
	{pageKind{"roster", (*planner).roster}, A4},
	{pageKind{"dossier", (*planner).dossierSheet}, A4},
	{pageKind{"certificate", (*planner).certificate}, A4Wide},
	{pageKind{"roll", (*planner).roll}, A3Wide},
	{pageKind{"table-cards", (*planner).tableCards}, A4},
	{pageKind{"deed", (*planner).deedPoster}, A4},
	{pageKind{"consultation", (*planner).consultation}, A4},
	{pageKind{"steps", (*planner).stepsSheet}, A4},
	{pageKind{"ballot", (*planner).ballot}, A4},
	{pageKind{"assignment", (*planner).paper}, A4},
	{pageKind{"gates", (*planner).paper}, A4},
	{pageKind{"postponement", (*planner).paper}, A4},
	{pageKind{"explanation", (*planner).paper}, A4},
	{pageKind{"result", (*planner).result}, A4},
	{pageKind{"plaque", (*planner).plaque}, A4Wide},
	{pageKind{"commend", (*planner).commend}, A4},
	{pageKind{"criticise", (*planner).criticise}, A4},
	{pageKind{"itinerary", (*planner).itinerary}, A4},
	{pageKind{"summons", (*planner).summons}, A4},
	{pageKind{"determination", (*planner).determination}, A4},
}

// sheetPageKinds are the sorts of sheets without their paper, as templates are made from.
func sheetPageKinds() []pageKind {
	var kinds []pageKind
	for _, k := range sheets {
		kinds = append(kinds, k.pageKind)
	}
	return kinds
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
