package outline

import "strings"

// value reads the value of the Entry self.
func (o *Outline) value(self int32) {
	rest := o.Text[o.i:]
	switch {
	case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, `'''`):
		o.quoted(rest[:3])
	case strings.HasPrefix(rest, `"`), strings.HasPrefix(rest, `'`):
		o.quoted(rest[:1])
	case strings.HasPrefix(rest, "["), strings.HasPrefix(rest, "{"):
		if o.depth++; o.depth > maxDepth {
			o.exceed("括号套得太深")
			return
		}
		o.i++
		if rest[0] == '[' {
			o.list(self)
		} else {
			o.inline(self)
		}
		o.depth--
	default:
		n := strings.IndexAny(rest, ",]}#\n")
		if n < 0 {
			n = len(rest)
		}
		n = len(strings.TrimRight(rest[:n], " \t"))
		if n == 0 {
			o.fail()
		}
		o.i += n
	}
}

// quoted passes over a string that begins with quote: ", ', """ or three '.
func (o *Outline) quoted(quote string) {
	start := o.i
	o.i += len(quote)
	for o.i < len(o.Text) {
		switch c := o.Text[o.i]; {
		case c == '\\' && quote[0] == '"':
			o.i++
		case c == '\n' && len(quote) == 1:
			o.i = start
			o.fail()
			return
		case strings.HasPrefix(o.Text[o.i:], quote):
			o.i += len(quote)
			if len(quote) == 3 { // up to two quotes may stand before the closing three
				for n := 0; n < 2 && o.i < len(o.Text) && o.Text[o.i] == quote[0]; n++ {
					o.i++
				}
			}
			return
		}
		o.i++
	}
	o.i = start
	o.fail()
}

// list reads the elements of […] after its bracket.
func (o *Outline) list(self int32) {
	for o.ok() {
		o.blank(true)
		if o.take("]") {
			return
		}
		elem := o.element(self, listElem, o.i)
		o.value(elem)
		o.entries[elem].End = int32(o.i)
		o.blank(true)
		if !o.take(",") {
			if !o.take("]") {
				o.fail()
			}
			return
		}
	}
}

// inline reads the pairs of {…} after its bracket.
func (o *Outline) inline(self int32) {
	for o.ok() {
		o.blank(true)
		if o.take("}") {
			return
		}
		o.pair(self)
		o.blank(true)
		if !o.take(",") {
			if !o.take("}") {
				o.fail()
			}
			return
		}
	}
}
