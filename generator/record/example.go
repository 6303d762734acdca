package record

import (
	"embed"
	"io/fs"

	"gongshi/generator/content"
)

// A ProfileExample (办理规则样例) is a rule profile that comes with the program, for a clerk to start from.
type ProfileExample struct {
	*Profile        // its ID is what a clerk calls it by: from-close
	Text     string // the file, with its explanations
}

//go:embed profiles
var profiles embed.FS

// ProfileExamples are the rule profiles that come with the program, by id. They follow what different counties do; the
// counties in them are invented. A new one is a file in the folder profiles.
func ProfileExamples() []ProfileExample {
	folder, err := fs.Sub(profiles, "profiles")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var examples []ProfileExample
	files, _ := content.Read(folder) // a test reads them all
	for _, f := range files {
		p, _ := decode[Profile](f)
		text, err := fs.ReadFile(folder, f.Path)
		if err != nil {
			panic(err)
		}
		examples = append(examples, ProfileExample{p, string(text)})
	}
	return examples
}
