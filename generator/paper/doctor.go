package paper

import (
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"gongshi/generator/record"
	"gongshi/generator/site"
)

// A Checkup (检查) is what the browser makes of the fonts that sheets ask for.
type Checkup struct {
	Version string           // of the browser: Chrome/141.0.7390.54
	Typed   []Typed          // by role, in the order of record.FontRoles, those that the theme has
	Refused []string         // files of the town's own that the browser cannot read: fonts/title.ttf
	Gaps    map[string][]Gap // by character
}

// A Typed is the font that the browser sets one role in.
type Typed struct {
	Role   string // one of record.FontRoles
	Used   string // family, as the browser tells it
	Own    bool   // from the town's folder fonts
	Proper bool   // made for the role, not standing in for what is
	Idle   bool   // no sheet is set in it
}

// A Gap is that the font of a role lacks a character.
type Gap struct {
	Role string
	Font string // that the character is taken from instead; empty when none has it, and an empty box or nothing is printed
}

//go:embed doctor.js
var probe string

// sample is what every Chinese font has.
const sample = "关于代表建议办理情况的通报"

// rowLength is how many characters are asked about at once. Nearly all rows are in one font.
const rowLength = 32

// findings are what doctor.js tells.
type findings struct {
	Stacks  []string
	Idle    []bool
	Refused []string
	Missing [][]string
}

// Examine asks the browser program that Find gave in which fonts it sets the roles of the site's sheets, and which of the
// characters those fonts lack. It asks a sheet of the site, so that the style is the one that is printed, whatever the theme.
//
// Neither document.fonts.check() nor the platform's fonts tell that a character is in no font: the one is true of fonts that
// are not there, the other names the font that drew the empty box. So characters are drawn and compared with the box.
func Examine(ctx context.Context, s *site.Site, program string, chars []string) (*Checkup, error) {
	sheets := s.Sheets()
	if len(sheets) == 0 {
		return nil, errors.New("the board has no sheets")
	}
	main, stop, err := start(ctx, program)
	if err != nil {
		return nil, err
	}
	defer stop()
	tab, err := newTab(main, s)
	if err != nil {
		return nil, err
	}
	defer tab.close()
	ctx, cancel := context.WithTimeout(tab.ctx, timeout)
	defer cancel()

	rows := slices.Collect(slices.Chunk(chars, rowLength))
	given, err := json.Marshal([]any{record.FontRoles, sample, append([][]string{}, rows...)})
	if err != nil {
		return nil, err
	}
	c := &Checkup{Gaps: map[string][]Gap{}}
	var found findings
	err = chromedp.Run(ctx,
		chromedp.ActionFunc(func(ctx context.Context) (err error) {
			_, c.Version, _, _, _, err = browser.GetVersion().Do(ctx)
			return err
		}),
		emulation.SetEmulatedMedia().WithMedia("print"),
		chromedp.Navigate(host+(&url.URL{Path: sheets[0].Path}).EscapedPath()),
		chromedp.Evaluate(fmt.Sprintf("(%s)(...%s)", probe, given), &found, awaited),
		chromedp.ActionFunc(func(ctx context.Context) error { return c.ask(ctx, found, rows) }))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", program, err)
	}
	c.Version = strings.TrimPrefix(c.Version, "Headless")
	c.Refused = found.Refused
	return c, nil
}

// ask asks for the fonts in which the text of doctor.js came out.
func (c *Checkup) ask(ctx context.Context, found findings, rows [][]string) error {
	root, err := dom.GetDocument().Do(ctx)
	if err != nil {
		return err
	}
	for i, role := range record.FontRoles {
		if found.Stacks[i] == "" {
			continue // a theme of the town's own may do without
		}
		lines, err := dom.QuerySelectorAll(root.NodeID, fmt.Sprintf("body > :nth-child(%d) > p", i+1)).Do(ctx)
		if err != nil {
			return err
		}
		main, _, err := fontsOf(ctx, lines[0])
		if err != nil {
			return err
		}
		c.Typed = append(c.Typed, Typed{
			Role: role, Used: main.FamilyName, Own: main.IsCustomFont, Idle: found.Idle[i],
			Proper: main.IsCustomFont || proper(role, main, found.Stacks),
		})
		for n, row := range rows {
			if err := c.askRow(ctx, lines[n+1], row, role, main, found.Missing[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// askRow adds the gaps of a row of characters.
func (c *Checkup) askRow(ctx context.Context, line cdp.NodeID, row []string, role string, main *css.PlatformFontUsage, missing []string) error {
	_, all, err := fontsOf(ctx, line)
	if err != nil {
		return err
	}
	var letters []cdp.NodeID // only of a row that is not in one font
	if slices.ContainsFunc(all, func(f *css.PlatformFontUsage) bool { return !fits(f, main) }) {
		if letters, err = dom.QuerySelectorAll(line, "span").Do(ctx); err != nil {
			return err
		}
	}
	for i, char := range row {
		if slices.Contains(missing, char) {
			c.Gaps[char] = append(c.Gaps[char], Gap{Role: role})
			continue
		}
		if letters == nil {
			continue
		}
		font, _, err := fontsOf(ctx, letters[i])
		if err != nil {
			return err
		}
		if !fits(font, main) {
			c.Gaps[char] = append(c.Gaps[char], Gap{role, font.FamilyName})
		}
	}
	return nil
}

// fits tells whether a character's font is the role's, or one that the town has put there for such characters.
func fits(font, main *css.PlatformFontUsage) bool {
	return font.IsCustomFont || font.FamilyName == main.FamilyName
}

// fontsOf gives the fonts in which the text of a node is set, and the one that has most of it.
func fontsOf(ctx context.Context, node cdp.NodeID) (main *css.PlatformFontUsage, all []*css.PlatformFontUsage, err error) {
	all, err = css.GetPlatformFontsForNode(node).Do(ctx)
	if err != nil {
		return nil, nil, err
	}
	if len(all) == 0 {
		return nil, nil, errors.New("the browser sets a text in no font")
	}
	return slices.MaxFunc(all, func(x, y *css.PlatformFontUsage) int { return cmp.Compare(x.GlyphCount, y.GlyphCount) }), all, nil
}

// proper tells whether a font is made for a role. A stack begins with those; what it has in common with that of --serif are
// fonts that stand in. Of --serif and --sans, which every machine has in some form, all that have a name will do.
func proper(role string, font *css.PlatformFontUsage, stacks []string) bool {
	own := families(stacks[slices.Index(record.FontRoles, role)])
	if role != "serif" {
		plain := families(stacks[slices.Index(record.FontRoles, "serif")])
		if made := slices.DeleteFunc(slices.Clone(own), func(name string) bool { return slices.Contains(plain, name) }); len(made) > 0 {
			own = made
		}
	}
	return slices.Contains(own, strings.ToLower(font.FamilyName)) || slices.Contains(own, strings.ToLower(font.PostScriptName))
}

// families are the names in a stack in small letters, without generic ones, which say nothing of what is installed.
func families(stack string) []string {
	var names []string
	for name := range strings.SplitSeq(stack, ",") {
		name = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))
		if !slices.Contains([]string{"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"}, name) {
			names = append(names, name)
		}
	}
	return names
}
