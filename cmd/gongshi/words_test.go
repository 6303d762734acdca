package main

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/publish"
	"gongshi/generator/record"
	"gongshi/generator/site"
)

func lang(t *testing.T, lang string) words {
	t.Helper()
	w := wordsFor([]string{"--lang", lang}, func(string) string { return "" })
	if w["about"] == "" {
		t.Fatalf("no words for %s", lang)
	}
	return w
}

// Both languages say the same things, with the same values in the same order. Only Chinese translates the parser's words.
func TestWordsAgree(t *testing.T) {
	zh, en := lang(t, "zh"), lang(t, "en")
	for key, text := range zh {
		if strings.HasPrefix(key, "parser_") {
			if _, _, ok := strings.Cut(text, " => "); !ok {
				t.Errorf("%s has no “ => ”", key)
			}
			continue
		}
		if en[key] == "" {
			t.Errorf("English lacks %s", key)
			continue
		}
		if a, b := verbs(text), verbs(en[key]); a != b {
			t.Errorf("%s takes %s in Chinese and %s in English", key, a, b)
		}
	}
	for key := range en {
		if zh[key] == "" {
			t.Errorf("Chinese lacks %s", key)
		}
	}
}

var verb = regexp.MustCompile(`%[-+# 0-9.]*([a-z%])`)

// verbs are the kinds of value a sentence takes. How a value is shown may differ: 「%s」 and %q, %.1f and %.2f.
func verbs(text string) string {
	var all []string
	for _, m := range verb.FindAllStringSubmatch(text, -1) {
		if m[1] != "%" {
			all = append(all, strings.Replace(m[1], "q", "s", 1))
		}
	}
	return strings.Join(all, " ")
}

// Every word is asked for, and every word asked for is there.
func TestWordsAreUsed(t *testing.T) {
	zh := lang(t, "zh")
	used := map[string]bool{}
	ask := func(where, key string) {
		used[key] = true
		if zh[key] == "" {
			t.Errorf("%s asks for the word %q, which is not there", where, key)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllStringSubmatch(string(b), -1) {
			key := m[1] + m[2] + m[3]
			if strings.HasSuffix(key, "_") {
				continue // completed by what is listed below
			}
			ask(name, key)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(b), -1) {
			used[m[1]] = true // a key handed on, as in t.changes("new_pages", …)
		}
	}
	for _, l := range []content.Level{content.Error, content.Warning} {
		ask("problems.go", "level_"+l.String())
	}
	for _, why := range []board.HiddenReason{board.HiddenWithheld, board.HiddenAbstract, board.HiddenDraft, board.HiddenLater, board.HiddenWithdrawn} {
		ask("build.go", "hidden_"+string(why))
	}
	for _, kind := range []publish.FaultKind{publish.FaultChanged, publish.FaultMissing, publish.FaultExtra, publish.FaultNoSeal, publish.FaultNumber, publish.FaultUnlogged, publish.FaultMislogged, publish.FaultLog, publish.FaultHead} {
		ask("verify.go", "fault_"+string(kind))
	}
	for _, p := range []site.Paper{site.A4, site.A4Wide, site.A3, site.A3Wide} {
		ask("print.go", "paper_"+string(p))
	}
	for _, state := range []string{"fine", "lacking", "instead", "missing", "unsure"} {
		ask("doctor.go", "mark_"+state)
	}
	for _, role := range record.FontRoles {
		ask("doctor.go", "role_"+role)
		ask("doctor.go", "install_"+role)
	}
	for _, key := range slices.Sorted(maps.Keys(zh)) {
		if !used[key] && !strings.HasPrefix(key, "parser_") {
			t.Errorf("nothing asks for the word %s", key)
		}
	}
}

var (
	asked  = regexp.MustCompile(`\bsay\("([a-z_]+)"|\$\{([a-z_]+)\}|words\["([a-z_]+)"\]`)
	quoted = regexp.MustCompile(`"([a-z_]+)"`)
)

// Parser words are looked up by number until one is missing: a gap would lose those after it.
func TestParserWordsHaveNoGap(t *testing.T) {
	zh := lang(t, "zh")
	n := 0
	for key := range zh {
		if strings.HasPrefix(key, "parser_") {
			n++
		}
	}
	for i := range n {
		if zh["parser_"+strconv.Itoa(i)] == "" {
			t.Errorf("there is no parser_%d of %d", i, n)
		}
	}
}

// Every command has a sentence that says what it does, in its own file.
func TestEveryCommandIsComplete(t *testing.T) {
	zh := lang(t, "zh")
	c := reflect.TypeFor[commands]()
	for i := range c.NumField() {
		f := c.Field(i)
		if _, ok := f.Tag.Lookup("cmd"); !ok {
			continue
		}
		name := strings.ToLower(f.Name)
		if zh[name] == "" {
			t.Errorf("the command %s has no sentence", name)
		}
		if _, err := os.Stat(name + ".go"); err != nil {
			t.Errorf("the command %s has no file of its own", name)
		}
	}
}
