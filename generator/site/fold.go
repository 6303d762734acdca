package site

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"sync"
	"text/template/parse"

	"gongshi/generator/site/internal/collate"
)

// fold works out, once and for all, every {{word "…"}} and {{href "…"}} of a set whose arguments are constants. Most of a
// page is such words; calling a function for each of them on each page would cost half of the time of a build.
func (t *Theme) fold(set *template.Template, depth int) error {
	for _, tmpl := range set.Templates() {
		if tmpl.Tree == nil {
			continue
		}
		if err := t.foldList(tmpl.Tree, tmpl.Tree.Root, depth); err != nil {
			return err
		}
	}
	return nil
}

func (t *Theme) foldList(tree *parse.Tree, list *parse.ListNode, depth int) error {
	if list == nil {
		return nil
	}
	for i, node := range list.Nodes {
		var branch *parse.BranchNode
		switch n := node.(type) {
		case *parse.ActionNode:
			text, ok, err := t.constant(n.Pipe, depth)
			if err != nil {
				place, _ := tree.ErrorContext(n)
				return fmt.Errorf("%s: %w", place, err)
			}
			if ok {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(template.HTMLEscapeString(text))}
			} else {
				t.foldArguments(n.Pipe, depth)
			}
			continue
		case *parse.TextNode:
			if !collate.Legible(n.Text) {
				place, _ := tree.ErrorContext(n)
				return fmt.Errorf("theme: %s: a marked figure is written like this: <b data-figure=\"town.received\">", place)
			}
			continue
		case *parse.TemplateNode:
			t.foldArguments(n.Pipe, depth)
			continue
		case *parse.IfNode:
			branch = &n.BranchNode
		case *parse.RangeNode:
			branch = &n.BranchNode
		case *parse.WithNode:
			branch = &n.BranchNode
		default:
			continue
		}
		if err := t.foldList(tree, branch.List, depth); err != nil {
			return err
		}
		if err := t.foldList(tree, branch.ElseList, depth); err != nil {
			return err
		}
	}
	return nil
}

// foldArguments works out the constant calls among a call's arguments: list (word "rate.resolved") .Rate.
func (t *Theme) foldArguments(pipe *parse.PipeNode, depth int) {
	if pipe == nil {
		return
	}
	for _, cmd := range pipe.Cmds {
		for i, arg := range cmd.Args {
			inner, ok := arg.(*parse.PipeNode)
			if !ok {
				continue
			}
			// A missing word is left as it is: it fails with its place when the page is made.
			if text, ok, err := t.constant(inner, depth); ok && err == nil {
				cmd.Args[i] = &parse.StringNode{NodeType: parse.NodeString, Pos: inner.Pos, Quoted: strconv.Quote(text), Text: text}
			} else {
				t.foldArguments(inner, depth)
			}
		}
	}
}

// constant works out a pipeline that is one call of word or href with a constant string.
func (t *Theme) constant(pipe *parse.PipeNode, depth int) (text string, ok bool, err error) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 {
		return "", false, nil
	}
	args := pipe.Cmds[0].Args
	name, isName := args[0].(*parse.IdentifierNode)
	if !isName || len(args) != 2 {
		return "", false, nil
	}
	value, isString := args[1].(*parse.StringNode)
	if !isString {
		return "", false, nil
	}
	switch name.Ident {
	case "word":
		text, err = t.Word(value.Text)
	case "href":
		text = href(depth, value.Text)
	default:
		return "", false, nil
	}
	return text, true, err
}

// A partCache holds parts that are the same wherever they stand on pages of one depth, such as an item's row, which
// several lists show.
type partCache struct {
	set      *template.Template
	rendered sync.Map // partKey → template.HTML
}

type partKey struct {
	part string
	data any
}

// once renders a part for a record and hands out the same HTML from then on. The part may depend on nothing but its
// data, which is a pointer or a plain value.
func (c *partCache) once(part string, data any) (template.HTML, error) {
	if data == nil || !reflect.TypeOf(data).Comparable() {
		return "", fmt.Errorf("once %q takes a record or a plain value, not %T", part, data)
	}
	key := partKey{part, data}
	if html, ok := c.rendered.Load(key); ok {
		return html.(template.HTML), nil
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := c.set.ExecuteTemplate(b, part, data); err != nil {
		return "", err
	}
	html := template.HTML(b.String()) // made by html/template from the part: as safe as the part itself
	c.rendered.Store(key, html)
	return html, nil
}
