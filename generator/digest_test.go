package generator_test

import (
	"testing"

	"gongshi/generator/record"
)

// The digest of a record is the same with its facts and alone: seals hold the one, check codes are made over the other.
func TestDigestAlone(t *testing.T) {
	l, n := specimenLedger(), 0
	for r := range l.Records() {
		n++
		if _, with := record.Canonical(r.Value); with != record.Digest(r.Value) {
			t.Errorf("%s has two digests", r.Path())
		}
	}
	if n < 100 {
		t.Errorf("only %d records", n)
	}
}
