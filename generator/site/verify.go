package site

import (
	"slices"
	"strings"

	"gongshi/generator/proof"
	"gongshi/generator/record"
)

// A VerifyPage tells residents how to compare what hangs on the wall with the page, and lists every seal with what proves
// it (怎样核对).
type VerifyPage struct {
	Frame
	Seals []SealRow // newest first
	Log   *proof.Log

	Signer string // the name of the key that the head is signed with; empty when it is not signed
}

// A SealRow is a seal as the page lists it.
type SealRow struct {
	*record.Seal
	File        string // of the seal itself
	Fingerprint string // first digits of the file's SHA-256, in groups of four
	Title       string
	Page        string // of what was sealed, empty when it has none
}

func (p *planner) verify() {
	p.page("verify.html", p.word("verify.title"), p.crumb(""), func(f Frame) any {
		v := VerifyPage{Frame: f, Log: p.log()}
		if p.signer != nil {
			v.Signer = p.signer.Name()
		}
		for i, s := range p.board.Seals {
			v.Seals = append(v.Seals, SealRow{
				Seal: s, Title: p.sealedOf(s.ID), Page: p.sealPage(s),
				File: sealFile(s), Fingerprint: inFours(v.Log.Seals[i].SHA256[:16]),
			})
		}
		slices.Reverse(v.Seals)
		return v
	})
}

// sealPage is the page of that which was sealed, empty when it has none.
func (p *planner) sealPage(s *record.Seal) string {
	address := s.What + ".html"
	if _, ok := record.PeriodOf(s.What); ok {
		address = "assessments/" + strings.ToLower(s.What) + ".html"
		for _, r := range p.board.Reports {
			if r.Period.String() == s.What {
				address = "reports/" + r.ID + ".html"
			}
		}
	}
	if page, ok := p.site.Page(address); !ok || page.Title == "" {
		return ""
	}
	return address
}

// inFours parts digits for reading aloud and comparing: ca97 8112 ca1b bdca.
func inFours(digits string) string {
	var groups []string
	for group := range slices.Chunk([]byte(digits), 4) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, " ")
}
