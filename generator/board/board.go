// Package board computes what the noticeboard shows: states, deadlines, rates, rankings, as of a day.
//
// Everything here is a pure value of the ledger and the day. Given facts live in record, computed ones here; a figure is
// made by one function and shown by many pages.
package board

import (
	"slices"

	"gongshi/generator/record"
)

// A Board (公示栏) is everything the noticeboard shows on its day.
type Board struct {
	On           record.Date
	Year         int // the running year: the day's, or the latest before it that has items
	Town         *record.Town
	Profile      *record.Profile
	Posts        []Post
	PostsFilled  Rate    // of Posts
	Cases        []*Case // all items of all years, by id
	Now          *Tally  // the running year
	Half         record.Half
	Funnel       *Funnel
	Key          []*Case // key items of the running year
	Due          []*Case // open and within their time, soonest first
	Overdue      []*Case // open and past it, longest first
	Units        []*Unit
	Classes      []UnitClass
	Groups       []*Group
	Villages     []*Village
	Deputies     []*Deputy
	Officials    []*Official
	Stations     []*Station
	Associations []*Association
	Terms        []*Term        // newest first; none before the first on file
	Sessions     []*Proceedings // newest first
	Guides       []*Guide
	Deeds        []*Deed   // newest first
	Notices      []*Notice // newest first
	Reports      []*Report // newest first
	Quarters     []*Quarter
	MidYears     []*Standings
	YearEnds     []*Standings
	Scheme       *record.Scheme // the latest in force; nil when there is none
	Schemes      []*record.Scheme
	Hidden       []Hidden // records on file that this board leaves out

	Corrections []*Correction            // newest first
	corrected   map[string][]*Correction // by page

	Seals []*record.Seal           // in the order of sealing
	coded map[string]func() string // how the check code of a page is made, by page

	Ledgers    []*Ledger // deductions, merits and vetoes by year, newest first
	Sanctioned []*Unit   // with an item of the running year that counts under the ">2 不满意" rule, or was excused

	Activities []*Activity // newest first
	Visits     *Visits
	Duties     *DutyBoard     // of the running year
	Trainings  []TrainingYear // newest first

	Decisions []*Decision // newest first
	Briefings Briefings
	Questions Questions
	Petitions []*PetitionYear // newest first
	Budgets   []*Budget       // newest first
	Exchanges []*Exchange     // newest first

	Late       *Late
	Unresolved *Unresolved
	Publishing *Publishing
	Promises   *Promises
	Urgings    *Urgings
	Routing    *Routing

	Changes       Changes           // of the term's deputies
	SelfReports   []*SelfReportYear // newest first
	Commendations []*Commendation   // newest first
	Media         []Covered         // newest first
	Cards         []Card            // to stand on the table at meetings

	Fonts []*record.Font // of the town's own, for sheets

	Withdrawn   []record.Withdrawn // pages whose content is taken back
	Moved       []Moved
	Provisional map[string]bool // pages of drafts, by address without the ending: nobody is promised that they stay

	cases map[string]*Case
}

// A Unit is a unit with its items, scores and counters.
type Unit struct {
	*record.Unit
	Cases    []*Case
	Tally    *Tally // of the running year
	Sheets   []UnitSheet
	Mid, End *Standing // of the latest mid-year and year end, nil when not assessed
	MidOf    *Standings
	EndOf    *Standings
	Sanction Sanction   // of the running year
	Summons  []*Summons // newest first
	Notices  []*Notice

	Activities []*Activity // that concern the unit, newest first

	Decisions []*Decision // that the unit carries out, newest first
}

// A UnitSheet is a unit's score sheet of one quarter.
type UnitSheet struct {
	Quarter *Quarter
	*ScoreSheet
}

// A UnitClass (单位类别) is the units ranked together.
type UnitClass struct {
	Name  string
	Units []*Unit
}

// A Group is a deputies' group with its people, villages and items.
type Group struct {
	*record.Group
	Deputies []*Deputy
	Listed   []*Deputy // the same, as printed lists have them
	Villages []*Village
	Stations []*Station
	Cases    []*Case
	Tally    *Tally
	Deeds    []*Deed

	Activities []*Activity // its own, newest first
	Meetings   []*Activity // of those, its meetings, each with the gap before it
	OnTime     Rate        // meetings in time, of those held and one that is overdue
	Owed       *record.Gap // the time since its last meeting; nil when no meetings are on record

	Honoured []*GroupHonour // in the year's commendations, newest first
}

