package publish_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/proof"
	"gongshi/generator/publish"
	"gongshi/generator/record"
)

// sealText is the text of the n-th seal of a small town.
func sealText(n int, value string) string {
	day := record.Date{Year: 2025, Month: 7, Day: 5}
	s := &record.Seal{Number: n, What: fmt.Sprintf("2025-Q%d", n), On: day, Sealed: day, Figures: []record.SealedFigure{{Name: "resolved", Value: value}}}
	return s.Text()
}

// sealedSite is a site of three seals with its log and head.
func sealedSite() map[string]string {
	files := map[string]string{"index.html": "x"}
	for n := range 3 {
		files[fmt.Sprintf("sealed/2025-q%d.toml", n+1)] = sealText(n+1, "80")
	}
	logged(files)
	return files
}

// logged makes the log and head of the seals in a site, as they are.
func logged(files map[string]string) {
	var entries []proof.Entry
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, proof.Folder+"/") {
			if heading, err := record.SealHeading([]byte(files[name])); err == nil {
				entries = append(entries, proof.NewEntry(heading, name, []byte(files[name])))
			}
		}
	}
	l := proof.Of("gongshi 石萝镇", entries)
	text, err := json.Marshal(l)
	if err != nil {
		panic(err)
	}
	files[proof.LogFile], files[proof.HeadFile] = string(text), l.Head().Text()
}

// manifested is a copy with a manifest made for it as it is: whoever alters a file can make that too.
func manifested(files map[string]string) fstest.MapFS {
	type file struct {
		SHA256 string `json:"sha256"`
		Size   int    `json:"size"`
	}
	m := struct {
		Generator string          `json:"generator"`
		Version   int             `json:"version"`
		On        string          `json:"on"`
		Files     map[string]file `json:"files"`
	}{"gongshi", 1, "2025-12-31", map[string]file{}}
	fsys := fstest.MapFS{}
	for name, text := range files {
		m.Files[name] = file{fmt.Sprintf("%x", sha256.Sum256([]byte(text))), len(text)}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	text, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	fsys["manifest.json"] = &fstest.MapFile{Data: text}
	return fsys
}

// A copy whose manifest fits is not yet one whose seals are in their log.
func TestVerifySeals(t *testing.T) {
	const q1, q2 = "sealed/2025-q1.toml", "sealed/2025-q2.toml"
	in := func(name, old, new string) func(map[string]string) {
		return func(files map[string]string) { files[name] = strings.Replace(files[name], old, new, 1) }
	}
	for _, c := range []struct {
		name  string
		alter func(files map[string]string)
		want  string // faults; of none, the number of seals
	}{
		{"sound", func(map[string]string) {}, "3"},
		{"made anew, sound in itself", func(f map[string]string) { f[q2] = sealText(2, "81"); logged(f) }, "3"},
		{"nothing sealed", func(f map[string]string) {
			clear(f)
			logged(f)
		}, "0"},
		{"nothing sealed, no log", func(f map[string]string) { clear(f) }, "0"},
		{"a seal altered", func(f map[string]string) { f[q2] = sealText(2, "81") }, q2 + " mislogged"},
		{"a seal taken out", func(f map[string]string) { delete(f, q2) }, "sealed/2025-q3.toml number"},
		{"the last taken out", func(f map[string]string) { delete(f, "sealed/2025-q3.toml") }, proof.LogFile + " log"},
		{"a seal put in", func(f map[string]string) { f["sealed/2025-q4.toml"] = sealText(4, "80") }, "sealed/2025-q4.toml unlogged"},
		{"two of one number", func(f map[string]string) { f["sealed/x.toml"] = sealText(2, "80") }, "sealed/x.toml number"},
		{"numbers from 0", func(f map[string]string) {
			for n := range 3 {
				f[fmt.Sprintf("sealed/2025-q%d.toml", n+1)] = sealText(n, "80")
			}
			logged(f)
		}, q1 + " number"},
		{"no seal", func(f map[string]string) { f["sealed/note.txt"] = "x" }, "sealed/note.txt no_seal"},
		{"a seal without its days", in(q1, "on = ", "of = "), q1 + " no_seal"},
		{"another what in the log", in(proof.LogFile, "2025-Q2", "2025-Q4"), q2 + " mislogged"},
		{"another proof", func(f map[string]string) {
			i := strings.LastIndex(f[proof.LogFile], `"proof":["`) + len(`"proof":["`)
			f[proof.LogFile] = f[proof.LogFile][:i] + "AAAA" + f[proof.LogFile][i+4:]
		}, "sealed/2025-q3.toml mislogged"},
		{"another root", func(f map[string]string) {
			i := strings.Index(f[proof.LogFile], `"root":"`) + len(`"root":"`)
			f[proof.LogFile] = f[proof.LogFile][:i] + "AAAA" + f[proof.LogFile][i+4:]
		}, proof.LogFile + " log"},
		{"another size", in(proof.LogFile, `"size":3`, `"size":4`), proof.LogFile + " log"},
		{"no log", func(f map[string]string) { delete(f, proof.LogFile) }, proof.LogFile + " log"},
		{"broken log", in(proof.LogFile, "{", "["), proof.LogFile + " log"},
		{"deep log", func(f map[string]string) { f[proof.LogFile] = strings.Repeat("[", 1<<20) }, proof.LogFile + " log"},
		{"vast log", func(f map[string]string) { f[proof.LogFile] = strings.Repeat(" ", 17<<20) }, proof.LogFile + " log"},
		{"no head", func(f map[string]string) { delete(f, proof.HeadFile) }, proof.HeadFile + " head"},
		{"another head", in(proof.HeadFile, "\n3\n", "\n2\n"), proof.HeadFile + " head"},
		{"another's head", in(proof.HeadFile, "石萝镇", "别的镇"), proof.HeadFile + " head"},
		{"more in the head", func(f map[string]string) { f[proof.HeadFile] += "x\n" }, proof.HeadFile + " head"},
		{"signed head", func(f map[string]string) { f[proof.HeadFile] += "\n— x eA==\n" }, "3"},
	} {
		files := sealedSite()
		c.alter(files)
		v, err := publish.Verify(manifested(files))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var found []string
		for _, f := range v.Faults {
			found = append(found, fmt.Sprint(f.Path, " ", f.Kind))
		}
		if len(found) == 0 {
			found = []string{fmt.Sprint(v.Log.Size)}
			if want, ok := files[proof.HeadFile]; ok != (v.Head != nil) || !bytes.Equal(v.Head, []byte(want)) {
				t.Errorf("%s: the head is %q", c.name, v.Head)
			}
		} else if v.Log != nil || v.Head != nil {
			t.Errorf("%s: a log in spite of the faults", c.name)
		}
		if got := strings.Join(found, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A fault that the manifest tells is not told again by the log.
func TestVerifyTellsAChangedSealOnce(t *testing.T) {
	site := manifested(sealedSite())
	site["sealed/2025-q2.toml"] = &fstest.MapFile{Data: []byte(sealText(2, "81"))}
	v, err := publish.Verify(site)
	if err != nil || len(v.Faults) != 1 || v.Faults[0] != (publish.Fault{Path: "sealed/2025-q2.toml", Kind: publish.FaultChanged}) {
		t.Errorf("%+v, %v", v, err)
	}
}
