package check_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/check"
	"gongshi/generator/internal/trial"
)

// A town has one address and one term, so what can be wrong with them does not fit in one archive.
func TestTown(t *testing.T) {
	const base0, term0 = `"https://www.chengling.example/yunling/"`, "until = 2026-11-30"
	for _, test := range []struct{ from, to, want string }{
		{base0, `"https://www.chengling.example/"`, ""},
		{base0, `"http://localhost:8080/a/"`, ""},
		{base0, `""`, ""},
		{base0, `"https://www.chengling.example/yunling"`, "portal-code.*没有以斜杠结尾.*改成 https://www.chengling.example/yunling/"},
		{base0, `"www.chengling.example/yunling/"`, "portal-code.*不是完整的网址"},
		{base0, `"ftp://chengling.example/"`, "portal-code.*不是完整的网址"},
		{base0, `"https://"`, "portal-code.*不是完整的网址"},
		{base0, `"https://a.example/%zz/"`, "portal-code.*不是完整的网址"},
		{base0, `"https://a.example/?id=/"`, "portal-code.*问号"},
		{base0, `"https://a.example/#/"`, "portal-code.*井号"},
		{base0, `"https://a.example/gong shi/"`, "portal-code.*空格"},
		{base0, `"https：//a.example/"`, "portal-code.*全角"},
		{`"9900000002"`, `"990000000２"`, "portal-code.*不是10位数字"},
		{`[portal]`, "[portal]\nlicence = \"署名 4.0\"\nlicence_url = \"https://a.example/by\"", ""},
		{`[portal]`, "[portal]\nlicence = \"署名 4.0\"\nlicence_url = \"a.example/by\"", "portal-code.*不是完整的网址"},
		{`[portal]`, "[portal]\nlicence_url = \"https://a.example/by\"", "portal-code.*没有写名称"},
		{term0, "until = 2021-11-30", "term-order.*届满日早于本届起始日"},
		{term0, "", ""},
	} {
		files := trial.Base(t)
		town := strings.Replace(string(files["town.toml"].Data), test.from, test.to, 1)
		files["town.toml"] = &fstest.MapFile{Data: []byte(town)}
		met := test.want == ""
		for _, p := range check.All(trial.Load(t, files), trial.YearEnd) {
			switch {
			case test.want == "":
				t.Errorf("%s: %s", test.to, trial.Say(p))
			case regexp.MustCompile(test.want).MatchString(trial.Say(p)):
				met = true
			}
		}
		if !met {
			t.Errorf("%s: nothing matches %q", test.to, test.want)
		}
	}
}
