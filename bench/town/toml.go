package town

import (
	"fmt"
	"strings"

	"gongshi/generator/record"
)

// A file is a record being written. The words of a town hold no quotes and no backslashes, so values need no escapes.
type file struct{ strings.Builder }

func (f *file) line(format string, values ...any) { fmt.Fprintf(f, format+"\n", values...) }

func (f *file) text(key, value string)          { f.line(`%s = "%s"`, key, value) }
func (f *file) number(key string, n int)        { f.line("%s = %d", key, n) }
func (f *file) day(key string, day record.Date) { f.line("%s = %s", key, day) }
func (f *file) yes(key string)                  { f.line("%s = true", key) }
func (f *file) table(name string)               { f.line("\n[%s]", name) }
func (f *file) entry(name string)               { f.line("\n[[%s]]", name) }

func (f *file) texts(key string, values []string) {
	f.line(`%s = ["%s"]`, key, strings.Join(values, `", "`))
}

// fence opens the front matter of a record with a text; body closes it.
func (f *file) fence() { f.line("+++") }

func (f *file) body(markdown string) {
	f.line("+++\n")
	f.WriteString(markdown)
}
