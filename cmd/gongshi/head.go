package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"gongshi/generator/proof"
	"gongshi/generator/publish"
)

// kept is the head that --head names, nil when it names none. A file that --save-head would lose is told before anything
// is checked: it is what proves that nothing was altered.
func (c *verifyCommand) kept(t *terminal) (*proof.Head, error) {
	if c.SaveHead != "" && c.SaveHead != c.Head {
		if _, err := os.Lstat(c.SaveHead); err == nil {
			return nil, &failure{exitUsage, t.say("head_exists", c.SaveHead), t.say("head_exists_hint", c.SaveHead)}
		}
	}
	if c.Head == "" {
		return nil, nil
	}
	text, err := readSmall(c.Head)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &failure{exitUsage, t.say("no_head", c.Head), t.say("head_hint")}
	}
	if err != nil {
		return nil, err
	}
	head, err := proof.ParseHead(text)
	if err != nil {
		return nil, &failure{exitRecords, t.say("not_a_head", c.Head), t.say("head_hint")}
	}
	return &head, nil
}

// readSmall reads a file that somebody names, up to a byte more than a head may have.
func readSmall(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, proof.HeadLimit+1))
}

// signature checks that of the site's head and, if it has one by the same key, that of the head kept earlier. Without a
// key it tells whose signature there is.
func (c *verifyCommand) signature(t *terminal, v *publish.Verification, earlier *proof.Head, key note.Verifier) error {
	head, err := proof.ParseHead(v.Head)
	signers := strings.Join(head.Signers(), t.say("separator"))
	if key == nil {
		if signers != "" {
			fmt.Fprintln(t.out, t.say("signature_there", signers))
		}
		return nil
	}
	if err == nil {
		err = head.Check(key)
	}
	switch {
	case errors.Is(err, proof.ErrStranger):
		return &failure{exitRecords, t.say("signature_stranger", signers, key.Name()), t.say("signature_hint")}
	case errors.Is(err, proof.ErrSignature):
		return &failure{exitRecords, t.say("signature_wrong", key.Name()), t.say("signature_hint")}
	case err != nil:
		return &failure{exitRecords, t.say("signature_none", key.Name()), t.say("signature_hint")}
	}
	if earlier != nil && errors.Is(earlier.Check(key), proof.ErrSignature) {
		return &failure{exitRecords, t.say("signature_of_kept", c.Head, key.Name()), t.say("head_hint")}
	}
	fmt.Fprintln(t.out, t.say("signature_right", key.Name()))
	return nil
}

// publicHead is where a site in a folder has its head.
func publicHead(site string) string { return filepath.Join(site, filepath.FromSlash(proof.HeadFile)) }

// goesOn tells whether the seals of an earlier head are all in the site, unchanged, and names those that are not.
func (t *terminal) goesOn(v *publish.Verification, earlier *proof.Head) error {
	if earlier == nil {
		return nil
	}
	d, err := v.Log.Since(*earlier)
	if err == nil {
		fmt.Fprintln(t.out, t.say("head_fits", earlier.Size, v.Log.Size-earlier.Size))
		return nil
	}
	if v.Log.Origin != "" && earlier.Origin != v.Log.Origin {
		fmt.Fprintln(t.out, t.say("head_of_another", earlier.Origin, v.Log.Origin))
	}
	for i, n := range d.Changed {
		if i == changesShown {
			fmt.Fprintln(t.out, t.say("seals_more", len(d.Changed)))
			break
		}
		if was, is := earlier.Leaves[n-1].File, v.Log.Seals[n-1].File; was != is {
			fmt.Fprintln(t.out, t.say("seal_replaced", n, was, is))
		} else {
			fmt.Fprintln(t.out, t.say("seal_altered", n, is))
		}
	}
	for i := range min(d.Lost, changesShown) {
		if n := v.Log.Size + i; n < len(earlier.Leaves) {
			fmt.Fprintln(t.out, t.say("seal_lost", n+1, earlier.Leaves[n].File))
		}
	}
	if len(earlier.Leaves) == 0 && d.Lost == 0 {
		fmt.Fprintln(t.out, t.say("seals_unnamed", earlier.Size))
	}
	hint := t.say("head_differs_hint")
	if d.Lost > 0 && len(d.Changed) == 0 {
		hint = t.say("head_newer_hint", v.On)
	}
	fmt.Fprintln(t.out, t.say("head_differs", earlier.Size, v.Log.Size))
	fmt.Fprintln(t.out, t.say("what_to_do", hint))
	return errProblems
}

// keep writes the head to the file that --save-head names, whole or not at all.
func (c *verifyCommand) keep(t *terminal, v *publish.Verification) error {
	if c.SaveHead == "" {
		return nil
	}
	if v.Head == nil {
		return &failure{exitRecords, t.say("no_log"), t.say("no_log_hint")}
	}
	if publish.Within(c.SaveHead, c.Site) {
		return &failure{exitUsage, t.say("head_inside", c.SaveHead), t.say("head_inside_hint")}
	}
	f, err := os.CreateTemp(filepath.Dir(c.SaveHead), ".head-*")
	if err != nil {
		return err
	}
	_, err = f.Write(v.Head)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), c.SaveHead)
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	fmt.Fprintln(t.out, t.say("head_saved", c.SaveHead))
	return nil
}
