// Package preview serves the board from memory while the clerk edits.
//
// It watches the folders the board is made from, builds again when a file really differs, and tells open pages, which
// then show the new state without losing their place. A request renders the one page it asks for. Problems stand above
// every page.
//
// The server is for the one person at this computer: it listens on loopback addresses only and answers only requests
// that a page of its own could make.
package preview

import (
	"context"
	"errors"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"gongshi/generator/content"
	"gongshi/generator/site"
)

// A Build makes the site anew from what is in the folders at the moment, as generator.Build does. It is called from one
// goroutine at a time.
type Build func() (*site.Site, content.Problems, error)

// A Server (预览) serves one board. Its Run may be called once.
type Server struct {
	dir     string   // the content folder, where problems have their place
	folders []string // all folders watched, dir first
	build   Build
	now     atomic.Pointer[built]
}

// New makes a server for the content folder dir. It watches dir and the other folders, such as that of the town's own
// theme files.
func New(dir string, build Build, others ...string) *Server {
	return &Server{dir: dir, folders: append([]string{dir}, others...), build: build}
}

// Run builds, serves on addr until ctx ends, and then gives nil. addr is host and port, such as 127.0.0.1:8080; the
// host must be of this computer. When the port is taken the next ones are tried. ready is called once, with the address
// to open in a browser: http://127.0.0.1:8081/.
func (s *Server) Run(ctx context.Context, addr string, ready func(url string)) error {
	for i, folder := range s.folders {
		real, err := filepath.EvalSymlinks(folder) // a link at the top is meant; links below are not content
		if err != nil {
			return err
		}
		s.folders[i] = real
	}
	listener, err := listen(addr)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	var background sync.WaitGroup
	defer background.Wait()
	defer stop()

	before := scan(s.folders, nil) // older than what the build reads, so that no change falls between
	s.rebuild(time.Now().UnixMilli(), false)
	background.Go(func() { s.watch(ctx, before) })

	own := listener.Addr().(*net.TCPAddr)
	server := &http.Server{
		Handler:           guard(own, s.handler()),
		BaseContext:       func(net.Listener) context.Context { return ctx }, // ends event streams
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    1 << 16,
	}
	background.Go(func() {
		<-ctx.Done()
		// Pages being rendered may finish, but not for long: the clerk has closed the preview.
		soon, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if server.Shutdown(soon) != nil {
			server.Close()
		}
	})
	ready("http://" + own.String() + "/")
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
