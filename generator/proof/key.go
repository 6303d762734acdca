package proof

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// NewKey makes a pair of keys (Ed25519) for whoever signs heads by a name, which holds no space and no plus sign. The
// signing key stays with the signer; the verifier key is for everybody, on paper or by telephone: one that is read from the
// site it checks proves nothing, because whoever alters the site can put another.
func NewKey(random io.Reader, name string) (signing, verifier string, err error) {
	if oneLine(name) != name {
		return "", "", errKey
	}
	signing, verifier, err = note.GenerateKey(random, name)
	if err != nil {
		return "", "", err
	}
	if _, err := note.NewSigner(signing); err != nil {
		return "", "", errKey
	}
	return signing, verifier, nil
}

var errKey = errors.New("not a key")

// ReadSigner reads a signing key from a file's text, in which lines with # are remarks.
func ReadSigner(text []byte) (note.Signer, error) {
	for line := range keyLines(text) {
		if strings.HasPrefix(line, "PRIVATE+KEY+") {
			return note.NewSigner(line)
		}
	}
	return nil, errKey
}

// ReadVerifier reads a verifier key from what was typed, or from a file's text in which lines with # are remarks.
func ReadVerifier(text []byte) (note.Verifier, error) {
	for line := range keyLines(text) {
		if !strings.HasPrefix(line, "PRIVATE+KEY+") {
			return note.NewVerifier(line)
		}
	}
	return nil, errKey
}

// keyLines are the lines of a file of keys that are no remarks.
func keyLines(text []byte) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for s := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff")))); s.Scan(); {
			if line := strings.TrimSpace(s.Text()); line != "" && !strings.HasPrefix(line, "#") && !yield(line) {
				return
			}
		}
	}
}

// Signed is the head's text with a signature; without a signer, its text. The same head and key give the same bytes.
func (h Head) Signed(by note.Signer) ([]byte, error) {
	if by == nil {
		return []byte(h.Text()), nil
	}
	return note.Sign(&note.Note{Text: h.Text()}, by)
}

// What can be wrong with the signature of a head.
var (
	ErrUnsigned  = errors.New("the head is not signed")
	ErrStranger  = errors.New("the head is signed with other keys only")
	ErrSignature = errors.New("the signature is not of this head")
)

// Check tells whether a head that was read has a signature by a key: ErrUnsigned, ErrStranger or ErrSignature when not.
func (h Head) Check(key note.Verifier) error {
	if !strings.Contains(h.note, "\n\n") {
		return ErrUnsigned
	}
	n, err := note.Open([]byte(h.note), note.VerifierList(key))
	switch e := (*note.UnverifiedNoteError)(nil); {
	case errors.As(err, &e):
		return ErrStranger
	case err != nil || n.Text != h.Text():
		return ErrSignature
	}
	return nil
}

// Signers are the names of the keys that a head which was read claims to be signed with. Nothing is checked.
func (h Head) Signers() []string {
	_, err := note.Open([]byte(h.note), nil)
	e := (*note.UnverifiedNoteError)(nil)
	if !errors.As(err, &e) {
		return nil
	}
	var names []string
	for _, s := range e.Note.UnverifiedSigs {
		names = append(names, oneLine(s.Name))
	}
	return names
}