// A Village is a village with its items.
type Village struct {
	*record.Village
	Deputies []*Deputy
	Stations []*Station // of the group
	Cases    []*Case
	Tally    *Tally
	Deeds    []*Deed

	Activities []*Activity // that concern the village, newest first

	Decisions []*Decision // that concern the village, newest first
}

// A Deputy is a deputy's public dossier (履职档案).
type Deputy struct {
	*record.Deputy
	Serving  bool
	Led      []*Case // items led
	Cosigned []*Case
	Tally    *Tally // of the items led, all years
	Deeds    []*Deed
	Contact  *record.Official // who keeps in touch with this deputy

	Decisions    []*Decision    // that the deputy said something of, newest first
	Shifts       []DeputyShift  // reception days to come, soonest first
	Sat          int            // reception days that were, of those on file
	Associations []*Association // that the deputy is a member of

	Dossier  Dossier
	Reports  []*SelfReport   // to the voters, newest first
	Honoured []*DeputyHonour // in the year's commendations, newest first
}

// An Official is a leader with the items in their charge.
type Official struct {
	*record.Official
	Deputies []*record.Deputy
	Cases    []*Case
	Tally    *Tally
}

// A Deed is an article with the items it tells of.
type Deed struct {
	*record.Deed
	Cases []*Case
	Media []record.Coverage // by the day, newest first
}

// A Notice is an announcement with the items it concerns.
type Notice struct {
	*record.Notice
	Cases []*Case
	Open  bool      // residents may object on the board's day
	Later []*Notice // those that correct or withdraw this one
}

// Of computes the board of a day. Drafts are left out unless asked for.
func Of(l *record.Ledger, on record.Date, drafts bool) *Board {
	b := &builder{ledger: l, on: on, drafts: drafts, board: &Board{On: on, Town: townOn(l.Town, on), Profile: l.Profile, Fonts: l.Fonts, cases: map[string]*Case{}}}
	b.addAddresses()
	b.addSeals()
	b.addCorrections()
	b.addCases()
	b.addPlaces()
	b.addPeople()
	b.addInstitution()
	b.addStations()
	b.addAssociations()
	b.addSessions()
	b.addGuides()
	b.addUnits()
	b.addActivities()
	b.addArticles()
	b.addDossiers()
	b.addSelfReports()
	b.addCommendations()
	b.addChanges()
	b.addCards()
	b.addYear()
	b.addReports()
	b.addAssessments()
	b.addDecisions()
	b.addBriefings()
	b.addQuestions()
	b.addPetitions()
	b.addBudgets()
	b.addExchanges()
	b.addDuties()
	b.addHidden()
	b.addCodes()
	return b.board
}

// Case is an item by id, nil when the board has none.
func (b *Board) Case(id string) *Case { return b.cases[id] }

// A builder is the work of Of in its steps.
type builder struct {
	ledger *record.Ledger
	on     record.Date
	drafts bool
	board  *Board

	units    map[*record.Unit]*Unit
	groups   map[*record.Group]*Group
	villages map[*record.Village]*Village
	deputies map[*record.Deputy]*Deputy
}

func (b *builder) addCases() {
	b.board.Cases = casesOn(b.ledger, b.on, func(s *record.Suggestion) bool { return !s.Hidden(b.drafts) })
	for _, c := range b.board.Cases {
		b.board.cases[c.ID] = c
		b.board.Year = max(b.board.Year, c.Year)
	}
	if b.board.Year == 0 {
		b.board.Year = b.on.Year
	}
	b.board.Half = record.HalfOf(b.on)
}

// ofYear are the cases raised in a year.
func (b *builder) ofYear(cases []*Case, year int) []*Case {
	var in []*Case
	for _, c := range cases {
		if c.Year == year {
			in = append(in, c)
		}
	}
	return in
}

func (b *builder) tally(name string, cases []*Case) *Tally {
	return tally(name, cases, b.ledger.Profile, b.on)
}

