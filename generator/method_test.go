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

// Whatever number or word of the profile is changed, the page on how figures are made is another one: every threshold in
// force is printed there.
func TestMethodPagePrintsTheWholeProfile(t *testing.T) {
	text, err := os.ReadFile(goldenTown + "/profile.toml")
	if err != nil {
		t.Fatal(err)
	}
	method := func(profile string) string {
		files := changed(t, goldenTown, func(name string, file *fstest.MapFile) {
			if name == "profile.toml" {
				file.Data = []byte(profile)
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
	was := method(string(text))
	tried := 0
	for _, change := range changes(t, text) {
		tried++
		if method(change.profile) == was {
			t.Errorf("with another %s the method page stays as it was", change.key)
		}
	}
	if tried < 30 {
		t.Errorf("tried only %d keys", tried)
	}
}

// A change is a profile with another value for one of its keys.
type change struct{ key, profile string }

// changes walks the fields of Profile and changes each, one at a time, in what the file says.
func changes(t *testing.T, text []byte) []change {
	t.Helper()
	var all []change
	var walk func(typ reflect.Type, path []string)
	walk = func(typ reflect.Type, path []string) {
		for i := range typ.NumField() {
			f := typ.Field(i)
			key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
			if key == "" {
				continue
			}
			at := append(slices.Clone(path), key)
			if f.Type.Kind() == reflect.Struct {
				walk(f.Type, at)
				continue
			}
			var doc map[string]any
			if err := toml.Unmarshal(text, &doc); err != nil {
				t.Fatal(err)
			}
			in := doc
			for _, k := range path {
				if in[k] == nil {
					in[k] = map[string]any{}
				}
				in = in[k].(map[string]any)
			}
			if key == "classes" {
				for _, other := range []any{
					map[string]any{"letter": "戊", "meaning": "已经解决或基本解决", "disposition": "尽快办", "resolved": true},
					map[string]any{"letter": "A", "meaning": "别的意思", "disposition": "尽快办", "resolved": true},
					map[string]any{"letter": "A", "meaning": "已经解决或基本解决", "disposition": "逐步办", "resolved": true},
					map[string]any{"letter": "A", "meaning": "已经解决或基本解决", "disposition": "尽快办", "resolved": false},
				} {
					in[key].([]map[string]any)[0] = other.(map[string]any)
					all = append(all, change{strings.Join(at, "."), encode(t, doc)})
				}
				continue
			}
			switch f.Type.Kind() {
			case reflect.Int:
				in[key] = 37
			case reflect.String:
				in[key] = another(reflect.New(f.Type).Elem().Interface(), in[key])
			default:
				t.Fatalf("no other value for %s", strings.Join(at, "."))
			}
			all = append(all, change{strings.Join(at, "."), encode(t, doc)})
		}
	}
	walk(reflect.TypeFor[record.Profile](), nil)
	return all
}

// another is a value of a type of text that is not the one given.
func another(zero, given any) string {
	if o, ok := zero.(interface{ Options() []string }); ok {
		for _, option := range o.Options() {
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
