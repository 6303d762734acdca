// Package check judges a ledger by the rules of the field and tells a clerk, at the line, what is wrong and what to do.
//
// Each kind of record has a file of its own. A rule is a name, a sentence that says it, where it comes from, and a
// function that looks through the ledger once; a new rule is a line in Rules and an archive in testdata.
package check

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/content"
	"gongshi/generator/record"
)

// A Report is how a rule tells a problem: where it is, what is wrong, what to do, and the other places it is about.
type Report func(pos content.Pos, text, hint string, also ...content.Related)

// A Rule (规则) is one thing a ledger must hold to.
type Rule struct {
	Name   string // stable and kebab-case: consult-first
	Doc    string // the rule in one sentence, for a clerk
	Source string // where it comes from
	Level  content.Level
	Run    func(l *record.Ledger, on record.Date, report Report)

	// Whole are kinds of record of which all must have been read, or the rule says nothing: it counts them or tells what is
	// missing, and a record that cannot be read is not missing.
	Whole []string
}

// Rules are all rules, in the order in which the manual explains them.
var Rules = []Rule{
	termOrder, institution, postHolder, postHistory, portalCode,
	profileSound, calendarKnown,
	groupLeader, groupStation, stationRota, deputyGroup, nameOrder, deputyLeft, byElection, liaison, associationSound,

	intakeFirst, intakeReason, sessionKnown, leadCosigner, deputyServing, withheldReason, withheldLinked,
	threeResponsibles, returnComplete, coUnit, dateOrder,
	consultFirst, threeGates, classKnown, promise, slipComplete, redo, fivePublics,
	appraisal,
	overdue, postponementComplete, unresolvedExplained,
	publishInTime, slipInTime, coOpinionInTime, returnInTime, promiseDue,

	activityContent, attendance, visitLines, meetingGap, dutyMissing,

	selfReportOnce, selfReportTime, selfReportVotes,
	honourBasis, honourVote, honourOnce, mediaLink,
	reportPeriod,
	schemeSound, scoreRange, quarterComplete, quarterGap, evidenceOnce, summonsInTime, sanction,
	noticePeriod, noticeTarget, noticeAbout, honoursBarred, honoursVetoed, messageLength, messageMissing,
	decisionAsked, decisionForms, decisionOrder, decisionAnswered,
	briefingComplete, petitionSum, budgetLines, budgetExceeded, exchangeSum, exchangeOwn,
	proceedingsSound,
	jointMeeting,
	withdrawalSound, withdrawalKnown, formerSound,
	correctionSound,
	numberUnique, photoExists, photoReadable, linkExists, addressUnique, privateData, attachmentInert, attachmentAuthor,
}

// All runs every rule on what a ledger shows on a day and gives the problems in reading order. A draft is not judged,
// nor is a record in which reading found a problem: that one is told first.
func All(l *record.Ledger, on record.Date) content.Problems { return Run(Rules, l, on) }

// Run is All with the rules of another list.
func Run(rules []Rule, l *record.Ledger, on record.Date) content.Problems {
	var problems content.Problems
	judged := judged(l, on)
	unread := map[string]bool{} // kinds
	for r := range l.Records() {
		unread[r.Kind.Name] = unread[r.Kind.Name] || r.Faulty
	}
	for i := range rules {
		r := &rules[i]
		if slices.ContainsFunc(r.Whole, func(kind string) bool { return unread[kind] }) {
			continue
		}
		r.Run(judged, on, func(pos content.Pos, text, hint string, also ...content.Related) {
			problems = append(problems, content.Problem{Pos: pos, Level: r.Level, Rule: r.Name, Text: text, Hint: hint, Also: also})
		})
	}
	problems.Sort()
	return problems
}

// Drafts runs on drafts the rules that keep what is nobody's business from the public: a draft that is shown is as public as
// the rest. Whether it is complete is not judged.
func Drafts(l *record.Ledger, on record.Date) content.Problems {
	drafts := map[string]bool{}
	for r := range l.Records() {
		drafts[r.Path()] = r.Draft && !r.Faulty
	}
	shown := l.Without(l.Withdrawn(on, true))
	var problems content.Problems
	for _, r := range []Rule{privateData, photoReadable, attachmentInert, attachmentAuthor} {
		r.Run(shown, on, func(pos content.Pos, text, hint string, also ...content.Related) {
			if drafts[pos.File] {
				problems = append(problems, content.Problem{Pos: pos, Level: r.Level, Rule: r.Name, Text: text, Hint: hint, Also: also})
			}
		})
	}
	problems.Sort()
	return problems
}

// judged is the ledger without the records that are not judged. Town and profile stay whatever they are, because rules
// ask them; a rule that reads them says so with a look at Faulty. Faulty assessments and stations stay as well: one that
// cannot be read is not one that is missing. What is withdrawn by the day is not judged: nothing of it shows.
func judged(l *record.Ledger, on record.Date) *record.Ledger {
	return l.Without(l.Withdrawn(on, false)).Keep(func(r record.Record) bool {
		return !r.Draft && (!r.Faulty || r.Kind.Name == "assessment" || r.Kind.Name == "station")
	})
}

// see is the other side of a problem.
func see(pos content.Pos, text string) content.Related { return content.Related{Pos: pos, Text: text} }

// day is a date as a clerk says it: 2025年3月1日.
func day(d record.Date) string { return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day) }

// list joins names with 、 and stops after five.
func list(names []string) string {
	if len(names) > 5 {
		return strings.Join(names[:5], "、") + fmt.Sprintf("等%d个", len(names))
	}
	return strings.Join(names, "、")
}

// meant is a hint that begins with the option a word was most likely meant to be.
func meant(word string, options []string, hint string) string {
	if near, ok := content.Nearest(word, options); ok {
		return "是不是“" + near + "”？" + hint
	}
	return hint
}
