package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site"
)

// town builds a board from a folder: a page for every .md file with its text, plus style.css and 404.html. Text with
// “坏” is an error at line 2, “疑” a warning; theme.html with “坏” fails the build.
func town(dir string) Build {
	return func() (*site.Site, content.Problems, error) {
		var pages []site.Page
		var problems content.Problems
		add := func(path, text string) {
			pages = append(pages, site.Page{Path: path, Write: func(w io.Writer) error {
				if strings.Contains(text, "炸") {
					io.WriteString(w, "half a page")
					return errors.New("no such <word>")
				}
				_, err := io.WriteString(w, text)
				return err
			}})
		}
		theme, _ := os.ReadFile(filepath.Join(dir, "theme.html"))
		if strings.Contains(string(theme), "坏") {
			return nil, nil, errors.New("theme: broken <template>")
		}
		files, _ := content.Read(os.DirFS(dir))
		for _, f := range files {
			if f.Asset {
				continue
			}
			b, err := os.ReadFile(filepath.Join(dir, f.Path))
			if err != nil {
				return nil, nil, err
			}
			text := string(b)
			if strings.Contains(text, "坏") {
				problems = append(problems, content.Problem{Pos: content.Pos{File: f.Path, Line: 2, Col: 3}, Rule: "bad", Text: "有<坏>字", Hint: "改掉",
					Also: []content.Related{{Pos: content.Pos{File: "other.md", Line: 7, Col: 1}, Text: "这里也有"}}})
			}
			if strings.Contains(text, "疑") {
				problems = append(problems, content.Problem{Pos: content.Pos{File: f.Path}, Level: content.Warning, Rule: "odd", Text: "可疑"})
			}
			_, body, _ := strings.Cut(text, "+++\n+++\n")
			add(strings.TrimSuffix(f.Path, ".md")+".html", "<!doctype html><html><body class=a><p>"+body+"</p></body></html>")
		}
		add("style.css", "p{}")
		add("404.html", "<!doctype html><body>找不到</body>")
		return site.New(record.Date{}, pages), problems, nil
	}
}

