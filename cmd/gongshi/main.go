// Command gongshi turns a township's records into its public noticeboard.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"gongshi/generator/preview"
	"gongshi/generator/publish"
	"gongshi/generator/record"
)

// commands is the list of commands. A new one is a line here, a file with its struct and its sentence in the words.
type commands struct {
	Build    buildCommand    `cmd:"" help:"${build}"`
	Check    checkCommand    `cmd:"" help:"${check}"`
	Preview  previewCommand  `cmd:"" help:"${preview}"`
	Print    printCommand    `cmd:"" help:"${print}"`
	Doctor   doctorCommand   `cmd:"" help:"${doctor}"`
	Init     initCommand     `cmd:"" help:"${init}"`
	New      newCommand      `cmd:"" help:"${new}"`
	Rules    rulesCommand    `cmd:"" help:"${rules}"`
	Seal     sealCommand     `cmd:"" help:"${seal}"`
	Key      keyCommand      `cmd:"" help:"${key}"`
	Verify   verifyCommand   `cmd:"" help:"${verify}"`
	Profiles profilesCommand `cmd:"" help:"${profiles}"`
	Version  versionCommand  `cmd:"" help:"${version}"`

	Lang string `placeholder:"zh|en" help:"${lang}"`
}

// Exit codes, the same for every command.
const (
	exitFine    = 0
	exitRecords = 1 // problems in the records or the theme
	exitUsage   = 2 // the command was written wrongly
	exitMachine = 3 // disk, port, browser
)

// A terminal is where a command reads its day from and writes to. Nothing else in the program knows the clock.
type terminal struct {
	out, err io.Writer
	words    words
	today    record.Date
	now      func() time.Time // for the time a build took
	watched  bool             // somebody looks at err, which is no file or pipe
}

// A failure is an error with its exit code and what to do about it.
type failure struct {
	code       int
	text, hint string
}

func (f *failure) Error() string { return f.text }

// errProblems says that problems were shown and nothing more needs saying.
var errProblems = errors.New("problems in the records")

func main() {
	china := time.FixedZone("China", 8*60*60)
	os.Exit(run(os.Args[1:], &terminal{
		out: os.Stdout, err: os.Stderr,
		words:   wordsFor(os.Args[1:], os.Getenv),
		today:   record.DateOf(time.Now().In(china)),
		now:     time.Now,
		watched: terminalLike(os.Stderr),
	}))
}

// run parses and runs one command and gives the exit code.
func run(args []string, t *terminal) int {
	var c commands
	exited := -1
	parser, err := kong.New(&c,
		kong.Name("gongshi"), kong.Description(t.words["about"]),
		kong.Vars(t.words.help()),
		kong.Writers(t.out, t.err),
		kong.Exit(func(code int) { exited = code }),
		kong.Help(t.help),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Bind(t))
	if err != nil {
		panic(err) // the commands struct itself is wrong: every start would show it
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintln(t.err, t.say("usage_wrong", t.translate(err.Error())))
		fmt.Fprintln(t.err, t.say("usage_hint"))
		return exitUsage
	}
	return t.report(parsed.Run())
}

// report tells the person what went wrong and gives the exit code.
func (t *terminal) report(err error) int {
	var f *failure
	var disk *publish.Error
	var addr *preview.AddrError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errProblems):
		return exitRecords
	case errors.As(err, &f):
		fmt.Fprintln(t.err, f.text)
		if f.hint != "" {
			fmt.Fprintln(t.err, t.say("what_to_do", f.hint))
		}
		return f.code
	case errors.As(err, &addr):
		fmt.Fprintln(t.err, addr)
		return exitUsage
	case errors.As(err, &disk):
		text := disk.Path + "：" + disk.Text
		if disk.Err != nil {
			text += "（" + disk.Err.Error() + "）"
		}
		fmt.Fprintln(t.err, text)
		if disk.Hint != "" {
			fmt.Fprintln(t.err, t.say("what_to_do", disk.Hint))
		}
		if disk.Page {
			return exitRecords
		}
		return exitMachine
	}
	fmt.Fprintln(t.err, err)
	return exitMachine
}

// help prints kong's help with its fixed English words in the person's language.
func (t *terminal) help(o kong.HelpOptions, c *kong.Context) error {
	var b bytes.Buffer
	out := c.Kong.Stdout
	c.Kong.Stdout = &b
	err := kong.DefaultHelpPrinter(o, c)
	c.Kong.Stdout = out
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, t.translate(b.String()))
	return err
}

// translate puts the parser's own English into the person's language.
func (t *terminal) translate(s string) string {
	for i := 0; t.words[fmt.Sprintf("parser_%d", i)] != ""; i++ {
		from, to, _ := strings.Cut(t.words[fmt.Sprintf("parser_%d", i)], " => ")
		s = strings.ReplaceAll(s, from, to)
	}
	return s
}

func (t *terminal) say(key string, values ...any) string { return t.words.say(key, values...) }

// terminalLike tells whether a stream is a screen rather than a file or a pipe.
func terminalLike(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
