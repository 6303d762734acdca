package preview

import (
	"bytes"
	"embed"
	"encoding/json"
	"net/http"
	"path"
	"strings"
	"time"

	"gongshi/generator/site"
)

//go:embed panel.html panel.css reload.js
var own embed.FS

// prefix is where the preview's own files are, out of the way of every page.
const prefix = "/-/gongshi/"

// handler answers requests that guard let through.
func (s *Server) handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch name, mine := strings.CutPrefix(r.URL.Path, prefix); {
		case mine && name == "events":
			s.events(w, r)
		case mine && name == "problems.json":
			s.problems(w, r)
		case mine && (name == "panel.css" || name == "reload.js"):
			w.Header().Set("Content-Type", mediaType(name))
			http.ServeFileFS(w, r, own, name)
		default:
			s.page(w, r)
		}
	})
}

// page serves one page of the board, with the panel and the reload script added to HTML.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	b := s.now.Load()
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	status := http.StatusOK
	page, stale, ok := b.page(name)
	if !ok {
		status = http.StatusNotFound
		if page, stale, ok = b.page("404.html"); !ok {
			page = site.Page{Path: "404.html", Write: noPage}
		}
	}
	var buf bytes.Buffer
	var failure string
	if err := page.Write(&buf); err != nil {
		status, failure = http.StatusInternalServerError, err.Error()
		page.Path = "500.html"
		buf.Reset()
		noPage(&buf)
	}
	body := buf.Bytes()
	if path.Ext(page.Path) == ".html" {
		body = b.dress(body, stale, failure)
	}
	w.Header().Set("Content-Type", mediaType(page.Path))
	if status != http.StatusOK {
		w.WriteHeader(status)
		if r.Method == http.MethodGet {
			w.Write(body)
		}
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body)) // answers HEAD and ranges too
}

// problems serves the problems of the last build as JSON, for editors.
func (s *Server) problems(w http.ResponseWriter, r *http.Request) {
	b := s.now.Load()
	list := b.problems
	if list == nil {
		list = []problem{} // an empty list, not null
	}
	w.Header().Set("Content-Type", mediaType("problems.json"))
	if r.Method == http.MethodHead {
		return
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.Encode(struct {
		Build    int64     `json:"build"`
		Errors   int       `json:"errors"`
		Warnings int       `json:"warnings"`
		Failure  string    `json:"failure,omitempty"`
		Problems []problem `json:"problems"`
	}{b.number, b.errors, len(list) - b.errors, b.failure, list}) // an error means that the reader has gone
}

// mediaTypes are those of a board's files. The table of the system is not asked: on Windows any program may change it.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".ics": "text/calendar; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
	".xml": "application/xml", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2", ".ttf": "font/ttf", ".otf": "font/otf",
	".pdf": "application/pdf", ".zip": "application/zip", ".mp4": "video/mp4", ".mp3": "audio/mpeg",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func mediaType(name string) string {
	if t := mediaTypes[strings.ToLower(path.Ext(name))]; t != "" {
		return t
	}
	return "application/octet-stream"
}