func save(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

// page is a content file with the text below an empty front matter, on line 3.
func page(text string) string { return "+++\n+++\n" + text }

// start runs a server for a folder with an index page until the test ends.
func start(t *testing.T, dir string) (url string) {
	t.Helper()
	save(t, dir, "index.md", page("first"))
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	ready := make(chan string, 1)
	go func() { done <- New(dir, town(dir)).Run(ctx, "127.0.0.1:0", func(url string) { ready <- url }) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	select {
	case url := <-ready:
		return url
	case err := <-done:
		done <- err
		t.Fatal("not ready")
		return ""
	}
}

// ask sends a request with headers given as pairs, and gives the answer with its body read.
func ask(t *testing.T, method, url string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultTransport.RoundTrip(r) // follows no redirect
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(b)
}

// within waits up to a second for url to answer with the words.
func within(t *testing.T, url, words string) string {
	t.Helper()
	for end := time.Now().Add(time.Second); ; time.Sleep(10 * time.Millisecond) {
		_, body := ask(t, "GET", url)
		if strings.Contains(body, words) {
			return body
		}
		if time.Now().After(end) {
			t.Fatalf("%s has no %q after a second:\n%s", url, words, body)
		}
	}
}

func TestServe(t *testing.T) {
	url := start(t, t.TempDir())
	a, home := ask(t, "GET", url)
	if a.StatusCode != 200 || a.Header.Get("Content-Type") != "text/html; charset=utf-8" || a.Header.Get("Cache-Control") != "no-store" ||
		a.Header.Get("X-Content-Type-Options") != "nosniff" || !strings.HasPrefix(a.Header.Get("Content-Security-Policy"), "default-src 'self';") {
		t.Error(a)
	}
	if !strings.Contains(home, `<p>first</p><script src="/-/gongshi/reload.js" data-build="`) || !strings.HasSuffix(home, " defer></script></body></html>") ||
		strings.Contains(home, "gongshi-panel") {
		t.Error(home)
	}
	for path, want := range map[string]struct {
		status     int
		media, has string
	}{
		"index.html":               {200, "text/html; charset=utf-8", "first"},
		"style.css":                {200, "text/css; charset=utf-8", "p{}"},
		"-/gongshi/reload.js":      {200, "text/javascript; charset=utf-8", "EventSource"},
		"-/gongshi/panel.css":      {200, "text/css; charset=utf-8", "#gongshi-panel"},
		"-/gongshi/":               {404, "text/html; charset=utf-8", "找不到"},
		"-/gongshi/panel.html":     {404, "text/html; charset=utf-8", "找不到"},
		"missing.html":             {404, "text/html; charset=utf-8", "找不到<script"},
		"index.md":                 {404, "text/html; charset=utf-8", "找不到"},
		"../preview_test.go":       {404, "text/html; charset=utf-8", "找不到"},
		"%2e%2e/%2e%2e/etc/passwd": {404, "text/html; charset=utf-8", "找不到"},
		"/etc/passwd":              {404, "text/html; charset=utf-8", "找不到"},
		"index.html/":              {404, "text/html; charset=utf-8", "找不到"},
	} {
		a, body := ask(t, "GET", url+path)
		if a.StatusCode != want.status || a.Header.Get("Content-Type") != want.media || !strings.Contains(body, want.has) {
			t.Errorf("%s: %s %s\n%s", path, a.Status, a.Header.Get("Content-Type"), body)
		}
		if a, body := ask(t, "HEAD", url+path); a.StatusCode != want.status || body != "" {
			t.Errorf("HEAD %s: %s %s", path, a.Status, body)
		}
	}
	if _, body := ask(t, "GET", url+"style.css"); body != "p{}" {
		t.Error(body)
	}
}

func TestRefused(t *testing.T) {
	url := start(t, t.TempDir())
	host := strings.TrimSuffix(strings.TrimPrefix(url, "http://"), "/")
	_, port, _ := net.SplitHostPort(host)
	for _, path := range []string{"", "-/gongshi/events", "-/gongshi/problems.json", "style.css"} {
		for _, c := range []struct {
			status  int
			method  string
			headers []string
		}{
			{200, "HEAD", nil},
			{200, "HEAD", []string{"Host", "localhost:" + port}},
			{200, "HEAD", []string{"Host", "LocalHost:" + port, "Origin", "http://localhost:" + port}},
			{200, "HEAD", []string{"Host", "[::1]:" + port}},
			{200, "HEAD", []string{"Origin", "http://" + host, "Sec-Fetch-Site", "same-origin"}},
			{200, "HEAD", []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate"}},
			{200, "HEAD", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}},
			{403, "GET", []string{"Host", "evil.example:" + port}},
			{403, "GET", []string{"Host", "localhost.evil.example:" + port}},
			{403, "GET", []string{"Host", "localhost"}},
			{403, "GET", []string{"Host", "127.0.0.1:1"}},
			{403, "GET", []string{"Host", "192.168.1.2:" + port}},
			{403, "GET", []string{"Origin", "http://evil.example"}},
			{403, "GET", []string{"Origin", "http://localhost:1"}},
			{403, "GET", []string{"Origin", "https://" + host}},
			{403, "GET", []string{"Origin", "null"}},
			{403, "GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}},
			{403, "GET", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"}},
			{405, "POST", nil},
			{405, "OPTIONS", nil},
			{405, "PUT", nil},
		} {
			a, body := ask(t, c.method, url+path, c.headers...)
			if a.StatusCode != c.status || strings.Contains(body, "first") || a.Header.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("/%s %s %q: %s\n%s", path, c.method, c.headers, a.Status, body)
			}
		}
	}
}

func TestListen(t *testing.T) {
	for _, addr := range []string{":8080", "0.0.0.0:8080", "[::]:8080", "192.168.1.2:8080", "example.com:8080", "localhost.:8080", "8080", "",
		"127.0.0.1:http", "127.0.0.1:65536", "127.0.0.1:-1", "10.0.0.1:0"} {
		l, err := listen(addr)
		if err == nil {
			l.Close()
			t.Errorf("%q listens", addr)
		} else if !strings.Contains(err.Error(), "预览") {
			t.Errorf("%q: %v", addr, err)
		}
	}
	first, err := listen("localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	port := first.Addr().(*net.TCPAddr).Port
	second, err := listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if p := second.Addr().(*net.TCPAddr).Port; p <= port || p >= port+portsTried {
		t.Errorf("port %d is taken, got %d", port, p)
	}
	err = New(t.TempDir(), nil).Run(t.Context(), "0.0.0.0:8080", nil)
	if err == nil || !strings.Contains(err.Error(), "本机") {
		t.Error(err)
	}
	if err := New("does/not/exist", nil).Run(t.Context(), "127.0.0.1:0", nil); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// An event names the build that is served and the last one that asks for loading anew.
type event struct{ Build, Reload int64 }

// listenTo reads the event stream of a server.
func listenTo(t *testing.T, url string) <-chan event {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), "GET", url+"-/gongshi/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if answer.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatal(answer.Header)
	}
	events := make(chan event, 100)
	go func() {
		defer close(events)
		defer answer.Body.Close()
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var e event
				if err := json.Unmarshal([]byte(data), &e); err != nil {
					t.Error(err)
				}
				events <- e
			}
		}
	}()
	return events
}

func next(t *testing.T, events <-chan event) event {
	t.Helper()
	select {
	case e := <-events:
		return e
	case <-time.After(time.Second):
		t.Fatal("no event within a second")
		return event{}
	}
}

func TestReload(t *testing.T) {
	dir := t.TempDir()
	url := start(t, dir)
	events := listenTo(t, url)
	was := next(t, events)
	_, home := ask(t, "GET", url)
	if !strings.Contains(home, fmt.Sprintf(`data-build="%d"`, was.Build)) {
		t.Error(home)
	}

	save(t, dir, "index.md", page("other")) // same size, right after
	e := next(t, events)
	if e.Build <= was.Build || e.Reload != was.Reload {
		t.Errorf("%v after %v", e, was)
	}
	if _, home := ask(t, "GET", url); !strings.Contains(home, "<p>other</p>") {
		t.Error(home)
	}

	save(t, dir, "photo.jpg", "x")
	if e = next(t, events); e.Reload != e.Build {
		t.Error("a photo needs a full reload")
	}

	// Nothing that differs: no event, only the poll passes.
	save(t, dir, ".hidden.md", "x")
	save(t, dir, "~$index.md", "x")
	if err := os.Chmod(filepath.Join(dir, "index.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	select {
	case e := <-events:
		t.Error("event", e)
	case <-time.After(300 * time.Millisecond):
	}

	save(t, dir, "a/b/c/deep.md", page("deep")) // the folders and the file at once
	next(t, events)
	within(t, url+"a/b/c/deep.html", "<p>deep</p>")
	save(t, dir, "a/b/c/deep.md", page("deeper"))
	within(t, url+"a/b/c/deep.html", "<p>deeper</p>")
	if err := os.Rename(filepath.Join(dir, "a"), filepath.Join(dir, "z")); err != nil {
		t.Fatal(err)
	}
	within(t, url+"z/b/c/deep.html", "<p>deeper</p>")
	save(t, dir, "z/b/c/deep.md", page("renamed"))
	within(t, url+"z/b/c/deep.html", "<p>renamed</p>")
	if err := os.RemoveAll(filepath.Join(dir, "z")); err != nil {
		t.Fatal(err)
	}
	within(t, url+"z/b/c/deep.html", "找不到")
	if err := os.Remove(filepath.Join(dir, "index.md")); err != nil {
		t.Fatal(err)
	}
	within(t, url, "找不到")
	save(t, dir, "z/again.md", page("again"))
	within(t, url+"z/again.html", "<p>again</p>")
	save(t, dir, "z/again.md", page("back"))
	within(t, url+"z/again.html", "<p>back</p>")
}

// Without reports the poll finds changes, also when size and time stay.
func TestScan(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "a.md", "1")
	save(t, dir, "b/c.jpg", "1")
	name := filepath.Join(dir, "a.md")
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	folders := []string{dir}
	first := scan(folders, nil)
	check := func(now snapshot, any, text bool) {
		t.Helper()
		if a, x := now.differs(first); a != any || x != text {
			t.Errorf("differs: %v, only text: %v", a, x)
		}
	}
	check(scan(folders, first), false, false)
	save(t, dir, "a.md", "2")
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	check(scan(folders, first), true, true)
	save(t, dir, "a.md", "1")
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	check(scan(folders, first), false, false)
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o777); err != nil {
		t.Fatal(err)
	}
	check(scan(folders, first), false, false)
	save(t, dir, "d.css", "")
	check(scan(folders, first), true, false)
	old := info.ModTime().Add(-time.Hour)
	if err := errors.Join(os.Remove(filepath.Join(dir, "d.css")), os.Chtimes(name, old, old)); err != nil {
		t.Fatal(err)
	}
	second := scan(folders, first)
	check(second, true, true)
	first = second
	check(scan(folders, second), false, false)
	if err := os.Remove(filepath.Join(dir, "b", "c.jpg")); err != nil {
		t.Fatal(err)
	}
	check(scan(folders, second), true, false)
}

