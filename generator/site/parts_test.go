package site_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/board"
	"gongshi/generator/content"
	"gongshi/generator/record"
	"gongshi/generator/site"
	"gongshi/themes"
)

// The book of parts shows every state an item can have, is found at its address once added, and is no part of a site that
// did not ask for it.
func TestParts(t *testing.T) {
	theme, err := site.LoadTheme(themes.Default(), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(base)).Files {
		folder[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	read, _ := content.Read(folder)
	ledger, _ := record.Load(read)
	b := board.Of(ledger, record.Date{Year: 2025, Month: 6, Day: 30}, false)
	s, err := site.Plan(b, theme, folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Page("parts.html"); ok {
		t.Fatal("the book of parts would be published")
	}
	planned := len(s.Pages)
	if err := s.AddParts(b, theme); err != nil {
		t.Fatal(err)
	}
	page, ok := s.Page("parts.html")
	if !ok || page.Lasting || len(s.Pages) != planned+1 {
		t.Fatalf("found: %v, lasting: %v, %d pages after %d", ok, page.Lasting, len(s.Pages), planned)
	}
	var html bytes.Buffer
	if err := page.Write(&html); err != nil {
		t.Fatal(err)
	}
	for _, state := range board.States {
		word, err := theme.Word("state.", string(state))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(html.String(), "</span> "+word+"</span>"); n != 3 {
			t.Errorf("%s (%s) stands %d times, not among the tags, in the table and in the list", state, word, n)
		}
	}
	for _, want := range []string{"100/116", "2/3", "—", `aria-current="step"`, `rel="next"`, "第2轮", "顺延到", "批准延期", "不满意重办", "在时限以内", "超过了时限", "没有放假调休表",
		"并列", "一票否决", "正在公示", "公示已经结束", "更正后第3版", "原来是99/116", "没有全文公开", "已撤回"} {
		if !strings.Contains(html.String(), want) {
			t.Errorf("no %s", want)
		}
	}
	if p, ok := s.Page("index.html"); !ok || p.Path != "index.html" {
		t.Error("the other pages are lost")
	}
}
