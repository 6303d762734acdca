package generator_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"

	"gongshi/generator"
	"gongshi/themes"
)

// quotesChinese are the English words that name a term of the field in Chinese on purpose. The texts that go out to residents
// word for word, [texts], are Chinese in every language.
var quotesChinese = []string{"suggestions.caption", "routing.hand", "paper.postponement_heading", "paper.explanation_heading", "standings.plaque"}

// English says every word that Chinese says, with the same values.
func TestWordsInEnglish(t *testing.T) {
	chinese, english := wordList(t, "words.zh-CN.toml"), wordList(t, "words.en.toml")
	for _, key := range slices.Sorted(maps.Keys(chinese)) {
		was, is := chinese[key], english[key]
		if _, ok := english[key]; !ok {
			t.Errorf("themes/default/words.en.toml lacks the word %s (%q): add it in English to the same [list]; it must be complete", key, was)
			continue
		}
		if w, e := verbsOf(was), verbsOf(is); !maps.Equal(w, e) {
			t.Errorf("words.en.toml: %s takes the values %v, Chinese takes %v: %q, %q", key, e, w, is, was)
		}
		if chineseText.MatchString(is) && !strings.HasPrefix(key, "texts.") && !slices.Contains(quotesChinese, key) {
			t.Errorf("words.en.toml: %s is in Chinese: %q", key, is)
		}
	}
	for key := range english {
		if _, ok := chinese[key]; !ok {
			t.Errorf("words.en.toml has the word %s, which words.zh-CN.toml has not: take it out or correct its key", key)
		}
	}
}

var (
	chineseText = regexp.MustCompile(`\p{Han}`)
	valueVerb   = regexp.MustCompile(`%(?:\[(\d+)\])?[0-9]*([sd%])`)
)

// wordList is a word list by list and key. A term that a wording replaces stands for itself in each language, so it is left out.
func wordList(t *testing.T, name string) map[string]string {
	t.Helper()
	b, err := fs.ReadFile(themes.Default(), name)
	if err != nil {
		t.Fatal(err)
	}
	var lists map[string]map[string]string
	if err := toml.Unmarshal(b, &lists); err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for list, entries := range lists {
		for key, w := range entries {
			if strings.HasPrefix(list, "wording_") && !strings.Contains(key, ".") {
				continue
			}
			words[list+"."+key] = w
		}
	}
	return words
}

// verbsOf is what a word takes for each of its values: 1 → d, 2 → s.
func verbsOf(word string) map[int]string {
	verbs, next := map[int]string{}, 1
	for _, m := range valueVerb.FindAllStringSubmatch(word, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		verbs[next] = m[2]
		next++
	}
	return verbs
}

// A town that says lang = "en" has English around its Chinese records.
func TestWordsOfAnEnglishTown(t *testing.T) {
	town := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(goldenTown), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(goldenTown + "/" + name)
		if name == "town.toml" {
			b = append([]byte("lang = \"en\"\n"), b...)
		}
		town[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got, problems := build(t, generator.Options{Content: town, On: goldenDay})
	if n := problems.Errors(); n > 0 {
		t.Fatalf("%d errors: %v", n, problems)
	}
	for name, page := range got {
		if strings.HasSuffix(name, ".html") && strings.Contains(string(page), "%!") {
			t.Errorf("%s has a word with the wrong values", name)
		}
	}
	for name, want := range map[string]string{
		"index.html":       `<html lang="en">`,
		"suggestions.html": "Handling of deputies&#39; suggestions",
		"notices.html":     `aria-label="You are here"`,
	} {
		if page := string(got[name]); !strings.Contains(page, want) || !strings.Contains(page, fmt.Sprint(goldenDay)) {
			t.Errorf("%s does not have %q and the day %s", name, want, goldenDay)
		}
	}
}
