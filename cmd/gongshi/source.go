package main

import (
	"io/fs"
	"os"

	"gongshi/generator"
	"gongshi/generator/record"
	"gongshi/themes"
)

// A source is where the records and the theme come from; several commands share these flags.
type source struct {
	Content string `default:"content" help:"${flag_content}" placeholder:"DIR"`
	Theme   string `help:"${flag_theme}" placeholder:"DIR"`
	On      string `help:"${flag_on}" placeholder:"2026-06-30"`
	Drafts  bool   `help:"${flag_drafts}"`
}

// options opens the folders and reads the day.
func (s source) options(t *terminal) (generator.Options, error) {
	o := generator.Options{Theme: themes.Default(), Today: t.today, Drafts: s.Drafts}
	var err error
	if o.On, err = t.day(s.On); err != nil {
		return o, err
	}
	if o.Content, err = t.folder(s.Content, t.say("no_content_hint")); err != nil {
		return o, err
	}
	if s.Theme != "" {
		o.Overlay, err = t.folder(s.Theme, "")
	}
	return o, err
}

func (t *terminal) day(given string) (record.Date, error) {
	if given == "" {
		return record.Date{}, nil
	}
	d, err := record.ParseDate(given)
	if err != nil {
		return d, &failure{exitUsage, t.say("bad_day", given), ""}
	}
	return d, nil
}

func (t *terminal) folder(dir, hint string) (fs.FS, error) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return nil, &failure{exitUsage, t.say("no_folder", dir), hint}
	}
	return os.DirFS(dir), nil
}
