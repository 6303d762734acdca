package site_test

import (
	"strings"
	"testing"
)

// Style sheets and scripts are published without what only their authors need, and mean the same.
func TestLeanAssets(t *testing.T) {
	for _, c := range []struct{ name, file, written, published string }{
		{"comments and indentation", "a.css", "/* a\n   b */\np {\n  margin: 0 1px;\n}\n\n\nq { top: 0; }", "p{\nmargin:0 1px\n}\nq{top:0}"},
		{"a comment between words", "a.css", "a/* x */ b{}", "a b{}"},
		{"spaces that count", "a.css", "main :is(a, b) > c + d .e { width: calc(1px + 2px) }", "main :is(a,b) > c + d .e{width:calc(1px + 2px)}"},
		{"texts", "a.css", `a::before { content: "  ; /* x */ \" { " / ''; }`, `a::before{content:"  ; /* x */ \" { " / ''}`},
		{"an escaped sign", "a.css", `.a\: b { }`, `.a\: b{}`},
		{"an open comment", "a.css", "a {}\n/* b", "a{}\n"},
		{"lines of Windows", "a.css", "a {\r\n  top: 0;\r\n}\r\n", "a{\ntop:0\n}\n"},
		{"a script", "a.js", "// what it is\nvar a = 1; // one\n\n  // two\n\tvar b = \"// c\";\n", "var a = 1; // one\nvar b = \"// c\";\n"},
		{"a script with a long text", "a.js", "var a = `\n  // text`;\n", "var a = `\n  // text`;\n"},
		{"anything else", "a.svg", "<svg>\n  <!-- x -->\n</svg>", "<svg>\n  <!-- x -->\n</svg>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := plan(t, files("assets/"+c.file, c.written), base)
			if err != nil {
				t.Fatal(err)
			}
			if got := written(t, s, "assets/"+c.file); got != c.published {
				t.Errorf("%q is published, not %q", got, c.published)
			}
		})
	}
	if css := written(t, planned(t, base), "assets/board.css"); strings.Contains(css, "/*") || strings.Count(css, "{") != strings.Count(css, "}") {
		t.Error("the style sheet has comments, or is torn")
	}
}
