package paper

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"gongshi/generator/record"
	"gongshi/generator/site"
)

// host is where the board stands for the browser. The name is one that no network has.
const host = "http://board.invalid/"

// A tab is one page of the browser, which gets every file from the board.
type tab struct {
	ctx   context.Context
	close context.CancelFunc

	lock  sync.Mutex // answers come at any time
	wrong error      // the first file that could not be given since the sheet was opened
}

func newTab(browser context.Context, s *site.Site) (*tab, error) {
	ctx, cancel := chromedp.NewContext(browser)
	t := &tab{ctx: ctx, close: cancel}
	chromedp.ListenTarget(ctx, func(event any) {
		if asked, ok := event.(*fetch.EventRequestPaused); ok {
			go t.answer(s, asked) // the listener must not wait
		}
	})
	if err := chromedp.Run(ctx, fetch.Enable()); err != nil {
		cancel()
		return nil, err
	}
	return t, nil
}

// answer gives the browser a file of the board, and refuses everything else.
func (t *tab) answer(s *site.Site, asked *fetch.EventRequestPaused) {
	executor := cdp.WithExecutor(t.ctx, chromedp.FromContext(t.ctx).Target)
	// A font of many megabytes that all sheets share is handed over once: the browser keeps it as long as it runs.
	file, body, err := file(s, asked.Request.URL)
	if err != nil {
		t.lock.Lock()
		t.wrong = errors.Join(t.wrong, err)
		t.lock.Unlock()
		// Nobody waits for the answer of a tab that was closed meanwhile.
		_ = fetch.FailRequest(asked.RequestID, network.ErrorReasonBlockedByClient).Do(executor)
		return
	}
	_ = fetch.FulfillRequest(asked.RequestID, 200).
		WithResponseHeaders([]*fetch.HeaderEntry{
			{Name: "Content-Type", Value: mediaType(file)},
			{Name: "Cache-Control", Value: "max-age=3600"},
		}).
		WithBody(base64.StdEncoding.EncodeToString(body)).Do(executor)
}

// file makes the file of the board at an address.
func file(s *site.Site, address string) (string, []byte, error) {
	name, own := strings.CutPrefix(address, host)
	name, err := url.PathUnescape(name)
	found, ok := s.Page(name)
	if !own || err != nil || !ok {
		return "", nil, fmt.Errorf("%s is no file of the board", address)
	}
	var body bytes.Buffer
	if err := found.Write(&body); err != nil {
		return "", nil, fmt.Errorf("%s: %w", name, err)
	}
	return name, body.Bytes(), nil
}

// mediaType is that of a file that a sheet may ask for. The machine's own list may be wrong, as on many a Windows.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	case ".webp":
		return "image/webp"
	case ".ttf", ".otf", ".woff2":
		return "font/" + path.Ext(name)[1:]
	}
	return "application/octet-stream"
}

// print prints one sheet into the folder out. A poster has its size in the file's name.
func (t *tab) print(sheet site.Page, poster Poster, out string, on record.Date) (*Printed, error) {
	laid, err := Laid(sheet)
	if err != nil {
		return nil, err
	}
	name, arrange := Name(sheet), chromedp.Action(chromedp.Tasks{})
	wide, high := 0, 0
	if tiling, ok := tiled(sheet, laid, poster); ok {
		name, laid, arrange = name+poster.suffix(), laid*tiling.Columns*tiling.Rows, tiling.part()
		wide, high = tiling.size()
	}
	t.lock.Lock()
	t.wrong = nil
	t.lock.Unlock()
	ctx, cancel := context.WithTimeout(t.ctx, timeout)
	defer cancel()
	var pdf []byte
	err = chromedp.Run(ctx,
		chromedp.Navigate(host+(&url.URL{Path: sheet.Path}).EscapedPath()),
		// A picture that is fetched when it comes into view never comes into view on paper. What is printed before a font is
		// there is printed in another.
		chromedp.Evaluate(`Promise.all([...document.images].map(image => {
			image.loading = "eager";
			return image.complete || new Promise(done => image.onload = image.onerror = done);
		})).then(() => document.fonts.ready).then(() => true)`, nil, awaited),
		arrange,
		chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).
				WithGenerateTaggedPDF(true).WithGenerateDocumentOutline(true).Do(ctx)
			return err
		}))
	t.lock.Lock()
	err = errors.Join(t.wrong, err)
	t.lock.Unlock()
	if err != nil {
		return nil, err
	}
	pdf, pages, err := checked(pdf, on)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(out, name+".pdf")
	if err := write(file, pdf); err != nil {
		return nil, err
	}
	return &Printed{Name(sheet), file, pages, laid, len(pdf), wide, high}, nil
}

// awaited has the value of an expression that is a promise waited for.
func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
