package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"gongshi/generator/publish"
)

// verifyCommand checks a built site, a folder or a zip, against its own manifest.
type verifyCommand struct {
	Site string `arg:"" optional:"" default:"public" help:"${arg_site}"`
}

func (c *verifyCommand) Run(t *terminal) error {
	site, done, err := openSite(c.Site)
	if err != nil {
		if errors.Is(err, zip.ErrFormat) {
			return &failure{exitRecords, t.say("not_a_zip", c.Site), t.say("verify_hint")}
		}
		if errors.Is(err, fs.ErrNotExist) {
			return &failure{exitUsage, t.say("no_site", c.Site), t.say("verify_hint")}
		}
		return err
	}
	defer done()
	v, err := publish.Verify(site)
	if e := (*publish.Error)(nil); errors.As(err, &e) {
		return &failure{exitRecords, c.Site + "：" + e.Text, e.Hint}
	}
	if err != nil {
		return err
	}
	for _, f := range v.Faults {
		fmt.Fprintln(t.out, t.say("fault_"+string(f.Kind), f.Path))
	}
	if len(v.Faults) > 0 {
		fmt.Fprintln(t.out, t.say("verified_not", v.On, v.Files, len(v.Faults)))
		fmt.Fprintln(t.out, t.say("what_to_do", t.say("verified_not_hint")))
		return errProblems
	}
	fmt.Fprintln(t.out, t.say("verified", v.On, v.Files, v.Digest))
	return nil
}

// openSite opens a folder or a zip.
func openSite(name string) (fs.FS, func() error, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, err
	}
	if info.IsDir() {
		root, err := os.OpenRoot(name) // a link must not lead out of the copy
		if err != nil {
			return nil, nil, err
		}
		return root.FS(), root.Close, nil
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		return nil, nil, err
	}
	return z, z.Close, nil
}
