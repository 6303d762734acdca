// Package paper prints the sheets of a board through a browser installed on the machine.
//
// The browser gets every file from memory: nothing is served on a port, and what a sheet asks for outside the board is
// refused. One browser prints all sheets. A PDF stands under its name only when it is whole, so that a browser that is
// killed or a disk that is full leaves the earlier ones as they are.
package paper

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/chromedp"

	"gongshi/generator/site"
)

// A Printed is one sheet that was printed.
type Printed struct {
	Name  string // of the sheet, as Name gives it
	File  string // path of the PDF
	Pages int    // in the PDF
	Laid  int    // pages the board laid out; 0 when that is left to the browser
	Bytes int

	Wide, High int // of a poster, in millimetres; 0 for a sheet printed whole
}

// Unfinished tells that printing ended before all sheets were printed. Those that are not missing are whole.
type Unfinished struct {
	Missing []string // names of the sheets, in the order given
	Err     error    // of the first that failed
}

func (e *Unfinished) Error() string { return e.Err.Error() }
func (e *Unfinished) Unwrap() error { return e.Err }

// Name is what a sheet is called in commands and file names: table-cards of sheets/table-cards.html.
func Name(sheet site.Page) string {
	return strings.TrimSuffix(strings.TrimPrefix(sheet.Path, "sheets/"), ".html")
}

// Laid counts the pages of a sheet before it is printed: each is a section of the class sheet, and some sorts are one page
// always. It is 0 for a sheet whose pages the browser breaks.
func Laid(sheet site.Page) (int, error) {
	if sheet.Single {
		return 1, nil
	}
	var html bytes.Buffer
	if err := sheet.Write(&html); err != nil {
		return 0, err
	}
	return bytes.Count(html.Bytes(), []byte(`<section class="sheet`)), nil
}

// timeout is how long one sheet may take. A minute is a hundred times what the largest takes on an old machine.
const timeout = time.Minute

// A Job (打印) is what is to be printed, how and where.
type Job struct {
	Site    *site.Site
	Sheets  []site.Page
	Poster  Poster
	Browser string        // the program, as Find gives it
	Out     string        // folder for the PDFs
	Tell    func(Printed) // of each sheet as it is done; may be nil
}

// Print writes a PDF of each sheet. What is printed is in the order of the sheets. The error is an *Unfinished.
func Print(ctx context.Context, job Job) ([]Printed, error) {
	printed := make([]*Printed, len(job.Sheets))
	err := os.MkdirAll(job.Out, 0o777)
	if err == nil {
		err = job.printAll(ctx, printed)
	}
	var done []Printed
	var missing []string
	for i, p := range printed {
		if p != nil {
			done = append(done, *p)
		} else {
			missing = append(missing, Name(job.Sheets[i]))
		}
	}
	if err != nil {
		return done, &Unfinished{missing, err}
	}
	return done, nil
}

// start starts a browser without a window; stop ends it.
func start(ctx context.Context, browser string) (main context.Context, stop context.CancelFunc, err error) {
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(browser),
		chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-quic", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium has no sandbox for root, as in a container
	}
	allocator, end := chromedp.NewExecAllocator(ctx, options...)
	// Newer browsers send events that this library does not know; it says so at length and goes on.
	main, closed := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	stop = func() { closed(); end() }
	if err := chromedp.Run(main); err != nil {
		stop()
		return nil, nil, fmt.Errorf("%s: %w", browser, err)
	}
	return main, stop, nil
}

func (job Job) printAll(ctx context.Context, printed []*Printed) error {
	main, stop, err := start(ctx, job.Browser)
	if err != nil {
		return err
	}
	defer stop()

	next := make(chan int)
	var (
		work  sync.WaitGroup
		lock  sync.Mutex
		first error
	)
	fail := func(i int, err error) {
		lock.Lock()
		defer lock.Unlock()
		if first == nil || errors.Is(first, context.Canceled) {
			first = fmt.Errorf("%s: %w", job.Sheets[i].Path, err)
		}
	}
	for range min(len(job.Sheets), max(2, runtime.GOMAXPROCS(0))) {
		work.Go(func() {
			tab, err := newTab(main, job.Site)
			if err == nil {
				defer tab.close()
			}
			for i := range next {
				if err != nil {
					fail(i, err)
					continue
				}
				p, wrong := tab.print(job.Sheets[i], job.Poster, job.Out, job.Site.On)
				if wrong != nil {
					fail(i, wrong)
					continue
				}
				lock.Lock()
				printed[i] = p
				if job.Tell != nil {
					job.Tell(*p)
				}
				lock.Unlock()
			}
		})
	}
	for i := range job.Sheets {
		lock.Lock()
		failed := first != nil
		lock.Unlock()
		if failed {
			break
		}
		next <- i
	}
	close(next)
	work.Wait()
	return first
}
