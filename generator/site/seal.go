package site

import (
	"encoding/json"
	"io"
	"strings"

	"gongshi/generator/proof"
	"gongshi/generator/record"
)

// seals plans the seals as the clerk's folder holds them, so that anyone can keep a copy and compare later, and the log
// that proves that none was altered since.
func (p *planner) seals() {
	for _, s := range p.board.Seals {
		p.put(Page{Path: sealFile(s), Lasting: !s.Draft, Write: func(w io.Writer) error {
			_, err := io.WriteString(w, s.Text())
			return err
		}})
	}
	p.add(proof.LogFile, "", func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(p.log())
	})
	p.add(proof.HeadFile, "", func(w io.Writer) error {
		text, err := p.log().Head().Signed(p.signer)
		if err != nil {
			return err
		}
		_, err = w.Write(text)
		return err
	})
}

// sealFile is the address of a seal.
func sealFile(s *record.Seal) string { return proof.Folder + "/" + s.ID + ".toml" }

// sealLog is the log of all seals of the board.
func (p *planner) sealLog() *proof.Log {
	entries := make([]proof.Entry, len(p.board.Seals))
	for i, s := range p.board.Seals {
		entries[i] = proof.NewEntry(s, sealFile(s), []byte(s.Text()))
	}
	return proof.Of(strings.TrimSpace("gongshi "+p.board.Town.County+p.board.Town.Name), entries)
}
