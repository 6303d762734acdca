// Package record holds the ledger: what a township has on record, as the clerk gave it, before anything is computed.
//
// Each kind of record has a file of its own with one struct: every field says what the clerk gives and carries the key
// in the file (toml) and its Chinese name (zh), which messages use. A field that is computed does not belong here.
package record

import (
	"reflect"

	"gongshi/generator/content"
)

// A Ledger (台账) is everything one township has on record.
type Ledger struct {
	Town          *Town
	Profile       *Profile
	Calendars     []*Calendar
	Villages      []*Village
	Groups        []*Group
	Deputies      []*Deputy
	Units         []*Unit
	Officials     []*Official
	Stations      []*Station
	Associations  []*Association
	Suggestions   []*Suggestion
	Activities    []*Activity
	SelfReports   []*SelfReport
	Commendations []*Commendation
	Deeds         []*Deed
	Reports       []*Report
	Schemes       []*Scheme
	Assessments   []*Assessment
	Notices       []*Notice
	Sessions      []*Proceedings
	Decisions     []*Decision
	Briefings     []*Briefing
	Petitions     []*Petition
	Budgets       []*Budget
	Exchanges     []*Exchange
	Corrections   []*Correction
	Guides        []*Guide
	Withdrawals   []*Withdrawal

	Seals []*Seal

	Assets map[string]*content.File // photos and attachments by path from the content folder: photos/bridge.jpg
	Fonts  []*Font                  // of the town's own, by file

	calendars   map[int]*Calendar
	directories map[reflect.Type]any // type of record → *directory of it
	paths       map[string]bool      // every record's file, for links between texts
	lasting     map[string]Record    // records with a page of their own, by its address without the ending
}

// Has tells whether the content folder has a record or asset at a path.
func (l *Ledger) Has(path string) bool { return l.paths[path] || l.Assets[path] != nil }
