package proof_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"gongshi/generator/proof"
	"gongshi/generator/record"
)

const origin = "gongshi 澄陵县石萝镇"

// seal is the n-th of some seals, with a figure.
func seal(n int, value string) proof.Entry {
	day := record.Date{Year: 2025, Month: 7, Day: 5}
	s := &record.Seal{Number: n, What: fmt.Sprintf("notices/n%d", n), On: day, Sealed: day, Figures: []record.SealedFigure{{Name: "resolved", Value: value}}}
	return proof.NewEntry(s, fmt.Sprintf("sealed/notices-n%d.toml", n), []byte(s.Text()))
}

func seals(n int) []proof.Entry {
	var all []proof.Entry
	for i := range n {
		all = append(all, seal(i+1, "80"))
	}
	return all
}

// kept is a head as somebody keeps it and reads it again.
func kept(t *testing.T, l *proof.Log) proof.Head {
	t.Helper()
	h, err := proof.ParseHead([]byte(l.Head().Text()))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// short is a head of which only three lines were copied.
func short(h proof.Head) proof.Head {
	h.Leaves = nil
	return h
}

// Every log goes on from the head of each day before, and every entry has its proof.
func TestEveryPrefixIsProved(t *testing.T) {
	const most = 40
	for n := range most {
		l := proof.Of(origin, seals(n))
		for _, e := range l.Seals {
			if !l.Holds(e) {
				t.Errorf("of %d seals, number %d is not held", n, e.Number)
			}
		}
		for m := range n + 1 {
			earlier := kept(t, proof.Of(origin, seals(m)))
			for _, h := range []proof.Head{earlier, short(earlier)} {
				if d, err := l.Since(h); err != nil {
					t.Errorf("%d seals do not go on from the first %d of them: %+v", n, m, d)
				}
			}
		}
	}
}

// Whichever seal is altered, whatever is sealed after it, no head that had it fits, and the seal is named.
func TestAlteredSealIsFound(t *testing.T) {
	const most = 12
	for m := 1; m <= most; m++ {
		earlier := kept(t, proof.Of(origin, seals(m)))
		for altered := 1; altered <= m; altered++ {
			for n := m; n <= most; n++ {
				forged := seals(n)
				forged[altered-1] = seal(altered, "81")
				l := proof.Of(origin, forged)
				d, err := l.Since(earlier)
				if !errors.Is(err, proof.ErrAltered) || !slices.Equal(d.Changed, []int{altered}) || d.Lost != 0 {
					t.Errorf("seal %d of %d, then %d: %+v, %v", altered, m, n, d, err)
				}
				if d, err := l.Since(short(earlier)); !errors.Is(err, proof.ErrAltered) || d.Changed != nil {
					t.Errorf("seal %d of %d, then %d, by root alone: %+v, %v", altered, m, n, d, err)
				}
				if genuine := proof.Of(origin, seals(n)); genuine.Holds(l.Seals[altered-1]) {
					t.Errorf("the altered seal %d of %d is held", altered, n)
				}
			}
		}
		for n := range m {
			if d, err := proof.Of(origin, seals(n)).Since(earlier); !errors.Is(err, proof.ErrAltered) || d.Lost != m-n || d.Changed != nil {
				t.Errorf("%d seals lost of %d: %+v, %v", m-n, m, d, err)
			}
		}
	}
}

// The published form is enough to prove every entry by; no part of an entry can be another.
func TestPublishedLog(t *testing.T) {
	l := proof.Of(origin, seals(7))
	text, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	read := func() *proof.Log {
		p := new(proof.Log)
		if err := json.Unmarshal(text, p); err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := read(); p.Root != l.Root || p.Size != 7 || p.Origin != origin {
		t.Errorf("published as %d seals of %q", p.Size, p.Origin)
	}
	for i := range 7 {
		for what, alter := range map[string]func(*proof.Entry){
			"nothing": func(*proof.Entry) {},
			"number":  func(e *proof.Entry) { e.Number++ },
			"none":    func(e *proof.Entry) { e.Number = 0 },
			"what":    func(e *proof.Entry) { e.What += "x" },
			"on":      func(e *proof.Entry) { e.On = "2025-07-04" },
			"sealed":  func(e *proof.Entry) { e.Sealed = "2025-07-06" },
			"file":    func(e *proof.Entry) { e.File += "x" },
			"sha256":  func(e *proof.Entry) { e.SHA256 = strings.Repeat("0", 64) },
			"leaf":    func(e *proof.Entry) { e.Leaf[0]++ },
			"proof":   func(e *proof.Entry) { e.Proof[0][0]++ },
			"longer":  func(e *proof.Entry) { e.Proof = append(e.Proof, e.Leaf) },
			"shorter": func(e *proof.Entry) { e.Proof = e.Proof[1:] },
		} {
			e := read().Seals[i]
			alter(&e)
			if l.Holds(e) != (what == "nothing") {
				t.Errorf("entry %d with another %s: held %v", i+1, what, l.Holds(e))
			}
		}
	}
}

// The order in which entries are given does not matter, and an empty log has the root that RFC 6962 says.
func TestOrder(t *testing.T) {
	turned := seals(9)
	slices.Reverse(turned)
	if a, b := proof.Of(origin, seals(9)), proof.Of(origin, turned); a.Root != b.Root {
		t.Error("the root depends on the order in which seals are read")
	}
	if root := proof.Of(origin, nil).Root.String(); root != "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" {
		t.Errorf("the empty log has the root %s", root)
	}
}

func TestParseHead(t *testing.T) {
	l := proof.Of(origin, seals(3))
	text := l.Head().Text()
	lines := strings.SplitAfter(text, "\n")
	three := strings.Join(lines[:3], "")
	for _, c := range []struct {
		name, text string
		leaves     int
		ok         bool
	}{
		{"as written", text, 3, true},
		{"signed", text + "\n— 石萝镇人大 c2lnbmF0dXJl\n", 3, true},
		{"saved by Notepad", "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"), 3, true},
		{"three lines", three, 0, true},
		{"typed", strings.TrimSuffix(three, "\n"), 0, true},
		{"two lines", strings.Join(lines[:2], ""), 0, false},
		{"nothing", "", 0, false},
		{"a seal missing", strings.Join(lines[:5], ""), 0, false},
		{"seals in another order", three + lines[4] + lines[3] + lines[5], 0, false},
		{"another root", strings.Replace(text, lines[2], proof.Of(origin, seals(2)).Root.String()+"\n", 1), 0, false},
		{"another size", strings.Replace(text, "\n3\n", "\n2\n", 1), 0, false},
		{"size with a zero before it", strings.Replace(text, "\n3\n", "\n03\n", 1), 0, false},
		{"negative size", origin + "\n-1\n" + lines[2], 0, false},
		{"an empty log with another root", origin + "\n0\n" + lines[2], 0, false},
		{"a leaf without its file", three + strings.Replace(lines[3], " ", "", 1) + lines[4] + lines[5], 0, false},
		{"too long", text + strings.Repeat("x", proof.HeadLimit), 0, false},
	} {
		h, err := proof.ParseHead([]byte(c.text))
		if (err == nil) != c.ok || len(h.Leaves) != c.leaves && c.ok {
			t.Errorf("%s: %d leaves, %v", c.name, len(h.Leaves), err)
		}
	}
}

// A name cannot write lines of its own into a head or move a terminal.
func TestOriginIsOneLine(t *testing.T) {
	l := proof.Of("gongshi 石萝镇\n9\n\x1b[2J\u2028", nil)
	if want := "gongshi 石萝镇9[2J\n0\n" + l.Root.String() + "\n"; l.Head().Text() != want {
		t.Errorf("%q, want %q", l.Head().Text(), want)
	}
}

// zeros is a source of keys that gives the same each time, for a test only.
type zeros byte

func (z zeros) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(z)
	}
	return len(b), nil
}

