package record_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// A file that cannot be read is one problem, not one for every record that names it; a misspelt name still is one.
func TestUnreadableFileIsOneProblem(t *testing.T) {
	unit := func(name string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("name = \"" + name + "\"\nclass = \"服务类\"\nsuperior = \"县水利局\"\n")}
	}
	notice := func(units string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\nkind = \"公告\"\ntitle = \"标题" + units + "\"\ndate = 2026-01-02\npublished = 2026-01-02\nsummary = \"概述\"\nunits = [\"" + units + "\"]\n+++\n正文。\n")}
	}
	files, problems := content.Read(fstest.MapFS{
		"units/shuili.toml":  {Data: []byte("name = \"\xcb\xae\xc0\xfb\xd5\xbe\"\n")}, // 水利站 in GBK
		"units/huanwei.toml": unit("环境卫生管理所"),
		"notices/a.md":       notice("水利站"),
		"notices/b.md":       notice("环境卫生管理站"),
	})
	_, more := record.Load(files)
	var got []string
	for _, p := range append(problems, more...) {
		if p.Rule != "file-missing" {
			got = append(got, p.Pos.File+" "+p.Rule)
		}
	}
	if want := "units/shuili.toml encoding, notices/b.md reference"; strings.Join(got, ", ") != want {
		t.Errorf("problems %q, want %q", got, want)
	}
}
