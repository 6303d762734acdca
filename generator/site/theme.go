package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/BurntSushi/toml"

	"gongshi/generator/board"
	"gongshi/generator/record"
	"gongshi/generator/site/internal/collate"
)

// A Theme (主题) is templates, words and assets. A town may lay its own files over single files of the default theme.
type Theme struct {
	files     overlay
	words     map[string]string            // "state.resolved" → 已解决
	wording   map[string]map[string]string // word lists to be used in place of others, by name
	templates map[string]*pageTemplate     // "pages/home 0": folder, kind and depth of the page
	parts     [2]partCache                 // by depth of the page
	days      sync.Map                     // record.Date → its words
}

// LoadTheme reads the default theme with over laid on top; over may be nil. lang chooses the word list; wordings names the
// lists whose words take the place of others, as Wordings gives them.
func LoadTheme(base, over fs.FS, lang string, wordings ...string) (*Theme, error) {
	if lang == "" {
		lang = "zh-CN"
	}
	t := &Theme{files: overlay{over, base}, words: map[string]string{}, wording: map[string]map[string]string{}, templates: map[string]*pageTemplate{}}
	if err := t.loadWords(lang); err != nil {
		return nil, err
	}
	if err := t.reword(wordings); err != nil {
		return nil, err
	}
	if mistakes := t.strange(over); len(mistakes) > 0 {
		return nil, mistakes
	}
	for depth := range 2 {
		shared := template.New("").Funcs(t.functions(depth))
		var mistakes Mistakes
		for _, pattern := range []string{"frame.html", "sheet.html", "parts/*.html"} {
			mistakes = append(mistakes, t.parse(shared, pattern)...)
		}
		for _, list := range []struct {
			folder, frame string
			kinds         []pageKind
		}{{"pages", "frame", append(slices.Clone(pages), partsBook)}, {"sheets", "sheet", sheetPageKinds()}} {
			for _, k := range list.kinds {
				if k.name == "" {
					continue
				}
				own := template.New("").Funcs(t.functions(depth))
				file := path.Join(list.folder, k.name+".html")
				if wrong := t.parse(own, file); len(wrong) > 0 {
					mistakes = append(mistakes, wrong...)
					continue
				}
				if own.Lookup("main") == nil {
					mistakes = append(mistakes, Mistake{File: file, Line: 1, Text: `没有 {{define "main"}}`, Hint: `页面的内容写在 {{define "main"}} 和 {{end}} 之间`})
					continue
				}
				if len(mistakes) > 0 {
					continue // what is wrong in a part would be told again for each page
				}
				if err := complete(own, shared, list.frame); err != nil {
					return nil, err
				}
				if err := t.fold(own, depth); err != nil {
					mistakes = append(mistakes, mistakeOf(err))
				}
				t.templates[fmt.Sprint(list.folder, "/", k.name, " ", depth)] = &pageTemplate{own, list.frame, list.frame == "sheet" && isDocument(k.name)}
			}
		}
		if len(mistakes) > 0 {
			return nil, mistakes
		}
		if err := t.fold(shared, depth); err != nil {
			return nil, Mistakes{mistakeOf(err)}
		}
		t.parts[depth].set = shared
	}
	return t, nil
}

// parse adds the files of a pattern to a set, each a set of {{define}}s.
func (t *Theme) parse(set *template.Template, pattern string) Mistakes {
	names, err := t.files.glob(pattern)
	if err == nil && len(names) == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return Mistakes{{File: pattern, Text: err.Error()}}
	}
	var mistakes Mistakes
	for _, name := range names {
		b, err := fs.ReadFile(t.files, name)
		if err == nil {
			_, err = set.New(name).Parse(string(b))
		}
		if err != nil {
			mistakes = append(mistakes, mistakeOf(err))
		}
	}
	return mistakes
}

