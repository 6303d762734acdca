package main

import (
	"fmt"
	"strings"

	"gongshi/generator"
	"gongshi/generator/board"
	"gongshi/generator/publish"
	"gongshi/generator/site"
)

// buildCommand makes the noticeboard and writes it, unless a record has an error.
type buildCommand struct {
	source
	Out string `default:"public" help:"${flag_out}" placeholder:"DIR"`
	Key string `help:"${flag_key}" placeholder:"FILE"`
}

func (c *buildCommand) Run(t *terminal) error {
	start := t.now()
	tuneMemory()
	o, err := c.options(t)
	if err != nil {
		return err
	}
	if o.Signer, err = c.signer(t); err != nil {
		return err
	}
	s, problems, err := generator.Build(o)
	easeMemory()
	t.printProblems(t.err, problems, o.Content, c.Content)
	if problems.Errors() > 0 {
		fmt.Fprintln(t.err, t.say("not_built", c.Out))
		return errProblems
	}
	if err != nil {
		return &failure{exitRecords, err.Error(), ""}
	}
	sources := []string{c.Content}
	if c.Theme != "" {
		sources = append(sources, c.Theme)
	}
	forgotten := c.unsigned()
	result, err := publish.Write(s, c.Out, sources...)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, t.say("built", s.On, result.Pages, float64(result.Bytes)/1e6, t.now().Sub(start).Seconds(), c.Out))
	t.changes("new_pages", result.New, s)
	t.changes("changed_pages", result.Changed, s)
	t.changes("dropped_pages", result.Dropped, s)
	t.hidden(s.Hidden)
	if len(result.Unproven) > 0 {
		fmt.Fprintln(t.err, t.say("unproven_pages", len(result.Unproven), strings.Join(result.Unproven, t.say("separator"))))
	}
	if o.Signer != nil {
		fmt.Fprintln(t.out, t.say("signed", o.Signer.Name()))
	}
	if forgotten != "" {
		fmt.Fprintln(t.err, t.say("not_signed", forgotten))
	}
	return nil
}

// changesShown is how many pages of a sort the summary names; the rest are counted.
const changesShown = 5

// changes prints what became of pages, naming the first few.
func (t *terminal) changes(key string, paths []string, s *site.Site) {
	if len(paths) == 0 {
		return
	}
	names := make([]string, 0, changesShown)
	for _, path := range paths[:min(len(paths), changesShown)] {
		if page, ok := s.Page(path); ok && page.Title != "" {
			path += " " + page.Title
		}
		names = append(names, path)
	}
	text := strings.Join(names, t.say("separator"))
	if len(paths) > changesShown {
		text += t.say("and_more")
	}
	fmt.Fprintln(t.out, t.say(key, len(paths), text))
}

// hidden prints what is on file and not on the board, by reason.
func (t *terminal) hidden(all []board.Hidden) {
	for _, why := range []board.HiddenReason{board.HiddenWithheld, board.HiddenAbstract, board.HiddenDraft, board.HiddenLater, board.HiddenWithdrawn} {
		var paths []string
		for _, h := range all {
			if h.Why == why {
				paths = append(paths, h.Path)
			}
		}
		if len(paths) == 0 {
			continue
		}
		text := strings.Join(paths[:min(len(paths), changesShown)], t.say("separator"))
		if len(paths) > changesShown {
			text += t.say("and_more")
		}
		fmt.Fprintln(t.out, t.say("hidden_"+string(why), len(paths), text))
	}
}
