package site_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

var schema = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

// TestSchema reads the data for programs of the pages of a board whose public address is known: it is JSON whatever a title
// says, names each page as it is, and gives whole addresses only.
func TestSchema(t *testing.T) {
	const hostile = `公告</script><script>alert("1")</script>`
	s := planned(t, base, notice("a", `title = '`+hostile+`'`, "正文。"))
	for path, want := range map[string][]string{
		"index.html":     {"GovernmentOrganization"},
		"data.html":      {"BreadcrumbList", "Dataset"},
		"notices.html":   {"BreadcrumbList"},
		"notices/a.html": {"BreadcrumbList", "Article"},
	} {
		page := written(t, s, path)
		if strings.Contains(page, "<script>alert") {
			t.Errorf("%s: a title is run as a script", path)
		}
		var types []string
		for _, found := range schema.FindAllStringSubmatch(page, -1) {
			var thing struct {
				Type      string `json:"@type"`
				Headline  string
				Published string                        `json:"datePublished"`
				Items     []struct{ Name, Item string } `json:"itemListElement"`
			}
			if err := json.Unmarshal([]byte(found[1]), &thing); err != nil {
				t.Errorf("%s: %v\n%s", path, err, found[1])
			}
			types = append(types, thing.Type)
			if thing.Type == "Article" && (thing.Headline != hostile || len(thing.Published) != len("2025-05-06")) {
				t.Errorf("%s: %+v", path, thing)
			}
			for _, i := range thing.Items {
				if i.Name == "" || !strings.HasPrefix(i.Item, "https://www.chengling.example/yunling/") {
					t.Errorf("%s: a step of the way home is %+v", path, i)
				}
			}
		}
		if strings.Join(types, " ") != strings.Join(want, " ") {
			t.Errorf("%s: schema %v, want %v", path, types, want)
		}
		if article := strings.Contains(page, `<meta name="ArticleTitle"`); article != strings.Contains(path, "/") {
			t.Errorf("%s: tags of an article: %t", path, article)
		}
		if !strings.Contains(page, `<meta property="og:url" content="https://www.chengling.example/yunling/`+path+`">`) {
			t.Errorf("%s: no og:url", path)
		}
	}
	// without a public address there is nothing whole to say
	s = planned(t, strings.Replace(base, `portal = { base = "https://www.chengling.example/yunling/" }`, "", 1))
	if page := written(t, s, "data.html"); schema.MatchString(page) || strings.Contains(page, "og:") {
		t.Error("a board without a public address has data for programs")
	}
}
