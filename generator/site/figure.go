package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strings"

	"gongshi/generator/board"
)

// figure is a figure as a page shows it, marked with its name so that it can be held against the board when the page is
// made: figure .Tally "received", figure .Tally.ResolvedRate, figure .Tally.ResolvedRate "percent", figure .Standing "total",
// figure .Funnel "4". What has no name, such as the share of votes, is shown without a mark.
func figure(of any, way ...string) (template.HTML, error) {
	name, shown, err := figureOf(of, way)
	if err != nil || name == "" {
		return template.HTML(shown), err
	}
	return template.HTML(`<data data-figure="` + name + `" value="` + shown + `">` + shown + `</data>`), nil
}

// plotted is a figure as the text of a chart shows it, marked alike.
func plotted(of any, way ...string) (template.HTML, error) {
	name, shown, err := figureOf(of, way)
	if err != nil || name == "" {
		return template.HTML(shown), err
	}
	return template.HTML(`<tspan data-figure="` + name + `">` + shown + `</tspan>`), nil
}

// figureOf gives a figure's name with its form, empty when it has none, and what is shown, both as HTML.
func figureOf(of any, way []string) (called, shown string, err error) {
	form := strings.Join(way, ".")
	var name, text string
	ok := true
	switch of := of.(type) {
	case board.Rate:
		name = of.Name
		text, ok = of.Text(form)
	case board.Slice:
		name = of.Name
		text, ok = of.Text(form)
	case board.Source:
		if v := reflect.ValueOf(of); v.Kind() == reflect.Pointer && v.IsNil() {
			return "", "", fmt.Errorf("figure %q of nothing", form)
		}
		name = of.Called()
		text, ok = of.Text(form)
	default:
		return "", "", fmt.Errorf("figure takes a tally, a score, a quarter or the six steps with the name of a figure, a rate or a slice, not %T", of)
	}
	if !ok {
		return "", "", fmt.Errorf("no figure %q of %s", form, name)
	}
	if name != "" && form != "" {
		name += "." + form
	}
	return template.HTMLEscapeString(name), template.HTMLEscapeString(text), nil
}

// say is Word for templates, which may give marked figures among the values: then it is a sentence of HTML, with all else
// in it escaped.
func (t *Theme) say(key string, values ...any) (any, error) {
	marked := false
	for _, v := range values {
		if _, marked = v.(template.HTML); marked {
			break
		}
	}
	if !marked {
		return t.Word(key, values...)
	}
	key, values = completed(key, values)
	word, err := t.Word(key)
	if err != nil {
		return nil, err
	}
	safe := make([]any, len(values))
	for i, v := range values {
		safe[i] = inHTML{v}
	}
	return template.HTML(fmt.Sprintf(template.HTMLEscapeString(word), safe...)), nil
}

// inHTML is a value for a word's %s or %d in a sentence of HTML.
type inHTML struct{ value any }

func (v inHTML) Format(f fmt.State, verb rune) {
	if safe, ok := v.value.(template.HTML); ok {
		f.Write([]byte(safe))
		return
	}
	template.HTMLEscape(f, fmt.Appendf(nil, fmt.FormatString(f, verb), v.value))
}

// held writes a file, or nothing of it when the check finds a figure in it that is not the right one.
func held(w io.Writer, right board.Catalogue, check func([]byte, board.Catalogue) error, write func(io.Writer) error) error {
	b, direct := w.(*bytes.Buffer)
	if !direct {
		b = buffers.Get().(*bytes.Buffer)
		defer buffers.Put(b)
		b.Reset()
	}
	before := b.Len()
	if err := write(b); err != nil {
		return err
	}
	if err := check(b.Bytes()[before:], right); err != nil || direct {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
