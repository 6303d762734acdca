package generator_test

import (
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A self-report's page says what was given. A group's remark on a self-report that is not marked public is nowhere in the output; one that is, is.
func TestSpecimenSelfReports(t *testing.T) {
	files := specimenSite(t)
	inside, public := 0, 0
	for _, r := range specimenLedger().SelfReports {
		page := html.UnescapeString(string(files["selfreports/"+r.ID+".html"]))
		for _, given := range []string{r.Deputy.To.Name, r.Place, r.Audience} {
			if !strings.Contains(page, ">"+given+"<") {
				t.Errorf("%s: the page lacks “%s”", r.Path(), given)
			}
		}
		for _, c := range r.Comments {
			if c.Public {
				public++
				if !strings.Contains(page, c.Text) {
					t.Errorf("%s: the page lacks the remark “%s”", r.Path(), c.Text)
				}
				continue
			}
			inside++
			for name, data := range files {
				if ext := path.Ext(name); ext != ".jpg" && ext != ".png" && strings.Contains(html.UnescapeString(string(data)), c.Text) {
					t.Errorf("%s is inside, but %s shows “%s”", r.Path(), name, c.Text)
				}
			}
		}
	}
	if inside < 4 || public < 10 {
		t.Errorf("only %d remarks inside and %d public: the specimen shows nothing of it", inside, public)
	}
}
