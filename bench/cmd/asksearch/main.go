// Command asksearch asks the search page of a built large board two hundred queries, from a folder in Chromium, and holds what it
// finds against a look through all records. It tells recall, precision, bytes and time.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

func main() {
	site := flag.String("site", "", "folder of a built board that has an index: more than 1,500 records")
	most := flag.Int("queries", 200, "ask at most so many")
	flag.Parse()
	if err := run(*site, *most); err != nil {
		fmt.Fprintln(os.Stderr, "asksearch:", err)
		os.Exit(1)
	}
}

// A found record is one as the files of texts hold it: path, kind, number, title, text.
type found [5]any

func (f found) field(i int) string { s, _ := f[i].(string); return s }

func run(site string, most int) error {
	site, err := filepath.Abs(site)
	if err != nil {
		return err
	}
	records, err := recordsOf(site)
	if err != nil {
		return err
	}
	queries := queriesFor(records)
	queries = queries[:min(most, len(queries))]
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	defer cancel()
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	defer cancel()

	// The clock starts when the page is read, before its script runs, and stops when the results stand there.
	clock := `document.addEventListener("readystatechange", () => {
		if (document.readyState != "interactive") return;
		const start = performance.now();
		new MutationObserver(() => { window.took = performance.now() - start; }).observe(document.getElementById("results"), { childList: true });
	})`
	if err := chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(clock).Do(ctx)
		return err
	})); err != nil {
		return err
	}

	var asked, right, shown, all int
	var raw, packed, pairs, texts, times []float64
	for _, query := range queries {
		want := scan(records, query)
		got, err := ask(ctx, site, query)
		if err != nil {
			return fmt.Errorf("%s: %w", query, err)
		}
		asked++
		if got.Count != len(want) {
			fmt.Printf("%s: says %d, there are %d\n", query, got.Count, len(want))
		}
		if len(want) > len(got.Paths) {
			want = want[:len(got.Paths)] // only the first are looked at
		}
		for i, p := range want {
			if i < len(got.Paths) && got.Paths[i] == p {
				right++
			}
		}
		shown, all = shown+len(got.Paths), all+len(want)
		r, z, t, err := sizes(site, got.Files)
		if err != nil {
			return err
		}
		if len([]rune(query)) == 2 {
			pairs = append(pairs, z)
		}
		raw, packed, texts, times = append(raw, r), append(packed, z), append(texts, t), append(times, got.Took)
	}
	fmt.Printf("%d queries over %d records: of %d results that belong there %d are at their place (recall %.4f, precision %.4f)\n",
		asked, len(records), all, right, float64(right)/float64(all), float64(right)/float64(shown))
	for _, line := range []struct {
		name string
		of   []float64
	}{
		{"index, bytes", raw}, {"index, bytes by gzip", packed}, {"of queries of two characters", pairs},
		{"texts of the first ten, bytes by gzip", texts}, {"milliseconds until the ten stood there", times},
	} {
		name, of := line.name, line.of
		if len(of) == 0 {
			continue
		}
		slices.Sort(of)
		sum := 0.0
		for _, x := range of {
			sum += x
		}
		fmt.Printf("%-40s mean %8.1f  median %8.1f  19 of 20 below %8.1f  most %8.1f\n", name, sum/float64(len(of)), of[len(of)/2], of[len(of)*19/20], of[len(of)-1])
	}
	return nil
}

// recordsOf reads the files of texts.
func recordsOf(site string) ([]found, error) {
	var all []found
	for i := 0; ; i++ {
		data, err := os.ReadFile(filepath.Join(site, "search", fmt.Sprintf("texts-%d.js", i)))
		if os.IsNotExist(err) && i > 0 {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		var some []found
		_, data, _ = bytes.Cut(data, []byte(", "))
		if err := json.Unmarshal(bytes.TrimSuffix(data, []byte(");\n")), &some); err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
}

// queriesFor are two hundred: states and opinions, units, names of deputies, and words of two characters out of titles.
func queriesFor(records []found) []string {
	queries := []string{"不满意", "重新办理", "已解决", "的", "水"}
	add := func(query string, most int) {
		if len(queries) < most && query != "" && !slices.Contains(queries, query) {
			queries = append(queries, query)
		}
	}
	of := map[string][]found{}
	for _, r := range records {
		folder := path.Dir(r.field(0))
		of[folder] = append(of[folder], r)
	}
	for _, r := range of["units"] {
		add(r.field(3), 40)
	}
	for i := range 60 {
		add(of["deputies"][i*len(of["deputies"])/60].field(3), 100)
	}
	for i := range 2000 {
		title := []rune(of["suggestions"][i*37%len(of["suggestions"])].field(3))
		add(string(title[2+i%(len(title)-5):][:2]), 200)
	}
	return queries
}

// scan looks through all records, as the page ranks them. The queries have nothing that folding changes.
func scan(records []found, query string) []string {
	var by [3][]string
	for _, r := range records {
		for rank := range by {
			if strings.Contains(r.field(2+rank), query) {
				by[rank] = append(by[rank], r.field(0))
				break
			}
		}
	}
	return slices.Concat(by[:]...)
}

// An answer is what the page says and shows of a query, up to a hundred results, the files of the index it loaded for the first
// ten, and the milliseconds until the ten stood there.
type answer struct {
	Count int
	Paths []string
	Files []string
	Took  float64
}

func ask(ctx context.Context, site, query string) (answer, error) {
	var a answer
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(site, "search.html")), RawQuery: "q=" + url.QueryEscape(query)}).String()
	var ready bool
	var text string
	if err := chromedp.Run(ctx, chromedp.Navigate(address)); err != nil {
		return a, err
	}
	time.Sleep(200 * time.Millisecond) // asking would take the page its time
	for deadline := time.Now().Add(20 * time.Second); !ready; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			return a, fmt.Errorf("no answer")
		}
		if err := chromedp.Run(ctx, chromedp.Evaluate(`(s => !!s && (s.textContent.startsWith("没有") || document.querySelector("#results li") != null))(document.getElementById("status"))`, &ready)); err != nil {
			return a, err
		}
	}
	err := chromedp.Run(ctx,
		chromedp.Evaluate(`document.getElementById("status").textContent`, &text),
		chromedp.Evaluate(`[...document.querySelectorAll("head script")].map(s => new URL(s.src).pathname.split("/").slice(-2).join("/"))`, &a.Files),
		chromedp.Evaluate(`window.took || 0`, &a.Took),
		chromedp.Evaluate(`(async () => {
			const more = document.getElementById("more"), list = document.getElementById("results");
			for (let i = 0; i < 9 && !more.hidden; i++) { const n = list.children.length; more.click(); while (list.children.length == n) await new Promise(r => setTimeout(r, 1)); await new Promise(r => setTimeout(r, 1)); }
			return [...list.querySelectorAll("a")].map(x => x.getAttribute("href"));
		})()`, &a.Paths, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	if _, scanned := fmt.Sscanf(text, "找到%d条", &a.Count); scanned != nil {
		a.Count = 0
	}
	return a, err
}

// sizes are those of the loaded files of the index, as they are and by gzip, and of the texts by gzip.
func sizes(site string, files []string) (raw, packed, texts float64, err error) {
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(site, name))
		if err != nil {
			return 0, 0, 0, err
		}
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(data)
		z.Close()
		if strings.HasPrefix(name, "search/texts-") {
			texts += float64(b.Len())
			continue
		}
		raw, packed = raw+float64(len(data)), packed+float64(b.Len())
	}
	return raw, packed, texts, nil
}
