package content_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gongshi/generator/content"
)

// The record of these tests has every kind of field that Decode knows.
type record struct {
	Title    string            `toml:"title,required" zh:"标题"`
	Kind     kind              `toml:"kind,required" zh:"类别"`
	Date     date              `toml:"date,required" zh:"日期"`
	Public   bool              `toml:"public" zh:"是否公开"`
	Count    int               `toml:"count" zh:"人数"`
	Money    float64           `toml:"money" zh:"金额"`
	Tags     []string          `toml:"tags" zh:"标签"`
	Days     []date            `toml:"days"`
	Names    map[string]string `toml:"names"`
	Place    *place            `toml:"place" zh:"地点"`
	Replies  []reply           `toml:"replies" zh:"答复"`
	Computed int               // no tag: not a key
	Contact
}

type Contact struct {
	Phone string `toml:"phone" zh:"电话"`
}

type place struct {
	Village string `toml:"village,required" zh:"村"`
}

type reply struct {
	Date    date   `toml:"date,required" zh:"答复日期"`
	Opinion kind   `toml:"opinion" zh:"意见"`
	Text    string `toml:"text"`
}

type kind string

func (kind) Options() []string {
	return []string{"水利", "交通", "满意", "基本满意", "不满意"}
}

type date struct{ y, m, d int }

func (date) Example() string { return "2026-01-02" }

func (d *date) UnmarshalTOML(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return &content.ValueError{Text: "要写日期", Hint: "如 2026-01-02，不加引号"}
	}
	var m time.Month
	d.y, m, d.d = t.Date()
	d.m = int(m)
	if d.y < 1900 {
		return errors.New("年份太早")
	}
	return nil
}

const good = "title = \"修水渠\"\nkind = \"水利\"\ndate = 2026-01-02\n"

// one reads one file, failing the test if Read reports anything.
func one(t testing.TB, name, text string) *content.File {
	t.Helper()
	files, problems := content.Read(fstest.MapFS{name: {Data: []byte(text)}})
	for _, p := range problems {
		t.Fatalf("Read: %v", show(p))
	}
	return files[0]
}

func show(p content.Problem) string {
	s := fmt.Sprintf("%v %v %s: %s | %s", p.Pos, p.Level, p.Rule, p.Text, p.Hint)
	for _, a := range p.Also {
		s += fmt.Sprintf(" | %v %s", a.Pos, a.Text)
	}
	return s
}

func lines(ps content.Problems) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(show(p) + "\n")
	}
	return b.String()
}

// expect compares problems with what a test wants of each, "line:col rule fragment".
func expect(t testing.TB, got content.Problems, want ...string) {
	t.Helper()
	for i, p := range got {
		if i >= len(want) {
			t.Errorf("not wanted: %s", show(p))
			continue
		}
		parts := strings.SplitN(want[i], " ", 3)
		if at := fmt.Sprintf("%d:%d", p.Pos.Line, p.Pos.Col); at != parts[0] || p.Rule != parts[1] || !strings.Contains(show(p), parts[2]) {
			t.Errorf("got  %s\nwant %s", show(p), want[i])
		}
	}
	for i := len(got); i < len(want); i++ {
		t.Errorf("missing: %s", want[i])
	}
}
