package generator_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var a4Wide = [2]float64{841.89, 595.28}

// Printed, a dossier and a deed's poster are one page, a certificate lies on one, the roll of honour is one A3, and every
// table card has a page to itself.
func (b *browser) testPeopleSheets(t *testing.T) {
	p := b.tab(t)
	board := specimenBoard()
	for _, name := range b.largest(t, "dossier-*.html", 5) {
		p.printed(name).onePage(t, name)
	}
	for _, d := range board.Deeds {
		name := "sheets/deed-" + d.ID + ".html"
		p.printed(name).onePage(t, name)
	}
	for _, name := range b.largest(t, "certificate-*.html", 2) {
		if out := p.printed(name); len(out.sizes) != 1 || !out.sized(a4Wide) {
			t.Errorf("%s is not one page A4 lying: %v", name, out.sizes)
		}
	}
	if out := p.printed("sheets/roll-2025.html"); len(out.sizes) != 1 || !out.sized(a3Wide) {
		t.Errorf("the roll of honour is not one page A3 lying: %v", out.sizes)
	}
	cards := p.printed("sheets/table-cards.html")
	if len(cards.sizes) != len(board.Cards) || !cards.sized(a4) {
		t.Errorf("%d table cards are on %d pages", len(board.Cards), len(cards.sizes))
	}
	p.well("people's sheets")
}

// largest are the addresses of the n longest sheets of a pattern.
func (b *browser) largest(t *testing.T, pattern string, n int) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(b.dir, "sheets", pattern))
	if err != nil || len(files) < n {
		t.Fatalf("%d sheets %s: %v", len(files), pattern, err)
	}
	size := func(name string) int64 {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	slices.SortStableFunc(files, func(x, y string) int { return int(size(y) - size(x)) })
	var names []string
	for _, f := range files[:n] {
		names = append(names, "sheets/"+filepath.Base(f))
	}
	return names
}
