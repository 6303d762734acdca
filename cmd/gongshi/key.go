package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/mod/sumdb/note"

	"gongshi/generator/proof"
	"gongshi/generator/publish"
)

// keyCommand makes a pair of keys for signing the head of the log of seals.
type keyCommand struct {
	Name    string `arg:"" help:"${arg_key_name}"`
	File    string `arg:"" help:"${arg_key_file}"`
	Content string `default:"content" help:"${flag_content}" placeholder:"DIR"`
	Theme   string `help:"${flag_theme}" placeholder:"DIR"`
	Out     string `default:"public" help:"${flag_out}" placeholder:"DIR"`
}

func (c *keyCommand) Run(t *terminal) error {
	if err := t.keptApart(c.File, c.Content, c.Theme, c.Out); err != nil {
		return err
	}
	signing, verifier, err := proof.NewKey(rand.Reader, c.Name)
	if err != nil {
		return &failure{exitUsage, t.say("bad_key_name", c.Name), t.say("bad_key_name_hint")}
	}
	f, err := os.OpenFile(c.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return &failure{exitUsage, t.say("exists", c.File), t.say("key_exists_hint")}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "# %s\n%s\n# %s\n%s\n", t.say("key_signing"), signing, t.say("key_verifier"), verifier)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	fmt.Fprintln(t.out, t.say("key_made", c.File))
	fmt.Fprintln(t.out, t.say("key_publish"))
	fmt.Fprintln(t.out, verifier)
	return nil
}

// keptApart refuses a file of a key in a folder from which things become public, or that is public.
func (t *terminal) keptApart(file string, folders ...string) error {
	for _, folder := range folders {
		if folder != "" && publish.Within(file, folder) {
			return &failure{exitUsage, t.say("key_inside", file, folder), t.say("key_inside_hint")}
		}
	}
	return nil
}

// signer reads the key that --key names; nil when it names none.
func (c *buildCommand) signer(t *terminal) (note.Signer, error) {
	if c.Key == "" {
		return nil, nil
	}
	if err := t.keptApart(c.Key, c.Content, c.Theme, c.Out); err != nil {
		return nil, err
	}
	text, err := readSmall(c.Key)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &failure{exitUsage, t.say("no_key", c.Key), t.say("key_hint")}
	}
	if err != nil {
		return nil, err
	}
	key, err := proof.ReadSigner(text)
	if err != nil {
		return nil, &failure{exitUsage, t.say("not_a_key", c.Key), t.say("key_hint")}
	}
	return key, nil
}

// unsigned tells who signed the head that is public now, when this build will not: a forgotten --key.
func (c *buildCommand) unsigned() string {
	if c.Key != "" {
		return ""
	}
	text, err := os.ReadFile(publicHead(c.Out))
	if err != nil {
		return ""
	}
	head, err := proof.ParseHead(text)
	if names := head.Signers(); err == nil && len(names) > 0 {
		return names[0]
	}
	return ""
}

// verifierKey is the key that --verifier gives, typed or in a file; nil when it gives none.
func (c *verifyCommand) verifierKey(t *terminal) (note.Verifier, error) {
	if c.Verifier == "" {
		return nil, nil
	}
	if key, err := proof.ReadVerifier([]byte(c.Verifier)); err == nil {
		return key, nil
	}
	text, err := readSmall(c.Verifier)
	if err == nil {
		if key, err := proof.ReadVerifier(text); err == nil {
			return key, nil
		}
	}
	return nil, &failure{exitUsage, t.say("not_a_verifier", c.Verifier), t.say("verifier_hint")}
}
