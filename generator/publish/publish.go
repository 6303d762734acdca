// Package publish writes public/: it is the only writer.
//
// The whole site is first written into a staging folder beside the target, with nothing public touched. Then the two
// folders change places, on Linux in one step that no reader and no power cut can see half done, elsewhere by two
// renames with a way back. Beside a target named public these names may be seen:
//
//	.public.lock      held while a build runs; stays, empty, afterwards
//	.public.next-123  the tree being written, and after the exchange the old one being removed; rubbish when no build runs
//	.public.old       the old tree, between two renames
//
// What a killed run leaves is put right at the start of the next one.
package publish

import (
	"os"
	"path/filepath"

	"gongshi/generator/site"
)

// A Result says what Write made public and how that differs from what was public before, by the manifests of both.
type Result struct {
	Dir                   string   // the folder written: absolute, links resolved
	Pages                 int      // files, without the manifest
	Bytes                 int64    // of all pages
	New, Changed, Dropped []string // page paths, sorted
	Unchanged             int      // pages
	Unproven              []string // pages that say something was withdrawn of which there is no record, and was no page; sorted
}

// Write renders all pages of s and makes them what is public in dir, which it creates if need be. Names at the top of
// the old folder that start with a dot, such as .gitignore, stay; nothing else does.
//
// sources are the folders the site is made from: Write refuses a dir that is one of them, holds one or lies in one. It
// also refuses a folder with files of somebody else, a second build at the same time, and a site without an address that
// people may rely on (site.Page.Lasting) and that is public now.
//
// Every error is an *Error. It means that dir is as it was, with one exception: when the system cannot say that the
// exchange has reached the disk, the new tree is in place and a power cut may bring back the old.
func Write(s *site.Site, dir string, sources ...string) (*Result, error) {
	dir, err := locate(dir, sources)
	if err != nil {
		return nil, err
	}
	pages, err := checked(s.Pages)
	if err != nil {
		return nil, err
	}
	unlock, err := lock(dir)
	if err != nil {
		return nil, err
	}
	defer unlock()

	if err := recoverFrom(dir); err != nil {
		return nil, err
	}
	before, err := survey(dir)
	if err != nil {
		return nil, err
	}
	if err := keepsPromises(dir, before, s, pages); err != nil {
		return nil, err
	}
	next, err := stage(dir)
	if err != nil {
		return nil, err
	}
	after := manifest{Generator: generator, Version: version, On: s.On.String()}
	if after.Files, err = fill(next, dir, pages, before); err == nil {
		err = after.write(next)
	}
	if err == nil {
		err = keepDotFiles(dir, next, before, after)
	}
	if err == nil {
		err = flushTree(next)
	}
	if err == nil {
		err = swap(next, dir)
	}
	if err != nil {
		os.RemoveAll(next) // what cannot be removed now is rubbish to the next run
		return nil, writing(dir, err)
	}
	if err := flushFolder(filepath.Dir(dir)); err != nil {
		// The old tree stays for now: removing it might reach the disk where the exchange did not.
		return nil, &Error{Path: dir, Text: "新网站已经换上，但系统没有确认写进了磁盘", Hint: "检查磁盘，再生成一次", Err: err}
	}
	os.RemoveAll(next) // the old tree by now; an open file in it is no reason to fail
	result := after.since(before, dir)
	for _, p := range pages {
		if p.Unproven && before != nil && !before.Files[p.Path].Lasting {
			result.Unproven = append(result.Unproven, p.Path)
		}
	}
	return result, nil
}
