package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"gongshi/generator/publish"
)

// verifyCommand checks a built site, a folder or a zip, against its own manifest, its seals against their log, and the log
// against a head of it that was kept earlier.
type verifyCommand struct {
	Site     string `arg:"" optional:"" default:"public" help:"${arg_site}"`
	Head     string `help:"${flag_head}" placeholder:"FILE"`
	SaveHead string `help:"${flag_save_head}" placeholder:"FILE"`
	Verifier string `help:"${flag_verifier}" placeholder:"KEY"`
}

func (c *verifyCommand) Run(t *terminal) error {
	earlier, err := c.kept(t)
	if err != nil {
		return err
	}
	key, err := c.verifierKey(t)
	if err != nil {
		return err
	}
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
	if v.Log.Size == 0 {
		fmt.Fprintln(t.out, t.say("none_sealed"))
	} else {
		fmt.Fprintln(t.out, t.say("all_logged", v.Log.Size, v.Log.Root))
	}
	if err := c.signature(t, v, earlier, key); err != nil {
		return err
	}
	if err := t.goesOn(v, earlier); err != nil {
		return err
	}
	return c.keep(t, v)
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
