package record

import (
	"path"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"gongshi/generator/content"
)

// Load turns files into a ledger. It never gives up: the ledger has whatever could be read, records with a problem are
// marked Faulty, and the problems name every place. Town and Profile are never nil.
func Load(files []*content.File) (*Ledger, content.Problems) {
	l := &Ledger{Assets: map[string]*content.File{}, paths: make(map[string]bool, len(files)), directories: map[reflect.Type]any{}, calendars: map[int]*Calendar{}}
	var problems content.Problems
	problem := func(pos content.Pos, rule, text, hint string, also ...content.Related) {
		problems = append(problems, content.Problem{Pos: pos, Level: content.Error, Rule: rule, Text: text, Hint: hint, Also: also})
	}

	var records []*content.File
	var readers []reader
	for _, f := range files {
		if f.Asset {
			l.Assets[f.Path] = f
			continue
		}
		k, text, hint := kindOf(f.Path)
		if text != "" {
			problem(f.At(), "file-place", text, hint)
			continue
		}
		l.paths[f.Path] = true
		records, readers = append(records, f), append(readers, k.read)
	}

	adds := make([]func(*Ledger), len(records))
	found := make([]content.Problems, len(records))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(records); i = int(next.Add(1)) - 1 {
				adds[i], found[i] = readers[i](records[i])
			}
		})
	}
	wg.Wait()
	for i, add := range adds {
		add(l)
		problems = append(problems, found[i]...)
	}

	problems = append(problems, l.addFonts(files)...)
	if l.Town == nil {
		l.Town = &Town{Source: Source{Faulty: true}}
		problem(content.Pos{File: "town.toml"}, "file-missing", "缺少 town.toml（乡镇基本情况）", "运行 gongshi init 可得到一份样本，照着填写")
	}
	if l.Profile == nil {
		l.Profile = &Profile{Source: Source{Faulty: true}}
		problem(content.Pos{File: "profile.toml"}, "file-missing", "缺少 profile.toml（办理规则）", "运行 gongshi init 可得到一份样本，照着填写")
	}
	for _, c := range l.Calendars {
		if first := l.calendars[c.Year]; first != nil {
			problem(c.At("year"), "duplicate", itoa(c.Year)+"年的放假调休表有两份", "留下一份", content.Related{Pos: first.At("year"), Text: "另一份"})
			continue
		}
		l.calendars[c.Year] = c
	}
	return l, append(problems, l.link()...)
}

// kindOf finds the kind a file belongs to by its folder, or says what is wrong with its place or name.
func kindOf(file string) (k Kind, text, hint string) {
	folder, base := path.Split(file)
	folder = strings.TrimSuffix(folder, "/")
	var folders []string
	for _, k := range kinds {
		if k.Single() {
			if file == k.Folder {
				return k, "", ""
			}
			folders = append(folders, k.Folder)
			continue
		}
		folders = append(folders, k.Folder)
		if k.Folder != folder {
			continue
		}
		if path.Ext(base) != k.Ending {
			return k, k.Term + "记录的文件名要以 " + k.Ending + " 结尾", "把文件改名为 " + strings.TrimSuffix(base, path.Ext(base)) + k.Ending
		}
		if !ValidID(strings.TrimSuffix(base, k.Ending)) {
			return k, "文件名“" + base + "”不能用作网址", "文件名只用小写字母、数字和短横线，例如 2025-014" + k.Ending
		}
		return k, "", ""
	}
	asked := folder
	if folder == "" {
		asked = base
	}
	hint = "记录要放在这些文件夹里：" + strings.Join(folders, "、")
	if near, ok := content.Nearest(asked, folders); ok {
		hint = "是不是“" + near + "”？" + hint
	}
	return k, "不认识的位置“" + asked + "”，这个文件没有读", hint
}

// device are names that Windows keeps for itself in every folder.
var device = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// ValidID tells whether a name can be an id: whether it can stand in an address on any web server and file system.
func ValidID(id string) bool {
	if id == "" || len(id) > 64 || id[0] == '-' || id == "index" || device.MatchString(id) {
		return false
	}
	for _, c := range []byte(id) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// link builds the directories and resolves every reference.
func (l *Ledger) link() content.Problems {
	for i := range kinds {
		if k := &kinds[i]; k.direct != nil {
			k.direct(l, k.Term)
		}
	}
	k := &linker{l: l}
	l.lasting = map[string]Record{}
	for r := range l.Records() {
		if r.Kind.Pages {
			l.lasting[r.Page()] = r
		}
		k.record(r.Source, reflect.ValueOf(r.Value).Elem())
	}
	return k.problems
}
