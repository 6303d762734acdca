package opendata_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/opendata"
)

// The people in Popolo hold together: ids are unique, whoever belongs somewhere is there, and days are days.
func TestPopolo(t *testing.T) {
	day := regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}){0,2}$`)
	for name, b := range boards() {
		var p struct {
			Persons []struct {
				ID, Name, Gender string
				BirthDate        string `json:"birth_date"`
				Links            []struct{ URL string }
			}
			Organizations []struct {
				ID, Name string
				Parent   string `json:"parent_id"`
			}
			Posts []struct {
				ID, Label    string
				Organization string `json:"organization_id"`
			}
			Memberships []struct {
				Person       string `json:"person_id"`
				Organization string `json:"organization_id"`
				Post         string `json:"post_id"`
				Role         string
				Start        string `json:"start_date"`
				End          string `json:"end_date"`
			}
		}
		for _, f := range opendata.Files(b, opendata.Tables(b), "") {
			if strings.HasSuffix(f.Path, "/popolo.json") {
				if err := json.Unmarshal(written(t, func(w *bytes.Buffer) error { return f.Write(w) }), &p); err != nil {
					t.Fatal(err)
				}
			}
		}
		ids := map[string]bool{"": true}
		add := func(id, label string) {
			if ids[id] || label == "" {
				t.Errorf("%s: id %q, called %q", name, id, label)
			}
			ids[id] = true
		}
		for _, x := range p.Persons {
			add(x.ID, x.Name)
			if x.BirthDate != "" && !day.MatchString(x.BirthDate) {
				t.Errorf("%s: %s was born %q", name, x.Name, x.BirthDate)
			}
		}
		for _, x := range p.Organizations {
			add(x.ID, x.Name)
		}
		for _, x := range p.Posts {
			add(x.ID, x.Label)
			if !ids[x.Organization] {
				t.Errorf("%s: the post %s is in %q", name, x.Label, x.Organization)
			}
		}
		seated, heads := 0, 0
		for _, x := range p.Memberships {
			if x.Person == "" || !ids[x.Person] || x.Organization == "" || !ids[x.Organization] || !ids[x.Post] || x.Role == "" {
				t.Errorf("%s: %+v", name, x)
			}
			for _, d := range []string{x.Start, x.End} {
				if d != "" && !day.MatchString(d) {
					t.Errorf("%s: %+v", name, x)
				}
			}
			if x.Organization == "congress" && x.End == "" {
				seated++
			}
			if x.Role == "组长" {
				heads++
			}
		}
		serving, led := 0, 0
		for _, d := range b.Deputies {
			if d.Serving && (slices.Contains(d.Levels, "镇") || slices.Contains(d.Levels, "乡")) {
				serving++
			}
		}
		for _, g := range b.Groups {
			if g.Leader.To != nil && g.Leader.To.ID != "" {
				led++
			}
		}
		if len(p.Persons) < len(b.Deputies) || seated != serving || heads != led || len(p.Posts) != len(b.Posts) {
			t.Errorf("%s: %d persons for %d deputies, %d of %d seated, %d of %d groups led, %d of %d posts", name, len(p.Persons), len(b.Deputies), seated, serving, heads, led, len(p.Posts), len(b.Posts))
		}
	}
}
