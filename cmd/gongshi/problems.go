package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"gongshi/generator/content"
)

// printProblems shows every problem with its line and a caret under the place. dir is the content folder as the clerk
// named it, so that the shown path can be opened.
func (t *terminal) printProblems(w io.Writer, problems content.Problems, fsys fs.FS, dir string) {
	if len(problems) == 0 {
		return
	}
	files := map[string]*content.File{}
	read, _ := content.Read(fsys)
	for _, f := range read {
		files[f.Path] = f
	}
	at := func(p content.Pos) string {
		p.File = filepath.Join(dir, filepath.FromSlash(p.File))
		return p.String()
	}
	for _, p := range problems {
		fmt.Fprintf(w, "%s: %s: %s [%s]\n", at(p.Pos), t.say("level_"+p.Level.String()), p.Text, p.Rule)
		if f := files[p.Pos.File]; f != nil && p.Pos.Line > 0 {
			if line, caret := f.Excerpt(p.Pos); line != "" {
				fmt.Fprintf(w, "    %s\n    %s\n", line, caret)
			}
		}
		if p.Hint != "" {
			fmt.Fprintf(w, "  %s\n", t.say("what_to_do", p.Hint))
		}
		for _, also := range p.Also {
			fmt.Fprintf(w, "  %s\n", t.say("see_also", at(also.Pos), also.Text))
		}
	}
	fmt.Fprintln(w, t.say("problem_count", problems.Errors(), problems.Warnings()))
}

// problemJSON is one problem as check --format json prints it. Its shape is public.
type problemJSON struct {
	File  string        `json:"file"` // slash path from the content folder
	Line  int           `json:"line"`
	Col   int           `json:"col"`
	Level string        `json:"level"`
	Rule  string        `json:"rule"`
	Text  string        `json:"text"`
	Hint  string        `json:"hint"`
	Also  []relatedJSON `json:"also"`
}

type relatedJSON struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
	Text string `json:"text"`
}

func writeProblemsJSON(w io.Writer, problems content.Problems) error {
	list := make([]problemJSON, 0, len(problems))
	for _, p := range problems {
		x := problemJSON{p.Pos.File, p.Pos.Line, p.Pos.Col, p.Level.String(), p.Rule, p.Text, p.Hint, []relatedJSON{}}
		for _, a := range p.Also {
			x.Also = append(x.Also, relatedJSON{a.Pos.File, a.Pos.Line, a.Pos.Col, a.Text})
		}
		list = append(list, x)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(list)
}