func TestProblems(t *testing.T) {
	dir := t.TempDir()
	url := start(t, dir)
	type answer struct {
		Build            int64
		Errors, Warnings int
		Failure          string
		Problems         []problem
	}
	list := func() (a answer) {
		t.Helper()
		_, text := ask(t, "GET", url+"-/gongshi/problems.json")
		if err := json.Unmarshal([]byte(strings.ReplaceAll(strings.ReplaceAll(text, `"level": "error"`, `"level": 0`), `"level": "warning"`, `"level": 1`)), &a); err != nil {
			t.Fatal(err, text)
		}
		return a
	}
	if a := list(); a.Errors+a.Warnings != 0 || a.Problems == nil {
		t.Error(a)
	}

	save(t, dir, "index.md", page("“坏”字"))
	home := within(t, url, "gongshi-panel")
	for _, want := range []string{
		`<body class=a><link rel="stylesheet" href="/-/gongshi/panel.css"><section id="gongshi-panel"`, "1 处错误", "<code>index.md:2:3</code>", "有&lt;坏&gt;字",
		"<p>改掉</p>", "<pre>&#43;&#43;&#43;\n  ^</pre>", "另见 <code>other.md:7:1</code> 这里也有", "下面是出错之前的页面", "<p>first</p>",
	} {
		if !strings.Contains(home, want) {
			t.Errorf("no %s in\n%s", want, home)
		}
	}
	if strings.Contains(home, "style=") || strings.Contains(home, "<style") {
		t.Error("inline style")
	}
	a := list()
	if a.Errors != 1 || len(a.Problems) != 1 || a.Problems[0].Excerpt != "+++" || a.Problems[0].Caret != "  ^" || a.Problems[0].File != "index.md" ||
		a.Problems[0].Line != 2 || a.Problems[0].Also[0].Line != 7 {
		t.Errorf("%+v", a)
	}

	save(t, dir, "new.md", page("new")) // no page of it before: the partial one is shown
	if body := within(t, url+"new.html", "<p>new</p>"); !strings.Contains(body, "只有读得出来的内容") {
		t.Error(body)
	}
	if _, css := ask(t, "GET", url+"style.css"); css != "p{}" {
		t.Error(css)
	}

	save(t, dir, "index.md", page("疑"))
	home = within(t, url, "1 处提醒")
	if strings.Contains(home, "处错误") || !strings.Contains(home, "<p>疑</p>") || strings.Contains(home, " open") {
		t.Error(home)
	}

	save(t, dir, "index.md", page("炸"))
	within(t, url, "这一页做不出来")
	if a, body := ask(t, "GET", url); a.StatusCode != 500 || !strings.Contains(body, "no such &lt;word&gt;") || strings.Contains(body, "half a page") {
		t.Error(a.Status, body)
	}

	save(t, dir, "index.md", page("fine"))
	within(t, url, "<p>fine</p>")
	save(t, dir, "theme.html", "坏")
	home = within(t, url, "主题有错")
	if !strings.Contains(home, "theme: broken &lt;template&gt;") || !strings.Contains(home, "<p>fine</p>") || list().Failure == "" {
		t.Error(home)
	}

	for i := range 60 {
		save(t, dir, fmt.Sprintf("many/%d.md", i), page("坏"))
	}
	save(t, dir, "theme.html", "")
	home = within(t, url, "60 处错误")
	if n := strings.Count(home, `<li class="error">`); n != shown || !strings.Contains(home, "还有 10 处没有列出") {
		t.Error(n, home)
	}
}

