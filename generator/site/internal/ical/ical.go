// Package ical writes a calendar of whole days (iCalendar, RFC 5545), which telephones and offices read.
package ical

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/generator/record"
)

// A Calendar is some events as they stood on a day. RFC 5545 asks for one event at least.
type Calendar struct {
	Name   string
	On     record.Date // when all of it was written: the start of this day in China
	Events []Event
}

// An Event lasts from the start of its first day to the end of its last.
type Event struct {
	UID         string // the same in every calendar that holds the event
	First, Last record.Date
	Summary     string
	Description string // empty for none; may have several lines
	URL         string // empty for none
}

// width is how many octets a line holds, its end not counted.
const width = 75

// String is the file, with the line ends the format asks for.
func (c Calendar) String() string {
	var b strings.Builder
	line := func(name, value string) { fold(&b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//gongshi//board//ZH")
	line("CALSCALE", "GREGORIAN")
	line("X-WR-CALNAME", text(c.Name))
	stamp := basic(c.On.AddDays(-1)) + "T160000Z"
	for _, e := range c.Events {
		line("BEGIN", "VEVENT")
		line("UID", text(e.UID))
		line("DTSTAMP", stamp)
		line("DTSTART;VALUE=DATE", basic(e.First))
		line("DTEND;VALUE=DATE", basic(e.Last.AddDays(1))) // the day after the last
		line("SUMMARY", text(e.Summary))
		if e.Description != "" {
			line("DESCRIPTION", text(e.Description))
		}
		if e.URL != "" {
			line("URL", plain(e.URL))
		}
		line("TRANSP", "TRANSPARENT") // nobody is busy all day because something is due
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return b.String()
}

// basic is a day as 20251231.
func basic(d record.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// text is a value of type TEXT.
func text(s string) string { return plain(escapes.Replace(s)) }

// plain drops what may not stand in a line: control characters other than the tabulator, and broken characters.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// fold writes a line in pieces of at most width octets, each after the first behind a space. A character is never cut in
// two: some programs show both halves as signs of their own.
func fold(b *strings.Builder, line string) {
	for room := width; len(line) > room; room = width - 1 {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut])
		b.WriteString("\r\n ")
		line = line[cut:]
	}
	b.WriteString(line)
	b.WriteString("\r\n")
}
