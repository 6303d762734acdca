package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"

	"gongshi/generator"
	"gongshi/generator/content"
	"gongshi/generator/preview"
	"gongshi/generator/site"
)

// previewCommand serves the board on this computer and follows every edit.
type previewCommand struct {
	source
	Addr string `default:"127.0.0.1:1414" help:"${flag_addr}" placeholder:"127.0.0.1:1414"`
	Open bool   `help:"${flag_open}"`
}

func (c *previewCommand) Run(t *terminal) error {
	o, err := c.options(t)
	if err != nil {
		return err
	}
	o.Content = &content.Folder{FS: o.Content}
	o.Parts = true
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	build := func() (*site.Site, content.Problems, error) { return generator.Build(o) }
	var others []string
	if c.Theme != "" {
		others = append(others, c.Theme)
	}
	return preview.New(c.Content, build, others...).Run(ctx, c.Addr, func(url string) {
		fmt.Fprintln(t.out, t.say("serving", url))
		if c.Open {
			if err := openBrowser(url); err != nil {
				fmt.Fprintln(t.err, t.say("no_browser"))
			}
		}
	})
}

// openBrowser hands the address to whatever the system opens addresses with.
func openBrowser(url string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", url).Start()
	case "darwin":
		return exec.Command("open", url).Start()
	}
	return exec.Command("xdg-open", url).Start()
}