// complete adds to a page's own templates the frame and every shared part that they lead to, and nothing else: the whole
// of the shared set for each of a hundred kinds would be a third of a build's memory.
func complete(own, shared *template.Template, frame string) error {
	wanted := []string{frame}
	for _, t := range own.Templates() {
		if t.Tree != nil {
			wanted = appendCalls(wanted, t.Tree.Root)
		}
	}
	for len(wanted) > 0 {
		name := wanted[len(wanted)-1]
		wanted = wanted[:len(wanted)-1]
		part := shared.Lookup(name)
		if part == nil || own.Lookup(name) != nil { // a part that is nowhere is told, with its place, when the page is made
			continue
		}
		if _, err := own.AddParseTree(name, part.Tree.Copy()); err != nil {
			return fmt.Errorf("theme: %w", err)
		}
		wanted = appendCalls(wanted, part.Tree.Root)
	}
	return nil
}

// appendCalls appends the names of the templates that a list of nodes calls.
func appendCalls(names []string, list *parse.ListNode) []string {
	if list == nil {
		return names
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TemplateNode:
			names = append(names, n.Name)
		case *parse.IfNode:
			names = appendCalls(appendCalls(names, n.List), n.ElseList)
		case *parse.RangeNode:
			names = appendCalls(appendCalls(names, n.List), n.ElseList)
		case *parse.WithNode:
			names = appendCalls(appendCalls(names, n.List), n.ElseList)
		}
	}
	return names
}

// A pageTemplate is a page's own templates with the frame they fill.
type pageTemplate struct {
	set   *template.Template
	frame string
	paged bool // it writes running text, to be laid out as an official document
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// write renders into a buffer first, so that a template's mistake never leaves half a page, and holds the figures of the
// page against the right ones.
func (t *pageTemplate) write(w io.Writer, data any, right board.Catalogue) error {
	return held(w, right, collate.Page, func(w io.Writer) error {
		if !t.paged {
			return placed(t.set.ExecuteTemplate(w, t.frame, data))
		}
		var running bytes.Buffer
		if err := placed(t.set.ExecuteTemplate(&running, t.frame, data)); err != nil {
			return err
		}
		pages, err := onPages(running.Bytes())
		if err != nil {
			return err
		}
		_, err = w.Write(pages)
		return err
	})
}

func (t *Theme) template(folder, kind string, depth int) (*pageTemplate, error) {
	found, ok := t.templates[fmt.Sprint(folder, "/", kind, " ", depth)]
	if !ok {
		return nil, fmt.Errorf("theme: no template %s/%s.html for a page %d folders deep", folder, kind, depth)
	}
	return found, nil
}

// functions are all that templates may call.
func (t *Theme) functions(depth int) template.FuncMap {
	return template.FuncMap{
		"href":   func(path string) string { return href(depth, path) },
		"word":   t.say,
		"figure": figure, "plotted": plotted,
		"date":     t.date,
		"paras":    paragraphs,
		"timeline": func(events []board.Event) (template.HTML, error) { return t.timeline(depth, events) },
		"list":     func(items ...any) []any { return items },
		"inc":      func(n int) int { return n + 1 },
		"once":     t.parts[depth].once,
	}
}

// href is the address of a file of the board, seen from a page that lies depth folders deep.
func href(depth int, path string) string { return strings.Repeat("../", depth) + path }

// Word is the theme's wording for a key, with the values for its %s and %d. A key that ends with a dot is completed by
// the first value: Word("state.", "resolved"). An empty one is a choice that the record does not make, or makes wrong: the
// preview of its page shows a dash beside the problem.
func (t *Theme) Word(key string, values ...any) (string, error) {
	key, values = completed(key, values)
	w, ok := t.words[key]
	if !ok {
		return "", fmt.Errorf("theme: no word %q in the word list", key)
	}
	if len(values) == 0 {
		return w, nil
	}
	return fmt.Sprintf(w, values...), nil
}

// has tells whether there is a word for a key.
func (t *Theme) has(key string) bool {
	_, ok := t.words[key]
	return ok
}

// completed is a key that ends with a dot with the first value at its end, and the values that are left.
func completed(key string, values []any) (string, []any) {
	if !strings.HasSuffix(key, ".") || len(values) == 0 {
		return key, values
	}
	key, values = key+fmt.Sprint(values[0]), values[1:]
	if strings.HasSuffix(key, ".") {
		return "date.none", nil
	}
	return key, values
}

// date is a day in the reader's language. Pages show few days many times, so each is worded once.
func (t *Theme) date(d record.Date) (string, error) {
	if worded, ok := t.days.Load(d); ok {
		return worded.(string), nil
	}
	key, values := "date.long", []any{d.Year, d.Month, d.Day}
	if d.IsZero() {
		key, values = "date.none", nil
	}
	worded, err := t.Word(key, values...)
	if err != nil {
		return "", err
	}
	t.days.Store(d, worded)
	return worded, nil
}

// paragraphs parts a plain text at its line breaks.
func paragraphs(text string) []string {
	var some []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			some = append(some, line)
		}
	}
	return some
}

