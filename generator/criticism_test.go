package generator_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator"
)

// A scheme that publishes no criticism leaves no list of it on the web, on paper or in the data.
func TestCriticismSwitchedOff(t *testing.T) {
	lists := []string{"<caption>通报批评的单位</caption>", "年度评议情况的批评通报"} // the table on the year's page, the title of the document
	told := func(files map[string][]byte) (where []string) {
		for name, data := range files {
			for _, list := range lists {
				if bytes.Contains(data, []byte(list)) {
					where = append(where, name)
				}
			}
			if strings.HasPrefix(name, "sheets/criticise-") {
				where = append(where, name)
			}
		}
		return where
	}
	if len(told(specimenSite(t))) < 3 {
		t.Fatal("the specimen, which publishes criticism, shows no list of it: this test looks for the wrong words")
	}
	off := changed(t, specimen, func(name string, f *fstest.MapFile) {
		if name == "schemes/2025.toml" {
			f.Data = edited(t, f.Data, "criticise = true", "criticise = false")
		}
	})
	files, _ := build(t, generator.Options{Content: off})
	if where := told(files); where != nil {
		t.Errorf("criticism is switched off and still told in %v", where)
	}
}
