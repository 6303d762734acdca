package opendata_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/board"
	"gongshi/generator/opendata"
	"gongshi/generator/record"
)

var update = flag.Bool("update", false, "write the tables and columns that there are into docs/open-data.md")

const document = "../../docs/open-data.md"

// The document lists the tables and columns that there are, and its changelog begins with the edition.
func TestDocumentListsAllColumns(t *testing.T) {
	data, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, opened := strings.Cut(string(data), "<!-- columns -->\n")
	listed, after, closed := strings.Cut(rest, "<!-- /columns -->\n")
	if !opened || !closed {
		t.Fatalf("%s has no place for the columns", document)
	}
	var want strings.Builder
	for _, table := range opendata.Tables(&board.Board{Town: &record.Town{}, Now: &board.Tally{}, Funnel: &board.Funnel{}}) {
		fmt.Fprintf(&want, "\n### %s %s\n\n%s Key: `%s`.\n\n| column | type | 中文 | 说明 |\n|---|---|---|---|\n", table.Name, table.Title, table.About, strings.Join(table.Key, "`, `"))
		for _, c := range table.Columns {
			about := c.About
			if c.Refers != "" {
				about = strings.TrimPrefix(about+"；见 `"+c.Refers+"`", "；")
			}
			fmt.Fprintf(&want, "| `%s` | %s | %s | %s |\n", c.Name, c.Type, c.Title, about)
		}
	}
	want.WriteByte('\n')
	if listed != want.String() {
		if *update {
			if err := os.WriteFile(document, []byte(before+"<!-- columns -->\n"+want.String()+"<!-- /columns -->\n"+after), 0o644); err != nil {
				t.Fatal(err)
			}
			return
		}
		t.Errorf("%s lists other columns than there are. To write those:\n\tgo test ./generator/opendata -run TestDocument -update", document)
	}
	if m := regexp.MustCompile(`(?m)^\* \*\*([0-9.]+)\*\*`).FindStringSubmatch(after); m == nil || m[1] != opendata.Edition {
		t.Errorf("the newest edition in the changelog of %s is not %s: %v", document, opendata.Edition, m)
	}
}
