package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

//go:embed words.zh-CN.toml words.en.toml
var wordFiles embed.FS

// words are what the command says, by key, in one language.
type words map[string]string

// wordsFor chooses the language: --lang, else the locale, else Chinese. It looks at the arguments before they are
// parsed because the help itself depends on it.
func wordsFor(args []string, getenv func(string) string) words {
	lang := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if lang = getenv(name); lang != "" {
			break
		}
	}
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			lang = v
		} else if a == "--lang" && i+1 < len(args) {
			lang = args[i+1]
		}
	}
	file := "words.zh-CN.toml"
	if strings.HasPrefix(lang, "en") {
		file = "words.en.toml"
	}
	var w words
	if _, err := toml.DecodeFS(wordFiles, file, &w); err != nil {
		panic(err) // the files are part of the program; a test reads both
	}
	return w
}

// help are the sentences that kong puts into the help texts.
func (w words) help() map[string]string {
	vars := make(map[string]string, len(w))
	for k, v := range w {
		vars[k] = v
	}
	return vars
}

func (w words) say(key string, values ...any) string {
	text, ok := w[key]
	if !ok {
		return key
	}
	if len(values) == 0 {
		return text
	}
	return fmt.Sprintf(text, values...)
}
