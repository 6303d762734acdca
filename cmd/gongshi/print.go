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

	"gongshi/generator"
	"gongshi/generator/paper"
	"gongshi/generator/site"
)

// printCommand prints sheets to PDF, or writes them as pages to print by hand.
type printCommand struct {
	source
	Sheets  []string `arg:"" optional:"" help:"${arg_sheets}" name:"sheet"`
	List    bool     `help:"${flag_list}"`
	Out     string   `default:"print" help:"${flag_print_out}" placeholder:"DIR"`
	Format  string   `default:"pdf" enum:"pdf,html,docx" help:"${flag_print_format}" placeholder:"pdf|html|docx"`
	Poster  string   `name:"poster" default:"" enum:",a3,a2" help:"${flag_poster}" placeholder:"a3|a2"`
	Browser string   `help:"${flag_browser}" placeholder:"FILE"`
}

func (c *printCommand) Run(t *terminal) error {
	start := t.now()
	o, err := c.options(t)
	if err != nil {
		return err
	}
	s, problems, err := generator.Build(o)
	t.printProblems(t.err, problems, o.Content, c.Content)
	if problems.Errors() > 0 {
		fmt.Fprintln(t.err, t.say("not_printed"))
		return errProblems
	}
	if err != nil {
		return &failure{exitRecords, err.Error(), ""}
	}
	sheets, unknown := paper.Choose(s.Sheets(), c.Sheets)
	if len(unknown) > 0 {
		return &failure{exitUsage, t.say("no_sheet", strings.Join(unknown, t.say("separator"))), t.say("no_sheet_hint")}
	}
	if c.List {
		return c.list(t, sheets)
	}
	if c.Format == "html" {
		return c.write(t, s, sheets)
	}
	if c.Format == "docx" {
		return c.documents(t, s, sheets)
	}
	browser, err := paper.Find(c.Browser)
	if missing, ok := errors.AsType[*paper.NoBrowser](err); ok {
		if err := c.write(t, s, sheets); err != nil {
			return err
		}
		return &failure{exitMachine, t.say("no_printer", strings.Join(missing.Tried, t.say("separator"))), t.say("no_printer_hint", filepath.Join(c.Out, "sheets"))}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done, err := paper.Print(ctx, paper.Job{Site: s, Sheets: sheets, Poster: paper.Poster(c.Poster), Browser: browser, Out: c.Out, Tell: t.progress(len(sheets))})
	pages := 0
	for _, p := range done {
		pages += p.Pages
	}
	if len(done) > 0 {
		fmt.Fprintln(t.out, t.say("printed", s.On, len(done), pages, t.now().Sub(start).Seconds(), c.Out))
	}
	if c.Poster != "" {
		t.posters(done)
	}
	for _, p := range done {
		if p.Laid > 0 && p.Pages != p.Laid {
			fmt.Fprintln(t.err, t.say("other_pages", p.File, p.Pages, p.Laid))
		}
		if p.Bytes > heavy {
			fmt.Fprintln(t.err, t.say("heavy_pdf", p.File, float64(p.Bytes)/1e6))
		}
	}
	if left, ok := errors.AsType[*paper.Unfinished](err); ok {
		return &failure{exitMachine, t.say("unfinished", len(left.Missing), some(left.Missing, t), left.Err), t.say("unfinished_hint")}
	}
	return err
}

// posters says how large the posters really are, and what was printed as it is.
func (t *terminal) posters(done []paper.Printed) {
	var sizes, whole []string
	for _, p := range done {
		if p.Wide == 0 {
			whole = append(whole, p.Name)
		} else if size := fmt.Sprintf("%d×%d", p.Wide, p.High); !slices.Contains(sizes, size) {
			sizes = append(sizes, size)
		}
	}
	if len(sizes) > 0 {
		fmt.Fprintln(t.out, t.say("poster_sizes", strings.Join(sizes, t.say("separator"))))
	}
	if len(whole) > 0 {
		fmt.Fprintln(t.out, t.say("poster_whole", some(whole, t)))
	}
}

// heavy is from how many bytes on a PDF is too large for most people's mail and messages.
const heavy = 5_000_000

// list prints a line for each sheet: its name, its paper, how many of them, its title.
func (c *printCommand) list(t *terminal, sheets []site.Page) error {
	for _, sheet := range sheets {
		laid, err := paper.Laid(sheet)
		if err != nil {
			return &failure{exitRecords, err.Error(), ""}
		}
		count := t.say("sheet_open")
		if laid > 0 {
			count = t.say("sheet_count", laid)
		}
		fmt.Fprintf(t.out, "%s\t%s\t%s\t%s\n", paper.Name(sheet), t.say("paper_"+string(sheet.Paper)), count, sheet.Title)
	}
	return nil
}

// write writes the sheets as pages to print by hand.
func (c *printCommand) write(t *terminal, s *site.Site, sheets []site.Page) error {
	if err := paper.Write(s, sheets, c.Out); err != nil {
		return &failure{exitMachine, t.say("not_written", c.Out, err), ""}
	}
	fmt.Fprintln(t.out, t.say("written_sheets", len(sheets), filepath.Join(c.Out, "sheets")))
	return nil
}

// documents writes the official documents among the sheets for word processors. Asked for by name, another sheet is a mistake.
func (c *printCommand) documents(t *terminal, s *site.Site, sheets []site.Page) error {
	documents, others := paper.Documents(sheets)
	if len(c.Sheets) > 0 && len(others) > 0 || len(documents) == 0 {
		return &failure{exitUsage, t.say("no_document", some(others, t)), t.say("no_document_hint")}
	}
	if err := paper.WriteDocuments(documents, s.On, c.Out); err != nil {
		return &failure{exitMachine, t.say("not_written", c.Out, err), ""}
	}
	fmt.Fprintln(t.out, t.say("written_documents", len(documents), c.Out))
	return nil
}

// progress tells on a terminal how far printing is; nothing where nobody watches.
func (t *terminal) progress(all int) func(paper.Printed) {
	if !t.watched {
		return nil
	}
	done := 0
	return func(paper.Printed) {
		done++
		fmt.Fprint(t.err, "\r", t.say("printing", done, all))
		if done == all {
			fmt.Fprint(t.err, "\r", strings.Repeat(" ", 40), "\r")
		}
	}
}

// some names the first few.
func some(names []string, t *terminal) string {
	text := strings.Join(names[:min(len(names), changesShown)], t.say("separator"))
	if len(names) > changesShown {
		text += t.say("and_more")
	}
	return text
}
