package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"gongshi/generator"
	"gongshi/generator/audit"
)

// sealCommand writes down what a half-year, a quarter, a year end or a record says, so that it cannot change unnoticed.
type sealCommand struct {
	What    string `arg:"" help:"${arg_seal}"`
	Content string `default:"content" help:"${flag_content}" placeholder:"DIR"`
	On      string `help:"${flag_sealed}" placeholder:"2026-07-03"`
}

func (c *sealCommand) Run(t *terminal) error {
	o, err := source{Content: c.Content, On: c.On}.options(t)
	if err != nil {
		return err
	}
	ledger, on, problems := generator.Check(o)
	if problems.Errors() > 0 {
		t.printProblems(t.err, problems, o.Content, c.Content)
		fmt.Fprintln(t.err, t.say("not_sealed", c.What))
		return errProblems
	}
	s, err := audit.NewSeal(ledger, c.What, on)
	if err != nil {
		return &failure{exitRecords, err.Error(), t.say("seal_hint")}
	}
	file := filepath.Join(c.Content, "sealed", s.ID+".toml")
	if err := writeNew(file, s.Text()); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &failure{exitRecords, t.say("sealed_before", s.What, file), t.say("sealed_before_hint")}
		}
		return err
	}
	fmt.Fprintln(t.out, t.say("sealed", s.What, s.On, len(s.Figures), len(s.Records), file))
	return nil
}
