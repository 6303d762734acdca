package outline

import (
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// keys gives the keys of an outline in the order and spelling of
// toml.MetaData.Keys: no list elements, arrays of tables once an element,
// no tables that only lie on the way.
func keys(o *Outline) []string {
	of := make([]name, len(o.entries))
	for n, id := range o.byName {
		of[id] = n
	}
	var ids []int
	for id, e := range o.entries[1:] {
		if e.kind == tableHead || e.kind == tableElem || e.kind == keyValue {
			ids = append(ids, id+1)
		}
	}
	slices.SortFunc(ids, func(a, b int) int { return int(o.entries[a].Key - o.entries[b].Key) })
	var list []string
	for _, id := range ids {
		var key toml.Key
		for at := int32(id); at != 0; at = of[at].parent {
			if of[at].Index < 0 {
				key = append(toml.Key{of[at].Key}, key...)
			}
		}
		list = append(list, key.String())
	}
	return list
}

var validDocuments = []string{
	"",
	"# only a comment",
	"a = 1\nb = \"x\"\n\n[c]\nd = 1.5\n[c.e]\nf = true\n",
	"a.b.c = 1\na.b.d = 2\na.e = [1, 2, [3, 4]]\n",
	"[a.b.c]\nx = 1\n[a]\ny = 2\n[a.b]\nz = 3\n",
	"[[a]]\nx = 1\n[[a]]\nx = 2\n[a.b]\ny = 1\n[[a.c]]\nz = 1\n[[a.c]]\nz = 2\n[[a]]\n",
	"a = {b = 1, c.d = {e = [ {f = 1}, {f = 2} ]}}\nz = {}\n",
	"a = [\n  \"x\", # one\n  'y]',\n\n  \"\"\"z\n\"quoted\" \"\"\"\"\",\n]\nb = 2\n",
	"\"a.b\" = 1\n'c d' = 2\n\"\\u4e2d\" = 3\n\"\" = 4\n",
	"a = '''raw\n[not] = a table\n'''\nb = \"\"\"esc \\\"\"\" \\\n  more\"\"\"\n",
	"d = 2026-01-02\nt = 2026-01-02 10:30:00\nu = 10:30:00\nv = 2026-01-02T10:30:00+08:00\n",
	"a = \"# not a comment\" # a comment\nb = [1, # one\n2] # two\n",
	"  [ a . \"b\" ]  \n  x  .  y = +1_000 \n",
	"n = [[], [{}], [[1], []]]\n[t]\n[t.u]\n[[t.v]]\n[t.v.w]\nx = -inf\n",
	"题 = 1", // not TOML: no keys
}

// The outline must see what the TOML parser sees, or places would be wrong.
func TestOutlineAgreesWithParser(t *testing.T) {
	for _, doc := range validDocuments {
		var tree any
		meta, err := toml.Decode(doc, &tree)
		var o Outline
		o.Reset(doc)
		if (err != nil) != !o.ok() {
			t.Errorf("parser says %v, outline %d\n%s", err, o.Broken, doc)
		}
		if err != nil {
			continue
		}
		var want []string
		for _, k := range meta.Keys() {
			want = append(want, k.String())
		}
		if got := keys(&o); !slices.Equal(got, want) {
			t.Errorf("outline has %s\nparser has  %s\n%s", strings.Join(got, " "), strings.Join(want, " "), doc)
		}
		for _, e := range o.entries[1:] {
			if e.kind == keyValue && (e.End <= e.Value || e.Value <= e.Key) {
				t.Errorf("entry %+v out of order\n%s", e, doc)
			}
		}
	}
}

// What TOML forbids to define twice, whether or not the parser notices.
func TestOutlineDuplicates(t *testing.T) {
	for _, doc := range []string{
		"a = 1\na = 2", "a = 1\n\"a\" = 2", "[a]\n[a]", "a = 1\n[a]", "[a]\nb = 1\n[a.b]", "[[a]]\n[a]", "[a]\n[[a]]",
		"a.b = 1\n[a]", "[a.b]\n[a]\nb.c = 1", "a = {b = 1}\na.c = 2", "a = {b = 1}\n[a.c]", "a = [1]\n[[a]]",
		"a = {b = 1, b = 2}", "a = {b = 1, b.c = 2}", "a.b = 1\na = 2", "[a]\nb.c = 1\n[a.b]", "[a.b.c]\n[a]\nb.d = 1",
	} {
		var o Outline
		o.Reset(doc)
		if len(o.Twice) != 1 || !o.ok() {
			t.Errorf("%d duplicates, broken at %d\n%s", len(o.Twice), o.Broken, doc)
		}
	}
}
