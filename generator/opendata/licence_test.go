package opendata_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"gongshi/generator/opendata"
)

// A licence is told when the town has recorded one, and never made up.
func TestLicence(t *testing.T) {
	for name, b := range boards() {
		for _, f := range opendata.Files(b, nil, "用途。") {
			if f.Path != opendata.Folder+"datapackage.json" {
				continue
			}
			var d map[string]json.RawMessage
			if err := json.Unmarshal(written(t, func(w *bytes.Buffer) error { return f.Write(w) }), &d); err != nil {
				t.Fatal(err)
			}
			raw, told := d["licenses"]
			p := b.Town.Portal
			if told != (p.Licence != "") {
				t.Errorf("%s: licenses %s, recorded %q", name, raw, p.Licence)
			}
			if !told {
				continue
			}
			var licences []struct{ Path, Title string }
			if err := json.Unmarshal(raw, &licences); err != nil || len(licences) != 1 || licences[0].Path != p.LicenceURL || licences[0].Title != p.Licence {
				t.Errorf("%s: licenses %s (%v), recorded %q at %q", name, raw, err, p.Licence, p.LicenceURL)
			}
		}
	}
}