func (t *Theme) loadWords(lang string) error {
	for _, l := range []string{"zh-CN", lang} { // what a language does not say is said in Chinese
		name, found := "words."+l+".toml", false
		for _, layer := range t.files.layersFromBase() {
			b, err := fs.ReadFile(layer, name)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return err
			}
			found = true
			var lists map[string]map[string]string
			if err := toml.Unmarshal(b, &lists); err != nil {
				return wordMistake(name, err)
			}
			for list, words := range lists {
				if words == nil {
					return Mistake{File: name, Text: fmt.Sprintf("“%s”前面没有 [词组] 这样的一行", list), Hint: "每个词都属于一个词组，例如 [nav]"}
				}
				if name, ok := strings.CutPrefix(list, "wording_"); ok {
					if t.wording[name] == nil {
						t.wording[name] = map[string]string{}
					}
					maps.Copy(t.wording[name], words)
					continue
				}
				for key, w := range words {
					t.words[list+"."+key] = w
				}
			}
		}
		if !found {
			return Mistake{File: name, Text: "没有这份词表", Hint: "town.toml 里的 lang 写 zh-CN、en，或者主题里有词表的文字；不写就是中文"}
		}
	}
	return nil
}

// wordMistake is a mistake in the form of a word list.
func wordMistake(file string, err error) Mistake {
	m := Mistake{File: file, Text: err.Error(), Hint: "一行一个词：home = \"首页\"，引号要成对"}
	if p, ok := errors.AsType[toml.ParseError](err); ok {
		m.Line, m.Col, m.Text = p.Position.Line, p.Position.Col, p.Message
		if p.Message == "" {
			m.Text = p.Error()
		}
	}
	return m
}

// Wordings are the word lists that a rule profile asks for, because it counts or names a figure in another way than most.
// Every page then has the right label without knowing of the profile.
func Wordings(p *record.Profile) []string {
	var names []string
	if p.SatisfiedRule() == record.SatisfiedBoth {
		names = append(names, "both")
	}
	if p.ResolvedName() == record.DoneRate {
		names = append(names, "done")
	}
	return names
}

// reword puts the words of some wordings in the place of those they stand for: "rate.satisfied" for that one word, a term
// without a dot for the term wherever it stands.
func (t *Theme) reword(wordings []string) error {
	for _, name := range wordings {
		if t.wording[name] == nil {
			return fmt.Errorf("theme: no list [wording_%s] in the word list", name)
		}
		for key, w := range t.wording[name] {
			if !strings.Contains(key, ".") {
				for k, old := range t.words {
					t.words[k] = strings.ReplaceAll(old, key, w)
				}
				continue
			}
			if _, ok := t.words[key]; !ok {
				return fmt.Errorf("theme: [wording_%s] stands for a word %q that is not in the word list", name, key)
			}
			t.words[key] = w
		}
	}
	return nil
}
