package generator_test

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
)

var (
	setSheet  = regexp.MustCompile(`(?s)<section class="sheet .*?</section>`)
	setHeight = regexp.MustCompile(`style="height:(\d+)px"`)
)

// An explanation that no sheet has room for is parted, says whose it is on the next sheet, and loses no word; sheets hold no
// more than their height.
func TestLongExplanationOnABoardSet(t *testing.T) {
	long := strings.Repeat("缺的资金要等县里批复，批复以前先把能做的做起来，每季度向村民说一次进展。", 120)
	town := changed(t, goldenTown, func(name string, file *fstest.MapFile) {
		if name == "suggestions/2026-002.md" {
			at := bytes.LastIndex(file.Data, []byte("+++"))
			file.Data = slices.Concat(file.Data[:at], []byte("\n[[explanations]]\ndate = 2026-06-20\ntext = \""+long+"\"\n"), file.Data[at:])
		}
	})
	if !bytes.Contains(town["suggestions/2026-002.md"].Data, []byte(long)) {
		t.Fatal("the explanation is not in the record")
	}
	files, _ := build(t, generator.Options{Content: town, On: goldenDay})
	for name, height := range map[string]int{"a3": 1123, "a4-wide": 794, "a4": 1123} {
		page := files["sheets/board-2026-h1-"+name+".html"]
		sheets := setSheet.FindAll(page, -1)
		if len(sheets) < 3 {
			t.Errorf("%s has %d sheets", name, len(sheets))
		}
		for i, sheet := range sheets {
			sum := 0
			for _, m := range setHeight.FindAllSubmatch(sheet, -1) {
				px, _ := strconv.Atoi(string(m[1]))
				sum += px
			}
			if sum > height-96 { // the margins are an inch together
				t.Errorf("%s: sheet %d holds %d px of %d", name, i+1, sum, height)
			}
		}
		words := html.UnescapeString(regexp.MustCompile(`<[^>]*>|\s`).ReplaceAllString(string(page), ""))
		if got := strings.Count(words, "缺的资金要等县里批复") + strings.Count(words, "缺的资金要等县里批"); got == 0 || !strings.Contains(words, "（续）") {
			t.Errorf("%s does not go on: %d", name, got)
		}
		if got, want := strings.Count(words, "村民"), strings.Count(long, "村民"); got < want*9/10 { // a sheet's end may part the word
			t.Errorf("%s has %d of %d sentences", name, got, want)
		}
	}
}
