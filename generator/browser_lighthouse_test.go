package generator_test

import (
	"compress/gzip"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// lighthouse is the program by which many judge a page on the web. It is of the tools that .ci/tools installs.
const lighthouse = "../.tools/node_modules/lighthouse/cli/index.js"

// Served as in a portal, the pages people come to first are found without fault by Lighthouse in accessibility, good
// practice and being found. How fast they are depends on the machine that measures: that is told, not tested.
func (b *browser) testLighthouse(t *testing.T) {
	if _, err := os.Stat(lighthouse); err != nil {
		t.Fatalf("%v: run .ci/tools", err)
	}
	server := httptest.NewServer(packed(http.FileServer(http.Dir(b.dir))))
	t.Cleanup(server.Close)
	for _, name := range []string{"index.html", "suggestions.html", "suggestions/2025-012.html", "reports/2025-h2.html"} {
		out := filepath.Join(t.TempDir(), "judged.json")
		run := exec.CommandContext(b.ctx, installed(t, "node"), lighthouse, server.URL+"/"+name, "--quiet",
			"--output=json", "--output-path="+out, "--chrome-flags=--headless --no-sandbox --disable-gpu")
		run.Env = append(os.Environ(), "CHROME_PATH="+installed(t, "chromium", "chromium-browser", "google-chrome"))
		if said, err := run.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", name, err, said)
		}
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		var judged struct {
			Categories map[string]struct {
				Score     float64
				AuditRefs []struct{ ID string }
			}
			Audits map[string]struct {
				Title string
				Score *float64
			}
		}
		if err := json.Unmarshal(text, &judged); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, sort := range []string{"performance", "accessibility", "best-practices", "seo"} {
			of, judgedIt := judged.Categories[sort]
			if !judgedIt {
				t.Fatalf("%s is not judged for %s", name, sort)
			}
			t.Logf("%s: %s %.0f", name, sort, 100*of.Score)
			if sort == "performance" || of.Score >= .98 {
				continue
			}
			var faults []string
			for _, ref := range of.AuditRefs {
				if audit := judged.Audits[ref.ID]; audit.Score != nil && *audit.Score < 1 {
					faults = append(faults, audit.Title)
				}
			}
			t.Errorf("%s: %s is %.0f of 100: %s", name, sort, 100*of.Score, strings.Join(faults, "; "))
		}
	}
}

// packed serves texts packed, as the servers of portals do.
func packed(files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Cache-Control", "max-age=86400")
		pack := gzip.NewWriter(w)
		defer pack.Close()
		r.Header.Del("Range")
		files.ServeHTTP(packing{w, pack}, r)
	})
}

type packing struct {
	http.ResponseWriter
	pack *gzip.Writer
}

func (p packing) WriteHeader(status int) {
	p.Header().Del("Content-Length")
	p.ResponseWriter.WriteHeader(status)
}

func (p packing) Write(text []byte) (int, error) { return p.pack.Write(text) }
