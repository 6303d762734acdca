package main

import (
	"fmt"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// profilesCommand lists the rule profiles that come with the program, with what they differ in.
type profilesCommand struct{}

func (c *profilesCommand) Run(t *terminal) error {
	for _, e := range record.ProfileExamples() {
		d := &e.Deadlines
		var letters []string
		for _, class := range e.Classes {
			letters = append(letters, class.Letter)
		}
		clock, off := t.say("clock_assignment"), t.say("dayoff_stays")
		if d.Start == record.FromClose {
			clock = t.say("clock_close")
		}
		if e.DayOff() == record.Rolls {
			off = t.say("dayoff_rolls")
		}
		fmt.Fprintf(t.out, "%s  %s\n    %s\n", e.ID, e.Name,
			t.say("profile_line", clock, d.Months, d.HardMonths, d.ExtendMonths, off, strings.Join(letters, t.say("separator"))))
	}
	fmt.Fprintln(t.out, t.say("profiles_hint"))
	return nil
}

// exampleProfile is the text of an example by its id, or what is wrong with the id.
func exampleProfile(t *terminal, id string) (string, error) {
	var ids []string
	for _, e := range record.ProfileExamples() {
		if e.ID == id {
			return e.Text, nil
		}
		ids = append(ids, e.ID)
	}
	hint := strings.Join(ids, " ")
	if near, ok := content.Nearest(id, ids); ok {
		hint = t.say("did_you_mean", near) + " " + hint
	}
	return "", &failure{exitUsage, t.say("no_profile", id), hint}
}
