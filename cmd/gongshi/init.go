package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// initCommand writes a small commented township that builds as it is, to be overwritten with real records.
type initCommand struct {
	Dir string `arg:"" help:"${arg_dir}"`
}

//go:embed all:starter
var starter embed.FS

func (c *initCommand) Run(t *terminal) error {
	if entries, err := os.ReadDir(c.Dir); err == nil && len(entries) > 0 {
		return &failure{exitUsage, t.say("dir_taken", c.Dir), t.say("dir_taken_hint")}
	}
	town, err := fs.Sub(starter, "starter")
	if err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Clean(c.Dir), town); err != nil {
		return err
	}
	fmt.Fprintln(t.out, t.say("made", c.Dir, c.Dir))
	return nil
}
