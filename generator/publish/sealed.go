package publish

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"gongshi/generator/proof"
	"gongshi/generator/record"
)

const (
	// sealLimit is the most that is read of a seal, in bytes: that of ten times the largest board.
	sealLimit = 64 << 20
	// logLimit is the same of the log of seals: that of ten thousand seals.
	logLimit = 16 << 20
)

// sealed checks the log of seals in a copy whose files are those of its manifest. Both may have been made anew by whoever
// changed a seal, so all is computed again from the seals themselves: each is in the log as it is, with a proof, and the
// log and its head have the root of them all. The log is nil when it could not be computed; head is that of the copy,
// nil when it has none.
func sealed(copied fs.FS, m *manifest) (log *proof.Log, head []byte, faults []Fault, err error) {
	var entries []proof.Entry
	for _, name := range m.under(proof.Folder) {
		text, ok, err := read(copied, name, sealLimit)
		if err != nil {
			return nil, nil, nil, err
		}
		heading, bad := record.SealHeading(text)
		if !ok || bad != nil {
			faults = append(faults, Fault{name, FaultNoSeal})
			continue
		}
		entries = append(entries, proof.NewEntry(heading, name, text))
	}
	if len(faults) > 0 {
		return nil, nil, faults, nil
	}
	_, logged := m.Files[proof.LogFile]
	if !logged && len(entries) == 0 {
		return proof.Of("", nil), nil, nil, nil // made by a program that kept no log, and nothing is sealed
	}
	claimed, err := claimedLog(copied)
	if err != nil {
		return nil, nil, nil, err
	}
	if claimed == nil {
		return nil, nil, []Fault{{proof.LogFile, FaultLog}}, nil
	}
	log = proof.Of(claimed.Origin, entries)
	if faults := misfits(log, claimed); len(faults) > 0 {
		return nil, nil, faults, nil
	}
	head, ok, err := read(copied, proof.HeadFile, proof.HeadLimit)
	if err != nil {
		return nil, nil, nil, err
	}
	if text, _, _ := strings.Cut(string(head), "\n\n"); !ok || strings.TrimSuffix(text, "\n")+"\n" != log.Head().Text() {
		return nil, nil, []Fault{{proof.HeadFile, FaultHead}}, nil
	}
	return log, head, nil, nil
}

// misfits are the faults of a log as a copy has it, beside that of the copy's seals. A seal that was altered makes the root
// and the proofs of all others wrong: only the first thing that is wrong is told.
func misfits(log, claimed *proof.Log) []Fault {
	for i, e := range log.Seals {
		if e.Number != i+1 {
			return []Fault{{e.File, FaultNumber}}
		}
	}
	var faults []Fault
	for i, e := range log.Seals {
		switch {
		case i >= len(claimed.Seals):
			faults = append(faults, Fault{e.File, FaultUnlogged})
		case claimed.Seals[i].Number != e.Number || !log.Names(claimed.Seals[i]):
			faults = append(faults, Fault{e.File, FaultMislogged})
		}
	}
	if len(faults) > 0 {
		return faults
	}
	if claimed.Root != log.Root || claimed.Size != log.Size || len(claimed.Seals) != log.Size {
		return []Fault{{proof.LogFile, FaultLog}}
	}
	for _, e := range claimed.Seals {
		if !log.Holds(e) {
			faults = append(faults, Fault{e.File, FaultMislogged})
		}
	}
	return faults
}

// claimedLog is the log as a copy has it, nil when it has none that can be read.
func claimedLog(copied fs.FS) (*proof.Log, error) {
	text, ok, err := read(copied, proof.LogFile, logLimit)
	if err != nil || !ok {
		return nil, err
	}
	log := new(proof.Log)
	if json.Unmarshal(text, log) != nil {
		return nil, nil
	}
	return log, nil
}

// read gives a file of a copy, which may be anybody's: not ok when it is not there, longer than limit or does not unpack.
func read(copied fs.FS, name string, limit int64) (text []byte, ok bool, err error) {
	f, err := copied.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	text, err = io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil && !damaged(err) {
		return nil, false, err
	}
	return text, err == nil && int64(len(text)) <= limit, nil
}

// ofLog tells whether a file takes part in the log of seals.
func ofLog(name string) bool {
	return path.Dir(name) == proof.Folder || name == proof.LogFile || name == proof.HeadFile
}
