package preview

import (
	"context"
	"maps"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	settle = 40 * time.Millisecond // an editor saves in several steps; they are taken together
	poll   = 2 * time.Second       // network shares report no changes
)

// watch builds again whenever a scan differs from before, until ctx ends. What the system reports is taken as a hint to
// scan and nothing more: reports get lost when many files change and when a new folder fills before it is watched.
func (s *Server) watch(ctx context.Context, before snapshot) {
	var reports chan fsnotify.Event
	var lost chan error
	add := func(string) {}
	if w, err := fsnotify.NewWatcher(); err == nil {
		defer w.Close()
		reports, lost = w.Events, w.Errors
		add = func(folder string) { _ = w.Add(folder) } // the system may have no watch left; the poll sees to it
	} // without a watcher the poll does it all
	watched := map[string]bool{}
	look := func() {
		for {
			now := scan(s.folders, before)
			grown := false
			for name, state := range now {
				if state.folder && !watched[name] {
					add(name)
					watched[name], grown = true, true
				}
			}
			maps.DeleteFunc(watched, func(name string, _ bool) bool { return !now[name].folder })
			if differs, text := now.differs(before); differs {
				before = now
				s.rebuild(0, text)
			}
			if !grown {
				return
			} // else a folder may have filled between the scan and its watch
		}
	}
	look()

	tick := time.NewTicker(poll)
	defer tick.Stop()
	var settled <-chan time.Time // nil while nothing is reported
	for {
		select {
		case <-ctx.Done():
			return
		case r, ok := <-reports:
			if r.Has(fsnotify.Remove) || r.Has(fsnotify.Rename) {
				delete(watched, r.Name) // a folder that comes back needs a new watch
			}
			if ok && r.Op != fsnotify.Chmod && settled == nil {
				settled = time.After(settle)
			}
		case _, ok := <-lost: // reports overflowed
			if ok && settled == nil {
				settled = time.After(settle)
			}
		case <-settled:
			settled = nil
			look()
		case <-tick.C:
			look()
		}
	}
}
