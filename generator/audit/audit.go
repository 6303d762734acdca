// Package audit (核对) holds what has been said against what the records give: figures in published words, sealed figures.
//
// Its rules are of the same kind as those of package check, and are run, listed and tested alike. They stand apart
// because they ask the board, which check does not know.
package audit

import (
	"gongshi/generator/check"
	"gongshi/generator/content"
	"gongshi/generator/record"
)

// Rules are all rules that compare with the board, in the order in which the manual explains them.
var Rules = []check.Rule{
	sealSound, sealedChanged,
	proseFigures,
}

// All runs every rule on what a ledger shows on a day, as check.All does.
func All(l *record.Ledger, on record.Date) content.Problems { return check.Run(Rules, l, on) }
