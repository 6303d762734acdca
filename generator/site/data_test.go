package site

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"gongshi/generator/board"
)

// A file that is read back is written whole, whether or not the check looks at its end; the check's error and the writer's
// come out as they are, and neither waits for the other.
func TestReadBack(t *testing.T) {
	lines := strings.Repeat("town.received,116\n", 20_000)
	wrong, full := errors.New("a wrong figure"), errors.New("no space left")
	first := func(r io.Reader, _ board.Catalogue) error {
		_, err := bufio.NewReader(r).ReadString('\n')
		return err
	}
	all := func(r io.Reader, _ board.Catalogue) error {
		b, err := io.ReadAll(r)
		if err == nil && string(b) != lines {
			err = fmt.Errorf("%d bytes, want %d", len(b), len(lines))
		}
		return err
	}
	for _, c := range []struct {
		name  string
		check func(io.Reader, board.Catalogue) error
		to    io.Writer
		want  error
	}{
		{"right to the end", all, new(strings.Builder), nil},
		{"right at the beginning", first, new(strings.Builder), nil},
		{"wrong at once", func(io.Reader, board.Catalogue) error { return wrong }, new(strings.Builder), wrong},
		{"wrong at the end", func(r io.Reader, right board.Catalogue) error { return errors.Join(all(r, right), wrong) }, new(strings.Builder), wrong},
		{"no room", all, failing{full}, full},
	} {
		err := readBack(c.to, board.Catalogue{}, c.check, func(w io.Writer) error {
			for line := range strings.Lines(lines) {
				if _, err := io.WriteString(w, line); err != nil {
					return err
				}
			}
			return nil
		})
		if c.want == nil && err != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if b, whole := c.to.(*strings.Builder); whole && c.want == nil && b.String() != lines {
			t.Errorf("%s: %d bytes written, want %d", c.name, b.Len(), len(lines))
		}
	}
}

// failing is a disk that takes nothing.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
