package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongshi/generator"
	"gongshi/generator/content"
	"gongshi/generator/paper"
	"gongshi/generator/record"
)

// doctorCommand looks at what printing needs on this machine: the browser, the fonts, and the characters of names. Of each it
// says in a line whether it is fine, and what to do when it is not.
type doctorCommand struct {
	source
	Browser string `help:"${flag_browser}" placeholder:"FILE"`
}

func (c *doctorCommand) Run(t *terminal) error {
	o, err := c.options(t)
	if err != nil {
		return err
	}
	s, problems, err := generator.Build(o)
	if err != nil {
		return &failure{exitRecords, err.Error(), ""}
	}
	ledger, _, _ := generator.Check(o)
	ledger = ledger.Keep(func(r record.Record) bool { return !r.Hidden(c.Drafts) })
	letters := lettersOf(ledger.Names())
	var chars []string
	for _, l := range letters {
		chars = append(chars, l.char)
	}
	slices.Sort(chars)
	chars = slices.Compact(chars)

	browser, err := paper.Find(c.Browser)
	if missing, ok := errors.AsType[*paper.NoBrowser](err); ok {
		t.mark("lacking", t.say("doctor_no_browser", strings.Join(missing.Tried, t.say("separator"))))
		return c.unseen(t, ledger, problems, letters)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	checkup, err := paper.Examine(ctx, s, browser, chars)
	if err != nil {
		t.mark("lacking", t.say("doctor_broken_browser", err))
		return c.unseen(t, ledger, problems, letters)
	}
	t.mark("fine", t.say("doctor_browser", browser, checkup.Version))
	faults := c.fontFiles(t, ledger, problems, checkup)
	t.roles(checkup)
	faults += c.gaps(t, letters, len(chars), checkup)
	if n := problems.Errors(); n > 0 {
		fmt.Fprintln(t.out, t.say("doctor_records", n))
	}
	if faults > 0 {
		return errProblems
	}
	return nil
}

// mark prints a line that begins with how things stand.
func (t *terminal) mark(state, text string) {
	fmt.Fprintf(t.out, "%s\t%s\n", t.say("mark_"+state), text)
}

// unseen says what can be said without a browser.
func (c *doctorCommand) unseen(t *terminal, l *record.Ledger, problems content.Problems, letters []letter) error {
	c.fontFiles(t, l, problems, nil)
	rare := 0
	for _, x := range letters {
		if _, err := simplifiedchinese.GBK.NewEncoder().String(x.char); err != nil {
			rare++
			t.mark("unsure", t.say("doctor_rare", c.at(x.at), x.name, x.char, codes(x.char)))
		}
	}
	if rare > 0 {
		fmt.Fprintln(t.out, t.say("what_to_do", t.say("doctor_gap_hint")))
	}
	return &failure{exitMachine, t.say("doctor_unseen"), t.say("doctor_browser_hint")}
}

// fontFiles tells of each file in the folder fonts whether it is used, and counts those that are not.
func (c *doctorCommand) fontFiles(t *terminal, l *record.Ledger, problems content.Problems, checkup *paper.Checkup) (faults int) {
	if !slices.ContainsFunc(problems, func(p content.Problem) bool { return p.Rule == record.FontFault }) && len(l.Fonts) == 0 {
		t.mark("fine", t.say("doctor_no_fonts"))
	}
	for _, p := range problems {
		if p.Rule == record.FontFault {
			faults++
			t.mark("lacking", t.say("doctor_font_wrong", c.at(p.Pos), p.Text)+t.say("what_to_do", p.Hint))
		}
	}
	for _, f := range l.Fonts {
		at, role := c.at(content.Pos{File: f.File}), "role_extra"
		if f.Role != "" {
			role = "role_" + f.Role
		}
		switch {
		case checkup != nil && slices.Contains(checkup.Refused, f.File):
			faults++
			t.mark("lacking", t.say("doctor_font_refused", at))
		case checkup != nil && f.Role != "" && !slices.ContainsFunc(checkup.Typed, func(x paper.Typed) bool { return x.Role == f.Role && x.Own }):
			faults++
			t.mark("lacking", t.say("doctor_font_unused", at, f.Role))
		default:
			t.mark("fine", t.say("doctor_font", at, t.say(role), float64(f.Bytes)/1e6))
		}
	}
	return faults
}

// roles tells which font the browser sets each role in.
func (t *terminal) roles(checkup *paper.Checkup) {
	for _, x := range checkup.Typed {
		idle := ""
		if x.Idle {
			idle = t.say("doctor_idle")
		}
		if x.Proper {
			t.mark("fine", t.say("doctor_role", t.say("role_"+x.Role), x.Used, idle))
			continue
		}
		t.mark("instead", t.say("doctor_role_instead", t.say("role_"+x.Role), x.Used, idle)+t.say("what_to_do", t.say("install_"+x.Role)))
	}
}

// gaps tells which characters of names the fonts lack, and counts those that would print as empty boxes.
func (c *doctorCommand) gaps(t *terminal, letters []letter, different int, checkup *paper.Checkup) (missing int) {
	if len(checkup.Gaps) == 0 {
		t.mark("fine", t.say("doctor_names", different))
		return 0
	}
	private := false
	for _, x := range letters {
		var lost, lacking, fonts []string
		for _, g := range checkup.Gaps[x.char] {
			if g.Font == "" {
				lost = append(lost, t.say("role_"+g.Role))
				continue
			}
			lacking, fonts = append(lacking, t.say("role_"+g.Role)), append(fonts, g.Font)
		}
		private = private || len(lost)+len(lacking) > 0 && unicode.Is(unicode.Co, []rune(x.char)[0])
		switch {
		case len(lost) > 0:
			missing++
			t.mark("missing", t.say("doctor_gap", c.at(x.at), x.name, x.char, codes(x.char), strings.Join(lost, t.say("separator"))))
		case len(lacking) > 0:
			slices.Sort(fonts)
			fonts = slices.Compact(fonts)
			t.mark("instead", t.say("doctor_borrowed", c.at(x.at), x.name, x.char, codes(x.char),
				strings.Join(lacking, t.say("separator")), strings.Join(fonts, t.say("separator"))))
		}
	}
	fmt.Fprintln(t.out, t.say("what_to_do", t.say("doctor_gap_hint")))
	if private {
		fmt.Fprintln(t.out, t.say("what_to_do", t.say("doctor_private_hint")))
	}
	return missing
}

// at is a place with its line, as the clerk finds the file.
func (c *doctorCommand) at(p content.Pos) string {
	file := filepath.Join(c.Content, filepath.FromSlash(p.File))
	if p.Line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, p.Line)
}

// A letter is one character of a name, with the signs that choose its form.
type letter struct {
	char, name string
	at         content.Pos
}

// lettersOf are the characters of names that a font may lack, each once a name. Every font has those of English.
func lettersOf(names []record.Name) []letter {
	var all []letter
	for _, n := range names {
		seen := map[string]bool{}
		runes := []rune(n.Text)
		for i := 0; i < len(runes); {
			end := i + 1
			for end < len(runes) && unicode.Is(unicode.Variation_Selector, runes[end]) {
				end++
			}
			char := string(runes[i:end])
			r := runes[i]
			i = end
			if r <= unicode.MaxASCII || !unicode.IsGraphic(r) && !unicode.Is(unicode.Co, r) || unicode.IsSpace(r) || seen[char] {
				continue
			}
			seen[char] = true
			all = append(all, letter{char, n.Text, n.At})
		}
	}
	return all
}

// codes are the code points of a character: U+2CB4E.
func codes(char string) string {
	var all []string
	for _, r := range char {
		all = append(all, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(all, " ")
}
