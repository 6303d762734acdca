package paper

import (
	"path"

	"gongshi/generator/site"
)

// Choose picks the sheets that people ask for: by name (dossier-mo-guangtian), by kind (dossier), or by a pattern of names
// (report-2025-h2-*). Without names it is all of them. They keep their order, each once. It gives the names that stand for
// no sheet, too.
func Choose(sheets []site.Page, names []string) (chosen []site.Page, unknown []string) {
	if len(names) == 0 {
		return sheets, nil
	}
	used := make([]bool, len(names))
	for _, sheet := range sheets {
		wanted := false
		for i, name := range names {
			if matched, err := path.Match(name, Name(sheet)); name == sheet.Sheet || err == nil && matched {
				wanted, used[i] = true, true
			}
		}
		if wanted {
			chosen = append(chosen, sheet)
		}
	}
	for i, name := range names {
		if !used[i] {
			unknown = append(unknown, name)
		}
	}
	return chosen, unknown
}