func (b *builder) addYear() {
	board := b.board
	board.Now = b.tally("town", b.ofYear(board.Cases, board.Year))
	board.Key = keyItems(board.Now.Received)
	for _, c := range board.Cases {
		if c.Received() && !c.Closed() && !c.Deadline.Due.IsZero() {
			if c.Late {
				board.Overdue = append(board.Overdue, c)
			} else if !c.HasReply() || c.State == Redoing {
				board.Due = append(board.Due, c)
			}
		}
	}
	soonest := func(x, y *Case) int { return x.Deadline.Due.Compare(y.Deadline.Due) }
	slices.SortStableFunc(board.Due, soonest)
	slices.SortStableFunc(board.Overdue, soonest)
	board.Funnel = funnelOf(board.Now, b.byUnit(board.Now, b.on), b.byVillage(board.Now, b.on), b.on)
	board.Late, board.Unresolved = b.late(), b.unresolved()
	board.Publishing, board.Promises = b.publishing(), b.promises()
	board.Urgings, board.Routing = b.urgings(), b.routing()
}

func (b *builder) addReports() {
	for _, r := range b.ledger.Reports {
		if r.Date.By(b.on) && !r.Hidden(b.drafts) {
			b.board.Reports = append(b.board.Reports, b.report(r))
		}
	}
	slices.SortStableFunc(b.board.Reports, func(x, y *Report) int { return y.Date.Compare(x.Date) })
}

func (b *builder) addAssessments() {
	years := map[int][]*Quarter{}
	ends := map[int]*record.Assessment{}
	var order []int
	seen := map[[2]int]bool{} // by year and quarter: a second record of one, which is an error, would take its address
	for _, a := range b.ledger.Assessments {
		if !a.Date.By(b.on) || a.Hidden(b.drafts) || seen[[2]int{a.Year, a.Quarter}] {
			continue
		}
		if a.Quarter < 0 || a.Quarter > 4 { // an error that stops the build; a preview shows the quarters there are
			continue
		}
		seen[[2]int{a.Year, a.Quarter}] = true
		if a.Quarter == 0 {
			ends[a.Year] = a
			continue
		}
		q := b.quarter(a)
		if years[a.Year] == nil {
			order = append(order, a.Year)
		}
		years[a.Year] = append(years[a.Year], q)
		b.board.Quarters = append(b.board.Quarters, q)
		for _, sheet := range q.Sheets {
			if u := b.units[sheet.Unit]; u != nil {
				u.Sheets = append(u.Sheets, UnitSheet{q, sheet})
			}
		}
		for _, s := range q.Low {
			if u := b.units[s.Unit]; u != nil {
				u.Summons = append(u.Summons, s)
			}
		}
	}
	newest := func(x, y *Quarter) int { return 8*(y.Year-x.Year) + y.Assessment.Quarter - x.Assessment.Quarter }
	slices.SortStableFunc(b.board.Quarters, newest)
	slices.Sort(order)
	for _, year := range order {
		quarters := years[year]
		slices.SortStableFunc(quarters, func(x, y *Quarter) int { return x.Assessment.Quarter - y.Assessment.Quarter })
		if len(quarters) >= 2 && quarters[1].Assessment.Quarter == 2 {
			s := b.standings(year, quarters[:2], nil)
			b.board.MidYears = append(b.board.MidYears, s)
			for _, r := range s.All {
				b.units[r.Unit].Mid, b.units[r.Unit].MidOf = r, s
			}
		}
		if end := ends[year]; end != nil && len(quarters) == 4 {
			s := b.standings(year, quarters, end)
			b.board.YearEnds = append(b.board.YearEnds, s)
			for _, r := range s.All {
				b.units[r.Unit].End, b.units[r.Unit].EndOf = r, s
			}
		}
	}
	for _, u := range b.board.Units {
		slices.SortStableFunc(u.Sheets, func(x, y UnitSheet) int { return newest(y.Quarter, x.Quarter) })
		slices.SortStableFunc(u.Summons, func(x, y *Summons) int { return newest(x.Quarter, y.Quarter) })
	}
	slices.Reverse(b.board.MidYears)
	slices.Reverse(b.board.YearEnds)
	b.addLedgers()
	for _, s := range b.ledger.Schemes {
		if s.Hidden(b.drafts) {
			continue
		}
		b.board.Schemes = append(b.board.Schemes, s)
		if s.Year <= b.on.Year && (b.board.Scheme == nil || s.Year > b.board.Scheme.Year) {
			b.board.Scheme = s
		}
	}
}