// The line that a problem is about is shown without the numbers of persons in it, whatever the problem is.
func TestExcerptsAreMasked(t *testing.T) {
	dir := t.TempDir()
	url := start(t, dir)
	save(t, dir, "index.md", "+++\n坏 = \"11010519491231002X，138 0013 8000\"\n+++\n")
	home := within(t, url, "gongshi-panel")
	if !strings.Contains(home, "坏 = &#34;******************，*** **** ****&#34;") {
		t.Error(home)
	}
	_, list := ask(t, "GET", url+"-/gongshi/problems.json")
	for _, secret := range []string{"11010519491231002X", "1949", "138 0013", "8000"} {
		if strings.Contains(home, secret) || strings.Contains(list, secret) {
			t.Errorf("%s shows:\n%s\n%s", secret, home, list)
		}
	}
}

// A board whose theme is broken from the start still shows why.
func TestNoPage(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "theme.html", "坏")
	a, body := ask(t, "GET", start(t, dir))
	if a.StatusCode != 404 || !strings.Contains(body, "theme: broken") || !strings.Contains(body, "reload.js") {
		t.Error(a.Status, body)
	}
}

func TestNothingIsLeft(t *testing.T) {
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	before := runtime.NumGoroutine()
	t.Run("serve", func(t *testing.T) {
		dir := t.TempDir()
		save(t, dir, "index.md", page("first"))
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		err := New(dir, town(dir)).Run(ctx, "127.0.0.1:0", func(url string) {
			go func() { // as a browser does
				events := listenTo(t, url)
				<-events
				ask(t, "GET", url)
				began := time.Now()
				stop()
				for range events {
				}
				if took := time.Since(began); took > time.Second {
					t.Errorf("the stream ended after %v", took)
				}
			}()
		})
		if err != nil {
			t.Error(err)
		}
	})
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	for end := time.Now().Add(2 * time.Second); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			stack := make([]byte, 1<<16)
			t.Fatalf("%d goroutines, before %d\n%s", runtime.NumGoroutine(), before, stack[:runtime.Stack(stack, true)])
		}
	}
}

func TestDress(t *testing.T) {
	plain := &built{number: 7}
	const script = `<script src="/-/gongshi/reload.js" data-build="7" defer></script>`
	for page, want := range map[string]string{
		"":                                       script,
		"<p>x":                                   "<p>x" + script,
		"<body>x</body>":                         "<body>x" + script + "</body>",
		"<body><pre></body></pre></body></html>": "<body><pre></body></pre>" + script + "</body></html>",
	} {
		if got := string(plain.dress([]byte(page), false, "")); got != want {
			t.Errorf("%s: %s", page, got)
		}
	}
	for page, head := range map[string]string{"": "<link", "<p>": "<link", "<body\n class='a'>x": "<body\n class='a'><link", "<body": "<link"} {
		if got := string(plain.dress([]byte(page), false, "bad")); !strings.HasPrefix(got, head) {
			t.Errorf("%s: %s", page, got)
		}
	}
}

func TestMediaType(t *testing.T) {
	for name, want := range map[string]string{"a/B.JPG": "image/jpeg", "x": "application/octet-stream", "x.exe": "application/octet-stream"} {
		if got := mediaType(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
