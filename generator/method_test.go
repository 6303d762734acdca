package generator_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"

	"gongshi/generator"
	"gongshi/generator/record"
	"gongshi/themes"
)

// Whatever number or word of the profile or of the assessment scheme is changed, the page on how figures are made is
// another one: every threshold in force is printed there.
func TestMethodPagePrintsAllThresholds(t *testing.T) {
	for _, rules := range []struct {
		file string
		typ  reflect.Type
		keys int // at least so many
	}{
		{"profile.toml", reflect.TypeFor[record.Profile](), 30},
		{"schemes/2026.toml", reflect.TypeFor[record.Scheme](), 22},
	} {
		text, err := os.ReadFile(goldenTown + "/" + rules.file)
		if err != nil {
			t.Fatal(err)
		}
		full, all := changes(t, text, rules.typ)
		was := methodPage(t, rules.file, full)
		for _, c := range all {
			if c.key != "year" && c.key != "methods.key" && methodPage(t, rules.file, c.text) == was { // these two name, they limit nothing
				t.Errorf("%s: with another %s the method page stays as it was", rules.file, c.key)
			}
		}
		if len(all) < rules.keys {
			t.Errorf("%s: changed only %d keys", rules.file, len(all))
		}
	}
}

// methodPage is the page of the golden town with another text in one of its files.
func methodPage(t *testing.T, file, text string) string {
	t.Helper()
	files := changed(t, goldenTown, func(name string, f *fstest.MapFile) {
		if name == file {
			f.Data = []byte(text)
		}
	})
	s, _, err := generator.Build(generator.Options{Content: files, Theme: themes.Default(), On: goldenDay})
	if err != nil {
		t.Fatal(err)
	}
	page, _ := s.Page("method.html")
	var b strings.Builder
	if err := page.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A change is a file with another value for one of its keys.
type change struct{ key, text string }

// changes walks the fields of a record's type and changes each, one at a time, in what the file says. Of a list of tables
// it changes the first. Numbers and switches that the file leaves out are on in all of them, because some count only where
// another is on.
func changes(t *testing.T, text []byte, typ reflect.Type) (full string, all []change) {
	t.Helper()
	read := func(text []byte) map[string]any {
		var doc map[string]any
		if err := toml.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		return doc
	}
	doc := read(text)
	scalars(typ, nil, func(f reflect.StructField, path []string, key string) {
		in := table(doc, path)
		if _, given := in[key]; !given && f.Type.Kind() == reflect.Int {
			in[key] = 36
		} else if !given && f.Type.Kind() == reflect.Bool {
			in[key] = true
		}
	})
	full = encode(t, doc)
	scalars(typ, nil, func(f reflect.StructField, path []string, key string) {
		doc := read([]byte(full))
		in := table(doc, path)
		switch f.Type.Kind() {
		case reflect.Int:
			in[key] = 37
		case reflect.Bool:
			given, _ := in[key].(bool)
			in[key] = !given
		case reflect.String:
			in[key] = another(reflect.New(f.Type).Elem().Interface(), in[key])
		default:
			t.Fatalf("no other value for %s", key)
		}
		all = append(all, change{strings.Join(append(slices.Clone(path), key), "."), encode(t, doc)})
	})
	return full, all
}

// scalars visits the fields of a record's type that are neither tables nor lists of tables, with the tables they are in.
func scalars(typ reflect.Type, path []string, visit func(f reflect.StructField, path []string, key string)) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		switch {
		case key == "":
		case f.Type.Kind() == reflect.Struct:
			scalars(f.Type, append(slices.Clone(path), key), visit)
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
			scalars(f.Type.Elem(), append(slices.Clone(path), key), visit)
		default:
			visit(f, path, key)
		}
	}
}

// table is a table of a document by the keys that lead to it, made where it is missing; of a list of tables the first.
func table(doc map[string]any, path []string) map[string]any {
	for _, key := range path {
		switch below := doc[key].(type) {
		case []map[string]any:
			doc = below[0]
		case map[string]any:
			doc = below
		default:
			made := map[string]any{}
			doc[key], doc = made, made
		}
	}
	return doc
}

// another is a value of a type of text that is not the one given.
func another(zero, given any) string {
	if o, ok := zero.(interface{ Options() []string }); ok {
		for _, option := range slices.Backward(o.Options()) { // what holds when the file says nothing is the first of them
			if option != given {
				return option
			}
		}
	}
	return "别的规定"
}

func encode(t *testing.T, doc map[string]any) string {
	t.Helper()
	var b strings.Builder
	if err := toml.NewEncoder(&b).Encode(doc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever the words say of 满意率 is said in another way when a profile counts 基本满意 too.
func TestWordsOfAProfile(t *testing.T) {
	b, err := os.ReadFile("../themes/default/words.zh-CN.toml")
	if err != nil {
		t.Fatal(err)
	}
	var lists map[string]map[string]string
	if err := toml.Unmarshal(b, &lists); err != nil {
		t.Fatal(err)
	}
	for list, words := range lists {
		if strings.HasPrefix(list, "wording_") {
			continue
		}
		for key, w := range words {
			if strings.Contains(strings.ReplaceAll(w, "满意和基本满意率", ""), "满意率") && lists["wording_both"][list+"."+key] == "" {
				t.Errorf("the word %s.%s says 满意率; [wording_both] has no word for profiles that count 基本满意 too", list, key)
			}
		}
	}
}
