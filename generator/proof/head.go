package proof

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/mod/sumdb/tlog"
)

// A Head (总指纹) stands for all seals of a day: whoever keeps it can tell later whether one of them was altered.
//
// As text it is a checkpoint of a transparency log (c2sp.org/tlog-checkpoint): a line with the origin, one with the size,
// one with the root in base64; then, so that an altered seal can be named, a line for each seal with its leaf and file.
type Head struct {
	Origin string
	Size   int
	Root   tlog.Hash
	Leaves []Leaf // of all seals, or none: the first three lines are enough to prove by

	note string // as it was read, with its signatures
}

// A Leaf is one seal as a head names it.
type Leaf struct {
	Hash tlog.Hash
	File string // sealed/2025-h1.toml
}

// Head is the head of the log as it is.
func (l *Log) Head() Head {
	h := Head{Origin: l.Origin, Size: l.Size, Root: l.Root}
	for _, e := range l.Seals {
		h.Leaves = append(h.Leaves, Leaf{e.Leaf, e.File})
	}
	return h
}

// Text is the head as data/v1/head.txt has it, before a signature.
func (h Head) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%d\n%s\n", h.Origin, h.Size, h.Root)
	for _, l := range h.Leaves {
		fmt.Fprintf(&b, "%s %s\n", l.Hash, l.File)
	}
	return b.String()
}

// HeadLimit is the most bytes a head may have: that of ten thousand seals.
const HeadLimit = 1 << 20

var errHead = errors.New("not the head of a log of seals")

// ParseHead reads a head, signed or not, also one that was typed or saved by an editor. A head whose lines do not fit
// together is refused. It does not look at the signature; see Check.
func ParseHead(text []byte) (Head, error) {
	if len(text) > HeadLimit {
		return Head{}, errHead
	}
	s := strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n")
	whole := s
	s, _, _ = strings.Cut(s, "\n\n") // signatures
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	if len(lines) < 3 || lines[0] == "" {
		return Head{}, errHead
	}
	h := Head{Origin: oneLine(lines[0]), note: whole}
	var err error
	if h.Size, err = strconv.Atoi(lines[1]); err != nil || h.Size < 0 || strconv.Itoa(h.Size) != lines[1] {
		return Head{}, errHead
	}
	if h.Root, err = tlog.ParseHash(lines[2]); err != nil {
		return Head{}, errHead
	}
	if len(lines) == 3 && h.Size > 0 {
		return h, nil
	}
	var leaves []tlog.Hash
	for _, line := range lines[3:] {
		hash, file, _ := strings.Cut(line, " ")
		leaf, err := tlog.ParseHash(hash)
		if err != nil || file == "" {
			return Head{}, errHead
		}
		leaves = append(leaves, leaf)
		h.Leaves = append(h.Leaves, Leaf{leaf, oneLine(file)})
	}
	if len(leaves) != h.Size {
		return Head{}, errHead
	}
	if _, root := tree(leaves); root != h.Root {
		return Head{}, errHead
	}
	return h, nil
}

// oneLine drops what would break a line, or a terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
}
