package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// enoughDeputies is how many deputies every official keeps in touch with.
const enoughDeputies = 2

var liaison = Rule{
	Name:   "liaison",
	Doc:    "每位镇领导联系不少于两名在任代表。",
	Source: "联系代表制度",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		for _, o := range l.Officials {
			seen := map[*record.Deputy]bool{}
			for _, d := range o.Liaise {
				if !d.To.Left.By(on) {
					seen[d.To] = true
				}
			}
			if len(seen) < enoughDeputies {
				report(o.At("liaise"), fmt.Sprintf("%s联系的在任代表只有%d名，至少要%d名", o.Name, len(seen), enoughDeputies),
					"在 liaise 里补上所联系的代表，例如 liaise = [\"张三\", \"李四\"]")
			}
		}
	},
}