func TestSignature(t *testing.T) {
	keys := func(seed zeros, name string) (note.Signer, note.Verifier) {
		signing, verifier, err := proof.NewKey(seed, name)
		if err != nil {
			t.Fatal(err)
		}
		file := []byte("\ufeff# 私钥\r\n" + signing + "\r\n\r\n# 公钥\r\n" + verifier + "\r\n")
		s, err := proof.ReadSigner(file)
		if err != nil {
			t.Fatal(err)
		}
		v, err := proof.ReadVerifier(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(verifier, signing) || s.KeyHash() != v.KeyHash() {
			t.Fatal("the keys are no pair")
		}
		return s, v
	}
	s, v := keys(1, "石萝镇人大")
	_, other := keys(2, "石萝镇人大")
	signed := func(n int) string {
		text, err := proof.Of(origin, seals(n)).Head().Signed(s)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if again := signed(3); again != signed(3) {
		t.Error("the same head and key give different bytes")
	}
	_, signature, _ := strings.Cut(signed(2), "\n\n")
	for _, c := range []struct {
		name, text string
		key        note.Verifier
		want       error
	}{
		{"signed", signed(3), v, nil},
		{"saved by Notepad", strings.ReplaceAll(signed(3), "\n", "\r\n"), v, nil},
		{"another key of the name", signed(3), other, proof.ErrStranger},
		{"unsigned", proof.Of(origin, seals(3)).Head().Text(), v, proof.ErrUnsigned},
		{"the signature of an earlier head", proof.Of(origin, seals(3)).Head().Text() + "\n" + signature, v, proof.ErrSignature},
		{"broken off", strings.TrimSuffix(signed(3), "\n"), v, proof.ErrSignature},
		{"a line put in", strings.Replace(signed(3), "\n\n", "\n\nx\n\n", 1), v, proof.ErrSignature},
		{"another origin", strings.Replace(signed(3), "石萝镇\n", "别的镇\n", 1), v, proof.ErrSignature},
	} {
		h, err := proof.ParseHead([]byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if err := h.Check(c.key); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	h, err := proof.ParseHead([]byte(signed(3)))
	if err != nil || !slices.Equal(h.Signers(), []string{"石萝镇人大"}) {
		t.Errorf("signed by %v, %v", h.Signers(), err)
	}
	for _, name := range []string{"", "石萝 镇", "a+b", "a\nb", "a\x1bb", "a\xffb"} {
		if _, _, err := proof.NewKey(zeros(1), name); err == nil {
			t.Errorf("a key for %q", name)
		}
	}
	for _, text := range []string{"", "# x", "PRIVATE+KEY+x", "x+00000000+AAAA", strings.Repeat("x", 1<<17)} {
		if _, err := proof.ReadSigner([]byte(text)); err == nil {
			t.Errorf("%.20q is a signing key", text)
		}
		if _, err := proof.ReadVerifier([]byte(text)); err == nil {
			t.Errorf("%.20q is a verifier key", text)
		}
	}
}

// What a saved or published file may hold is anybody's.
func FuzzParseHead(f *testing.F) {
	f.Add([]byte(proof.Of(origin, seals(3)).Head().Text()))
	f.Add([]byte("a\n9223372036854775807\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"))
	l := proof.Of(origin, seals(5))
	f.Fuzz(func(t *testing.T, text []byte) {
		h, err := proof.ParseHead(text)
		if err != nil {
			return
		}
		if d, err := l.Since(h); err != nil && len(d.Changed) > 0 && (d.Changed[len(d.Changed)-1] > l.Size || len(h.Leaves) == 0) {
			t.Errorf("%q: %+v", text, d)
		}
	})
}
