package main

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/audit"
	"gongshi/generator/check"
	"gongshi/generator/content"
)

// rulesCommand lists the rules that records are checked by.
type rulesCommand struct {
	Name string `arg:"" optional:"" help:"${arg_rule}"`
}

func (c *rulesCommand) Run(t *terminal) error {
	var names []string
	for _, r := range slices.Concat(check.Rules, audit.Rules) {
		names = append(names, r.Name)
		if c.Name != "" && c.Name != r.Name {
			continue
		}
		fmt.Fprintf(t.out, "%s  %s\n    %s\n    %s\n", r.Name, t.say("level_"+r.Level.String()), r.Doc, t.say("rule_source", r.Source))
		if c.Name != "" {
			return nil
		}
	}
	if c.Name == "" {
		return nil
	}
	hint := strings.Join(names, " ")
	if near, ok := content.Nearest(c.Name, names); ok {
		hint = t.say("did_you_mean", near)
	}
	return &failure{exitUsage, t.say("no_rule", c.Name), hint}
}
