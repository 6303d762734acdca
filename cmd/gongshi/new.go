package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// newCommand writes a commented record for the clerk to fill in.
type newCommand struct {
	Kind    string `arg:"" help:"${arg_kind}"`
	ID      string `arg:"" optional:"" help:"${arg_id}"`
	Content string `default:"content" help:"${flag_content}" placeholder:"DIR"`
}

func (c *newCommand) Run(t *terminal) error {
	var names, terms []string
	for _, k := range record.Kinds() {
		names, terms = append(names, k.Name, k.Term), append(terms, k.Term+" "+k.Name)
		if c.Kind != k.Name && c.Kind != k.Term {
			continue
		}
		if !k.Single() && !record.ValidID(c.ID) {
			return &failure{exitUsage, t.say("bad_id", c.ID), t.say("bad_id_hint")}
		}
		text := k.Template(c.ID)
		if k.Name == "profile" && c.ID != "" {
			var err error
			if text, err = exampleProfile(t, c.ID); err != nil {
				return err
			}
		}
		file := filepath.Join(c.Content, filepath.FromSlash(k.Path(c.ID)))
		if err := writeNew(file, text); err != nil {
			if errors.Is(err, fs.ErrExist) {
				hint := t.say("exists_hint")
				if k.Single() {
					hint = t.say("exists_one_hint")
				}
				return &failure{exitUsage, t.say("exists", file), hint}
			}
			return err
		}
		fmt.Fprintln(t.out, t.say("written", file))
		return nil
	}
	hint := strings.Join(terms, "、")
	if near, ok := content.Nearest(c.Kind, names); ok {
		hint = t.say("did_you_mean", near) + " " + hint
	}
	return &failure{exitUsage, t.say("no_kind", c.Kind), hint}
}
