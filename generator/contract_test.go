package generator_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
	"gongshi/themes"
)

const contract = "../themes/CONTRACT.md"

// themes/CONTRACT.md says what value each template gets and what that value has. It is written from the program, so that it
// is always right: a theme of a town's own can be held against it.
func TestContract(t *testing.T) {
	var got bytes.Buffer
	got.WriteString(contractHead)
	types := templateTypes(t)
	got.WriteString("## Pages and sheets\n\n| template | gets |\n|---|---|\n")
	var wanted []string
	for _, list := range []string{"pages", "sheets"} {
		files, err := fs.Glob(themes.Default(), list+"/*.html")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			name := types[file]
			if name == "" {
				t.Errorf("no page of the specimen or the golden town is made by %s", file)
				continue
			}
			fmt.Fprintf(&got, "| `%s` | %s |\n", file, linked(name))
			wanted = append(wanted, name)
		}
	}
	got.WriteString("\n## Values\n")
	known := declared(t)
	seen := map[string]bool{}
	for len(wanted) > 0 {
		name := wanted[0]
		wanted = wanted[1:]
		if seen[name] || known[name] == nil {
			continue
		}
		seen[name] = true
		wanted = append(wanted, known[name].uses...)
	}
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range seen {
			if !yield(name) {
				return
			}
		}
	}) {
		known[name].write(&got, name)
	}
	if *update {
		if err := os.WriteFile(contract, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(contract)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("themes/CONTRACT.md is not what the program has. To accept what it has:\ngo test ./generator -run TestContract -update\nand say in its changelog what a theme must change")
	}
}

const contractHead = `# What templates get: v1

Written by ` + "`go test ./generator -run TestContract -update`" + ` from the program; only the changelog is by hand.

A theme that keeps to v1 goes on working with every later version of the program that says v1. New values, functions and parts
may come; a value, a function, a part that other parts call, or a word list's key that goes away or means something else is a
breaking change and makes it v2. Words are part of it: a key keeps its number and sorts of values (` + "`%s`, `%d`" + `).

A page's file defines ` + "`main`" + ` and may define ` + "`title`, `description`, `published`, `source`, `robots` and `schema`" + `; a sheet's
file defines ` + "`main`" + `. The functions stand in [README.md](README.md). Values are read only: no template can change one.

## Changelog

* v1: the first.

`

// linked is a type's name with the way to what it has.
func linked(name string) string {
	return fmt.Sprintf("[%s](#%s)", name, anchor(name))
}

// anchor is a heading's address as repositories make it.
func anchor(name string) string { return strings.ToLower(strings.ReplaceAll(name, ".", "")) }

// templateTypes finds the Go type that each template gets, by asking templates that say it.
func templateTypes(t *testing.T) map[string]string {
	t.Helper()
	theme := fstest.MapFS{}
	for _, list := range []string{"pages", "sheets"} {
		files, err := fs.Glob(themes.Default(), list+"/*.html")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			theme[file] = &fstest.MapFile{Data: []byte(`{{define "main"}}GETS ` + file + ` {{printf "%T" .}} END{{end}}`)}
		}
	}
	tag := regexp.MustCompile(`<[^>]*>`)
	said := regexp.MustCompile(`GETS (\S+) \*?(\S+) END`)
	types := map[string]string{"sheets/determination.html": "site.DeterminationSheet"} // neither town has a unit over the limit
	for _, dir := range []string{specimen, goldenTown} {
		s, _, err := generator.Build(generator.Options{Content: os.DirFS(dir), Theme: themes.Default(), Overlay: theme, On: goldenDay, Parts: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range s.Pages {
			if path.Ext(p.Path) != ".html" {
				continue
			}
			var b bytes.Buffer
			if err := p.Write(&b); err != nil {
				t.Fatal(err)
			}
			text := bytes.Join(bytes.Fields(tag.ReplaceAll(b.Bytes(), []byte(" "))), []byte(" ")) // a document is broken into lines
			if m := said.FindSubmatch(text); m != nil {
				types[string(m[1])] = string(m[2])
			}
		}
	}
	return types
}

// A typeDoc is what the source says of a type.
type typeDoc struct {
	says    string
	fields  [][3]string // name, type, comment
	methods [][3]string // name, results, comment
	uses    []string    // other types of the program
}

func (d *typeDoc) write(b *bytes.Buffer, name string) {
	fmt.Fprintf(b, "\n### %s\n\n%s\n\n", name, strings.ReplaceAll(strings.TrimSpace(d.says), "\n", " "))
	if len(d.fields)+len(d.methods) == 0 {
		return
	}
	b.WriteString("| has | is | |\n|---|---|---|\n")
	for _, f := range slices.Concat(d.fields, d.methods) {
		comment := strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(f[2]), "\n", " "), "|", `\|`)
		fmt.Fprintf(b, "| `%s` | `%s` | %s |\n", f[0], f[1], comment)
	}
}

