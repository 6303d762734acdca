package check

import (
	"fmt"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

var liaison = Rule{
	Name:   "liaison",
	Doc:    "每位镇领导联系的在任代表不少于规定的名数，没有规定的为两名。",
	Source: "联系代表制度",
	Level:  content.Warning,
	Run: func(l *record.Ledger, on record.Date, report Report) {
		if l.Profile.Faulty {
			return
		}
		least := l.Profile.LiaisonDeputies()
		for _, o := range l.Officials {
			seen := map[*record.Deputy]bool{}
			for _, d := range o.Liaise {
				if !d.To.Left.By(on) {
					seen[d.To] = true
				}
			}
			if len(seen) < least {
				report(o.At("liaise"), fmt.Sprintf("%s联系的在任代表只有%d名，至少要%d名", o.Name, len(seen), least),
					"在 liaise 里补上所联系的代表，例如 liaise = [\"张三\", \"李四\"]")
			}
		}
	},
}
