// Package proof keeps the seals as an append-only log and proves what is in it (存证).
//
// The log is a Merkle tree as Certificate Transparency has it (RFC 6962): its leaves are the published seal files, in the
// order of sealing. From its root follows each seal, and from the root of an earlier day follows whether all seals of that
// day are still there, unchanged. Everything is computed from the files, so anybody can do it again.
package proof

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"

	"golang.org/x/mod/sumdb/tlog"

	"gongshi/generator/record"
)

// Where a board publishes the log.
const (
	Folder   = "sealed" // of the seals
	LogFile  = "data/v1/log.json"
	HeadFile = "data/v1/head.txt"
)

// An Entry (存证条目) is one seal in the log.
type Entry struct {
	Number int              `json:"number"` // from 1, in the order of sealing
	What   string           `json:"what"`   // 2025-H1
	On     string           `json:"on"`     // the day as of which it stands: 2025-06-30
	Sealed string           `json:"sealed"` // the day of sealing
	File   string           `json:"file"`   // address of the published file: sealed/2025-h1.toml
	SHA256 string           `json:"sha256"` // of the file: 64 hexadecimal digits
	Leaf   tlog.Hash        `json:"leaf"`   // SHA-256 of a zero byte and the file
	Proof  tlog.RecordProof `json:"proof"`  // that the leaf is in the tree: the hashes beside its way to the root
}

// NewEntry is the entry of a seal whose published file has a text. Its proof is made when the log is.
func NewEntry(s *record.Seal, file string, text []byte) Entry {
	sum := sha256.Sum256(text)
	return Entry{
		Number: s.Number, What: s.What, On: s.On.String(), Sealed: s.Sealed.String(),
		File: file, SHA256: hex.EncodeToString(sum[:]), Leaf: tlog.RecordHash(text),
	}
}

// A Log (存证) is all seals of a board. Its form as JSON is public, data/v1/log.json: it changes only with the version in
// that path.
type Log struct {
	Origin string    `json:"origin"` // whose log it is, so that two towns' heads are not taken for each other
	Size   int       `json:"size"`
	Root   tlog.Hash `json:"root"`
	Seals  []Entry   `json:"seals"` // by number

	hashes []tlog.Hash // of all nodes of the tree, in the order of tlog.StoredHashIndex
}

// Of is the log of entries in the order of their numbers.
func Of(origin string, entries []Entry) *Log {
	l := &Log{Origin: oneLine(origin), Size: len(entries), Seals: append([]Entry{}, entries...)}
	slices.SortStableFunc(l.Seals, func(x, y Entry) int { return cmp.Compare(x.Number, y.Number) })
	leaves := make([]tlog.Hash, l.Size)
	for i, e := range l.Seals {
		leaves[i] = e.Leaf
	}
	l.hashes, l.Root = tree(leaves)
	for i := range l.Seals {
		l.Seals[i].Proof = sure(tlog.ProveRecord(int64(l.Size), int64(i), l.reader()))
	}
	return l
}

// Names tells whether an entry of another's writing says of the seal of its number what is so.
func (l *Log) Names(e Entry) bool {
	if e.Number < 1 || e.Number > l.Size {
		return false
	}
	own := l.Seals[e.Number-1]
	return e.Number == own.Number && e.What == own.What && e.On == own.On && e.Sealed == own.Sealed &&
		e.File == own.File && e.SHA256 == own.SHA256 && e.Leaf == own.Leaf
}

// Holds tells whether an entry of another's writing names a seal of the log and its proof leads to the root.
func (l *Log) Holds(e Entry) bool {
	return l.Names(e) && tlog.CheckRecord(e.Proof, int64(l.Size), l.Root, int64(e.Number-1), e.Leaf) == nil
}

// A Difference says which seals of an earlier day are not in a log as they were then.
type Difference struct {
	Changed []int // numbers of seals that are others now; empty when the earlier head names no seals
	Lost    int   // how many of the last seals are not there
}

// ErrAltered is what Since gives when seals of an earlier day are altered or gone.
var ErrAltered = errors.New("the log does not go on from the earlier head")

// Since proves that every seal of an earlier head is in the log, unchanged and at its place. Otherwise the error is
// ErrAltered and the difference says what is known of it.
func (l *Log) Since(earlier Head) (Difference, error) {
	n, now := int64(earlier.Size), int64(l.Size)
	if n == 0 {
		return Difference{}, nil
	}
	if n <= now {
		proof := sure(tlog.ProveTree(now, n, l.reader()))
		if tlog.CheckTree(proof, now, l.Root, n, earlier.Root) == nil {
			return Difference{}, nil
		}
	}
	d := Difference{Lost: max(0, earlier.Size-l.Size)}
	for i, leaf := range earlier.Leaves {
		if i < l.Size && l.Seals[i].Leaf != leaf.Hash {
			d.Changed = append(d.Changed, i+1)
		}
	}
	return d, ErrAltered
}

func (l *Log) reader() tlog.HashReader { return reader(l.hashes) }

func reader(hashes []tlog.Hash) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for i, x := range indexes {
			found[i] = hashes[x]
		}
		return found, nil
	})
}

// tree is all hashes of the tree over leaves, and its root.
func tree(leaves []tlog.Hash) (hashes []tlog.Hash, root tlog.Hash) {
	for i, leaf := range leaves {
		hashes = append(hashes, sure(tlog.StoredHashesForRecordHash(int64(i), leaf, reader(hashes)))...)
	}
	return hashes, sure(tlog.TreeHash(int64(len(leaves)), reader(hashes)))
}

// sure takes what tlog computes from hashes in memory. An error would mean that a hash is asked for that the tree does not
// have: a mistake of this package, which no input can bring about.
func sure[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