// declared reads the types that templates meet from the source of the packages that declare them.
func declared(t *testing.T) map[string]*typeDoc {
	t.Helper()
	all := map[string]*typeDoc{}
	for _, pkg := range []string{"site", "board", "record"} {
		files := token.NewFileSet()
		var parsed []*ast.File
		names, err := fs.Glob(os.DirFS(pkg), "*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(files, path.Join(pkg, name), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			parsed = append(parsed, f)
		}
		docs, err := doc.NewFromFiles(files, parsed, "gongshi/generator/"+pkg)
		if err != nil {
			t.Fatal(err)
		}
		for _, typ := range docs.Types {
			d := &typeDoc{says: docs.Synopsis(typ.Doc)}
			for _, spec := range typ.Decl.Specs {
				if s, ok := spec.(*ast.TypeSpec); ok {
					d.read(pkg, s.Type)
				}
			}
			for _, m := range typ.Methods {
				if m.Name == "UnmarshalTOML" || m.Name == "Options" { // for reading records
					continue
				}
				if m.Decl.Type.Results == nil || m.Recv != typ.Name && m.Recv != "*"+typ.Name {
					continue
				}
				var results, takes []string
				for _, r := range m.Decl.Type.Results.List {
					results = append(results, d.written(pkg, r.Type))
				}
				for _, p := range m.Decl.Type.Params.List {
					for range max(1, len(p.Names)) {
						takes = append(takes, d.written(pkg, p.Type))
					}
				}
				d.methods = append(d.methods, [3]string{strings.TrimSpace(m.Name + " " + strings.Join(takes, " ")), strings.Join(results, ", "), docs.Synopsis(m.Doc)})
			}
			all[pkg+"."+typ.Name] = d
		}
	}
	return all
}

// read takes the fields of a struct that templates can reach.
func (d *typeDoc) read(pkg string, expr ast.Expr) {
	s, ok := expr.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range s.Fields.List {
		typ := d.written(pkg, f.Type)
		if len(f.Names) == 0 { // what is embedded lends its fields
			name := strings.TrimLeft(typ, "*")
			if base := name[strings.LastIndexByte(name, '.')+1:]; ast.IsExported(base) {
				d.fields = append(d.fields, [3]string{base, typ, "all that it has, too"})
			}
			continue
		}
		for _, name := range f.Names {
			if name.IsExported() {
				d.fields = append(d.fields, [3]string{name.Name, typ, f.Comment.Text()})
			}
		}
	}
}

var ours = regexp.MustCompile(`\b(site|board|record)\.[A-Z]\w*`)

// written is a type as a reader of another package writes it.
func (d *typeDoc) written(pkg string, expr ast.Expr) string {
	var text string
	switch e := expr.(type) {
	case *ast.Ident:
		text = e.Name
		if e.IsExported() {
			text = pkg + "." + e.Name
		}
	case *ast.StarExpr:
		text = d.written(pkg, e.X)
	case *ast.ArrayType:
		text = "[]" + d.written(pkg, e.Elt)
	case *ast.MapType:
		text = "map[" + d.written(pkg, e.Key) + "]" + d.written(pkg, e.Value)
	case *ast.SelectorExpr:
		text = fmt.Sprint(e.X, ".", e.Sel.Name)
	case *ast.IndexExpr:
		text = d.written(pkg, e.X) + "[" + d.written(pkg, e.Index) + "]"
	default:
		text = "…"
	}
	d.uses = append(d.uses, ours.FindAllString(text, -1)...)
	return text
}
