package main

import (
	"fmt"

	"gongshi/generator"
)

// checkCommand lists every problem in the records and writes nothing.
type checkCommand struct {
	source
	Format string `default:"text" enum:"text,json" help:"${flag_format}" placeholder:"text|json"`
}

func (c *checkCommand) Run(t *terminal) error {
	o, err := c.options(t)
	if err != nil {
		return err
	}
	s, problems, err := generator.Build(o)
	if c.Format == "json" {
		if err := writeProblemsJSON(t.out, problems); err != nil {
			return err
		}
	} else {
		t.printProblems(t.out, problems, o.Content, c.Content)
	}
	if problems.Errors() > 0 {
		return errProblems
	}
	if err != nil {
		return &failure{exitRecords, err.Error(), ""}
	}
	if c.Format == "text" && len(problems) == 0 {
		fmt.Fprintln(t.out, t.say("all_fine", s.On))
	}
	return nil
}
