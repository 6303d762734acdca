package publish

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/record"
	"gongshi/generator/site"
)

// lastingOn is a site of a day whose pages below a folder all last.
func lastingOn(on record.Date, paths ...string) *site.Site {
	var pages []site.Page
	for _, p := range paths {
		pages = append(pages, site.Page{Path: p, Lasting: strings.Contains(p, "/"), Write: func(w io.Writer) error {
			_, err := io.WriteString(w, p)
			return err
		}})
	}
	return site.New(on, pages)
}

// A lasting address that would vanish stops the build before anything is touched; others may go.
func TestWriteKeepsAddresses(t *testing.T) {
	dir := filepath.Join(home(t), "public")
	if _, err := Write(lastingOn(day, "index.html", "list.html", "notices/a.html", "notices/b.html"), dir); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(lastingOn(day, "index.html", "notices/a.html", "notices/b.html"), dir); err != nil {
		t.Errorf("a list page may go: %v", err)
	}
	without := lastingOn(day, "index.html", "notices/a.html")
	refused(t, without, dir, "有1个公开过的网址会打不开：notices/b.html")
	refused(t, without, dir, "withdrawals/notices-b.toml：\npage = \"notices/b\"")
	refused(t, without, dir, `former = ["b"]`)
	_, err := Write(without, dir)
	if e := (*Error)(nil); !errors.As(err, &e) || !e.Page {
		t.Errorf("%v is not a fault of the records", err)
	}
	earlier := lastingOn(day.AddDays(-1), "index.html", "notices/a.html")
	refused(t, earlier, dir, "2025-12-30 早于已公开的 2025-12-31")
	if _, err := Write(lastingOn(day.AddDays(-1), "index.html", "notices/a.html", "notices/b.html"), dir); err != nil {
		t.Errorf("an earlier day that keeps all addresses: %v", err)
	}

	// A promise once given holds while the page is there, whatever the site says of it now.
	draft := lastingOn(day, "index.html", "notices/a.html", "notices/b.html")
	for i := range draft.Pages {
		draft.Pages[i].Lasting = false
	}
	if _, err := Write(draft, dir); err != nil {
		t.Fatal(err)
	}
	refused(t, without, dir, "notices/b.html")

	// What cannot be withdrawn is not offered as a withdrawal; of many, five are named.
	var many []string
	for _, id := range []string{"1", "2", "3", "4", "5", "6"} {
		many = append(many, "suggestions/"+id+".html")
	}
	dir = filepath.Join(home(t), "public")
	if _, err := Write(lastingOn(day, many...), dir); err != nil {
		t.Fatal(err)
	}
	refused(t, lastingOn(day), dir, "有6个公开过的网址会打不开：suggestions/1.html、suggestions/2.html、suggestions/3.html、suggestions/4.html、suggestions/5.html 等。")
	refused(t, lastingOn(day), dir, "这种网页不能撤回")

	// A seal can only be put back; beside pages it is named after them.
	dir = filepath.Join(home(t), "public")
	if _, err := Write(lastingOn(day, "index.html", "sealed/2025-h1.toml", "units/a.html"), dir); err != nil {
		t.Fatal(err)
	}
	refused(t, lastingOn(day, "index.html"), dir, "units/a.html、sealed/2025-h1.toml。")
	refused(t, lastingOn(day, "index.html"), dir, `former = ["a"]`)
	refused(t, lastingOn(day, "index.html", "units/a.html"), dir, "封存记录不能撤回，从备份里恢复")
}
