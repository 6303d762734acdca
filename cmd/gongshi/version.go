package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is the release; CHANGELOG.md tells what each holds.
const version = "0.1.0"

// versionCommand prints the release and what it was built from.
type versionCommand struct{}

func (versionCommand) Run(t *terminal) error {
	revision := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = " " + s.Value[:min(12, len(s.Value))]
			}
		}
	}
	fmt.Fprintf(t.out, "gongshi %s%s %s/%s\n", version, revision, runtime.GOOS, runtime.GOARCH)
	return nil
}
